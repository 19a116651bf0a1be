"""Reader of web archives: WARC responses (HTML, plain text) and WET texts, each named by its address. Needs the extra ``web``.

A screen over the raw bytes skips records that cannot be texts of the forum (``data/web.toml``), before anything is decoded.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from igf_extract.model import RawDocument
from igf_extract.sources.compressed import ByteStream, Inflated, with_damage
from igf_extract.sources.contract import GZIP_MAGIC, Found, Limits, MissingPackageError, reason, too_large, without_data
from igf_extract.sources.names import Distinct, printable
from igf_extract.sources.plain import open_regular, unreadable
from igf_extract.sources.web_records import Records, WebRecord
from igf_extract.sources.web_screen import screen

_CHUNK = 2**17
_ZSTD = b"\x28\xb5\x2f\xfd"
_ZSTD_FRAMES = frozenset(bytes([n]) + b"\x2a\x4d\x18" for n in range(0x50, 0x60))  # a dictionary stands in one of these
_ARC = b"filedesc://"
_LOOSE_LENGTH = re.compile(rb"(?<=\r\n)content-length[ \t]{0,9}:[ \t]{0,9}(?=[0-9])", re.IGNORECASE)
_LONGEST_CHECK = 2**23  # packed bytes; an archive packed as one piece shows a cut by its last record
_TEXT = frozenset({"text/html", "application/xhtml+xml", "text/plain"})


def read(found: Found, limits: Limits) -> Iterator[RawDocument]:
    """The records of the archive that may be texts of the forum; of a damaged archive also those that are whole.

    Raises:
        MissingPackageError: fastwarc is not installed.
    """
    try:
        import fastwarc.warc  # noqa: F401
    except ImportError:
        raise MissingPackageError(f"{found.source} is a web archive; install igf-extract[web] to read it") from None
    names = Distinct()
    try:
        with open_regular(found.path) as file:
            stream = _stream(file)
            records = Records(stream, screen(), limits.max_bytes)
            for record in records:
                yield from _documents(record, limits, names)
    except (OSError, ValueError) as error:
        yield unreadable(found.source, error)
        return
    damage = getattr(stream, "damage", "") or records.damage
    if damage and records.seen:
        yield without_data(found.source, "damaged_container", f"the archive is damaged: {damage}; the records before it were read")
    elif damage or not records.seen:
        yield without_data(found.source, "unreadable_file", f"the file is no web archive: {damage or 'it holds no record'}")


def _stream(file: BinaryIO) -> ByteStream:
    """The archive's bytes, unpacked where it is packed.

    Raises:
        ValueError: it is packed by Zstandard with a dictionary of its own, or is an archive of the older form ARC.
    """
    start = file.read(len(_ZSTD))
    file.seek(0)
    if start == _ZSTD:
        from fastwarc.stream_io import ZstdReader

        return _Readable(ZstdReader(file))
    if start in _ZSTD_FRAMES:
        raise ValueError("it is packed with a dictionary of its own; unpack it first (zstd -d)")
    stream: ByteStream = _Unpacked(file) if start.startswith(GZIP_MAGIC) else file
    head = stream.read(len(_ARC))
    if head == _ARC:
        raise ValueError("it is an archive of the older form ARC; make a WARC file of it first (warcio recompress)")
    return _Begun(head, stream)


class _Readable:
    """A reader of fastwarc that gives bytes and tells a damage as one of the input."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes; none only at the end."""
        try:
            return bytes(self._reader.read(size))
        except RuntimeError as error:
            raise OSError(str(error) or "damaged") from None


