"""Lists of igf20xx.sched.com: where an event begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from igf_extract.model import Line
from igf_extract.parsing.fields.rooms import names_room
from igf_extract.parsing.page_shape import CLOCK_LINE
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.noise import noise_rule

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_HOURS = r"\d{1,2}:\d{2}\s?(?:[ap]m)?"
LONG_SLOT = re.compile(
    rf"^{_WEEKDAY},?\s{_MONTH}\s\d{{1,2}},\s20\d\d\s{_HOURS}\s?[-–]\s?(?:{_WEEKDAY},?\s{_MONTH}\s\d{{1,2}},\s20\d\d\s)?{_HOURS}",
    re.IGNORECASE,
)
_FIRST_ITEM = re.compile(r"1[.)]\s")
_TEXTS = frozenset({"description", "relevance", "agenda", "policy_questions"})
_BARE_CLOCK = re.compile(r"\d{1,2}:\d{2}$")  # lists of 2016 and 2019 leave the zone out; inside an event it may be an item of its agenda
_FILTER = "[clear filter]"
_HIGH = 2  # the last line in which such a slot stands
_PARAGRAPH = 20  # words of a line that is a paragraph
_DAY_LINE = re.compile(rf"^{_WEEKDAY},\s{_MONTH}\s\d{{1,2}}(?:,\s20\d\d)?$", re.IGNORECASE)


def sched_pieces(lines: Sequence[Line]) -> list[tuple[int, int, int]]:
    """(first line, line after the last, line of the title) of each event in a list; [] where this is none.

    An event ends with its long slot line ("Monday September 1, 2014 10:00am - 11:00am EEST"), the room below it and, on the
    next line without a blank one between, its track. Where that line is missing, it ends before the hours of the next one if it holds
    more than a title.
    """
    if not any(LONG_SLOT.match(line.text) or line.text.endswith(_FILTER) for line in lines):
        return []
    pieces: list[tuple[int, int, int]] = []
    start: int | None = None
    index = 0
    while index < len(lines):
        line = lines[index]
        if LONG_SLOT.match(line.text) and start is not None and not _slot_comes_again(lines, start, index):
            last = end_of_event(lines, index)
            pieces.append((start, last, start))
            start, index = None, last
            continue
        if start is None and not between_events(line):
            start = index
        elif start is not None and CLOCK_LINE.match(line.text):
            last = _end_without_slot(lines, start, index)
            if _is_cut_off(lines[:last], start, pieces[-1][1] if pieces else -1):
                pieces.append((start, last, start))
            start = None
        index += 1
    if start is not None and _is_cut_off(lines, start, pieces[-1][1] if pieces else -1):
        pieces.append((start, len(lines), start))
    return pieces


def _end_without_slot(lines: Sequence[Line], start: int, index: int) -> int:
    """Where an event ends whose slot line was lost: before the day and the hours of the next, which stand at ``index``."""
    return next((at for at in range(index, start, -1) if not between_events(lines[at - 1])), start)


def clock_above(lines: Sequence[Line], first: int) -> Line | None:
    """The hour that stands above the event whose first line is at ``first``, with nothing but days and banners between."""
    for line in reversed(lines[:first]):
        if CLOCK_LINE.match(line.text) or _BARE_CLOCK.match(line.text):
            return line
        if not between_events(line):
            return None
    return None


def is_filtered(lines: Sequence[Line]) -> bool:
    """Whether the page is a list of the schedule for one track, type or room, which holds as many events as it holds slots."""
    return any(line.text.endswith(_FILTER) for line in lines)


def _is_cut_off(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the last of these lines are an event whose slot is cut off: the hours stand above it, or a paragraph right below its title
    where the event before has just ended; and it has more than a title."""
    below = lines[start + 1 :]
    timed = any(CLOCK_LINE.match(line.text) or _BARE_CLOCK.match(line.text) for line in lines[max(0, start - 2) : start])
    if not timed and (start != end or not below or below[0].gap or len(below[0].text.split()) < _PARAGRAPH):
        return False
    return any(len(line.text.split()) >= _PARAGRAPH or LABELS().find(line.text) is not None for line in below)


def between_events(line: Line) -> bool:
    """Days, hours and banners between the events of a list."""
    outside = (
        CLOCK_LINE.match(line.text)
        or _BARE_CLOCK.match(line.text)
        or _DAY_LINE.match(line.text)
        or noise_rule(line.text)
        or line.text.endswith(_FILTER)
    )
    return bool(outside) or not any(c.isalnum() for c in line.text)


def _slot_comes_again(lines: Sequence[Line], start: int, index: int) -> bool:
    """Lists of 2024 print the slot above and below the description."""
    if index > start + 2:
        return False
    if is_slot_above(lines, index):
        return True
    for line in lines[index + 1 :]:
        if line.text == lines[index].text:
            return True
        if CLOCK_LINE.match(line.text) or _DAY_LINE.match(line.text) or LONG_SLOT.match(line.text):
            return False
    return False


def is_slot_above(lines: Sequence[Line], index: int) -> bool:
    """Whether the slot at ``index`` was printed above the description: a paragraph, a label of prose or the first item of an agenda stands
    right below it, where a room would."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    label = LABELS().find(below)
    told = label is not None and LABELS().keys[label.key].field in _TEXTS
    return told or len(below.split()) >= _PARAGRAPH or (_FIRST_ITEM.match(below) is not None and not names_room(below))


def heads_event(lines: Sequence[Line], index: int) -> bool:
    """Whether slot and room stand right below the title of an event with a page of its own, and its text below them."""
    below = lines[index + 1 :]
    if index > _HIGH or len(below) < 2 or not names_room(below[0].text):
        return False
    return any(len(line.text.split()) >= _PARAGRAPH for line in below[1:])


def end_of_event(lines: Sequence[Line], index: int) -> int:
    """The index behind the room and the track that follow the slot line at ``index``."""
    last = index + 1
    if last < len(lines) and not between_events(lines[last]) and (lines[last].gap == 0 or names_room(lines[last].text)):
        last += 1
        if last < len(lines) and not between_events(lines[last]) and (lines[last].indent > lines[index].indent or lines[last].gap == 0):
            last += 1
    return last
