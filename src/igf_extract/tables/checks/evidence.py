"""The promise of the tables: the characters that a row points to say what the row says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb

from igf_extract.tables.checks.failure import Failure, row_name
from igf_extract.tables.column import Table
from igf_extract.tables.quote import holds, quotes
from igf_extract.tables.read import sql_name
from igf_extract.tables.scalars import SCALARS
from igf_extract.tables.schema import TABLES

_ROWS_AT_ONCE = 2_000
_SHOWN = 60


def check_evidence(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Failure]:
    """Offsets outside the text, slices of blanks, slices that say something else. For every table with offsets."""
    name = sql_name(table.name)
    yield from _check_quotes(connection, table, f"SELECT * FROM {name}")
    for column in table.columns:
        if column.own_span:
            start, end = sql_name(f"{column.name}_char_start"), sql_name(f"{column.name}_char_end")
            rows = f"SELECT * REPLACE ({start} AS char_start, {end} AS char_end) FROM {name} WHERE {start} IS NOT NULL"
            yield from _check_quotes(connection, table, rows, column.name)


def check_session_evidence(connection: duckdb.DuckDBPyConnection) -> Iterator[Failure]:
    """The scalar facts of sessions against their evidence, and facts without evidence."""
    casts = ", ".join(f"CAST({sql_name(name)} AS VARCHAR) AS {sql_name(name)}" for name in SCALARS)
    names = ", ".join(map(sql_name, SCALARS))
    facts = f'SELECT * FROM (SELECT session_id, {casts} FROM sessions) UNPIVOT ("value" FOR "column" IN ({names}))'
    without = f'SELECT f.session_id, f."column" FROM ({facts}) f ANTI JOIN session_evidence e USING (session_id, "column") ORDER BY ALL'
    for session_id, column in connection.execute(without).fetchall():
        yield Failure("sessions", "evidence", column, f"session_id={session_id}", "has no row in session_evidence")
    unknown = f'SELECT session_id, "column" FROM session_evidence e ANTI JOIN ({facts}) f USING (session_id, "column") ORDER BY ALL'
    for session_id, column in connection.execute(unknown).fetchall():
        row = row_name(("session_id", "column"), (session_id, column))
        yield Failure("session_evidence", "evidence", "column", row, "the session has no such value")
    joined = f'SELECT e.*, f."value" FROM session_evidence e JOIN ({facts}) f USING (session_id, "column")'
    yield from _check_quotes(connection, TABLES["session_evidence"], joined)


def _check_quotes(connection: duckdb.DuckDBPyConnection, table: Table, rows: str, only: str | None = None) -> Iterator[Failure]:
    """``rows``: SQL that gives the table's columns; ``only``: the one column that the offsets are of, None for the whole row's."""
    query = f"""
        SELECT r.*, length(d.text) AS text_length,
               substring(d.text, CAST(r.char_start + 1 AS BIGINT), CAST(greatest(r.char_end - r.char_start, 0) AS BIGINT)) AS slice
        FROM ({rows}) r LEFT JOIN documents d USING (document_id) WHERE r.char_start IS NOT NULL
    """
    answer = connection.execute(query)
    names = [str(column[0]) for column in answer.description or ()]
    while batch := answer.fetchmany(_ROWS_AT_ONCE):
        for values in batch:
            row = dict(zip(names, values, strict=True))
            for check, column, message in _wrong(table, row, only):
                yield Failure(table.name, check, column, row_name(table.key, tuple(row[name] for name in table.key)), message)


def _wrong(table: Table, row: dict[str, Any], only: str | None) -> Iterator[tuple[str, str, str]]:
    start, end, length = row["char_start"], row["char_end"], row["text_length"]
    if length is None:
        yield "evidence", "document_id", "the document has no text"
    elif not 0 <= start < end <= length:
        yield "evidence", "char_start", f"{start} to {end} is no range of a text of {length} characters"
    elif not row["slice"].strip():
        yield "evidence", "char_start", f"{start} to {end} covers nothing but blanks"
    else:
        for column, value in _values(table, row, only):
            if not _says(table.name, row, value):
                yield "quote", column, f"{value[:_SHOWN]!r} is not what the text has there: {row['slice'][:_SHOWN]!r}"


def _values(table: Table, row: dict[str, Any], only: str | None) -> Iterator[tuple[str, str]]:
    """The values that the slice must say."""
    if table.name == "session_evidence":
        if TABLES["sessions"].column(row["column"]).quotes:
            yield row["column"], row["value"]
        return
    for column in table.columns:
        elsewhere = only is None and column.own_span and row[f"{column.name}_char_start"] is not None
        if column.quotes and row[column.name] is not None and not elsewhere and only in (None, column.name):
            yield column.name, row[column.name]


def _says(table: str, row: dict[str, Any], value: str) -> bool:
    if table == "participations":
        return holds(row["slice"], value)  # the slice is the person's line, with role, title and groups
    if table == "turns":
        return quotes(row["slice"], value) or holds(row["slice"], value)  # the speaker's name may stand before the words
    return quotes(row["slice"], value)
