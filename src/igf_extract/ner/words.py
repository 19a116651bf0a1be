"""The words of a text with their places, and a dictionary of word sequences that finds names in them in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, TypeVar

from igf_extract.vocab.fold import fold_accents

T = TypeVar("T")

_WORD = re.compile(r"\w+|[^\w\s]")
# letters, digits and single signs; typographic signs that differ only in print become one
_PRINT = str.maketrans("\u2011\u2010\u00a0\u202f\u2007\u2019\u2018\u02bc\u201c\u201d", "--   '''\"\"")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or sign; ``start`` and ``end`` are offsets into the text it was cut from; ``key`` is its normal form."""

    text: str
    start: int
    end: int
    key: str

    @property
    def is_name_like(self) -> bool:
        """Begins with a capital letter, or is written in a script without case."""
        first = self.text[0]
        return first.isalpha() and not first.islower()

    def gap_to(self, following: Word) -> int:
        """How many characters stand between both words: 0 where they are glued together, 1 for a blank."""
        return following.start - self.end


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The normal form under which words are compared: no case, no accents."""
    return fold_accents(word) or word


def same_length(text: str) -> str:
    """``text`` with typographic hyphens, quotes and blanks replaced one to one, so that offsets stay."""
    return text.translate(_PRINT)


def words_of(text: str) -> list[Word]:
    """Cuts ``text`` into words and signs.

    >>> [word.text for word in words_of("NIC.br, Yahoo!")]
    ['NIC', '.', 'br', ',', 'Yahoo', '!']
    """
    return [Word(m.group(), m.start(), m.end(), word_key(m.group())) for m in _WORD.finditer(same_length(text))]


def lettered(words: Iterable[Word]) -> list[Word]:
    """Those that begin with a letter: without signs and numbers."""
    return [word for word in words if word.text[0].isalpha()]


_NONE: dict[int, dict[tuple[str, ...], Any]] = {}


@dataclass(slots=True)
class Lexicon(Generic[T]):
    """Names by their words. ``add`` and ``matches`` cut text in the same way, so what was added is found."""

    _by_first: dict[str, dict[int, dict[tuple[str, ...], T]]] = field(default_factory=lambda: defaultdict(dict))
    """first word -> number of words -> all words -> value"""

    def add(self, name: str, value: T) -> None:
        """Takes up a name; of several that differ only in case or accents the first stays."""
        keys = tuple(word.key for word in words_of(name))
        if keys:
            self._by_first[keys[0]].setdefault(len(keys), {}).setdefault(keys, value)

    def __len__(self) -> int:
        return sum(len(entries) for by_length in self._by_first.values() for entries in by_length.values())

    def matches(self, words: Sequence[Word]) -> Iterator[tuple[int, int, T]]:
        """Every place where an entry stands, as (first word, word after the last, value); overlapping ones too."""
        for at, word in enumerate(words):
            for length, entries in self._by_first.get(word.key, _NONE).items():
                keys = tuple(other.key for other in words[at : at + length])
                if keys in entries:
                    yield at, at + length, entries[keys]
