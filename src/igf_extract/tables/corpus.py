"""All documents of a run, each with its id: the input of merging and of the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from igf_extract.model import Document, Session, document_ids
from igf_extract.tables.schema import TABLES

_YEAR = TABLES["sessions"].column("year")


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document under its id; ``duplicate_of`` names the document whose bytes it repeats."""

    document_id: str
    document: Document
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One session as one document tells it: ``known.document.sessions[index]``."""

    known: KnownDocument
    index: int

    @property
    def session(self) -> Session:
        return self.known.document.sessions[self.index]

    @property
    def document_id(self) -> str:
        return self.known.document_id

    @property
    def year(self) -> int | None:
        """The session's year, None where the tables cannot hold it."""
        fact = self.session.year
        return fact.value if fact and _YEAR.allows(fact.value) else None


@dataclass(frozen=True, slots=True)
class MergedSession:
    """One session with everything that tells of it, best first: ``tellings[0]`` leads."""

    session_id: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents in the order of their sources, sessions in the order of their ids."""

    documents: tuple[KnownDocument, ...]
    sessions: tuple[MergedSession, ...]

    @property
    def session_ids(self) -> Mapping[tuple[str, int], str]:
        """(document_id, index of the session within the document) -> session_id."""
        return MappingProxyType({(t.document_id, t.index): merged.session_id for merged in self.sessions for t in merged.tellings})


def known_documents(documents: Sequence[Document]) -> tuple[KnownDocument, ...]:
    """The documents under their ids, in the order of their sources; repeated bytes point to the first that holds them."""
    ids = document_ids(documents)
    order = sorted(range(len(documents)), key=lambda i: (documents[i].source, documents[i].sha256 or "", ids[i]))
    first: dict[str, str] = {}
    known = []
    for index in order:
        document = documents[index]
        original = first.setdefault(document.sha256, ids[index]) if document.sha256 else ids[index]
        known.append(KnownDocument(ids[index], document, None if original == ids[index] else original))
    return tuple(known)
