"""Weights read from ``data/identity.toml``, and what they make of named evidence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

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


def probability(total: float) -> float:
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


@cache
def weights(kind: str) -> Weights:
    """``kind``: person or organization. Raises ``DataFileError`` where ``data/identity.toml`` is missing or wrong."""
    data = read_data("identity.toml")[kind]
    start = data["name" if kind == "person" else "text"]
    limits = data["limits"]
    return Weights(MappingProxyType(start), MappingProxyType(data["evidence"]), limits["same"], limits["unsure"], limits["margin"])
