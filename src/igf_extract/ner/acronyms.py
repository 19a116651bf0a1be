"""Acronyms that a text defines itself: "Full Form (ACR)" or "ACR (Full Form)", recognised by the initials of the form's words, or by
their first syllables: "Coordenação de Portos do Lago (Copola)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from igf_extract.ner.lists import key_of, organization_words, phrases

_IN_BRACKETS = re.compile(r"\((?:the )?[\"'“‘]?([A-Z][A-Za-z0-9&.+-]{1,11})[\"'”’]?\)")
_FORM_IN_BRACKETS = re.compile(r"(?<![\w.@/-])([A-Z]{3,9}) \((?:the |The |la |le |el )?([A-ZÀ-Þ][^()\n]{8,120})\)")
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ELIDED = re.compile(r"[dlDL]['’][^\W_]")
_LONGEST = 14
_POSSESSIVE = re.compile(r"['’]s$")
_SYLLABLES_IN_BRACKETS = re.compile(r"\(([A-ZÀ-Þ][A-Za-zÀ-ÿ-]{2,11})\)")
_CLAUSE_END = re.compile(r"[.;:!?()\n\"«»“”]")
_LONGEST_FORM = 160  # characters
_INNER_CAPITALS = re.compile(r"(?<=[a-z])[A-Z]{2,}$")  # "ccTLD"
_FEWEST_LETTERS = 3
_MOST_SKIPPED = 1  # capitalised words of the form that lend no letter to the acronym


@dataclass(frozen=True, slots=True)
class Definition:
    """``form`` and ``acronym`` are (start, end) in the text."""

    form: tuple[int, int]
    acronym: tuple[int, int]


def definitions(text: str) -> Iterator[Definition]:
    """Every "Full Form (ACR)" and "ACR (Full Form)" whose initials agree.

    >>> [text[slice(*d.form)] for text in ["the Open Rights Network (ORN) said"] for d in definitions(text)]
    ['Open Rights Network']
    """
    defined: set[int] = set()
    for match in _IN_BRACKETS.finditer(text):
        letters = [c for c in match.group(1) if c.isupper()]
        if len(letters) < 2:
            continue
        start = _form_start(text, match.start(), "".join(letters))
        if start is not None:
            defined.add(match.start(1))
            yield Definition((start, _form_end(text, start, match.start())), match.span(1))
    yield from (d for d in _by_syllables(text) if d.acronym[0] not in defined)
    for match in _FORM_IN_BRACKETS.finditer(text):
        if _form_start(text, match.end(2), match.group(1)) == match.start(2):
            yield Definition(match.span(2), match.span(1))


def _form_start(text: str, end: int, letters: str) -> int | None:
    """Where the full form begins, walking back word by word from the bracket; None where the initials do not agree."""
    words = list(_TOKEN.finditer(text, max(0, end - 160), end))[-_LONGEST:]
    left = list(letters)
    small = phrases("small_words")
    for found in reversed(words):
        elided = 2 if _ELIDED.match(found.group()) else 0
        word, start = found.group()[elided:], found.start() + elided
        initials = [part[0] for part in re.split(r"[-']", word) if part]
        if left and word[0].upper() == left[-1] and (word[0].isupper() or word not in small):
            left.pop()
            if not left:
                return start if word[0].isupper() else None
        elif word in small:
            continue
        elif len(initials) > 1 and left[-len(initials) :] == [i.upper() for i in initials]:
            del left[-len(initials) :]
            if not left:
                return start
        else:
            return None
    return None


def _form_end(text: str, start: int, bracket: int) -> int:
    """Where the form ends before the bracket: without a blank and a possessive ("the Ice Agency's (IA) office")."""
    form = text[start:bracket].rstrip()
    return start + len(_POSSESSIVE.sub("", form))


def _by_syllables(text: str) -> Iterator[Definition]:
    """Forms whose words lend the acronym one or more of their first letters."""
    for match in _SYLLABLES_IN_BRACKETS.finditer(text):
        letters = key_of(match[1]).replace(" ", "").replace("-", "")
        if not letters.isalpha() or len(letters) < _FEWEST_LETTERS or letters in phrases("no_acronyms"):
            continue
        start = _syllables_start(text, match.start(), letters)
        if start is not None:
            yield Definition((start, _before_small_kind(text, start, _form_end(text, start, match.start()))), match.span(1))


def _before_small_kind(text: str, start: int, end: int) -> int:
    """ "Global Ice Data initiative (GIDA)" is named before the small word for its kind."""
    last = text.rfind(" ", start, end)
    return last if last > start and key_of(text[last:end]) in organization_words() and text[last + 1].islower() else end


def _syllables_start(text: str, end: int, letters: str) -> int | None:
    """The nearest capitalised word from which the form's words spell the acronym; None where none does."""
    first = max(0, end - _LONGEST_FORM)
    for stop in _CLAUSE_END.finditer(text, first, end):
        first = stop.end()
    words = [(m.start() + _elided(m[0]), m[0][_elided(m[0]) :]) for m in _TOKEN.finditer(text, first, end)][-_LONGEST:]
    for at in range(len(words) - 1, -1, -1):
        start, word = words[at]
        if word[0].isupper() and key_of(word)[:1] == letters[0] and _spells([w for _, w in words[at:]], letters):
            return start
    return None


def _elided(word: str) -> int:
    return 2 if _ELIDED.match(word) else 0


def _spells(words: list[str], letters: str) -> bool:
    """Whether the words, in order, spell the letters: each one or more of its first letters, or none; three words at least."""
    states = {(0, 0, 0)}  # letters spelled, words used, capitalised words skipped
    for at, word in enumerate(words):
        following: set[tuple[int, int, int]] = set()
        inner = _INNER_CAPITALS.search(word)
        keys = [key_of(word), key_of(inner[0])] if inner else [key_of(word)]
        for spelled, used, skipped in states:
            missed = skipped + word[0].isupper()
            if at and missed <= _MOST_SKIPPED:
                following.add((spelled, used, missed))
            for key in keys:
                following.update((spelled + taken, used + 1, skipped) for taken in _shared(key, letters, spelled))
        states = following
    return any(spelled == len(letters) and used >= _FEWEST_LETTERS for spelled, used, _ in states)


def _shared(key: str, letters: str, spelled: int) -> range:
    """With how many of its first letters a word can go on spelling."""
    most = 0
    while most < len(key) and spelled + most < len(letters) and key[most] == letters[spelled + most]:
        most += 1
    return range(1, most + 1)
