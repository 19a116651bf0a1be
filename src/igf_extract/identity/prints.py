"""Entries as content: what the outcome of a part of the corpus depends on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from hashlib import blake2b
from typing import TypeVar

from igf_extract.identity.decisions import Rulings
from igf_extract.identity.memory import packed
from igf_extract.model import Entry, EntryKey

_BYTES = 16
T = TypeVar("T", bound=Hashable)


def entry_print(entry: Entry) -> bytes:
    """A hash of every field of an entry."""
    fields = (
        f"{entry.key}",
        entry.session,
        f"{entry.year}",
        entry.role,
        *("" if field is None else f"+{field}" for field in _optional(entry)),
    )
    return blake2b(packed(*fields), digest_size=_BYTES).digest()


def _optional(entry: Entry) -> tuple[str | None, ...]:
    return entry.name, entry.organization, entry.stakeholder_group, entry.regional_group, entry.country, entry.country_code


def local(labels: Iterable[T | None]) -> tuple[list[int], list[T]]:
    """Labels numbered in the order in which they first stand (-1: none), so that only who shares one counts; and the labels."""
    numbers: dict[T, int] = {}
    out = [-1 if label is None else numbers.setdefault(label, len(numbers)) for label in labels]
    return out, list(numbers)


class PlacedRulings:
    """The decisions about one kind, by the places of the entries."""

    def __init__(self, rulings: Rulings, keys: Sequence[EntryKey]) -> None:
        self.marks = rulings.marks
        place = {key: number for number, key in enumerate(keys)} if rulings.same or rulings.marks else {}
        self.same = [(place[a], place[b]) for a, b in rulings.same if a in place and b in place]
        self._marked = {place[key] for key in rulings.marks if key in place}
        self._keys = keys

    def within(self, places: Sequence[int]) -> list[tuple[int, int]]:
        """The decided pairs of a part, by their places in it."""
        if not self.same:
            return []
        at = {place: number for number, place in enumerate(places)}
        return [(at[a], at[b]) for a, b in self.same if a in at and b in at]

    def content(self, places: Sequence[int]) -> bytes:
        """What the outcome of a part depends on; the numbers of the marks count only in that they clash or not."""
        if not (self.same or self._marked):
            return b""
        marks = [(n, sorted(self.marks[self._keys[place]])) for n, place in enumerate(places) if place in self._marked]
        return repr((marks, self.within(places))).encode()