class _Begun:
    """A stream whose first bytes were looked at."""

    def __init__(self, head: bytes, stream: ByteStream) -> None:
        self._head, self._stream = head, stream

    @property
    def damage(self) -> str:
        return str(getattr(self._stream, "damage", ""))

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes; none only at the end."""
        if self._head:
            head, self._head = self._head[:size], self._head[size:]
            return head
        return self._stream.read(size)


class _Unpacked:
    """Unpacked bytes by the fast reader; where it finds a damage, by the exact one, which gives every byte before the damage."""

    def __init__(self, file: BinaryIO) -> None:
        from fastwarc.stream_io import GzipReader

        self._file = file
        self._fast: Any = GzipReader(file)
        self._exact: Inflated | None = None
        self._given = 0

    @property
    def damage(self) -> str:
        return self._exact.damage if self._exact else ""

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes; none only at the end."""
        if self._exact is not None:
            return self._exact.read(size)
        try:
            data = bytes(self._fast.read(size))
        except OSError:
            return self._again(size)
        self._given += len(data)
        if not data:
            self._check_end()
        return data

    def _check_end(self) -> None:
        """The fast reader does not tell an end that comes too early: the last of the file's gzip members is read once more."""
        begin = self._fast.frame_start_position()
        if begin is None or self._file.seek(0, os.SEEK_END) - begin > _LONGEST_CHECK:
            return
        self._file.seek(begin)
        self._exact = Inflated(self._file)
        while self._exact.read(_CHUNK):
            pass

    def _again(self, size: int) -> bytes:
        self._file.seek(0)
        self._exact = Inflated(self._file)
        while self._given > 0 and (part := self._exact.read(min(_CHUNK, self._given))):
            self._given -= len(part)
        return self._exact.read(size)


def _documents(record: WebRecord, limits: Limits, names: Distinct) -> Iterator[RawDocument]:
    """The document of one record; none where its content is no text, or unpacked shows not to be ours."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    types = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
    try:
        for parsed in ArchiveIterator(io.BytesIO(_plain_length(record.data)), record_types=types, parse_http=True, auto_decode="all"):
            raw = _document(parsed, record, limits, names)
            if raw is not None:
                yield raw
            return  # a record that quotes another one is still one
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        message = f"a record could not be read: {reason(error)}"
        yield without_data(names.name(printable(_address(record.data))), "unreadable_record", message)


def _plain_length(data: bytes) -> bytes:
    """The record with its length in the one spelling that every reader knows."""
    head = data.find(b"\r\n\r\n")
    return data if b"\r\nContent-Length: " in data[:head] else _LOOSE_LENGTH.sub(b"Content-Length: ", data[:head], count=1) + data[head:]


def _document(parsed: Any, record: WebRecord, limits: Limits, names: Distinct) -> RawDocument | None:
    media_type = str((parsed.http_content_type if parsed.is_http else parsed.headers.get("Content-Type")) or "text/plain")
    media_type = media_type.partition(";")[0].strip().lower()
    if media_type not in _TEXT:
        return None
    data, fault = _content(parsed.reader, limits.max_bytes)
    uri = str(parsed.headers.get("WARC-Target-URI") or parsed.record_id)
    if not (screen().address(uri.encode("utf-8", "replace")) or screen().passes(data)):
        return None
    source = names.name(printable(uri))
    if record.fault == "too_large" or len(data) > limits.max_bytes:
        return too_large(source, limits.max_bytes)
    fault = "the archive ends inside the record" if record.fault == "cut" else fault
    if fault and not data:
        return without_data(source, "unreadable_record", fault)
    raw = RawDocument(source, data, media_type=media_type, charset=parsed.http_charset if parsed.is_http else "utf-8")
    return with_damage(raw, fault)


def _content(reader: Any, most: int) -> tuple[bytes, str]:
    """All bytes, or a few more than ``most``, and what was wrong with them. Read in small pieces: fastwarc sets aside what is asked for."""
    data = bytearray()
    try:
        while len(data) <= most and (part := reader.read(_CHUNK)):
            data += part
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        return bytes(data), f"the content is damaged: {reason(error)}"
    return bytes(data), ""


def _address(data: bytes) -> str:
    """The address that the header states, for a record that cannot be taken apart."""
    for line in data[: data.find(b"\r\n\r\n")].split(b"\r\n"):
        if line.lower().startswith(b"warc-target-uri:"):
            return line.partition(b":")[2].strip().decode("utf-8", "surrogateescape")
    return "record"
