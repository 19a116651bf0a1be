"""Names of companies and platforms of one or two words, and of things that look like them: tools, cables, films, villages.

A brand is made of other pieces than a surname, so that the model does not take every coined word for a person.
"""

from __future__ import annotations

import random
from functools import cache
from typing import Any

from data_files import fillers
from letters import Letters, letters_of
from people import invented

from igf_extract.vocab.institutions import institutions
from igf_extract.vocab.load import read_data


@cache
def words(name: str) -> tuple[str, ...]:
    """One list of the table ``brand`` of ``data/fillers.toml``."""
    value: Any = fillers()["brand"][name]
    return tuple(value.split()) if isinstance(value, str) else tuple(value)


def coined(rng: random.Random) -> str:
    """One short coined word: "Zaloro", "Kivex", "Tumlr"."""
    if rng.random() < 0.5:
        return _companies().word(rng)
    word = rng.choice(words("heads")) + rng.choice(words("middles")) + rng.choice(words("ends"))
    return word[:1].upper() + word[1:]


def _syllables(rng: random.Random) -> str:
    """Two syllables of one region: "Douzhi", "Kurano", "Mpelasa"."""
    syllables = words(rng.choice(("pinyin", "kana", "bantu")))
    return "".join(rng.choice(syllables) for _ in range(rng.choice((2, 2, 3)))).capitalize()


def _run_together(rng: random.Random) -> str:
    """ "Mapworks", "PayNest", "eLagos"."""
    first, second = rng.choice(words("ordinary")), rng.choice(words("seconds"))
    return rng.choice((first + second, first + second.capitalize(), "e" + first, "i" + second.capitalize(), first + second))


def _cut_short(rng: random.Random) -> str:
    """An ordinary word without its last vowel, or with a sign of its own: "Flickr", "Yahoo!", "Circle9"."""
    word = rng.choice(words("ordinary"))
    return rng.choice((word[:-2] + "r", word + "r", word + "!", word + rng.choice("23479"), word[:-1] + "x", word[:-1] + "z"))


def ordinary(rng: random.Random) -> str:
    """An ordinary word as a name: "Signal", "Beacon"."""
    return rng.choice(words("ordinary"))


_SHARES = ((coined, 35), (_syllables, 20), (_run_together, 18), (_cut_short, 6), (ordinary, 21))


def one_word(rng: random.Random) -> str:
    """A company or platform of one word."""
    make = rng.choices([kind for kind, _ in _SHARES], [share for _, share in _SHARES])[0]
    return make(rng)


def company(rng: random.Random) -> str:
    """A company of one or two words."""
    draw = rng.random()
    if draw < 0.72:
        return one_word(rng)
    if draw < 0.9:
        return f"{one_word(rng)} {rng.choice(words('tails'))}"
    return f"{ordinary(rng)} {ordinary(rng)}"


def thing(rng: random.Random) -> str:
    """A tool, a standard, a cable, a satellite, a film: coined in the same ways, but no body."""
    draw = rng.random()
    if draw < 0.45:
        return one_word(rng)
    if draw < 0.6:
        return f"{one_word(rng)}-{rng.randint(1, 9)}"
    if draw < 0.75:
        return f"{one_word(rng)} {rng.randint(2, 12)}"
    return f"{ordinary(rng)} {ordinary(rng)}"


def place(rng: random.Random) -> str:
    """A village, a river, an island that no list has."""
    draw = rng.random()
    if draw < 0.15:
        return _syllables(rng)
    if draw < 0.3:
        return invented(rng)
    town = _towns().word(rng)
    return town if draw < 0.85 else f"{rng.choice(words('place_heads'))} {town}"


@cache
def _towns() -> Letters:
    """How the cities of the package's list are spelled."""
    return letters_of([*read_data("ner_places.toml")["cities"], *str(read_data("towns.toml")["towns"]).replace("_", " ").split()])


def tongue(rng: random.Random) -> str:
    """A language or a people of the package's list."""
    return rng.choice(str(read_data("towns.toml")["tongues"]).split()).replace("_", " ")


@cache
def _companies() -> Letters:
    """How the companies of the gazetteer whose name is one word are spelled."""
    return letters_of(row.name for row in institutions() if row.kind == "company" and " " not in row.name)
