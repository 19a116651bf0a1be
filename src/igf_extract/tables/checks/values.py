"""Values are there where they must be, are codes of their vocabulary, and lie in their range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import duckdb

from igf_extract.tables.checks.failure import Failure, row_name
from igf_extract.tables.checks.keys import MOST_SHOWN
from igf_extract.tables.column import CODE, LONG_TEXT, STRING, Column, Table
from igf_extract.tables.read import sql_name, sql_string

# columns in which "" says something: no target, nothing inserted, nothing left
_MAY_BE_EMPTY = frozenset({("session_sdgs", "target"), ("edits", "old"), ("edits", "new")})


@dataclass(frozen=True, slots=True)
class _Test:
    """What must hold nowhere: an SQL condition on one column, and what it means."""

    check: str
    column: str
    condition: str
    message: str


def check_values(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Failure]:
    """Nulls, empty texts, unknown codes, numbers out of range."""
    yield from _failures(connection, table, [test for column in table.columns for test in _tests(table, column)])


def check_times(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Failure]:
    """Days of a session lie in its year, and no session ends before it starts."""
    days = ("date", "starts_local", "ends_local")
    tests = [_Test("year", name, f'year({sql_name(name)}) <> "year"', "is not in the session's year") for name in days]
    ends = (("starts_at", "ends_at"), ("starts_local", "ends_local"))
    tests += [_Test("range", last, f"{last} < {first}", f"is before {first}") for first, last in ends]
    yield from _failures(connection, table, tests)


def _tests(table: Table, column: Column) -> Iterator[_Test]:
    name = sql_name(column.name)
    if column.required:
        yield _Test("required", column.name, f"{name} IS NULL", "is null and must not be")
    if column.type in (STRING, LONG_TEXT) and (table.name, column.name) not in _MAY_BE_EMPTY:
        yield _Test("required", column.name, f"{name} = ''", "is empty; a value that is not given is null")
    if column.type == CODE:
        codes = ", ".join(map(sql_string, column.codes))
        yield _Test("vocabulary", column.name, f"{name} NOT IN ({codes})", f"is no code of {column.vocabulary}")
    if column.minimum is not None:
        yield _Test("range", column.name, f"{name} < {column.minimum}", f"is less than {column.minimum}")
    if column.maximum is not None:
        # DuckDB takes NaN for greater than every number, so NaN is found here
        yield _Test("range", column.name, f"{name} > {column.maximum}", f"is more than {column.maximum}")


def _failures(connection: duckdb.DuckDBPyConnection, table: Table, tests: Sequence[_Test]) -> Iterator[Failure]:
    """One pass over the table counts what each test finds; only tests that find something are asked for rows."""
    counts = ", ".join(f"count(*) FILTER (WHERE {test.condition})" for test in tests)
    found = connection.execute(f"SELECT {counts} FROM {sql_name(table.name)}").fetchone() or ()
    for test, count in zip(tests, found, strict=True):
        if count:
            yield from _rows(connection, table, test)


def _rows(connection: duckdb.DuckDBPyConnection, table: Table, test: _Test) -> Iterator[Failure]:
    key = ", ".join(map(sql_name, table.key))
    value = f"CAST({sql_name(test.column)} AS VARCHAR)"
    query = f"SELECT {value}, {key} FROM {sql_name(table.name)} WHERE {test.condition} ORDER BY ALL LIMIT {MOST_SHOWN}"
    for value, *row in connection.execute(query).fetchall():
        shown = "" if value in (None, "") else f"{value[:60]!r} "
        yield Failure(table.name, test.check, test.column, row_name(table.key, tuple(row)), f"{shown}{test.message}")
