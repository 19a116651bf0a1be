"""Sessions that a text names and is not about: "WS #12 at IGF 2022", "see IGF 2019 Open Forum #4".

Consumes ``Document.text`` and ``Document.sessions``; produces ``Document.references``. A session is named for certain only where
year, type and number stand together; what stands apart is left out. Method: from each "IGF <year>" to both sides, over the words of
``data/references.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from igf_extract.model import Document, Evidence, Method, Reference, Span
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.title_ends import FIRST_YEAR, LAST_YEAR
from igf_extract.vocab.fold import fold_accents
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.session_types import any_spelling, spellings

_BEFORE = 260  # characters before the forum in which its session may be named, a quoted title between them included
_MOST = 2000  # of one document; an index of a whole year has a few hundred
_NUMBER = re.compile(r"[\s:]{0,2}\(?(?:#|no\b[.:]?|nr\b\.?|n[°º])?\s?#?(\d{1,4})\)?(?![\w%])(?!\s?(?:st|nd|rd|th|min)\b)", re.IGNORECASE)
_QUOTED = re.compile(r"\s?[,:–—-]?\s?(?:[“«\"][^“”«»\"\n]{3,200}[”»\"]|['‘][^'‘’\n]{3,200}['’])")
_JOINT = re.compile(r"[\s,:(\[|–—-]*")
_WORD_START = re.compile(r"(?<![\w#])(?=[^\W\d_])")


def references(document: Document) -> Document:
    """The stage: fills ``references``."""
    own = {
        (s.year.value, s.session_type.value, s.number.value.lstrip("0#"))
        for s in document.sessions
        if s.year is not None and s.session_type is not None and s.number is not None
    }
    found: dict[Span, Reference] = {}
    for reference in find_references(document.text):
        if (reference.year, reference.session_type, reference.number.lstrip("0")) not in own:
            found.setdefault(reference.evidence.span, reference)
        if len(found) >= _MOST:
            break
    return replace(document, references=tuple(found[span] for span in sorted(found)))


def find_references(text: str) -> Iterator[Reference]:
    """The sessions that the text names, in no particular order; one that both sides of a forum name comes for each.

    >>> [(r.year, r.session_type, r.number) for r in find_references("as in WS #12 and Open Forum #4 at IGF 2022")]
    [(2022, 'open_forum', '4'), (2022, 'workshop', '12')]
    """
    for match in _forum().finditer(plain(text)):
        digits = match.group("behind") or match.group("before")
        year = int(digits)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            continue
        yield from _behind(text, match.end(), match.start(), year)
        yield from _before(text, match.start(), match.end(), year)


@cache
def _forum() -> re.Pattern[str]:
    names = any_of(read_data("references.toml")["forum"])
    behind = rf"(?:{names})[ '_-]{{0,3}}(?P<behind>20\d\d)(?![\w/])(?!-\d)"
    before = rf"(?P<before>20\d\d) (?:annual )?(?:{names})(?![\w-])(?! ?\d)"
    return re.compile(rf"(?<!\w)(?:{behind}|{before})")


@cache
def _between() -> frozenset[str]:
    return frozenset(read_data("references.toml")["between"])


@cache
def _and() -> frozenset[str]:
    return frozenset(("", *read_data("references.toml")["and"]))


def _named(text: str, at: int) -> tuple[str, str, int] | None:
    """Type, number and end of a numbered session that is named at ``at``."""
    if not any_spelling().match(text, at):
        return None
    for spelling in spellings():
        match = spelling.pattern.match(text, at) if spelling.numbered and not spelling.keep else None
        number = _NUMBER.match(text, match.end()) if match else None
        if number and number.group(1).strip("0"):
            return spelling.code, number.group(1), number.end()
    return None


def _behind(text: str, at: int, start: int, year: int) -> Iterator[Reference]:
    """ "IGF 2022 WS #12": the type follows the year."""
    joint = _JOINT.match(text, at, at + 4)
    named = _named(text, joint.end() if joint else at)
    if named is not None:
        code, number, end = named
        yield _reference(text, year, code, number, start, end)


def _before(text: str, at: int, end: int, year: int) -> Iterator[Reference]:
    """ "WS #12 and WS #14 at IGF 2022": from the forum back over what may stand between."""
    window = max(0, at - _BEFORE)
    stop, words = at, _between()
    for place, code, number, last in reversed(_all_named(text, window, at)):
        if last > stop:
            continue
        if not _joins(text, last, stop, words):
            return
        yield _reference(text, year, code, number, place, end)
        stop, words = place, _and()


def _all_named(text: str, start: int, stop: int) -> list[tuple[int, str, str, int]]:
    """The numbered sessions between two places, each from the first word of its type ("Launch / Award Event", not "Award Event")."""
    found: list[tuple[int, str, str, int]] = []
    for match in _WORD_START.finditer(text, start, stop):
        named = _named(text, match.start())
        if named is not None and named[2] <= stop and (not found or named[2] > found[-1][3]):
            found.append((match.start(), *named))
    return found


def _joins(text: str, start: int, stop: int, words: frozenset[str]) -> bool:
    """Whether nothing stands between but a quoted title and the words that lead to the forum."""
    quoted = _QUOTED.match(text, start, stop)
    rest = text[quoted.end() if quoted else start : stop]
    return len(rest) <= 40 and " ".join(fold_accents(rest).strip(" ,:([|-\n").split()) in words


def _reference(text: str, year: int, code: str, number: str, start: int, end: int) -> Reference:
    if text.startswith(")", end) and "(" in text[start:end].rpartition(")")[2]:
        end += 1
    return Reference(year, code, number, Evidence(Span(start, end), "references.numbered", Method.LEXICON))
