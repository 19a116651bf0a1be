"""How documents, mentions and turns are referred to over the corpus: by place, never by their words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from igf_extract.model.document import Document


class MentionKey(NamedTuple):
    """A mention by the id of its document, the characters it covers and its label."""

    document: str
    char_start: int
    char_end: int
    label: str


class TurnKey(NamedTuple):
    """``Document.turns[ordinal]`` of a document (its id); ``ordinal`` counts from 0."""

    document: str
    ordinal: int


def document_ids(documents: Sequence[Document]) -> tuple[str, ...]:
    """The ``document_id`` of each document, in the order given; the order of the documents changes no id.

    The first 16 hex digits of the SHA-256 of the bytes; of ``"unreadable:" + source`` where the bytes could not be
    read. Equal ids are told apart in the order of the sources: the first keeps it, the others get ``-2``, ``-3`` ...
    """
    ids = [""] * len(documents)
    seen: Counter[str] = Counter()
    for index in sorted(range(len(documents)), key=lambda i: (documents[i].source, documents[i].sha256 or "")):
        document = documents[index]
        digest = document.sha256 or hashlib.sha256(f"unreadable:{document.source}".encode("utf-8", "surrogatepass")).hexdigest()
        base = digest[:16]
        seen[base] += 1
        ids[index] = base if seen[base] == 1 else f"{base}-{seen[base]}"
    return tuple(ids)
