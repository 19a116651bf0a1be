"""Where a value was read, by which rule, and how sure that is.

Every value of the output carries an ``Evidence``. Offsets are Python characters into
``Document.text`` (end exclusive); they are never found again by searching for words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Method(StrEnum):
    """What kind of rule read a value, strongest first."""

    DECISION = "decision"  # a person's judgement on record
    LABEL = "label"  # a printed heading or label names the field
    LEXICON = "lexicon"  # a closed vocabulary of data/
    SHAPE = "shape"  # the form of the line itself
    POSITION = "position"  # the order of the page's form
    MODEL = "model"  # a statistical model


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of ``Document.text``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters a value was read from, and the rule that read them."""

    span: Span
    rule: str
    method: Method = Method.SHAPE


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One value with its evidence. ``confidence`` is in [0, 1]: of the values with confidence c about a share c is right."""

    value: T
    evidence: Evidence
    confidence: float = 1.0
