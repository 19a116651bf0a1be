"""Dates, clock times, zones and lengths inside one line, each with its place. The grammar of ``schedule``.

Every pattern is anchored on digits or on a closed list of words, and none holds a nested repetition.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

import regex

from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of

FIRST_YEAR, LAST_YEAR = 2004, 2035
_TIME = regex.compile(
    r"(?<![\d.:/])(?P<hour>\d{1,2})(?:\s?(?P<colon>[:.h])\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d))?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?|\s?(?P<h>h(?:rs|ours|eures)?)\b|(?P<range>(?=\s?-\s?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m|h(?:rs|ours)?\b))))?",
    regex.IGNORECASE,
)
_ISO = regex.compile(r"(?<!\d)(?P<year>20\d\d)(?P<sep>[-/ .])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?!\d)")
_SLASHED = regex.compile(r"(?<![\d/])(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)(?P<year>20\d\d)(?!\d)")
_LENGTH = regex.compile(
    r"(?<![\d.:])(?P<number>\d{1,3})(?:\.(?P<tenth>5))?\s{0,3}-?\s{0,3}(?P<unit>min(?:ute)?s?|minutos|hours?|hrs?|h(?:eure|ora)s?)\b\.?",
    regex.IGNORECASE,
)

_AND = regex.compile(r"\s{0,3}(?:and|et|y|e|,)?\s{0,3}")
_HOURS = regex.compile(r"(?<![\d:])(?P<hours>\d{1,2})\s?h\s?(?P<minutes>[0-5]\d)?(?![\w:])")


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written; ``year`` is None where the text gives none, ``day`` may be one that no calendar has."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def date(self, year: int | None) -> dt.date | None:
        """The date, with ``year`` where the text gives none; None where no calendar has it."""
        try:
            return dt.date(self.year or year or 0, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time; ``half`` is "a" or "p" where the text says am or pm, ``zone`` minutes east of UTC."""

    start: int
    end: int
    hour: int
    minute: int
    half: str | None = None
    zone: int | None = None

    def time(self) -> dt.time | None:
        """The time of day; None for one that no clock shows."""
        hour = self.hour
        if self.half and hour <= 12:  # "13:40pm" says it twice
            hour = hour % 12 + (12 if self.half == "p" else 0)
        if hour == 24 and self.minute == 0:
            hour = 0
        return dt.time(hour, self.minute) if hour < 24 else None


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in read_data("calendar.toml")["months"].items() for name in names}


@cache
def _dates() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    month = any_of(_months())
    year = r"(?:[-,.]?\s{0,4}(?:del?\s{1,4})?(?P<year>20\d\d)(?!\d)|\s(?P<short>[01]\d|2[0-5])(?![\d:.h])(?=\s*$))?"
    day = r"(?<!\bday )(?<![\d:.])(?P<day>\d{1,2})(?![\d:])\s{0,4}(?:st|nd|rd|th|er|º|°)?\.?"
    later = r"(?:\s{0,4}[-/]\s{0,4}\d{1,2}(?:st|nd|rd|th)?)?"
    return (
        regex.compile(rf"{day}{later}\s{{0,4}}(?:of\s{{1,4}}|de\s{{1,4}}|-)?\s{{0,4}}(?P<month>{month})\b\.?{year}"),
        regex.compile(
            rf"\b(?P<month>{month})\.?\s{{1,4}}(?P<day>\d{{1,2}})(?![\d:])(?:st|nd|rd|th)?(?:[,.]?\s{{0,4}}(?P<year>20\d\d)(?!\d))?"
        ),
    )


@cache
def _beside_weekday() -> regex.Pattern[str]:
    """Day and month in digits behind the day of the week, in brackets or with a closing dot: "Thursday (29.9)", "Fri, 30.9., 11:00"."""
    names = any_of(read_data("calendar.toml")["weekdays"]["names"])
    number = r"(?P<first>\d{1,2})(?P<sep>[./])(?P<second>\d{1,2})(?P<last>)"
    return regex.compile(rf"\b(?:{names})\b\.?,?\s{{0,3}}(?:\(\s?{number}\.?\s?\)|{number}\.(?=[\s,;]|$))", regex.IGNORECASE)


def days(folded: str) -> list[Day]:
    """The dates of a line (folded with ``places.plain``), in order."""
    found: list[Day] = []
    for pattern in _dates():
        for match in pattern.finditer(folded):
            groups = match.groupdict()
            year = int(groups["year"]) if groups["year"] else 2000 + int(groups["short"]) if groups.get("short") else None
            found.append(Day(match.start(), match.end(), year, _months()[match["month"]], int(match["day"])))
    for match in _ISO.finditer(folded):
        found.append(Day(match.start(), match.end(), int(match["year"]), int(match["month"]), int(match["day"])))
    for match in _SLASHED.finditer(folded):
        first, second = int(match["first"]), int(match["second"])
        if first > 12 or second > 12 or first == second:  # else day and month cannot be told apart
            month, day = (first, second) if second > 12 else (second, first)
            found.append(Day(match.start(), match.end(), int(match["year"]), month, day))
    for match in _beside_weekday().finditer(folded):
        first, second = int(match["first"]), int(match["second"])
        month, day = (first, second) if match["sep"] == "/" and second > 12 else (second, first)
        if month <= 12 and (match["sep"] == "." or day > 12):
            found.append(Day(match.start("first"), match.end("last"), None, month, day))
    found.sort(key=lambda day: (day.start, -day.end))
    out: list[Day] = []
    for one in found:
        if not out or one.start >= out[-1].end:
            out.append(one)
    return out


