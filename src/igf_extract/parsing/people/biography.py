"""Sentences behind a person that go on about her ("… Foo University. Ruiz led a study in Peru")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from igf_extract.model import Line
from igf_extract.parsing.people.joined import is_small_word
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import name_score, title_score, without_honorifics
from igf_extract.vocab.cities import is_city
from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.words import honorifics

_STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\d{4})|(?<=[)\]”\"]))\.\s+(?=[^\W\d_a-zà-ÿ])")
_NAME_END = re.compile(r"[,;:(]|\s[-–—]\s|\sis\s")
_WORD = re.compile(r"[\w’'-]+")
_SHORTEST = 60  # characters of a line that holds a person and a sentence about her
_TOWN = re.compile(r"\sin\s([^\W\d_a-zà-ÿ][\w’'-]{2,20})(?=[.,]?$|\sand\s|,\s)")
_DOING = re.compile(r"(?<=\w)\s(?:[a-z]{3,14}ing\s|with\s(?!the\b)[a-z])")  # "a writer | approaching …"
_OFFICE = 0.8  # words are an office from this score on
_NAME_WORDS = 5  # of a name, at the most
_LEAST = 4  # words of such a sentence


def without_biographies(lines: Sequence[Line]) -> list[Line]:
    """The lines without sentences that begin with a name of the person on the line above ("Ana served in the team that …")."""
    kept: list[Line] = []
    for line in lines:
        if not (kept and _goes_on(kept[-1].text, line.text.strip())):
            kept.append(line)
    return kept


def _goes_on(above: str, text: str) -> bool:
    """Whether a sentence begins with a name of the person above, or with all of them where her details stand there already."""
    words = text.split(maxsplit=_NAME_WORDS + _LEAST)
    small = next((at for at, word in enumerate(words[: _NAME_WORDS + 1]) if word[:1].islower()), 0)
    if not small or len(words) - small < _LEAST:
        return False
    name = _name(above)
    again = set(_WORD.findall(fold(name))).issuperset(map(fold, words[:small]))
    return again and (small == 1 or len(above.strip()) > len(name) + _LEAST)


def _name(text: str) -> str:
    """The name at the head of a line of people, empty where none stands there."""
    head = _NAME_END.split(text[:_SHORTEST], maxsplit=1)[0].strip(" •-–*")
    return head if name_score(head) >= 0.6 else ""


def people_told(piece: Piece) -> list[Piece]:
    """The sentences about each of several people ("Ana Ruiz is a lawyer at Foo. She … . Luis Paz – is an adviser at Bar. …"): of each the
    words up to where her post and its body are named; the whole piece where it does not begin so.

    >>> [told.text for told in people_told(Piece("Ana Ruiz is a lawyer at Foo in Lima. Luis Paz – is an adviser with plans.", 0))]
    ['Ana Ruiz is a lawyer at Foo', 'Luis Paz – is an adviser']
    """
    if len(piece.text) < _SHORTEST - 10 or not _is_told(piece.text, 0):
        return [piece]
    starts = [0, *(stop.end() for stop in _STOP.finditer(piece.text) if _is_told(piece.text, stop.end()))]
    return [_post(piece.cut(start, end).trim()) for start, end in zip_longest(starts, starts[1:])]


def _post(told: Piece) -> Piece:
    """The first sentence about a person without what it says behind her post: a town, what she does there, with what."""
    stop = next((mark for mark in _STOP.finditer(told.text) if told.text.count(" ", mark.end()) >= _LEAST - 1), None)
    told = told.cut(0, stop.start()) if stop is not None else told
    town = next((mark for mark in _TOWN.finditer(told.text) if is_city(mark[1], None)), None)
    told = told.cut(0, town.start()) if town is not None else told
    being = _being().search(told.text)
    start = being.end() if being is not None else len(told.text)
    for mark in _DOING.finditer(told.text, start):
        before = told.text[start : mark.start()]
        if not is_small_word(before.split()[-1]) and title_score(before) >= _OFFICE:
            return told.cut(0, mark.start())
    return told.trim(" .") if len(told.text) < _SHORTEST else told


def _is_told(text: str, start: int) -> bool:
    """Whether a sentence begins with a whole name and says what the person is."""
    mark = _being().search(text, start, start + _SHORTEST)
    name = text[start : mark.start()] if mark is not None else ""
    return 1 < len(name.split()) <= _NAME_WORDS and name_score(name) >= 0.6


@cache
def _being() -> re.Pattern[str]:
    """What stands between a name and an office in a sentence: "is a", "– is currently the"."""
    return re.compile(rf"\s(?:[-–—]\s)?(?:{any_of(honorifics('being'))})\s(?:an?|the|une?|la|le|el|un|una|um|uma)\s")


def without_biography(piece: Piece) -> Piece:
    """The person's own words of a line: up to the full stop behind which a sentence begins with her name or a pronoun.

    >>> without_biography(Piece("Ana Ruiz, director at Foo University of Velm. Ruiz led a study of masts in Peru.", 0)).text
    'Ana Ruiz, director at Foo University of Velm'
    """
    if len(piece.text) < _SHORTEST:
        return piece
    head = _name(piece.text)
    names = frozenset(_WORD.findall(fold(head)))
    for stop in _STOP.finditer(piece.text, len(head)) if head else ():
        rest = piece.text[stop.end() :]
        rest = rest[without_honorifics(rest)[0] :]
        first = _WORD.match(rest)
        if first is None or rest.count(" ") < _LEAST - 1:
            continue
        word = fold(first[0]).removesuffix("’s").removesuffix("'s")
        again = word in names and not rest[first.end() :].startswith((",", " -", " –"))
        if again or word in honorifics("pronouns"):
            return piece.cut(0, stop.start())
    return piece
