"""The items of an agenda that a page printed on one line: each ends with its minutes, or begins with its number or its hours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from igf_extract.model import Line, Span
from igf_extract.parsing.people.pieces import minutes

_FEWEST = 2  # such marks on a line, at the least
_HOURS = re.compile(r"(?<!\S)\d{1,2}[:.h]\d{2}\s?(?:[-–—]|to)\s?\d{1,2}[:.h]\d{2}\b")
_NEXT_NUMBER = re.compile(r"(?<!\S)(\d{1,2})[.)]\s+(?=[^\W\d_a-zà-ÿ])")
_GOES_ON = ":,;.-–—"  # behind the minutes: they stand inside the item ("Panel (30 min): Ana Ruiz") or end a sentence


def items_of_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of an agenda, one that holds several items cut into these; offsets stay those of the document."""
    return [item for line in lines for item in _items(line)]


def _items(line: Line) -> Iterator[Line]:
    starts = _behind_minutes(line.text) or _at_marks(line.text)
    for start, end in zip([0, *starts], [*starts, len(line.text)], strict=True):
        text = line.text[start:end].strip()
        left = line.span.start + line.text.index(text, start)
        if text:
            yield Line(line.index, Span(left, left + len(text)), text, line.indent, line.gap)


def _behind_minutes(text: str) -> list[int]:
    """Where an item begins behind the minutes of the one before ("Welcome, Ana Ruiz (5 min) Panel: Luis Paz (10 min)")."""
    closed = [end for start, end in minutes(text) if text[start] in "([" and text[end - 1] in ")]"]
    behind = [text[end:].lstrip()[:1] for end in closed]
    sentence = any(char.islower() or char in _GOES_ON for char in behind if char)  # "A round (20 min) gives two minutes to each"
    return [end for end in closed if text[end:].strip(" .")] if len(closed) >= _FEWEST and not sentence else []


def _at_marks(text: str) -> list[int]:
    """Where an item begins with its hours ("10:00-10:10 Welcome 10:10-10:40 Panel"), or with the next number from 1 on."""
    hours = [match.start() for match in _HOURS.finditer(text)]
    if len(hours) >= _FEWEST:
        return [start for start in hours if start]
    starts: list[int] = []
    for match in _NEXT_NUMBER.finditer(text):
        if int(match[1]) == len(starts) + 1:
            starts.append(match.start())
    return [start for start in starts if start] if len(starts) > _FEWEST and not text[: starts[0]].strip() else []
