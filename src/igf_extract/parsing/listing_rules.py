"""What opens an entry of a listing, kind of listing by kind of listing; each rule gives the pieces that it finds, or none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from igf_extract.model import Evidence, Fact, Line, Method
from igf_extract.parsing.fields.title import TitleReading, read_title
from igf_extract.parsing.lines import span_in
from igf_extract.parsing.listing_events import body_pieces, dated_pieces, dated_slot_pieces, slot_headed_pieces
from igf_extract.parsing.listing_facts import slot_facts
from igf_extract.parsing.listing_head import heading_facts
from igf_extract.parsing.listing_hours import TITLE_LENGTH, days_above
from igf_extract.parsing.listing_inline import inline_hours_pieces
from igf_extract.parsing.listing_slots import programme_pieces
from igf_extract.parsing.page_shape import ONE_OF_DAYS, is_error_message
from igf_extract.parsing.piece import Piece
from igf_extract.parsing.sched_list import LONG_SLOT, clock_above, sched_pieces
from igf_extract.vocab.fold import fold
from igf_extract.vocab.kinds import field_keys
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.list_marks import has_mark
from igf_extract.vocab.noise import noise_rule
from igf_extract.vocab.session_types import read_type_line

_ENTRY = re.compile(r"#?(\d{1,3})[.:)]?\s+(?:\([^()]{3,40}\)\s+)?(?=\S*[^\W\d_])(\S.{3,200})$")
_CALENDAR = re.compile(
    r"\((?=[^()]*\d{1,2}[:.]\d{2})[^()]{8,120}\)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.{0,60}\d{1,2}[:.]\d{2}", re.IGNORECASE
)


def _pieces(lines: Sequence[Line], openers: Sequence[tuple[int, int]], rule: str) -> list[Piece]:
    """Pieces from (first line, opener) to the next one; of two that would begin with one line the first counts."""
    kept: list[tuple[int, int]] = []
    for first, opener in openers:
        if not kept or first > kept[-1][0]:
            kept.append((first, opener))
    ends = [*(first for first, _ in kept[1:]), len(lines)]
    return [Piece(first, end, opener, rule) for (first, opener), end in zip(kept, ends, strict=True)]


# --- rules, surest first ------------------------------------------------------------------------------------------------
def _updated(lines: Sequence[Line]) -> list[Piece]:
    """Collections of reports: [title line,] [type line,] "Updated: …"."""
    places = [line.index for line in lines if fold(line.text).startswith("updated:") and len(line.text) < 60]
    if len(places) < 2:
        return []
    starts: list[tuple[int, int]] = []
    for place in places:
        first = place - 1 if place and _is_type(lines[place - 1]) else place
        starts.append((first, place))
    titled = sum(_titled(lines, first) for first, _ in starts) * 2 >= len(starts)
    openers = []
    for first, place in starts:
        above = first - 1
        if above >= 0 and (_marked(lines[above]) is not None or (titled and _may_be_title(lines[above]))):
            first = above
            if above and _unfinished(lines[above - 1]):
                first = above - 1
        openers.append((first, place))
    return _pieces(lines, openers, "updated")


def _titled(lines: Sequence[Line], first: int) -> bool:
    """Whether a title that says that it is one stands above the line, on one line or on two."""
    return (first > 0 and _marked(lines[first - 1]) is not None) or (first > 1 and _unfinished(lines[first - 2]))


def _is_type(line: Line) -> bool:
    """ "DC Session", "Open Forum / Town Hall", "Ceremonial/HL Session"."""
    parts = [part.strip() for part in line.text.split("/")]
    return len(line.text) < 60 and (read_type_line(line.text) is not None or any(read_type_line(part) is not None for part in parts))


def _marked(line: Line) -> TitleReading | None:
    """A title that says that it is one: a type with a number, or a year."""
    if len(line.text) > TITLE_LENGTH or (line.text.endswith((".", ";", ",")) and len(line.text) > 120):
        return None
    reading = read_title(line.text)
    if reading is None or reading.form == "label":
        return None
    return reading if reading.year is not None or reading.number is not None else None


def _unfinished(line: Line) -> bool:
    """ "IGF 2021 WS #122" whose title stands on the next line."""
    reading = _marked(line)
    return reading is not None and reading.title is None and reading.number is not None


def _may_be_title(line: Line) -> bool:
    text = line.text
    return noise_rule(text) is None and len(text) <= 160 and not text.endswith((".", ";", ":", ",")) and LABELS().find(text) is None


def _names_session(reading: TitleReading) -> bool:
    """Two of type, number and year, with a title or a number: more than a line of prose would say by chance."""
    known = (reading.session_type is not None) + (reading.number is not None) + (reading.year is not None)
    return known >= 2 and (reading.title is not None or reading.number is not None)


def _name(reading: TitleReading) -> tuple[str, str]:
    kind = reading.session_type.value if reading.session_type is not None else ""
    if reading.number is not None:
        return kind, reading.number.value
    return kind, fold(reading.title.value) if reading.title is not None else ""


def _under_ignored(above: Line | None) -> bool:
    """Whether a line stands below a label whose value is no fact of the session: "Previous Workshop(s):"."""
    label = LABELS().find(above.text) if above is not None and noise_rule(above.text) is None else None
    return label is not None and label.value_start is None and label.key == "ignored"


def _titles(lines: Sequence[Line]) -> list[Piece]:
    """Titles with type and number, each of another session."""
    found: list[tuple[int, TitleReading]] = []
    for above, line in zip((None, *lines), lines, strict=False):
        reading = None if is_error_message(line) or _under_ignored(above) else _marked(line)
        if reading is not None and not (line.text.endswith(".") and len(line.text) > 90):
            found.append((line.index, reading))
    strong = [(i, r) for i, r in found if _names_session(r)]
    if len({_name(r) for _, r in strong}) < 2:
        dated = [(i, r) for i, r in found if r.year is not None and r.title is not None]
        if len({fold(r.title.value) for _, r in dated if r.title}) < 3:
            return []
        strong = dated
    styles = {(r.year is not None) for _, r in strong}
    kept = [(i, r) for i, r in found if (i, r) in strong or (styles == {True} and r.year is not None and r.title is not None)]
    openers: list[tuple[int, int]] = []
    last: tuple[str, str] | None = None
    for index, reading in kept:
        key = _name(reading)
        if key != last:
            openers.append((index, index))
        last = key
    return _pieces(lines, openers, "title")


def form_pieces(lines: Sequence[Line]) -> list[Piece]:
    """The same labels again and again: an entry begins with the first of them, or with the unlabelled line above it."""
    places: dict[str, list[int]] = {}
    for line in lines:
        label = LABELS().find(line.text)
        if label is not None and label.key in field_keys("entry") and not re.search(r"\d", label.spelling.replace("#", "0")):
            places.setdefault(label.key, []).append(line.index)
    repeated = {key: where for key, where in places.items() if len(where) >= 2}
    if len(repeated) < 2:
        return []
    count = max(len(where) for where in repeated.values())
    steady = {key: where for key, where in repeated.items() if len(where) * 2 > count}
    opener = min(steady, key=lambda key: steady[key][0])
    titled = "title" in steady
    headed = all(place > 0 and _may_be_title(lines[place - 1]) and not has_mark(lines[place - 1].text) for place in steady[opener])
    openers = []
    for place in steady[opener]:
        above = place - 1
        bare = above >= 0 and _may_be_title(lines[above]) and (headed or lines[above].gap > 0 or lines[place].gap > 0 or above == 0)
        first = above if not titled and bare else place
        if not titled and above > 0 and not bare and _marked(lines[above]) is not None:
            first = above
        openers.append((first, place))
    return _pieces(lines, openers, "form")


def _calendar(lines: Sequence[Line]) -> list[Piece]:
    """A date with hours in brackets behind the title, or on a line of its own beside it."""
    short = (line for line in lines if len(line.text) <= TITLE_LENGTH and not ONE_OF_DAYS.match(line.text))
    found = [(line.index, match) for line in short if (match := _CALENDAR.search(line.text))]
    if len(found) < 2:
        return []
    openers = []
    for index, match in found:
        behind = len(lines[index].text[: match.start()].split()) >= 2
        above = index - 1
        below = index + 1 < len(lines) and len(lines[index + 1].text) <= 160 and not lines[index + 1].text.endswith(".")
        title_above = not behind and above >= 0 and _may_be_title(lines[above]) and (not below or lines[above].gap > lines[index].gap)
        openers.append((above if title_above else index, index))
    pieces = _pieces(lines, openers, "calendar")
    return [_with_calendar_title(lines, piece) for piece in pieces]


def _with_calendar_title(lines: Sequence[Line], piece: Piece) -> Piece:
    line = lines[piece.opener]
    match = _CALENDAR.search(line.text)
    head = line.text[: match.start()].rstrip(" –—-|,") if match else ""
    if len(head.split()) < 2:
        return piece
    reading = read_title(head)
    if reading is not None and reading.session_type is not None and reading.title is not None:
        facts = tuple(reading.at(line.span.start).said("year", "session_type", "number", "title"))
        return replace(piece, facts=facts, certain=frozenset({"title", "session_type"}))
    title: Fact[Any] = Fact(head, Evidence(span_in(line, 0, len(head)), "listing.before_date", Method.POSITION), 0.85)
    return replace(piece, facts=(("title", title),), certain=frozenset({"title"}))


def _numbered(lines: Sequence[Line]) -> list[Piece]:
    """ "36 A title" on most lines: the results of a selection."""
    found = [(line, match) for line in lines if (match := _ENTRY.match(line.text)) and not LONG_SLOT.search(line.text)]
    if len(found) < 4 or len(found) * 2 < len(lines):
        return []
    pieces = []
    for line, match in found:
        number: Fact[Any] = Fact(match.group(1), Evidence(span_in(line, 0, match.end(1)), "listing.number"), 0.95)
        title: Fact[Any] = Fact(match.group(2), Evidence(span_in(line, match.start(2)), "listing.number"), 0.95)
        pieces.append(
            Piece(line.index, line.index + 1, line.index, "number", (("number", number), ("title", title)), frozenset({"number", "title"}))
        )
    return pieces


def _schedules(lines: Sequence[Line]) -> list[Piece]:
    """Lists of igf20xx.sched.com. An event whose own slot line is lost has the day and the hours above it."""
    pieces = sched_pieces(lines)
    head = heading_facts(lines[: pieces[0][0]]) if pieces else ()
    year = next((fact for name, fact in head if name == "year"), None)
    days = days_above(lines)
    found = []
    for first, last, opener in pieces:
        slot = [] if any(LONG_SLOT.match(line.text) for line in lines[first:last]) else [days[first], clock_above(lines, first)]
        told = [line for line in slot if line is not None]
        found.append(Piece(first, last, opener, "sched", tuple(slot_facts(told, year)) if len(told) > 1 else ()))
    return found


RULES: tuple[Callable[[Sequence[Line]], list[Piece]], ...] = (
    _updated,
    _schedules,
    body_pieces,
    dated_pieces,
    slot_headed_pieces,
    inline_hours_pieces,
    _titles,
    _numbered,
    programme_pieces,
    dated_slot_pieces,
    _calendar,
    form_pieces,
)
