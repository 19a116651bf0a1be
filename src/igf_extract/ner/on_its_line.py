"""Guesses that are no part of a sentence: a heading, a label, the item behind a label, a name alone on its line."""

from __future__ import annotations

from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.lists import given_names, is_common
from igf_extract.ner.words import lettered, words_of

_BLANKS = " \t\u00a0"
_REACH = 12  # characters of blanks before or behind
_FEWEST_WORDS = 3  # of the beginning of a sentence that looks like a name
PEOPLE = frozenset({"model", "given_name", "syllables"})


def is_alone(text: str, candidate: Candidate) -> bool:
    """Whether nothing else stands on its line."""
    return _before(text, candidate) in {"", "\n"} and _behind(text, candidate) in {"", "\n", "\r"}


def is_label_or_heading(text: str, candidate: Candidate) -> bool:
    """A guess at a body of nothing but common words: a label ("Access: …"), what stands right behind one ("Tags: Access, Trust"),
    behind the sign of a new speaker, or, of several words, alone on its line ("Opening Remarks")."""
    if candidate.label != ORG or candidate.rule != "model":
        return False
    words = lettered(words_of(candidate.of(text)))
    if not words or not all(is_common(word.key) and not word.text.isupper() for word in words):
        return False
    if len(words) > 1:
        return is_alone(text, candidate)
    return _before(text, candidate) in {":", ">"} or text[candidate.end : candidate.end + 1] == ":"


def begins_a_line_abroad(text: str, candidate: Candidate) -> bool:
    """ "Nuevas Redes Andinas presentan": in other languages than English, three capitalised words or more without a given name at the
    beginning of a line are a headline's or a body's."""
    if candidate.label != PERSON or candidate.rule != "model" or _before(text, candidate) not in {"", "\n"}:
        return False
    words = lettered(words_of(candidate.of(text)))
    goes_on = text[candidate.end : candidate.end + 1] == " " and text[candidate.end + 1 : candidate.end + 2].islower()
    return goes_on and len(words) >= _FEWEST_WORDS and not any(word.key in given_names() for word in words)


def _before(text: str, candidate: Candidate) -> str:
    """The last sign before it that is no blank; empty at the beginning of the text."""
    return text[max(0, candidate.start - _REACH) : candidate.start].rstrip(_BLANKS)[-1:]


def _behind(text: str, candidate: Candidate) -> str:
    """The first sign behind it that is no blank; empty at the end of the text."""
    return text[candidate.end : candidate.end + _REACH].lstrip(_BLANKS)[:1]
