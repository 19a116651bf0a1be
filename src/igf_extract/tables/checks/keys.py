"""Primary keys are unique and sorted by; foreign keys resolve."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from igf_extract.tables.checks.failure import Failure, row_name
from igf_extract.tables.column import ForeignKey, Table
from igf_extract.tables.read import sql_name

MOST_SHOWN = 20  # failures of one check of one table that are listed one by one


def check_keys(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Failure]:
    """Repeated keys, rows out of order."""
    key = ", ".join(map(sql_name, table.key))
    name = sql_name(table.name)
    twice = f"SELECT {key}, count(*) FROM {name} GROUP BY {key} HAVING count(*) > 1 ORDER BY {key} LIMIT {MOST_SHOWN}"
    for *values, count in connection.execute(twice).fetchall():
        yield Failure(table.name, "key", "", row_name(table.key, tuple(values)), f"{count} rows have this key")
    packed = f"struct_pack({', '.join(f'{sql_name(k)} := {sql_name(k)}' for k in table.key)})"
    # the row number is the order in the file; a row that is smaller than the one before it is out of order
    numbered = f"SELECT {packed} AS k, row_number() OVER () AS n FROM {name}"
    before = f"SELECT k, lag(k) OVER (ORDER BY n) AS earlier, n FROM ({numbered})"
    for (found,) in connection.execute(f"SELECT k FROM ({before}) WHERE k < earlier ORDER BY n LIMIT 1").fetchall():
        yield Failure(table.name, "sorted", "", row_name(table.key, tuple(found.values())), "this row stands after a greater key")


def check_references(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Failure]:
    """Foreign keys that point to no row. A key with a null points nowhere and is fine."""
    for link in table.foreign_keys:
        yield from _dangling(connection, table, link)


def _dangling(connection: duckdb.DuckDBPyConnection, table: Table, link: ForeignKey) -> Iterator[Failure]:
    same = " AND ".join(f"a.{sql_name(c)} = b.{sql_name(o)}" for c, o in zip(link.columns, link.other, strict=True))
    given = " AND ".join(f"a.{sql_name(c)} IS NOT NULL" for c in link.columns)
    key = ", ".join(f"a.{sql_name(c)}" for c in (*table.key, *link.columns))
    join = f"{sql_name(table.name)} a ANTI JOIN {sql_name(link.table)} b ON {same}"
    query = f"SELECT {key} FROM {join} WHERE {given} ORDER BY ALL LIMIT {MOST_SHOWN}"
    for values in connection.execute(query).fetchall():
        row, wanted = values[: len(table.key)], values[len(table.key) :]
        message = f"{row_name(link.other, wanted)} is not in {link.table}"
        yield Failure(table.name, "reference", ", ".join(link.columns), row_name(table.key, row), message)
