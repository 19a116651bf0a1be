"""The numbered session that running text names ("welcome to workshop 132", "this is workshop 83 of the IGF 2014")."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.model import Span
from igf_extract.parsing.fields.title_patterns import NUMBER
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.session_types import any_spelling, spellings

_LONGEST = 6000  # characters of a text that are looked at
_BEFORE = 40  # characters before a session in which words say that it is the page's own


def find_number(text: str) -> tuple[str, Span, Span] | None:
    """The one numbered session that running text names ("welcome to workshop 132"): type, and the spans of type and number.

    None where it names none, or several.
    """
    found = {(code, number.of(text)): (code, kind, number) for code, kind, number in _numbered(text)}
    return next(iter(found.values())) if len(found) == 1 else None


def _numbered(text: str) -> list[tuple[str, Span, Span]]:
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


def own_number(text: str) -> tuple[str, Span, Span] | None:
    """The one numbered session of which ``text`` says that it is the page's own: type, and the spans of type and number.

    >>> own_number("This is workshop 83 of the IGF 2014.")[2], own_number("It goes on where workshop 83 ended.")
    (Span(start=17, end=19), None)
    """
    head = text[:_LONGEST]
    if any_spelling().search(head) is None:
        return None
    found = {
        (code, number.of(head)): (code, kind, number)
        for code, kind, number in _numbered(head)
        if _own().search(head, max(0, kind.start - _BEFORE), kind.start)
    }
    return next(iter(found.values())) if len(found) == 1 else None
