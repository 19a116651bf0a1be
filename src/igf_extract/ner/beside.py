"""Organisations that their neighbours show: beside a person ("Ann Lee of Frostwork", "Ann Lee (Frostwork)"), or in a row of
organisations ("Meta, Frostwork and Google")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import regex

from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.drawn_in import before_next_sentence
from igf_extract.ner.lists import (
    any_of_phrases,
    cities,
    countries,
    given_names,
    is_common,
    job_heads,
    key_of,
    never_org,
    organization_words,
    phrases,
    places,
)
from igf_extract.ner.words import lettered, words_of
from igf_extract.vocab.words import is_known_organization

_CAP = r"\p{Lu}[\p{L}\p{M}\p{N}&'’.-]*+"
_CHAIN = rf"{_CAP}(?: (?:of |for |and |& |de |da |do |del )?{_CAP}){{0,5}}"
_OF = regex.compile(rf"(?:,? of|,? from the|,? at)(?: the)? ({_CHAIN})(?![\p{{L}}\p{{N}}])")
_FROM = regex.compile(rf" from ({_CHAIN})(?= in (\p{{Lu}}[\p{{L}}'’-]++))")
_IN_BRACKETS = regex.compile(rf" ?\(({_CHAIN})\)")


def beside_people(text: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names right behind the people of ``chosen``; places, groups and posts are left out."""
    for person in chosen:
        if person.label != PERSON or " " not in person.of(text):
            continue
        match = _OF.match(text, person.end, person.end + 90) or _IN_BRACKETS.match(text, person.end, person.end + 90)
        match = match or _from_a_body(text, person.end)
        end = before_next_sentence(text, *match.span(1)) if match else 0
        if match and _may_be_a_body(text[match.start(1) : end]):
            yield Candidate(match.start(1), end, ORG, "beside_person")


_GUESSED_PEOPLE = frozenset({"model", "given_name"})
_OF_A_BODY = frozenset({" of ", " of the ", " from ", " from the ", " at ", " at the ", " (", " de ", " du ", " da ", " del "})


