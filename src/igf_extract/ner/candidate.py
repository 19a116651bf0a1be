"""A possible name, before the overlap policy has chosen."""

from __future__ import annotations

from dataclasses import dataclass

PERSON = "PERSON"
ORG = "ORG"
LAW = "LAW"
EVENT = "EVENT"
GPE = "GPE"


@dataclass(frozen=True, slots=True)
class Candidate:
    """``start`` and ``end`` are offsets into ``Document.text``; ``rule`` is a key of the policy table in ``merge.py``."""

    start: int
    end: int
    label: str
    rule: str

    def overlaps(self, other: Candidate) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Candidate) -> bool:
        return self.start <= other.start and other.end <= self.end

    @property
    def length(self) -> int:
        return self.end - self.start
