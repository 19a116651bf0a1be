"""The tables in a notebook: ``load("output")`` gives pandas DataFrames, SQL, and everything about one session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from igf_extract.tables.column import CODE
from igf_extract.tables.read import connect, output_folder, part_files, read_table, suggestion
from igf_extract.tables.schema import TABLES
from igf_extract.tables.session_view import PARTS, SessionView, quoted

if TYPE_CHECKING:
    import duckdb

_NULLABLE = {
    pa.int8(): pd.Int8Dtype(),
    pa.int16(): pd.Int16Dtype(),
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
    pa.string(): pd.StringDtype("pyarrow"),
    pa.large_string(): pd.StringDtype("pyarrow"),
}


def load(output: str | Path = "output") -> Tables:
    """The tables of an output; each is read when it is first asked for.

    >>> tables = load("output")                                 # doctest: +SKIP
    >>> tables.sessions.groupby("year").size()                  # doctest: +SKIP
    >>> tables.sql("SELECT role, count(*) FROM participations GROUP BY role")   # doctest: +SKIP
    >>> tables.session("igf2023-ws225")                         # doctest: +SKIP

    Raises:
        OutputError: there is no such folder, or it holds no tables.
    """
    return Tables(output_folder(output))


class UnknownTable(AttributeError):
    """The output has no table of that name."""


class UnknownSession(LookupError):
    """The output has no session of that id."""


class Tables:
    """The tables of one output folder as attributes: ``tables.sessions``, ``tables.participations`` ...

    Codes are categoricals with the whole vocabulary, integers and booleans nullable, dates and wall-clock times
    ``datetime64[s]``, instants ``datetime64[s, UTC]``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._frames: dict[str, pd.DataFrame] = {}
        self._connection: duckdb.DuckDBPyConnection | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables that this output holds."""
        return tuple(name for name in TABLES if part_files(self.folder, name))

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_"):  # copying and notebooks probe for such names
            raise AttributeError(name)
        if name not in self.tables:
            raise UnknownTable(f"{self.folder} has no table {name!r}{suggestion(name, self.tables)}; it has {', '.join(self.tables)}")
        if name not in self._frames:
            self._frames[name] = frame(read_table(self.folder, name), name)
        return self._frames[name]

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The same as the attribute, for names in variables."""
        return self.__getattr__(name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self.tables})

    def sql(self, query: str) -> pd.DataFrame:
        """The answer of a DuckDB query in which every table is known by its name.

        Raises:
            duckdb.Error: the query is wrong; DuckDB says where.
        """
        if self._connection is None:
            self._connection = connect(self.folder)
        answer = self._connection.sql(query)
        # a statement that gives no rows (SET, CREATE) has no answer
        rows: pa.Table = pa.table({}) if answer is None else answer.to_arrow_table()
        out: pd.DataFrame = rows.to_pandas(types_mapper=_NULLABLE.get)
        return out

    def quotes(self, rows: pd.DataFrame) -> pd.Series[str]:
        """The characters that each row of a table with offsets was read from: ``tables.quotes(tables.outcomes)``."""
        return quoted(rows, self.documents)

    def session(self, session_id: str) -> SessionView:
        """Everything about one session.

        Raises:
            UnknownSession: no such session; close ids are suggested.
        """
        ids = self.sessions["session_id"]
        if not (ids == session_id).any():
            raise UnknownSession(f"no session {session_id!r} in {self.folder}{suggestion(session_id, ids)}")
        own: dict[str, pd.DataFrame] = {name: _of_session(self[name], session_id) for name in ("sessions", *PARTS)}
        told = own["session_documents"].sort_values("rank")["document_id"]  # the leading document first
        return SessionView(session_id, own, self.documents.set_index("document_id").loc[told].reset_index())

    def __repr__(self) -> str:
        counts = [f"  {name:20}{self._row_count(name):>10,} rows" for name in self.tables]
        return "\n".join([f"tables of {self.folder}", *counts])

    def _row_count(self, name: str) -> int:
        import pyarrow.parquet as pq

        return sum(pq.read_metadata(file).num_rows for file in part_files(self.folder, name))


def _of_session(rows: pd.DataFrame, session_id: str) -> pd.DataFrame:
    return rows[rows["session_id"] == session_id].reset_index(drop=True)


def frame(table: pa.Table, name: str) -> pd.DataFrame:
    """An Arrow table of the schema as a DataFrame."""
    for index, column in enumerate(table.schema):
        if pa.types.is_date(column.type):
            table = table.set_column(index, column.name, table[column.name].cast(pa.timestamp("s")))
    out: pd.DataFrame = table.to_pandas(types_mapper=_NULLABLE.get)
    for spec in TABLES[name].columns:
        if spec.type == CODE and spec.name in out.columns:
            out[spec.name] = pd.Categorical(out[spec.name].astype(object), categories=list(spec.codes))
    return out
