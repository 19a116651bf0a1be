"""Programmes: entries that begin with their hours, have these on a line above the title, or end with hours and place.

Consumes the lines of a document; produces ``Piece``s. Breaks and openings end an entry and open none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from igf_extract.model import Evidence, Fact, Line, Method
from igf_extract.parsing.fields.rooms import names_room
from igf_extract.parsing.lines import span_in
from igf_extract.parsing.listing_facts import names_place, slot_facts, title_behind_format, title_facts
from igf_extract.parsing.listing_head import heading_facts
from igf_extract.parsing.listing_hours import ALONE, BARE, MOMENT, SLOT, TITLE_LENGTH, days_above, is_day, minutes_of
from igf_extract.parsing.page_shape import SLOT_LINE
from igf_extract.parsing.piece import Piece
from igf_extract.parsing.wrapped import join
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.load import read_data
from igf_extract.vocab.noise import noise_rule
from igf_extract.vocab.title_marks import room_pattern

_TITLE_WORDS = 30
_PARAGRAPH = 20  # words
_TITLE_END = 8  # words of the end of a title on a line of its own
_SET_IN = 8  # blanks before the rest of a title
_LEAST, _LEAST_BARE = 2, 4  # slots that make a programme: with both ends, and with their beginning alone
_PLACED = re.compile(r"[|,@]\s*")


@dataclass(frozen=True, slots=True)
class _Slot:
    """A line with hours: its place in the list of lines, where the text behind the hours begins, where the title stands."""

    at: int
    behind: int
    title_at: int | None  # None: the title stands further up, with the text

    @property
    def first(self) -> int:
        """The first line of an entry that begins with its hours or its title."""
        return self.at if self.title_at is None else min(self.at, self.title_at)


def programme_pieces(lines: Sequence[Line]) -> list[Piece]:
    """The entries of a programme, by the way in which most of them show their hours; empty where there is none."""
    placed = _placed(lines)
    if placed:
        return _pieces_above(lines, placed)
    slots = [*_in_line(lines), *_above_title(lines)]
    return _pieces(lines, sorted(slots, key=lambda slot: slot.at)) if slots else []


# --- where the hours stand ----------------------------------------------------------------------------------------------
def _in_line(lines: Sequence[Line]) -> list[_Slot]:
    """ "09:00 – 10:30 A title"; beside such lines one moment is enough ("9h : Accueil")."""
    short = [(at, line.text) for at, line in enumerate(lines) if len(line.text) <= TITLE_LENGTH and not ALONE.fullmatch(line.text)]
    if sum(bool(SLOT_LINE.match(text)) for _, text in short) < _LEAST:
        return []
    found = ((at, SLOT.match(text) if SLOT_LINE.match(text) else MOMENT.match(text)) for at, text in short)
    return [_Slot(at, match.end(), at) for at, match in found if match is not None]


def _above_title(lines: Sequence[Line]) -> list[_Slot]:
    """ "09:00 – 10:30" or, four times and later each time, "9h00", on a line of its own above a title."""
    ranges = {at for at, line in enumerate(lines) if len(line.text) < 40 and ALONE.fullmatch(line.text)}
    bare = [at for at, line in enumerate(lines) if len(line.text) < 16 and at not in ranges and BARE.fullmatch(line.text)]
    minutes = [minute for at in bare for minute in minutes_of(lines[at].text)[:1]]
    if len(bare) < _LEAST_BARE or sum(a < b for a, b in pairwise(minutes)) * 3 < 2 * (len(bare) - 1):
        bare = []
    below = [at for at in ranges if at > 1 and is_day(lines[at - 1]) and _may_be_title(lines[at - 2])]
    if len(below) >= _LEAST:  # "A title", "22 November", "14:00 – 15:30"
        return [_Slot(at, len(lines[at].text), at - 2) for at in sorted(below)]
    places = [at for at in (*sorted(ranges), *bare) if at + 1 < len(lines) and _may_be_title(lines[at + 1])]
    return [_Slot(at, len(lines[at].text), at + 1) for at in places] if len(places) >= _LEAST else []


def _placed(lines: Sequence[Line]) -> list[_Slot]:
    """ "09:00 – 10:30 | Room 4" at the end of an entry: most texts behind the hours are places, and no entry begins with its hours."""
    slots = [_Slot(at, match.end(), None) for at, line in enumerate(lines) if len(line.text) < 120 and (match := SLOT.match(line.text))]
    slots = [slot for slot in slots if SLOT_LINE.match(lines[slot.at].text)]
    rooms = sum(_is_place(lines[slot.at].text, slot.behind) for slot in slots)
    above = all(slot.at and (i == 0 or slot.at > slots[i - 1].at + 1) for i, slot in enumerate(slots))
    return slots if len(slots) >= _LEAST and rooms * 3 >= 2 * len(slots) and above else []


def _is_place(text: str, behind: int) -> bool:
    """Whether a room or a building stands behind the hours, set off by a bar or a comma."""
    set_off = _PLACED.search(text[:behind][-2:]) or _PLACED.match(text[behind:])
    return set_off is not None and names_place(text[behind:].lstrip("|,@ "))


@cache
def _words(name: str, file: str = "listings.toml") -> frozenset[str]:
    return frozenset(map(fold, read_data(file)[name]))


def _may_be_title(line: Line) -> bool:
    text = line.text
    label = LABELS().find(text)
    other = noise_rule(text) is not None or bool(minutes_of(text)) or is_day(line) or _is_room(line)
    other = other or (label is not None and label.key != "title" and title_behind_format(text) == 0)
    return not other and len(text.split()) <= _TITLE_WORDS and any(char.isalpha() for char in text) and not text.endswith((";", ","))


# --- entries ------------------------------------------------------------------------------------------------------------
def _pieces(lines: Sequence[Line], slots: Sequence[_Slot]) -> list[Piece]:
    """Entries that begin with their hours."""
    year = next((fact for name, fact in heading_facts(lines[: slots[0].first]) if name == "year"), None)
    above, rooms, broken = days_above(lines), _rooms(lines, slots), _broken_titles(lines, slots)
    pieces = []
    for slot, end in zip(slots, [*(slot.first for slot in slots[1:]), _end_of_programme(lines, slots)], strict=True):
        facts = dict(_facts(lines, slot, above[slot.at], year, broken=slot.at in broken))
        room = rooms[slot.at]
        if room is not None:
            facts.setdefault("room", room)
        if "title" in facts and not _no_session(facts["title"].value):
            last = next((at for at in range(slot.at + 1, end) if is_day(lines[at]) or (rooms[at] is not None and _is_room(lines[at]))), end)
            first = slot.at if slot.title_at is None else slot.title_at  # hours alone are told by the facts
            first += slot.at in broken  # the rest of a title stands for all of it
            pieces.append(_piece(lines, first, last, "slot", facts))
    return pieces


def _end_of_programme(lines: Sequence[Line], slots: Sequence[_Slot]) -> int:
    """Where the text behind a programme begins: a heading below more blank lines than stand inside or between its entries."""
    begin = slots[-1].at + 1
    inside = max(line.gap for line in lines[slots[0].at + 1 : begin])
    heads = (at for at in range(begin, len(lines) - 1) if lines[at].gap > max(inside, 1) and _may_be_title(lines[at]))
    return next(heads, len(lines))


def _pieces_above(lines: Sequence[Line], slots: Sequence[_Slot]) -> list[Piece]:
    """Entries that end with their hours: the title is the first line behind the entry before, or behind the heading of a day."""
    year = next((fact for name, fact in heading_facts(lines[: slots[0].at]) if name == "year"), None)
    above = days_above(lines)
    pieces: list[Piece] = []
    begin = 0
    for slot in slots:
        head = next((at for at in range(slot.at - 1, begin - 1, -1) if is_day(lines[at])), begin - 1) + 1
        first = next((at for at in range(head, slot.at) if _may_be_title(lines[at]) and not _leads_on(lines[at])), None)
        if first is not None and slot.at - first <= _TITLE_WORDS:
            facts = dict(_facts(lines, replace(slot, title_at=first), above[slot.at], year))
            place = _place(lines[slot.at], slot.behind)
            if place is not None:
                facts["room"] = place
            pieces.append(_piece(lines, first, slot.at, "slot_below", facts))
        begin = slot.at + 1
    return [*pieces, *_cut_off(lines, begin, above, year)] if len(pieces) >= _LEAST else []


def _cut_off(lines: Sequence[Line], begin: int, above: Sequence[Line | None], year: Fact[int] | None) -> Iterator[Piece]:
    """The last entry where its hours are cut off: a title and a paragraph below it."""
    first = next((at for at in range(begin, len(lines)) if not is_day(lines[at]) and not _leads_on(lines[at])), len(lines))
    if first + 2 == len(lines) and _may_be_title(lines[first]) and len(lines[first + 1].text.split()) >= _PARAGRAPH:
        day = above[first]
        facts = dict(title_facts(lines[first], 0)) | dict(slot_facts([day], year) if day is not None else ())
        yield _piece(lines, first, len(lines), "slot_below", facts)


def _piece(lines: Sequence[Line], first: int, last: int, rule: str, facts: Mapping[str, Fact[Any]]) -> Piece:
    """The entry that takes the places ``first`` up to ``last`` of ``lines``."""
    base = lines[first].index - first
    certain = frozenset({"title", "session_type", "room"} & facts.keys())
    return Piece(base + first, base + last, base + first, rule, tuple(facts.items()), certain)


def _place(line: Line, behind: int) -> Fact[str] | None:
    """The room or house behind the hours."""
    rest = line.text[behind:].lstrip("|,@ ")
    if not rest or not _is_place(line.text, behind):
        return None
    return Fact(rest, Evidence(span_in(line, len(line.text) - len(rest)), "listing.place", Method.LEXICON), 0.9)


def _leads_on(line: Line) -> bool:
    """ "More here": a link below the entry before."""
    return fold(line.text).strip(" .:>»") in _words("links")


def _facts(
    lines: Sequence[Line], slot: _Slot, day: Line | None, year: Fact[int] | None, *, broken: bool = False
) -> Iterator[tuple[str, Fact[Any]]]:
    line = lines[slot.at]
    if broken:
        for name, fact in title_facts(join(line, lines[slot.at + 1]), slot.behind):
            yield name, replace(fact, value=" ".join(fact.value.split())) if name == "title" else fact
    elif slot.title_at is not None:
        yield from title_facts(lines[slot.title_at], slot.behind if slot.title_at == slot.at else 0)
    match = SLOT.match(line.text)
    if match is not None and match.group(1) and room_pattern().search(match.group(1)):
        yield "room", Fact(match.group(1), Evidence(span_in(line, *match.span(1)), "listing.slot", Method.SHAPE), 0.9)
    yield from slot_facts([day, line] if day is not None else [line], year)


def _is_end_of_title(line: Line) -> bool:
    """Whether a line apart is the end of a title that was broken off: a few words in small letters and no sentence."""
    return line.gap == 1 and line.text[:1].islower() and len(line.text.split()) <= _TITLE_END and not line.text.endswith((".", ":", ";"))


def _broken_titles(lines: Sequence[Line], slots: Sequence[_Slot]) -> frozenset[int]:
    """The places of slots behind which a broken title goes on, on the next line: it touches the first, set in below it, or in a programme
    of which the other entries do not touch what stands below them. Behind a blank line small letters tell."""
    below = [(slot.at, lines[slot.at + 1]) for slot in slots if slot.title_at == slot.at and slot.at + 1 < len(lines)]
    touching = [(at, line) for at, line in below if not line.gap or _is_end_of_title(line)]
    few = 2 * len(touching) < len(slots)
    return frozenset(
        at
        for at, line in touching
        if (few or line.indent >= lines[at].indent + _SET_IN)
        and ":" not in line.text
        and _may_be_title(line)
        and lines[at].text[-1].isalpha()
    )


# --- what stands above several entries ----------------------------------------------------------------------------------
def under_days(lines: Sequence[Line], pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the day that heads them, where a line of its own names one; such a line at their end belongs to the next."""
    above = days_above(lines)
    found = []
    for piece in pieces:
        last = piece.last
        while last - 1 > piece.opener and is_day(lines[last - 1]):
            last -= 1
        found.append(replace(piece, last=last, day=piece.day or above[piece.first]))
    return found


def _is_room(line: Line) -> bool:
    return len(line.text) <= 60 and names_room(line.text)


def _rooms(lines: Sequence[Line], slots: Sequence[_Slot]) -> list[Fact[str] | None]:
    """For each line the room that heads its entries: only where such a line stands above the first hours of the programme."""
    first = slots[0].at
    if first == 0 or not _is_room(lines[first - 1]):
        return [None] * len(lines)
    found: list[Fact[str] | None] = []
    room: Fact[str] | None = None
    openers = {slot.at for slot in slots}
    for at, line in enumerate(lines):
        if is_day(line):
            room = None
        elif at + 1 in openers and _is_room(line):
            room = Fact(line.text, Evidence(line.span, "listing.room", Method.LEXICON), 0.9)
        found.append(room)
    return found


def _no_session(title: str) -> bool:
    folded = fold(title).strip(" .:-")
    head = re.split(r"[:–—(]|\s-\s|\bpar\b|\bby\b|\bpor\b", folded, maxsplit=1)[0].strip()
    return not {folded, head}.isdisjoint(_words("no_session"))
