"""Names of bodies with inner words: "of", "for", commas, a place or a person inside; in five languages.

The patterns are those of ``data/bodies.toml``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import brands
from data_files import data_file
from people import invented, person

from igf_extract.vocab.load import read_data

_SLOT = re.compile(r"\{(\w+)\}")


def _data() -> Mapping[str, Any]:
    return data_file("bodies.toml")


@cache
def _places(kind: str) -> tuple[str, ...]:
    return tuple(read_data("ner_places.toml")[kind])


def _place(rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.5:
        return rng.choice(_places("countries"))
    return rng.choice(_places("cities")) if draw < 0.75 else brands.place(rng)


def _word(rng: random.Random, slot: str) -> str:
    """What a slot of a pattern stands for: a place, a person's name, a coined word, or a word of the list of that name."""
    if slot == "place":
        return _place(rng)
    if slot == "country":
        return rng.choice(_places("countries"))
    if slot == "person":
        return person(rng).full
    if slot == "last":
        return person(rng).last
    if slot == "coined":
        return brands.one_word(rng) if rng.random() < 0.5 else invented(rng)
    return str(rng.choice(_data()["lists"][slot]))


def _filled(rng: random.Random, pattern: str) -> str:
    return _SLOT.sub(lambda match: _word(rng, match[1]), pattern)


def nested(rng: random.Random) -> str:
    """Any of the patterns: "Sub-Committee on Ports, Fisheries and Trade", "Friends of the Common Net", "Ana Ruiz Foundation"."""
    if rng.random() < 0.25:
        return in_language(rng)
    group = rng.choice(("offices", "councils", "movements", "movements", "houses", "technical"))
    return _filled(rng, rng.choice(_data()["patterns"][group]))


def of_state(rng: random.Random) -> str:
    """A ministry or agency with its state: "Ministry of Labour and Trade of Ghana"."""
    return _filled(rng, rng.choice(_data()["patterns"]["state"]))


def in_language(rng: random.Random) -> str:
    """A body with inner words whose name is Spanish, French, Portuguese or German."""
    return _filled(rng, rng.choice(_data()["patterns"][rng.choice(("es", "fr", "pt", "de"))]))


def of_group(group: str) -> Callable[[random.Random], str]:
    """Draws from one group of patterns."""
    return lambda rng: _filled(rng, rng.choice(_data()["patterns"][group]))
