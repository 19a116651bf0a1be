"""From bytes to text: byte order marks, UTF-8, UTF-16 without a mark, legacy code pages; tells what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from igf_extract.text.legacy import guess_page
from igf_extract.vocab.load import read_data

_SAMPLE = 65_536
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b") + b"\x7f"
_PRINTABLE = bytes(range(32, 127)) + b"\t\n\r"
_ASCII = bytes(range(128))
_MOST_CONTROLS = {True: 0.3, False: 0.03}  # share of control bytes that text may have, by whether it is valid UTF-8
_MULTI = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` as ``encoding`` gives it. ``replaced`` counts places where bytes fit nothing; ``legacy``: the encoding was inferred."""

    text: str
    encoding: str
    replaced: int = 0
    legacy: bool = False


@dataclass(frozen=True, slots=True)
class NotText:
    """The bytes are no text; ``what`` says why in a few words."""

    what: str


def decode_bytes(data: bytes, charset: str | None = None) -> Decoded | NotText:
    """The text of ``data``. ``charset`` is what the container claims; it counts only where the bytes agree.

    >>> decode_bytes("Málaga".encode("cp1252")).encoding
    'windows-1252'
    """
    for encoding, mark in _marks():
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding)
    what = _signature(data)
    if what:
        return NotText(what)
    wide = _wide(data)
    if wide:
        return _read(data, wide)
    return _narrow(data, charset)


def _narrow(data: bytes, charset: str | None) -> Decoded | NotText:
    try:
        text: str | None = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS[text is not None] * len(data):
        return NotText("too many control characters")
    if text is not None:
        return Decoded(text, "utf-8")
    claimed = _claimed(data, charset)
    if claimed:
        return claimed
    if not _mostly_utf8(data):
        page = guess_page(data)
        if page is not None:
            text = page.decode(data)
            return Decoded(text, page.name, text.count("\ufffd"), legacy=True)
    return _read(data, "utf-8")


def _read(data: bytes, encoding: str) -> Decoded:
    text = data.decode("utf-8" if encoding == "utf-8-sig" else encoding, "replace")
    return Decoded(text, encoding, len(re.findall("\ufffd+", text)) if "\ufffd" in text else 0)


@cache
def _marks() -> tuple[tuple[str, bytes], ...]:
    return tuple((name, bytes.fromhex(mark)) for name, mark in read_data("encodings.toml")["bom"]["marks"])


def _signature(data: bytes) -> str:
    for name, first, offset in read_data("encodings.toml")["binary"]["signatures"]:
        if data.startswith(bytes.fromhex(first), offset):
            return str(name)
    return ""


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: the zero bytes of blanks and Latin letters stand on one side of the pairs, and read so all is text."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    zeros = sample.count(0)
    if len(sample) < 4 or zeros * 100 < len(sample):
        return ""
    printable = len(sample) - len(sample.translate(None, _PRINTABLE))
    if zeros * 4 < len(sample) and printable > 0.8 * (len(sample) - zeros):  # plain text with a few stray zeros
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for encoding, expected, other in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if expected > 4 * other:
            text = sample.decode(encoding, "replace")
            good = sum(char.isspace() or char.isprintable() for char in text) - text.count("\ufffd")
            if good >= 0.95 * len(text):
                return encoding
    return ""


def _claimed(data: bytes, charset: str | None) -> Decoded | None:
    """The reading in the encoding that the container names, where that is a known one and fits every byte."""
    try:
        name = codecs.lookup(charset or "").name
        wanted = read_data("encodings.toml")["claims"].get(name)
        return Decoded(data.decode(wanted), wanted, legacy=True) if wanted else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _mostly_utf8(data: bytes) -> bool:
    """Valid sequences outnumber the stray bytes, or all that is wrong is a last character cut short (one lone byte proves nothing)."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data)
    except UnicodeDecodeError:
        found = _MULTI.findall(data)
        return len(found) > len(data.translate(None, _ASCII)) - sum(map(len, found))
    return len(decoder.getstate()[0]) > 1 or _MULTI.search(data) is not None