def bodies_of_people(text: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """``chosen``, a guess at a person behind a person's "of" as a body: "Ann Lee of Ana Nordic"; but "Ann Lee at Ana Lund"."""
    before: Candidate | None = None
    for c in chosen:
        is_full = before is not None and before.label == PERSON and " " in before.of(text)
        joint = text[before.end : c.start] if before is not None and is_full else ""
        is_guess = c.label == PERSON and c.rule in _GUESSED_PEOPLE and " " in c.of(text)
        if is_guess and (joint == " of " or (joint in _OF_A_BODY and words_of(c.of(text))[0].key not in given_names())):
            yield replace(c, label=ORG)
        else:
            yield c
        before = c


def _from_a_body(text: str, start: int) -> regex.Match[str] | None:
    """ "from Frostwork in Lublin": what is in a town is no town; "from Digital Frost asked": ordinary words, and no place."""
    saying = _from_before_saying().match(text, start, start + 90)
    if saying:
        return saying if _are_plain_and_no_place(saying[1]) else None
    match = _FROM.match(text, start, start + 90)
    return match if match and key_of(match[2]) in cities() and key_of(match[2]) not in countries() else None


@cache
def _from_before_saying() -> regex.Pattern[str]:
    return regex.compile(rf" from (?:the )?({_CAP} {_CAP}(?: {_CAP})?) (?:{any_of_phrases('verbs_of_saying')})(?!\p{{L}})")


def _are_plain_and_no_place(name: str) -> bool:
    """ "Digital Frost": an ordinary English word in it, and nothing of a country, a town, a nation or a side of the world."""
    keys = [word.key for word in lettered(words_of(name))]
    of_places = (cities(), places(), *map(phrases, ("demonyms", "sides", "place_tails", "nouns_of_places")))
    placed = not all(listed.isdisjoint((key_of(name), *keys)) for listed in of_places)
    return not placed and any(is_common(key) for key in keys)


def _may_be_a_body(name: str) -> bool:
    words = [word.key for word in lettered(words_of(name))]
    if key_of(name) in never_org() or words[0] in job_heads() or words[0] in phrases("demonyms"):
        return False
    return not any(key_of(part) in never_org() for part in name.split(" and "))


# "(PRA)", "(eIceL)", "(eIceL.net)"
_ACRONYM_BEHIND = regex.compile(
    r",? ?\(((?=[^)]{0,9}\p{Lu}{2})(?:\p{Lu}[\p{L}\p{N}-]{2,9}|\p{Ll}?\p{Lu}[\p{L}\p{N}-]{1,9}(?:\.(?:net|org|com|int|info|io))?))\)"
)


def acronyms_behind(text: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """An acronym in brackets behind an organisation's name, also one of another language: "Autorité des postes (PRA)"."""
    for body in chosen:
        if body.label != ORG or " " not in body.of(text):
            continue
        match = _ACRONYM_BEHIND.match(text, body.end, body.end + 20)
        if match and key_of(match.group(1)) not in never_org() | phrases("no_acronyms"):
            yield Candidate(match.start(1), match.end(1), ORG, "acronym_behind")


_WORD = r"\p{Lu}[\p{L}\p{N}]{2,24}+"
_JOIN = r"(?:, (?:and |or )?| and | or | y | e | et | ou | und |/)"
_NEXT = regex.compile(rf"{_JOIN}({_WORD})(?=[,;)]|\.(?:\s|$)|$|\n| (?!&)[^\p{{Lu}}\d])")
_BEFORE = regex.compile(rf"(?<=\p{{Ll}} |\p{{Ll}}, |\(|\p{{Lu}}, |\p{{Ll}}: )({_WORD}){_JOIN}(?:the )?$")
_FIRST = regex.compile(rf"(?<=[.!?][”\"’')]? |\n)({_WORD}){_JOIN}(?:the )?$")
_CAP_BEFORE = regex.compile(r"(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{M}’'-]*+) $")
_REACH = 40  # characters: one word and what joins it


def in_a_row(text: str, chosen: Sequence[Candidate], people: frozenset[str]) -> Iterator[Candidate]:
    """Single words joined to an organisation of one word: "Meta, Frostwork and Google" (the words beside are tried in turn).

    Args:
        people: keys of the words of full names of this document; such a word is none.
    """
    starts, ends = {c.start for c in chosen}, {c.end for c in chosen}  # what is beside a name that is chosen is found from there
    for body in chosen:
        if body.label != ORG or " " in body.of(text):
            continue
        end, start = body.end, body.start
        while (word := _word_behind(text, end)) and word[0] not in starts and _may_be_in_a_row(text[slice(*word)], people):
            yield Candidate(*word, ORG, "in_a_row")
            end = word[1]
        while (word := _word_before(text, start)) and word[1] not in ends and _may_be_in_a_row(text[slice(*word)], people):
            yield Candidate(*word, ORG, "in_a_row")
            start = word[0]


def _word_behind(text: str, end: int) -> tuple[int, int] | None:
    """The place of the word joined to what ends at ``end``."""
    match = _NEXT.match(text, end, end + _REACH)
    return match.span(1) if match else None


def _word_before(text: str, start: int) -> tuple[int, int] | None:
    """The place of the word joined to what begins at ``start``; with it a sentence may begin where it is a well-known body
    ("Meta, Frostwork and …")."""
    match = _BEFORE.search(text, max(0, start - _REACH), start)
    if match is None:
        first = _FIRST.search(text, max(0, start - _REACH), start)
        match = first if first is not None and is_known_organization(first[1]) else None
    return match.span(1) if match and not _is_second_word(text, match.start(1)) else None


def _is_second_word(text: str, start: int) -> bool:
    """ "Faso" in "Burkina Faso and": a capitalised word stands before it, with which no sentence begins."""
    first = _CAP_BEFORE.search(text, max(0, start - _REACH), start)
    return first is not None and key_of(first[1]) not in phrases("starters")


def _may_be_in_a_row(word: str, people: frozenset[str]) -> bool:
    key = key_of(word)
    plain = word[1:].islower() and is_common(key)
    listed = (phrases(name) for name in ("demonyms", "document_words", "starters", "address_before"))
    return not plain and not any(key in kind for kind in (never_org(), organization_words(), people, given_names(), job_heads(), *listed))
