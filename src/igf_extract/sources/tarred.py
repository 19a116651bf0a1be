"""Reader of ``.tar``, ``.tar.gz``, ``.tgz``: one document a member, ``archive.tar/member``, in its order. Nothing goes to disk."""

from __future__ import annotations

import os
import tarfile
from collections.abc import Iterator
from typing import cast

from igf_extract.model import Problem, RawDocument
from igf_extract.sources.compressed import ByteStream, Inflated, with_damage
from igf_extract.sources.contract import GZIP_MAGIC, Found, Limits, reason, too_large, without_data
from igf_extract.sources.members import Members, hidden, objection
from igf_extract.sources.plain import open_regular, unreadable, whole

_CHUNK = 2**16
_ERRORS = (tarfile.TarError, OSError, ValueError, EOFError, OverflowError, RecursionError)


def read(found: Found, limits: Limits) -> Iterator[RawDocument]:
    """The members of the archive; of a damaged one those before the damage."""
    try:
        with open_regular(found.path) as file:
            packed = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
            file.seek(0)
            stream = _Forward(Inflated(file) if packed else file, limits.max_bytes, limits.unpacked(os.fstat(file.fileno()).st_size))
            yield from _archive(stream, found.source, limits)
    except _ERRORS as error:
        yield unreadable(found.source, error)


class _TooMuch(OSError):
    """The archive asks for more than the limits allow."""


class _Forward:
    """A stream that ``tarfile`` may seek forward in; refuses giant single reads (headers can ask for them) and endless growth."""

    def __init__(self, stream: ByteStream, most: int, budget: int) -> None:
        self.stream = stream
        self._most, self._budget = most + 2 * _CHUNK, budget
        self._at = 0

    def read(self, size: int = -1, /) -> bytes:
        if size < 0 or size > self._most:
            raise _TooMuch(None, "a header of the archive is too large")
        data = self.stream.read(size)
        self._at += len(data)
        if self._at > self._budget:
            raise _TooMuch(None, "the archive grows too much when unpacked")
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if whence or offset < self._at:
            raise OSError(None, "the archive asks to be read backwards")
        while self._at < offset and self.read(min(_CHUNK, offset - self._at)):
            pass
        return self._at


def _archive(stream: _Forward, source: str, limits: Limits) -> Iterator[RawDocument]:
    members = Members(source)
    any_member = False
    damage = ""
    try:
        with tarfile.open(fileobj=cast("tarfile._Fileobj", stream), mode="r:", errorlevel=0) as archive:
            while (info := archive.next()) is not None:
                any_member = True
                archive.__dict__["members"] = []  # tarfile keeps every member it has seen
                yield from _member(stream, info, members, limits)
    except _ERRORS as error:
        damage = reason(error)
    damage = damage or getattr(stream.stream, "damage", "")
    if damage and any_member:
        yield RawDocument(source, None, (Problem("damaged_container", f"{damage}; the members before it were read"),))
    elif damage:
        yield without_data(source, "unreadable_file", f"the archive could not be read: {damage}")


def _member(stream: _Forward, info: tarfile.TarInfo, members: Members, limits: Limits) -> Iterator[RawDocument]:
    name = info.name.removeprefix("./")
    if info.isdir() or hidden(name):
        return
    why = objection(name) or ("" if info.isreg() and not info.issparse() else "it is a link or no regular file")
    if why:
        yield members.refused(name, why)
        return
    source = members.source(name)
    if info.size > limits.max_bytes:
        yield too_large(source, limits.max_bytes, info.size)
        return
    stream.seek(info.offset_data)
    data = stream.read(info.size)
    if data or not info.size:
        yield with_damage(whole(source, data, limits), "" if len(data) == info.size else "the archive ends inside the member")
    else:
        yield without_data(source, "unreadable_record", "the archive ends before the member")
