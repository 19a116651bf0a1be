"""What a page looks like as a whole: counts of turns, titles, roster lines, form labels, slots and prose.

Consumes ``Document.lines``; the kind of the document and the splitting of listings are decided from these counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from igf_extract.model import Line
from igf_extract.parsing.fields.goals import is_goal_line
from igf_extract.parsing.fields.title import TitleReading, read_title
from igf_extract.parsing.turns import line_label
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.noise import noise_rule

TITLE_LENGTH = 220  # characters
_SAID_WORDS = 4  # of a sentence behind the number of a session that it speaks of
_ABOVE = 3  # lines of a page above its foot, at the least
_NAMED_WORDS = 12  # words of a person behind a role, with her body
_NAMED_TURN = re.compile(r"^>{1,3}\s{0,4}[^\s>:][^:>]{0,60}:(?!//)")
_ANY_TURN = re.compile(r"^>{1,3}(?![>\w]*Twitter)\s{0,4}\S")
_CAPITALS_TURN = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,45}(?:\([^():\n]{2,50}\))?:\s+\S")
_ALONE_TURN = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,45}:$")
ROSTER = re.compile(r"^(?:[•●▪*-]\s{0,3})?(?:organi[sz]er|speaker)\s\d{1,2}\s?:\s?\S", re.IGNORECASE)
_UTC_SLOT = re.compile(r"\(\d{1,2}:\d{2}\sUTC\)")
_FORMAT_LINE = re.compile(r"^[A-Z][\w /-]{2,40}\s-\s(?:[\w -]{2,30}\s-\s)?\d{2,3}\sMin\b", re.IGNORECASE)
CLOCK_LINE = re.compile(r"^\d{1,2}[:.]\d{2}(?:\s?[ap]m|\s?(?:[ap]m)?\s(?:[A-Z]{2,5}(?:[+-]\d{1,2})?))$", re.IGNORECASE)
SLOT_LINE = re.compile(
    r"^\d{1,2}\s?[h:.]\s?(?:\d{2})?\s?(?:[ap]m)?\s?[-–—]\s?\d{1,2}\s?[h:.]\s?(?:\d{2})?\s?(?:[ap]m)?\b\s*\S", re.IGNORECASE
)
_DATED_SLOT = re.compile(r"(?:\||day\b|\b(?:19|20)\d\d|,).{0,60}?\d{1,2}[:.]\d{2}\s?(?:[ap]m)?\s?[-–—]\s?\d{1,2}[:.]\d{2}", re.IGNORECASE)
# "- [Day 2] Tuesday, 15:00 – 18:00": of one event that takes several days
ONE_OF_DAYS = re.compile(r"[^\w\s]?\s?\[?(?:day|jour|día|dia)\s\d\b", re.IGNORECASE)
DOTTED_SLOT = re.compile(  # on the page of one event of igf20xx.sched.com: "Friday, December 9 • 09:00 - 10:30"
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,\s[a-z]{3,9}\s\d{1,2}\s•\s\d{1,2}:\d{2}\s?(?:[ap]m)?", re.IGNORECASE
)
_NUMBERED_ENTRY = re.compile(r"^\d{1,3}\s[^\W\d_][^?!]{8,120}$")
DATE_LINE = re.compile(r"^\d{1,2}\s\w{3,10}\s(?:19|20)\d\d\s-\sAn?\s\w")
CODE = re.compile(r"^(?:<\?xml|<!doctype|<html|<rss|\{\s*\"|\[\s*\{|-?\s?<!DOCTYPE|\d{30,})|^<\w+[^>]{0,200}>", re.IGNORECASE)

_COUNTS = (
    "named_turns",
    "any_turns",
    "inline_turns",
    "capitals_turns",
    "numbered_entries",
    "rosters",
    "utc_slots",
    "format_lines",
    "avatars",
    "code_lines",
    "prose_lines",
    "words",
)


@dataclass(frozen=True, slots=True)
class PageShape:
    """Counts and places of one page. ``titles`` are lines with a type word or number, by index into ``lines``."""

    lines: tuple[Line, ...]
    named_turns: int = 0
    any_turns: int = 0
    inline_turns: int = 0
    capitals_turns: int = 0
    repeated_speakers: int = 0
    speakers_alone: int = 0  # lines that are a name in capitals and a colon, where it comes again
    titles: tuple[tuple[int, TitleReading], ...] = ()
    updated: tuple[int, ...] = ()
    labels: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    label_lines: int = 0
    empty_labels: int = 0
    rosters: int = 0
    utc_slots: int = 0
    format_lines: int = 0
    clock_lines: tuple[int, ...] = ()
    slot_lines: tuple[int, ...] = ()
    dated_slots: int = 0
    numbered_entries: int = 0
    date_lines: int = 0
    avatars: int = 0
    code_lines: int = 0
    prose_lines: int = 0
    words: int = 0

    def distinct(self, keys: frozenset[str]) -> int:
        """How many of the label keys occur."""
        return sum(1 for key in self.labels if key in keys)


def is_error_message(line: Line) -> bool:
    """A PHP message that an old server printed into the page."""
    return noise_rule(line.text) == "php_message"


def is_prose(text: str) -> bool:
    """A long line with a sentence in it."""
    return len(text.split()) >= 25 and any(mark in text for mark in ".!?")


def _names_person(text: str, label: Label) -> bool:
    """ "Speaker: Ana Ruiz": a role and a person, and no turn of a transcript ("Speaker: Thank you.")."""
    value = text[label.value_start :].strip() if label.value_start is not None else ""
    people = LABELS().keys[label.key].field == "participants"
    return people and len(value.split()) <= _NAMED_WORDS and not value.endswith((".", "?", "!")) and value[:1].isupper()


def _without_others(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above the other sessions that an archive names at the foot of its pages, each with a date of its own."""
    foot = next((at for at, line in enumerate(lines) if noise_rule(line.text) == "related_sessions"), len(lines))
    return lines[:foot] if foot >= _ABOVE else lines


