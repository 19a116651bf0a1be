"""The scalar facts of a merged session: the leading document's, nulls filled from the next best."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from igf_extract.model import Fact, Problem
from igf_extract.tables.column import UTC_TIME, Column
from igf_extract.tables.corpus import MergedSession, Telling
from igf_extract.tables.schema import TABLES

_SESSIONS = TABLES["sessions"]
SCALARS: Final = tuple(name for name in _SESSIONS.names if name not in ("session_id", "document_id", "confidence"))
# filled together or not at all, so that no session starts by one document and ends by another
_WHEN = ("date", "starts_at", "ends_at", "starts_local", "ends_local", "time_as_written")


@dataclass(frozen=True, slots=True)
class Reading:
    """One scalar fact and the telling that gives it."""

    telling: Telling
    fact: Fact[Any]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A value that the tables cannot hold, with the problem that says so."""

    document_id: str
    problem: Problem


def scalars(merged: MergedSession) -> tuple[Mapping[str, Reading], tuple[LeftOut, ...]]:
    """The facts of a session by column, and what had to be left out (outside the column's range, a day of another year)."""
    kept: dict[str, Reading] = {}
    left: list[LeftOut] = []
    for telling in merged.tellings:
        told: dict[str, Reading] = {}
        for name in SCALARS:
            fact = getattr(telling.session, name)
            if fact is None:
                continue
            why = _unfit(_SESSIONS.column(name), fact.value) or _other_year(fact.value, name, {**told, **kept})
            if why is None:
                told[name] = Reading(telling, fact)
            else:
                left.append(LeftOut(telling.document_id, Problem("check_failed", f"sessions.{name}: {why}; left out", fact.evidence.span)))
        contradicts = _contradicts(told, kept)
        kept |= {name: r for name, r in told.items() if name not in kept and not (contradicts and name in _WHEN)}
    return kept, tuple(left)


def _unfit(column: Column, value: Any) -> str | None:
    """Why the column cannot hold the value; a number out of range must not stop a run."""
    if isinstance(value, str):
        return None if value.strip() else "an empty value"
    if column.type == UTC_TIME and value.tzinfo is None:
        return f"{value.isoformat()} has no zone"
    if isinstance(value, int) and not column.allows(value):
        return f"{value} is outside {column.minimum} to {column.maximum}"
    return None


def _other_year(value: Any, name: str, known: Mapping[str, Reading]) -> str | None:
    year = known["year"].fact.value if "year" in known else None
    if name in ("date", "starts_local", "ends_local") and year is not None and isinstance(value, dt.date) and value.year != year:
        return f"{value.isoformat()} is not in {year}, the session's year"
    return None


def _contradicts(told: Mapping[str, Reading], kept: Mapping[str, Reading]) -> bool:
    both = [name for name in _WHEN if name != "time_as_written" and name in told and name in kept]
    return any(told[name].fact.value != kept[name].fact.value for name in both)
