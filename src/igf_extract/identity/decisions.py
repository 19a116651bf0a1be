"""``decisions.csv``: a person's judgements (a, b, same or different, why), replayed on every run; they win over every rule."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from igf_extract.identity.union import Union
from igf_extract.model import Decision, DecisionConflict, Entry, EntryKey

KINDS = ("person", "organization")
_COLUMNS = ["a", "b", "decision", "why", "kind"]
Mark = tuple[int, int]


class DecisionFileError(Exception):
    """A decisions file is wrong: says which line and what to write there."""


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a CSV file with the columns a, b, decision (same, different), why, and optionally kind (person, organization).

    Raises:
        DecisionFileError: a column is missing, or a line has another decision or kind.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = set(_COLUMNS[:3]) - set(reader.fieldnames or ())
        if missing:
            raise DecisionFileError(f"{path.name}: column {sorted(missing)[0]!r} is missing; the first line must be: {','.join(_COLUMNS)}")
        return tuple(_decision(path, reader.line_num, row) for row in reader)


def _decision(path: Path, line: int, row: Mapping[str, str | None]) -> Decision:
    a, b, decision = ((row.get(name) or "").strip() for name in _COLUMNS[:3])
    kind = (row.get("kind") or "person").strip()
    if decision not in ("same", "different"):
        raise DecisionFileError(f"{path.name}, line {line}: decision is {decision!r}; write same or different")
    if kind not in KINDS:
        raise DecisionFileError(f"{path.name}, line {line}: kind is {kind!r}; write person or organization")
    if not a or not b or a == b:
        raise DecisionFileError(f"{path.name}, line {line}: a and b must be two different entries or names")
    return Decision(a, b, decision, (row.get("why") or "").strip(), kind)


@dataclass(frozen=True, slots=True)
class Rulings:
    """The decisions about one kind, as entries.

    ``same``: pairs of entries. ``marks``: entry -> (number of a "different" decision, side); two entries with one number and
    the two sides are two people, and so is everything that a "same" decision ties to them.
    """

    same: tuple[tuple[EntryKey, EntryKey], ...] = ()
    marks: Mapping[EntryKey, frozenset[Mark]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Replay:
    """All decisions as entries, by kind; those that no entry answers to; those that contradict others."""

    rulings: Mapping[str, Rulings]
    unused: tuple[Decision, ...]
    conflicts: tuple[DecisionConflict, ...]


def clash(mine: Set[Mark], theirs: Set[Mark]) -> bool:
    """Whether a decision says that the bearers of these marks are two."""
    return bool(mine and theirs) and any((number, 1 - side) in theirs for number, side in mine)


class Marked(Protocol):
    """What is put together of entries, with the marks of all of them."""

    marks: frozenset[Mark]


M = TypeVar("M", bound=Marked)


def carry_out(same: Iterable[tuple[int, int]], at: Callable[[int], M], merge: Callable[[M, M], None]) -> tuple[tuple[int, int], ...]:
    """Merges what stands ``at`` the two places of each pair; gives the pairs that a "different" decision forbids."""
    refused = []
    for a, b in same:
        left, right = at(a), at(b)
        if clash(left.marks, right.marks):
            refused.append((a, b))
        else:
            merge(left, right)
    return tuple(refused)


def replay(decisions: Sequence[Decision], entries: Sequence[Entry]) -> Replay:
    """The decisions as rulings about entries.

    ``a`` and ``b`` are the keys of entries as in ``identity_links`` (document/session/ordinal), or names exactly as written; a name
    stands for all entries that bear it. Where decisions contradict one another "different" stands, as the safer of the two.
    """
    index = _index(entries) if decisions else {}
    unused: list[Decision] = []
    conflicts: list[DecisionConflict] = []
    rulings = {}
    for kind in KINDS:
        board = _Board(kind)
        mine = sorted((d for d in decisions if d.kind == kind), key=lambda d: (d.decision, d.a, d.b, d.why))
        for decision in mine:  # all "different" before all "same"
            left, right = index.get((kind, decision.a), []), index.get((kind, decision.b), [])
            if not board.take(decision, left, right):
                unused.append(decision)
        rulings[kind] = board.rulings()
        conflicts += board.conflicts
    return Replay(MappingProxyType(rulings), tuple(unused), tuple(conflicts))


def _index(entries: Sequence[Entry]) -> dict[tuple[str, str], list[EntryKey]]:
    index: dict[tuple[str, str], list[EntryKey]] = {}
    for entry in entries:
        for kind, written in (("person", entry.name), ("organization", entry.organization)):
            for text in {str(entry.key), written or ""} - {""}:
                index.setdefault((kind, text), []).append(entry.key)
    return index


class _Board:
    """Takes decisions one by one: "different" as marks, "same" as a union of entries that no marks forbid."""

    def __init__(self, kind: str) -> None:
        self.conflicts: list[DecisionConflict] = []
        self._kind = kind
        self._marks: dict[EntryKey, set[Mark]] = {}
        self._tied: Union[EntryKey] = Union()
        self._same: list[tuple[EntryKey, EntryKey]] = []
        self._count = 0

    def take(self, decision: Decision, left: Sequence[EntryKey], right: Sequence[EntryKey]) -> bool:
        """False where the decision is about no two entries."""
        if decision.decision == "different":
            if len(left) > len(right):  # "this one is none of those who bear that name", though it bears it too
                left = [key for key in left if key not in set(right)]
            else:
                right = [key for key in right if key not in set(left)]
        if not left or not right:
            return False
        if decision.decision == "different":
            for side, keys in enumerate((left, right)):
                for key in keys:
                    self._marks.setdefault(key, set()).add((self._count, side))
            self._count += 1
            return True
        self._join(decision, [*left, *right])
        return True

    def _join(self, decision: Decision, keys: Sequence[EntryKey]) -> None:
        refused = None
        for key in keys[1:]:
            a, b = self._tied.root(keys[0]), self._tied.root(key)
            if a == b:
                continue
            if clash(self._marks.get(a, set()), self._marks.get(b, set())):
                refused = refused or key
                continue
            self._tied.tie(a, b)
            if b in self._marks:
                self._marks.setdefault(a, set()).update(self._marks[b])
            self._same.append((keys[0], key))
        if refused is not None:
            self.conflicts.append(DecisionConflict(decision, refused, "another decision says that they are different"))

    def rulings(self) -> Rulings:
        """What was taken, as entries."""
        members = {*self._marks, *(key for pair in self._same for key in pair)}
        marks = {key: frozenset(found) for key in sorted(members) if (found := self._marks.get(self._tied.root(key)))}
        return Rulings(tuple(self._same), MappingProxyType(marks))
