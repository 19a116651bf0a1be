"""Events of igf20xx.sched.com (2014 to 2019, 2024), on a page of their own or in a list: what each line is.

An event is its title, a description (prose, or the fields of a proposal), blocks of people with pictures, its slot, its room,
its track. ``read_sched`` turns that into the same ``Page`` that the alignment makes of other pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from igf_extract.model import Line, Method
from igf_extract.parsing.align import SURE
from igf_extract.parsing.aside import banner_year
from igf_extract.parsing.event import Event, slot
from igf_extract.parsing.fields.themes import known_issue
from igf_extract.parsing.fields.title import read_title
from igf_extract.parsing.lines import part_of, span_in
from igf_extract.parsing.page import Page
from igf_extract.parsing.page_shape import DOTTED_SLOT
from igf_extract.parsing.people import looks_like_organization, looks_like_person_name, person_line_score
from igf_extract.parsing.sched_list import LONG_SLOT, end_of_event, heads_event, is_slot_above
from igf_extract.parsing.sched_people import blocks_start, read_blocks
from igf_extract.parsing.sched_plan import parts_of_plan, with_work
from igf_extract.parsing.sched_title import PARAGRAPH, opening_of, run_of_title, without_type
from igf_extract.parsing.wrapped import join
from igf_extract.vocab.forms import Form
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.list_marks import has_sign
from igf_extract.vocab.load import read_data
from igf_extract.vocab.noise import noise_rule
from igf_extract.vocab.roles import read_role_label
from igf_extract.vocab.session_types import read_type_line

_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
_MINUTES = re.compile(r"\b\d{1,3}\s?(?:min|mins|minutes)\b", re.IGNORECASE)
_HEAD = 8  # lines in which the day and hours of an event with a page of its own stand
_UNDER_ITEM = 12  # people that may stand under one item of an agenda
_BODY_WORDS = 15  # of a line that names a body
_DASHES = ("-", "–", "—")
_PERSON = 0.6  # a line is taken for a person from this score on
_NAME = 60  # characters of a line that is a name
_MOST_PARTS = 6  # parts between commas of the name of one track
# persons in capitals on one line, each with a dash behind the name
_SHOUTED = re.compile(r"\b[^\W\d_a-zà-ÿ]{2}[^\W\d_a-zà-ÿ'’.-]*(?:\s[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ'’.-]*){1,5}\s[—–-]\s")
_RUN_ON = 2000  # characters that are looked at
_SURNAME_FIRST = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w'’.-]+\s?){1,3},\s(?:[^\W\d_a-zà-ÿ][\w'’.-]*\s?){1,3}")  # "Lima, Ana"
_ADDRESS = re.compile(r"(?:[^:]{0,40}:\s*)?https?://\S+")
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
    if slots and is_slot_above(lines, slots[-1]):  # the slot below the description is cut off
        event.claim(lines[slots[-1]], "schedule", "slot_above", Method.SHAPE)
        dotted, slots, begin = [slots[-1]], [], slots[-1] + 1
    elif len(slots) == 1 and heads_event(lines, slots[0]):  # slot, room and text below the title, nothing at the end
        event.claim(lines[slots[0]], "schedule", "slot_above", Method.SHAPE)
        event.claim(lines[slots[0] + 1], "schedule", "room")
        event.run("room", [lines[slots[0] + 1]])
        dotted, slots, begin = [slots[0]], [], slots[0] + 2
    while title is not None and begin < len(lines) and (lines[begin].text == title.text or noise_rule(lines[begin].text)):
        event.claim(lines[begin], "noise", "title_again" if lines[begin].text == title.text else "noise")
        begin += 1
    tail = slots[-1] if slots else len(lines)
    blocks = blocks_start(lines, begin, tail)
    _description(lines[begin:blocks], event)
    read_blocks(lines[blocks:tail], event)
    if slots:
        _slot_and_room(lines, tail, event)
    elif dotted:
        event.run("schedule", [lines[dotted[0]]])
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
    year = None if slots else banner_year([(line, rule) for line in lines if (rule := noise_rule(line.text)) is not None])
    return Page(_FORM, "sched", None, SURE, marked, shown, tuple(event.runs), claims, (), year)


def _settle_moderators(event: Event) -> None:
    """A moderator beside an online moderator is the one in the room."""
    if any(run.slot.key.name == "online_moderator" for run in event.runs):
        event.runs = [replace(run, slot=slot("onsite_moderator")) if run.slot.key.name == "moderator" else run for run in event.runs]


# --- the description ------------------------------------------------------------------------------------------------------
def _description(lines: Sequence[Line], event: Event) -> None:
    """Prose, and the fields of a proposal where their labels stand in it."""
    key, label, heading = "description", None, None
    held: list[Line] = []

    def close() -> None:
        event.run(key, list(held), label, heading)
        held.clear()

    details: list[Line] = []
    spoken = False  # whether roles stand under the items of the agenda
    lines = with_work(_unbroken(lines, event), event)
    parts = parts_of_plan(lines)
    for place, line in enumerate(lines):
        if noise_rule(line.text) is not None or not any(c.isalnum() for c in line.text) or _ADDRESS.fullmatch(line.text):
            event.claim(line, "noise", "noise")
            continue
        found = None if line.text.startswith("•") or place in parts else LABELS().find(line.text)
        if found is not None and found.key == "affiliation" and found.value_start is not None:
            details.append(line)
            event.claim(line, "participants", "affiliation", Method.LABEL)
            continue
        if found is not None and key == "agenda" and (found.value_start is not None or parts) and _is_role(found):
            spoken, found = True, None  # who speaks to an item of the agenda
        joins = found is not None and held and found.key == key and found.value_start is not None and _is_role(found)
        if found is not None and joins:
            held.append(line)
        elif found is not None:
            close()
            key, label, heading = found.key, found, span_in(line, 0, found.end)
            value = _value(line, found)
            held.extend([value] if value is not None else [])
        else:
            planned = place in parts or (key == "agenda" and bool(parts) and (place < max(parts) or len(line.text.split()) < PARAGRAPH))
            stays = _is_announced(line, held) or (key == "agenda" and spoken)
            following = "agenda" if planned else key if stays else _key_without_label(key, label, lines, place)
            if following != key:
                close()
                key, label, heading = following, None, None
            held.append(line)
        event.claim(line, LABELS().keys[key].field, f"{'label' if found else 'text'}:{key}", Method.LABEL if found else Method.POSITION)
    close()
    event.run("proposers_details", details)


def _unbroken(lines: Sequence[Line], event: Event) -> list[Line]:
    """The lines, a person's name that ends in a comma joined with the work on the next line; the characters stay in their places."""
    out: list[Line] = []
    for line in lines:
        before = out[-1] if out else None
        if before is not None and line.gap == 0 and _is_broken_off(before.text) and LABELS().find(line.text) is None:
            event.claim(line, "participants", "work")
            out[-1] = join(before, line)
        else:
            out.append(line)
    return out


