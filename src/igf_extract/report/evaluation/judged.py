"""What comparing one document gives: counts by field, and what stands in the place of what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from igf_extract.report.evaluation.tally import Tally, count

RECORDS = "whole_records"  # the field that counts sessions of which everything is right


class Confusion(NamedTuple):
    """A labelled value and what was found in its place; None for nothing."""

    field: str
    expected: str | None
    found: str | None


class Group(NamedTuple):
    """Names of one label in one part of the documents: by ``kind`` of document, ``language``, or whether lists know the name."""

    by: str
    value: str
    label: str


@dataclass(slots=True)
class Judged:
    """The counts of one document; filled field by field."""

    fields: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    names: dict[Group, Tally] = field(default_factory=lambda: defaultdict(Tally))
    sources: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    """(label, source) -> right and extra; what a source missed is not counted"""
    confusions: Counter[Confusion] = field(default_factory=Counter)

    def value(self, name: str, found: Hashable, expected: Hashable) -> bool:
        """Counts a field with at most one value (None: none); says whether it is right."""
        self.fields[name] += count([] if found is None else [found], [] if expected is None else [expected])
        if found != expected:
            self.confuse(name, expected, found)
        return found == expected

    def values(self, name: str, found: Iterable[Hashable], expected: Iterable[Hashable]) -> bool:
        """Counts a field with several values; says whether all are right."""
        here, there = Counter(found), Counter(expected)
        self.fields[name] += count(here.elements(), there.elements())
        for extra in (here - there).elements():
            self.confuse(name, None, extra)
        for missed in (there - here).elements():
            self.confuse(name, missed, None)
        return here == there

    def confuse(self, name: str, expected: Hashable, found: Hashable) -> None:
        """Notes that ``found`` stands where ``expected`` should."""
        self.confusions[Confusion(name, _shown(expected), _shown(found))] += 1


def _shown(value: Hashable) -> str | None:
    if value is None:
        return None
    text = ": ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return text.lstrip("\0")
