"""Rows of ``sections``, ``turns`` and ``mentions``: the running text of each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from igf_extract.model import Identities, Mention, MentionKey, TurnKey
from igf_extract.tables.corpus import Corpus
from igf_extract.tables.rows.cells import evidence_cells, span_cells, written
from igf_extract.tables.rows.documents import originals

SessionIds = Mapping[tuple[str, int], str]


def section_rows(corpus: Corpus, session_ids: SessionIds) -> Iterator[dict[str, Any]]:
    """One row a block, in the order of the page."""
    for known in originals(corpus):
        for ordinal, section in enumerate(known.document.sections, 1):
            yield {
                "document_id": known.document_id,
                "ordinal": ordinal,
                "session_id": _session(session_ids, known.document_id, section.session_index),
                "field": section.field,
                "heading": written(section.heading),
                "heading_inferred": section.heading_inferred,
                "text": section.text,
                "confidence": section.confidence,
                **evidence_cells(section.evidence),
                "language": section.language,
            }


def turn_rows(corpus: Corpus, session_ids: SessionIds, identities: Identities) -> Iterator[dict[str, Any]]:
    """One row a turn, in the order of the transcript."""
    for known in originals(corpus):
        for index, turn in enumerate(known.document.turns):
            yield {
                "document_id": known.document_id,
                "ordinal": index + 1,
                "session_id": _session(session_ids, known.document_id, turn.session_index),
                "speaker": written(turn.speaker),
                "person_id": identities.person_of_turn.get(TurnKey(known.document_id, index)),
                "text": turn.text,
                **evidence_cells(turn.evidence),
            }


def mention_rows(corpus: Corpus, session_ids: SessionIds, identities: Identities) -> Iterator[dict[str, Any]]:
    """One row for each name; the same characters under the same label stand once, by the surest source."""
    for known in originals(corpus):
        best: dict[MentionKey, Mention] = {}
        for mention in known.document.mentions:
            key = MentionKey(known.document_id, mention.span.start, mention.span.end, mention.label)
            if key not in best or mention.confidence > best[key].confidence:
                best[key] = mention
        for key, mention in best.items():
            yield {
                "document_id": known.document_id,
                **span_cells(mention.span),
                "label": mention.label,
                "session_id": _session(session_ids, known.document_id, mention.session_index),
                "section_ordinal": None if mention.section_ordinal is None else mention.section_ordinal + 1,
                "text": mention.text,
                "source": mention.source,
                "person_id": identities.person_of_mention.get(key),
                "organization_id": identities.organization_of_mention.get(key),
                "confidence": mention.confidence,
            }


def _session(session_ids: SessionIds, document_id: str, index: int | None) -> str | None:
    return None if index is None else session_ids.get((document_id, index))
