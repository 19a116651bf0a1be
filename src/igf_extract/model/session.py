"""What a document says about one session: facts with evidence, nothing merged yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from igf_extract.model.evidence import Evidence, Fact, Span

NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """One person, or one organisation that takes part as such, in one role.

    ``name``, ``organization`` and ``title`` are as written, without honorifics, lock signs and list marks. Groups and
    regions are the codes of ``data/groups.toml`` and ``data/regions.toml``. ``country`` is as written.
    """

    role: str
    evidence: Evidence
    name: str | None = None
    organization: str | None = None
    title: str | None = None
    stakeholder_group: str | None = None
    regional_group: str | None = None
    country: str | None = None
    country_code: str | None = None
    role_inferred: bool = False
    confidence: float = 1.0
    name_span: Span | None = None
    organization_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme, subtheme or tag as written; ``level`` says which, None where the page does not."""

    theme: str
    evidence: Evidence
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A Sustainable Development Goal, or one of its targets ("16.3"; "" for the goal itself).

    ``listed``: the goal stands in the page's own list (True) or is named in prose only (False); None for a target whose goal,
    listed through it, has an entry of its own.
    """

    sdg: int
    evidence: Evidence
    target: str = ""
    listed: bool | None = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``kind``: expected_outcome, key_takeaway, call_to_action, recommendation."""

    kind: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session as one document gives it. Times: ``*_at`` are aware (UTC), ``*_local`` the wall clock as written."""

    year: Fact[int] | None = None
    session_type: Fact[str] | None = None
    number: Fact[str] | None = None
    title: Fact[str] | None = None
    format: Fact[str] | None = None
    seating: Fact[str] | None = None
    format_as_written: Fact[str] | None = None
    duration_minutes: Fact[int] | None = None
    date: Fact[dt.date] | None = None
    starts_at: Fact[dt.datetime] | None = None
    ends_at: Fact[dt.datetime] | None = None
    starts_local: Fact[dt.datetime] | None = None
    ends_local: Fact[dt.datetime] | None = None
    time_as_written: Fact[str] | None = None
    room: Fact[str] | None = None
    language: Fact[str] | None = None
    description: Fact[str] | None = None
    themes: tuple[Theme, ...] = ()
    goals: tuple[Goal, ...] = ()
    policy_questions: tuple[Fact[str], ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    participations: tuple[Participation, ...] = ()
    span: Span = NOWHERE
    confidence: float = 1.0
