"""One line of a schedule taken apart into days, clock times and lengths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from igf_extract.model import Line
from igf_extract.parsing.fields.clock import Clock, Day, clocks, days, length_in_hours, lengths
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.prefix import label_length
from igf_extract.parsing.fields.run import Run
from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of

_BETWEEN = regex.compile(r"[\s(),.|•]*(?:-{1,2}|to|until|till|as?|hasta|ate|jusqu.a|bis|y|et|and)?[\s(),.|•]*")
_DIGIT = regex.compile(r"\d")
_LONGEST_LINE = 2000  # flattened reports hold their whole head in one line


@dataclass(frozen=True, slots=True)
class Parts:
    """One line taken apart."""

    run: Run
    days: list[Day]
    clocks: list[Clock]
    lengths: list[tuple[int, int, int]]


@cache
def schedule_labels(*names: str) -> frozenset[str]:
    """Lists of labels of ``data/calendar.toml`` together, folded."""
    table = read_data("calendar.toml")["labels"]
    return frozenset(fold(label) for name in names for label in table[name])


@cache
def _published() -> tuple[str, ...]:
    return tuple(read_data("calendar.toml")["not_session"]["starts"])


def take_apart(line: Line) -> Parts | None:
    """The dates, times and lengths of a line; None for a line of publication and for one that is too long."""
    if len(line.text) > _LONGEST_LINE or fold(line.text).startswith(_published()):
        return None
    run = Run.of([line])
    folded = plain(line.text)
    if not _DIGIT.search(folded):
        return Parts(run, [], [], [])
    if label_length(line.text, schedule_labels("length")):
        return Parts(run, [], [], lengths(folded) or length_in_hours(folded))
    found_days, found_lengths = days(folded), lengths(folded)
    taken = [(d.start, d.end) for d in found_days] + [(a, b) for a, b, _ in found_lengths]
    return Parts(run, found_days, _paired(clocks(line.text, folded, taken), found_days, folded), found_lengths)


def _paired(found: list[Clock], found_days: list[Day], folded: str) -> list[Clock]:
    """The first clock time, and the next one where only a dash, "to", a date or a bracket stands between them."""
    if len(found) < 2:
        return found
    first, second = found[:2]
    between = folded[first.end : second.start]
    for day in reversed(found_days):
        if first.end <= day.start and day.end <= second.start:
            between = between[: day.start - first.end] + between[day.end - first.end :]
    return [first, second] if _BETWEEN.fullmatch(weekdays().sub("", between)) else [first]


@cache
def weekdays() -> regex.Pattern[str]:
    """Names of the days of the week, in folded text."""
    return regex.compile(rf"\b(?:{any_of(read_data('calendar.toml')['weekdays']['names'])})\b")
