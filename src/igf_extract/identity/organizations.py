"""Which entries of a part name one organisation: equal targets first, then names that relate, then acronyms and ministries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from igf_extract.identity.agglomerate import Agglomeration
from igf_extract.identity.body import Affiliation, Body, judge, relation
from igf_extract.identity.decisions import Mark, carry_out, clash
from igf_extract.identity.draft import Draft
from igf_extract.identity.outcome import Outcome
from igf_extract.identity.region import region_of
from igf_extract.identity.score import DECIDED, Judgement, weights
from igf_extract.identity.waiting import place_waiting, waits
from igf_extract.identity.written_body import CROWDED, NEXT_NEIGHBOURS, name_keys
from igf_extract.model import EntryKey


def cluster_organizations(
    items: Sequence[Affiliation],
    homes: Mapping[str, frozenset[str]],
    marks: Mapping[EntryKey, frozenset[Mark]],
    same: Sequence[tuple[int, int]] = (),
) -> Outcome:
    """The clusters of a part, whose entries name one organisation each, and the judged pairs.

    ``items``: in the order of their places, which count from 0; ``homes``: the countries of the people of acronyms and ministries;
    ``marks`` and ``same`` (pairs of places): the decisions on record.
    """
    draft = Draft(marks=marks)
    waiting: list[Affiliation] = []
    for item in items:
        if waits(item.target):
            waiting.append(item)
        else:
            draft.put(item, item.target)
    _merge_best_first(draft)
    if waiting:
        place_waiting(draft, waiting, homes)
        _merge_best_first(draft)
    refused = _decided(draft, same)
    found = [tuple(sorted(item.place for item in body.members)) for body in draft.bodies if body.alive and body.members]
    found.sort()
    return Outcome(tuple(found), tuple(draft.links), refused, tuple(region_of([items[n] for n in places]) for places in found))


def _decided(draft: Draft, same: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    at = {item.place: body.number for body in draft.bodies if body.alive for item in body.members} if same else {}
    return carry_out(same, lambda place: draft.find(at[place]), lambda a, b: draft.merge(a, b, DECIDED))


def _candidates(draft: Draft) -> set[tuple[int, int]]:
    """Pairs of bodies that share a rare key of their names, or a person."""
    shelves: dict[tuple[str, str], list[int]] = defaultdict(list)
    for body in draft.bodies:
        if body.alive and body.target.kind not in ("chapter", "short"):
            for key in sorted(_keys(body)):
                shelves[key].append(body.number)
    pairs = set()
    for numbers in shelves.values():
        reach = len(numbers) if len(numbers) <= CROWDED else NEXT_NEIGHBOURS
        pairs |= {(a, b) for n, a in enumerate(numbers) for b in numbers[n + 1 : n + 1 + reach]}
    return pairs


def _keys(body: Body) -> set[tuple[str, str]]:
    keys = {key for name in body.forms for key in name_keys(name)}
    return keys | {("person", person) for person in body.persons}


def _judged(a: Body, b: Body) -> Judgement | None:
    kind = relation(a, b)
    if kind is None or (kind == "likeness" and not a.persons & b.persons):
        return None
    return None if clash(a.marks, b.marks) else judge(a, b, kind)


def _merge_best_first(draft: Draft) -> None:
    bodies = draft.bodies
    if sum(body.alive for body in bodies) < 2:
        return
    run = Agglomeration(
        bodies,
        judge=lambda a, b: _judged(bodies[a], bodies[b]),
        merge=lambda a, b, judgement: draft.merge(bodies[a], bodies[b], judgement),
        certain=lambda judgement: judgement.reasons[0] in ("translation", "page"),
        limits=weights("organization"),
    )
    run.run(_candidates(draft))
    for (a, b), judgement in sorted(run.unsure.items()):
        if draft.find(a) is not draft.find(b):
            draft.link(bodies[a], bodies[b], "unsure", judgement)
