"""Rows of ``sessions``, ``session_evidence`` and ``session_documents``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from igf_extract.tables.corpus import Corpus, MergedSession, Telling
from igf_extract.tables.rows.cells import evidence_cells
from igf_extract.tables.scalars import Reading

Readings = Mapping[str, Mapping[str, Reading]]  # session_id -> column -> reading


def session_rows(corpus: Corpus, readings: Readings) -> Iterator[dict[str, Any]]:
    """One row a session."""
    for merged in corpus.sessions:
        lead = merged.tellings[0]
        yield {
            "session_id": merged.session_id,
            "document_id": lead.document_id,
            "confidence": lead.session.confidence,
            **{column: _cell(reading.fact.value) for column, reading in readings[merged.session_id].items()},
        }


def _cell(value: Any) -> Any:
    """Times to whole seconds, as the columns hold them; instants in UTC."""
    if not isinstance(value, dt.datetime):
        return value
    return (value.astimezone(dt.UTC) if value.tzinfo else value).replace(microsecond=0)


def session_evidence_rows(corpus: Corpus, readings: Readings) -> Iterator[dict[str, Any]]:
    """One row for each scalar fact that a session has."""
    for merged in corpus.sessions:
        for column, reading in readings[merged.session_id].items():
            yield {
                "session_id": merged.session_id,
                "column": column,
                "document_id": reading.telling.document_id,
                **evidence_cells(reading.fact.evidence),
                "confidence": reading.fact.confidence,
            }


def session_document_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row for each pair; a document that tells of a session twice has one, of its best telling."""
    for merged in corpus.sessions:
        for rank, (document_id, telling) in enumerate(_first_tellings(merged).items(), 1):
            yield {
                "session_id": merged.session_id,
                "document_id": document_id,
                "kind": telling.known.document.kind,
                "ordinal": telling.index + 1,
                "rank": rank,
            }


def _first_tellings(merged: MergedSession) -> dict[str, Telling]:
    first: dict[str, Telling] = {}
    for telling in merged.tellings:
        first.setdefault(telling.document_id, telling)
    return first
