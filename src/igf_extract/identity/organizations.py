"""Which organisation each entry names: equal targets first, then names that relate, then acronyms and ministries by their company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from igf_extract.identity.agglomerate import Agglomeration
from igf_extract.identity.body import Affiliation, Body, judge, relation, stands_for
from igf_extract.identity.body_name import BodyName, initials, read_body
from igf_extract.identity.decisions import Mark, Rulings, clash
from igf_extract.identity.known import known
from igf_extract.identity.lexicon import places
from igf_extract.identity.score import DECIDED, Judgement, weights
from igf_extract.identity.target import Target, joint_parts, settled, standing_names, target_of
from igf_extract.model import Entry, EntryKey, Link

_CROWDED = 40  # bodies under one key: beyond that each is compared with its next neighbours only
_WINDOW = 8


@dataclass(slots=True)
class _State:
    bodies: list[Body] = field(default_factory=list)
    by_target: dict[Target, Body] = field(default_factory=dict)
    by_acronym: dict[str, list[int]] = field(default_factory=dict)
    by_wording: dict[str, list[int]] = field(default_factory=dict)
    marks: Mapping[EntryKey, frozenset[Mark]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    home: dict[int, int] = field(default_factory=dict)

    def body_of(self, target: Target) -> Body:
        if target not in self.by_target:
            self.by_target[target] = Body(len(self.bodies), target)
            self.bodies.append(self.by_target[target])
        return self.find(self.by_target[target].number)

    def find(self, number: int) -> Body:
        while self.home.get(number, number) != number:
            number = self.home[number]
        return self.bodies[number]


def cluster_organizations(
    entries: Iterable[Entry],
    person_of: Mapping[EntryKey, str],
    rulings: Rulings | None = None,
) -> tuple[list[list[Affiliation]], list[Link], list[tuple[EntryKey, EntryKey]]]:
    """Groups of entries whose organisation is one, the judged links, and the decided pairs that other decisions forbid.

    ``person_of`` names the person of an entry as far as known (a name's key will do). Joint affiliations are left out.
    The order of the entries changes nothing.
    """
    rulings = rulings or Rulings()
    items = _affiliations(entries, person_of)
    state = _State(marks=rulings.marks)
    waiting: list[Affiliation] = []
    for item in items:
        if item.target.kind == "short" or (item.target.kind == "public" and not item.target.country):
            waiting.append(item)
        else:
            _put(state, item, item.target)
    _merge_best_first(state, _candidates(state))
    _place_waiting(state, waiting)
    _merge_best_first(state, _candidates(state))
    refused = _decided(state, rulings)
    found = [sorted(body.members, key=lambda item: item.sort_key) for body in state.bodies if body.alive and body.members]
    return sorted(found, key=lambda members: members[0].sort_key), state.links, refused


def _decided(state: _State, rulings: Rulings) -> list[tuple[EntryKey, EntryKey]]:
    if not rulings.same:
        return []
    refused = []
    at = {member.entry.key: body.number for body in state.bodies if body.alive for member in body.members}
    for a, b in rulings.same:
        if a in at and b in at:
            left, right = state.find(at[a]), state.find(at[b])
            if clash(left.marks, right.marks):
                refused.append((a, b))
            else:
                _merge(state, left, right, DECIDED)
    return refused


def _put(state: _State, item: Affiliation, target: Target) -> None:
    """Puts an entry into the body of a target; beside it where a decision says that it is another one."""
    marks = state.marks.get(item.entry.key, frozenset())
    while marks and clash(marks, state.body_of(target).marks):
        target = replace(target, key=f"{target.key}~")
    state.body_of(target).take(item, marks)


def _affiliations(entries: Iterable[Entry], person_of: Mapping[EntryKey, str]) -> list[Affiliation]:
    with_name = [entry for entry in entries if entry.organization and entry.organization.strip()]
    written = sorted({entry.organization or "" for entry in with_name})
    standing = standing_names(written)
    targets: dict[str, tuple[BodyName, Target]] = {}
    for text in written:
        body = None if joint_parts(text, standing) else read_body(text)
        if body is not None:
            targets[text] = (body, target_of(body, standing))
    out = []
    for entry in with_name:
        if entry.organization in targets:
            body, target = targets[entry.organization]
            out.append(Affiliation(entry, body, _in_country(target, body, entry), person_of.get(entry.key)))
    return sorted(out, key=lambda item: item.sort_key)


def _in_country(target: Target, body: BodyName, entry: Entry) -> Target:
    """A public body takes the entry's country; one of the list with another seat is a body of the same wording elsewhere."""
    code = entry.country_code
    if target.kind == "public" and target.country is None and code:
        return settled(replace(target, country=code))
    if target.kind == "known" and body.is_public and code:
        seat = known().rows[int(target.key)].seat
        if seat and seat != code and seat not in body.inside:
            return settled(Target("public", body.wording, code))
    return target


def _candidates(state: _State) -> set[tuple[int, int]]:
    """Pairs of bodies that share a rare key of their names, or a person."""
    shelves: dict[tuple[str, str], list[int]] = defaultdict(list)
    for body in state.bodies:
        if body.alive and body.target.kind != "chapter":
            for key in sorted(_keys(body)):
                shelves[key].append(body.number)
    pairs = set()
    for numbers in shelves.values():
        reach = len(numbers) if len(numbers) <= _CROWDED else _WINDOW
        pairs |= {(a, b) for n, a in enumerate(numbers) for b in numbers[n + 1 : n + 1 + reach]}
    return pairs


def _keys(body: Body) -> set[tuple[str, str]]:
    keys: set[tuple[str, str]] = set()
    for name in body.forms:
        keys |= {("joined", name.joined_concepts), ("sorted", name.sorted_concepts), ("page", name.page or name.joined)}
        keys |= {("proper", word) for word in name.proper}
        concepts = sorted(set(name.concepts))
        keys |= {("all but one", " ".join(concepts[:n] + concepts[n + 1 :])) for n in range(len(concepts)) if 2 < len(concepts) < 10}
        keys |= {("start", name.joined[:9]), ("end", name.joined[-9:])}
        keys.add(("joined", name.joined))
        for words in (name.content, name.concepts):
            keys |= {("joined", "".join(words[:at] + words[at + 1 :])) for at in range(len(words)) if len(words) > 1}
    keys |= {("person", person) for person in body.persons}
    return keys


def _judged(state: _State, a: Body, b: Body) -> Judgement | None:
    kind = relation(a, b)
    if kind is None or (kind == "likeness" and not a.persons & b.persons):
        return None
    return None if clash(a.marks, b.marks) else judge(a, b, kind)


def _merge_best_first(state: _State, pairs: set[tuple[int, int]]) -> None:
    bodies = state.bodies
    run = Agglomeration(
        bodies,
        judge=lambda a, b: _judged(state, bodies[a], bodies[b]),
        merge=lambda a, b, judgement: _merge(state, bodies[a], bodies[b], judgement),
        certain=lambda judgement: judgement.reasons[0] in ("translation", "page"),
        limits=weights("organization"),
    )
    run.run(pairs)
    for (a, b), judgement in sorted(run.unsure.items()):
        if state.find(a) is not state.find(b):
            state.links.append(_link(bodies[a], bodies[b], "unsure", judgement))


def _merge(state: _State, into: Body, other: Body, judgement: Judgement) -> None:
    if into is other:
        return
    state.links.append(_link(into, other, "same", judgement))
    into.swallow(other)
    state.home[other.number] = into.number


def _link(a: Body, b: Body, decision: str, judgement: Judgement) -> Link:
    left, right = sorted(str(body.first.entry.key) if body.first else "" for body in (a, b))
    return judgement.link("organization", left, right, decision)


def _place_waiting(state: _State, waiting: Sequence[Affiliation]) -> None:
    """Acronyms and ministries without a country: those with the same company are decided together, all from the same picture."""
    _index_acronyms(state, waiting)
    homes = _homes(state)
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
        chosen.append((items, probe, _choose(state, probe, homes)))
    regions: dict[Target, set[str]] = defaultdict(set)
    for items, _, (body, _) in chosen:
        if body is None:
            regions[items[0].target] |= {items[0].entry.regional_group or ""} - {"", "intergovernmental"}
    for items, probe, (body, judgement) in chosen:
        lonely = len(regions[items[0].target]) < 2 and len(_options(state, probe)) < 2
        target = body.target if body is not None else _alone(items[0], homes, lonely)
        home = state.body_of(target)
        if judgement is not None and home.members:
            state.links.append(_link(home, probe, "same", judgement))
        for item in items:
            _put(state, item, target)


def _index_acronyms(state: _State, waiting: Sequence[Affiliation]) -> None:
    index = known()
    wanted = {item.target.key for item in waiting if item.target.kind == "short"}
    for short in sorted(wanted):
        for number in index.acronyms.get(short, ()):
            body = state.body_of(Target("known", str(number)))
            body.listed.add(number)
            seat = index.rows[number].seat
            if seat:
                body.seats.add(seat)
                body.regions |= {region for region in (places().region.get(seat),) if region}
    table: dict[str, list[int]] = defaultdict(list)
    for body in state.bodies:
        if body.alive:
            made = {short for name in body.forms for short in initials(name.words) | initials(name.content) if len(short) > 2}
            found = set(body.acronyms) | made
            found |= {short for short in wanted if any(n in index.acronyms.get(short, ()) for n in body.listed)}
            for short in found & wanted:
                table[short].append(body.number)
    state.by_acronym = dict(table)
    wordings: dict[str, list[int]] = defaultdict(list)
    for body in state.bodies:
        wording = _wording(body) if body.alive else None
        if wording:
            wordings[wording].append(body.number)
    state.by_wording = dict(wordings)


def _homes(state: _State) -> dict[str, set[str]]:
    """The countries of each person, from the bodies and countries of the entries."""
    out: dict[str, set[str]] = defaultdict(set)
    for body in state.bodies:
        if body.alive and not body.worldwide:
            for member in body.members:
                if member.person:
                    code = member.entry.country_code
                    out[member.person] |= {code} if code else (body.seats if len(body.seats) == 1 else set())
    return out


def _choose(state: _State, probe: Body, homes: Mapping[str, set[str]]) -> tuple[Body | None, Judgement | None]:
    limits = weights("organization")
    judged = []
    for person in probe.persons:
        if len(homes.get(person, ())) == 1:
            probe.countries |= homes[person]
    options = _options(state, probe)
    for body, kind in options:
        judged.append((judge(body, probe, kind, only=len(options) == 1), body))
    judged.sort(key=lambda pair: (-pair[0].total, str(pair[1].target)))
    if not judged or judged[0][0].total < limits.same:
        return None, None
    if len(judged) > 1 and judged[1][0].total > judged[0][0].total - limits.margin:
        return None, None
    return judged[0][1], judged[0][0]


def _options(state: _State, probe: Body) -> list[tuple[Body, str]]:
    if probe.target.kind == "short":
        bodies = [state.find(number) for number in state.by_acronym.get(probe.target.key, ())]
        return [(body, kind) for body in _unique(bodies) if (kind := stands_for(probe.target.key, body))]
    return [(state.find(number), "acronym") for number in state.by_wording.get(probe.target.key, ())]


def _unique(found: Iterable[Body]) -> list[Body]:
    return list({body.number: body for body in found}.values())


def _wording(body: Body) -> str | None:
    if body.target.kind == "public":
        return body.target.key
    return next((name.wording for name in body.forms if name.is_public), None) if body.listed else None


def _alone(item: Affiliation, homes: Mapping[str, set[str]], lonely: bool) -> Target:
    """What nothing decides: a ministry of the person's country; one body where nothing else bears the acronym; else by region, or alone."""
    target = item.target
    home = homes.get(item.person or "", set())
    if target.kind == "public" and len(home) == 1:
        return settled(replace(target, country=next(iter(home))))
    near = "" if lonely else (item.entry.regional_group or item.person or str(item.entry.key))
    return Target("short", f"{target.key} @ {near}")
