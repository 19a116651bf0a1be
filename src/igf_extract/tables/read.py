"""Where the tables of an output lie, and how each is read: one Parquet file, or a folder of part files."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from igf_extract.tables.arrow import arrow_schema
from igf_extract.tables.publish import OutputError, recover
from igf_extract.tables.schema import TABLES


def output_folder(output: str | Path) -> Path:
    """The folder of an output.

    Raises:
        OutputError: there is no such folder, or no table in it.
    """
    folder = Path(output)
    recover(folder.resolve())
    if not folder.is_dir():
        raise OutputError(f"there is no folder {folder}{_suggest_folder(folder)}; igf-extract extract RAW -o {folder} makes it")
    if not any(part_files(folder, name) for name in TABLES):
        raise OutputError(f"{folder} holds no tables of igf-extract; give the folder that extract wrote to")
    return folder


def _suggest_folder(folder: Path) -> str:
    beside = [p.name for p in folder.parent.iterdir() if p.is_dir()] if folder.parent.is_dir() else []
    return suggestion(folder.name, beside)


def suggestion(word: str, known: Iterable[str]) -> str:
    """``" (did you mean a, b?)"`` with the closest known words, or ``""``."""
    close = difflib.get_close_matches(word, list(known), n=3, cutoff=0.6)
    return f" (did you mean {', '.join(close)}?)" if close else ""


def part_files(folder: Path, name: str) -> list[Path]:
    """The Parquet files of a table, in order; empty where the output lacks the table."""
    single = folder / f"{name}.parquet"
    if single.is_file():
        return [single]
    return sorted(single.glob("*.parquet") if single.is_dir() else (folder / name).glob("*.parquet"))


def needed_files(folder: Path, name: str) -> list[Path]:
    """As ``part_files``.

    Raises:
        OutputError: the output lacks the table.
    """
    files = part_files(folder, name)
    if not files:
        raise OutputError(f"{folder} has no table {name}; run igf-extract extract again")
    return files


def read_table(folder: Path, name: str, columns: list[str] | None = None) -> pa.Table:
    """A table, with the types of the schema.

    Raises:
        OutputError: the output lacks the table.
    """
    files = needed_files(folder, name)
    schema = arrow_schema(TABLES[name])
    parts = [pq.read_table(file, columns=columns) for file in files]
    table = pa.concat_tables([part.unify_dictionaries() for part in parts], promote_options="permissive")
    known = [schema.field(column).type if column in schema.names else table.schema.field(column).type for column in table.schema.names]
    return table.cast(pa.schema(list(zip(table.schema.names, known, strict=True))))


def connect(folder: Path, prefix: str = "") -> duckdb.DuckDBPyConnection:
    """A DuckDB connection in memory with a view on each table of the output."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET TimeZone = 'UTC'")
    add_views(connection, folder, prefix)
    return connection


def add_views(connection: duckdb.DuckDBPyConnection, folder: Path, prefix: str = "") -> None:
    """A view ``<prefix><table>`` on each table that the folder holds."""
    for name in TABLES:
        if files := part_files(folder, name):
            listed = ", ".join(sql_string(str(file.resolve())) for file in files)
            connection.execute(f"CREATE VIEW {sql_name(prefix + name)} AS SELECT * FROM read_parquet([{listed}])")


def sql_string(text: str) -> str:
    """A text as DuckDB writes it in a query."""
    return "'" + text.replace("'", "''") + "'"


def sql_name(text: str) -> str:
    """The name of a table or column as DuckDB writes it in a query."""
    return '"' + text.replace('"', '""') + '"'
