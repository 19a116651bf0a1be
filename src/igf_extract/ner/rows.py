"""Names of several words in a row of organisations: "Google, Frosta Micro and Meta", "Ice Foundation, Meta, and Frosta Micro"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from igf_extract.ner.candidate import ORG, Candidate
from igf_extract.ner.lists import cities, countries, given_names, is_common, job_heads, key_of, never_org, phrases
from igf_extract.ner.words import words_of

_CAP = r"\p{Lu}[\p{L}\p{M}\p{N}&'’-]*+"
_NAME = rf"({_CAP}(?: {_CAP}){{1,3}})"
_COMMA = r",(?: and| or| y| e| et| ou)? (?:the |l[ae]s? |l['’]|el |[oa]s? )?"
_JOIN = rf"(?:{_COMMA}| (?:and|or|y|e|et|ou) (?:the )?)"
_BETWEEN = regex.compile(rf"{_COMMA}{_NAME}{_JOIN}$")
_BEHIND = regex.compile(rf"{_JOIN}{_NAME}(?=[,;)\n]|\.(?:\s|$)|$| \p{{Ll}})")
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
        joined = before is not None and body is not None and body.start - before.end < 12 and _in_a_row(text, before, body)
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


def _may_be_a_body(text: str, start: int, end: int) -> bool:
    """No person, place, post or row of ordinary words."""
    words = words_of(text[start:end])
    keys = [word.key for word in words if word.text[0].isalpha()]
    if key_of(text[start:end]) in never_org() or _PEOPLE_FOLLOW.match(text, end):
        return False
    if keys[0] in given_names() | phrases("starters") | phrases("demonyms") or any(key in job_heads() for key in keys):
        return False
    return not all(is_common(key) or key in cities() | countries() | never_org() for key in keys)
