"""Hours as programmes print them, and the days above them: at the start of a line, alone on it, how long a programme lasts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from igf_extract.model import Line
from igf_extract.parsing.fields.clock import days
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.page_shape import SLOT_LINE

TITLE_LENGTH = 250  # characters of a line with hours and a title
_HEAD = 15  # lines in which the slot of a session stands
_CLOCK = r"\d{1,2}\s?(?:[h:.]\s?(?:\d{2})?)?\s?(?:[ap]\.?m\.?)?"
_HOURS = rf"{_CLOCK}\s?[-–—]\s?{_CLOCK}(?:\s?(?:hrs?|h|UTC|GMT|CET|JST)\b)?"
SLOT = re.compile(rf"[*•\s]{{0,4}}{_HOURS}\s*(?:\(([^()]{{2,60}})\)\s*)?(?:[:|–—-]\s*)?", re.IGNORECASE)
MOMENT = re.compile(r"\d{1,2}(?:\s?h\s?(?:\d{2})?|:\d{2})\s?(?:[ap]m)?\s?[:–—-]\s+(?=\S)", re.IGNORECASE)
ALONE = re.compile(rf"(?=[^\d]*\d{{1,2}}\s?[h:.])[*•\s]{{0,4}}\(?{_HOURS}\)?\s?:?", re.IGNORECASE)
BARE = re.compile(r"\d{1,2}(?:\s?h\s?(?:\d{2})?|[:.]\d{2})\s?(?:[ap]\.?m\.?)?\s?(?:hrs?)?", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})(?:\s?[h:.]\s?(\d{2})?)?", re.IGNORECASE)
_DAY = 24 * 60
_BETWEEN = re.compile(r"\b\d{1,2}[:.h]\d{2}\s?(?:[ap]\.?m\.?)?\s?[-–—]\s?\d{1,2}[:.h]\d{2}", re.IGNORECASE)


def lasts_longer(lines: Sequence[Line], minutes: int) -> bool:
    """Whether the hours of a programme reach over more time than that, or over several days, and none of its slots holds all others."""
    spans = [span for line in lines if len(line.text) <= TITLE_LENGTH and (span := minutes_of(line.text))]
    if not spans:
        return False
    first, last = min(map(min, spans)), max(map(max, spans))
    held = (_within(line.text) for line in lines[:_HEAD] if len(line.text) <= TITLE_LENGTH)
    whole = [first, last] in spans or any(span and span[0] <= first and last <= span[-1] for span in held)  # one session and its plan
    return not whole and (last - first >= minutes or sum(map(is_day, lines)) > 1)


def _within(text: str) -> list[int]:
    """The hours behind a day ("7 November 2012, 15:00 - 18:00, Main Hall"), in minutes of the day."""
    found = _BETWEEN.search(text) if days(plain(text)) else None
    return _minutes(found)


def minutes_of(text: str) -> list[int]:
    """The hours that open a line, alone or before a title, in minutes of the day."""
    match = SLOT.match(text) if SLOT_LINE.match(text) else ALONE.fullmatch(text) or BARE.fullmatch(text) or MOMENT.match(text)
    return [minute for minute in _minutes(match) if minute < _DAY]


def _minutes(hours: re.Match[str] | None) -> list[int]:
    """The first two times of what was found, in minutes of the day."""
    found = _TIME.finditer(hours[0]) if hours is not None else ()
    return [int(time[1]) * 60 + int(time[2] or 0) for time in found][:2]


def is_day(line: Line) -> bool:
    """Whether a line names a day and nothing else ("*DAY 1 - Monday, 18 December*")."""
    if len(line.text) > 60 or SLOT_LINE.match(line.text):
        return False
    return bool(days(plain(line.text))) and not re.search(r"\d[:.h]\d\d", line.text) and len(line.text.split()) <= 8


def days_above(lines: Sequence[Line]) -> list[Line | None]:
    """For each line the last line above it that names a day."""
    found: list[Line | None] = []
    day: Line | None = None
    for line in lines:
        found.append(day)
        if is_day(line):
            day = line
    return found
