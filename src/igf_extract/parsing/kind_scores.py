"""Points for each kind of document, and the reading that follows from them."""

from __future__ import annotations

import math
from dataclasses import dataclass

SURE = 0.99  # no kind is surer


@dataclass(frozen=True, slots=True)
class KindReading:
    """The kind of a document, how sure that is, and what spoke for it (for ``explain``)."""

    kind: str
    confidence: float
    reasons: tuple[str, ...]


class Scores:
    """Points for each kind, with the reasons."""

    def __init__(self) -> None:
        self.points: dict[str, float] = {}
        self.reasons: list[tuple[str, float, str]] = []

    def add(self, kind: str, points: float, reason: str) -> None:
        """Adds points (negative ones speak against it) for a kind; the reason is shown by ``explain``."""
        self.points[kind] = self.points.get(kind, 0.0) + points
        self.reasons.append((kind, points, reason))

    def of(self, kind: str) -> float:
        """The points of a kind so far."""
        return self.points.get(kind, 0.0)

    def reading(self) -> KindReading:
        """The kind with most points. The confidence grows with the lead and with the points themselves."""
        ranked = sorted(self.points.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] <= 0:
            return KindReading("other", 0.5, ())
        best, points = ranked[0]
        lead = points - max(0.0, ranked[1][1] if len(ranked) > 1 else 0.0)
        confidence = 1.0 - 0.5 * math.exp(-min(lead, points) / 3.0)
        return KindReading(
            best, round(min(confidence, SURE), 3), tuple(why for name, worth, why in self.reasons if name == best and worth > 0)
        )
