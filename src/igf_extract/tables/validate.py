"""Checks a written output against the schema and against its own sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from igf_extract.tables.checks.evidence import check_evidence, check_session_evidence
from igf_extract.tables.checks.failure import Failure
from igf_extract.tables.checks.files import check_files
from igf_extract.tables.checks.keys import MOST_SHOWN, check_keys, check_references
from igf_extract.tables.checks.values import check_times, check_values
from igf_extract.tables.read import connect, output_folder
from igf_extract.tables.schema import TABLES


def validate(output: str | Path) -> list[Failure]:
    """Everything that is wrong with an output, sorted; empty where all is well.

    Where a table is missing or has other columns, only that is told, since nothing else can be checked.
    At most 20 failures of one check of one column are listed, with a last one that says how many more there are.

    Raises:
        OutputError: there is no such folder, or it holds no tables.
    """
    folder = output_folder(output)
    failures = [failure for table in TABLES.values() for failure in check_files(folder, table)]
    return sorted(failures or _shortened(_checked(folder)))


def _checked(folder: Path) -> Iterator[Failure]:
    connection = connect(folder)
    # by its statistics of row groups DuckDB would skip rows that hold NaN, which no statistics know
    connection.execute("SET disabled_optimizers = 'statistics_propagation,filter_pushdown'")
    try:
        for table in TABLES.values():
            yield from check_keys(connection, table)
            yield from check_references(connection, table)
            yield from check_values(connection, table)
            if "char_start" in table.names and table.name != "session_evidence":
                yield from check_evidence(connection, table)
        yield from check_times(connection, TABLES["sessions"])
        yield from check_session_evidence(connection)
    finally:
        connection.close()


def _shortened(failures: Iterable[Failure]) -> Iterator[Failure]:
    count: Counter[tuple[str, str, str]] = Counter()
    for failure in failures:
        kind = failure.table, failure.check, failure.column
        count[kind] += 1
        if count[kind] <= MOST_SHOWN:
            yield failure
    for (table, check, column), found in count.items():
        if found > MOST_SHOWN:
            yield Failure(table, check, column, "", f"and {found - MOST_SHOWN} more failures of this check")
