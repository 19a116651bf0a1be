"""The data dictionary: the schema as a page for people (Markdown) and as JSON for machines."""

from __future__ import annotations

from typing import Any, Final

from igf_extract.tables.column import BOOL, CODE, DATE, FLOAT32, INT8, INT16, INT32, INT64, LOCAL_TIME, UTC_TIME, Column, Table, vocabulary
from igf_extract.tables.schema import SCHEMA_VERSION, TABLES

# Table Schema types (https://datapackage.org/standard/table-schema); every other type is a string
_PLAIN_TYPES: Final = {
    BOOL: "boolean",
    DATE: "date",
    FLOAT32: "number",
    LOCAL_TIME: "datetime",
    UTC_TIME: "datetime",
    **dict.fromkeys((INT8, INT16, INT32, INT64), "integer"),
}


def dictionary() -> dict[str, Any]:
    """The whole schema as plain JSON values: version, tables, vocabularies."""
    tables = [{"name": t.name, "description": f"one row for {t.row}", "schema": table_schema(t)} for t in TABLES.values()]
    return {"schema_version": SCHEMA_VERSION, "tables": tables, "vocabularies": {name: dict(vocabulary(name)) for name in _vocabularies()}}


def table_schema(table: Table) -> dict[str, Any]:
    """A table after the Table Schema standard; ``unit``, ``arrow`` and ``vocabulary`` are additions of ours."""
    links = [{"fields": [*k.columns], "reference": {"resource": k.table, "fields": [*k.other]}} for k in table.foreign_keys]
    schema = {"fields": [_field(c) for c in table.columns], "primaryKey": [*table.key], "missingValues": []}
    return {**schema, "foreignKeys": links} if links else schema


def _field(column: Column) -> dict[str, Any]:
    limits = {
        "required": column.required or None,
        "enum": [*column.codes] or None,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    cells = {
        "name": column.name,
        "type": _PLAIN_TYPES.get(column.type, "string"),
        "arrow": "dictionary<string>" if column.type == CODE else column.type,
        "description": column.description,
        "unit": column.unit,
        "vocabulary": column.vocabulary,
        "constraints": {key: value for key, value in limits.items() if value is not None} or None,
    }
    return {key: value for key, value in cells.items() if value is not None}


def markdown() -> str:
    """The data dictionary as a Markdown page."""
    head = [
        "# Data dictionary",
        "",
        f"Schema version {SCHEMA_VERSION}. One Parquet file a table; each is sorted by its primary key (**bold**). Offsets count",
        "characters of `documents.text` from 0, ends exclusive; ordinals count from 1. A value that the text does not give is null.",
        "Made from the schema in the code by `igf-extract schema`; do not edit.",
        "",
    ]
    parts = [line for table in TABLES.values() for line in _table_lines(table)]
    return "\n".join([*head, *parts, "## Vocabularies", "", *(line for name in _vocabularies() for line in _vocabulary_lines(name))])


def _table_lines(table: Table) -> list[str]:
    rows = [_column_line(table, column) for column in table.columns]
    joint = [f"({', '.join(link.columns)}) → `{link.table}`" for link in table.links]
    return [
        f"## {table.name}",
        "",
        f"One row for {table.row}.{' References together: ' + '; '.join(joint) + '.' if joint else ''}",
        "",
        "| column | type | null | meaning |",
        "|---|---|---|---|",
        *rows,
        "",
    ]


def _column_line(table: Table, column: Column) -> str:
    name = f"**`{column.name}`**" if column.name in table.key else f"`{column.name}`"
    kind = f"code [{column.vocabulary}](#{column.vocabulary})" if column.vocabulary else column.type
    facts = [column.description]
    if column.unit:
        facts.append(f"unit: {column.unit}")
    if column.minimum is not None and column.maximum is not None:
        facts.append(f"{column.minimum:g} to {column.maximum:g}")
    if column.references:
        facts.append(f"→ `{column.references}`")
    return f"| {name} | {kind} | {'no' if column.required else 'yes'} | {_cell('; '.join(facts))} |"


def _vocabulary_lines(name: str) -> list[str]:
    rows = [f"| `{code}` | {_cell(meaning)} |" for code, meaning in vocabulary(name).items()]
    return [f"### {name}", "", "| code | meaning |", "|---|---|", *rows, ""]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _vocabularies() -> list[str]:
    """Every vocabulary that a column uses, in the order of first use."""
    return list(dict.fromkeys(c.vocabulary for table in TABLES.values() for c in table.columns if c.vocabulary))
