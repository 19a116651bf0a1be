"""Words of offices, of organisations, of address, and given names, from ``data/``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from igf_extract.vocab.fold import fold, fold_accents
from igf_extract.vocab.institutions import institutions
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import longest_first


def _set(values: list[str]) -> frozenset[str]:
    return frozenset(fold(value) for value in values)


def _section(file: str, *path: str) -> Any:
    value: Any = read_data(file)
    for key in path:
        value = value[key]
    return value


@cache
def job_words(*names: str) -> frozenset[str]:
    """Lists of ``data/job_words.toml`` joined, folded: heads (occupations among them), doubtful, qualifiers, areas, owners and so on."""
    lists = (*names, "occupations") if "heads" in names else names
    return frozenset().union(*(_set(_section("job_words.toml", name)) for name in lists))


@cache
def job_edges(name: str) -> tuple[str, ...]:
    """One list of ``job_words`` with which offices begin or end, as ``str.startswith`` and ``str.endswith`` take it."""
    return tuple(sorted(job_words(name)))


@cache
def sure_heads(*more: str) -> frozenset[str]:
    """Words that are offices wherever they stand, and the lists ``more`` of ``job_words``."""
    return (job_words("heads") - job_words("doubtful")) | job_words(*more)


@cache
def job_links(name: str) -> tuple[str, ...]:
    """Words between an office and its body, longest first; ``name`` is always, body or after_name."""
    return longest_first(map(fold, _section("job_words.toml", "links", name)))


@cache
def pair_words() -> tuple[str, ...]:
    """Words between two persons or bodies, longest first."""
    return longest_first(map(fold, _section("honorifics.toml", "pairs")))


@cache
def function_words() -> frozenset[str]:
    """Small words of sentences in the languages of the forum; particles of names are not among them."""
    return frozenset(_section("common_words.toml", "function").split())


@cache
def plain_words() -> frozenset[str]:
    """Frequent English words that are no names."""
    return frozenset(_section("common_words.toml", "words").split())


@cache
def biography_words() -> tuple[str, ...]:
    """Words with which the life of a person is told, as the file writes them."""
    return tuple(_section("job_words.toml", "biography"))


@cache
def organization_words(*names: str) -> frozenset[str]:
    """Lists of ``data/organization_words.toml`` joined, folded: words (where none is named), parts, suffixes, sections, verbs and so on."""
    return frozenset().union(*(_set(_section("organization_words.toml", name)) for name in names or ("words",)))


@cache
def organization_starts(name: str = "begins") -> tuple[str, ...]:
    """Beginnings (``begins``) or endings (``endings``) of organisations' names, folded but with their blanks kept."""
    return tuple(value.casefold() for value in _section("organization_words.toml", name))


@cache
def _known() -> Mapping[str, bool]:
    """Folded name of a well-known body -> whether it must be written in capitals ("FIRST", "SIDA")."""
    names: list[str] = list(_section("organization_words.toml", "known"))
    for entry in _section("organizations.toml", "organizations"):
        names += [entry["name"], *entry["short"], *entry["also"]]
    for row in institutions():
        names += [row.name] if row.care != "word" else []
        names += [row.acronym] if len(row.acronym) > 2 else []
    table: dict[str, bool] = {}
    for name in names:
        if len(name) > 1:
            table[fold(name)] = table.get(fold(name), True) and name.isupper() and len(name) < 6
    return MappingProxyType(table)


@lru_cache(maxsize=16384)
def is_known_organization(text: str) -> bool:
    """Whether the whole of ``text`` is the name or acronym of a well-known body.

    >>> is_known_organization("Internet Society"), is_known_organization("FIRST"), is_known_organization("First")
    (True, True, False)
    """
    key = fold(text)
    for form in (key, key.removeprefix("the ")):
        capitals = _known().get(form)
        if capitals is not None:
            return not capitals or text.strip().isupper() or sum(map(str.isupper, text)) > 1
    return False


@cache
def honorifics(name: str) -> frozenset[str]:
    """One list of ``data/honorifics.toml`` without its points: dropped, title, suffixes; or as it is: notes, particles, joint, tails."""
    return frozenset(
        fold(word).replace(".", "").replace("-", " ") if name in ("dropped", "title", "suffixes") else fold(word)
        for word in _section("honorifics.toml", name)
    )


@cache
def honorific_starts() -> tuple[str, ...]:
    """What an honorific in front of a name begins with, for a first look at a text."""
    return tuple(honorifics("dropped") | honorifics("title"))


@cache
def placeholder_words(name: str) -> tuple[str, ...]:
    """One list of the placeholders: begins, holds, articles, representatives, unnamed."""
    return tuple(fold(word) for word in _section("honorifics.toml", "placeholders", name))


@cache
def given_names() -> frozenset[str]:
    """Frequent given names, folded, without accents."""
    return frozenset(fold_accents(name) for name in _section("given_names.toml", "names").split())


@cache
def never_in_names() -> frozenset[str]:
    """Words that no person's name holds, folded, without accents; given names are never among them."""
    return frozenset(fold_accents(word) for word in _section("given_names.toml", "never").split()) - given_names()
