"""Rows of ``persons``, ``organizations``, and their names. Counts and years come from the other rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from igf_extract.model import Identities, Identity
from igf_extract.tables.arrow import Row


@dataclass
class _Seen:
    participations: int = 0
    mentions: int = 0
    years: set[int] = field(default_factory=set)
    groups: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Rows:
    """The finished rows that point to persons and organisations, and the year of each session."""

    participations: Iterable[Row]
    mentions: Iterable[Row]
    turns: Iterable[Row]
    years: Mapping[str, int | None]


def person_rows(identities: Identities, rows: Rows) -> Iterator[dict[str, Any]]:
    """One row a person."""
    seen = _seen("person_id", rows)
    for person in identities.persons:
        yield {"person_id": person.id, "name": person.name, **_figures(person, seen[person.id])}


def organization_rows(identities: Identities, rows: Rows) -> Iterator[dict[str, Any]]:
    """One row an organisation; a tie between groups is no answer."""
    seen = _seen("organization_id", rows)
    for body in identities.organizations:
        yield {
            "organization_id": body.id,
            "name": body.name,
            "acronym": body.acronym,
            "stakeholder_group": _most_frequent(seen[body.id].groups),
            **_figures(body, seen[body.id]),
        }


def name_rows(identities: Iterable[Identity], key: str) -> Iterator[dict[str, Any]]:
    """One row for each written form; ``key`` is the id's column."""
    for identity in identities:
        for name, count in identity.names:
            yield {key: identity.id, "name": name, "count": count}


def _seen(column: str, rows: Rows) -> dict[str, _Seen]:
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for row in rows.participations:
        if row[column] is not None:
            seen[row[column]].participations += 1
            if row["stakeholder_group"] is not None:
                seen[row[column]].groups[row["stakeholder_group"]] += 1
    for row in rows.mentions:
        if row[column] is not None:
            seen[row[column]].mentions += 1
    for table in (rows.participations, rows.mentions, rows.turns):
        for row in table:
            year = rows.years.get(row["session_id"])
            if year is not None and row.get(column) is not None:
                seen[row[column]].years.add(year)
    return seen


def _figures(identity: Identity, seen: _Seen) -> dict[str, Any]:
    return {
        "name_count": len(identity.names),
        "participation_count": seen.participations,
        "mention_count": seen.mentions,
        "first_year": min(seen.years, default=None),
        "last_year": max(seen.years, default=None),
        "confidence": identity.confidence,
    }


def _most_frequent(groups: Counter[str]) -> str | None:
    best = groups.most_common(2)
    tie = len(best) == 2 and best[0][1] == best[1][1]
    return None if tie or not best else best[0][0]
