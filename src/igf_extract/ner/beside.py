"""Organisations beside a person: "Ann Lee of Frostwork", "Ann Lee (Frostwork)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.lists import job_heads, key_of, never_org, phrases
from igf_extract.ner.words import words_of

_CAP = r"\p{Lu}[\p{L}\p{M}\p{N}&'’.-]*+"
_CHAIN = rf"{_CAP}(?: (?:of |for |and |& |de |da |do |del )?{_CAP}){{0,5}}"
_OF = regex.compile(rf"(?:,? of|,? from the|,? at)(?: the)? ({_CHAIN})(?![\p{{L}}\p{{N}}])")
_IN_BRACKETS = regex.compile(rf" ?\(({_CHAIN})\)")


def beside_people(text: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names right behind the people of ``chosen``; places, groups and posts are left out."""
    for person in chosen:
        if person.label != PERSON or " " not in text[person.start : person.end]:
            continue
        match = _OF.match(text, person.end, person.end + 90) or _IN_BRACKETS.match(text, person.end, person.end + 90)
        if match and _may_be_a_body(match.group(1)):
            yield Candidate(match.start(1), match.end(1), ORG, "beside_person")


def _may_be_a_body(name: str) -> bool:
    words = [word.key for word in words_of(name) if word.text[0].isalpha()]
    if key_of(name) in never_org() or words[0] in job_heads() or words[0] in phrases("demonyms"):
        return False
    return not any(key_of(part) in never_org() for part in name.split(" and "))
