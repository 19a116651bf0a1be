"""The one normal form under which words are stored and looked up."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = {
    ord("‘"): "'",
    ord("’"): "'",
    ord("ʼ"): "'",
    ord("`"): "'",
    ord("´"): "'",
    ord("“"): '"',
    ord("”"): '"',
    ord("«"): '"',
    ord("»"): '"',
}
_TABLE = {**_DASHES, **_QUOTES, 0x200B: None, 0x200C: None, 0x200D: None, 0xFEFF: None, 0x00AD: None}
_SHORT = 200  # characters of a text that is asked for again and again: a word, a label, a line of a list


def fold(text: str) -> str:
    """Case, typographic quotes and dashes, width forms, and runs of blanks made equal; accents kept.

    >>> fold("Policy  Question(s)")
    'policy question(s)'
    >>> fold("Asia–Pacific Group")
    'asia-pacific group'
    """
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    return " ".join(unicodedata.normalize("NFKC", text).translate(_TABLE).casefold().split())


_fold_short = lru_cache(maxsize=32768)(_fold)


def fold_accents(text: str) -> str:
    """``fold`` without diacritics, for names.

    >>> fold_accents("Nicolás Fierro")
    'nicolas fierro'
    """
    return text.lower() if text.isascii() and text.isalpha() else _without_accents(fold(text))


@lru_cache(maxsize=32768)
def _without_accents(folded: str) -> str:
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFD", folded)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
