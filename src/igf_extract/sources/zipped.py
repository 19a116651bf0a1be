"""Reader of ``.zip``: one document a member, ``archive.zip/member``, in the order of the names. Nothing is written to disk."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from typing import BinaryIO

from igf_extract.model import RawDocument
from igf_extract.settings import MEBIBYTE
from igf_extract.sources.compressed import with_damage
from igf_extract.sources.contract import Found, Limits, reason, too_large, without_data
from igf_extract.sources.members import Members, hidden, objection
from igf_extract.sources.plain import open_regular, unreadable, whole

_LARGEST_DIRECTORY = 32 * MEBIBYTE  # of the member list: about 400,000 members, which take ten times that in memory
_CHUNK = 2**16
_TAIL = 22 + 20 + 2**16  # end record, its 64-bit locator, and the longest comment
_ERRORS = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error, LZMAError, struct.error)


def read(found: Found, limits: Limits) -> Iterator[RawDocument]:
    """The members of the archive."""
    try:
        with open_regular(found.path) as file:
            size = os.fstat(file.fileno()).st_size
            if _directory_size(file, size) > _LARGEST_DIRECTORY:
                yield without_data(found.source, "too_large", "the archive has too many members; split it", size)
                return
            with zipfile.ZipFile(file) as archive:
                yield from _members(archive, found.source, limits, limits.unpacked(size))
    except _ERRORS as error:
        yield unreadable(found.source, error)


def _directory_size(file: BinaryIO, size: int) -> int:
    """Bytes of the member list as the end record gives them; it is bounded before it is read into memory."""
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    file.seek(0)
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 16:
        return 0
    stated = int.from_bytes(tail[end + 12 : end + 16], "little")
    if stated == 0xFFFFFFFF or tail[max(0, end - 20) : end].startswith(b"PK\x06\x07"):
        record = tail.rfind(b"PK\x06\x06", 0, end)
        return int.from_bytes(tail[record + 40 : record + 48], "little") if record >= 0 else stated
    return stated


def _members(archive: zipfile.ZipFile, source: str, limits: Limits, budget: int) -> Iterator[RawDocument]:
    members = Members(source)
    for info in sorted(archive.infolist(), key=lambda info: (info.filename, info.header_offset)):
        if info.is_dir() or hidden(info.filename):
            continue
        why = objection(info.filename) or _unsafe(info)
        if why:
            yield members.refused(info.filename, why)
            continue
        if budget <= 0:
            yield without_data(source, "too_large", "the archive grows too much when unpacked; the rest of its members was not read")
            return
        raw, taken = _member(archive, info, members.source(info.filename), limits)
        budget -= taken
        yield raw


def _unsafe(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 1:
        return "it is encrypted"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link"
    return ""


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: str, limits: Limits) -> tuple[RawDocument, int]:
    """The member and how many bytes it took to read it. The size that the archive states is a hint, not a promise."""
    if info.file_size > limits.max_bytes:
        return too_large(source, limits.max_bytes, info.file_size), 0
    data = bytearray()
    damage = ""
    try:
        with archive.open(info) as file:
            while len(data) <= limits.max_bytes and (part := file.read(_CHUNK)):
                data += part
    except _ERRORS as error:
        damage = reason(error)
    if damage and not data:
        return without_data(source, "unreadable_record", f"the member could not be read: {damage}"), 0
    return with_damage(whole(source, bytes(data), limits), damage), len(data)
