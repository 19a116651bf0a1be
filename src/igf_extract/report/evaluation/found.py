"""The rows of an output that belong to the labelled documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from igf_extract.tables.read import output_folder, read_table

Row = Mapping[str, Any]
_TABLES = (
    "sessions",
    "session_themes",
    "session_sdgs",
    "policy_questions",
    "outcomes",
    "participations",
    "sections",
    "turns",
    "mentions",
)


class Found:
    """Rows by document. Documents are known by their file name, since labels name files."""

    def __init__(self, output: Path, names: Iterable[str]) -> None:
        """Reads the rows of the documents of these file names.

        Raises:
            OutputError: ``output`` holds no tables.
        """
        import pyarrow.compute as pc

        folder = output_folder(output)
        wanted = set(names)
        sources = read_table(folder, "documents", ["document_id", "source"]).to_pylist()
        ids = {row["document_id"] for row in sources if PurePosixPath(row["source"]).name in wanted}
        documents = read_table(folder, "documents")
        chosen = documents.filter(pc.is_in(documents["document_id"], _array(ids))).to_pylist()
        self.documents: dict[str, Row] = {PurePosixPath(row["source"]).name: row for row in chosen}
        self._rows: dict[str, dict[str, list[Row]]] = {}
        for name in _TABLES:
            table = read_table(folder, name)
            by_document: dict[str, list[Row]] = defaultdict(list)
            for row in table.filter(pc.is_in(table["document_id"], _array(ids))).to_pylist():
                by_document[row["document_id"]].append(row)
            self._rows[name] = by_document

    def of_document(self, table: str, document_id: str | None) -> list[Row]:
        """The rows of a document in the order of ``ordinal``."""
        rows = self._rows[table].get(document_id or "", [])
        return sorted(rows, key=lambda row: row.get("ordinal") or 0)

    def of_session(self, table: str, document_id: str | None, session_id: str | None) -> list[Row]:
        """The rows that a document gives for a session; none for no session."""
        return [row for row in self.of_document(table, document_id) if session_id is not None and row["session_id"] == session_id]


def _array(ids: Iterable[str]) -> Any:
    import pyarrow as pa

    return pa.array(sorted(ids), pa.string())
