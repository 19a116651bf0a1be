"""Lines of people that were broken inside a person's details ("Head of the Service in the", "… of the All-"), put together again."""

from __future__ import annotations

from collections.abc import Sequence

from igf_extract.model import Line
from igf_extract.parsing.people.pieces import Piece, unmarked
from igf_extract.parsing.people.shape import (
    CLOSING_ACRONYM,
    is_body_word,
    is_known_name,
    name_score,
    only_areas,
    organization_score,
    title_score,
)
from igf_extract.parsing.wrapped import join
from igf_extract.vocab.fold import fold
from igf_extract.vocab.roles import role_words

_APART = 1  # blank lines between the two halves at the most
_KNOWN = 0.9  # how surely a line begins with somebody's name
_LEAST = 30  # characters of a line that was broken at a margin


def unbroken(lines: Sequence[Line]) -> list[Line]:
    """The lines of a field; one that ends in a word which must go on ("of the", "All-"), or in a comma before a body, holds the next."""
    out: list[Line] = []
    for line in lines:
        if out and line.gap <= _APART and any(broken(out[-1].text, line.text) for broken in (_goes_on, _awaits_body, _lacks_kind)):
            out[-1] = join(out[-1], line, "\n")  # a run of blanks would part two columns
        else:
            out.append(line)
    return out


def _awaits_body(text: str, below: str) -> bool:
    """ "Ana Ruiz, Head of Masts and Repair," above "Velm Telecom": behind the comma of a person's office stands the body."""
    name, comma, rest = text.partition(",")
    if not text.endswith(",") or not comma or len(rest) < 3 or name_score(unmarked(Piece(name, 0)).text) < 0.6:
        return False
    body = below.split(",", 1)[0]
    plain = unmarked(Piece(below, 0)).text == below and ":" not in below[:30]
    return plain and title_score(rest.strip(" ,")) >= 0.7 and organization_score(body) >= 0.65 and name_score(body) < 0.6


def _lacks_kind(text: str, below: str) -> bool:
    """ "Ana Ruiz, CEO of the Tarn Cable Research" above "Institute (TCRI), Peru": a line that begins with the kind of a body and nothing
    more ends the body above."""
    name, comma, _ = text.partition(",")
    kind = CLOSING_ACRONYM.sub("", below.split(",", 1)[0]).strip()
    if not comma or not kind[:1].isupper() or not all(map(is_body_word, fold(kind).split())):
        return False
    return text[-1:].isalpha() and name_score(unmarked(Piece(name, 0)).text) >= 0.6 and not is_body_word(fold(text.rsplit(None, 1)[-1]))


def _goes_on(text: str, below: str) -> bool:
    """ "Head of the Service in the", "… of the All-": a line whose last word must go on, above one that begins nothing of its own."""
    words = text.rsplit(None, 2)
    last = words[-1] if words else ""
    if len(text) < _LEAST or (last not in role_words("open_ends") and not last.endswith("-")):
        return False
    if unmarked(Piece(below, 0)).text != below or ":" in below[:30] or last == "-":
        return False  # an item of its own, or a label
    if is_known_name(below.split(",")[0], _KNOWN) and "," in below:
        return False  # the rest was lost: "Ana Ruiz, representing pupils from", "Luis Paz, Foo"
    if last in role_words("open_pairs"):
        return only_areas(below.split(",")[0]) and name_score(below.split(",")[0]) < 0.6
    return last[-1] != "-" or last[-2:-1].isalpha()
