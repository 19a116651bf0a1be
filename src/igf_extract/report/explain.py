"""How one document was read: every line with what claimed it, every value with the line and the rule that gave it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from igf_extract.model import Claim, Document, Evidence, Fact, Participation, Session


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line that is not blank. ``number`` counts the lines of the text from 1; ``claim`` is None where no rule claimed the line."""

    number: int
    text: str
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One value: of which session (from 1; None for the document), which field, read on which line by which rule."""

    session: int | None
    field: str
    value: str
    line: int
    rule: str
    method: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All lines, values and problems of a document, in the order of the text."""

    document: Document
    lines: tuple[ExplainedLine, ...]
    readings: tuple[Reading, ...]
    people: tuple[Reading, ...]

    @property
    def unclaimed(self) -> tuple[ExplainedLine, ...]:
        return tuple(line for line in self.lines if line.claim is None or not line.claim.fits)


def explain(document: Document, session: int | None = None) -> Explanation:
    """What ``document`` (with its lines and claims, as the pipeline gives it) says about itself.

    Args:
        document: the finished record of one document.
        session: show only this session of the document (from 1).

    Raises:
        IndexError: the document has no such session; the message says how many it has.
    """
    if session is not None and not 1 <= session <= len(document.sessions):
        raise IndexError(f"{document.source} has no session {session}; sessions found: {len(document.sessions)}")
    numbers = _LineNumbers(document.text)
    chosen = [(n, s) for n, s in enumerate(document.sessions, 1) if session in (None, n)]
    readings = [reading for n, s in chosen for reading in _readings(n, s, numbers)]
    people = [_person(n, person, numbers) for n, s in chosen for person in s.participations]
    return Explanation(document, tuple(_lines(document, numbers, session)), tuple(readings), tuple(people))


class _LineNumbers:
    def __init__(self, text: str) -> None:
        self._starts = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]

    def of(self, evidence: Evidence) -> int:
        return self.at(evidence.span.start)

    def at(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


def _lines(document: Document, numbers: _LineNumbers, session: int | None) -> Iterator[ExplainedLine]:
    claims = {claim.line: claim for claim in document.claims}
    span = None if session is None else document.sessions[session - 1].span
    for line in document.lines:
        if span is None or span.start == span.end or span.overlaps(line.span):
            yield ExplainedLine(numbers.at(line.span.start), line.text, claims.get(line.index))


def _readings(number: int, session: Session, numbers: _LineNumbers) -> Iterator[Reading]:
    for field in fields(session):
        value = getattr(session, field.name)
        if isinstance(value, Fact):
            yield _reading(number, field.name, value.value, value.evidence, numbers, value.confidence)
    for theme in session.themes:
        yield _reading(number, theme.level or "theme", theme.theme, theme.evidence, numbers)
    for goal in session.goals:
        name = "sdg" if goal.listed else "sdg in prose"
        yield _reading(number, name, goal.target or goal.sdg, goal.evidence, numbers)
    for question in session.policy_questions:
        yield _reading(number, "policy_question", question.value, question.evidence, numbers, question.confidence)
    for outcome in session.outcomes:
        yield _reading(number, outcome.kind, outcome.text, outcome.evidence, numbers)


def _reading(number: int, field: str, value: object, evidence: Evidence, numbers: _LineNumbers, confidence: float | None = None) -> Reading:
    return Reading(number, field, str(value), numbers.of(evidence), evidence.rule, str(evidence.method), confidence)


def _person(number: int, person: Participation, numbers: _LineNumbers) -> Reading:
    details = (person.name, person.title, person.organization, person.stakeholder_group, person.regional_group, person.country)
    value = " | ".join("-" if detail is None else detail for detail in details)
    role = f"{person.role} (inferred)" if person.role_inferred else person.role
    return _reading(number, role, value, person.evidence, numbers, person.confidence)


def names_in_prose(document: Document) -> Sequence[tuple[str, str, str, int]]:
    """(label, text, source, count) of the names found in running text and rosters, in the order of first appearance."""
    counts: dict[tuple[str, str, str], int] = {}
    for mention in document.mentions:
        key = (mention.label, mention.text, mention.source)
        counts[key] = counts.get(key, 0) + 1
    return [(*key, count) for key, count in counts.items()]
