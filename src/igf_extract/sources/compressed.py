"""Reader of gzip files (``.gz``): one file, one document, named as the file is. Also the bounded gzip stream that other readers use."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Protocol

from igf_extract.model import Problem, RawDocument
from igf_extract.sources.contract import GZIP_MAGIC, Found, Limits, without_data
from igf_extract.sources.plain import open_regular, unreadable, whole

_CHUNK = 2**16


class ByteStream(Protocol):
    """What readers of streams need."""

    def read(self, size: int, /) -> bytes: ...


class Inflated:
    """The unpacked bytes of a gzip file, forward only, in bounded memory. A damage ends the stream and is told in ``damage``."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._inflate = zlib.decompressobj(wbits=31)
        self._packed = b""
        self._done = False
        self.damage = ""

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes; fewer only at the end."""
        parts: list[bytes] = []
        missing = size
        while missing > 0 and not self._done:
            part = self._step(missing)
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def _step(self, most: int) -> bytes:
        if self._inflate.eof and not self._next_member():
            return b""
        packed = self._packed or self._file.read(_CHUNK)
        before = self._inflate.copy()
        try:
            part = self._inflate.decompress(packed, most)
        except zlib.error as error:
            self._end(f"the compressed data is damaged: {error}")
            return _until_damage(before, packed, most)
        self._packed = self._inflate.unconsumed_tail
        if not packed and not part:
            return self._end("the compressed data ends too early")
        return part

    def _next_member(self) -> bool:
        """Gzip files may hold several members; zeros or other bytes behind the last one are padding."""
        rest = self._inflate.unused_data or self._packed
        if len(rest) < len(GZIP_MAGIC):
            rest += self._file.read(_CHUNK)
        if rest[: len(GZIP_MAGIC)] != GZIP_MAGIC:
            self._done = True
            return False
        self._inflate, self._packed = zlib.decompressobj(wbits=31), rest
        return True

    def _end(self, damage: str) -> bytes:
        self._done, self.damage = True, damage
        return b""


def _until_damage(inflate: zlib._Decompress, packed: bytes, most: int) -> bytes:
    """What ``packed`` holds before the byte that is damaged: it is unpacked once more, byte by byte."""
    data = bytearray()
    try:
        for place in range(len(packed)):
            data += inflate.decompress(packed[place : place + 1])
    except zlib.error:
        pass
    return bytes(data[:most])


def read(found: Found, limits: Limits) -> Iterator[RawDocument]:
    """The unpacked file as one document; of a damaged file what came before the damage."""
    try:
        with open_regular(found.path) as file:
            stream = Inflated(file)
            data = stream.read(limits.max_bytes + 1)
    except (OSError, ValueError) as error:
        yield unreadable(found.source, error)
        return
    if stream.damage and not data:
        yield without_data(found.source, "unreadable_file", stream.damage)
    else:
        yield with_damage(whole(found.source, data, limits), stream.damage)


def with_damage(raw: RawDocument, damage: str) -> RawDocument:
    """``raw`` with the damage of its container noted."""
    if not damage:
        return raw
    return replace(raw, problems=(*raw.problems, Problem("damaged_container", f"{damage}; what came before is kept")))
