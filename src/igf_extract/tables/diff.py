"""What changed between two outputs: rows gained, rows lost, values changed, by table and key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from igf_extract.tables.checks.failure import row_name
from igf_extract.tables.column import UTC_TIME, Column, Table
from igf_extract.tables.read import add_views, connect, output_folder, part_files, sql_name
from igf_extract.tables.schema import TABLES

Key = tuple[Any, ...]
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is another now."""

    key: Key
    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class TableDiff:
    """One table: keys that only the new output has, keys that only the old one has, and changed values of common keys."""

    table: str
    gained: tuple[Key, ...]
    lost: tuple[Key, ...]
    changed: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost or self.changed)


@dataclass(frozen=True, slots=True)
class Diff:
    """Two outputs compared; true where they differ. ``missing``: tables that only one of the two holds."""

    tables: Mapping[str, TableDiff]
    missing: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing) or any(self.tables.values())

    def lines(self, most: int = 20) -> Iterator[str]:
        """The difference for people: a line of counts for each table that differs, then up to ``most`` rows of each kind."""
        yield from (f"{name}: only one of the two outputs has this table" for name in self.missing)
        for diff in filter(None, self.tables.values()):
            yield f"{diff.table}: {len(diff.gained)} gained, {len(diff.lost)} lost, {len(diff.changed)} changed"
            key = TABLES[diff.table].key
            yield from _listed("+", [row_name(key, row) for row in diff.gained], most)
            yield from _listed("-", [row_name(key, row) for row in diff.lost], most)
            changes = [f"{row_name(key, c.key)}: {c.column} {_shown(c.old)} -> {_shown(c.new)}" for c in diff.changed]
            yield from _listed("~", changes, most)

    def as_json(self) -> dict[str, Any]:
        """The difference as plain JSON values; what JSON has no type for (dates) is written as text."""
        tables = {name: _table_json(diff) for name, diff in self.tables.items() if diff}
        return {"missing": [*self.missing], "tables": tables}


def diff(old: str | Path, new: str | Path) -> Diff:
    """Compares two outputs.

    Raises:
        OutputError: one of them is no output folder.
    """
    old_folder, new_folder = output_folder(old), output_folder(new)
    in_old = {name for name in TABLES if part_files(old_folder, name)}
    in_new = {name for name in TABLES if part_files(new_folder, name)}
    connection = connect(old_folder, "old_")
    try:
        add_views(connection, new_folder, "new_")
        tables = {name: _diff_table(connection, table) for name, table in TABLES.items() if name in in_old and name in in_new}
    finally:
        connection.close()
    return Diff(tables, tuple(name for name in TABLES if (name in in_old) != (name in in_new)))


def _diff_table(connection: duckdb.DuckDBPyConnection, table: Table) -> TableDiff:
    old, new = sql_name(f"old_{table.name}"), sql_name(f"new_{table.name}")
    common = _columns(connection, old) & _columns(connection, new)
    columns = [c for c in table.columns if c.name in common and c.name not in table.key]
    changed = [change for column in columns for change in _changes(connection, table, column)]
    order = {c.name: i for i, c in enumerate(table.columns)}
    changed.sort(key=lambda c: (c.key, order[c.column]))
    return TableDiff(table.name, _only_in(connection, table, new, old), _only_in(connection, table, old, new), tuple(changed))


def _columns(connection: duckdb.DuckDBPyConnection, view: str) -> set[str]:
    return {str(row[0]) for row in connection.execute(f"DESCRIBE {view}").fetchall()}


def _only_in(connection: duckdb.DuckDBPyConnection, table: Table, here: str, there: str) -> tuple[Key, ...]:
    key = ", ".join(map(sql_name, table.key))
    return tuple(connection.execute(f"SELECT {key} FROM {here} ANTI JOIN {there} USING ({key}) ORDER BY {key}").fetchall())


def _changes(connection: duckdb.DuckDBPyConnection, table: Table, column: Column) -> Iterator[Change]:
    key = ", ".join(map(sql_name, table.key))
    name = sql_name(column.name)
    old, new = (_plain_clock(column, f"{side}.{name}") for side in ("o", "n"))
    query = f"""
        SELECT {key}, {old}, {new} FROM {sql_name(f"old_{table.name}")} o JOIN {sql_name(f"new_{table.name}")} n USING ({key})
        WHERE o.{name} IS DISTINCT FROM n.{name} ORDER BY {key}
    """
    size = len(table.key)
    for row in connection.execute(query).fetchall():
        yield Change(row[:size], column.name, *(_in_utc(column, value) for value in row[size:]))


def _plain_clock(column: Column, value: str) -> str:
    """The SQL of a value; of an instant its clock in UTC, since DuckDB gives instants to those alone who have the package pytz."""
    return f"{value} AT TIME ZONE 'UTC'" if column.type == UTC_TIME else value


def _in_utc(column: Column, value: Any) -> Any:
    return value.replace(tzinfo=dt.UTC) if column.type == UTC_TIME and value is not None else value


def _listed(sign: str, lines: list[str], most: int) -> Iterator[str]:
    yield from (f"  {sign} {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"  {sign} and {len(lines) - most} more"


def _shown(value: Any) -> str:
    text = "null" if value is None else repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _table_json(table: TableDiff) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        return value if isinstance(value, str | int | float | bool | None) else str(value)

    return {
        "gained": [[plain(v) for v in key] for key in table.gained],
        "lost": [[plain(v) for v in key] for key in table.lost],
        "changed": [
            {"key": [plain(v) for v in c.key], "column": c.column, "old": plain(c.old), "new": plain(c.new)} for c in table.changed
        ],
    }
