"""Stakeholder groups, regional groups and countries: closed word lists of ``data/``, looked up as whole phrases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from igf_extract.vocab.fold import fold, fold_accents
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import longest_first

_EDGES = " .,;:*\"'|-"
_JOINER = re.compile(r"\s*/\s*|\s*\|\s*|\s+&\s+|\s+and\s+|\s*,\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a closed list. ``kind``: group, region, country. ``code`` None: a known word that fits no code."""

    kind: str
    code: str | None


def _key(text: str) -> str:
    return fold(text).strip(_EDGES)


@cache
def _groups() -> Mapping[str, str]:
    return MappingProxyType({_key(word): code for code, words in read_data("groups.toml")["codes"].items() for word in words})


_PEOPLE = (" representative", " rep")  # of `tails`, those that are offices as well


@cache
def _tails() -> tuple[str, ...]:
    return tuple(f" {tail}" for tail in read_data("groups.toml")["tails"])


@cache
def _regions() -> Mapping[str, str | None]:
    data = read_data("regions.toml")
    table: dict[str, str | None] = {_key(word): None for word in data["neutral"]}
    table.update({_key(word): code for code, words in data["codes"].items() if code != "intergovernmental" for word in words})
    return MappingProxyType(table)


@cache
def _regions_in_words() -> Mapping[str, str | None]:
    """The regions by their plain words: "western european and others" for "Western European & Others Group"."""
    table: dict[str, str | None] = {}
    for key, code in _regions().items():
        plain = _region_in_words(key)
        table[plain] = code if table.get(plain, code) == code else None
    return MappingProxyType(table)


def _region_in_words(key: str) -> str:
    words = key.replace("&", " and ").replace("-", " ").replace("/", " ").split()
    words = words[1:] if words[:1] == ["the"] else words
    while len(words) > 1 and words[-1] in read_data("regions.toml")["tails"]:
        words.pop()
    return " ".join(words)


@cache
def _countries() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for code, names in read_data("countries.toml")["names"].items():
        for name in names:
            table[_key(name)] = code
            table.setdefault(fold_accents(name).strip(_EDGES), code)
    return MappingProxyType(table)


@cache
def _styles() -> tuple[str, ...]:
    """Kinds of states before their names, longest first."""
    return longest_first(f"{fold(style)} " for style in read_data("countries.toml")["styles"])


@cache
def country_given_names() -> frozenset[str]:
    """Countries whose names are given names too, folded."""
    return frozenset(map(fold, read_data("countries.toml")["also_given_names"]))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(map(_key, read_data("regions.toml")["bodies"]))


def may_be_body(text: str) -> bool:
    """Whether a word for a region is the name of a body as well ("CIS", the Centre for Internet and Society)."""
    return _key(text) in _bodies()


def group_code(text: str) -> str | None:
    """The stakeholder group that ``text`` names as a whole, or None.

    >>> group_code("Civil Society perspective"), group_code("NGO"), group_code("Ministry of Justice")
    ('civil_society', 'civil_society', None)
    """
    key = _key(text)
    groups = _groups()
    if key in groups:
        return groups[key]
    if key.endswith(_tails()):
        for tail in _tails():
            # a "youth representative" is an office and no group
            if key.endswith(tail) and key[: -len(tail)] in groups and not (key.startswith("youth ") and tail in _PEOPLE):
                return groups[key[: -len(tail)]]
    return None


def lettered_group(text: str) -> Place | None:
    """The group that two letters name where a region stands beside them.

    >>> lettered_group("CS"), lettered_group("cs")
    (Place(kind='group', code='civil_society'), None)
    """
    code = read_data("groups.toml")["beside_a_region"].get(text.strip(" ."))
    return Place("group", code) if code else None


