"""The letters of written names made equal: double encoding, lock signs, accents, other scripts (``data/letters.toml``)."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

import regex

from igf_extract.vocab.fold import fold_accents
from igf_extract.vocab.load import read_data

_LOCKS = regex.compile("🔒|๐Ÿ”[’']?")


def unbroken(text: str) -> str:
    """UTF-8 that was read as Windows-1252 put right, where the whole text allows it.

    >>> unbroken("BjÃ¶rn")
    'Björn'
    """
    if text.isascii():
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def unlocked(written: str) -> str:
    """``written`` without the lock signs of redacted pages, and ``unbroken``."""
    return unbroken(_LOCKS.sub("", written))


def plain(text: str) -> str:
    """Folded, without accents, with the letters that no decomposition covers, Cyrillic and Greek by their usual transliteration.

    >>> plain("Łukasz Щукин")
    'lukasz shchukin'
    """
    latin, others = _tables()
    folded = fold_accents(text).translate(latin)
    return folded if folded.isascii() else folded.replace("ου", "ou").translate(others).replace("_", "")


def is_han(char: str) -> bool:
    """Whether a character is of the Han script."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


@cache
def _tables() -> tuple[MappingProxyType[int, str], MappingProxyType[int, str]]:
    """For ``str.translate``: the letters of the Latin script, and those of other scripts."""
    data = read_data("letters.toml")
    latin, others = str.maketrans(dict(data["latin"])), str.maketrans({**data["cyrillic"], **data["greek"]})
    return MappingProxyType(latin), MappingProxyType(others)
