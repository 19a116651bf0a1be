"""A possible name, before the overlap policy has chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace

PERSON = "PERSON"
ORG = "ORG"
LAW = "LAW"
EVENT = "EVENT"
GPE = "GPE"

FORM_OR_MODEL = frozenset({"rule", "model"})  # names by form, and those of the statistical model: their edges are doubtful
GUESSES = frozenset({"model", "beside_person", "beside_post", "in_a_row"})  # nothing but the words around them speaks for them


@dataclass(frozen=True, slots=True)
class Candidate:
    """``start`` and ``end`` are offsets into ``Document.text``; ``rule`` is a key of the policy table in ``merge.py``."""

    start: int
    end: int
    label: str
    rule: str

    def of(self, text: str) -> str:
        """The characters of the name, from the document's text."""
        return text[self.start : self.end]

    def parted(self, end: int, start: int) -> tuple[Candidate, Candidate]:
        """The two names that it holds: one up to ``end``, one from ``start`` on."""
        return replace(self, end=end), replace(self, start=start)

    def overlaps(self, other: Candidate) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Candidate) -> bool:
        return self.start <= other.start and other.end <= self.end

    @property
    def length(self) -> int:
        return self.end - self.start
