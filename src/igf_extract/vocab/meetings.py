"""The annual meetings of ``data/meetings.toml``, and which of them a sentence names."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import DataFileError, read_data
from igf_extract.vocab.patterns import any_of

_LONGEST_TEXT = 4000  # characters of a text that are searched
_PRE_EVENTS = dt.timedelta(days=2)  # before a meeting: its day 0 events
_LONGEST_ADDRESS = 60  # characters of a line that names nothing but a city and its country


@dataclass(frozen=True, slots=True)
class Meeting:
    """One annual meeting; ``first`` and ``last`` are its days, ``cities`` the spellings of its place."""

    year: int
    number: int
    ordinals: tuple[str, ...]
    cities: tuple[str, ...]
    country: str
    first: dt.date
    last: dt.date

    def holds(self, day: dt.date) -> bool:
        """Whether a day is one of the meeting or of the two before it, which hold its day 0 events."""
        return self.first - _PRE_EVENTS <= day <= self.last


@dataclass(frozen=True, slots=True)
class NamedMeeting:
    """A meeting and the characters that named it (offsets into the text that was searched)."""

    meeting: Meeting
    start: int
    end: int


@cache
def meetings() -> tuple[Meeting, ...]:
    """All meetings in order.

    Raises:
        DataFileError: years or numbers do not follow one another, or a meeting ends before it begins.
    """
    found = tuple(
        Meeting(r["year"], r["number"], tuple(r["ordinal"]), tuple(r["cities"]), r["country"], r["first"], r["last"])
        for r in read_data("meetings.toml")["meeting"]
    )
    for place, meeting in enumerate(found, start=1):
        if meeting.number != place or meeting.year != 2005 + place or not meeting.first <= meeting.last:
            raise DataFileError(f"data/meetings.toml: the meeting of {meeting.year} is out of order or its days are")
    return found


def meeting_of(year: int) -> Meeting | None:
    """The meeting of a year, None outside the list."""
    return next((meeting for meeting in meetings() if meeting.year == year), None)


def meeting_day(first: int, second: int, short_year: int) -> dt.date | None:
    """The date "12/7/16" where only one order of day and month falls into the days of that year's meeting.

    The two days before a meeting count, because they hold its day 0 events.

    >>> meeting_day(12, 7, 16)
    datetime.date(2016, 12, 7)
    """
    meeting = meeting_of(2000 + short_year)
    dates = {_date(2000 + short_year, *pair) for pair in ((first, second), (second, first))}
    found = [date for date in dates if date is not None and meeting is not None and meeting.holds(date)]
    return found[0] if len(found) == 1 else None


@cache
def _places() -> frozenset[str]:
    places = [fold(place) for meeting in meetings() for place in (*meeting.cities, meeting.country) if place]
    pairs = [fold(f"{city}, {meeting.country}") for meeting in meetings() for city in meeting.cities]
    return frozenset((*places, *pairs))


def is_meeting_place(text: str) -> bool:
    """Whether a line names the city or the country of a meeting and nothing else.

    >>> is_meeting_place("VILNIUS, LITHUANIA")
    True
    """
    return fold(text).strip(" .") in _places()


def is_meeting_address(text: str) -> bool:
    """Whether a line names city and country of a meeting and nothing else.

    >>> is_meeting_address("Istanbul (Turkey),"), is_meeting_address("Turkey")
    (True, False)
    """
    if len(text) > _LONGEST_ADDRESS:
        return False
    whole = ", ".join(part.strip() for part in re.split(r"[,()]", fold(text).rstrip(".")) if part.strip())
    return ", " in whole and whole in _places()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """How a meeting is named: by its ordinal, its year, its city, its city and year; the first group holds what tells it."""
    ordinals = any_of(ordinal for meeting in meetings() for ordinal in meeting.ordinals)
    cities = any_of(city for meeting in meetings() for city in meeting.cities)
    abroad = (
        r"Forum (?:mondial )?sur la gouvernance (?:mondiale )?(?:de l['’]|d['’])internet|FGI"
        r"|Foro (?:de|sobre|para)(?: la)? Gobernanza (?:de|del) Internet|F[oó]rum (?:de|da|sobre a?) ?Governança (?:da|de|na) Internet"
    )
    own = r"(?!\s+(?:d[aeou]|del|des|en|n[ao]|aux?)\s)"  # "Segundo Foro de Gobernanza de Internet de Velm": another one
    forum = rf"(?:Internet Governance Forum|IGF|(?:{abroad}){own})"
    return (
        re.compile(rf"\b({ordinals})\s+(?:annual\s+)?(?:meeting\s+of\s+the\s+)?{forum}\b", re.IGNORECASE),
        re.compile(rf"\b{forum}\s?[-–]?\s?((?:20)\d\d)\b", re.IGNORECASE),
        re.compile(rf"\b{forum}\b[^.]{{0,60}}?\b(?:in|à|en|em)\s+({cities})\b", re.IGNORECASE),
        re.compile(rf"\b({cities}),?\s+(20\d\d)\b", re.IGNORECASE),
    )


@cache
def _meetings_in(city: str) -> tuple[Meeting, ...]:
    """The meetings held in a city, whose name is casefolded."""
    return tuple(meeting for meeting in meetings() if city in map(str.casefold, meeting.cities))


def find_meeting(text: str) -> NamedMeeting | None:
    """The one meeting that ``text`` names by ordinal, year or city; None where it names none, or several.

    >>> find_meeting("captioning taken during the Sixth Meeting of the IGF, in Nairobi").meeting.year
    2011
    >>> find_meeting("taken during an IGF virtual intervention") is None
    True
    """
    found = _named_in(text[:_LONGEST_TEXT])
    return found[0] if len({named.meeting.year for named in found}) == 1 else None


def meeting_that_holds(text: str, month: int, day: int) -> NamedMeeting | None:
    """The meeting that ``text`` names and into which a day without its year falls, where it falls into no other one.

    >>> meeting_that_holds("What IGF 2013 left open is taken up by the IGF 2014", 9, 3).meeting.year
    2014
    >>> meeting_that_holds("What IGF 2015 left open", 11, 13) is None  # a day of four meetings
    True
    """
    held = [meeting for meeting in meetings() if (date := _date(meeting.year, month, day)) is not None and meeting.holds(date)]
    return next((named for named in _named_in(text[:_LONGEST_TEXT]) if [named.meeting] == held), None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _named_in(text: str) -> list[NamedMeeting]:
    """Every meeting that a text names; those named by a city alone, which says the least, only where no other is."""
    by_ordinal, by_year, by_city, dated_city = _patterns()
    found: list[NamedMeeting] = []
    for match in by_ordinal.finditer(text):
        found += [NamedMeeting(m, *match.span()) for m in meetings() if match[1].casefold() in m.ordinals]
    for match in by_year.finditer(text):
        found += [NamedMeeting(m, *match.span()) for m in meetings() if m.year == int(match[1])]
    for match in dated_city.finditer(text):
        found += [NamedMeeting(m, *match.span()) for m in _meetings_in(match[1].casefold()) if m.year == int(match[2])]
    if not found:
        for match in by_city.finditer(text):
            found += [NamedMeeting(m, *match.span(1)) for m in _meetings_in(match[1].casefold())]
    return found
