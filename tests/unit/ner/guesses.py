"""Candidates for tests: a name where it stands in a text."""

from __future__ import annotations

from igf_extract.ner.candidate import ORG, Candidate
from igf_extract.ner.edges import clean


def guess(text: str, name: str, label: str = ORG, rule: str = "model") -> Candidate:
    """What the model, or another rule, would have found."""
    start = text.index(name)
    return Candidate(start, start + len(name), label, rule)


def cleaned(text: str, name: str, label: str = ORG, rule: str = "model") -> str | None:
    """The name between its cleaned edges."""
    result = clean(text, guess(text, name, label, rule))
    return None if result is None else result.of(text)
