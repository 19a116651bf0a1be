"""The head of an event of the schedule: its title, and where the description begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from igf_extract.model import Line, Method
from igf_extract.parsing.event import MARGIN, Event, slot
from igf_extract.parsing.fields.schedule import is_schedule_line
from igf_extract.parsing.fields.title import TitleReading
from igf_extract.parsing.lines import part_of
from igf_extract.parsing.page import TITLE_LINE, Run
from igf_extract.parsing.page_shape import DOTTED_SLOT
from igf_extract.parsing.sched_list import LONG_SLOT, between_events
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.noise import noise_rule
from igf_extract.vocab.session_types import read_type_line, spellings

_QUOTED = re.compile(r"[‘“\"']([^‘“\"”’]\S.{8,200}\S)[’”\"']")
_IN_BRACKETS = re.compile(r"\s\(([^()]{2,60})\)$")
_BRACKETED = re.compile(r"\[(.{10,150})\]")
_SLOT = 0.3  # a line that may be a slot from this score on
PARAGRAPH = 25  # words of a line that is a paragraph


def opening_of(lines: Sequence[Line], event: Event) -> tuple[int, Line | None]:
    """Where the description begins, and the title: the first line, or the line below the day and hours of a page of its own.

    On such a page a call to sign up follows the title; where it follows the hours directly, the title is lost.
    """
    begin, title = 0, None
    dotted = next((i for i, line in enumerate(lines) if DOTTED_SLOT.match(line.text)), None)
    if dotted is not None:
        event.claim(lines[dotted], "schedule", "day_and_hours", Method.SHAPE)
        begin = dotted + 1
        if begin < len(lines) and noise_rule(lines[begin].text) is not None:
            return _below_call(lines, begin, event)
    while begin < len(lines) and between_events(lines[begin]):
        begin += 1
    if begin < len(lines) and not LONG_SLOT.match(lines[begin].text) and not _is_below_title(lines[begin]):
        title, begin = lines[begin], begin + 1
        again = lines[begin].text if begin < len(lines) else ""
        if again and title.text.endswith(f" - {again}"):  # "Net Trust - Ships and cables", "Ships and cables"
            title = part_of(title, len(title.text) - len(again))
    if begin < len(lines) and LONG_SLOT.match(lines[begin].text) and any(line.text == lines[begin].text for line in lines[begin + 1 :]):
        event.claim(lines[begin], "schedule", "slot_above", Method.SHAPE)
        begin += 1
    return begin, title


def _below_call(lines: Sequence[Line], at: int, event: Event) -> tuple[int, Line | None]:
    """Where the description begins behind a call to sign up, and the title where its first line is one in quotation marks; the slot in
    brackets below that is read as well ("[90 minutes – Tuesday 19 December, 15.00-16.30]")."""
    begin = at
    while begin < len(lines) and noise_rule(lines[begin].text) is not None:
        begin += 1
    quoted = _QUOTED.fullmatch(lines[begin].text) if begin < len(lines) else None
    if quoted is None:
        return at, None
    for line in lines[at:begin]:
        event.claim(line, "noise", "noise")
    title, begin = part_of(lines[begin], *quoted.span(1)), begin + 1
    slotted = _BRACKETED.fullmatch(lines[begin].text) if begin < len(lines) else None
    if slotted is not None and is_schedule_line(slotted[1]) >= _SLOT:
        event.claim(lines[begin], "schedule", "slot_in_brackets", Method.SHAPE)
        event.run("format", [part_of(lines[begin], *slotted.span(1))])
        begin += 1
    return begin, title


def _is_below_title(line: Line) -> bool:
    """Whether the first line of an event that lost its title is a paragraph of its text or the heading of its people."""
    if len(line.text.split()) >= PARAGRAPH and line.text.endswith((".", "!", "?", ":")):
        return True
    label = LABELS().find(line.text)
    return label is not None and label.value_start is None and LABELS().keys[label.key].reader == "people"


def without_room(title: Line, event: Event) -> Line:
    """The title without its room in brackets at the end, which the event gives below as well ("Lamps (Hall B)", "Hall B, Sea Street")."""
    told = _IN_BRACKETS.search(title.text)
    rooms = [line.text for run in event.runs if run.slot.key.name == "room" for line in run.lines]
    named = told is not None and any(fold(room).startswith(fold(told[1])) for room in rooms)
    return part_of(title, 0, told.start()) if told is not None and named else title


def without_type(title: Line, event: Event) -> Line:
    """The title without the short form of the type that the track names ("BPF Local Content", "Best Practice Forum")."""
    told = {read_type_line(line.text) for run in event.runs if run.slot.key.name == "type_line" for line in run.lines}
    for spelling in spellings():
        found = spelling.pattern.match(title.text) if spelling.code in told and spelling.text.isupper() else None
        cut = found.end() + 1 if found is not None else 0
        if cut and title.text[cut - 1] == " " and title.text[cut : cut + 1].isupper():
            return part_of(title, cut)
    return title


def run_of_title(event: Event, title: Line, reading: TitleReading | None) -> None:
    """Gives the event its title; ``reading``: what the title says of type and number."""
    event.claim(title, "title", "title")
    marked = reading is not None and reading.form in ("type", "number")
    spelling = TITLE_LINE if marked else "title of the event"
    label = Label("title", 0, 0, spelling) if marked else None
    event.runs.insert(0, Run(slot("title"), (title,), label, None, MARGIN))