def region_place(text: str) -> Place | None:
    """The region that ``text`` names as a whole; its code is None for regions that are no group of the United Nations."""
    key = _key(text)
    if key in _regions():
        return Place("region", _regions()[key])
    opened = key.split("(", 1)[0].strip()
    if opened != key and opened in _regions() and _regions().get(_key(key[len(opened) :].strip(" ()"))) == _regions()[opened]:
        return Place("region", _regions()[opened])
    if " " in key and key.split()[-1] in read_data("regions.toml")["tails"]:
        plain = _region_in_words(key)
        return Place("region", _regions_in_words()[plain]) if plain in _regions_in_words() else None
    return None


def country_code(text: str) -> str | None:
    """The ISO 3166 alpha-2 code of the country that ``text`` names as a whole, or None.

    >>> country_code("Türkiye"), country_code("the Netherlands"), country_code("Norway and Sweden"), country_code("MOLDOVA, REPUBLIC OF")
    ('TR', 'NL', None, 'MD')
    """
    key = _key(text)
    if key in ("us", "uk") and not text.strip(_EDGES).isupper():
        return None
    table = _countries()
    forms = (key, key.removeprefix("the "), fold_accents(key), _without_style(key), _turned(key))
    spaced = (form.replace("-", " ") for form in forms if "-" in form)  # "Saudi-Arabia"
    return next((table[form] for form in (*forms, *spaced) if form in table), None)


def is_country(code: str) -> bool:
    """Whether ``code`` is the ISO 3166 alpha-2 code of a country."""
    return code in read_data("countries.toml")["names"]


def _without_style(key: str) -> str:
    """ "federal republic of germany", "the kingdom of the netherlands": the name without what kind of state it is."""
    bare = key.removeprefix("the ")
    if not bare.startswith(_styles()):
        return key
    style = next(style for style in _styles() if bare.startswith(style))
    return bare.removeprefix(style).removeprefix("the ")


def _turned(key: str) -> str:
    """ "moldova, republic of": the name before the comma where nothing but the kind of state stands behind it."""
    name, comma, rest = key.partition(", ")
    return name if comma and f"{rest.removeprefix('the ')} " in _styles() else key


@cache
def _closings() -> tuple[str, ...]:
    return tuple(style.strip() for style in _styles()) + tuple(map(_key, read_data("countries.toml")["turned"]))


def closes_country(text: str) -> bool:
    """Whether words may stand behind the comma of a country's name that is turned round ("Republic of", "the Democratic Republic of the").

    >>> closes_country("ISLAMIC REPUBLIC OF"), closes_country("Republic of Kenya")
    (True, False)
    """
    return _key(text).removesuffix(" the").endswith(_closings())


def place_of(text: str) -> Place | None:
    """The closed word that ``text`` is as a whole: a country, a region or a group; None for anything else.

    Two words of one list ("US/New Zealand") are a place without a code; a word that is a country is no region.
    """
    if not 1 < len(text) < 90:
        return None
    return _place(text)


def place_kind(text: str) -> str:
    """The kind of the closed word that ``text`` is as a whole; empty for anything else.

    >>> place_kind("Kenya"), place_kind("Civil Society"), place_kind("Kenya Airways")
    ('country', 'group', '')
    """
    place = place_of(text)
    return place.kind if place is not None else ""


@lru_cache(maxsize=16384)
def _place(text: str) -> Place | None:
    country = country_code(text)
    if country:
        return Place("country", country)
    group = group_code(text)
    if group:
        return Place("group", group)
    region = region_place(text)
    if region:
        return region
    parts = [part for part in _JOINER.split(text.strip(_EDGES)) if part]
    if len(parts) == 2:
        both = [place_of(part) for part in parts]
        if both[0] and both[1] and both[0].kind == both[1].kind:
            codes = {place.code for place in both if place}
            return Place(both[0].kind, codes.pop() if len(codes) == 1 else None)
    return None


@cache
def longest_place_words() -> int:
    """How many words the longest entry of the closed lists has."""
    tables = (_groups(), _regions(), _countries())
    return max(len(key.split()) for table in tables for key in table)
