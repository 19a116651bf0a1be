"""Names of people for training sentences: every region and many scripts, real words of names mixed with invented ones.

Invented surnames are built from pieces, so that the model learns the form and the surroundings of a name, not a list.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from data_files import data_file
from letters import Letters, letters_of


def _data() -> Mapping[str, Any]:
    return data_file("people.toml")


@cache
def _pieces(name: str) -> tuple[str, ...]:
    value = _data()["pieces"][name]
    return tuple(value.split() if isinstance(value, str) else value)


@cache
def _regions() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The (first names, surnames) of each region."""
    return tuple((_names(region["first"]), _names(region["last"])) for region in _data()["regions"].values())


def _names(listed: str) -> tuple[str, ...]:
    """The names of one list; "_" stands for a blank inside one: "Ni_Luh", "binti_Rahim"."""
    return tuple(name.replace("_", " ") for name in listed.split())


@dataclass(frozen=True, slots=True)
class PersonName:
    """A whole name, and how its bearer is named with one word."""

    full: str
    first: str
    last: str


@cache
def _faker(locale: str) -> object | None:
    from faker import Faker

    try:
        return Faker(locale)
    except (AttributeError, ImportError, ValueError):
        return None


def _of_locale(rng: random.Random, locale: str) -> tuple[str, str] | None:
    fake = _faker(locale)
    if fake is None:
        return None
    fake.seed_instance(rng.getrandbits(32))  # type: ignore[attr-defined]
    try:
        return str(fake.first_name()), str(fake.last_name())  # type: ignore[attr-defined]
    except (AttributeError, IndexError):
        return None


@cache
def _of_regions() -> tuple[Letters, ...]:
    """How the surnames of each region are spelled."""
    return tuple(letters_of(lasts) for _, lasts in _regions())


@cache
def _first_of_regions() -> tuple[Letters, ...]:
    """How the first names of each region are spelled."""
    return tuple(letters_of(firsts) for firsts, _ in _regions())


def invented(rng: random.Random) -> str:
    """A word that could be a surname somewhere."""
    return rng.choice(_of_regions()).word(rng) if rng.random() < 0.7 else _from_pieces(rng)


def _from_pieces(rng: random.Random) -> str:
    word = ""
    for _ in range(rng.choice((1, 2, 2, 3))):
        word += rng.choice(_pieces("onsets")) + rng.choice(_pieces("vowels"))
        word += rng.choice(_pieces("codas")) if rng.random() < 0.4 else ""
    if rng.random() < 0.5:
        word += rng.choice(_pieces("endings"))
    return word[:1].upper() + word[1:]


def _glued(rng: random.Random, syllables: tuple[str, ...], count: int, join: str = "") -> str:
    """Syllables as one word, or two words where ``join`` is a blank; "-+" is a hyphen with a capital behind it."""
    drawn = [rng.choice(syllables) for _ in range(count)]
    word = join.rstrip("+").join(part.capitalize() if join in {"-+", " "} else part for part in drawn)
    return word[:1].upper() + word[1:]


def _syllabic(rng: random.Random) -> PersonName:
    """A name of a language that puts given names together from syllables, in one of its orders."""
    languages = list(_data()["syllabic"].values())
    language = rng.choices(languages, [one["share"] for one in languages])[0]
    syllables, lasts = tuple(language["syllables"].split()), tuple(language["last"].split())
    joins = language["joins"]
    given = _glued(rng, syllables, rng.choice((1, 2, 2, 2)) if "" in joins and len(joins) > 1 else 2, rng.choice(joins))
    last = rng.choice(lasts) if lasts[0][0].isupper() else _glued(rng, lasts, rng.choice((2, 2, 3)))
    last = last.upper() if rng.random() < 0.03 else last
    order = rng.choice(language["orders"])
    more = _glued(rng, syllables, 2, "") if order.count("{f}") > 1 else ""
    full = order.replace("{f}", given, 1).replace("{f}", more).replace("{l}", last)
    return PersonName(full, given, last)


def person(rng: random.Random) -> PersonName:
    """A name of any region: double surnames, initials, particles, capitals and other scripts in their share."""
    draw = rng.random()
    if draw < 0.02:
        pair = _of_locale(rng, rng.choice(_pieces("script_locales")))
        if pair:
            return PersonName(f"{pair[0]} {pair[1]}", *pair)
    if draw < 0.17:
        return _syllabic(rng)
    if draw < 0.66:
        number = rng.randrange(len(_regions()))
        firsts, lasts = _regions()[number]
        first, last = rng.choice(firsts), rng.choice(lasts)
        if rng.random() < 0.5:
            return _shaped(rng, *_like(rng, number, first, last))
    else:
        first, last = _of_locale(rng, rng.choice(_pieces("locales"))) or (invented(rng), invented(rng))
    if rng.random() < 0.3:
        last = invented(rng)
    if rng.random() < 0.12:
        first = invented(rng)
    return _shaped(rng, first.strip(), last.strip())


def _like(rng: random.Random, number: int, first: str, last: str) -> tuple[str, str]:
    """One of both names, or both, exchanged for a new one in the manner of the region of that number."""
    draw = rng.random()
    if draw < 0.7:
        first = _first_of_regions()[number].word(rng)
    if draw > 0.4:
        last = _of_regions()[number].word(rng)
    return first, last


def _other_last(rng: random.Random) -> str:
    if rng.random() < 0.5:
        return invented(rng)
    return rng.choice(rng.choice(_regions())[1])


def _shaped(rng: random.Random, first: str, last: str) -> PersonName:
    draw = rng.random()
    if " " in last:
        pass  # a name with its particle: "binti Rahim"
    elif draw < 0.2:
        last = f"{last}-{_other_last(rng)}"
    elif draw < 0.3:
        last = f"{last} {_other_last(rng)}"
    elif draw < 0.39:
        particle = rng.choice(_pieces("particles"))
        last = f"{particle}{last}" if particle[-1] == "'" or particle == "Mc" else f"{particle} {last}"
    draw = rng.random()
    given = first
    if draw < 0.05:
        given = f"{first} {rng.choice('ABCDEFGHJKLMNPRSTW')}."
    elif draw < 0.14:
        given = f"{first} {rng.choice(rng.choice(_regions())[0])}"
    elif draw < 0.16:
        given = f"{first[0]}."
    draw = rng.random()
    if draw < 0.03:
        return PersonName(f"{given} {last.upper()}", first, last)
    if draw < 0.05:
        return PersonName(f"{last} {given}", first, last)
    return PersonName(f"{given} {last}", first, last)
