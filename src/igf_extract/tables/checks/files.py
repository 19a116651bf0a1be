"""Every table is there, with the columns and types of the schema."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from igf_extract.tables.arrow import arrow_schema
from igf_extract.tables.checks.failure import Failure
from igf_extract.tables.column import Table
from igf_extract.tables.read import part_files


def check_files(folder: Path, table: Table) -> Iterator[Failure]:
    """Missing and unreadable files, missing columns, other types."""
    files = part_files(folder, table.name)
    if not files:
        yield Failure(table.name, "file", "", "", f"the table is missing: no {table.name}.parquet in {folder}")
    for file in files:
        try:
            found = pq.read_schema(file)
        except (OSError, pa.ArrowException) as error:
            yield Failure(table.name, "file", "", "", f"{file.name} cannot be read: {error}")
            continue
        for field in arrow_schema(table):
            if field.name not in found.names:
                yield Failure(table.name, "type", field.name, "", f"{file.name} lacks the column")
            elif not _same(found.field(field.name).type, field.type):
                yield Failure(table.name, "type", field.name, "", f"is {found.field(field.name).type} in {file.name}, not {field.type}")


def _same(found: pa.DataType, expected: pa.DataType) -> bool:
    if pa.types.is_timestamp(found) and pa.types.is_timestamp(expected):
        return bool(found.tz == expected.tz)  # Parquet has no seconds: they are kept as milliseconds
    return bool(found == expected)
