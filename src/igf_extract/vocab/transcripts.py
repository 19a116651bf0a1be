"""The words around turns (``data/transcripts.toml``), folded once."""

from __future__ import annotations

from functools import cache

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data


@cache
def words(group: str) -> frozenset[str]:
    """One list of the file, folded."""
    return frozenset(map(fold, read_data("transcripts.toml")[group]))


@cache
def _ordered(group: str) -> tuple[str, ...]:
    return tuple(sorted(words(group)))


def starts(text: str, group: str) -> bool:
    """Whether the line begins with an entry of the list."""
    return fold(text[:200]).startswith(_ordered(group))


def holds(text: str, group: str) -> bool:
    """Whether an entry of the list occurs in the line.

    >>> holds("Although it is largely accurate, in some cases", "disclaimer")
    True
    """
    folded = fold(text[:3000])
    return any(entry in folded for entry in _ordered(group))
