"""Events of igf20xx.sched.com (2014 to 2019, 2024), on a page of their own or in a list: what each line is.

An event is its title, a description (prose, or the fields of a proposal), blocks of people with pictures, its slot, its room,
its track. ``read_sched`` turns that into the same ``Page`` that the alignment makes of other pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from igf_extract.model import Fact, Line, Method
from igf_extract.parsing.align import SURE
from igf_extract.parsing.aside import banner_year
from igf_extract.parsing.event import Event, slot
from igf_extract.parsing.fields.themes import known_issue
from igf_extract.parsing.fields.title import read_title
from igf_extract.parsing.lines import part_of
from igf_extract.parsing.page import Page
from igf_extract.parsing.page_shape import DOTTED_SLOT
from igf_extract.parsing.sched_description import read_description
from igf_extract.parsing.sched_list import LONG_SLOT, end_of_event, heads_event, is_slot_above
from igf_extract.parsing.sched_people import blocks_start, read_blocks
from igf_extract.parsing.sched_title import opening_of, run_of_title, without_room, without_type
from igf_extract.vocab.forms import Form
from igf_extract.vocab.noise import noise_rule
from igf_extract.vocab.session_types import read_type_line

_HEAD = 8  # lines in which the day and hours of an event with a page of its own stand
_MOST_PARTS = 6  # parts between commas of the name of one track
_FORM = Form("sched", "session", frozenset(), (2014, 2024), {}, ())


def read_sched(lines: Sequence[Line], *, cut: bool = False) -> Page | None:
    """One event (a page of its own, or a piece of a list) as a page; None where the lines hold no slot of a schedule.

    ``cut``: the piece of a list that ends before the slot of its last event.
    """
    slots = [i for i, line in enumerate(lines) if LONG_SLOT.match(line.text)]
    dotted = [i for i, line in enumerate(lines[:_HEAD]) if DOTTED_SLOT.match(line.text)]
    if not slots and not dotted and not cut:
        return None
    event = Event()
    begin, title = opening_of(lines, event)
    if slots and (above := _slot_above(lines, slots, event)):
        dotted, slots, begin = [slots[-1]], [], above
    while title is not None and begin < len(lines) and (lines[begin].text == title.text or noise_rule(lines[begin].text)):
        event.claim(lines[begin], "noise", "title_again" if lines[begin].text == title.text else "noise")
        begin += 1
    tail = slots[-1] if slots else len(lines)
    blocks = blocks_start(lines, begin, tail)
    read_description(lines[begin:blocks], event)
    read_blocks(lines[blocks:tail], event)
    if slots:
        _slot_and_room(lines, tail, event)
    elif dotted:
        event.run("schedule", [lines[dotted[0]]])
    year = None if slots else banner_year([(line, rule) for line in lines if (rule := noise_rule(line.text)) is not None])
    return _page(lines, title, event, year)


def _slot_above(lines: Sequence[Line], slots: Sequence[int], event: Event) -> int:
    """Claims the slot that stands above the description, and its room, where no slot stands below it. Returns where the description
    begins; 0 where the slot ends the event."""
    if is_slot_above(lines, slots[-1]):  # the slot below the description is cut off
        event.claim(lines[slots[-1]], "schedule", "slot_above", Method.SHAPE)
        return slots[-1] + 1
    if len(slots) == 1 and heads_event(lines, slots[0]):  # slot, room and text below the title, nothing at the end
        event.claim(lines[slots[0]], "schedule", "slot_above", Method.SHAPE)
        event.claim(lines[slots[0] + 1], "schedule", "room")
        event.run("room", [lines[slots[0] + 1]])
        return slots[0] + 2
    return 0


def _page(lines: Sequence[Line], title: Line | None, event: Event, year: Fact[int] | None) -> Page:
    """The event as a page: its title read, the lines that nothing claimed set aside."""
    title = without_room(title, event) if title is not None else None
    reading = read_title(title.text) if title is not None else None
    if title is not None:
        run_of_title(event, title if reading is not None else without_type(title, event), reading)
    seen = {claim.line for claim in event.claims}
    for line in lines:
        if line.index not in seen:
            event.claim(line, "noise", "outside")
    _settle_moderators(event)
    claims = tuple(sorted(event.claims, key=lambda claim: claim.line))
    marked = reading if reading is not None and reading.form in ("type", "number") else None
    shown = (title,) if title is not None and marked is not None else ()
    return Page(_FORM, "sched", None, SURE, marked, shown, tuple(event.runs), claims, (), year)


def _settle_moderators(event: Event) -> None:
    """A moderator beside an online moderator is the one in the room."""
    if any(run.slot.key.name == "online_moderator" for run in event.runs):
        event.runs = [replace(run, slot=slot("onsite_moderator")) if run.slot.key.name == "moderator" else run for run in event.runs]


# --- slot, room, track ----------------------------------------------------------------------------------------------------
def _slot_and_room(lines: Sequence[Line], tail: int, event: Event) -> None:
    event.claim(lines[tail], "schedule", "slot", Method.SHAPE)
    event.run("schedule", [lines[tail]])
    last = end_of_event(lines, tail)
    if last > tail + 1:
        event.claim(lines[tail + 1], "schedule", "room")
        event.run("room", [lines[tail + 1]])
    if last > tail + 2:
        track = lines[tail + 2]
        event.claim(track, "themes", "track")
        for part in _parts(track):
            if read_type_line(part.text) is not None:
                event.run("type_line", [part])
            event.run("theme", [part])


def _parts(line: Line) -> Iterator[Line]:
    """The tracks of an event, which the site parts with commas; the official name of a track may hold commas itself."""
    parts = line.text.split(", ")
    at, start = 0, 0
    while at < len(parts):
        end = next((end for end in range(min(len(parts), at + _MOST_PARTS), at + 1, -1) if known_issue(", ".join(parts[at:end]))), at + 1)
        whole = ", ".join(parts[at:end])
        if whole.strip():
            yield part_of(line, start + len(whole) - len(whole.lstrip()), start + len(whole.rstrip()))
        at, start = end, start + len(whole) + 2
