"""Frozen records. No I/O, no logic, and nothing of the package is imported from here."""

from igf_extract.model.document import Claim, Document, Edit, Line, Mention, Publication, RawDocument, Reference, Section, Turn
from igf_extract.model.evidence import Evidence, Fact, Method, Span
from igf_extract.model.identity import (
    Decision,
    DecisionConflict,
    Entry,
    EntryKey,
    History,
    IdChange,
    Identities,
    Identity,
    Link,
    Registry,
)
from igf_extract.model.keys import MentionKey, TurnKey, document_ids
from igf_extract.model.problem import PROBLEMS, Problem, Severity
from igf_extract.model.session import Goal, Outcome, Participation, Session, Theme

__all__ = [
    "PROBLEMS",
    "Claim",
    "Decision",
    "DecisionConflict",
    "Document",
    "Edit",
    "Entry",
    "EntryKey",
    "Evidence",
    "Fact",
    "Goal",
    "History",
    "IdChange",
    "Identities",
    "Identity",
    "Line",
    "Link",
    "Mention",
    "MentionKey",
    "Method",
    "Outcome",
    "Participation",
    "Problem",
    "Publication",
    "RawDocument",
    "Reference",
    "Registry",
    "Section",
    "Session",
    "Severity",
    "Span",
    "Theme",
    "Turn",
    "TurnKey",
    "document_ids",
]
