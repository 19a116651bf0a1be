"""Names of several words in a row of organisations: "Google, Frosta Micro and Meta", "Ice Foundation, Meta, and Frosta Micro"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from igf_extract.ner.candidate import ORG, Candidate
from igf_extract.ner.doers import is_unknown_word
from igf_extract.ner.lists import cities, countries, given_names, is_common, job_heads, key_of, never_org, phrases
from igf_extract.ner.words import words_of

_CAP = r"\p{Lu}[\p{L}\p{M}\p{N}&'’-]*+"
_NAME = rf"({_CAP}(?: {_CAP}){{0,3}})"
_ARTICLE = r"(?:the |l[ae]s? |l['’]|el |[oa]s? |d[ao]s? |del |du |de la |de l['’]|pel[oa]s? )?"
_COMMA = rf",(?: and| or| y| e| et| ou)? {_ARTICLE}"
_JOIN = rf"(?:{_COMMA}| (?:and|or|y|e|et|ou) {_ARTICLE})"
_BETWEEN = regex.compile(rf"{_COMMA}{_NAME}{_JOIN}$")
_BEHIND = regex.compile(rf"{_JOIN}{_NAME}(?=[,;)\n]|\.(?:\s|$)|$| \p{{Ll}})")
_BEFORE = regex.compile(rf"(?<=\p{{Ll}} |: |\(){_NAME}{_COMMA}$")
_IN_A_ROW = regex.compile(rf"{_JOIN}$")
_REACH = 70  # characters between the names beside
_PEOPLE_FOLLOW = regex.compile(r",? (?:of|from|at|who|[(]|said)")


def names_in_rows(text: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names between two organisations of ``chosen``, or behind two that stand in a row; ``chosen`` is in the order of the text."""
    before: Candidate | None = None
    in_row = False  # ``before`` stands in a row with the one before it
    for body in [*chosen, None]:
        if before is not None and (body is None or body.start - before.end > 2):
            yield from _beside(text, before, body, in_row)
        joined = before is not None and body is not None and body.start - before.end < 16 and _in_a_row(text, before, body)
        if joined and not in_row and before is not None:
            yield from _in_front(text, before)
        in_row = joined
        before = body if body is not None and body.label == ORG else None


def _in_a_row(text: str, before: Candidate, body: Candidate) -> bool:
    return before.label == body.label == ORG and _IN_A_ROW.fullmatch(text, before.end, body.start) is not None


def _beside(text: str, before: Candidate, body: Candidate | None, in_row: bool) -> Iterator[Candidate]:
    """The name between ``before`` and ``body``, or behind ``before`` where that closes a row of two."""
    found = None
    if body is not None and body.label == ORG and body.start - before.end < _REACH:
        found = _BETWEEN.fullmatch(text, before.end, body.start)
    if found is None and in_row:
        end = min(len(text), before.end + _REACH) if body is None else min(body.start, before.end + _REACH)
        found = _BEHIND.match(text, before.end, end)
    if found and _may_be_a_body(text, *found.span(1)):
        yield Candidate(*found.span(1), ORG, "in_a_row")


def _in_front(text: str, first: Candidate) -> Iterator[Candidate]:
    """The name before a row of two."""
    found = _BEFORE.search(text, max(0, first.start - _REACH), first.start)
    if found and _may_be_a_body(text, *found.span(1)):
        yield Candidate(*found.span(1), ORG, "in_a_row")


def _may_be_a_body(text: str, start: int, end: int) -> bool:
    """No person, place, post or row of ordinary words."""
    if " " not in text[start:end]:
        return is_unknown_word(text[start:end])
    words = words_of(text[start:end])
    keys = [word.key for word in words if word.text[0].isalpha()]
    if key_of(text[start:end]) in never_org() or _PEOPLE_FOLLOW.match(text, end):
        return False
    if any(keys[0] in kind for kind in (given_names(), phrases("starters"), phrases("demonyms"))) or any(
        key in job_heads() for key in keys
    ):
        return False
    known = (cities(), countries(), never_org())
    return not all(is_common(key) or any(key in kind for kind in known) for key in keys)
