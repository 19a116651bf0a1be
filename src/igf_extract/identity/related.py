"""Which written forms of names relate to one another: found once for a corpus, near-linear in the number of forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from igf_extract.identity.families import Forms
from igf_extract.identity.memory import Memory, packed
from igf_extract.identity.name_match import finer_keys, relate
from igf_extract.identity.person_name import PersonName

_BLOCK = 24  # names of one block that are compared with one another; a larger block is cut by a second word
_WINDOW = 12  # in a part that is still larger each name is compared with its next neighbours


Pairs = tuple[tuple[int, int], ...]


def related_forms(forms: Forms, memory: Memory) -> list[tuple[int, int]]:
    """The pairs of forms (by number) that may be one person's, each once, ascending.

    What the names of a block gave is taken from ``memory``; in a block that has changed only new names are compared.
    """
    found: set[tuple[int, int]] = set()
    for key, block in _blocks(forms):
        if len(block) <= _BLOCK:
            some = [forms.names[number] for number in block]
            found |= {(block[a], block[b]) for a, b in _in_block(key, some, memory)}
            continue
        for place in range(len(block) - 1):  # a new name in the middle changes its next neighbours only
            near = block[place : place + 1 + _WINDOW]
            found |= {(near[0], near[b]) for b in _of_first([forms.names[number] for number in near], memory)}
    return sorted(found)


def _in_block(key: tuple[str, ...], some: Sequence[PersonName], memory: Memory) -> Pairs:
    """The related pairs among all names of a block, by their places in it."""
    ordered = tuple(name.ordered for name in some)
    pairs = memory.of("related", packed(*ordered), lambda: _grown(key, some, memory))
    memory.keep("block", packed(*key), ordered)
    return pairs


def _grown(key: tuple[str, ...], some: Sequence[PersonName], memory: Memory) -> Pairs:
    """As ``_in_block``, with what is known of the names that the block held when it was seen last."""
    old: tuple[str, ...] = memory.last("block", packed(*key)) or ()
    known: Pairs | None = memory.last("related", packed(*old)) if old else None
    before = {word: place for place, word in enumerate(old)} if known is not None else {}
    at = [before.get(name.ordered, -1) for name in some]
    kept = frozenset(known or ())
    return tuple(
        (a, b)
        for a in range(len(some))
        for b in range(a + 1, len(some))
        if ((at[a], at[b]) in kept if at[a] >= 0 and at[b] >= 0 else relate(some[a], some[b]))
    )


def _of_first(some: Sequence[PersonName], memory: Memory) -> tuple[int, ...]:
    """The places of the names that relate to the first."""
    content = packed(*(name.ordered for name in some))
    return memory.of("near", content, lambda: tuple(n for n in range(1, len(some)) if relate(some[0], some[n])))


def _blocks(forms: Forms) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Keys, and the numbers of the forms that share one, ascending."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, keys in enumerate(forms.keys):
        for key in keys:
            blocks[key].append(number)
    for key, block in blocks.items():
        if len(block) <= _BLOCK:
            if len(block) > 1:
                yield key, block
            continue
        parts: dict[str, list[int]] = defaultdict(list)
        for number in block:
            for finer in finer_keys(forms.names[number], key[0]):
                parts[finer].append(number)
        yield from (((*key, finer), part) for finer, part in parts.items() if len(part) > 1)
