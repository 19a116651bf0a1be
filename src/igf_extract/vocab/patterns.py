"""Words of a list as a part of a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable

from igf_extract.vocab.fold import fold


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words, each once, longer ones first and those of one length by their letters: "of the" is tried before "of"."""
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def any_of(words: Iterable[str]) -> str:
    """The words as branches of a pattern, taken literally, longer ones first; the same text for the same words in any order.

    >>> any_of(["of", "of the", "de"])
    'of\\\\ the|de|of'
    """
    return "|".join(map(re.escape, longest_first(words)))


def any_folded(words: Iterable[str]) -> str:
    """The same for folded texts.

    >>> any_folded(["Été", "IGF"])
    'igf|été'
    """
    return any_of(map(fold, words))
