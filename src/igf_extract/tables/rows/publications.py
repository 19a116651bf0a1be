"""Rows of ``publications`` and ``session_references``: what articles show of themselves, and which sessions a text names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from igf_extract.model import Fact, Publication, Span
from igf_extract.tables.corpus import Corpus
from igf_extract.tables.rows.cells import evidence_cells, span_cells
from igf_extract.tables.rows.documents import originals
from igf_extract.tables.session_id import number_key

_SHOWN = ("title", "published_on", "publisher")


def publication_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row an article that shows any of it; its characters reach from the first fact to the last."""
    for known in originals(corpus):
        publication = known.document.publication
        facts = {} if publication is None else _facts(publication)
        if facts:
            spans = [fact.evidence.span for fact in facts.values()]
            yield {
                "document_id": known.document_id,
                **{name: fact.value for name, fact in facts.items()},
                **{key: cell for name, fact in facts.items() for key, cell in span_cells(fact.evidence.span, name).items()},
                **span_cells(Span(min(span.start for span in spans), max(span.end for span in spans))),
                "confidence": min(fact.confidence for fact in facts.values()),
            }


def _facts(publication: Publication) -> dict[str, Fact[Any]]:
    shown = {name: getattr(publication, name) for name in _SHOWN}
    return {name: fact for name, fact in shown.items() if fact is not None}


def reference_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row a place; the session is linked where exactly one of the corpus has that year, type and number."""
    known_sessions = _by_number(corpus)
    for known in originals(corpus):
        for reference in known.document.references:
            found = known_sessions.get((reference.year, reference.session_type, number_key(reference.number)), frozenset())
            yield {
                "document_id": known.document_id,
                "session_id": next(iter(found)) if len(found) == 1 else None,
                "year": reference.year,
                "session_type": reference.session_type,
                "number": reference.number,
                "text": reference.evidence.span.of(known.document.text),
                **evidence_cells(reference.evidence),
            }


def _by_number(corpus: Corpus) -> Mapping[tuple[int, str, str], frozenset[str]]:
    """(year, type, number) -> the sessions that a document tells of so."""
    found: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    for merged in corpus.sessions:
        for telling in merged.tellings:
            kind, number = telling.session.session_type, telling.session.number
            if telling.year and kind is not None and number is not None:
                found[telling.year, kind.value, number_key(number.value)].add(merged.session_id)
    return {key: frozenset(names) for key, names in found.items()}
