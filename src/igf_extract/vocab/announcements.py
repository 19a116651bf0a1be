"""Sentences that announce a list of people in words of their own: "The workshop is jointly organised by the following bodies:".

No list of spellings holds them all; every word of such a sentence is one of a small set, and one of them says who follows.
"""

from __future__ import annotations

import re
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


@cache
def _known() -> frozenset[str]:
    return _words("plain").union(_words("organizers"), _words("moderator"), _words("speakers"), _words("taking_part"), _words("asked"))


def announced_people(folded: str) -> str | None:
    """The key of the people whom a folded sentence without its colon announces; None where any of its words says something else.

    >>> announced_people("the workshop is jointly organised by the following bodies"), announced_people("the session is moderated by")
    ('organizers', 'moderator')
    >>> announced_people("speakers will discuss the following") is None
    True
    """
    words = _WORD.findall(folded) if len(folded) <= _LONGEST else []
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
