"""From the schema and rows to Arrow: explicit types, full vocabularies, rows sorted by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import pyarrow as pa

from igf_extract.tables.column import CODE, UTC_TIME, Column, Table
from igf_extract.tables.schema import SCHEMA_VERSION

Row = Mapping[str, Any]


class SchemaError(Exception):
    """A row does not fit the schema: an error of the program, never of a page. Says which table, column and value."""


def arrow_type(column: Column) -> pa.DataType:
    """The Arrow type of a column."""
    if column.type == CODE:
        return pa.dictionary(pa.int8(), pa.string())
    if column.type == UTC_TIME:
        return pa.timestamp("s", "UTC")
    named: pa.DataType = pa.type_for_alias(column.type)
    return named


@cache
def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow schema of a table; descriptions, units, keys and references are in its metadata."""
    fields = [pa.field(c.name, arrow_type(c), nullable=not c.required, metadata=_column_metadata(c)) for c in table.columns]
    metadata = {"description": f"one row for {table.row}", "primary_key": ",".join(table.key), "schema_version": str(SCHEMA_VERSION)}
    return pa.schema(fields, metadata=metadata)


def to_arrow(table: Table, rows: Iterable[Row]) -> pa.Table:
    """The rows as an Arrow table, sorted by the table's key. A column that a row lacks is null.

    Raises:
        SchemaError: a row has an unknown column, an unknown code, or a value of a wrong type.
    """
    ordered = sorted(rows, key=lambda row: tuple(row[name] for name in table.key))
    names = set(table.names)
    for row in ordered:
        if not names.issuperset(row):
            raise SchemaError(f"table {table.name} has no column {', '.join(sorted(set(row) - names))}")
    arrays = [_array(table, column, [row.get(column.name) for row in ordered]) for column in table.columns]
    return pa.table(arrays, schema=arrow_schema(table))


def _array(table: Table, column: Column, values: list[Any]) -> pa.Array:
    if column.type == CODE:
        return _codes(table, column, values)
    try:
        return pa.array(values, arrow_type(column))
    except UnicodeEncodeError:
        # lone surrogates (from broken file names or escapes) cannot be stored; one character for one, offsets stay
        return pa.array([v if v is None else _storable(v) for v in values], arrow_type(column))
    except (pa.ArrowException, TypeError, ValueError, OverflowError) as error:
        raise SchemaError(f"{table.name}.{column.name}: {error}") from error


def _codes(table: Table, column: Column, values: list[Any]) -> pa.Array:
    place = {code: index for index, code in enumerate(column.codes)}
    try:
        indices = [None if value is None else place[str(value)] for value in values]
    except KeyError as error:
        raise SchemaError(f"{table.name}.{column.name}: {error} is no code of the vocabulary {column.vocabulary}") from None
    return pa.DictionaryArray.from_arrays(pa.array(indices, pa.int8()), pa.array(column.codes, pa.string()))


def _storable(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def _column_metadata(column: Column) -> dict[str, str]:
    pairs = {"description": column.description, "unit": column.unit, "vocabulary": column.vocabulary, "references": column.references}
    return {key: value for key, value in pairs.items() if value}
