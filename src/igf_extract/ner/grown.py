"""What a body's name goes on with behind what a source saw of it: the part of the world in which it works ("Alliance for a Green
Revolution in Africa"), and in French, Spanish and Portuguese its nation ("La Poste suisse")."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from igf_extract.ner.candidate import ORG, Candidate
from igf_extract.ner.lists import any_of_phrases, has_body_word, key_of, phrases, places
from igf_extract.ner.words import words_of

_MAY_GROW = frozenset({"rule", "model", "gazetteer", "definition"})
_ROMANCE = regex.compile(r"(?:^L[ae] \p{Lu}| (?:d[aeou]|d[aeo]s|del|pour|para|sobre|sur) | d['’])")
_OF_COUNTRY = regex.compile(r" (?:de la|de l['’]|du|de|des|do|da|del|d['’]) ?(\p{Lu}[\p{L}'’-]*+(?: (?:d['’])?\p{Lu}[\p{L}'’-]*+){0,3})")
_POST = regex.compile(r"(?:La Poste|Poste|Correos|Correios)")  # in whose countries a body of this name stands
_REACH = 60  # characters


def grown(text: str, candidate: Candidate) -> Candidate:
    """``candidate``, a body of several words, up to the end of its name."""
    if candidate.label != ORG or candidate.rule not in _MAY_GROW or text[candidate.end : candidate.end + 1] != " ":
        return candidate
    name = candidate.of(text)
    if " " not in name:
        return candidate
    found = _region_behind().match(text, candidate.end, candidate.end + _REACH) if _works_somewhere(name) else None
    if found is None and text[candidate.end + 1 : candidate.end + 2].islower() and _ROMANCE.search(name):
        found = _nation_behind().match(text, candidate.end, candidate.end + _REACH)
        found = found if found and _is_abroad(name) else None
    if found is None and _POST.fullmatch(name):
        return replace(candidate, end=_country_end(text, candidate.end))
    return replace(candidate, end=found.end()) if found else candidate


def _works_somewhere(name: str) -> bool:
    """ "Alliance for a Green Revolution": it is for, of or against something that goes on in a part of the world."""
    _, _, last = name.rpartition(" ")
    return key_of(last) in phrases("done_in_regions") and has_body_word(words_of(name)) and (" for " in name or " of " in name)


def _is_abroad(name: str) -> bool:
    """Whether a name is that of a body of a Romance language; "La Poste" has no word for its kind."""
    return name.startswith(("La ", "Le ")) or has_body_word(words_of(name))


def _country_end(text: str, start: int) -> int:
    """Where the country ends that "de" behind ``start`` names; ``start`` where none does."""
    found = _OF_COUNTRY.match(text, start, start + _REACH)
    end = found.end(1) if found else start
    while found and end > found.start(1):
        if key_of(text[found.start(1) : end]) in places():
            return end
        end = max(text.rfind(" ", found.start(1), end), found.start(1))
    return start


@cache
def _region_behind() -> regex.Pattern[str]:
    return regex.compile(rf" in (?:the )?(?:{any_of_phrases('parts_of_the_world')})(?![\p{{L}}\p{{N}}-]| \p{{Lu}})")


@cache
def _nation_behind() -> regex.Pattern[str]:
    nations = any_of_phrases("nations_abroad")
    return regex.compile(rf" (?:{nations})(?![\p{{L}}\p{{N}}'’-]| (?:et|y|e) \p{{Ll}})")
