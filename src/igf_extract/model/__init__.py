"""Frozen records. No I/O, no logic, and nothing of the package is imported from here."""

from igf_extract.model.document import Claim, Document, Edit, Line, Mention, RawDocument, Section, Turn
from igf_extract.model.evidence import Evidence, Fact, Method, Span
from igf_extract.model.problem import PROBLEMS, Problem, Severity
from igf_extract.model.session import Goal, Outcome, Participation, Session, Theme

__all__ = [
    "PROBLEMS",
    "Claim",
    "Document",
    "Edit",
    "Evidence",
    "Fact",
    "Goal",
    "Line",
    "Mention",
    "Method",
    "Outcome",
    "Participation",
    "Problem",
    "RawDocument",
    "Section",
    "Session",
    "Severity",
    "Span",
    "Theme",
    "Turn",
]
