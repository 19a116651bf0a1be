"""One overlap policy: which of several candidates for the same characters becomes the mention.

The order of ``POLICY`` is the order of strength. Among candidates that overlap
1. a ``wins_over_longer`` candidate beats a longer one of its own label that only a guess supports,
2. else the longer one wins, 3. of equal spans the stronger one, 4. of equal strength (a name that the roster has as a person and
as a body) the organisation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from igf_extract.ner.candidate import PERSON, Candidate


@dataclass(frozen=True, slots=True)
class Strength:
    """``source`` is what the table of mentions shows; ``confidence`` the share that was right on labelled documents.

    The shares were counted with the shipped model on 72 labelled documents, of which 36 took no part in writing rules; where
    fewer than 20 cases were seen, the share is one of the nearest rule, lowered.
    """

    source: str
    confidence: float
    is_part: bool = False  # gives way to anything that overlaps
    is_guess: bool = False  # gives way to two stronger names inside it
    confidence_org: float | None = None  # where organisations differ

    def confidence_of(self, label: str) -> float:
        """The share for this label."""
        return self.confidence if self.confidence_org is None or label == PERSON else self.confidence_org


POLICY = MappingProxyType(
    {
        "roster_line": Strength("roster", 0.98),
        "roster": Strength("roster", 0.99),
        "gazetteer": Strength("gazetteer", 0.99),
        "definition": Strength("gazetteer", 0.97),
        "gazetteer_acronym": Strength("gazetteer", 0.99),
        "rule": Strength("gazetteer", 0.97, is_guess=True),
        "rule_person": Strength("model", 0.96, is_guess=True),
        "given_name": Strength("model", 0.96, is_guess=True),
        "syllables": Strength("model", 0.96, is_guess=True),
        "model": Strength("model", 0.94, is_guess=True, confidence_org=0.84),
        "beside_person": Strength("model", 0.8, is_guess=True),
        "beside_post": Strength("model", 0.8, is_guess=True),
        "in_a_row": Strength("model", 0.79, is_guess=True),
        "acronym_behind": Strength("model", 0.9, is_guess=True),
        "repeat": Strength("model", 0.9),
        "roster_part": Strength("roster", 0.97, is_part=True),
        "repeat_part": Strength("model", 0.87, is_part=True),
        "gazetteer_word": Strength("gazetteer", 0.93, is_part=True),
        # further labels: merged among themselves, beside people and organisations (extra.py)
        "law": Strength("gazetteer", 0.95),
        "event_with_year": Strength("gazetteer", 0.97),
        "event": Strength("gazetteer", 0.93),
        "country": Strength("gazetteer", 0.97),
    }
)
_OF_FIELD = re.compile(r" de (?:Pol[íi]ti|Asunt|Relac|Assunt|Relaç)")
_AFTER_PERSON = (" of ", " fro", " at ", ", ", " (", " de ", " du ")
_RANK = {rule: rank for rank, rule in enumerate(POLICY)}


def merge(candidates: Iterable[Candidate], text: str = "") -> list[Candidate]:
    """The winners, in the order of the text, none overlapping. ``text`` is the document's, to see what stands between names."""
    unique = sorted(set(candidates), key=lambda c: (c.start, c.end, _RANK[c.rule], c.label))
    winners: list[Candidate] = []
    for group in _touching(unique):
        winners += group if len(group) == 1 else _winners(group, text)
    return winners


def _touching(ordered: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates in groups that share characters; groups do not."""
    group: list[Candidate] = []
    end = -1
    for candidate in ordered:
        if group and candidate.start >= end:
            yield group
            group = []
        group.append(candidate)
        end = max(end, candidate.end)
    if group:
        yield group


def _winners(group: list[Candidate], text: str) -> list[Candidate]:
    strong = _Ordered([c for c in group if not POLICY[c.rule].is_guess and not POLICY[c.rule].is_part])
    people = _Ordered([c for c in group if c.label == PERSON])
    pool = [
        c
        for c in group
        if not POLICY[c.rule].is_guess
        or not (
            _swallows(c, strong)
            or _runs_past_possessive(text, c, strong)
            or _runs_past_company(text, c, strong)
            or _runs_past_person(text, c, people)
        )
    ]
    pool.sort(key=lambda c: (POLICY[c.rule].is_part, -c.length, _RANK[c.rule], c.start))
    chosen: list[Candidate] = []  # in the order of the text, none overlapping
    for candidate in pool:
        at = bisect_left(chosen, candidate.start, key=_start)
        if not any(candidate.overlaps(other) for other in chosen[max(0, at - 1) : at + 1]):
            chosen.insert(at, candidate)
    return chosen


def _start(candidate: Candidate) -> int:
    return candidate.start


class _Ordered:
    """Candidates in the order of the text, looked up by place."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self._candidates = candidates
        self._starts = [c.start for c in candidates]
        self._longest = max((c.length for c in candidates), default=0)

    def touching(self, candidate: Candidate) -> list[Candidate]:
        """Those that share characters with ``candidate``."""
        first = bisect_left(self._starts, candidate.start - self._longest)
        last = bisect_left(self._starts, candidate.end)
        return [c for c in self._candidates[first:last] if c.overlaps(candidate)]

    def starting_with(self, candidate: Candidate) -> list[Candidate]:
        """Those that begin where ``candidate`` begins and end before it ends."""
        first = bisect_left(self._starts, candidate.start)
        last = bisect_right(self._starts, candidate.start)
        return [c for c in self._candidates[first:last] if c.end < candidate.end]


def _swallows(candidate: Candidate, strong: _Ordered) -> bool:
    """A guess that runs over two or more separate sure names, or ends inside one, is a run-on."""
    touching = strong.touching(candidate)
    if any(not candidate.holds(c) and not c.holds(candidate) for c in touching):
        return True
    inside = [c for c in touching if candidate.holds(c) and c.length < candidate.length]
    if sum(c.rule == "gazetteer_acronym" for c in inside) > 1:
        return True  # "BPF MAG", "UN IGF": a body inside another
    # two names with only a blank between them may be one: "UN" and "Ad Hoc Committee"
    return bool(inside) and max(c.start for c in inside) - min(c.end for c in inside) > 1


def _runs_past_possessive(text: str, candidate: Candidate, strong: _Ordered) -> bool:
    """A guess such as "European Commission's AI" where "European Commission" is sure."""
    return any(text[c.end : c.end + 2] in {"'s", "’s"} for c in strong.starting_with(candidate))


def _runs_past_company(text: str, candidate: Candidate, strong: _Ordered) -> bool:
    """A guess such as "Google de Políticas" where "Google" is sure."""
    return any(c.rule == "gazetteer_acronym" and _OF_FIELD.match(text, c.end, candidate.end) for c in strong.starting_with(candidate))


def _runs_past_person(text: str, candidate: Candidate, people: _Ordered) -> bool:
    """A guess such as "Ann Lee of Ice Lab" for an organisation where "Ann Lee" is a person."""
    if candidate.label == PERSON:
        return False
    return any(text[c.end : c.end + 4].startswith(_AFTER_PERSON) for c in people.starting_with(candidate))
