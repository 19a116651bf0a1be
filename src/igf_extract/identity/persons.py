"""Which entries are one person: block by name, judge, merge the best pair first, under constraints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from igf_extract.identity.agglomerate import Agglomeration
from igf_extract.identity.group import REPEATING, Group, Named
from igf_extract.identity.name_match import block_keys, relate, sounded
from igf_extract.identity.person_name import PersonName
from igf_extract.identity.person_score import compatible, judge, shares_session
from igf_extract.identity.score import Judgement, probability, weights
from igf_extract.model import EntryKey, Link

_BLOCK = 60  # names of one block that are compared with one another; in a larger block each with its next neighbours
_WINDOW = 12  # groups of one name (or of two related names) that are compared with one another beyond those that share evidence


@dataclass(slots=True)
class _State:
    groups: list[Group]
    rare: Mapping[str, int]
    forbidden: frozenset[frozenset[EntryKey]]
    apart: frozenset[frozenset[str]]
    links: list[Link] = field(default_factory=list)
    home: dict[int, int] = field(default_factory=dict)

    def find(self, number: int) -> int:
        while self.home.get(number, number) != number:
            self.home[number] = self.home.get(self.home[number], self.home[number])
            number = self.home[number]
        return number


def cluster_persons(
    named: Iterable[Named], same: Sequence[tuple[EntryKey, EntryKey]] = (), different: Sequence[tuple[EntryKey, EntryKey]] = ()
) -> tuple[list[list[Named]], list[Link]]:
    """Groups of entries that are one person each, and the judged links. ``same`` and ``different`` are decisions: they win.

    The result depends on the entries only, not on their order.
    """
    entries = sorted(named, key=lambda item: item.sort_key)
    apart = _seen_together(entries)
    forbidden = frozenset(frozenset(pair) for pair in different)
    state = _State(_first_groups(entries, apart, forbidden), {}, forbidden, apart)
    state.rare = _bearers(state.groups)
    at = {member.entry.key: group.number for group in state.groups for member in group.members}
    for a, b in same:
        if a in at and b in at:
            _merge(state, state.groups[state.find(at[a])], state.groups[state.find(at[b])], Judgement(30.0, ("decision",)))
    _merge_best_first(state, _candidates(state))
    found = [sorted(group.members, key=lambda item: item.sort_key) for group in state.groups if group.alive]
    return sorted(found, key=lambda members: members[0].sort_key), state.links


def _seen_together(entries: Sequence[Named]) -> frozenset[frozenset[str]]:
    """Pairs of ordered names that some session shows as two people, though they relate: they are two people everywhere."""
    sessions: dict[str, dict[str, PersonName]] = defaultdict(dict)
    for item in entries:
        if item.entry.role not in REPEATING:
            sessions[item.entry.session].setdefault(item.name.ordered, item.name)
    pairs = set()
    for people in sessions.values():
        by_word: dict[str, list[str]] = defaultdict(list)
        for ordered, name in people.items():
            for word in {sounded(word) for word in name.core}:
                by_word[word].append(ordered)
        for together in by_word.values():
            some = together[:20]
            pairs |= {frozenset((a, b)) for n, a in enumerate(some) for b in some[n + 1 :] if people[a].key == people[b].key}
    return frozenset(pairs)


def _first_groups(entries: Sequence[Named], apart: frozenset[frozenset[str]], forbidden: frozenset[frozenset[EntryKey]]) -> list[Group]:
    """Entries that nothing could tell apart: one name (in any order), one organisation, one group and region."""
    ordered_only = {ordered for pair in apart for ordered in pair}
    buckets: dict[object, Group] = {}
    groups: list[Group] = []
    for item in entries:
        entry = item.entry
        spelled = item.name.ordered if item.name.ordered in ordered_only else item.name.key
        if not (item.sure or entry.stakeholder_group or entry.regional_group):
            key: object = (spelled, entry.session)
        else:
            key = (spelled, tuple(sorted(item.sure)), entry.stakeholder_group, entry.regional_group, entry.country_code)
        while forbidden and key in buckets and any(frozenset((entry.key, m.entry.key)) in forbidden for m in buckets[key].members):
            key = (key, "other")
        if key not in buckets:
            buckets[key] = Group(len(groups))
            groups.append(buckets[key])
        buckets[key].take(item)
    return groups


def _bearers(forms: Iterable[PersonName]) -> dict[str, int]:
    """For each word of a name whether 1 or more (2) clearly different people bear it: names that do not relate to one another."""
    by_word: dict[str, list[PersonName]] = defaultdict(list)
    for name in forms:
        for word in name.core:
            by_word[word].append(name)
    out = {}
    for word, found in by_word.items():
        some = heapq.nsmallest(_BEARERS, found, key=lambda n: (-len(n.core), n.ordered))
        out[word] = 1 if all(relate(some[0], other) for other in some[1:]) else 2
    return out


def _candidates(state: _State) -> set[tuple[int, int]]:
    """Pairs of groups worth judging, near-linear in the number of groups."""
    by_form: dict[PersonName, list[int]] = defaultdict(list)
    for group in state.groups:
        for name in group.names:
            if group.alive:
                by_form[name].append(group.number)
    pairs: set[tuple[int, int]] = set()
    for numbers in by_form.values():
        pairs |= _within(state, numbers)
    for a, b in _related_forms(list(by_form)):
        pairs |= _between(state, by_form[a], by_form[b])
    return pairs


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _within(state: _State, numbers: list[int]) -> set[tuple[int, int]]:
    return _between(state, numbers, numbers)


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
    if state.apart and any(frozenset((x.ordered, y.ordered)) in state.apart for x in a.names for y in b.names):
        return False
    return not state.forbidden or not any(frozenset((x.entry.key, y.entry.key)) in state.forbidden for x in a.members for y in b.members)


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
    state.home[other.number] = into.number


def _note_unsure(state: _State, unsure: Mapping[tuple[int, int], Judgement]) -> None:
    for (a, b), judgement in sorted(unsure.items()):
        if state.find(a) != state.find(b):
            state.links.append(_link(state.groups[a], state.groups[b], "unsure", judgement))


def _link(a: Group, b: Group, decision: str, judgement: Judgement) -> Link:
    left, right = sorted((str(a.members[0].entry.key), str(b.members[0].entry.key)))
    return Link("person", left, right, decision, probability(judgement.total), " ".join(judgement.reasons))
