"""Words of offices, of organisations, of address, and given names, from ``data/``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from igf_extract.vocab.fold import fold, fold_accents
from igf_extract.vocab.load import read_data


def _set(values: list[str]) -> frozenset[str]:
    return frozenset(fold(value) for value in values)


def _section(file: str, *path: str) -> Any:
    value: Any = read_data(file)
    for key in path:
        value = value[key]
    return value


@cache
def job_words(name: str) -> frozenset[str]:
    """One list of ``data/job_words.toml``, folded: heads, doubtful, qualifiers, areas, owners."""
    return _set(_section("job_words.toml", name))


@cache
def job_links(name: str) -> tuple[str, ...]:
    """Words between an office and its body, longest first; ``name`` is always or body."""
    return tuple(sorted((fold(link) for link in _section("job_words.toml", "links", name)), key=lambda link: (-len(link), link)))


@cache
def biography_words() -> tuple[str, ...]:
    return tuple(_section("job_words.toml", "biography"))


@cache
def organization_words(name: str = "words") -> frozenset[str]:
    """One list of ``data/organization_words.toml``, folded: words, parts, suffixes, not_bodies."""
    return _set(_section("organization_words.toml", name))


@cache
def organization_starts(name: str = "begins") -> tuple[str, ...]:
    """Beginnings (``begins``) or endings (``endings``) of organisations' names, folded but with their blanks kept."""
    return tuple(value.casefold() for value in _section("organization_words.toml", name))


@cache
def known_organizations() -> Mapping[str, str]:
    """Folded name -> written name of well-known bodies."""
    return MappingProxyType({fold(name): name for name in _section("organization_words.toml", "known")})


@cache
def honorifics(name: str) -> frozenset[str]:
    """One list of ``data/honorifics.toml`` without its points: dropped, title, suffixes; or as it is: notes, particles, joint, tails."""
    return frozenset(
        fold(word).replace(".", "").replace("-", " ") if name in ("dropped", "title", "suffixes") else fold(word)
        for word in _section("honorifics.toml", name)
    )


@cache
def placeholder_words(name: str) -> tuple[str, ...]:
    """One list of the placeholders: begins, holds, articles, representatives, unnamed."""
    return tuple(fold(word) for word in _section("honorifics.toml", "placeholders", name))


@cache
def given_names() -> frozenset[str]:
    """Frequent given names, folded, without accents."""
    return frozenset(fold_accents(name) for name in _section("given_names.toml", "names").split())
