"""Which records of a web archive may be texts of the forum, told from their raw bytes (``data/web.toml``).

Recall first: nothing is decoded, and a record is skipped only where it names neither the forum nor its subject nor a roster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from igf_extract.vocab.load import read_data


@dataclass(frozen=True, slots=True)
class Screen:
    """The words, as bytes. ``roots``: every text that ``passes`` holds one of them, so that whole blocks can be searched for them."""

    roots: tuple[bytes, ...]
    addresses: tuple[bytes, ...]
    abbreviation: re.Pattern[bytes]
    subjects: tuple[bytes, ...]
    near: tuple[bytes, ...]
    company: tuple[bytes, ...]
    rosters: tuple[bytes, ...]

    def address(self, uri: bytes) -> bool:
        """Whether the address alone is enough."""
        lower = uri.lower()
        return any(word in lower for word in self.addresses)

    def passes(self, data: bytes) -> bool:
        """Whether ``data`` may be a text of the forum."""
        if not any(root in data for root in self.roots):
            return False
        lower = data.lower()
        company = any(word in lower for word in self.company)
        if company and any(word in lower for word in self.subjects):
            return True
        if (company or any(word in lower for word in self.near)) and self.abbreviation.search(data) is not None:
            return True
        return sum(word in lower for word in self.rosters) > 1


@cache
def screen() -> Screen:
    """The screen of ``data/web.toml``."""
    data = read_data("web.toml")
    words = data["screen"]
    return Screen(
        _bytes(words["roots"]),
        _bytes(data["address"]["words"]),
        re.compile(words["abbreviation"].encode("utf-8")),
        _bytes(words["subjects"]),
        _bytes(words["near"]),
        _bytes(words["company"]),
        _bytes(words["rosters"]),
    )


def _bytes(words: list[str]) -> tuple[bytes, ...]:
    return tuple(word.encode("utf-8") for word in words)
