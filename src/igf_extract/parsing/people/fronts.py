"""Bodies before the colons of a list ("Foo Council: Ms Ana Ruiz"): the lines around tell of those that no word does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igf_extract.parsing.people.details import Entry
from igf_extract.parsing.people.heads import leading_name
from igf_extract.parsing.people.labels import Part
from igf_extract.parsing.people.marks import COLON, DASH
from igf_extract.parsing.people.programme import is_programme
from igf_extract.parsing.people.shape import is_given, name_score, organization_score, title_score, without_honorifics
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import place_of
from igf_extract.vocab.words import organization_words, plain_words

_LEAST = 2  # lines with a certain body before the colon that tell of the others
_BODY, _OFFICE, _NAME = 0.55, 0.5, 0.6


def bodies_in_front(parts: Sequence[Part]) -> dict[int, Part]:
    """The parts whose words before the colon are a body because they are one in most of the lines of the list, with these as prefix."""
    certain = sum(part.prefix is not None and part.label is None and _is_body(part.prefix.text) for part in parts)
    if not certain:
        return {}
    strange = {at: told for at, part in enumerate(parts) if part.label is None and (told := _strange(part)) is not None}
    others = {at: part for at, part in strange.items() if part.dashed or certain >= _LEAST}
    return others if len(others) <= certain else {}


def _is_body(text: str) -> bool:
    """Whether words are a body for certain, so that the line shows what stands before the colons of its list."""
    return organization_score(text) >= _BODY and title_score(text) < _OFFICE


def _strange(part: Part) -> Part | None:
    """The part with what may be a body before its colon, which nothing in its words tells; None where no person stands behind it."""
    if part.prefix is not None:
        return replace(part, fronted=True) if not _is_body(part.prefix.text) and _may_be_body(part.prefix.text) else None
    colon = COLON.search(part.body.text)
    if colon is None:
        return _dashed(part)
    if part.attribute is not None or not _may_be_body(part.body.text[: colon.start()].strip()):
        return None
    head, rest = part.body.cut(0, colon.start()).trim(" "), part.body.cut(colon.end()).trim(" ")
    named = without_honorifics(rest.text)[0] > 0 and name_score(leading_name(rest.text)) >= _NAME
    return replace(part, prefix=head, body=rest, fronted=True) if named else None


def _dashed(part: Part) -> Part | None:
    """ "Open Desk - Ana Ruiz" in a list of bodies with their people behind a dash: nothing but what may be a body, and a name."""
    dash = DASH.search(part.body.text)
    if dash is None or part.attribute is not None or not _may_be_body(part.body.text[: dash.start()].strip()):
        return None
    head, rest = part.body.cut(0, dash.start()).trim(" "), part.body.cut(dash.end()).trim(" ")
    named = name_score(rest.text) >= _NAME and organization_score(rest.text) < _BODY and title_score(rest.text) < _OFFICE
    return replace(part, prefix=head, body=rest, fronted=True, dashed=True) if named else None


def with_front(entry: Entry, part: Part) -> Entry:
    """The entry of a person with the body before the colon, where the lines around show that it is one."""
    return replace(entry, body=part.prefix) if part.fronted and entry.kind == "person" and entry.body is None else entry


def _may_be_body(text: str) -> bool:
    """Words with capitals that no list knows: no office, no place, no part of a programme, nobody's name."""
    words = text.split()
    named = all(word[:1].isupper() or fold(word) in organization_words("small") for word in words)
    strange = plain_words().isdisjoint(map(fold, words)) and place_of(text) is None and not is_programme(fold(text))
    return named and strange and len(words) < 8 and title_score(text) < _OFFICE and not is_given(text)
