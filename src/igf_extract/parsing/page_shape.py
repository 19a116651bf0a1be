"""What a page looks like as a whole: counts of turns, titles, roster lines, form labels, slots and prose.

Consumes ``Document.lines``; the kind of the document and the splitting of listings are decided from these counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from igf_extract.model import Line
from igf_extract.parsing.fields.goals import is_goal_line
from igf_extract.parsing.fields.title import TitleReading, read_title
from igf_extract.parsing.turns import line_label
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.noise import noise_rule

TITLE_LENGTH = 220
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
    """One pass over the lines that are not messages of the server."""
    kept = tuple(line for line in _without_others(lines) if not is_error_message(line))
    counts = dict.fromkeys(_COUNTS, 0)
    titles: list[tuple[int, TitleReading]] = []
    places: dict[str, list[int]] = {"updated": [], "clock": [], "slot": []}
    labels: dict[str, list[int]] = {}
    empty = labelled = 0
    speakers: dict[str, int] = {}
    alone: dict[str, int] = {}
    dated: set[str] = set()
    days: set[str] = set()  # a page that prints itself twice has one date line
    for index, line in enumerate(kept):
        text = line.text
        _count(counts, text)
        _place(places, index, text)
        if DATE_LINE.match(text):
            days.add(fold(text))
        if len(text) <= TITLE_LENGTH and _DATED_SLOT.search(text) and not ONE_OF_DAYS.match(text):
            dated.add(text)
        after = kept[index + 1].text if index + 1 < len(kept) else ""
        label = LABELS().find(text)
        label = label if label is not None and LABELS().opens(label, after) else None
        turn = label is None or not (text.endswith(":") or _names_person(text, label))
        if (speaker := line_label(text)) is not None and turn:
            speakers[speaker] = speakers.get(speaker, 0) + 1
            if label is None and _ALONE_TURN.match(text):
                alone[speaker] = alone.get(speaker, 0) + 1
        if label is not None:
            labelled += 1
            labels.setdefault(label.key, []).append(index)
            if not _has_value(text[label.value_start :] if label.value_start is not None else after, label.value_start is None):
                empty += 1
        elif len(text) <= TITLE_LENGTH:
            reading = read_title(text)
            if reading is not None and reading.form in ("type", "number", "head") and not (is_goal_line(text) or _is_told(text, reading)):
                titles.append((index, reading))
    return PageShape(
        lines=kept,
        repeated_speakers=sum(n for n in speakers.values() if n > 1),
        speakers_alone=sum(n for n in alone.values() if n > 1),
        titles=tuple(titles),
        updated=tuple(places["updated"]),
        clock_lines=tuple(places["clock"]),
        slot_lines=tuple(places["slot"]),
        labels={key: tuple(where) for key, where in labels.items()},
        label_lines=labelled,
        empty_labels=empty,
        dated_slots=len(dated),
        date_lines=len(days),
        **counts,
    )


def _is_told(text: str, reading: TitleReading) -> bool:
    """ "Workshop 61 in Baku ended with a wish.": a sentence about another session."""
    named = reading.title.value if reading.title is not None else ""
    return text.endswith((".", "!")) and named[:1].islower() and len(named.split()) >= _SAID_WORDS


def _has_value(text: str, own_line: bool) -> bool:
    """Whether a label is filled; on the line below, another label or a lone "|" is no value."""
    body = text.strip(" |\t\u00a0")
    return bool(body) and not (own_line and LABELS().find(text) is not None)


def _count(counts: dict[str, int], text: str) -> None:
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
    if len(text) > 160:
        return
    if fold(text).startswith("updated:"):
        places["updated"].append(index)
    if CLOCK_LINE.match(text):
        places["clock"].append(index)
    if SLOT_LINE.match(text):
        places["slot"].append(index)
