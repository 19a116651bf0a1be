"""Reader of JSON lines (``.jsonl``, ``.ndjson``, also ``.gz``): one document a line, ``file.jsonl/<id, url or line number>``.

Each line is an object with ``text`` (or ``html``) and optional ``id`` and ``url``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from igf_extract.model import RawDocument
from igf_extract.sources.compressed import ByteStream, Inflated
from igf_extract.sources.contract import Found, Limits, too_large, without_data
from igf_extract.sources.names import Distinct
from igf_extract.sources.plain import open_regular, unreadable

_CHUNK = 2**20
_UNREADABLE = "unreadable_record"


def read(found: Found, limits: Limits) -> Iterator[RawDocument]:
    """The lines of the file; blank lines are no documents."""
    names = Distinct()
    try:
        with open_regular(found.path) as file:
            stream = Inflated(file) if found.path.name.lower().endswith(".gz") else file
            for number, line in enumerate(_lines(stream, limits.max_bytes), 1):
                if line is None:
                    yield too_large(names.name(f"{found.source}/{number}"), limits.max_bytes)
                elif not line.isspace():
                    yield _document(line, found.source, number, names)
            damage = stream.damage if isinstance(stream, Inflated) else ""
            if damage:
                yield without_data(found.source, "damaged_container", f"{damage}; the lines before it were read")
    except (OSError, ValueError) as error:
        yield unreadable(found.source, error)


def _lines(stream: ByteStream, most: int) -> Iterator[bytes | None]:
    """The lines of ``stream``; None for one of more than ``most`` bytes, which is not kept."""
    held = bytearray()
    over = False
    while chunk := stream.read(_CHUNK):
        *ended, rest = chunk.split(b"\n")
        for part in ended:
            held += part
            yield None if over or len(held) > most else bytes(held) + b"\n"
            held, over = bytearray(), False
        held += rest
        if len(held) > most:
            held, over = bytearray(), True
    if over or held:
        yield None if over else bytes(held)


def _document(line: bytes, container: str, number: int, names: Distinct) -> RawDocument:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return without_data(names.name(f"{container}/{number}"), _UNREADABLE, f"line {number} is not valid JSON: {type(error).__name__}")
    if not isinstance(record, dict):
        return without_data(names.name(f"{container}/{number}"), _UNREADABLE, f"line {number} is no JSON object")
    source = names.name(f"{container}/{_name(record) or number}")
    for key, media_type in (("text", "text/plain"), ("html", "text/html")):
        content = record.get(key)
        if isinstance(content, str):
            return RawDocument(source, _utf8(content), media_type=media_type)
    return without_data(source, _UNREADABLE, f"line {number} has no text: the object needs a string named text or html")


def _name(record: dict[str, object]) -> str:
    for key in ("id", "url"):
        value = record.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return _utf8(str(value)).decode("utf-8")
    return ""


def _utf8(text: str) -> bytes:
    """UTF-8 of a JSON string, which may hold halves of surrogate pairs."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode("utf-8")
