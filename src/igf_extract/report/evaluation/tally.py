"""Counts of right, extra and missed values, the shares they give, and how far chance may have moved them.

Intervals of F1: percentile bootstrap over documents (Efron 1979), since values of one document are right or wrong together.
Intervals of plain shares: Wilson (1927).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

_DRAWS = 1000
_SEED = 20061030
_Z = 1.959964  # 95 %


@dataclass(frozen=True, slots=True)
class Tally:
    """``right``: found and labelled; ``extra``: found only; ``missed``: labelled only."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """Of what was found the share that is right; None where nothing was found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else None

    @property
    def recall(self) -> float | None:
        """Of what is labelled the share that was found; None where nothing is labelled."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else None


def count(found: Iterable[Hashable], expected: Iterable[Hashable]) -> Tally:
    """Compares two multisets."""
    here, there = Counter(found), Counter(expected)
    right = sum((here & there).values())
    return Tally(right, here.total() - right, there.total() - right)


def f1_interval(documents: Sequence[Tally]) -> tuple[float, float] | None:
    """The 95 % interval of the F1 of all documents together; None where no draw has a value. The same on every call."""
    import numpy as np

    counts = np.array([(t.right, t.extra + t.missed) for t in documents if t != Tally()], dtype=float)
    if not len(counts):
        return None
    rng = np.random.default_rng(_SEED)
    drawn = counts[rng.integers(0, len(counts), size=(_DRAWS, len(counts)))].sum(axis=1)
    total = 2 * drawn[:, 0] + drawn[:, 1]
    low, high = np.percentile(2 * drawn[:, 0] / total, (2.5, 97.5))
    return float(low), float(high)


def wilson(right: int, total: int) -> tuple[float, float] | None:
    """The 95 % interval of a share; None of nothing.

    >>> [round(end, 3) for end in wilson(8, 10)]
    [0.49, 0.943]
    """
    if not total:
        return None
    share = right / total
    middle = share + _Z * _Z / (2 * total)
    spread = _Z * sqrt(share * (1 - share) / total + _Z * _Z / (4 * total * total))
    scale = 1 + _Z * _Z / total
    return (middle - spread) / scale, (middle + spread) / scale
