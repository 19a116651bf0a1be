"""The country that a body's name goes on with ("Ministry of Lakes of Norway", where the page's roster has the name without it), and the
nation that it begins with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from igf_extract.ner.candidate import FORM_OR_MODEL, ORG, Candidate
from igf_extract.ner.gazetteer import national_acronyms
from igf_extract.ner.lists import countries, has_body_word, key_of, organization_words, phrases, places
from igf_extract.ner.words import Word, words_of
from igf_extract.vocab.load import read_data
from igf_extract.vocab.words import plain_words

_COUNTRY = r"(\p{Lu}[\p{L}'’-]*+(?: (?:and |de |of )?\p{Lu}[\p{L}'’-]*+){0,3})"
_OF = regex.compile(rf" (?:of|de|du|do|da|del|d['’])(?: the| la| l['’])? ?{_COUNTRY}")
_ROMANCE_OF = regex.compile(rf" (?:de la|de l['’]|du|de|do|da|del|d['’]) ?{_COUNTRY}")
_ENGLISH_OF = regex.compile(r" of (?:the )?")
_REACH = 60  # characters
_POSSESSOR = regex.compile(r"([\p{L}. -]{3,40}?)['’]s (?=\p{Lu})")
_CAP_BEFORE = regex.compile(r"(?<![\p{L}\p{N}])(\p{Lu}[\p{L}]++) $")
_LONGEST_HALF = 16  # characters


def with_country(text: str, candidate: Candidate) -> Candidate:
    """``candidate`` up to the end of the country behind it; a name of one word or without a word for a body stays.

    A name in another language than the sentence ends before "of": "the Arquivo Nacional of Brazil".
    """
    if candidate.label != ORG:
        return candidate
    name = candidate.of(text)
    shorter = _without_english_country(text, candidate) if candidate.rule in FORM_OR_MODEL else candidate
    if candidate.rule == "model" or shorter is not candidate:
        return shorter
    if name in national_acronyms():
        found = _ROMANCE_OF.match(text, candidate.end, candidate.end + _REACH)
    elif candidate.rule in {"roster", "repeat", "rule"} and _may_go_on(words := words_of(name)):
        found = _OF.match(text, candidate.end, candidate.end + _REACH)
        found = None if found and found[0].startswith(" of ") and _is_foreign(words) else found
    else:
        return candidate
    end = _country_end(text, *found.span(1)) if found else candidate.end
    return replace(candidate, end=end) if end > candidate.end else candidate


@cache
def _halves() -> tuple[tuple[str, str], ...]:
    """Places named with "and", cut before it: ("Bosnia", " and Herzegovina")."""
    data = read_data("ner_places.toml")
    whole = [name for kind in ("countries", "regions") for name in data[kind] if " and " in name]
    return tuple((name.partition(" and ")[0], " and " + name.partition(" and ")[2]) for name in whole if len(name) < _REACH)


def with_whole_place(text: str, candidate: Candidate) -> Candidate:
    """A guess that ends within the name of a place goes on to its end: "Frostwork Bosnia" before "and Herzegovina"."""
    if candidate.label != ORG or candidate.rule not in FORM_OR_MODEL or not text.startswith(" and ", candidate.end):
        return candidate
    name = candidate.of(text)
    rests = (rest for first, rest in _halves() if name.endswith(f" {first}") and text.startswith(rest, candidate.end))
    return replace(candidate, end=candidate.end + len(next(rests, "")))


def _may_go_on(words: Sequence[Word]) -> bool:
    return len(words) > 2 and has_body_word(words)


def _country_end(text: str, start: int, end: int) -> int:
    """Where the country ends that begins at ``start``; 0 where none does."""
    while end > start:
        if key_of(text[start:end]) in countries():
            return end
        end = text.rfind(" ", start, end)
    return 0


def _without_english_country(text: str, candidate: Candidate) -> Candidate:
    found = _ENGLISH_OF.search(text, candidate.start, candidate.end)
    if found is None or key_of(text[found.end() : candidate.end]) not in countries():
        return candidate
    foreign = _is_foreign(words_of(text[candidate.start : found.start()]))
    return replace(candidate, end=found.start()) if foreign else candidate


@cache
def _english_kinds() -> frozenset[str]:
    lists = read_data("entity_rules.toml")["lists"]
    return frozenset(key_of(word) for name in ("ministry", "house", "union", "tail") for word in lists[name]) | plain_words()


def _is_foreign(words: Sequence[Word]) -> bool:
    """Whether the kind of body is named in another language than English: "Arquivo", "Commission de", "Autoriteit"."""
    kinds = [word.key for word in words if word.key in organization_words()]
    joints = {word.key for word in words}
    return any(key not in _english_kinds() for key in kinds) or not joints.isdisjoint({"de", "des", "du", "da", "do", "del", "für", "van"})


def with_nationality(text: str, candidate: Candidate) -> Candidate:
    """A nationality word before an institution's name belongs to the name."""
    if candidate.label != ORG or candidate.rule not in {"rule", "definition", "model"}:
        return candidate
    before = words_of(text[max(0, candidate.start - 20) : candidate.start])
    if before and before[-1].text[0].isupper() and before[-1].key in phrases("demonyms"):
        gap = min(20, candidate.start) - before[-1].end
        name = candidate.of(text)
        if gap == 1 and " " in name and name.split()[0].isalpha() and text[candidate.start - 1] == " ":
            return replace(candidate, start=candidate.start - gap - len(before[-1].text))
    return candidate


def behind_possessor(text: str, start: int, end: int) -> int:
    """ "Kenya's Data Council" is named after its country: the name begins behind it."""
    possessor = _POSSESSOR.match(text, start, end)
    if possessor is None:
        return start
    before = _CAP_BEFORE.search(text, max(0, start - _LONGEST_HALF), start)  # "United" of "United Kingdom's Ice Council"
    owners = {key_of(possessor[1]), key_of(f"{before[1]} {possessor[1]}") if before else ""}
    return start if owners.isdisjoint(places()) else possessor.end()
