"""The year that the prose of a page says of its own session: "this workshop at the Internet Governance Forum 2013"."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.vocab.load import read_data
from igf_extract.vocab.meetings import find_meeting
from igf_extract.vocab.patterns import any_of

_LONGEST = 6000  # characters of a text that are looked at
_BEHIND = 120  # characters in which the meeting must be named


@cache
def _own_session() -> re.Pattern[str]:
    data = read_data("said_types.toml")
    nouns, links, own = (any_of(data["year"][name]) for name in ("nouns", "links", "of_its_own"))
    kinds = any_of(data["year"]["kinds"])
    said = rf"(?:this|the present)\s(?:(?:{kinds})\s)?(?:{nouns}),?\s(?:{links}|{own})|the\s(?:{nouns}),?\s(?:{own})"
    forum = r"(?:IGF|Internet Governance Forum)"
    named = rf"(?:this|our|the present|the proposed)\s(?={forum}\s?[-–]?\s?20\d\d\s(?:\w+\s)?(?:{nouns})\b)"  # "this IGF 2023 workshop"
    coming = any_of(noun for words in data["coming"].values() for noun in words)
    # "will be there on Day 0 of"
    shown = rf"will\s(?:[\w’'-]+\s){{1,6}}?(?:on|at|during)\s(?:{coming})\s(?:of|at)\s(?:the\s)?(?={forum}\b)"
    here = rf"(?:{said})\s(?:the\s)?(?=(?:\w+\s){{0,4}}{forum}\b)|{named}|{shown}|{_planned(forum)}"
    return re.compile(rf"\b(?:{here})|{_opening(forum)}", re.IGNORECASE)


def _planned(forum: str) -> str:
    """What a proposal says of the meeting to come: "at IGF 2013 we would like to show them", "we will show them at the IGF 2013"."""
    who, plans, shows = (any_of(read_data("said_types.toml")["year"][name]) for name in ("who", "plans", "shows"))
    year = rf"{forum}\s?[-–]?\s?20\d\d"
    clause = r"(?:\A|(?<=[.,;:!?–—]\s)|(?<=\band\s)|(?<=\n))"  # "what was shown at IGF 2013 we will show again" is of the past
    first = rf"{clause}(?:at|during)\s(?:the\s)?(?={year},?\s(?:{who})\s(?:{plans})\s(?!not\b))"
    last = rf"(?:{who})\s(?:{plans})\s(?:{shows})\s(?:(?:it|them|this|these|again)\s)?(?:at|during)\s(?:the\s)?(?={year}\b)"
    data = read_data("said_types.toml")["year"]
    nouns, kinds, holds = (any_of(data[name]) for name in ("nouns", "kinds", "holds"))
    held = rf"(?:{plans}|plans? to|will)\s(?:{holds})\s(?:an?|its|our|this|their)\s(?:(?:{kinds})\s)?(?:{nouns})\s(?:at|during)\s(?:the\s)?"
    hosted = rf"(?:{any_of(data['hosting'])})\s(?:(?:{kinds})\s)?(?:{nouns})\s(?:at|during)\s(?:the\s)?"
    return rf"{first}|{last}|(?:{held}|{hosted})(?=(?:\w+\s){{0,4}}{forum}\b)"


def _opening(forum: str) -> str:
    """The first words of a text that say of which track the session is a part: "The third session of the IGF 2022 Parliamentary Track"."""
    data = read_data("said_types.toml")
    part, tracks = any_of(data["parts"]), any_of(noun for code in data["tracks"] for noun in data["nouns"][code])
    of_part = rf"(?:\w+\s)?(?:{part})\s(?:of|in)\sthe\s"
    own = rf"(?:{of_part})?(?:{tracks})\s(?:of|at)\s(?:the\s)?(?={forum}\b)"
    return rf"\A(?:the|this)\s(?:{of_part}(?={forum}\s20\d\d\s(?:{tracks})\b)|{own})"


def said_year(text: str) -> tuple[int, int, int] | None:
    """The year of the meeting that ``text`` says its session is part of, and where; None where it says none, or several.

    >>> said_year("Ana is on the panel of this workshop at the IGF 2013.")
    (2013, 44, 52)
    >>> said_year("This workshop goes on from the IGF 2013.") is None
    True
    """
    head = text[:_LONGEST]
    found: dict[int, tuple[int, int]] = {}
    for match in _own_session().finditer(head):
        behind = head[match.end() : match.end() + _BEHIND].split(". ", 1)[0]
        named = find_meeting(behind)
        if named is not None:
            found.setdefault(named.meeting.year, (match.end() + named.start, match.end() + named.end))
    if len(found) != 1:
        return None
    year, (start, end) = next(iter(found.items()))
    return year, start, end
