"""Names by form that run on into a person: "Ice Agency of Norway and Ann Lee of the University of Oslo" is a body, a person and a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.lists import cities, common_words, given_names, key_of, organization_words, phrases
from igf_extract.ner.words import Word, words_of

_JOINED = regex.compile(r"(?:,? and| &|,|;| y| e| et| und)(?: the)? $")
_AFTER_PERSON = (" of ", " from ", " at ", " (", ", ", " de ", " du ", " da ")
_AND = regex.compile(r" (?:and|&) (?=\p{Lu})")
_AND_PERSON = regex.compile(r" (?:y|e|et|and|und|&) (\p{Lu}[\p{L}-]++)\.? \p{Lu}")
_ENDS = frozenset({", ", ".", ". ", "; ", "", "\n"})
_REACH = 9  # characters of what joins


def without_people(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """``candidates``, those by form cut before a whole person's name that ``and`` or a comma joins to them."""
    people = [c for c in candidates if c.label == PERSON and " " in text[c.start : c.end]]
    for candidate in candidates:
        if candidate.label == ORG and candidate.rule in {"rule", "model"}:
            candidate = _before_list(text, candidate, people)
        if candidate.label == ORG and candidate.rule == "rule":
            inside = (p for p in people if candidate.start < p.start and p.end < candidate.end)
            ends = [end for p in inside if (end := _end_before(text, p)) is not None]
            candidate = replace(candidate, end=max(min(ends), candidate.start + 1)) if ends else candidate
        yield candidate


def _before_list(text: str, body: Candidate, people: Sequence[Candidate]) -> Candidate:
    """A body behind which the next person of a list stands without a comma: "Frost University Ann Lee, Ice Lab"."""
    for person in people:
        if (
            body.start < person.start
            and person.end == body.end
            and text[person.start - 1] == " "
            and text[person.end : person.end + 2] in _ENDS
        ):
            before = words_of(text[body.start : person.start])
            if (before[-1].key in organization_words() and len(before) > 1) or _is_acronym(before[-1].text):
                return replace(body, end=person.start - 1)
    return body


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper()


def two_bodies(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """A guess cut where two whole bodies or people are joined: "Frost Rights Fund and Ice Advocacy Fund", "Ann Lee y Bob Frost"."""
    person = _AND_PERSON.search(text, candidate.start, candidate.end) if candidate.label == PERSON and candidate.rule == "model" else None
    if person and key_of(person[1]) in given_names() | phrases("before_names"):
        yield replace(candidate, end=person.start())
        yield replace(candidate, start=person.start(1))
        return
    join = _AND.search(text, candidate.start, candidate.end) if candidate.label == ORG and candidate.rule == "model" else None
    halves = [words_of(half) for half in text[candidate.start : candidate.end].split(join.group())] if join else []
    whole = join and len(halves) == 2 and all(len(half) > 1 and half[-1].key in phrases("sure_tails") for half in halves)
    if join and (whole or _is_of_a_town(halves[0], halves[-1])):
        yield replace(candidate, end=join.start())
        yield replace(candidate, start=join.end())
    else:
        yield candidate


def _is_of_a_town(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """ "University of Lublin" before "and Frostwork": the first name is whole, and the second is no field of work."""
    if len(first) < 3 or first[-2].text != "of" or first[0].key not in organization_words() or first[-1].key not in cities():
        return False
    body = len(second) > 1 and second[-1].key in organization_words()
    return second[-1].key not in cities() and (body or not any(word.key in common_words() for word in second))


def _end_before(text: str, person: Candidate) -> int | None:
    """Where the name before a person ends; None where the person may be part of it ("Ann and Bob Lee Foundation")."""
    joined = _JOINED.search(text, max(0, person.start - _REACH), person.start)
    follows = text[person.end : person.end + 6].startswith(_AFTER_PERSON)
    return joined.start() if joined and follows else None
