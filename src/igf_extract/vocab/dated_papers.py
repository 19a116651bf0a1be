"""Lines that say what a page is and of which day: "Report of the meeting held on 13 November 2007" (``data/heads.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data
from igf_extract.vocab.page_heads import any_month, is_plural, meeting_places, type_in, type_phrases
from igf_extract.vocab.patterns import any_folded

_LONGEST = 120  # characters of such a line
_WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What such a line is made of; ``beside``: hours, places, the forum."""

    papers: re.Pattern[str]
    date: re.Pattern[str]
    types: re.Pattern[str]
    beside: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = read_data("heads.toml")
    month = rf"(?:{any_month()})\.?"
    day, year = r"\d{1,2}(?:st|nd|rd|th|er)?", r",? (?:de )?20[0-3]\d"
    date = rf"(?<![\d-])(?:{day}(?: of| de)? {month}|{month} {day})(?:{year})(?!\d)"
    types = [phrase for phrase in type_phrases() if not is_plural(phrase)]
    hours = r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?"
    return _Patterns(
        papers=re.compile(rf"\b(?:{any_folded(data['dated']['papers'])})\b"),
        date=re.compile(date),
        types=re.compile(rf"\b(?:{any_folded(types)})\b"),
        beside=re.compile(rf"{hours}|\b(?:{any_folded((*meeting_places(), *data['forum']))})\b"),
    )


@cache
def _words() -> frozenset[str]:
    return frozenset(map(fold, (*read_data("heads.toml")["words"], *read_data("heads.toml")["dated"]["words"])))


def is_dated_paper(text: str) -> bool:
    """Whether a line says nothing but that the page is the report or the minutes of one session, and the day of that session.

    >>> is_dated_paper("Report of the meeting held on 13 November 2007"), is_dated_paper("Report of the meeting held in Hyderabad")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    folded = fold(text)
    said = _patterns()
    if said.papers.search(folded) is None or len(said.date.findall(folded)) != 1:
        return False
    rest, typed = said.types.subn(" ", said.beside.sub(" ", said.date.sub(" ", folded)))
    words = set(_WORD.findall(said.papers.sub(" ", rest)))
    return typed <= 1 and words <= _words() and bool(typed or words & set(read_data("heads.toml")["dated"]["meetings"]))


def type_of_paper(text: str) -> tuple[str, int, int] | None:
    """The type of session that such a line names, and where.

    >>> type_of_paper("Summary of the workshop held on 4 December 2008")
    ('workshop', 15, 23)
    """
    found = _patterns().types.search(fold(text))
    return type_in(text, found[0]) if found is not None else None


def names_committee(text: str) -> bool:
    """Whether a line at the head of a page names a body that prepares the forum, whose minutes are no session's.

    >>> names_committee("MAG - Third virtual meeting"), names_committee("A magnet for masts")
    (True, False)
    """
    return _committees().search(fold(text[:_LONGEST])) is not None


@cache
def _committees() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_folded(read_data('heads.toml')['dated']['committees'])})\b")