def clocks(text: str, folded: str, taken: list[tuple[int, int]]) -> list[Clock]:
    """The clock times of a line outside the places ``taken`` by dates and lengths, zones read from the letters behind them.

    A bare number counts only with am, pm or an hour sign.
    """
    out: list[Clock] = []
    for found in _TIME.finditer(folded):
        if any(start < found.end() and found.start() < end for start, end in taken) or (out and found.start() < out[-1].end):
            continue  # inside a date, a length or the offset of the time before
        if all(found[name] is None for name in ("minute", "half", "h", "range")):
            continue
        end = found.end()
        zone, after = _zone(text, end)
        half = found["half"].lower() if found["half"] else None
        out.append(Clock(found.start(), after or end, int(found["hour"]), int(found["minute"] or 0), half, zone))
    return out


_ALL_TIMES = regex.compile(
    r"\b(?:all (?:\w+ )?(?:times|hours)|times (?:are (?:in|local|given|shown|listed)|given in|below)|toutes les heures|todas las horas"
    r"|todos os horários)\b",
    regex.IGNORECASE,
)
_ZONE_BEHIND = 60  # characters behind these words in which the zone stands
_OFFSET_FIRST = regex.compile(r"([+−-]\d{1,2}) ?(?:UTC|GMT)\b")


@cache
def _zones() -> regex.Pattern[str]:
    names = any_of(read_data("calendar.toml")["zones"])
    return regex.compile(
        rf"\s{{0,4}}[(\[]?\s{{0,4}}(?P<name>{names}|(?i:utc|gmt))(?![A-Za-z])(?:(?P<sign>\s?\+\s?|[-−–](?=\d))(?P<hours>\d{{1,2}})(?::?(?P<minutes>[0-5]\d))?(?!\d))?\)?"
    )


def _zone(text: str, at: int) -> tuple[int | None, int]:
    found = _zones().match(text, at)
    if found is None:
        return None, 0
    minutes = int(read_data("calendar.toml")["zones"][found["name"].upper()])
    if found["hours"] and int(found["hours"]) <= 14:
        offset = int(found["hours"]) * 60 + int(found["minutes"] or 0)
        return minutes + (offset if "+" in found["sign"] else -offset), found.end()
    return minutes, found.end("name")


def zone_of_times(text: str) -> tuple[int, int, int] | None:
    """The zone that a sentence gives to all times of a page, in minutes east of UTC, and where it stands.

    >>> zone_of_times("All times are local (UTC+3) and may change."), zone_of_times("Times change (UTC+3)")
    ((180, 19, 27), None)
    """
    said = _ALL_TIMES.search(text)
    for at in range(said.end(), min(len(text), said.end() + _ZONE_BEHIND)) if said is not None else ():
        ahead = _OFFSET_FIRST.match(text, at)
        if ahead is not None and int(ahead[1]) <= 14:
            return 60 * int(ahead[1].replace("−", "-")), at, ahead.end()
        minutes, end = _zone(text, at)
        if minutes is not None:
            return minutes, at, end
    return None


def lengths(folded: str) -> list[tuple[int, int, int]]:
    """The lengths of time of a line as (start, end, minutes): "90 minutes", "1.5 hours", "1 hour and 30 minutes", "90 mins"."""
    out: list[tuple[int, int, int]] = []
    hours_before = False
    for found in _LENGTH.finditer(folded):
        number = int(found["number"])
        minutes = found["unit"].startswith("min")
        if minutes and hours_before and _AND.fullmatch(folded, out[-1][1], found.start()):
            start, _, before = out.pop()
            out.append((start, found.end(), before + number))
        elif minutes:
            out.append((found.start(), found.end(), number))
        elif found["unit"] != "h" and number <= 12:
            out.append((found.start(), found.end(), number * 60 + (30 if found["tenth"] else 0)))
        hours_before = not minutes and bool(out)
    return out


def length_in_hours(folded: str) -> list[tuple[int, int, int]]:
    """As ``lengths`` for the value of a field that holds a length: "2h", "1h30", which elsewhere are times of day."""
    return [
        (found.start(), found.end(), int(found["hours"]) * 60 + int(found["minutes"] or 0))
        for found in _HOURS.finditer(folded)
        if int(found["hours"]) <= 12
    ]
