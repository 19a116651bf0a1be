"""Lines at the head of a page that name the meeting, or what the page is, and no session of its own (``data/heads.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data
from igf_extract.vocab.meetings import find_meeting, meetings
from igf_extract.vocab.patterns import any_folded

_LONGEST = 120  # characters of such a line
_NOTE = re.compile(r"[(\[]([^()\[\]]{3,60})[)\]]\.?")
_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)(?!\d)")
_REPORT = re.compile(r"\b(?:report|minutes)\b")
_WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a line at the head of a page says of all its sessions; spans are into the line. All None: a note on the state of the text."""

    year: tuple[int, int, int] | None = None
    session_type: tuple[str, int, int] | None = None
    report: bool = False  # it calls the page the report of one session


@cache
def _days() -> re.Pattern[str]:
    """The days of a meeting: "15-18 November", "30 October - 2 November", "September 14 to 17"."""
    month = rf"(?:de )?(?:{any_month()})"
    link = r" ?(?:-|to|and|al?|au|et|y|e|à) ?"
    return re.compile(rf"(?<!\d)\d{{1,2}}(?: {month})?{link}\d{{1,2}} {month}|{month} \d{{1,2}}{link}\d{{1,2}}(?!\d)")


@cache
def _ordinals() -> re.Pattern[str]:
    """ "Third", "Sixth annual": how meetings are counted."""
    return re.compile(rf"(?:the )?(?:{any_folded(ordinal for meeting in meetings() for ordinal in meeting.ordinals)})\b")


def any_month() -> str:
    """The names of months as branches of a pattern for folded texts."""
    return any_folded(name for names in read_data("calendar.toml")["months"].values() for name in names)


def meeting_places() -> list[str]:
    """Cities and countries of the meetings."""
    return [place for meeting in meetings() for place in (*meeting.cities, meeting.country) if place]


def type_phrases() -> list[str]:
    """Phrases for types of sessions, of one and of several."""
    return [phrase for phrases in read_data("heads.toml")["types"].values() for phrase in phrases]


def is_plural(phrase: str) -> bool:
    """Whether such a phrase, or what was found by it, is of several sessions ("workshops", "open fora")."""
    return phrase.endswith(("s", "fora"))


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What such a line is made of; ``places``: of the meetings, and their ordinals."""

    forum: re.Pattern[str]
    places: re.Pattern[str]
    types: re.Pattern[str]
    papers: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = read_data("heads.toml")
    ordinals = [ordinal for meeting in meetings() for ordinal in meeting.ordinals]
    lists = (data["forum"], (*meeting_places(), *ordinals), type_phrases(), data["papers"])
    return _Patterns(*(re.compile(rf"\b(?:{any_folded(phrases)})\b") for phrases in lists))


@cache
def _regional() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_folded(read_data('heads.toml')['regional'])})\b")


def names_meeting(text: str) -> bool:
    """Whether a line at the head of a page names a national or regional meeting, or a day or track of it.

    >>> names_meeting("LACIGF 2013 - Sexta Reunión Regional"), names_meeting("Sesiones paralelas – Día 2"), names_meeting("Day and night")
    (True, True, False)
    """
    folded = fold(text[:_LONGEST])
    words = _WORD.findall(folded)
    return any(word.endswith("igf") for word in words) or _regional().search(folded) is not None or _is_day(words)


def _is_day(words: list[str]) -> bool:
    """ "Día 2", "Day 1" at the end of a line."""
    return len(words) > 1 and words[-2] in read_data("heads.toml")["days"] and words[-1].isdigit()


def read_page_head(text: str) -> PageHead | None:
    """What a line at the head of a page says, None where it says more than meeting, kind of page and state of the text.

    >>> read_page_head("Best Practice Forums 2009 - Reports").year[0], read_page_head("Workshop Report").session_type[0]
    (2009, 'workshop')
    >>> read_page_head("IGF 2012 Workshop 94") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    note = _NOTE.fullmatch(folded)
    if note is not None:
        first = _WORD.search(note[1])
        return PageHead() if first and first[0] in read_data("heads.toml")["notes"] else None
    named = _patterns().types.findall(folded)
    plural = bool(named) and all(map(is_plural, named))
    if not _says_nothing_else(folded, plural):
        return None
    report = len(named) == 1 and not plural and _REPORT.search(folded) is not None
    return PageHead(_year(text), type_in(text, named[0]) if len(named) == 1 else None, report)  # "Workshops and Open Forums" tell no type


def _says_nothing_else(folded: str, plural: bool) -> bool:
    """Whether a line tells meeting, kind of page and type of sessions, and no more; ``plural``: it names types in the plural alone."""
    said = _patterns()
    rest, named = said.forum.subn(" ", folded)
    rest, typed = said.types.subn(" ", rest)
    rest, days = _days().subn(" ", rest)
    rest, placed = said.places.subn(" ", rest)
    rest, told = said.papers.subn(" ", rest)
    rest, dated = _YEAR.subn(" ", rest)
    words = set(_WORD.findall(rest))
    counted = _ordinals().match(folded) is not None and "meeting" in words
    telling = told or named or (days and placed) or (plural and dated) or counted
    if told and not (named or placed or dated or days) and not set(read_data("heads.toml")["beside"]).isdisjoint(_WORD.findall(folded)):
        return False  # "Meeting Agenda" heads a field of the page
    of_one_session = typed and not plural and (typed > 1 or not told)
    if not telling or of_one_session or not words <= set(read_data("heads.toml")["words"]):
        return False
    if named or typed or days or placed or dated or not told:
        return True
    several = "reports" in folded and not words.isdisjoint(("event", "events", "sessions", "meetings"))  # "Event Reports"
    return several or not words.isdisjoint(("session", "meeting"))  # "Report" alone heads a field of a form


def _year(text: str) -> tuple[int, int, int] | None:
    digits = _YEAR.search(text)
    if digits is not None and len(set(_YEAR.findall(text))) == 1:
        return int(digits[0]), digits.start(), digits.end()
    meeting = find_meeting(text)
    return (meeting.meeting.year, meeting.start, meeting.end) if meeting is not None else None


def type_in(text: str, phrase: str) -> tuple[str, int, int] | None:
    """The type that a phrase of ``types`` names, and where it stands in ``text``; None where folding changed its letters."""
    code = next(code for code, phrases in read_data("heads.toml")["types"].items() if phrase in map(fold, phrases))
    start = text.casefold().find(phrase)
    return (code, start, start + len(phrase)) if start >= 0 else None
