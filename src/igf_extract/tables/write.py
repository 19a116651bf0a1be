"""Parquet files and ``datapackage.json``: the same tables give the same bytes, whatever the machine and the clock."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from igf_extract.tables.column import Table
from igf_extract.tables.dictionary import table_schema
from igf_extract.tables.schema import SCHEMA_VERSION, TABLES

DATAPACKAGE: Final = "datapackage.json"
PACKAGE_NAME: Final = "igf-extract-output"
_ROWS_A_GROUP = 65_536


def write_tables(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """Writes ``<table>.parquet`` for every table of the schema, then ``datapackage.json``, into an existing folder.

    Raises:
        KeyError: ``tables`` lacks a table of the schema.
    """
    for name, table in TABLES.items():
        _write_table(table, tables[name], folder / f"{name}.parquet")
    package = datapackage(folder, {name: tables[name].num_rows for name in TABLES})
    (folder / DATAPACKAGE).write_text(json.dumps(package, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def _write_table(table: Table, rows: pa.Table, path: Path) -> None:
    pq.write_table(
        rows,
        path,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=6,
        row_group_size=_ROWS_A_GROUP,
        sorting_columns=pq.SortingColumn.from_ordering(rows.schema, [(name, "ascending") for name in table.key]),
    )


def datapackage(folder: Path, row_counts: Mapping[str, int]) -> dict[str, Any]:
    """The descriptor of the written files after the Data Package standard (https://datapackage.org), with their hashes."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": PACKAGE_NAME,
        "title": "Sessions of the Internet Governance Forum",
        "description": "Tables made by igf-extract from raw session texts; every value points to the characters it was read from.",
        "schema_version": SCHEMA_VERSION,
        "resources": [_resource(table, folder / f"{name}.parquet", row_counts[name]) for name, table in TABLES.items()],
    }


def _resource(table: Table, path: Path, rows: int) -> dict[str, Any]:
    return {
        "name": table.name,
        "description": f"one row for {table.row}",
        "path": path.name,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_sha256(path)}",
        "rows": rows,
        "schema": table_schema(table),
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
