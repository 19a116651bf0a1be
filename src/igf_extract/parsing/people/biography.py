"""Sentences behind a person that go on about her ("… Foo University. Ruiz led a study in Peru")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from igf_extract.model import Line
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import name_score, without_honorifics
from igf_extract.vocab.fold import fold
from igf_extract.vocab.words import honorifics

_STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[)\]”\"]))\.\s+(?=[^\W\d_a-zà-ÿ])")
_NAME_END = re.compile(r"[,;:(]|\s[-–—]\s|\sis\s")
_WORD = re.compile(r"[\w’'-]+")
_SHORTEST = 60  # characters of a line that holds a person and a sentence about her
_LEAST = 4  # words of such a sentence


def without_biographies(lines: Sequence[Line]) -> list[Line]:
    """The lines without sentences that begin with a name of the person on the line above ("Ana served in the team that …")."""
    kept: list[Line] = []
    for line in lines:
        first, _, rest = line.text.strip().partition(" ")
        told = bool(kept) and first[:1].isupper() and rest[:1].islower() and rest.count(" ") >= _LEAST - 1
        if not (told and fold(first) in _WORD.findall(fold(_name(kept[-1].text)))):
            kept.append(line)
    return kept


def _name(text: str) -> str:
    """The name at the head of a line of people, empty where none stands there."""
    head = _NAME_END.split(text[:_SHORTEST], maxsplit=1)[0].strip(" •-–*")
    return head if name_score(head) >= 0.6 else ""


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
