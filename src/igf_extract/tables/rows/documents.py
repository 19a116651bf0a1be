"""Rows of ``documents`` and ``edits``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from igf_extract.tables.corpus import Corpus, KnownDocument


def document_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row a document. A duplicate is described as its original is; rows and text stand with the original alone."""
    by_id = {known.document_id: known for known in corpus.documents}
    sessions = Counter(name for merged in corpus.sessions for name in {t.document_id for t in merged.tellings})
    for known in corpus.documents:
        told = by_id[known.duplicate_of].document if known.duplicate_of else known.document
        yield {
            "document_id": known.document_id,
            "source": known.document.source,
            "sha256": known.document.sha256,
            "size_bytes": known.document.size_bytes,
            "kind": told.kind,
            "kind_confidence": told.kind_confidence,
            "layout": told.layout,
            "layout_runner_up": told.layout_runner_up,
            "language": told.language,
            "encoding": told.encoding,
            "repaired_characters": told.repaired_characters,
            "line_count": told.line_count,
            "unclaimed_line_count": told.unclaimed_line_count,
            "session_count": sessions[known.document_id],
            "status": "duplicate" if known.duplicate_of else known.document.status,
            "duplicate_of": known.duplicate_of,
            "confidence": told.confidence,
            "text": None if known.duplicate_of else known.document.text or None,
        }


def originals(corpus: Corpus) -> Iterator[KnownDocument]:
    """The documents that have rows of their own."""
    return (known for known in corpus.documents if known.duplicate_of is None)


def edit_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row a repair."""
    for known in originals(corpus):
        for ordinal, edit in enumerate(known.document.edits, 1):
            yield {
                "document_id": known.document_id,
                "ordinal": ordinal,
                "decoded_start": edit.start,
                "old": edit.old,
                "new": edit.new,
                "rule": edit.rule,
            }
