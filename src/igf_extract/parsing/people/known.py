"""What the other entries of a session tell of an entry: who is a person there, and what a body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from igf_extract.model import Participation, Span
from igf_extract.parsing.people.joining import pair
from igf_extract.parsing.people.shape import organization_score
from igf_extract.vocab.fold import fold_accents
from igf_extract.vocab.roles import SERVING

_DETAILS = ("stakeholder_group", "regional_group", "country")
_CERTAIN = 0.65  # words are a body for certain
_COMMA = 2  # characters between a name and what follows it behind a comma
_LISTED = re.compile(r",\s+")
_ARTICLE = re.compile(r"(?:the|el|la|le|der|die|das)\s+", re.I)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A name by which two spellings of it are compared: its letters and digits, folded."""
    return "".join(char for char in fold_accents(text) if char.isalnum())


def name_as_body(part: Participation) -> Participation:
    """The participation of the body whose name was read as a person's."""
    return replace(part, name=None, name_span=None, organization=part.name, organization_span=part.name_span)


def people_known(parts: tuple[Participation, ...]) -> tuple[Participation, ...]:
    """ "Ana Ruiz, Luis Paz" read as a person and a body are two people where the second one has a body elsewhere, or serves alone."""
    parts = tuple(_listed_bodies(parts))
    names = {plain(part.name) for part in parts if part.name}
    people = {plain(part.name) for part in parts if part.name and part.organization and plain(part.organization) not in names}
    people |= _serving_alone(parts)
    people -= {plain(part.organization) for part in parts if part.organization and not part.name}
    out: list[Participation] = []
    for part in parts:
        other = plain(part.organization) if part.name and part.organization and part.organization_span and not part.title else ""
        if not other or other not in people or any(getattr(part, name) is not None for name in _DETAILS):
            out.append(part)
            continue
        out.append(replace(part, organization=None, organization_span=None))
        out.append(replace(part, name=part.organization, name_span=part.organization_span, organization=None, organization_span=None))
    return tuple(out)


def bodies_known(parts: tuple[Participation, ...]) -> tuple[Participation, ...]:
    """A bare "person" whose name is the body of somebody else in this session is that body; so are both halves of "Foo and Bar"."""
    bodies = {plain(part.organization) for part in parts if part.name and part.organization}
    return tuple(
        entry for part in parts for entry in _parted(name_as_body(part) if _is_bare(part) and _names(part, bodies) else part, bodies)
    )


def bodies_behind(parts: tuple[Participation, ...]) -> tuple[Participation, ...]:
    """ "Ana Ruiz, Velm Bytes" read as two people are a person and a body where another person has that body."""
    bodies = {plain(part.organization) for part in parts if part.name and part.organization}
    bodies -= {plain(part.name) for part in parts if part.name and not _is_bare(part)}
    out: list[Participation] = []
    for part in parts:
        if out and _is_bare(part) and _names(part, bodies) and _is_bare(out[-1]) and not _names(out[-1], bodies) and _beside(out[-1], part):
            out[-1] = replace(out[-1], organization=part.name, organization_span=part.name_span)
        else:
            out.append(part)
    return tuple(out)


def _serving_alone(parts: tuple[Participation, ...]) -> set[str]:
    """Those who moderate or report, and stand beside nobody: bodies do not serve. What several people belong to is a body even so."""
    beside = {id(entry) for one, other in pairwise(parts) if _beside(one, other) for entry in (one, other)}
    alone = {plain(part.name) for part in parts if part.name and part.role in SERVING and _is_bare(part) and id(part) not in beside}
    belong = [(plain(part.organization), plain(part.name)) for part in parts if part.name and part.organization]
    return {name for name in alone if len({who for body, who in belong if body == name}) < 2}


def _listed_bodies(parts: tuple[Participation, ...]) -> Iterator[Participation]:
    """ "Velm Bytes, Foo Council, Bar Trust" read as a person and her body: bodies, where people of the session belong to them."""
    belong = [(plain(part.organization), plain(part.name)) for part in parts if part.name and part.organization]
    bodies = {body for body, _ in belong}
    for part in parts:
        whole, span = part.organization, part.organization_span
        listed = whole is not None and span is not None and not part.title and _names(part, bodies)
        pieces = _pieces(whole, span, [mark.span() for mark in _LISTED.finditer(whole)]) if listed and whole and span else []
        if len(pieces) < 2 or not any(plain(text) in bodies for text, _ in pieces):
            yield part
            continue
        yield name_as_body(part)
        yield from (replace(part, name=None, name_span=None, organization=text, organization_span=span) for text, span in pieces)


def _parted(part: Participation, bodies: set[str]) -> Iterator[Participation]:
    """ "Foo Net and Velm Bytes", "Foo Net, Bar IX": bodies of their own where people of the session belong to each of them, else one."""
    whole, span = part.organization if not part.name else None, part.organization_span
    halves = _known_pieces(whole, span, bodies) if whole and span and plain(whole) not in bodies else []
    yield from (replace(part, organization=text, organization_span=told) for text, told in halves) if halves else (part,)


def _known_pieces(whole: str, span: Span, bodies: set[str]) -> list[tuple[str, Span]]:
    """The pieces between the commas, or the two halves around one joining word, where all of them are known; or one half, and the other a
    body for certain.

    Two pieces between commas may as well be a part and its body ("Committee on Roads, Velm Council").
    """
    joints = list(pair().finditer(whole))
    ways = [_pieces(whole, span, [mark.span()]) for mark in joints]
    commas = [mark.span() for mark in _LISTED.finditer(whole)]
    ways += [_pieces(whole, span, commas)] if len(commas) > 1 else []
    if known := next((way for way in ways if len(way) > 1 and all(plain(text) in bodies for text, _ in way)), []):
        return known
    halves = ways[0] if joints and "/" not in joints[0][0] else []
    return halves if halves and _joins_known(halves, bodies) else []


def _joins_known(halves: list[tuple[str, Span]], bodies: set[str]) -> bool:
    """ "Velm Bytes and Tarn Lamp Council": two bodies for certain, one of which, of several words, is that of another person."""
    told = any(" " in text and plain(text) in bodies for text, _ in halves) and halves[1][0][:1].isupper()
    return told and all(plain(text) in bodies or organization_score(text) >= _CERTAIN for text, _ in halves)


def _pieces(text: str, span: Span, marks: list[tuple[int, int]]) -> list[tuple[str, Span]]:
    """The stretches of ``text`` between the marks, with where they stand; none where the text was not written on one line."""
    if span.end - span.start != len(text):
        return []
    out, start = [], 0
    for left, right in [*marks, (len(text), len(text))]:
        article = _ARTICLE.match(text, start, left)
        start = article.end() if article else start
        out.append((text[start:left], Span(span.start + start, span.start + left)))
        start = right
    return out


def _is_bare(part: Participation) -> bool:
    """Whether a participation is a name that stands in the text and neither office nor body."""
    return part.name_span is not None and not (part.organization or part.title)


def _names(part: Participation, known: set[str]) -> bool:
    """Whether the name of a participation is one of ``known``."""
    return part.name is not None and plain(part.name) in known


def _beside(one: Participation, other: Participation) -> bool:
    """Whether two people of one role stand side by side on a line, with nothing but a comma between them."""
    if one.role != other.role or one.name_span is None or other.name_span is None:
        return False
    return 0 < other.name_span.start - one.name_span.end <= _COMMA
