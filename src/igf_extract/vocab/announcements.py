"""Sentences that announce a list of people in words of their own: "The workshop is jointly organised by the following bodies:".

No list of spellings holds them all; every word of such a sentence is one of a small set, and one of them says who follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data

_WORD = re.compile(r"[^\W_]+(?:['/-][^\W_]+)*")
_FEWEST, _MOST = 3, 20  # words of such a sentence
_LONGEST = 200  # characters


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(fold, read_data("announced.toml")["sentences"][name]))


def _names_whose(words: Sequence[str]) -> bool:
    """ "Co-organised by members of the Velm Coalition on Masts, including": of whom those are who follow, whatever it is called."""
    if not _FEWEST < len(words) <= _MOST or words[0] not in _words("organizers") or words[1] not in ("by", "with"):
        return False
    return words[-1] in _words("closing") and _words("verbs").isdisjoint(words)


@cache
def _known() -> frozenset[str]:
    lists = ("plain", "organizers", "moderator", "speakers", "taking_part", "asked", "consisting")
    return frozenset().union(*map(_words, lists))


def is_announcing(word: str) -> bool:
    """Whether a folded word may stand in a sentence that announces people."""
    return word in _known()


def announces(words: Sequence[str]) -> bool:
    """Whether folded words say that people are invited, confirmed or speak."""
    return any(word in _words(name) for word in words for name in ("speakers", "taking_part", "asked", "consisting"))


def announced_people(folded: str) -> str | None:
    """The key of the people whom a folded sentence without its colon announces; None where any of its words says something else.

    >>> announced_people("the workshop is jointly organised by the following bodies"), announced_people("the session is moderated by")
    ('organizers', 'moderator')
    >>> announced_people("speakers will discuss the following") is None
    True
    """
    words = _WORD.findall(folded) if len(folded) <= _LONGEST else []
    if _names_whose(words):
        return "organizers"
    if not _FEWEST <= len(words) <= _MOST or not _known().issuperset(words):
        return None
    by = [word for word, after in pairwise(words) if after in ("by", "jointly", "with")]
    if not _words("organizers").isdisjoint(by) or words[-1] in _words("organizers"):
        return "organizers"
    if not _words("speakers").isdisjoint(words):
        return "speakers"
    if not _words("moderator").isdisjoint(by):
        return "moderator"
    asked = not _words("taking_part").isdisjoint(words) and not _words("asked").isdisjoint(words)
    return "speakers" if asked else None
