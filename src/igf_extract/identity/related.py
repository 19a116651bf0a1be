"""Which written forms of names relate to one another: found once for a corpus, near-linear in the number of forms."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from igf_extract.identity.name_match import block_keys, finer_keys, relate
from igf_extract.identity.person_name import PersonName

_BLOCK = 60  # names of one block that are compared with one another; a larger block is cut by a second word
_WINDOW = 12  # in a part that is still larger each name is compared with its next neighbours
_SHARES = 64  # pairs are told apart in so many shares, one after the other, to hold only one of them in memory


def related_forms(forms: Iterable[PersonName]) -> list[tuple[PersonName, PersonName]]:
    """The pairs of forms that may be one person's, each once, in a fixed order."""
    ordered = sorted(set(forms), key=lambda name: name.ordered)
    shares = [array("Q") for _ in range(_SHARES)]
    count = len(ordered)
    for block in _blocks(ordered):
        reach = len(block) if len(block) <= _BLOCK else _WINDOW
        for place, a in enumerate(block):
            share = shares[a % _SHARES]
            for b in block[place + 1 : place + 1 + reach]:
                share.append(a * count + b)
    related = []
    for share in shares:
        for packed in sorted(set(share)):
            a, b = divmod(packed, count)
            if relate(ordered[a], ordered[b]):
                related.append((a, b))
    return [(ordered[a], ordered[b]) for a, b in sorted(related)]


def _blocks(forms: Sequence[PersonName]) -> Iterator[list[int]]:
    """Numbers of forms that share a key, ascending."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for key in block_keys(form):
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
