"""Rows of ``participations``, and the entries that the identity stage compares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from igf_extract.model import Entry, EntryKey, Identities, Participation
from igf_extract.tables.corpus import Corpus, MergedSession, Telling
from igf_extract.tables.rows.cells import evidence_cells, span_cells, written
from igf_extract.vocab.fold import fold

_PLACED_MODERATORS = ("onsite_moderator", "online_moderator")

Who = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Entering:
    """One participation that has a row, and where it was told."""

    telling: Telling
    index: int
    participation: Participation

    @property
    def key(self) -> EntryKey:
        return EntryKey(self.telling.document_id, self.telling.index, self.index)


def entering(merged: MergedSession) -> list[Entering]:
    """The participations of a session over its documents, the leading document's first, exact repeats once.

    A repeat is the same name (without one: the same organisation; without both: the same groups) in the same role. A further
    document's "moderator" repeats the same person's moderating on site or online.
    """
    kept: list[Entering] = []
    before: set[tuple[str, Who]] = set()
    for telling in merged.tellings:
        here: set[tuple[str, Who]] = set()
        for index, p in enumerate(telling.session.participations):
            who = _who(p)
            nameless = who[0] is None and who[1] is None
            repeated = (p.role, who) in (before if nameless else before | here)
            if p.role == "moderator":
                repeated = repeated or any((role, who) in before for role in _PLACED_MODERATORS)
            here.add((p.role, who))
            if not repeated:
                kept.append(Entering(telling, index, p))
        before |= here
    return kept


def _who(p: Participation) -> Who:
    if written(p.name):
        return (fold(p.name or ""), None)
    if written(p.organization):
        return (None, fold(p.organization or ""))
    return (None, None, p.stakeholder_group, p.regional_group, p.country)


def participation_rows(corpus: Corpus, identities: Identities) -> Iterator[dict[str, Any]]:
    """One row for each person, or organisation as such, in one role in one session."""
    for merged in corpus.sessions:
        for ordinal, entry in enumerate(entering(merged), 1):
            p = entry.participation
            yield {
                "session_id": merged.session_id,
                "ordinal": ordinal,
                "document_id": entry.telling.document_id,
                "role": p.role,
                "person_id": identities.person_of.get(entry.key),
                "organization_id": identities.organization_of.get(entry.key),
                "name": written(p.name),
                "organization": written(p.organization),
                "title": written(p.title),
                "stakeholder_group": p.stakeholder_group,
                "regional_group": p.regional_group,
                "country": written(p.country),
                "country_code": p.country_code,
                "role_inferred": p.role_inferred,
                "entry_id": str(entry.key),
                "confidence": p.confidence,
                **evidence_cells(p.evidence),
                **span_cells(p.name_span if written(p.name) else None, "name"),
                **span_cells(p.organization_span if written(p.organization) else None, "organization"),
            }


def entries(corpus: Corpus) -> tuple[Entry, ...]:
    """What the identity stage compares: one entry for each row of ``participations``."""
    return tuple(_entry(merged, e) for merged in corpus.sessions for e in entering(merged))


def _entry(merged: MergedSession, entry: Entering) -> Entry:
    p = entry.participation
    years = (t.year for t in merged.tellings if t.year)
    return Entry(
        key=entry.key,
        session=merged.session_id,
        year=next(years, None),
        role=p.role,
        name=written(p.name),
        organization=written(p.organization),
        stakeholder_group=p.stakeholder_group,
        regional_group=p.regional_group,
        country=written(p.country),
        country_code=p.country_code,
    )
