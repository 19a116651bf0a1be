"""Reader of web archives: WARC responses (HTML, plain text) and WET texts, each named by its address. Needs the extra ``web``.

A screen over the raw bytes skips records that cannot be texts of the forum (``data/web.toml``), before anything is decoded.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from igf_extract.model import RawDocument
from igf_extract.sources.contract import Found, Limits, MissingPackageError, too_large, without_data
from igf_extract.sources.names import Distinct, printable
from igf_extract.sources.plain import open_regular, unreadable
from igf_extract.vocab.load import read_data

_CHUNK = 2**17
_TEXT = frozenset({"text/html", "application/xhtml+xml", "text/plain"})


def read(found: Found, limits: Limits) -> Iterator[RawDocument]:
    """The records of the archive that may be texts of the forum.

    Raises:
        MissingPackageError: fastwarc is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise MissingPackageError(f"{found.source} is a web archive; install igf-extract[web] to read it") from None
    types = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
    names = Distinct()
    any_record = False
    try:
        with open_regular(found.path) as file:
            for record in ArchiveIterator(file, record_types=types, parse_http=True, auto_decode="all"):
                any_record = True
                raw = _document(record, limits, names)
                if raw is not None:
                    yield raw
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        if any_record:
            yield without_data(found.source, "damaged_container", f"the archive is damaged: {error}; the records before it were read")
        else:
            yield unreadable(found.source, error)


def _document(record: Any, limits: Limits, names: Distinct) -> RawDocument | None:
    media_type = str((record.http_content_type if record.is_http else record.headers.get("Content-Type")) or "text/plain")
    media_type = media_type.partition(";")[0].strip().lower()
    if media_type not in _TEXT:
        return None
    data = _content(record.reader, limits.max_bytes)
    if not may_be_ours(data):
        return None
    source = names.name(printable(str(record.headers.get("WARC-Target-URI") or record.record_id)))
    if len(data) > limits.max_bytes:
        return too_large(source, limits.max_bytes)
    return RawDocument(source, data, media_type=media_type, charset=record.http_charset if record.is_http else "utf-8")


def _content(reader: Any, most: int) -> bytes:
    """All bytes, or a few more than ``most``: read in small pieces, since fastwarc sets aside as much memory as is asked for."""
    data = bytearray()
    while len(data) <= most and (part := reader.read(_CHUNK)):
        data += part
    return bytes(data)


def may_be_ours(data: bytes) -> bool:
    """Whether one of the words of ``data/web.toml`` occurs. A few searches for their roots skip nearly all records."""
    roots, words = _screen()
    return any(root in data for root in roots) and any(word in data for word in words)


@cache
def _screen() -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    screen = read_data("web.toml")["screen"]
    roots, words = (tuple(word.encode("utf-8") for word in screen[key]) for key in ("roots", "words"))
    return roots, words
