"""The one normal form under which words are stored and looked up."""

from __future__ import annotations

import unicodedata

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


def fold(text: str) -> str:
    """Case, typographic quotes and dashes, width forms, and runs of blanks made equal; accents kept.

    >>> fold("Policy  Question(s)")
    'policy question(s)'
    >>> fold("Asia–Pacific Group")
    'asia-pacific group'
    """
    return " ".join(unicodedata.normalize("NFKC", text).translate(_TABLE).casefold().split())


def fold_accents(text: str) -> str:
    """``fold`` without diacritics, for names.

    >>> fold_accents("Nicolás Fierro")
    'nicolas fierro'
    """
    decomposed = unicodedata.normalize("NFD", fold(text))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
