"""Who is who over a corpus: organisations by their words, persons by names and organisations, organisations again by their persons.

The corpus falls into parts that have nothing to do with one another (``families`` of names, ``neighbours`` among organisations).
The outcome of a part is a function of its entries and of the few things that it is told of the rest, so what an earlier run
found for a part that has not changed stands: a run with a ``Memory`` gives the same as one without.
"""

from __future__ import annotations

import gc
from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from igf_extract.identity import faces
from igf_extract.identity.affiliations import Affiliations
from igf_extract.identity.decisions import Replay, replay
from igf_extract.identity.memory import Memory, Passing
from igf_extract.identity.outcome import Part, full_link, least_confidence
from igf_extract.identity.people import People
from igf_extract.identity.prints import entry_print
from igf_extract.identity.registry import kept_ids
from igf_extract.model import Decision, DecisionConflict, Entry, EntryKey, History, Identities, Identity, Link

_ROUNDS = 2


def resolve(
    entries: Iterable[Entry], decisions: Sequence[Decision] = (), history: History | None = None, memory: Memory | None = None
) -> Identities:
    """One id for each person and each organisation over all entries.

    The result depends neither on the order of the entries nor on file names. ``decisions`` win over everything; those that no
    entry answers to come back as ``unused_decisions``, those that contradict others as ``conflicts``. With a ``history`` the ids
    of an earlier output are kept. With the ``memory`` of an earlier run only what has changed since is compared again; it changes
    nothing but the time. Entries whose name cannot be read, and joint affiliations, get no id.
    """
    everything = sorted(entries, key=lambda entry: entry.key)
    replayed = replay(decisions, everything)
    everything.sort(key=lambda entry: entry.year or 9999)
    with _without_collector():
        return _resolved(everything, replayed, history, memory or Passing())


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of records that live to the end: looking through them for cycles would take a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _resolved(everything: Sequence[Entry], replayed: Replay, history: History | None, memory: Memory) -> Identities:
    prints = [entry_print(entry) for entry in everything]
    people = People(everything, prints, replayed.rulings["person"], memory)
    affiliations = Affiliations(everything, prints, replayed.rulings["organization"], memory)
    person_of: Sequence[Hashable | None] = people.keys()
    for _ in range(_ROUNDS):
        body_parts = affiliations.clusters(person_of)
        body_of, region_of = _numbered(body_parts, len(everything))
        person_parts = people.clusters(body_of, region_of)
        person_of, _regions = _numbered(person_parts, len(everything))
    found = _Found(everything, memory)
    persons = kept_ids(found.persons(person_parts), "person", history)
    organizations = kept_ids(found.organizations(body_parts, affiliations), "organization", history)
    links = [*found.links("organization", body_parts), *found.links("person", person_parts)]
    return Identities(
        person_of={key: person.id for person in persons for key in person.entries},
        organization_of={key: body.id for body in organizations for key in body.entries},
        persons=tuple(sorted(persons, key=lambda person: person.id)),
        organizations=tuple(sorted(organizations, key=lambda body: body.id)),
        links=tuple(sorted(set(links), key=lambda link: (link.kind, link.a, link.b, link.reason))),
        unused_decisions=replayed.unused,
        conflicts=(*replayed.conflicts, *found.refused("person", person_parts), *found.refused("organization", body_parts)),
    )


def _numbered(parts: Sequence[Part], count: int) -> tuple[list[int | None], list[str | None]]:
    """The number of the cluster of each entry, and the region of each number."""
    out: list[int | None] = [None] * count
    regions: list[str | None] = []
    for places, outcome in parts:
        for at, cluster in enumerate(outcome.clusters):
            for place in cluster:
                out[places[place]] = len(regions)
            regions.append(outcome.regions[at] if outcome.regions else None)
    return out, regions


class _Found:
    """The outcomes of all parts as records."""

    def __init__(self, entries: Sequence[Entry], memory: Memory) -> None:
        self._entries = entries
        self._memory = memory

    def persons(self, parts: Sequence[Part]) -> list[Identity]:
        """In the order of their first entries."""
        return [
            faces.person([self._entries[place].name or "" for place in members], self._keys(members), confidence, self._memory)
            for members, confidence in _members(parts)
        ]

    def organizations(self, parts: Sequence[Part], affiliations: Affiliations) -> list[Identity]:
        """In the order of their first entries."""
        out = []
        for members, confidence in _members(parts):
            names = [self._entries[place].organization or "" for place in members]
            targets = [affiliations.targets[place] for place in members]
            out.append(faces.organization(names, targets, self._keys(members), confidence, self._memory))
        return out

    def links(self, kind: str, parts: Sequence[Part]) -> Iterator[Link]:
        for places, outcome in parts:
            if outcome.links:
                keys = [str(self._entries[place].key) for place in places]
                yield from (full_link(kind, link, keys) for link in outcome.links)

    def refused(self, kind: str, parts: Sequence[Part]) -> Iterator[DecisionConflict]:
        why = "it would join entries that another decision keeps apart"
        for places, outcome in parts:
            for one, other in outcome.refused:
                a, b = self._entries[places[one]].key, self._entries[places[other]].key
                yield DecisionConflict(Decision(str(a), str(b), "same", kind=kind), a, why)

    def _keys(self, members: Iterable[int]) -> tuple[EntryKey, ...]:
        return tuple(self._entries[place].key for place in members)


def _members(parts: Sequence[Part]) -> list[tuple[list[int], float]]:
    """The places of each cluster with its confidence, in the order of their first."""
    out = [
        ([places[at] for at in cluster], confidence)
        for places, outcome in parts
        for cluster, confidence in zip(outcome.clusters, least_confidence(outcome), strict=True)
    ]
    return sorted(out, key=lambda pair: pair[0][0])
