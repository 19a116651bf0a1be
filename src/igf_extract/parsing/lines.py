"""Consumes ``Document.text``; produces ``Document.lines``: every line that is not blank, with its span, indent and gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igf_extract.model import Document, Line, Span

_BLANK = "\r \t\u00a0\u2007\u202f\u3000\u200b\ufeff\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
EDGES = " \t\r\n\u00a0\u2007\u202f\u3000\u200b\ufeff"  # blanks around words inside a text
_DASH = "- "
_MIRRORED, _UNDASHED = 12, 1  # lines behind a dash at the least, and other lines (the row of line numbers) at the most


def split_lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` (ended by ``\\n``) that hold more than blanks.

    >>> [(line.text, line.gap, line.indent) for line in split_lines("a\\n\\n\\n    b ")]
    [('a', 0, 0), ('b', 2, 4)]
    """
    start = index = gap = 0
    size = len(text)
    while start <= size:
        end = text.find("\n", start)
        end = size if end < 0 else end
        raw = text[start:end]
        left = raw.lstrip(_BLANK)
        body = left.rstrip(_BLANK)
        if body:
            first = start + len(raw) - len(left)
            yield Line(index, Span(first, first + len(body)), body, len(raw) - len(left), gap)
            index += 1
            gap = 0
        elif end < size:
            gap += 1
        start = end + 1


def _without_dashes(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without the dash that a mirror prints before each line of a file that it shows; elsewhere the lines as they are."""
    dashed = sum(line.text.startswith(_DASH) for line in lines)
    if dashed < _MIRRORED or len(lines) - dashed > _UNDASHED:
        return lines
    return tuple(_without_dash(line) if line.text.startswith(_DASH) else line for line in lines)


def _without_dash(line: Line) -> Line:
    return part_of(line, len(line.text) - len(line.text[len(_DASH) :].lstrip(_BLANK)))


def span_in(line: Line, start: int, end: int | None = None) -> Span:
    """Where ``line.text[start:end]`` stands in the document."""
    return Span(line.span.start + start, line.span.start + (len(line.text) if end is None else end))


def part_of(line: Line, start: int, end: int | None = None) -> Line:
    """The line cut to ``line.text[start:end]``, its span cut with it.

    >>> line = next(split_lines("  Room: 4 |"))
    >>> part_of(line, 6, 7).text, part_of(line, 6, 7).span
    ('4', Span(start=8, end=9))
    """
    return replace(line, text=line.text[start:end], span=span_in(line, start, end))


def lines(document: Document) -> Document:
    """The stage: fills ``lines`` and their number."""
    made = _without_dashes(tuple(split_lines(document.text)))
    return replace(document, lines=made, line_count=len(made))
