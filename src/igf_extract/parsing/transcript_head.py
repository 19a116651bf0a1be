"""The head of a transcript: which of its lines is a title, a date, a place, the disclaimer, a banner; and where speech begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from igf_extract.model import Line, Span
from igf_extract.parsing.fields.schedule import names_slot
from igf_extract.parsing.fields.title import TitleReading, read_title
from igf_extract.parsing.page_shape import DATE_LINE
from igf_extract.parsing.people import person_line_score
from igf_extract.parsing.turns import bare_speaker, is_aside, is_preamble, is_sentence, opens_turn
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.list_marks import without_marks
from igf_extract.vocab.meetings import find_meeting, is_meeting_place
from igf_extract.vocab.noise import noise_rule
from igf_extract.vocab.session_types import read_type_line
from igf_extract.vocab.title_marks import room_pattern
from igf_extract.vocab.transcripts import holds, starts, words

_HEAD_LINES = 60  # a disclaimer further down is part of what was said
_TITLE_LENGTH = 250
_DISCLAIMER_LENGTH = 1500  # a longer line holds what was said as well
_RANGE = re.compile(
    r"\d{1,2}\s*(?:st|nd|rd|th)?\s*[-–]\s*\d{1,2}\s*(?:st|nd|rd|th)?\s+[^\W\d]{3,}|\bto\s\d{1,2}\s[^\W\d]{3,}", re.IGNORECASE
)
# "2:30 BALI": nobody knows whether by day or by night
_HOUR = re.compile(r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?\s?)?(?:,?\s?[^\W\d_]+){1,3}", re.IGNORECASE)
_SENTENCE_WORDS = 25
_PERSON = 0.6  # a line below a heading of people is a person's from this score on


@dataclass(slots=True)
class Head:
    """The lines before the first turn, each with what it is."""

    title: list[tuple[Line, TitleReading]] = field(default_factory=list)
    plain: list[Line] = field(default_factory=list)
    schedule: list[Line] = field(default_factory=list)
    people: list[tuple[str, Line]] = field(default_factory=list)  # the role that a heading gives, and a line below it
    headings: list[Line] = field(default_factory=list)
    top: Line | None = None  # the line that the site itself prints above its own name
    room: Line | None = None
    disclaimer: list[Line] = field(default_factory=list)
    noise: list[Line] = field(default_factory=list)
    preamble: Line | None = None  # the captioners' words at the start of a transcript on one line
    last: int = 0  # lines of the document that belong to the head


def read_head(lines: Sequence[Line]) -> Head:
    """Sorts the lines before the first turn; ``last`` says how many they are."""
    head = Head()
    disclaimers = _disclaimer_lines(lines)
    head.last = _body_start(lines, disclaimers)
    if head.last < len(lines):
        head.preamble = _preamble(lines[head.last])
    for line in lines[: head.last]:
        _sort(line, head, line.index in disclaimers)
    below = {line.index for line in lines[: head.last] if starts(line.text, "below_title") or DATE_LINE.match(line.text)}
    head.top = next((line for line in head.plain if line.index + 1 in below), None)
    _set_people_apart(head)
    return head


def _set_people_apart(head: Head) -> None:
    """Lists of people under their headings; the first line that is no person's ends a list."""
    role: str | None = None
    plain: list[Line] = []
    for line in head.plain:
        label = LABELS().find(line.text)
        key = LABELS().keys[label.key] if label is not None else None
        if key is not None and key.field == "participants" and key.role is not None and label is not None and label.value_start is None:
            role = key.role
            head.headings.append(line)
        elif role is not None and line is not head.top and person_line_score(without_marks(line.text)) >= _PERSON:
            head.people.append((role, line))
        else:
            role = None
            plain.append(line)
    head.plain = plain


def _preamble(line: Line) -> Line | None:
    """What stands before the first mark of a line that holds the whole transcript."""
    end = line.text.find(">>")
    text = line.text[:end].rstrip() if end > 0 else ""
    return Line(line.index, Span(line.span.start, line.span.start + len(text)), text) if text and is_preamble(text) else None


