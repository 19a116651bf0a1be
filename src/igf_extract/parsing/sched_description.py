"""The description of an event of the schedule: prose, or the fields of a proposal where their labels stand in it.

Consumes the lines between title and people; produces the runs and claims of the ``Event``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from igf_extract.model import Line, Method, Span
from igf_extract.parsing.biographies import tells_of_listed
from igf_extract.parsing.event import Event
from igf_extract.parsing.lines import part_of, span_in
from igf_extract.parsing.page_shape import is_prose
from igf_extract.parsing.people import looks_like_organization, looks_like_person_name, person_line_score
from igf_extract.parsing.prose_field import prose_fields
from igf_extract.parsing.sched_plan import parts_of_plan, with_work
from igf_extract.parsing.sched_title import PARAGRAPH
from igf_extract.parsing.wrapped import join
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.list_marks import has_sign
from igf_extract.vocab.load import read_data
from igf_extract.vocab.noise import noise_rule
from igf_extract.vocab.roles import read_role_label

_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
_MINUTES = re.compile(r"\b\d{1,3}\s?(?:min|mins|minutes)\b", re.IGNORECASE)
_UNDER_ITEM = 12  # people that may stand under one item of an agenda
_BODY_WORDS = 15  # of a line that names a body
_DASHES = ("-", "–", "—")
_PERSON = 0.6  # a line is taken for a person from this score on
_NAME = 60  # characters of a line that is a name
# persons in capitals on one line, each with a dash behind the name
_SHOUTED = re.compile(r"\b[^\W\d_a-zà-ÿ]{2}[^\W\d_a-zà-ÿ'’.-]*(?:\s[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ'’.-]*){1,5}\s[—–-]\s")
_RUN_ON = 2000  # characters that are looked at
_SURNAME_FIRST = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w'’.-]+\s?){1,3},\s(?:[^\W\d_a-zà-ÿ][\w'’.-]*\s?){1,3}")  # "Lima, Ana"
_ADDRESS = re.compile(r"(?:[^:]{0,40}:\s*)?https?://\S+")


@dataclass(slots=True)
class _Field:
    """The field that is open while lines are sorted. ``spoken``: whether roles stand under the items of its agenda."""

    key: str = "description"
    label: Label | None = None
    heading: Span | None = None
    lines: list[Line] = field(default_factory=list)
    spoken: bool = False

    def turn(self, event: Event, key: str, label: Label | None = None, heading: Span | None = None) -> None:
        """Gives the lines to the event and opens another field."""
        event.run(self.key, self.lines, self.label, self.heading)
        self.key, self.label, self.heading, self.lines = key, label, heading, []


def read_description(lines: Sequence[Line], event: Event) -> None:
    """Sorts the lines into the fields that their labels open, or that their form tells."""
    current = _Field()
    details: list[Line] = []  # about the proposers, who stand further up
    lines = with_work(_unbroken(lines, event), event)
    parts = parts_of_plan(lines)
    for place, line in enumerate(lines):
        if noise_rule(line.text) is not None or not any(c.isalnum() for c in line.text) or _ADDRESS.fullmatch(line.text):
            event.claim(line, "noise", "noise")
            continue
        label = None if line.text.startswith("•") or place in parts else LABELS().find(line.text)
        behind = _leads_behind(line, current, place, parts)
        if label is not None and label.key == "affiliation" and label.value_start is not None:
            details.append(line)
            event.claim(line, "participants", "affiliation", Method.LABEL)
            continue
        if label is not None and current.key == "agenda" and (label.value_start is not None or parts) and _is_role(label) and not behind:
            current.spoken, label = True, None  # who speaks to an item of the agenda
        if label is not None:
            _open(current, label, line, event)
        else:
            key = "speakers" if behind else _key_without_label(current, lines, place, parts)
            if key != current.key:
                current.turn(event, key)
            current.lines.append(line)
        rule, method = ("label", Method.LABEL) if label is not None else ("text", Method.POSITION)
        event.claim(line, LABELS().keys[current.key].field, f"{rule}:{current.key}", method)
    current.turn(event, "description")
    event.run("proposers_details", details)


def _open(current: _Field, label: Label, line: Line, event: Event) -> None:
    """Begins the field of a label; one more person with the same role goes on with it."""
    if current.lines and label.key == current.key and label.value_start is not None and _is_role(label):
        current.lines.append(line)
        return
    current.turn(event, label.key, label, span_in(line, 0, label.end))
    value = _value(line, label)
    current.lines.extend([value] if value is not None else [])


def _key_without_label(current: _Field, lines: Sequence[Line], place: int, parts: Collection[int]) -> str:
    """The field of a line without a label; ``parts``: the places of the lines that head the parts of a plan."""
    line = lines[place]
    in_plan = current.key == "agenda" and bool(parts) and (place < max(parts) or len(line.text.split()) < PARAGRAPH)
    if place in parts or in_plan:
        return "agenda"
    if current.key in ("agenda", "aside") and parts and current.label is None and is_prose(line.text):
        return "aside" if prose_fields().best(line.text) == "other" else "description"
    if _is_announced(line, current.lines) or (current.key == "agenda" and current.spoken):
        return current.key
    return _key_by_form(current.key, current.label, lines, place)


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


def _key_by_form(key: str, label: Label | None, lines: Sequence[Line], place: int) -> str:
    """Which field a line without a label goes on with, or begins."""
    line, rest = lines[place], lines[place + 1 :]
    people = LABELS().keys[key].field == "participants"
    life = key == "aside" and label is None and place > 0 and tells_of_listed(lines[place - 1], lines[: place - 1])
    if (people or life) and tells_of_listed(line, lines[:place]):
        return "aside"
    if life:
        return "description"
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


def _leads_behind(line: Line, current: _Field, place: int, parts: Collection[int]) -> bool:
    """Whether a line apart behind the last item of a plan says who leads the session ("Lead experts: Ana Lima"), and not who speaks to
    an item."""
    in_plan = bool(parts) and current.key == "agenda" and not current.spoken
    return in_plan and place > max(parts) and line.gap > 0 and _is_led(line.text)


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
