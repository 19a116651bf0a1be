"""Values are there where they must be, are codes of their vocabulary, and lie in their range."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from igf_extract.tables.checks.failure import Failure, row_name
from igf_extract.tables.checks.keys import MOST_SHOWN
from igf_extract.tables.column import CODE, FLOAT32, LONG_TEXT, STRING, Column, Table
from igf_extract.tables.read import sql_name, sql_string

# columns in which "" says something: no target, nothing inserted, nothing left
_MAY_BE_EMPTY = frozenset({("session_sdgs", "target"), ("edits", "old"), ("edits", "new")})


def check_values(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Failure]:
    """Nulls, empty texts, unknown codes, numbers out of range."""
    for column in table.columns:
        name = sql_name(column.name)
        if column.required:
            yield from _rows(connection, table, column, "required", f"{name} IS NULL", "is null and must not be")
        if column.type in (STRING, LONG_TEXT) and (table.name, column.name) not in _MAY_BE_EMPTY:
            yield from _rows(connection, table, column, "required", f"{name} = ''", "is empty; a value that is not given is null")
        if column.type == CODE:
            codes = ", ".join(map(sql_string, column.codes))
            yield from _rows(connection, table, column, "vocabulary", f"{name} NOT IN ({codes})", f"is no code of {column.vocabulary}")
        if (limits := _out_of_range(column)) is not None:
            yield from _rows(connection, table, column, "range", limits, f"is outside {column.minimum} to {column.maximum}")


def _out_of_range(column: Column) -> str | None:
    name = sql_name(column.name)
    tests = [f"{name} < {column.minimum}"] if column.minimum is not None else []
    tests += [f"{name} > {column.maximum}"] if column.maximum is not None else []
    tests += [f"isnan({name})"] if column.type == FLOAT32 else []
    return " OR ".join(tests) or None


def check_times(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Failure]:
    """Days of a session lie in its year, and no session ends before it starts."""
    for name in ("date", "starts_local", "ends_local"):
        test = f'year({sql_name(name)}) <> "year"'
        yield from _rows(connection, table, table.column(name), "year", test, "is not in the session's year")
    for first, last in (("starts_at", "ends_at"), ("starts_local", "ends_local")):
        yield from _rows(connection, table, table.column(last), "range", f"{last} < {first}", f"is before {first}")


def _rows(connection: duckdb.DuckDBPyConnection, table: Table, column: Column, check: str, test: str, message: str) -> Iterator[Failure]:
    key = ", ".join(map(sql_name, table.key))
    value = f"CAST({sql_name(column.name)} AS VARCHAR)"
    query = f"SELECT {value}, {key} FROM {sql_name(table.name)} WHERE {test} ORDER BY ALL LIMIT {MOST_SHOWN}"
    for value, *row in connection.execute(query).fetchall():
        shown = "" if value in (None, "") else f"{value[:60]!r} "
        yield Failure(table.name, check, column.name, row_name(table.key, tuple(row)), f"{shown}{message}")
