"""What the id of a person or organisation rests on: entries, names, links to others, mentions. Read from finished tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from igf_extract.tables.read import connect, needed_files, output_folder, suggestion

if TYPE_CHECKING:
    import duckdb

_TABLES = ("persons", "organizations", "participations", "mentions", "turns", "sessions", "documents", "identity_links", "identity_changes")
_Rows = Callable[..., list[tuple[Any, ...]]]  # a query with its values -> the rows of the answer


class UnknownIdentity(LookupError):
    """No person or organisation of the output has that id; the message says what became of it, or what is like it."""


@dataclass(frozen=True, slots=True)
class WhoEntry:
    """One participation: where it stands (``source``, characters of the document's text) and what it says."""

    entry_id: str
    year: int | None
    session_id: str
    role: str
    name: str | None
    organization: str | None
    group: str | None
    region: str | None
    country: str | None
    source: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class WhoLink:
    """One judged pair: ``mine`` belongs to the identity, ``other`` to ``other_id`` (the same one where the two were joined)."""

    decision: str
    score: float
    margin: float | None
    reason: str
    mine: str
    other: str
    other_id: str | None
    other_name: str | None
    other_organization: str | None


@dataclass(frozen=True, slots=True)
class Who:
    """One identity. ``names``: written form and count; ``prose``: document, written form, count; ``turns``: turns of transcripts."""

    kind: str
    id: str
    name: str
    acronym: str | None
    confidence: float
    names: Sequence[tuple[str, int]]
    entries: Sequence[WhoEntry]
    links: Sequence[WhoLink]
    prose: Sequence[tuple[str, str, int]]
    turns: int
    changes: Sequence[tuple[int, str, str, str | None, int]]


def who(output: str | Path, kind: str, identity: str) -> Who:
    """The evidence behind an id. ``kind``: person or organization.

    Raises:
        OutputError: there is no such folder, or it lacks the tables.
        UnknownIdentity: no such id; the log of changes and close ids are looked at.
    """
    folder = output_folder(output)
    for name in _TABLES:
        needed_files(folder, name)
    connection = connect(folder)
    try:
        return _who(connection, folder, kind, identity)
    finally:
        connection.close()


def _who(connection: duckdb.DuckDBPyConnection, folder: Path, kind: str, identity: str) -> Who:
    def rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
        return connection.execute(query.replace("{id}", f"{kind}_id").replace("{kind}", kind), list(values)).fetchall()

    acronym = "acronym" if kind == "organization" else "NULL"
    found = rows(f"SELECT name, {acronym}, confidence FROM {{kind}}s WHERE {{id}} = ?", identity)
    changes = rows(
        "SELECT run, old_id, what, new_id, rows FROM identity_changes WHERE kind = ? AND (old_id = ? OR new_id = ?) ORDER BY ordinal",
        *(kind, identity, identity),
    )
    if not found:
        became = [f"{old} was {what}" + (f" into {new}" if new else "") for _, old, what, new, _ in changes if old == identity]
        raise UnknownIdentity(f"{folder} has no {kind} {identity!r}" + (f": {became[-1]}" if became else _meant(rows, identity)))
    entries = rows(
        """SELECT entry_id, year, session_id, role, name, organization, stakeholder_group, regional_group, country_code,
                  documents.source, char_start, char_end
           FROM participations JOIN sessions USING (session_id) JOIN documents ON documents.document_id = participations.document_id
           WHERE {id} = ? ORDER BY year, session_id, ordinal""",
        identity,
    )
    prose = rows(
        """SELECT documents.source, mentions.text, count(*) FROM mentions JOIN documents USING (document_id)
           WHERE {id} = ? GROUP BY ALL ORDER BY 1, 2""",
        identity,
    )
    (name, short, confidence) = found[0]
    return Who(
        kind=kind,
        id=identity,
        name=name,
        acronym=short,
        confidence=confidence,
        names=rows("SELECT name, count FROM {kind}_names WHERE {id} = ? ORDER BY count DESC, name", identity),
        entries=[WhoEntry(*row) for row in entries],
        links=_links(rows, kind, identity),
        prose=prose,
        turns=rows("SELECT count(*) FROM turns WHERE person_id = ?", identity)[0][0] if kind == "person" else 0,
        changes=changes,
    )


def _meant(rows: _Rows, identity: str) -> str:
    """A hint: the ids that bear this as a written name, else ids spelled like it."""
    named = [row[0] for row in rows("SELECT DISTINCT {id} FROM {kind}_names WHERE lower(name) = lower(?) ORDER BY 1 LIMIT 3", identity)]
    return f" (did you mean {', '.join(named)}?)" if named else suggestion(identity, [row[0] for row in rows("SELECT {id} FROM {kind}s")])


def _links(rows: _Rows, kind: str, identity: str) -> list[WhoLink]:
    """The links of the identity, those that joined it first, each kind from the weakest to the surest."""
    both = rows(
        """SELECT l.decision, l.score, l.margin, l.reason, l.a, l.b, pa.{id}, pb.{id}, pa.name, pb.name, pa.organization, pb.organization
           FROM identity_links l JOIN participations pa ON pa.entry_id = l.a JOIN participations pb ON pb.entry_id = l.b
           WHERE l.kind = ? AND (pa.{id} = ? OR pb.{id} = ?)
           ORDER BY l.decision, l.margin NULLS LAST, l.a, l.b""",
        *(kind, identity, identity),
    )
    out = []
    for decision, score, margin, reason, a, b, id_a, id_b, name_a, name_b, body_a, body_b in both:
        mine, other = ((a, id_a, name_a, body_a), (b, id_b, name_b, body_b)) if id_a == identity else ((b,), (a, id_a, name_a, body_a))
        out.append(WhoLink(decision, score, margin, reason, mine[0], *other))
    return out
