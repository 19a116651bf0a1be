"""The country that a body's name goes on with: "Ministry of Lakes of Norway", where the page's roster has the name without it."""

from __future__ import annotations

from dataclasses import replace

import regex

from igf_extract.ner.candidate import ORG, Candidate
from igf_extract.ner.lists import countries, key_of, organization_words
from igf_extract.ner.words import words_of

_OF = regex.compile(r" (?:of|de|du|do|da|del|d['’])(?: the| la| l['’])? ?(\p{Lu}[\p{L}'’-]*+(?: (?:and |de |of )?\p{Lu}[\p{L}'’-]*+){0,3})")
_REACH = 60  # characters


def with_country(text: str, candidate: Candidate) -> Candidate:
    """``candidate`` up to the end of the country behind it; a name of one word or without a word for a body stays."""
    if candidate.label != ORG or candidate.rule not in {"roster", "repeat", "rule"}:
        return candidate
    words = words_of(text[candidate.start : candidate.end])
    if len(words) < 3 or not any(word.key in organization_words() for word in words):
        return candidate
    found = _OF.match(text, candidate.end, candidate.end + _REACH)
    end = _country_end(text, *found.span(1)) if found else candidate.end
    return replace(candidate, end=end) if end > candidate.end else candidate


def _country_end(text: str, start: int, end: int) -> int:
    """Where the country ends that begins at ``start``; 0 where none does."""
    while end > start:
        if key_of(text[start:end]) in countries():
            return end
        end = text.rfind(" ", start, end)
    return 0
