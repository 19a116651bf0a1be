"""The numbered session that running text names ("welcome to workshop 132", "this is workshop 83 of the IGF 2014")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from igf_extract.model import Span
from igf_extract.parsing.fields.title_patterns import NUMBER
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.session_types import any_spelling, spellings

_LONGEST = 6000  # characters of a text that are looked at
_Named = tuple[str, Span, Span]
_BEFORE = 40  # characters before a session in which words say that it is the page's own


def find_number(text: str) -> _Named | None:
    """The one numbered session that running text names ("welcome to workshop 132"): type, and the spans of type and number.

    None where it names none, or several.
    """
    return _only_one(_numbered(text), text)


def _only_one(named: Iterable[_Named], text: str) -> _Named | None:
    """The session of which all that is ``named`` speaks, where it was found first; None where there are several, or none."""
    found: dict[tuple[str, str], _Named] = {}
    for code, kind, number in named:
        found.setdefault((code, number.of(text)), (code, kind, number))
    return next(iter(found.values())) if len(found) == 1 else None


def _numbered(text: str) -> list[_Named]:
    """The numbered sessions that a text names: type, and the spans of type and number; the longest spelling of a place first."""
    named = []
    for spelling in spellings():
        if not spelling.numbered or spelling.keep:
            continue
        for match in spelling.pattern.finditer(text):
            number = NUMBER.match(text, match.end())
            if number and (match.start() == 0 or not text[match.start() - 1].isalnum()):
                named.append((spelling.code, Span(*match.span()), Span(*number.span(1))))
    return named


@cache
def _own() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(read_data('said_types.toml')['number']['before'])})\s(?:the\s)?(?:IGF\s)?$", re.IGNORECASE)


def own_number(text: str) -> _Named | None:
    """The one numbered session of which ``text`` says that it is the page's own: type, and the spans of type and number.

    >>> own_number("This is workshop 83 of the IGF 2014.")[2], own_number("It goes on where workshop 83 ended.")
    (Span(start=17, end=19), None)
    """
    head = text[:_LONGEST]
    if any_spelling().search(head) is None:
        return None
    named = (one for one in _numbered(head) if _own().search(head, max(0, one[1].start - _BEFORE), one[1].start))
    return _only_one(named, head)
