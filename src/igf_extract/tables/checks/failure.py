"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One thing that is wrong. ``row`` is the key of the row, as ``column=value``, or "" where the whole table is meant."""

    table: str
    check: str  # file, type, key, sorted, reference, required, vocabulary, range, year, evidence, quote
    column: str
    row: str
    message: str

    def __str__(self) -> str:
        place = f"{self.table}.{self.column}" if self.column else self.table
        return f"{place}{f' [{self.row}]' if self.row else ''}: {self.message}"


def row_name(key: tuple[str, ...], values: tuple[Any, ...]) -> str:
    """A row's key in words.

    >>> row_name(("session_id", "ordinal"), ("igf2023-ws1", 2))
    'session_id=igf2023-ws1, ordinal=2'
    """
    return ", ".join(f"{name}={value}" for name, value in zip(key, values, strict=True))
