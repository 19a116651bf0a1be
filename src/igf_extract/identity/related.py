"""Which written forms of names relate to one another: found once for a corpus, near-linear in the number of forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from igf_extract.identity.memory import Memory, packed
from igf_extract.identity.name_match import finer_keys, relate
from igf_extract.identity.person_name import PersonName

_BLOCK = 60  # names of one block that are compared with one another; a larger block is cut by a second word
_WINDOW = 12  # in a part that is still larger each name is compared with its next neighbours

Keys = tuple[tuple[str, str], ...]


def related_forms(keys: Mapping[PersonName, Keys], memory: Memory) -> list[tuple[PersonName, PersonName]]:
    """The pairs of forms that may be one person's, each once, in a fixed order. ``keys``: each form with its ``block_keys``.

    What the names of a block gave is taken from ``memory`` where the block is as it was.
    """
    ordered = sorted(keys, key=lambda name: name.ordered)
    found: set[tuple[int, int]] = set()
    for block in _blocks(ordered, keys):
        if len(block) <= _BLOCK:
            found |= _pairs(ordered, block, len(block), memory)
            continue
        for place in range(len(block) - 1):  # a new name in the middle changes its next neighbours only
            found |= _pairs(ordered, block[place : place + 1 + _WINDOW], 1, memory)
    return [(ordered[a], ordered[b]) for a, b in sorted(found)]


def _pairs(forms: Sequence[PersonName], block: Sequence[int], heads: int, memory: Memory) -> set[tuple[int, int]]:
    """The related ones among the pairs of each of the first ``heads`` names with those behind it."""
    if len(block) < 2:
        return set()
    some = [forms[number] for number in block]
    content = packed(str(heads), *(name.ordered for name in some))
    pairs = memory.of("related", content, lambda: _related(some, heads))
    return {(block[a], block[b]) for a, b in pairs}


def _related(some: Sequence[PersonName], heads: int) -> tuple[tuple[int, int], ...]:
    return tuple((a, b) for a in range(heads) for b in range(a + 1, len(some)) if relate(some[a], some[b]))


def _blocks(forms: Sequence[PersonName], keys: Mapping[PersonName, Keys]) -> Iterator[list[int]]:
    """Numbers of forms that share a key, ascending."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for key in keys[form]:
            blocks[key].append(number)
    for key, block in blocks.items():
        if len(block) <= _BLOCK:
            yield block
            continue
        parts: dict[str, list[int]] = defaultdict(list)
        for number in block:
            for finer in finer_keys(forms[number], key[0]):
                parts[finer].append(number)
        yield from parts.values()
