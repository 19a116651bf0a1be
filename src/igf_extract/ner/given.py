"""People by a frequent given name: "Maria" and one to three more capitalised words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from igf_extract.ner.candidate import PERSON, Candidate
from igf_extract.ner.lists import given_names, never_in_person, phrases
from igf_extract.ner.words import Word
from igf_extract.vocab.load import read_data
from igf_extract.vocab.words import is_known_organization

_MOST_WORDS = 6  # particles counted
_AND = frozenset({"y", "e", "i"})
_ELIDED = frozenset({"d", "l", "qu"})  # "d'Edward Lee"
_OF = frozenset({"de", "da", "do", "du", "del"})
_LONGEST_BODY = 4  # words


def given_name_candidates(words: Sequence[Word], offset: int) -> Iterator[Candidate]:
    """Full names in a paragraph that begin with a given name of the list."""
    at = 0
    while at < len(words):
        after = _name_end(words, at) if _may_begin(words, at) else at
        if after > at:
            yield Candidate(offset + words[at].start, offset + words[after - 1].end, PERSON, "given_name")
        at = max(at + 1, after)


def _may_begin(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.key not in given_names() or word.key in phrases("name_particles") or word.text in _function_words():
        return False
    return word.is_name_like and not _goes_before(words, at)


@cache
def _function_words() -> frozenset[str]:
    """ "Según", which only without its accent is a given name."""
    return frozenset(read_data("not_names.toml")["before_people"])


def _has_apostrophe(words: Sequence[Word], at: int) -> bool:
    """ "To'imoana"."""
    if at + 2 >= len(words) or words[at + 1].text != "'":
        return False
    return words[at].gap_to(words[at + 1]) == words[at + 1].gap_to(words[at + 2]) == 0


def _goes_before(words: Sequence[Word], at: int) -> bool:
    """Whether the word before is a capitalised part of the same phrase."""
    if at == 0 or words[at - 1].gap_to(words[at]) > 1:
        return False
    before = words[at - 1]
    if before.text == "'" and at > 1 and words[at - 2].key in _ELIDED:
        return False
    if before.gap_to(words[at]) == 0 and before.text in "-'@./_":
        return True
    return before.is_name_like and before.key not in phrases("address_before") | phrases("starters")


def _name_end(words: Sequence[Word], at: int) -> int:
    """The word after the name, or ``at`` where no surname follows."""
    end, i = at + 1, at + 1
    joined = False  # right after a hyphen, or a particle
    full = False
    while i < len(words) and i - at < _MOST_WORDS:
        word = words[i]
        gap = words[i - 1].gap_to(word)
        if word.text in "-'" and gap == 0:
            joined = True
        elif word.text == "." and gap == 0 and len(words[i - 1].text) == 1:
            pass
        elif gap > 1 or (gap == 0 and not joined) or _is_something_else(words, at, i, full):
            break
        elif word.is_name_like:
            if _is_no_surname(words, i, full):
                return at
            end, full = i + 1, full or (gap == 1 and len(word.text) > 1)
            joined = False
        elif word.key in phrases("name_particles") or (joined and gap == 0):
            if joined and gap == 0:
                end = i + 1
            joined = False
        else:
            break
        i += 1
    return end if full else at


def _is_something_else(words: Sequence[Word], at: int, i: int, full: bool) -> bool:
    """A degree, the next person ("Erick Lund y Claudia Frost"), the person's body, or the next sentence."""
    word = words[i]
    if word.key in phrases("after_person"):
        return True
    if not word.is_name_like:
        return word.key in _AND and i + 1 < len(words) and words[i + 1].key in given_names() | phrases("before_names")
    return (full and words[i - 1].key in _OF and _is_a_body(words, at, i)) or _begins_a_sentence(words, i)


def _is_a_body(words: Sequence[Word], at: int, i: int) -> bool:
    """Whether a body begins behind "de": "Ana Lund de Derechos Digitales", "Ana Lund de SES"; but "ANA DE LUND"."""
    if words[i].text.isupper() and len(words[i].text) > 1 and not words[at].text.isupper():
        return True
    known = any(is_known_organization(" ".join(w.text for w in words[i : i + count])) for count in range(1, _LONGEST_BODY + 1))
    return known or words[i].key in never_in_person()


def _begins_a_sentence(words: Sequence[Word], i: int) -> bool:
    """ "Ruta N. La gente": the point is no initial's where an article and a small word follow."""
    behind_point = words[i - 1].text == "." and words[i].key in phrases("starters")
    return behind_point and i + 1 < len(words) and words[i + 1].text[0].islower()


def _is_no_surname(words: Sequence[Word], at: int, full: bool) -> bool:
    """A word that no person's name holds; behind a full name some of them are surnames too ("Joseph Lorenzo Hall")."""
    if words[at].key not in never_in_person() or _has_apostrophe(words, at):
        return False
    return not (full and words[at].key in phrases("surnames_too"))
