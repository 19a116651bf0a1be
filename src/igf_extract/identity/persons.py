"""Which entries of a family are one person: judge, merge the best pair first, under constraints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from igf_extract.identity.agglomerate import Agglomeration
from igf_extract.identity.decisions import Mark, carry_out, clash
from igf_extract.identity.group import REPEATING, Group, Named
from igf_extract.identity.outcome import Outcome, PartLink, part_link
from igf_extract.identity.person_name import PersonName
from igf_extract.identity.person_score import compatible, judge, shares_session
from igf_extract.identity.score import DECIDED, Judgement, weights
from igf_extract.identity.union import Union
from igf_extract.model import EntryKey

_WINDOW = 12  # groups of one name (or of two related names) that are compared with one another beyond those that share evidence

Marks = Mapping[EntryKey, frozenset[Mark]]


@dataclass(slots=True)
class _State:
    groups: list[Group]
    rare: Mapping[str, int]
    apart: Mapping[str, frozenset[str]]
    links: list[PartLink] = field(default_factory=list)
    merged: Union[int] = field(default_factory=Union)

    def find(self, number: int) -> Group:
        """The group that has swallowed the one of this number, or that group itself."""
        return self.groups[self.merged.root(number)]


def cluster_persons(
    entries: Sequence[Named],
    related: Sequence[tuple[PersonName, PersonName]],
    rare: Mapping[str, int],
    marks: Marks,
    same: Sequence[tuple[int, int]] = (),
) -> Outcome:
    """The clusters of a family, whose entries are one person each, and the judged pairs.

    ``entries``: in the order of their places, which count from 0; ``related``: the pairs of their names that may be one person's;
    ``rare``: see ``bearers``; ``marks`` and ``same`` (pairs of places): the decisions on record, which win over everything else.
    """
    apart, repeating = _seen_together(entries)
    state = _State(_first_groups(entries, apart, repeating, marks), rare, apart)
    refused = _decided(state, same)
    if len(state.groups) > 1:
        _merge_best_first(state, _candidates(state, related))
    found = [tuple(sorted(member.place for member in group.members)) for group in state.groups if group.alive]
    return Outcome(tuple(sorted(found)), tuple(state.links), refused)


def _decided(state: _State, same: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    at = {member.place: group.number for group in state.groups for member in group.members} if same else {}
    return carry_out(same, lambda place: state.find(at[place]), lambda a, b: _merge(state, a, b, DECIDED))


def _seen_together(entries: Sequence[Named]) -> tuple[dict[str, frozenset[str]], set[EntryKey]]:
    """Names in two orders within one session: other people, unless a bare organizer's line repeats a line that says more.

    Gives: ordered name -> its other orders that are other people everywhere; and the entries that repeat.
    """
    sessions: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for item in entries:
        if item.entry.role not in REPEATING:
            sessions[(item.entry.session, item.name.key)].append(item)
    apart: dict[str, frozenset[str]] = {}
    repeating: set[EntryKey] = set()
    for items in sessions.values():
        if len({item.name.ordered for item in items}) > 1:
            echoes = [item for item in items if item.entry.role == "organizer" and item.bare and not item.entry.organization]
            if len(echoes) < len(items):
                repeating |= {item.entry.key for item in echoes}
            orders = {item.name.ordered for item in items if item.entry.key not in repeating}
            for one in orders if len(orders) > 1 else ():
                apart[one] = apart.get(one, frozenset()) | (orders - {one})
    return apart, repeating


def _first_groups(entries: Sequence[Named], apart: Mapping[str, frozenset[str]], repeating: Set[EntryKey], marks: Marks) -> list[Group]:
    """Entries that nothing could tell apart: one name (in any order), one organisation, one group and region."""
    buckets: dict[object, Group] = {}
    groups: list[Group] = []
    for item in entries:
        entry = item.entry
        spelled = item.name.ordered if item.name.ordered in apart else item.name.key
        if item.bare:
            key: object = (spelled, entry.session)
        else:
            key = (spelled, tuple(sorted(item.sure)), entry.stakeholder_group, entry.regional_group, entry.country_code)
        mine = marks.get(entry.key, frozenset())
        while mine and key in buckets and clash(mine, buckets[key].marks):
            key = (key, "other")
        if key not in buckets:
            buckets[key] = Group(len(groups))
            groups.append(buckets[key])
        buckets[key].take(item, item.entry.role in REPEATING or item.entry.key in repeating, mine)
    return groups


def _candidates(state: _State, related: Iterable[tuple[PersonName, PersonName]]) -> set[tuple[int, int]]:
    """Pairs of groups worth judging, near-linear in the number of groups."""
    by_form: dict[PersonName, list[int]] = defaultdict(list)
    for group in state.groups:
        for name in group.names:
            if group.alive:
                by_form[name].append(group.number)
    pairs: set[tuple[int, int]] = set()
    for numbers in by_form.values():
        pairs |= _between(state, numbers, numbers)
    for a, b in related:
        if a in by_form and b in by_form:
            pairs |= _between(state, by_form[a], by_form[b])
    return pairs


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _between(state: _State, left: list[int], right: list[int]) -> set[tuple[int, int]]:
    """All pairs of two short lists; of long ones those that share an organisation, a session, or group and region, and neighbours."""
    if len(left) * len(right) <= _WINDOW * _WINDOW * 4:
        return {_pair(a, b) for a in left for b in right if a != b}
    shelves: dict[object, list[int]] = defaultdict(list)
    for number in right:
        for key in _evidence_keys(state.groups[number]):
            shelves[key].append(number)
    out = set()
    for n, a in enumerate(left):
        near = right[max(0, n - 2) : n + 3]
        shared = [b for key in _evidence_keys(state.groups[a]) for b in shelves.get(key, ())[:_WINDOW]]
        out |= {_pair(a, b) for b in (*near, *shared) if a != b}
    return out


def _evidence_keys(group: Group) -> list[object]:
    keys: list[object] = [("organization", found) for found in sorted(group.sure)]
    keys += [("session", session) for session in sorted(group.sessions)[:5]]
    keys += [("field", g, r) for g in sorted(group.groups) for r in sorted(group.regions)]
    return keys


def _allowed(state: _State, a: Group, b: Group) -> bool:
    if shares_session(a, b) == "clash":
        return False
    others = {other for name in a.names for other in state.apart.get(name.ordered, ())}
    if others and any(name.ordered in others for name in b.names):
        return False
    return not clash(a.marks, b.marks)


def _judged(state: _State, a: Group, b: Group) -> Judgement | None:
    if not _allowed(state, a, b):
        return None
    relation = compatible(a, b)
    return None if relation is None else judge(a, b, relation, state.rare)


def _merge_best_first(state: _State, pairs: set[tuple[int, int]]) -> None:
    groups = state.groups
    run = Agglomeration(
        groups,
        judge=lambda a, b: _judged(state, groups[a], groups[b]),
        merge=lambda a, b, judgement: _merge(state, groups[a], groups[b], judgement),
        certain=lambda judgement: judgement.reasons[0] in ("same", "spelling") or "same_organization" in judgement.reasons,
        limits=weights("person"),
    )
    run.run(pairs)
    _note_unsure(state, run.unsure)


def _merge(state: _State, into: Group, other: Group, judgement: Judgement) -> None:
    if into is other:
        return
    state.links.append(_link(into, other, "same", judgement))
    into.swallow(other)
    state.merged.tie(into.number, other.number)


def _note_unsure(state: _State, unsure: Mapping[tuple[int, int], Judgement]) -> None:
    for (a, b), judgement in sorted(unsure.items()):
        if state.find(a) is not state.find(b):
            state.links.append(_link(state.groups[a], state.groups[b], "unsure", judgement))


def _link(a: Group, b: Group, decision: str, judgement: Judgement) -> PartLink:
    return part_link("person", a.members[0], b.members[0], decision, judgement)
