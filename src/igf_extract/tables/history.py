"""What an earlier output knows about who is who: its ids, their founding mentions, its log, and which row bore which id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow.parquet as pq

from igf_extract.model import EntryKey, History, IdChange, MentionKey, Registry, TurnKey
from igf_extract.tables.publish import OutputError, recover
from igf_extract.tables.read import part_files

_NEEDED = ("identity_registry", "identity_changes", "persons", "organizations", "participations", "mentions", "turns")
_IDS = (("person", "person_id"), ("organization", "organization_id"))
Row = tuple[str, EntryKey | MentionKey | TurnKey, str]


def read_history(output: str | Path, must_exist: bool = False) -> History | None:
    """The history that an output holds; None where there is no output, or one of a version that kept none.

    Raises:
        OutputError: ``must_exist``, and there is none; or its files cannot be read.
    """
    folder = Path(output).resolve()
    recover(folder)
    if not all(part_files(folder, name) for name in _NEEDED):
        if must_exist:
            raise OutputError(f"{output} holds no registry of ids; give the folder of an earlier output")
        return None
    try:
        present = {kind: frozenset(row[column] for row in _rows(folder, f"{kind}s", column)) for kind, column in _IDS}
        return History(_registry(folder), _changes(folder), MappingProxyType(present), _Rows(folder))
    except (OSError, ValueError, KeyError) as error:
        raise OutputError(f"the registry of ids in {output} cannot be read ({error}); delete the folder to begin anew") from error


def _rows(folder: Path, table: str, *columns: str) -> Iterator[dict[str, Any]]:
    for path in part_files(folder, table):
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(columns=list(columns)):
                yield from batch.to_pylist()


def _registry(folder: Path) -> Registry:
    founded: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    since: dict[str, dict[str, int]] = defaultdict(dict)
    for row in _rows(folder, "identity_registry", "kind", "id", "ordinal", "mention", "since"):  # in the order of its key
        founded[row["kind"]][row["id"]].append(row["mention"])
        since[row["kind"]][row["id"]] = row["since"]
    kept = {kind: MappingProxyType({name: tuple(mentions) for name, mentions in ids.items()}) for kind, ids in founded.items()}
    return Registry(MappingProxyType(kept), MappingProxyType({kind: MappingProxyType(runs) for kind, runs in since.items()}))


def _changes(folder: Path) -> tuple[IdChange, ...]:
    columns = ("run", "kind", "old_id", "what", "new_id", "rows")
    return tuple(IdChange(**row) for row in _rows(folder, "identity_changes", *columns))


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of participations, mentions and turns that bear an id; read anew each time, since they may be millions."""

    folder: Path

    def __iter__(self) -> Iterator[Row]:
        for row in _rows(self.folder, "participations", "entry_id", "person_id", "organization_id"):
            document, session, ordinal = row["entry_id"].rsplit("/", 2)
            yield from _told(EntryKey(document, int(session), int(ordinal)), row)
        for row in _rows(self.folder, "mentions", "document_id", "char_start", "char_end", "label", "person_id", "organization_id"):
            yield from _told(MentionKey(row["document_id"], row["char_start"], row["char_end"], row["label"]), row)
        for row in _rows(self.folder, "turns", "document_id", "ordinal", "person_id"):
            yield from _told(TurnKey(row["document_id"], row["ordinal"] - 1), row)


def _told(key: EntryKey | MentionKey | TurnKey, row: dict[str, Any]) -> Iterator[Row]:
    for kind, column in _IDS:
        if (name := row.get(column)) is not None:
            yield kind, key, name
