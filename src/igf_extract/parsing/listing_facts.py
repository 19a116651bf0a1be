"""What the lines of an entry of a listing say: its day and hours, its place, its title.

Consumes lines with the place where a title begins; produces the facts by their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from igf_extract.model import Evidence, Fact, Line, Method
from igf_extract.parsing.fields.rooms import names_room
from igf_extract.parsing.fields.schedule import read_schedule
from igf_extract.parsing.fields.title import read_title
from igf_extract.parsing.lines import part_of, span_in
from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data
from igf_extract.vocab.session_types import read_type_line
from igf_extract.vocab.title_marks import room_pattern

_TYPE_OF_DAY = re.compile(r"([^\W\d_][^\d:–—]{2,30}?(?:\s0)?)\s?(?:[:–—]|\s-)\s")
_FORMAT = re.compile(
    r"(?:panel(?: discussion)?|round ?table|mesa redonda|mesa|conversatorio|table ronde|debate|débat)\s?:\s+(?=\S)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s\(([^()]{3,60})\)$")


def names_place(text: str) -> bool:
    """Whether words behind the hours name a room or a house."""
    words = set(re.split(r"\W+", fold(text)))
    house = not words.isdisjoint(_words("buildings") | _words("buildings", "rooms.toml"))
    return house or names_room(text) or room_pattern().search(text) is not None


@cache
def _words(name: str, file: str = "listings.toml") -> frozenset[str]:
    return frozenset(map(fold, read_data(file)[name]))


def slot_facts(lines: Sequence[Line], year: Fact[int] | None) -> Iterator[tuple[str, Fact[Any]]]:
    """The day, the hours and the year that the lines of a slot tell, and the type that heads its day ("PRE-EVENTS – 8 November")."""
    head = _TYPE_OF_DAY.match(lines[0].text)
    code = read_type_line(head[1]) if head is not None else None
    if head is not None and code is not None:
        yield "session_type", Fact(code, Evidence(span_in(lines[0], *head.span(1)), "listing.day", Method.LEXICON), 0.9)
    schedule = read_schedule(lines, year.value if year is not None else None)
    for name in ("date", "starts_at", "ends_at", "starts_local", "ends_local"):
        fact = getattr(schedule, name)
        if fact is not None:
            yield name, fact
    if schedule.date is not None:
        yield "year", Fact(schedule.date.value.year, replace(schedule.date.evidence, rule="listing.year_of_date"), schedule.date.confidence)


def title_behind_format(text: str) -> int:
    """Where the title begins behind the format of an entry ("Panel: Who owns the mast?"); 0 where none is named."""
    found = _FORMAT.match(text)
    return found.end() if found is not None and len(text[found.end() :].split()) > 1 else 0


def title_facts(line: Line, begin: int) -> Iterator[tuple[str, Fact[Any]]]:
    """What the title that begins there says."""
    begin += title_behind_format(line.text[begin:])
    text = line.text[begin:]
    reading = read_title(text)
    if reading is not None and reading.title is not None and reading.form in ("type", "number"):
        yield from reading.at(line.span.start + begin).said("year", "session_type", "number", "title")
    elif text.strip(" :"):
        title = part_of(line, len(line.text) - len(text.lstrip()), len(line.text.rstrip().rstrip(" :")))
        place = _IN_BRACKETS.search(title.text)
        if place is not None and names_place(place[1]):
            yield "room", Fact(place[1], Evidence(span_in(title, *place.span(1)), "listing.place", Method.LEXICON), 0.9)
            title = part_of(title, 0, place.start())
        yield "title", Fact(title.text, Evidence(title.span, "listing.slot", Method.POSITION), 0.9)
