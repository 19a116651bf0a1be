"""What opens an entry of a listing, kind of listing by kind of listing; each rule gives the pieces that it finds, or none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from igf_extract.model import Evidence, Fact, Line, Method, Span
from igf_extract.parsing.fields.clock import days
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.schedule import read_schedule
from igf_extract.parsing.fields.title import TitleReading, read_title
from igf_extract.parsing.listing_events import body_pieces, dated_pieces
from igf_extract.parsing.listing_head import heading_facts
from igf_extract.parsing.page_shape import SLOT_LINE, is_error_message
from igf_extract.parsing.piece import Piece
from igf_extract.parsing.sched_list import LONG_SLOT, sched_pieces
from igf_extract.vocab.fold import fold
from igf_extract.vocab.kinds import field_keys
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.load import read_data
from igf_extract.vocab.noise import noise_rule
from igf_extract.vocab.session_types import read_type_line
from igf_extract.vocab.title_marks import room_pattern

_TITLE_LENGTH = 250
_HEAD_LINES = 12
_ENTRY = re.compile(r"#?(\d{1,3})[.:)]?\s+(?:\([^()]{3,40}\)\s+)?(?=\S*[^\W\d_])(\S.{3,200})$")
_CLOCK = r"\d{1,2}\s?(?:[h:.]\s?(?:\d{2})?)?\s?(?:[ap]\.?m\.?)?"
_SLOT = re.compile(
    rf"[*•\s]{{0,4}}{_CLOCK}\s?[-–—]\s?{_CLOCK}(?:\s?(?:hrs?|h|UTC|GMT|CET|JST)\b)?\s*(?:\(([^()]{{2,60}})\)\s*)?(?:[:|–—-]\s*)?",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"\d{1,2}(?:\s?h\s?(?:\d{2})?|:\d{2})\s?(?:[ap]m)?\s?[:–—-]\s+(?=\S)", re.IGNORECASE)
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
    if len(line.text) > _TITLE_LENGTH or (line.text.endswith((".", ";", ",")) and len(line.text) > 120):
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


def _forms(lines: Sequence[Line]) -> list[Piece]:
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
    openers = []
    for place in steady[opener]:
        above = place - 1
        bare = above >= 0 and _may_be_title(lines[above]) and (lines[above].gap > 0 or lines[place].gap > 0 or above == 0)
        first = above if not titled and bare else place
        if not titled and above > 0 and not bare and _marked(lines[above]) is not None:
            first = above
        openers.append((first, place))
    return _pieces(lines, openers, "form")


def _programme(lines: Sequence[Line]) -> list[Piece]:
    """Slots with a title on the slot's line; breaks and openings end an entry and open none."""
    short = [line for line in lines if len(line.text) <= _TITLE_LENGTH]
    if sum(bool(SLOT_LINE.match(line.text)) for line in short) < 2:
        return []
    slots = [line for line in short if SLOT_LINE.match(line.text) or _MOMENT.match(line.text)]
    year = next((fact for name, fact in heading_facts(lines[: slots[0].index]) if name == "year"), None)
    ends = [*(line.index for line in slots[1:]), len(lines)]
    above = _days(lines)
    pieces = []
    for line, end in zip(slots, ends, strict=True):
        facts = dict(_slot_facts(line, above[line.index], year))
        if "title" in facts and not _no_session(facts["title"].value):
            certain = frozenset({"title", "session_type", "room"} & facts.keys())
            last = next((i for i in range(line.index + 1, end) if _is_day(lines[i])), end)
            pieces.append(Piece(line.index, last, line.index, "slot", tuple(facts.items()), certain))
    return pieces


