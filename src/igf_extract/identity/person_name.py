"""A person's name taken apart for comparing: words, initials, suffix; nothing is said about which word is the family name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import regex

from igf_extract.identity.letters import is_han, plain, unlocked
from igf_extract.identity.lexicon import names

_SPLIT = regex.compile(r"[\s\-.,·•/()\"“”]+")
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class PersonName:
    """``words``: the full words in order, particles among them; ``initials``: single letters, whose place is not kept.

    ``core``: the words without particles (all of them where nothing else is left). ``ordered`` tells two written orders
    apart, ``key`` does not. ``han`` holds the characters of a name in Han script.
    """

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    suffix: str = ""
    han: str = ""
    arabic: bool = False
    # made from the others, once, because they are asked for very often
    core: tuple[str, ...] = field(init=False, compare=False, repr=False)
    ordered: str = field(init=False, compare=False, repr=False)
    key: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        small = names().small
        core = tuple(word for word in self.words if word not in small) or self.words
        object.__setattr__(self, "core", core)
        object.__setattr__(self, "ordered", " ".join((*self.words, *self.initials, self.suffix)).strip() + self.han)
        object.__setattr__(self, "key", " ".join((*sorted(core), *sorted(self.initials), self.suffix)).strip() + self.han)

    def __hash__(self) -> int:
        return hash(self.ordered)

    @property
    def single(self) -> bool:
        return len(self.core) == 1 and not self.initials


def _without_honorifics(words: list[str]) -> list[str]:
    lexicon = names()
    while len(words) > 1 and words[0] in lexicon.honorifics:
        if words[0] in lexicon.careful_honorifics and len(words) < 3:
            break
        words = words[1:]
    return words


def _from_han(text: str) -> PersonName | None:
    characters = "".join(c for c in text if is_han(c))
    parts = [part for part in ("".join(c for c in piece if is_han(c)) for piece in text.split()) if part]
    readings = names().readings
    if not 2 <= len(characters) <= 4 or any(c not in readings for c in characters):
        return PersonName((characters,), han=characters) if characters else None
    if len(parts) == 1:
        cut = 2 if len(characters) == 4 else 1
        parts = [characters[:cut], characters[cut:]]
    ordered = "".join(sorted(characters))
    return PersonName(tuple("".join(readings[c] for c in part) for part in parts), han=ordered)


def _written_out(text: str) -> str:
    """``Ma. Teresa Quillon`` -> ``maria Teresa Quillon``."""
    words = text.split()
    short = names().abbreviations
    return " ".join(short.get(word.lower(), word) for word in words) if len(words) > 2 else text


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Words, and whether each stands for initials (``JC``, ``K.``)."""
    shouted = text.isupper()
    text = _written_out(text)
    found = []
    for raw in _SPLIT.split(text):
        word = "".join(c for c in plain(raw) if c.isalnum())
        if not word:
            continue
        short = len(word) == 1 or (not shouted and raw.isupper() and 2 <= len(raw) <= 3 and not any(c in "aeiouy" for c in word[:-1]))
        found.append((word, short))
    return found[: _MOST_WORDS * 2]


@lru_cache(maxsize=50_000)
def read_name(written: str) -> PersonName | None:
    """A name as written -> its parts, or None where nothing of a name is left.

    >>> read_name("Dr. José I. Muñoz").key
    'jose munoz i'
    >>> read_name("FOFANA Mariam").key == read_name("Mariam Fofana").key
    True
    """
    text = unlocked(written).strip()[:200]
    if any(is_han(c) for c in text) and not regex.search(r"\p{Latin}", text):
        return _from_han(text)
    lexicon = names()
    pieces = _pieces(text)
    kept = _without_honorifics([word for word, _ in pieces])
    pieces = pieces[len(pieces) - len(kept) :]
    suffix = ""
    if len(pieces) > 2 and pieces[-1][0] in lexicon.suffixes:
        suffix, pieces = lexicon.suffixes[pieces[-1][0]], pieces[:-1]
    words = [word for word, short in pieces if not short]
    initials = [letter for word, short in pieces if short for letter in word]
    if "v" in initials and len(words) > 1:  # "v. Reichenau" is a particle, or an initial that says little
        initials.remove("v")
    if not words:
        return None
    return PersonName(tuple(words[:_MOST_WORDS]), tuple(initials[:4]), suffix, "", any(word in lexicon.arabic for word in words))
