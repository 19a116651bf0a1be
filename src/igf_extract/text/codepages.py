"""The code pages of ``data/codepages.toml``, with every byte given a meaning."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from igf_extract.vocab.load import read_data


@dataclass(frozen=True, slots=True)
class Page:
    """A code page. ``table`` gives the character of each byte; undefined bytes fall back to windows-1252, then to latin-1.

    ``byte_of`` is the way back: an undefined byte answers to both of its fallbacks. Empty for ``gb18030``, which is not single-byte.
    """

    name: str
    codec: str
    script: str
    repair: bool
    alphabets: tuple[frozenset[str], ...]
    table: str
    undefined: frozenset[str]
    byte_of: dict[str, int]

    def decode(self, data: bytes) -> str:
        """``data`` read in this page; never fails."""
        return data.decode("latin-1").translate(_translation(self.name)) if self.table else data.decode(self.codec, "replace")


@cache
def pages() -> tuple[Page, ...]:
    """All pages, in the order in which ties are settled."""
    return tuple(_page(entry) for entry in read_data("codepages.toml")["page"])


def _page(entry: dict[str, Any]) -> Page:
    alphabets = tuple(_both_cases(letters) for letters in entry["alphabets"])
    single = entry["name"] != "gb18030"
    table, undefined, byte_of = _single_byte(entry["codec"]) if single else ("", frozenset(), {})
    return Page(entry["name"], entry["codec"], entry["script"], entry["repair"], alphabets, table, undefined, byte_of)


def _both_cases(letters: str) -> frozenset[str]:
    return frozenset(letters) | frozenset(char.upper() for char in letters if len(char.upper()) == 1)


def _single_byte(codec: str) -> tuple[str, frozenset[str], dict[str, int]]:
    defined = [_read(byte, codec) for byte in range(256)]
    table = [char or _read(byte, "cp1252") or chr(byte) for byte, char in enumerate(defined)]
    byte_of = {char: byte for byte, char in enumerate(defined) if char and byte >= 0x80}
    for byte, char in enumerate(defined):
        if not char:
            byte_of.setdefault(table[byte], byte)
            byte_of.setdefault(chr(byte), byte)
    for byte in range(0x80, 0xA0):  # the same mistake made through latin-1
        byte_of.setdefault(chr(byte), byte)
    return "".join(table), frozenset(table[byte] for byte, char in enumerate(defined) if not char) - frozenset(defined), byte_of


def _read(byte: int, codec: str) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return ""


@cache
def _translation(name: str) -> dict[int, str]:
    page = next(page for page in pages() if page.name == name)
    return {byte: char for byte, char in enumerate(page.table) if byte >= 0x80 and ord(char) != byte}