def _slot_facts(line: Line, day: Line | None, year: Fact[int] | None) -> Iterator[tuple[str, Fact[Any]]]:
    match = _SLOT.match(line.text) or _MOMENT.match(line.text)
    if match is None:
        return
    base = line.span.start + match.end()
    text = line.text[match.end() :]
    reading = read_title(text)
    if reading is not None and reading.title is not None and reading.form in ("type", "number"):
        moved = reading.at(base)
        for name in ("year", "session_type", "number", "title"):
            fact = getattr(moved, name)
            if fact is not None:
                yield name, fact
    elif text.strip():
        lead = len(text) - len(text.lstrip())
        yield (
            "title",
            Fact(text.strip(), Evidence(Span(base + lead, base + lead + len(text.strip())), "listing.slot", Method.POSITION), 0.9),
        )
    if match.re is _SLOT and match.group(1) and room_pattern().search(match.group(1)):
        span = Span(line.span.start + match.start(1), line.span.start + match.end(1))
        yield "room", Fact(match.group(1), Evidence(span, "listing.slot", Method.SHAPE), 0.9)
    schedule = read_schedule([day, line] if day is not None else [line], year.value if year is not None else None)
    for name in ("date", "starts_at", "ends_at", "starts_local", "ends_local"):
        fact = getattr(schedule, name)
        if fact is not None:
            yield name, fact


def _is_day(line: Line) -> bool:
    """A line that names a day and nothing else ("*DAY 1 - Monday, 18 December*")."""
    if len(line.text) > 60 or SLOT_LINE.match(line.text):
        return False
    return bool(days(plain(line.text))) and not re.search(r"\d[:.h]\d\d", line.text) and len(line.text.split()) <= 8


def _days(lines: Sequence[Line]) -> list[Line | None]:
    """For each line the last line above it that names a day."""
    found: list[Line | None] = []
    day: Line | None = None
    for line in lines:
        found.append(day)
        if _is_day(line):
            day = line
    return found


def _no_session(title: str) -> bool:
    folded = fold(title).strip(" .:-")
    entries = tuple(map(fold, read_data("listings.toml")["no_session"]))
    head = re.split(r"[:–—(]|\s-\s|\bpar\b|\bby\b|\bpor\b", folded, maxsplit=1)[0].strip()
    return folded in entries or head in entries


def _calendar(lines: Sequence[Line]) -> list[Piece]:
    """A date with hours in brackets behind the title, or on a line of its own beside it."""
    found = [(line.index, match) for line in lines if len(line.text) <= _TITLE_LENGTH and (match := _CALENDAR.search(line.text))]
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
        told = reading.at(line.span.start)
        facts = [(name, fact) for name in ("year", "session_type", "number", "title") if (fact := getattr(told, name)) is not None]
        return replace(piece, facts=tuple(facts), certain=frozenset({"title", "session_type"}))
    span = Span(line.span.start, line.span.start + len(head))
    title: Fact[Any] = Fact(head, Evidence(span, "listing.before_date", Method.POSITION), 0.85)
    return replace(piece, facts=(("title", title),), certain=frozenset({"title"}))


def _numbered(lines: Sequence[Line]) -> list[Piece]:
    """ "36 A title" on most lines: the results of a selection."""
    found = [(line, match) for line in lines if (match := _ENTRY.match(line.text)) and not LONG_SLOT.search(line.text)]
    if len(found) < 4 or len(found) * 2 < len(lines):
        return []
    pieces = []
    for line, match in found:
        number: Fact[Any] = Fact(match.group(1), Evidence(Span(line.span.start, line.span.start + match.end(1)), "listing.number"), 0.95)
        title: Fact[Any] = Fact(match.group(2), Evidence(Span(line.span.start + match.start(2), line.span.end), "listing.number"), 0.95)
        pieces.append(
            Piece(line.index, line.index + 1, line.index, "number", (("number", number), ("title", title)), frozenset({"number", "title"}))
        )
    return pieces


def _schedules(lines: Sequence[Line]) -> list[Piece]:
    """Lists of igf20xx.sched.com."""
    return [Piece(first, last, opener, "sched") for first, last, opener in sched_pieces(lines)]


RULES: tuple[Callable[[Sequence[Line]], list[Piece]], ...] = (
    _updated,
    _schedules,
    body_pieces,
    dated_pieces,
    _titles,
    _numbered,
    _programme,
    _calendar,
    _forms,
)
