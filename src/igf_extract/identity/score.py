"""Weights read from ``data/identity.toml``, and what they make of named evidence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from igf_extract.model import Link
from igf_extract.vocab.load import read_data


@dataclass(frozen=True, slots=True)
class Weights:
    """``start``: by relation of the names; ``evidence``: by name of the evidence; both in units of log odds."""

    start: Mapping[str, float]
    evidence: Mapping[str, float]
    same: float
    unsure: float
    margin: float

    def add(self, relation: str, evidence: Iterable[str]) -> float:
        return self.start[relation] + sum(self.evidence[name] for name in evidence)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The sum of the evidence in log odds, and the names of what was added up, in order."""

    total: float
    reasons: tuple[str, ...]

    @property
    def probability(self) -> float:
        return probability(self.total)

    def link(self, kind: str, a: str, b: str, decision: str) -> Link:
        """The record of a judged pair, with its distance from the opposite decision."""
        distance = self.total - weights(kind).same
        margin = None if self is DECIDED else round(distance if decision == "same" else max(0.0, -distance), 4)
        return Link(kind, a, b, decision, self.probability, " ".join(self.reasons), margin)


DECIDED = Judgement(30.0, ("decision",))


@lru_cache(maxsize=100_000)
def weighed(kind: str, reasons: tuple[str, ...]) -> Judgement:
    """The judgement of a relation of names (the first reason) and evidence (the others); one object for equal reasons."""
    return Judgement(weights(kind).add(reasons[0], reasons[1:]), reasons)


@lru_cache(maxsize=100_000)
def probability(total: float) -> float:
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


@cache
def weights(kind: str) -> Weights:
    """``kind``: person or organization. Raises ``DataFileError`` where ``data/identity.toml`` is missing or wrong."""
    data = read_data("identity.toml")[kind]
    start = data["name" if kind == "person" else "text"]
    limits = data["limits"]
    return Weights(MappingProxyType(start), MappingProxyType(data["evidence"]), limits["same"], limits["unsure"], limits["margin"])
