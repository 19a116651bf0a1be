"""Folding that keeps every character in its place, so that a position in the folded text is one in the text itself."""

from __future__ import annotations

from collections.abc import Callable

from igf_extract.vocab.fold import fold, fold_accents


class _Table(dict[int, str]):
    """Maps a character to its folded form where that is one character; filled while it is used, bounded by Unicode itself."""

    def __init__(self, folding: Callable[[str], str]) -> None:
        super().__init__()
        self._folding = folding

    def __missing__(self, code: int) -> str:
        char = chr(code)
        simple = " " if char.isspace() else self._folding(char)
        self[code] = simple if len(simple) == 1 else char
        return self[code]


_FOLDED = _Table(fold)
_PLAIN = _Table(fold_accents)


def fold_in_place(text: str) -> str:
    """``fold`` character by character; accents are kept and runs of blanks stay runs.

    >>> fold_in_place("Débat – 60")
    'débat - 60'
    """
    return text.translate(_FOLDED)


def plain(text: str) -> str:
    """``fold_in_place`` without accents.

    >>> plain("Déc. – 3 Août")
    'dec. - 3 aout'
    """
    return text.translate(_PLAIN)
