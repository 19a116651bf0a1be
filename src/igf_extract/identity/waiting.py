"""Acronyms, and ministries without a country: which organisation they mean is told by their company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from igf_extract.identity.body import Affiliation, Body, judge, stands_for
from igf_extract.identity.body_name import initials
from igf_extract.identity.draft import Draft
from igf_extract.identity.known import known
from igf_extract.identity.lexicon import places
from igf_extract.identity.score import Judgement, weights
from igf_extract.identity.target import Target, settled


@dataclass(frozen=True, slots=True)
class _Index:
    """Numbers of bodies: by the acronyms that wait, and by the wording of public bodies."""

    by_acronym: Mapping[str, list[int]]
    by_wording: Mapping[str, list[int]]


def waits(target: Target) -> bool:
    """Whether the words alone do not say which body is meant."""
    return target.kind == "short" or (target.kind == "public" and not target.country)


def place_waiting(draft: Draft, waiting: Sequence[Affiliation], homes: Mapping[str, frozenset[str]]) -> None:
    """Puts each into a body; those with the same company are decided together, all from the same picture.

    ``homes``: the countries of their people, as their other affiliations and entries say.
    """
    index = _index(draft, waiting)
    batches: dict[tuple[object, ...], list[Affiliation]] = defaultdict(list)
    for item in waiting:
        entry = item.entry
        batches[(item.target, item.person, entry.regional_group, entry.country_code, entry.stakeholder_group)].append(item)
    chosen = []
    for key in sorted(batches, key=str):
        items = batches[key]
        probe = Body(-1, items[0].target)
        for item in items:
            probe.take(item)
        chosen.append((items, probe, _choose(draft, index, probe, homes)))
    regions: dict[Target, set[str]] = defaultdict(set)
    for items, _, (body, _) in chosen:
        if body is None:
            regions[items[0].target] |= {items[0].entry.regional_group or ""} - {"", "intergovernmental"}
    for items, probe, (body, judgement) in chosen:
        lonely = len(regions[items[0].target]) < 2 and len(_options(draft, index, probe)) < 2
        target = body.target if body is not None else _alone(items[0], homes, lonely)
        home = draft.body_of(target)
        if judgement is not None and home.members:
            draft.link(home, probe, "same", judgement)
        for item in items:
            draft.put(item, target)


def _index(draft: Draft, waiting: Sequence[Affiliation]) -> _Index:
    index = known()
    wanted = {item.target.key for item in waiting if item.target.kind == "short"}
    for short in sorted(wanted):
        for number in index.acronyms.get(short, ()):
            body = draft.body_of(Target("known", str(number)))
            body.listed.add(number)
            seat = index.rows[number].seat
            if seat:
                body.seats.add(seat)
                body.regions |= {region for region in (places().region.get(seat),) if region}
    table: dict[str, list[int]] = defaultdict(list)
    for body in draft.bodies:
        if body.alive:
            made = {short for name in body.forms for short in initials(name.words) | initials(name.content) if len(short) > 2}
            found = set(body.acronyms) | made
            found |= {short for short in wanted if any(n in index.acronyms.get(short, ()) for n in body.listed)}
            for short in found & wanted:
                table[short].append(body.number)
    wordings: dict[str, list[int]] = defaultdict(list)
    for body in draft.bodies:
        wording = _wording(body) if body.alive else None
        if wording:
            wordings[wording].append(body.number)
    return _Index(table, wordings)


def _choose(draft: Draft, index: _Index, probe: Body, homes: Mapping[str, frozenset[str]]) -> tuple[Body | None, Judgement | None]:
    limits = weights("organization")
    judged = []
    for person in probe.persons:
        if len(homes.get(person, ())) == 1:
            probe.countries |= homes[person]
    options = _options(draft, index, probe)
    for body, kind in options:
        judged.append((judge(body, probe, kind, only=len(options) == 1), body))
    judged.sort(key=lambda pair: (-pair[0].total, str(pair[1].target)))
    if not judged or judged[0][0].total < limits.same:
        return None, None
    if len(judged) > 1 and judged[1][0].total > judged[0][0].total - limits.margin:
        return None, None
    return judged[0][1], judged[0][0]


def _options(draft: Draft, index: _Index, probe: Body) -> list[tuple[Body, str]]:
    if probe.target.kind == "short":
        bodies = [draft.find(number) for number in index.by_acronym.get(probe.target.key, ())]
        return [(body, kind) for body in _unique(bodies) if (kind := stands_for(probe.target.key, body))]
    return [(draft.find(number), "acronym") for number in index.by_wording.get(probe.target.key, ())]


def _unique(found: Iterable[Body]) -> list[Body]:
    return list({body.number: body for body in found}.values())


def _wording(body: Body) -> str | None:
    if body.target.kind == "public":
        return body.target.key
    return next((name.wording for name in body.forms if name.is_public), None) if body.listed else None


def _alone(item: Affiliation, homes: Mapping[str, frozenset[str]], lonely: bool) -> Target:
    """What nothing decides: a ministry of the person's country; one body where nothing else bears the acronym; else by region, or alone."""
    target = item.target
    home = homes.get(item.person or "", frozenset())
    if target.kind == "public" and len(home) == 1:
        return settled(replace(target, country=next(iter(home))))
    near = "" if lonely else (item.entry.regional_group or item.person or str(item.entry.key))
    return Target("short", f"{target.key} @ {near}")