def _is_broken_off(text: str) -> bool:
    """ "Ana Lima,", "Moderator: Ana Lima,"."""
    name = text.rpartition(":")[2].strip()
    return name.endswith(",") and 2 <= len(name.split()) <= 5 and bool(looks_like_person_name(name.rstrip(" ,")))


def _value(line: Line, label: Label) -> Line | None:
    """What stands behind a label; a role before a person stays with it, because the reader of people needs it."""
    if label.value_start is None:
        return None
    if _is_role(label):
        return line
    return part_of(line, label.value_start)


def _is_role(label: Label) -> bool:
    return LABELS().keys[label.key].field == "participants" and len(label.spelling.split()) <= 3


def _key_without_label(key: str, label: Label | None, lines: Sequence[Line], place: int) -> str:
    """Which field a line without a label goes on with, or begins."""
    line, rest = lines[place], lines[place + 1 :]
    people = LABELS().keys[key].field == "participants"
    if people and place and _is_dashed_person(lines[place - 1], line, rest):
        return "speakers"
    if key == "agenda" and _goes_on(line, rest):
        return key
    if people and label is not None and label.value_start is None and (_SURNAME_FIRST.fullmatch(line.text[:_NAME]) or _is_body(line)):
        return key
    if people and label is not None and label.value_start is None and len(_SHOUTED.findall(line.text[:_RUN_ON])) > 1:
        return key
    if _is_person(line):
        if people and (label is None or label.value_start is None or key in read_data("sched.toml")["marks"]["lists_go_on"]):
            return key
        if people or _is_led(line.text) or (rest and _is_person(rest[0])) or key == "format":
            return "speakers"
        return key
    one_line = label is not None and label.value_start is not None and LABELS().keys[key].reader not in ("prose", "questions")
    return "description" if people or one_line else key


def _is_dashed_person(before: Line, line: Line, rest: Sequence[Line]) -> bool:
    """Whether a line behind a dash belongs to a list of people, as the line above it or below it, behind a dash as well, shows."""
    if not _is_dashed(line):
        return False
    return (_is_dashed(before) and _is_person(before)) or (bool(rest) and _is_dashed(rest[0]) and _is_person(rest[0]))


def _is_dashed(line: Line) -> bool:
    """Whether a line is a short item behind a dash that ends no sentence of its own."""
    return line.text.startswith(_DASHES) and len(line.text.split()) <= _BODY_WORDS and "?" not in line.text


def _is_led(text: str) -> bool:
    """Whether a role that heads no field of a form stands before a person ("Lead expert: Ana Lima")."""
    head, colon, value = text.partition(":")
    return bool(colon and value.strip()) and read_role_label(f"{head}:") is not None


def _goes_on(line: Line, rest: Sequence[Line]) -> bool:
    """Whether an agenda goes on with a line: it is an item, or an item follows below the people that stand under one."""
    for below in (line, *rest[:_UNDER_ITEM]):
        if LABELS().find(below.text) is not None:
            return False
        if has_sign(below.text) or _MINUTES.search(below.text):
            return True
    return False


def _is_announced(line: Line, held: Sequence[Line]) -> bool:
    """Whether a numbered item belongs to a list that a line of the text before it announces by a colon."""
    if _NUMBERED.match(line.text) is None:
        return False
    before = next((other for other in reversed(held) if _NUMBERED.match(other.text) is None), None)
    return before is not None and before.text.endswith(":")


def _is_body(line: Line) -> bool:
    """Whether a line below a heading of people names a body: a short bullet, or words that tell it."""
    words = len(line.text.split())
    if words > _BODY_WORDS or line.text.endswith((".", "?", "!", ":")):
        return False
    return has_sign(line.text) or line.text.startswith("- ") or looks_like_organization(line.text)


def _is_person(line: Line) -> bool:
    return len(line.text) < 200 and (person_line_score(line.text) >= _PERSON or bool(looks_like_person_name(line.text)))


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
