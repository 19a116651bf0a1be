"""Session types that the prose of a page makes certain (``data/said_types.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.places import place_of

_LONGEST = 6000  # characters of a text that are looked at
_FORUM = re.compile(r"\b(?:[A-Z][\w’'-]{1,30} ){1,4}IGF\b")
_REGIONAL = re.compile(r"(?:the\s)?(\S.{1,38}\S)\s(IGF|Internet Governance Forum)(?:\s\([^()]{2,12}\))?(?:\s20\d\d)?", re.IGNORECASE)
_LONGEST_TITLE = 120
_SENTENCE = 600  # characters behind "hosted by" that may list the hosts
_BEFORE, _WORDS_BEFORE = 60, 5  # characters, and words of them, before "hosted by" that may name other meetings
# the first words of a text: "The Global Youth Track of IGF 2024 ends …", "The IGF 2023 Youth Summit …", "The workshop will …",
# "The third session of the IGF 2022 Parliamentary Track asks …"
_PART = r"(?:\w+\s)?(?:{part})\s(?:of|in)\sthe\s"
_OPENING = (
    rf"\A(?:the\s(?:{_PART})?(?:(?:{{count}})\s)?|this\s{_PART})"
    r"(?:(?:{noun})\s(?:(?:of|at)\s(?:the\s)?(?:IGF|Internet Governance Forum)\b|(?:{after})\b)"
    r"|(?:IGF|Internet Governance Forum)(?:\s20\d\d)?\s(?:{noun})\b)"
)
# "Four of them will be in Oslo on Day 0 of IGF 2025"
_COMING = r"\bwill\s(?:[\w’'-]+\s){{1,6}}?(?:on|at|during)\s(?:{noun})\s(?:of|at)\s(?:the\s)?(?:IGF|Internet Governance Forum)\b"


def _words(phrases: Iterable[str]) -> str:
    return any_of(phrases).replace(r"\ ", r"[\s-]{1,3}")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = read_data("said_types.toml")
    part = _words(data["parts"])
    count = _words(data["counts"])
    before, after = _words([*data["before"], *data["verbs_before"]]), _words(data["verbs_after"])
    opens = _words([*data["verbs_after"], *data["verbs_of_first_words"]])
    found = []
    for code, nouns in data["nouns"].items():
        noun = _words(nouns)
        found.append((code, re.compile(rf"\b(?:(?:{before})\s(?:{noun})\b|the\s(?:{noun})\s(?:{after})\b)", re.IGNORECASE)))
        found.append((code, re.compile(_OPENING.format(noun=noun, after=opens, part=part, count=count), re.IGNORECASE)))
    found += [(code, re.compile(_COMING.format(noun=_words(nouns)), re.IGNORECASE)) for code, nouns in data["coming"].items()]
    found += [(code, re.compile(rf"\b(?:{_words(phrases)})\b", re.IGNORECASE)) for code, phrases in data["phrases"].items()]
    return tuple(found)


@cache
def _hosted() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words(read_data('said_types.toml')['hosts']['by'])})\b", re.IGNORECASE)


def said_type(text: str) -> tuple[str, int, int] | None:
    """The one type that ``text`` says of itself, and where; None where it says none, or several.

    >>> said_type("Ms Holm opened the workshop.")
    ('workshop', 8, 27)
    >>> said_type("A workshop took place in March.") is None
    True
    """
    head = text[:_LONGEST]
    found: dict[str, tuple[int, int]] = {}
    for code, pattern in _patterns():
        match = pattern.search(head)
        if match is not None:
            found.setdefault(code, match.span())
    hosts = read_data("said_types.toml")["hosts"]
    for match in _hosted().finditer(head):
        before = re.findall(r"\w+", head[max(0, match.start() - _BEFORE) : match.start()])[-_WORDS_BEFORE:]
        if not set(hosts["others"]).isdisjoint(map(fold, before)):
            continue  # "Four regional workshops, hosted by …"
        listed = head[match.end() : match.end() + _SENTENCE].split(". ", 1)[0]
        if len(_FORUM.findall(listed)) >= hosts["least"]:
            found.setdefault(hosts["type"], match.span())
            break
    if len(found) != 1:
        return None
    code, (start, end) = next(iter(found.items()))
    return code, start, end


@cache
def _formats() -> tuple[tuple[str, re.Pattern[str]], ...]:
    begin, end = r"\W{0,3}(?:(?:an?|one|\d{1,2}[\s-]?min(?:ute)?s?)\s)?", r"(?!\w)(?!\s?(?:[,/&+;]|and\b|plus\b|then\b|followed\b))"
    formats = read_data("said_types.toml")["formats"].items()
    return tuple((code, re.compile(rf"{begin}({_words(phrases)}){end}", re.IGNORECASE)) for code, phrases in formats)


def type_of_format(answer: str) -> tuple[str, int, int] | None:
    """The type that the answer under Format begins with, and where it stands.

    >>> type_of_format("Lightning talk of 20 minutes")
    ('lightning_talk', 0, 14)
    >>> type_of_format("Lightning talks, then a debate") is None
    True
    """
    for code, pattern in _formats():
        match = pattern.match(answer)
        if match is not None:
            return code, *match.span(1)
    return None


def type_of_title(title: str) -> tuple[str, int, int] | None:
    """The type that the first or the last words of a title name, and where they stand.

    >>> type_of_title("Taking Stock Main Session"), type_of_title("The Caribbean Internet Governance Forum")
    (('main_session', 13, 25), ('nri', 14, 39))
    """
    for code, pattern, is_end in _title_edges():
        match = pattern.search(title) if is_end else pattern.match(title)
        if match is not None:
            return code, *match.span()
    regional = _REGIONAL.fullmatch(title[:_LONGEST_TITLE])
    place = place_of(regional[1]) if regional is not None else None
    return ("nri", *regional.span(2)) if regional is not None and place is not None and place.kind != "group" else None


@cache
def _title_edges() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """(type, its words at an edge of a title, whether they close it): the closing ones first."""
    data = read_data("said_types.toml")
    ends = [(code, rf"(?<=\w\s)(?:{_words(phrases)})$", True) for code, phrases in data["title_ends"].items()]
    starts = [(code, rf"(?:the\s)?(?:{_words(phrases)})(?=\s\w)", False) for code, phrases in data["title_starts"].items()]
    return tuple((code, re.compile(pattern, re.IGNORECASE), is_end) for code, pattern, is_end in (*ends, *starts))
