"""Entries of organisations' own lists that hold title, hours, room and people on one line: "A title (9:30-11:00) Room 5. With Ana Ruiz
(speaker)."

Consumes the lines of a document; produces ``Piece``s, and the lines of an entry taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from igf_extract.model import Evidence, Fact, Line, Method
from igf_extract.parsing.lines import part_of, span_in
from igf_extract.parsing.listing_facts import names_place, slot_facts, title_facts
from igf_extract.parsing.listing_head import heading_facts
from igf_extract.parsing.listing_hours import days_above
from igf_extract.parsing.piece import Piece

RULE = "hours_inside"
_LEAST = 3  # such lines that make a list
_ENTRY = re.compile(r"([^()]{4,200}?)\s\((\d{1,2}[:.h]\d{2}\s?[-–—]\s?\d{1,2}[:.h]\d{2}(?:\s?h)?)\)(?:[.,:]?\s+(?=\S)|[.,]?$)")
_SENTENCE = re.compile(r"\.(?:\s+(?=[^\W\d_a-zà-ÿ])|\s*$)")
_MOST_WORDS = 8  # of a room


def inline_hours_pieces(lines: Sequence[Line]) -> list[Piece]:
    """The entries of such a list, each with the day above it."""
    found = [(at, match) for at, line in enumerate(lines) if (match := _ENTRY.match(line.text)) is not None]
    if len(found) < _LEAST:
        return []
    year = next((fact for name, fact in heading_facts(lines[: found[0][0]]) if name == "year"), None)
    days = days_above(lines)
    pieces = []
    for (at, match), end in zip(found, [*(at for at, _ in found[1:]), len(lines)], strict=True):
        line, day = lines[at], days[at]
        hours = part_of(line, *match.span(2))
        facts: dict[str, Fact[Any]] = dict(title_facts(part_of(line, *match.span(1)), 0))
        facts |= dict(slot_facts([day, hours] if day is not None else [hours], year))
        room = _room(line, match.end())
        if room is not None:
            facts["room"] = Fact(line.text[slice(*room)], Evidence(span_in(line, *room), "listing.room", Method.LEXICON), 0.9)
        first = line.index
        certain = frozenset({"title", "session_type", "number"} & facts.keys())
        last = next((place for place in range(at + 1, end) if lines[place] in days[place + 1 :][:1]), end)  # the day of the next entry
        pieces.append(Piece(first, first + last - at, first, RULE, tuple(facts.items()), certain))
    return pieces


def taken_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of an entry, its first one parted into the title and what follows hours and room."""
    first = lines[0]
    match = _ENTRY.match(first.text)
    assert match is not None
    yield part_of(first, *match.span(1))
    room = _room(first, match.end())
    end = _SENTENCE.match(first.text, room[1]) if room is not None else None
    begin = end.end() if end is not None else match.end()
    if first.text[begin:].strip():
        yield replace(part_of(first, begin), gap=1)
    yield from lines[1:]


def _room(line: Line, begin: int) -> tuple[int, int] | None:
    """Where the room stands that the first words behind the hours name."""
    end = _SENTENCE.search(line.text, begin)
    text = line.text[begin : end.start() if end is not None else len(line.text)]
    return (begin, begin + len(text)) if text and len(text.split()) <= _MOST_WORDS and names_place(text) else None
