"""Cuts the bytes of a web archive into records by their stated lengths, and hands on those that may be texts of the forum.

Whole blocks are searched before any record is looked at, so that a record costs little more than finding its end. After a damage the
reading goes on at the next record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from igf_extract.sources.compressed import ByteStream
from igf_extract.sources.web_screen import Screen

_BLOCK = 2**20
_LONGEST_HEAD = 2**16
_LONGEST_START = 16
_HEAD_END = b"\r\n\r\n"
_LENGTH = b"\r\nContent-Length: "
_URI = b"\r\nWARC-Target-URI: "
_RESPONSE = b"\r\nWARC-Type: response\r\n"
_CONVERSION = b"\r\nWARC-Type: conversion\r\n"
_ANY_LENGTH = re.compile(rb"\r\ncontent-length[ \t]{0,9}:[ \t]{0,9}([0-9]{1,18})[ \t]{0,9}\r\n", re.IGNORECASE)
_START = re.compile(rb"WARC/[01]\.[0-9]{1,2}\r\n")
_LINE_ENDS = re.compile(rb"[\r\n]*")
_ENCODED = re.compile(rb"\r\ncontent-encoding[ \t]{0,9}:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WebRecord:
    """The bytes of one record with its header. ``fault``: "too_large" (only its beginning is there), "cut" (the archive ends in it), ""."""

    data: bytes = field(repr=False)
    fault: str = ""


@dataclass
class Records:
    """The records of ``stream`` that may be ours; ``most`` bounds the bytes of one.

    ``seen`` counts the records of any kind; ``damage`` says what was wrong with the archive, "" if nothing.
    """

    stream: ByteStream
    screen: Screen
    most: int
    seen: int = field(default=0, init=False)
    damage: str = field(default="", init=False)

    def __iter__(self) -> Iterator[WebRecord]:
        held = b""
        while block := self.stream.read(_BLOCK):
            held = held + block if held else block
            wanted, done = self._whole_records(held)
            yield from (WebRecord(held[start:end]) for start, end in wanted)
            held = held[done:]
            missing = self._missing(held)
            if missing > _BLOCK and len(held) + missing > self.most + _LONGEST_HEAD:
                yield from self._kept(held, "too_large")
                held = self._skip(missing)
            elif missing > _BLOCK:
                held = self._fill(held, missing - _BLOCK)
        if held.strip(b"\r\n"):
            self.damage = self.damage or "the archive ends inside a record"
            yield from self._kept(held, "cut")

    def _whole_records(self, held: bytes) -> tuple[list[tuple[int, int]], int]:
        """Where the records of ``held`` that may be ours begin and end, and how many bytes are done with."""
        starts: list[int] = []
        ends: list[int] = []
        wanted: set[int] = set()
        at, size = 0, len(held)
        while held.startswith(b"WARC/", at) or (at := self._start(held, at)) + _LONGEST_START <= size:
            head = held.find(_HEAD_END, at, at + _LONGEST_HEAD)
            length = _length(held, at, head) if head >= 0 else -1
            if length < 0:
                if head < 0 and size - at < _LONGEST_HEAD:
                    break
                self.damage = self.damage or "a record has no valid header"
                at = head + len(_HEAD_END) if head >= 0 else at + _LONGEST_HEAD
                continue
            end = head + len(_HEAD_END) + length
            if end > size:
                break
            if self._wanted(held, at, head):
                wanted.add(len(starts))
            starts.append(at)
            at = end + len(_HEAD_END) if held.startswith(_HEAD_END, end) else end
            ends.append(end)
        self.seen += len(starts)
        if starts:
            wanted |= self._hits(held, starts, ends[-1])
        return [(starts[one], ends[one]) for one in sorted(wanted) if self._passes(held, starts[one], ends[one])], min(at, size)

    def _wanted(self, held: bytes, at: int, head: int) -> bool:
        """Whether the header makes the record worth a look, whatever its content: by its address, or because the content is packed."""
        uri = held.find(_URI, at, head)
        if uri >= 0:
            line = held.find(b"\r\n", uri + 2, head + 2)
            for root in self.screen.address_roots:
                if held.find(root, uri, line) >= 0:
                    return True
        return not held.startswith(_CONVERSION, at + len("WARC/1.0")) and _packed(held, at, head)

    def _start(self, held: bytes, at: int) -> int:
        """Where the next record begins; bytes that belong to no record are a damage. Near the end it waits for more bytes."""
        if held.startswith(b"WARC/", at):
            return at
        ends = _LINE_ENDS.match(held, at)
        at = ends.end() if ends else at
        if len(held) - at < _LONGEST_START or _START.match(held, at):
            return at
        self.damage = self.damage or "bytes that belong to no record"
        found = _START.search(held, at)
        return found.start() if found else len(held) - _LONGEST_START + 1

    def _certain(self, held: bytes, at: int, head: int) -> bool:
        """Told by the header alone: the address, or that the content is packed and cannot be searched as it is."""
        place = held.find(_URI, at, head)
        if place >= 0 and self.screen.address(held[place + len(_URI) : held.find(b"\r\n", place + 2, head + 2)]):
            return True
        return _packed(held, at, head)

    def _hits(self, held: bytes, starts: list[int], done: int) -> set[int]:
        """The records that hold one of the roots, in their header or their content.

        Method: Arrow's search for a fixed text as a pattern (RE2), several times faster than ``bytes.find`` for words this short; it
        runs from one first letter of the pattern to the next, so that a root that begins with a rare letter costs least.
        """
        import numpy as np
        import pyarrow as pa
        from pyarrow import compute

        offsets = np.array([*starts, done], np.int64)
        records = pa.Array.from_buffers(pa.large_binary(), len(starts), [None, pa.py_buffer(offsets), pa.py_buffer(held)])
        found = np.zeros(len(starts), np.bool_)
        for root in self.screen.roots:
            found |= compute.match_substring_regex(records, root).to_numpy(zero_copy_only=False)
        return set(np.flatnonzero(found).tolist())

    def _passes(self, held: bytes, start: int, end: int) -> bool:
        head = held.find(_HEAD_END, start, end)
        return self._certain(held, start, head) or self.screen.passes(held[start:end])

    def _missing(self, held: bytes) -> int:
        """How many bytes of the record that ``held`` begins with are still to come; 0 where that is not known."""
        head = held.find(_HEAD_END, 0, _LONGEST_HEAD)
        length = _length(held, 0, head) if head >= 0 and held.startswith(b"WARC/") else -1
        return max(0, head + len(_HEAD_END) + length - len(held)) if length >= 0 else 0

    def _fill(self, held: bytes, missing: int) -> bytes:
        parts = [held]
        while missing > 0 and (block := self.stream.read(min(_BLOCK, missing))):
            parts.append(block)
            missing -= len(block)
        return b"".join(parts)

    def _skip(self, missing: int) -> bytes:
        while missing > 0:
            block = self.stream.read(min(_BLOCK, missing))
            if not block:
                self.damage = self.damage or "the archive ends inside a record"
                break
            missing -= len(block)
        return b""

    def _kept(self, held: bytes, fault: str) -> Iterator[WebRecord]:
        """The beginning of a record, if it may be ours."""
        head = held.find(_HEAD_END, 0, _LONGEST_HEAD) if held.startswith(b"WARC/") else -1
        self.seen += head >= 0
        if head >= 0 and self._passes(held, 0, len(held)):
            yield WebRecord(held, fault)


def _length(held: bytes, at: int, head: int) -> int:
    """The stated length of a record's content; -1 where there is none."""
    place = held.find(_LENGTH, at, head)
    if place >= 0:
        digits = held[place + len(_LENGTH) : held.find(b"\r\n", place + 2, head + 2)]
        if digits.isdigit() and len(digits) < 19:
            return int(digits)
    match = _ANY_LENGTH.search(held, at, head + 2)
    return int(match.group(1)) if match else -1


def _packed(held: bytes, at: int, head: int) -> bool:
    """Whether the record is an HTTP response with packed content."""
    if held.find(_RESPONSE, at, head + 2) < 0:
        return False
    begin = head + len(_HEAD_END)
    end = held.find(_HEAD_END, begin, begin + _LONGEST_HEAD)
    return end >= 0 and _ENCODED.search(held, begin, end + 2) is not None