def _disclaimer_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of the disclaimer near the top; one wrapped over several lines counts whole."""
    marked = []
    for line in lines[:_HEAD_LINES]:
        if opens_turn(line.text):
            break
        if len(line.text) < _DISCLAIMER_LENGTH and ">>" not in line.text and holds(line.text, "disclaimer"):
            marked.append(line.index)
    if not marked:
        return frozenset()
    wrapped = marked[-1] - marked[0] <= 14
    return frozenset(range(marked[0], marked[-1] + 1)) if wrapped else frozenset(marked)


def _body_start(lines: Sequence[Line], disclaimers: frozenset[int]) -> int:
    """The index of the first line that somebody says."""
    marked = any(opens_turn(line.text) for line in lines[: _HEAD_LINES * 3])
    for line in lines:
        if line.index in disclaimers:
            continue
        if opens_turn(line.text) or (not marked and _bare_turn(line, lines)):
            return line.index
        if disclaimers and line.index > max(disclaimers) and not is_aside(line.text) and not _belongs_to_head(line):
            return line.index
        if not disclaimers and _spoken(line, lines):
            return line.index
    return len(lines)


def _bare_turn(line: Line, lines: Sequence[Line]) -> bool:
    """Without any mark, a label in capitals opens a turn where it comes again ("TITLE: …" does not)."""
    speaker = bare_speaker(line.text)
    return speaker is not None and sum(bare_speaker(other.text) == speaker for other in lines[:400]) >= 2


def _belongs_to_head(line: Line) -> bool:
    """A title, a date or a place below the disclaimer: short, and no sentence."""
    text = line.text
    if len(text) > _TITLE_LENGTH or line.index > _HEAD_LINES:
        return False
    if len(text.split()) < _SENTENCE_WORDS and not is_sentence(text):
        return True
    return starts(text, "venue") or names_slot(text) or bool(room_pattern().fullmatch(text.strip(" .")))


def _spoken(line: Line, lines: Sequence[Line]) -> bool:
    """Without a disclaimer or a mark: the first line that is a long sentence, or that opens with a repeated label."""
    text = line.text
    if len(text) > 600:
        return True
    name, colon, _ = text[:80].partition(":")
    if colon and 0 < len(name.split()) <= 5 and sum(other.text.startswith(name + ":") for other in lines[:400]) >= 2:
        return True
    return len(text.split()) >= 14 and is_sentence(text) and not _belongs_to_head(line)


def _sort(line: Line, head: Head, disclaimer: bool) -> None:
    text = line.text
    reading = read_title(text) if len(text) <= _TITLE_LENGTH and not disclaimer else None
    if disclaimer:
        head.disclaimer.append(line)
    elif noise_rule(text) is not None or (is_aside(text) and reading is None):
        head.noise.append(line)
    elif DATE_LINE.match(text) or (names_slot(text) and (reading is None or reading.form != "head") and not _RANGE.search(text)):
        head.schedule.append(line)
    elif reading is not None:
        head.title.append((line, reading))
    elif room_pattern().fullmatch(text.strip(" .")):
        head.room = head.room or line
    elif (
        starts(text, "venue")
        or _names_meeting(text)
        or fold(text) in words("themes_of_meetings")
        or _RANGE.search(text)
        or read_type_line(text) is not None
        or len(text) > _TITLE_LENGTH
        or _HOUR.fullmatch(text)
    ):
        head.noise.append(line)
    else:
        head.plain.append(line)


def _names_meeting(text: str) -> bool:
    """ "Sixth Annual Meeting of the Internet Governance Forum", "VILNIUS, LITHUANIA": a line that names the meeting and no session."""
    if is_meeting_place(text):
        return True
    named = find_meeting(text)
    return named is not None and named.end - named.start >= 0.6 * len(text)


def is_committee(head: Head) -> bool:
    """Whether the head names the meeting of a committee, which is no session."""
    preamble = [head.preamble] if head.preamble is not None else []
    lines = [*(line for line, _ in head.title), *head.plain, *head.disclaimer, *head.noise, *preamble]
    if any(holds(line.text, "committee") for line in lines):
        return True
    annual = any(reading.year is not None for _, reading in head.title)  # a session of the programme, whatever it is called
    return not annual and any(holds(line.text, "intersessional") for line in lines)
