"""Who is who: the entries that go in, and the identities, links and decisions that come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from igf_extract.model.keys import MentionKey, TurnKey


class EntryKey(NamedTuple):
    """Where an entry stands: its document, the session within the document, the entry within the session.

    ``document`` is the document id (content hash), never a path, so that ids do not depend on where files lie.
    """

    document: str
    session: int
    ordinal: int

    def __str__(self) -> str:
        return f"{self.document}/{self.session}/{self.ordinal}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One participation as the resolver sees it. ``session`` groups the entries of one session, over all its documents.

    ``name`` and ``organization`` are as written; groups, regions and country codes are the codes of the tables.
    """

    key: EntryKey
    session: str
    year: int | None = None
    role: str = "other"
    name: str | None = None
    organization: str | None = None
    stakeholder_group: str | None = None
    regional_group: str | None = None
    country: str | None = None
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's judgement on record: two entries or ids are ``same`` or ``different``; replayed on every run."""

    a: str
    b: str
    decision: str
    why: str = ""
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Link:
    """One judged pair. ``decision``: same, different, unsure. ``score`` is the probability that the two are one.

    ``a`` and ``b`` are the texts of the two ``EntryKey`` that stand for what was compared (a < b). ``margin``: how much the
    evidence (in log odds) would have to change for the opposite decision; 0 where a rival made it unsure; None for decisions on record.
    """

    kind: str  # person, organization
    a: str
    b: str
    decision: str
    score: float
    reason: str
    margin: float | None = None


@dataclass(frozen=True, slots=True)
class DecisionConflict:
    """A decision that was not carried out, for the ``entry``, because of ``why``."""

    decision: Decision
    entry: EntryKey
    why: str


@dataclass(frozen=True, slots=True)
class IdChange:
    """Rows that bore ``old_id`` in the output before and bear ``new_id`` now (None: no id).

    ``run`` counts the runs that changed anything, from 1. ``what``: merged, split, moved, unlinked, gone.
    """

    run: int
    kind: str
    old_id: str
    what: str
    new_id: str | None
    rows: int


@dataclass(frozen=True, slots=True)
class Registry:
    """``founded``: kind -> id -> what it was given for, the founding mention first; ``since``: kind -> id -> its first run."""

    founded: Mapping[str, Mapping[str, tuple[str, ...]]]
    since: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class History:
    """What an earlier output knows: its registry, its log, the ids of its tables, and its rows: (kind, key of the row, id)."""

    registry: Registry
    changes: tuple[IdChange, ...] = ()
    present: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rows: Iterable[tuple[str, EntryKey | MentionKey | TurnKey, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One person or organisation. ``names``: each written form with its count, most frequent first.

    ``told``: the key of its name where it has no entries, since it is named in prose only.
    """

    id: str
    name: str
    names: tuple[tuple[str, int], ...]
    entries: tuple[EntryKey, ...]
    acronym: str | None = None
    confidence: float = 1.0
    told: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """The result over a corpus. An entry without a person or organisation, or with an unresolved one, is not in the mapping.

    ``person_of`` and ``organization_of`` are the participations; mentions and turns have mappings of their own.
    """

    person_of: Mapping[EntryKey, str] = field(default_factory=dict)
    organization_of: Mapping[EntryKey, str] = field(default_factory=dict)
    persons: tuple[Identity, ...] = ()
    organizations: tuple[Identity, ...] = ()
    links: tuple[Link, ...] = ()
    unused_decisions: tuple[Decision, ...] = ()
    person_of_mention: Mapping[MentionKey, str] = field(default_factory=dict)
    organization_of_mention: Mapping[MentionKey, str] = field(default_factory=dict)
    person_of_turn: Mapping[TurnKey, str] = field(default_factory=dict)
    conflicts: tuple[DecisionConflict, ...] = ()
    registry: Registry | None = None
    changes: tuple[IdChange, ...] = ()
