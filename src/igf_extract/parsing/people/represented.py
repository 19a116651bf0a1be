"""Bodies with those who represent them, printed in a row: "Foo Council represented by Ana Ruiz Bar Union represented by Luis Paz"."""

from __future__ import annotations

import re

from igf_extract.parsing.people.labels import Part, represented_by
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import name_score, organization_score, without_honorifics

_WORD = re.compile(r"\S+")
_MARK = re.compile(r"[,;]\s+")
_FEWEST = 2  # pairs that make a row
_LONGEST = 3_000
_LONGEST_PAIR = 300
_NAME, _BODY = 0.6, 0.55
_MOST_NAME_WORDS = 5


def represented_pairs(piece: Piece) -> list[Part]:
    """The people of a row, each with the body before the words of representation; none where it is no such row."""
    if len(piece.text) > _LONGEST:
        return []
    marks = list(represented_by().finditer(piece.text))
    if len(marks) < _FEWEST:
        return []
    body = piece.cut(0, marks[0].start()).trim(" ,;")
    parts: list[Part] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        told = piece.cut(mark.end(), following.start() if following else None).trim(" ,;")
        person, further = _next_body(told) if following else (told, None)
        if organization_score(body.text) < _BODY or person is None:
            return []
        parts.append(Part(person, prefix=body, start=body.start))
        body = further if further is not None else body
    return parts


def _next_body(piece: Piece) -> tuple[Piece | None, Piece | None]:
    """A person and the body behind her, which belongs to the next pair; (None, None) where no place between them is certain."""
    text = piece.text
    if len(text) > _LONGEST_PAIR:
        return None, None
    marks = list(_MARK.finditer(text))
    if marks and organization_score(text[marks[-1].end() :]) >= _BODY:
        return piece.cut(0, marks[-1].start()).trim(" "), piece.cut(marks[-1].end()).trim(" ")
    begin = without_honorifics(text)[0]
    starts = [word.start() for word in _WORD.finditer(text, begin)][2 : _MOST_NAME_WORDS + 1]
    found = [(organization_score(text[at:]), -at) for at in starts if name_score(text[:at].strip()) >= _NAME]
    score, at = max(found, default=(0.0, 0))
    return (piece.cut(0, -at).trim(" "), piece.cut(-at).trim(" ")) if score >= _BODY else (None, None)
