"""Which records of a web archive may be texts of the forum, told from their raw bytes (``data/web.toml``).

Recall first: nothing is decoded, and a record is skipped only where it names neither the forum nor its subject nor a roster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from igf_extract.vocab.load import read_data

_NEAR = 40  # bytes on both sides of a root that are looked at
_SUBJECT_ROOT = b"ernan"
_ABBREVIATION_ROOT = b"IGF"
_ROSTER_ROOT = b"ivil Soc"


@dataclass(frozen=True, slots=True)
class Screen:
    """The words, as bytes.

    ``roots``: patterns of which every text that ``passes`` holds one, so that whole blocks can be searched for them.
    """

    addresses: tuple[bytes, ...]
    abbreviation: re.Pattern[bytes]
    subjects: re.Pattern[bytes]
    near: tuple[bytes, ...]
    company: tuple[bytes, ...]
    rosters: tuple[bytes, ...]
    roots: tuple[bytes, ...]
    address_roots: tuple[bytes, ...] = (b"igf", b"intgov", b"dig.watch")  # every address that counts holds one of these, or IGF

    def address(self, uri: bytes) -> bool:
        """Whether the address alone is enough."""
        lower = uri.lower()
        return any(word in lower for word in self.addresses)

    def passes(self, data: bytes) -> bool:
        """Whether ``data`` may be a text of the forum. Cheap where a root is there by chance: only its neighbourhood is looked at."""
        if _around(data, _SUBJECT_ROOT, self.subjects) and _any(self.company, data.lower()):
            return True
        if _around(data, _ABBREVIATION_ROOT, self.abbreviation) and _any(self.near + self.company, data.lower()):
            return True
        if _ROSTER_ROOT not in data:
            return False
        lower = data.lower()
        return sum(word in lower for word in self.rosters) > 1


def _around(data: bytes, root: bytes, pattern: re.Pattern[bytes]) -> bool:
    """Whether ``pattern`` is found around one of the places of ``root``."""
    place = data.find(root)
    while place >= 0:
        if pattern.search(data, max(0, place - _NEAR), place + _NEAR):
            return True
        place = data.find(root, place + len(root))
    return False


def _any(words: tuple[bytes, ...], data: bytes) -> bool:
    return any(word in data for word in words)


@cache
def screen() -> Screen:
    """The screen of ``data/web.toml``."""
    data = read_data("web.toml")
    words = data["screen"]
    return Screen(
        _bytes(data["address"]["words"]),
        re.compile(words["abbreviation"].encode("utf-8")),
        re.compile(b"|".join(map(re.escape, _bytes(words["subjects"]))), re.IGNORECASE),
        _bytes(words["near"]),
        _bytes(words["company"]),
        _bytes(words["rosters"]),
        _bytes(words["roots"]),
    )


def _bytes(words: list[str]) -> tuple[bytes, ...]:
    return tuple(word.encode("utf-8") for word in words)
