"""The word lists about names, read once and turned round for looking up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from igf_extract.identity.letters import is_han, plain
from igf_extract.vocab.load import read_data


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """``data/names.toml`` turned round.

    ``variants``: word -> the numbers of the lists that hold it; ``formal_of``: nickname -> formal names; ``small``: particles of all
    kinds; ``weak``: words that say nothing when shared; ``readings``: Han character -> its sound.
    """

    honorifics: frozenset[str]
    careful_honorifics: frozenset[str]
    maybe_honorifics: frozenset[str]
    particles: frozenset[str]
    arabic: frozenset[str]
    small: frozenset[str]
    weak: frozenset[str]
    suffixes: Mapping[str, str]
    variants: Mapping[str, frozenset[int]]
    formal_of: Mapping[str, frozenset[str]]
    common: frozenset[str]
    readings: Mapping[str, str]
    given: frozenset[str]
    abbreviations: Mapping[str, str]


def _numbers(groups: Iterable[Iterable[str]]) -> Mapping[str, frozenset[int]]:
    out: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for word in group:
            out.setdefault(plain(word), set()).add(number)
    return MappingProxyType({word: frozenset(found) for word, found in out.items()})


@cache
def names() -> NameLexicon:
    """Raises ``DataFileError`` where ``data/names.toml`` is missing or wrong."""
    data = read_data("names.toml")
    formal: dict[str, set[str]] = {}
    for first, *short in data["nicknames"]["groups"]:
        for word in short:
            formal.setdefault(plain(word), set()).add(plain(first))
    same = {word: first for first, *rest in data["suffixes"]["same"] for word in rest}
    given = read_data("given_names.toml")["names"]
    return NameLexicon(
        honorifics=frozenset(data["honorifics"]["words"]),
        careful_honorifics=frozenset(data["honorifics"]["not_alone"]),
        maybe_honorifics=frozenset(data["honorifics"]["maybe"]),
        particles=frozenset(data["particles"]["words"]),
        arabic=frozenset(data["particles"]["arabic"]),
        small=frozenset((*data["particles"]["words"], *data["particles"]["arabic"], *data["particles"]["filial"])),
        weak=frozenset(data["particles"]["weak"]),
        suffixes=MappingProxyType({word: same.get(word, word) for word in data["suffixes"]["words"]}),
        variants=_numbers(data["variants"]["groups"]),
        formal_of=MappingProxyType({word: frozenset(found) for word, found in formal.items()}),
        common=frozenset(data["common"]["words"]),
        readings=MappingProxyType({char: sound for sound, chars in data["pinyin"].items() for char in chars}),
        abbreviations=MappingProxyType(dict(data["abbreviations"]["words"])),
        given=frozenset(plain(word) for word in (given.split() if isinstance(given, str) else given)),
    )


@dataclass(frozen=True, slots=True)
class Places:
    """Words of a country or a people, and of a city -> country code; code -> regional group."""

    names: Mapping[str, str]
    cities: Mapping[str, str]
    region: Mapping[str, str]

    def country(self, text: str) -> str | None:
        """The country that a whole piece of text names (a country, its people, one of its cities), or None."""
        key = plain(text).strip(" .()")
        return self.names.get(key) or self.cities.get(key)


@cache
def places() -> Places:
    """Raises ``DataFileError`` where ``data/body_places.toml`` or ``data/countries.toml`` is missing or wrong."""
    data = read_data("body_places.toml")
    by_name: dict[str, str] = {}
    for code, spelled in (*sorted(read_data("countries.toml")["names"].items()), *data["peoples"].items()):
        for word in spelled:
            by_name.setdefault(plain(word), code)
    cities = {plain(word): code for code, spelled in data["cities"].items() for word in spelled}
    region = {code: name for name, codes in data["regions"].items() for code in codes.split()}
    return Places(MappingProxyType(by_name), MappingProxyType(cities), MappingProxyType(region))


@dataclass(frozen=True, slots=True)
class BodyLexicon:
    """``data/body_words.toml`` turned round."""

    stop: frozenset[str]
    legal: frozenset[tuple[str, ...]]
    kinds: frozenset[str]
    units: frozenset[tuple[str, ...]]
    university: frozenset[str]
    public: frozenset[str]
    ministry: frozenset[str]
    concept: Mapping[str, str]
    han: Mapping[str, str]
    compounds: Mapping[str, tuple[str, ...]]
    spellings: Mapping[str, str]
    legal_first: frozenset[str]
    no_place: frozenset[str]
    beside: frozenset[str]
    address_ends: frozenset[str]
    second_level: frozenset[str]


def _concepts(table: Mapping[str, Iterable[str]]) -> tuple[dict[str, str], dict[str, str]]:
    words: dict[str, str] = {}
    han: dict[str, str] = {}
    for head, spelled in table.items():
        for word in (head, *spelled):
            target = han if any(is_han(c) for c in word) else words
            target.setdefault(plain(word), head)
    return words, han


@cache
def bodies() -> BodyLexicon:
    """Raises ``DataFileError`` where ``data/body_words.toml`` is missing or wrong."""
    data = read_data("body_words.toml")
    concept, han = _concepts(data["concepts"])
    return BodyLexicon(
        stop=frozenset(data["stop"]),
        legal=frozenset(tuple(form.replace(".", " ").split()) for form in data["legal"]) | frozenset((form,) for form in data["legal"]),
        kinds=frozenset(concept.get(plain(word), plain(word)) for word in data["kinds"]),
        units=frozenset(tuple(plain(unit).replace("-", " ").split()) for unit in data["units"]),
        university=frozenset(plain(word) for word in data["university"]),
        public=frozenset(plain(word) for word in data["public"]),
        ministry=frozenset(plain(word) for word in data["ministry"]),
        concept=MappingProxyType(concept),
        han=MappingProxyType(han),
        compounds=MappingProxyType({word: tuple(parts) for word, parts in data["compounds"].items()}),
        spellings=MappingProxyType(dict(data["spellings"])),
        legal_first=frozenset(data["legal_first"]),
        no_place=frozenset(data["no_place"]),
        beside=frozenset(data["beside"]),
        address_ends=frozenset(data["address_ends"]),
        second_level=frozenset(data["second_level"]),
    )
