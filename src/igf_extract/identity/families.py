"""Names as read, and families of entries: nobody of one family can be one person with somebody of another."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from igf_extract.identity.memory import Memory, packed
from igf_extract.identity.name_match import block_keys, relate
from igf_extract.identity.person_name import PersonName, read_name
from igf_extract.identity.union import Union

_BEARERS = 40  # forms with one word that are looked at to tell whether several people bear it
Keys = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """The written forms of a corpus. ``names``: in the order of ``ordered``; ``keys``: the ``block_keys`` of each; ``number``: by text."""

    names: Sequence[PersonName]
    keys: Sequence[Keys]
    number: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Family:
    """``places``: of the entries, ascending; ``related``: the pairs of their forms (by number) that may be one person's."""

    places: Sequence[int]
    related: Sequence[tuple[int, int]]


def read_forms(written: Iterable[str], memory: Memory) -> Forms:
    """The forms of texts; those that are no name are left out. The order of the texts changes nothing."""
    by_form: dict[PersonName, list[str]] = {}
    keys: dict[PersonName, Keys] = {}
    for text in sorted(set(written)):
        parts = memory.of("name", packed(text), lambda text=text: _parts(text))  # type: ignore[misc]
        if parts:
            *fields, blocks = parts
            name = PersonName(*fields)
            by_form.setdefault(name, []).append(text)
            keys.setdefault(name, blocks)
    names = sorted(by_form, key=lambda name: name.ordered)
    number = {text: n for n, name in enumerate(names) for text in by_form[name]}
    return Forms(names, [keys[name] for name in names], number)


def _parts(text: str) -> tuple[Any, ...]:
    name = read_name(text)
    if name is None:
        return ()
    return (name.words, name.initials, name.suffix, name.han, name.arabic, tuple(sorted(block_keys(name))))


def families(forms: Forms, at: Sequence[int], related: Sequence[tuple[int, int]], same: Iterable[tuple[int, int]]) -> list[Family]:
    """The families, in the order of their first entries.

    ``at``: the number of each entry's form, -1 where it has none; ``same``: places of entries that a decision ties.
    """
    ties: Union[int] = Union()
    first: dict[str, int] = {}
    for number, name in enumerate(forms.names):
        ties.tie(first.setdefault(name.key, number), number)
    for a, b in related:
        ties.tie(a, b)
    for a, b in same:
        if at[a] >= 0 and at[b] >= 0:
            ties.tie(at[a], at[b])
    roots = [ties.root(number) for number in range(len(forms.names))]
    places: dict[int, list[int]] = defaultdict(list)
    for place, number in enumerate(at):
        if number >= 0:
            places[roots[number]].append(place)
    pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for a, b in related:
        pairs[roots[a]].append((a, b))
    return [Family(found, pairs.get(root, ())) for root, found in places.items()]


def bearers(forms: Iterable[PersonName], memory: Memory) -> Mapping[str, int]:
    """For each word of a name whether 1 or more (2) clearly different people bear it: names that do not relate to one another."""
    by_word: dict[str, list[PersonName]] = defaultdict(list)
    for name in forms:
        for word in name.core:
            by_word[word].append(name)
    out = {}
    for word, found in by_word.items():
        if len(found) == 1:
            out[word] = 1
            continue
        some = heapq.nsmallest(_BEARERS, found, key=lambda n: (-len(n.core), n.ordered))
        content = packed(*(name.ordered for name in some))
        out[word] = memory.of("bearers", content, lambda some=some: _borne(some))  # type: ignore[misc]
    return out


def _borne(some: Sequence[PersonName]) -> int:
    return 1 if all(relate(some[0], other) for other in some[1:]) else 2
