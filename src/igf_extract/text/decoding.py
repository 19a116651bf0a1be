"""Consumes a ``RawDocument``; produces a ``Document`` with ``text``, ``encoding``, ``edits``, ``repaired_characters`` and ``problems``.

``apply_edits(decoded_text(raw), document.edits)`` gives ``document.text`` again, and the map between the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from igf_extract.model import Document, Problem, RawDocument
from igf_extract.text.characters import with_character_edits
from igf_extract.text.edits import apply_edits
from igf_extract.text.encoding import Decoded, NotText, decode_bytes
from igf_extract.text.mojibake import mojibake_edits

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_HTML_STARTS = ("<!doctype html", "<html")


@dataclass(frozen=True, slots=True)
class _Reading:
    decoded: Decoded
    text: str


def decode(raw: RawDocument, max_characters: int | None = None) -> Document:
    """The document of ``raw`` with its text decoded and repaired; ``rejected`` with a problem where there is no text to parse.

    A text of more than ``max_characters`` is kept, its mojibake is not looked for, and it is rejected as ``too_large``. Never raises.
    """
    document = Document(source=raw.source, data=raw.data, sha256=raw.sha256, size_bytes=raw.byte_count, problems=raw.problems)
    if raw.data is None:
        return _rejected(document, () if raw.problems else (Problem("unreadable_file", "the bytes of the document could not be read"),))
    if not raw.data:
        return _rejected(document, (Problem("empty", "the document has no bytes"),))
    reading = _reading(raw)
    if isinstance(reading, NotText):
        return _rejected(document, (Problem("binary", f"the bytes are not text: {reading.what}"),))
    return _filled(document, reading, max_characters)


def decoded_text(raw: RawDocument) -> str:
    """The text of ``raw`` before any repair, to which the offsets of ``Document.edits`` refer; "" where there is none."""
    reading = _reading(raw) if raw.data else None
    return reading.text if isinstance(reading, _Reading) else ""


def _reading(raw: RawDocument) -> _Reading | NotText:
    assert raw.data is not None
    html = raw.media_type in _HTML
    charset = raw.charset
    if html and not charset:
        from igf_extract.text.markup import declared_charset

        charset = declared_charset(raw.data)
    decoded = decode_bytes(raw.data, charset)
    if isinstance(decoded, NotText):
        return decoded
    if html or (raw.media_type is None and decoded.text[:200].lstrip("\ufeff \r\n\t").lower().startswith(_HTML_STARTS)):
        from igf_extract.text.markup import markup_text

        return _Reading(decoded, markup_text(decoded.text))
    return _Reading(decoded, decoded.text)


def _filled(document: Document, reading: _Reading, max_characters: int | None) -> Document:
    too_long = max_characters is not None and len(reading.text) > max_characters
    repairs = () if too_long else mojibake_edits(reading.text)
    edits = with_character_edits(reading.text, repairs)
    text, _ = apply_edits(reading.text, edits)
    repaired = sum(len(repair.new) for repair in repairs)
    filled = replace(
        document,
        text=text,
        encoding=reading.decoded.encoding,
        edits=edits,
        repaired_characters=repaired,
        kind="other",
        problems=(*document.problems, *_problems(reading.decoded, repaired)),
    )
    if too_long:
        return _rejected(filled, (Problem("too_large", f"the text has {len(reading.text)} characters, the limit is {max_characters}"),))
    return filled if text and not text.isspace() else _rejected(filled, (Problem("empty", "the document holds nothing but blanks"),))


def _problems(decoded: Decoded, repaired: int) -> Iterator[Problem]:
    if decoded.replaced:
        yield Problem("undecodable", f"bytes at {decoded.replaced} places do not fit {decoded.encoding} and were replaced")
    if decoded.legacy:
        yield Problem("legacy_encoding", f"the bytes are not UTF-8; read as {decoded.encoding}")
    if repaired:
        yield Problem("mojibake_repaired", f"{repaired} wrongly decoded characters were repaired")


def _rejected(document: Document, problems: tuple[Problem, ...]) -> Document:
    return replace(document, status="rejected", kind="unreadable", problems=(*document.problems, *problems))
