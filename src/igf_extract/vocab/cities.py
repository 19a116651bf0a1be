"""Cities and peoples of ``data/body_places.toml``, which tell where a person lives or is from and are no bodies that she belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from igf_extract.vocab.fold import fold, fold_accents
from igf_extract.vocab.load import read_data
from igf_extract.vocab.words import is_known_organization


@cache
def _codes(kind: str) -> Mapping[str, str]:
    doubtful = set(read_data("body_words.toml")["no_place"])
    table = read_data("body_places.toml")[kind]
    return MappingProxyType({fold_accents(name): code for code, names in table.items() for name in names if name not in doubtful})


def _code_of(kind: str, text: str) -> str | None:
    return _codes(kind).get(fold_accents(fold(text).strip(" .,")))


def land_of_people(text: str) -> str | None:
    """The country (ISO 3166 alpha-2) whose people the whole of ``text`` names.

    >>> land_of_people("Canadian"), land_of_people("Canadian Net Council")
    ('CA', None)
    """
    return _code_of("peoples", text)


def is_city(text: str, country: str | None) -> bool:
    """Whether the whole of ``text`` is a city of ``country`` (ISO 3166 alpha-2) or, where no country is told, any listed city.

    >>> is_city("Lima", "PE"), is_city("Lima", "NO"), is_city("Lima", None), is_city("Lima Council", "PE")
    (True, False, True, False)
    """
    code = _code_of("cities", text)
    return code is not None and code == (country or code) and not is_known_organization(text)
