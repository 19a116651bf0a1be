"""New words in the manner of a list: each letter is drawn from those that follow the two before it in the list's own words.

So an invented surname, town or company has the ends and the sound of real ones of its region, and stands in no list.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_EDGE = "\0"
_BEFORE = 2  # letters
_TRIES = 12
_LENGTHS = range(3, 14)


@dataclass(frozen=True, slots=True)
class Letters:
    """Which letters follow two others in ``words``."""

    following: dict[str, str]
    words: frozenset[str]

    def word(self, rng: random.Random) -> str:
        """A new word with a capital; one of the list where none comes out."""
        for _ in range(_TRIES):
            made = ""
            while len(made) < _LENGTHS.stop:
                letter = rng.choice(self.following[(_EDGE * _BEFORE + made)[-_BEFORE:]])
                if letter == _EDGE:
                    break
                made += letter
            if len(made) in _LENGTHS and made not in self.words:
                return made[:1].upper() + made[1:]
        return rng.choice(sorted(self.words)).capitalize()


def letters_of(words: Iterable[str]) -> Letters:
    """Reads the words of one list; several words in one entry, and hyphens, count as separate ones.

    >>> letters_of(["Kandu"]).following["an"]
    'd'
    """
    plain = sorted({part.casefold() for word in words for part in word.replace("-", " ").split() if part.isalpha() and len(part) > 2})
    following: defaultdict[str, str] = defaultdict(str)
    for word in plain:
        padded = _EDGE * _BEFORE + word + _EDGE
        for at in range(_BEFORE, len(padded)):
            following[padded[at - _BEFORE : at]] += padded[at]
    return Letters(dict(following), frozenset(plain))
