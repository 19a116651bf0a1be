"""Names as read, and families of entries: nobody of one family can be one person with somebody of another."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from igf_extract.identity.memory import Memory, packed
from igf_extract.identity.name_match import block_keys, relate
from igf_extract.identity.person_name import PersonName, read_name
from igf_extract.identity.union import Union

_BEARERS = 40  # forms with one word that are looked at to tell whether several people bear it
Form = PersonName
Keys = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """``places``: of the entries, ascending; ``related``: the pairs of their names that may be one person's."""

    places: tuple[int, ...]
    related: tuple[tuple[PersonName, PersonName], ...]


def read_names(written: Iterable[str], memory: Memory) -> tuple[dict[str, PersonName], dict[PersonName, Keys]]:
    """Each text with the name that it is (those that are none left out), and each name with its ``block_keys``."""
    read: dict[str, PersonName] = {}
    form_of: dict[PersonName, PersonName] = {}
    keys: dict[PersonName, Keys] = {}
    for text in written:
        parts = memory.of("name", packed(text), lambda text=text: _parts(text))
        if parts:
            name = PersonName(*parts[:-1])
            name = read[text] = form_of.setdefault(name, name)  # one object a form
            keys.setdefault(name, parts[-1])
    return read, keys


def _parts(text: str) -> tuple:
    name = read_name(text)
    if name is None:
        return ()
    return (name.words, name.initials, name.suffix, name.han, name.arabic, tuple(sorted(block_keys(name))))


def families(
    names: Sequence[PersonName | None], related: Iterable[tuple[PersonName, PersonName]], same: Iterable[tuple[int, int]]
) -> list[Family]:
    """``names``: of each entry, None where it has none; ``same``: places of entries that a decision ties. In the order of their first."""
    ties: Union[PersonName] = Union()
    first: dict[str, PersonName] = {}
    for name in dict.fromkeys(name for name in names if name is not None):
        ties.tie(first.setdefault(name.key, name), name)
    related = list(related)
    for a, b in related:
        ties.tie(a, b)
    for a, b in same:
        left, right = names[a], names[b]
        if left is not None and right is not None:
            ties.tie(left, right)
    places: dict[PersonName, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        if name is not None:
            places[ties.root(name)].append(place)
    pairs: dict[PersonName, list[tuple[PersonName, PersonName]]] = defaultdict(list)
    for a, b in related:
        pairs[ties.root(a)].append((a, b))
    return [Family(tuple(found), tuple(pairs.get(root, ()))) for root, found in places.items()]


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
        out[word] = memory.of("bearers", content, lambda some=some: 1 if all(relate(some[0], other) for other in some[1:]) else 2)
    return out
