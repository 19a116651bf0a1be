"""The well-known institutions of ``data/organizations.toml``, turned round for looking up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from igf_extract.identity.body_name import BodyName, acronym_key, read_body
from igf_extract.vocab.load import DataFileError, read_data


@dataclass(frozen=True, slots=True)
class Known:
    """One institution. ``seat``: country code, None for a world body. ``umbrella``: its name begins the names of others."""

    number: int
    name: str
    short: tuple[str, ...]
    also: tuple[str, ...]
    seat: str | None
    chapters: bool
    umbrella: bool


@dataclass(frozen=True, slots=True)
class KnownIndex:
    """``exact``: joined words -> institution; ``acronyms``: short name -> institutions; ``heads``: all forms as words.

    ``publics``: wording and country of ministries and regulators; ``by_name``: by the name as the list writes it.
    """

    rows: tuple[Known, ...]
    exact: Mapping[str, int]
    concepts: Mapping[str, int]
    acronyms: Mapping[str, tuple[int, ...]]
    heads: Mapping[tuple[str, ...], int]
    publics: Mapping[tuple[str, str], int]
    by_name: Mapping[str, int]

    def lookup(self, body: BodyName) -> int | None:
        """The institution that a full name is for certain, or None."""
        found = self.exact.get("".join(body.words), self.exact.get(body.joined))
        if found is None and len(body.concepts) > 1:
            found = self.concepts.get(body.sorted_concepts)
        if found is None:
            return None
        seat = self.rows[found].seat
        return None if seat and body.places and seat not in body.places else found


def _rows() -> tuple[Known, ...]:
    out = []
    for number, row in enumerate(read_data("organizations.toml")["organizations"]):
        unknown = set(row) - {"name", "short", "also", "in", "chapters", "umbrella"}
        if unknown:
            raise DataFileError(f"data/organizations.toml: {row.get('name')}: unknown key {sorted(unknown)[0]!r}")
        flags = (row.get("in"), row.get("chapters", False), row.get("umbrella", False))
        out.append(Known(number, row["name"], tuple(row["short"]), tuple(row["also"]), *flags))
    return tuple(out)


class _Tables:
    def __init__(self) -> None:
        self.exact: dict[str, int] = {}
        self.concepts: dict[str, int] = {}
        self.heads: dict[tuple[str, ...], int] = {}
        self.publics: dict[tuple[str, str], int] = {}
        self.shorts: dict[str, list[int]] = {}

    def shared(self, key: str) -> bool:
        """Is a short name that of several bodies?"""
        return len(set(self.shorts.get(key, ()))) > 1

    def add(self, row: Known, written: str) -> None:
        body = read_body(written)
        if body is None or (written in row.short and self.shared(acronym_key(written))):
            return
        if body.is_public and row.seat:
            self.publics.setdefault((body.wording, row.seat), row.number)
            if body.places or (row.seat in body.inside and written not in row.short and len(body.wording.split()) < 4):
                return  # "Ministry of ICT" is many bodies
        if body.words != body.content:
            self.exact.setdefault("".join(body.words), row.number)
        if not self.shared(body.joined):
            self.exact.setdefault(body.joined, row.number)
            self.heads.setdefault(body.content, row.number)
        if len(set(body.concepts)) > 1:
            self.concepts.setdefault(body.sorted_concepts, row.number)


@cache
def known() -> KnownIndex:
    """Raises ``DataFileError`` where ``data/organizations.toml`` is missing or wrong."""
    rows = _rows()
    tables = _Tables()
    for row in rows:
        for short in row.short:
            tables.shorts.setdefault(acronym_key(short), []).append(row.number)
    for row in rows:
        for written in (row.name, *row.also, *row.short):
            tables.add(row, written)
    return KnownIndex(
        rows=rows,
        exact=MappingProxyType(tables.exact),
        concepts=MappingProxyType(tables.concepts),
        acronyms=MappingProxyType({key: tuple(dict.fromkeys(numbers)) for key, numbers in tables.shorts.items()}),
        heads=MappingProxyType(tables.heads),
        publics=MappingProxyType(tables.publics),
        by_name=MappingProxyType({row.name: row.number for row in rows}),
    )