def measure(lines: Sequence[Line]) -> PageShape:
    """The counts and places of the lines that are no messages of the server and stand above the other sessions at the foot."""
    kept = tuple(line for line in _without_others(lines) if not is_error_message(line))
    counts = dict.fromkeys(_COUNTS, 0)
    places: dict[str, list[int]] = {"updated": [], "clock": [], "slot": []}
    labels: dict[str, list[int]] = {}
    titles: list[tuple[int, TitleReading]] = []
    speakers, alone = Counter[str](), Counter[str]()
    empty = 0
    for index, line in enumerate(kept):
        text, below = line.text, kept[index + 1].text if index + 1 < len(kept) else ""
        _count(counts, text)
        _place(places, index, text)
        label = _opening_label(text, below)
        speaker = line_label(text)
        if speaker is not None and _may_be_turn(text, label):
            speakers[speaker] += 1
            alone[speaker] += label is None and _ALONE_TURN.match(text) is not None
        if label is not None:
            labels.setdefault(label.key, []).append(index)
            empty += not _is_filled(text, label, below)
        elif (title := _title(text)) is not None:
            titles.append((index, title))
    return PageShape(
        lines=kept,
        repeated_speakers=_repeated(speakers),
        speakers_alone=_repeated(alone),
        titles=tuple(titles),
        updated=tuple(places["updated"]),
        clock_lines=tuple(places["clock"]),
        slot_lines=tuple(places["slot"]),
        labels={key: tuple(where) for key, where in labels.items()},
        label_lines=sum(map(len, labels.values())),
        empty_labels=empty,
        dated_slots=len({line.text for line in kept if _is_dated_slot(line.text)}),
        date_lines=len({fold(line.text) for line in kept if DATE_LINE.match(line.text)}),  # a page that prints itself twice has one
        **counts,
    )


def _opening_label(text: str, below: str) -> Label | None:
    label = LABELS().find(text)
    return label if label is not None and LABELS().opens(label, below) else None


def _may_be_turn(text: str, label: Label | None) -> bool:
    """Whether words before a colon may be a speaker's name: they are no label of a form, and no role before a person."""
    return label is None or not (text.endswith(":") or _names_person(text, label))


def _repeated(names: Counter[str]) -> int:
    """How many lines bear a name that comes again."""
    return sum(count for count in names.values() if count > 1)


def _is_dated_slot(text: str) -> bool:
    return len(text) <= TITLE_LENGTH and _DATED_SLOT.search(text) is not None and ONE_OF_DAYS.match(text) is None


def _title(text: str) -> TitleReading | None:
    """The reading of a line that names a session by its type or number; none of a goal, or of a sentence about a session."""
    reading = read_title(text) if len(text) <= TITLE_LENGTH else None
    if reading is None or reading.form not in ("type", "number", "head") or is_goal_line(text) or _is_told(text, reading):
        return None
    return reading


def _is_told(text: str, reading: TitleReading) -> bool:
    """ "Workshop 61 in Baku ended with a wish.": a sentence about another session."""
    named = reading.title.value if reading.title is not None else ""
    return text.endswith((".", "!")) and named[:1].islower() and len(named.split()) >= _SAID_WORDS


def _is_filled(text: str, label: Label, below: str) -> bool:
    """Whether a value stands behind a label, or on the line below; there another label or a lone "|" is none."""
    value = text[label.value_start :] if label.value_start is not None else below
    return bool(value.strip(" |\t\u00a0")) and (label.value_start is not None or LABELS().find(value) is None)


def _count(counts: dict[str, int], text: str) -> None:
    """Adds to the ``_COUNTS`` what a line holds."""
    words = len(text.split())
    counts["words"] += words
    counts["named_turns"] += bool(_NAMED_TURN.match(text))
    counts["any_turns"] += bool(_ANY_TURN.match(text))
    counts["inline_turns"] += text.count(">>") if len(text) > 200 else 0
    counts["capitals_turns"] += bool(_CAPITALS_TURN.match(text))
    counts["numbered_entries"] += bool(_NUMBERED_ENTRY.match(text))
    counts["rosters"] += bool(ROSTER.match(text))
    counts["utc_slots"] += bool(_UTC_SLOT.search(text[:300]))
    counts["format_lines"] += len(text) < 120 and bool(_FORMAT_LINE.match(text))
    counts["avatars"] += fold(text[:40]).startswith("avatar for")
    counts["code_lines"] += bool(CODE.match(text))
    counts["prose_lines"] += is_prose(text)


def _place(places: dict[str, list[int]], index: int, text: str) -> None:
    """Notes the place of a short line that dates an update, or holds hours alone or before a title."""
    if len(text) > 160:
        return
    if fold(text).startswith("updated:"):
        places["updated"].append(index)
    if CLOCK_LINE.match(text):
        places["clock"].append(index)
    if SLOT_LINE.match(text):
        places["slot"].append(index)
