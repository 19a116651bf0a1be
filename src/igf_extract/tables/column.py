"""What a table is made of: columns, keys and references, with everything that a reader of the tables must know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from igf_extract.model import PROBLEMS
from igf_extract.vocab.load import DataFileError, read_data

STRING: Final = "string"
LONG_TEXT: Final = "large_string"
CODE: Final = "code"  # a string of a closed vocabulary, dictionary-encoded
BOOL: Final = "bool"
INT8: Final = "int8"
INT16: Final = "int16"
INT32: Final = "int32"
INT64: Final = "int64"
FLOAT32: Final = "float32"
DATE: Final = "date32"
LOCAL_TIME: Final = "timestamp[s]"
UTC_TIME: Final = "timestamp[s, UTC]"


@cache
def vocabulary(name: str) -> Mapping[str, str]:
    """The codes of a closed vocabulary with their meanings, in the order in which they are listed.

    Raises:
        DataFileError: there is no such vocabulary.
    """
    if name == "problem":
        return MappingProxyType({code: meaning for code, (_, meaning) in PROBLEMS.items()})
    try:
        return MappingProxyType(dict(read_data("codes.toml")[name]))
    except KeyError:
        raise DataFileError(f"data/codes.toml has no vocabulary [{name}]; add it, or correct the name in tables/schema.py") from None


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``quotes``: the row's characters say this value itself, so that a check can compare the two.

    ``own_span``: the value has offsets of its own, in the columns ``<name>_char_start`` and ``<name>_char_end``.
    ``minimum`` and ``maximum`` are inclusive. ``references`` is "table.column".
    """

    name: str
    type: str
    description: str
    required: bool = False
    unit: str | None = None
    vocabulary: str | None = None
    references: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    quotes: bool = False
    own_span: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(vocabulary(self.vocabulary)) if self.vocabulary else ()

    def allows(self, number: float) -> bool:
        """Whether the number lies within the column's limits."""
        return (self.minimum is None or number >= self.minimum) and (self.maximum is None or number <= self.maximum)


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns that together point to a row of another table (``columns`` there may have other names)."""

    columns: tuple[str, ...]
    table: str
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: ``row`` completes "one row for ..."; rows are sorted by ``key``, which is unique and never null."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    links: tuple[ForeignKey, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def foreign_keys(self) -> tuple[ForeignKey, ...]:
        """The references of single columns, then those of several columns together."""
        single = (c for c in self.columns if c.references)
        return (*(ForeignKey((c.name,), *_target(c.references or "")) for c in single), *self.links)

    def column(self, name: str) -> Column:
        """The column of that name.

        Raises:
            KeyError: the table has no such column.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name!r}; it has {', '.join(self.names)}")


def _target(reference: str) -> tuple[str, tuple[str, ...]]:
    table, _, column = reference.partition(".")
    return table, (column,)
