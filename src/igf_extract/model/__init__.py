"""Frozen records. No I/O, no logic, and nothing of the package is imported from here."""

from igf_extract.model.document import Claim, Document, Edit, Line, Mention, RawDocument, Section, Turn
from igf_extract.model.evidence import Evidence, Fact, Method, Span
from igf_extract.model.identity import (
    EntryKey,
    Identities,
    MentionKey,
    Organization,
    ParticipationKey,
    Person,
    TurnKey,
    WrittenName,
    document_ids,
)
from igf_extract.model.problem import PROBLEMS, Problem, Severity
from igf_extract.model.session import Goal, Outcome, Participation, Session, Theme

__all__ = [
    "PROBLEMS",
    "Claim",
    "Document",
    "Edit",
    "EntryKey",
    "Evidence",
    "Fact",
    "Goal",
    "Identities",
    "Line",
    "Mention",
    "MentionKey",
    "Method",
    "Organization",
    "Outcome",
    "Participation",
    "ParticipationKey",
    "Person",
    "Problem",
    "RawDocument",
    "Section",
    "Session",
    "Severity",
    "Span",
    "Theme",
    "Turn",
    "TurnKey",
    "WrittenName",
    "document_ids",
]
