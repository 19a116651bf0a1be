"""Merging the best pair first: what persons and organisations have in common when groups of entries become one."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from igf_extract.identity.score import Judgement, Weights

Pair = tuple[int, int]


class Mergeable(Protocol):
    """A group that may be swallowed: dead then; ``version`` grows with each merge."""

    alive: bool
    version: int


class Agglomeration:
    """One run over numbered groups. Deterministic: ties fall by the groups' numbers.

    ``judge`` gives the evidence for a pair or None where the two cannot be one; ``merge`` joins the second into the first;
    ``certain`` says of a judgement that no rival can make it unsure.
    """

    def __init__(
        self,
        groups: Sequence[Mergeable],
        judge: Callable[[int, int], Judgement | None],
        merge: Callable[[int, int, Judgement], None],
        certain: Callable[[Judgement], bool],
        limits: Weights,
    ) -> None:
        self._groups = groups
        self._judge = judge
        self._merge = merge
        self._certain = certain
        self._limits = limits
        self._near: dict[int, set[int]] = defaultdict(set)
        self._scores: dict[Pair, Judgement] = {}
        self._heap: list[tuple[float, int, int, int, int]] = []
        self.unsure: dict[Pair, Judgement] = {}

    def run(self, pairs: Iterable[Pair]) -> None:
        """Merges while a pair is good enough; what stays between the limits, or has a rival, is left in ``unsure``."""
        for a, b in sorted(pairs):
            self._near[a].add(b)
            self._near[b].add(a)
            self._push(a, b)
        while self._heap:
            negative, a, b, version_a, version_b = heapq.heappop(self._heap)
            left, right = self._groups[a], self._groups[b]
            if not (left.alive and right.alive) or (left.version, right.version) != (version_a, version_b):
                continue
            judgement = self._scores[(a, b)]
            if -negative < self._limits.same or self._rivalled(a, b, judgement):
                self.unsure[(a, b)] = judgement
                continue
            self._merge(a, b, judgement)
            self._take_over(a, b)

    def _push(self, x: int, y: int) -> None:
        a, b = (x, y) if x < y else (y, x)
        judgement = self._judge(a, b)
        self._scores.pop((a, b), None)
        if judgement is None:
            return
        self._scores[(a, b)] = judgement
        if judgement.total >= self._limits.unsure:
            heapq.heappush(self._heap, (-judgement.total, a, b, self._groups[a].version, self._groups[b].version))

    def _take_over(self, a: int, b: int) -> None:
        self._near[a] = {other for other in (self._near[a] | self._near.pop(b, set())) - {a, b} if self._groups[other].alive}
        for other in sorted(self._near[a]):
            self._near[other].discard(b)
            self._near[other].add(a)
            self._push(a, other)

    def _rivalled(self, a: int, b: int, judgement: Judgement) -> bool:
        """A third group fits one of the two nearly as well, and is not the other: then neither is chosen."""
        if self._certain(judgement):
            return False
        floor = max(judgement.total - self._limits.margin, self._limits.unsure)
        for mine, other in ((a, b), (b, a)):
            for rival in self._near[mine] - {other}:
                second = self._scores.get((mine, rival) if mine < rival else (rival, mine))
                if second is None or second.total < floor or not self._groups[rival].alive:
                    continue
                between = self._judge(min(other, rival), max(other, rival))
                if between is None or between.total < self._limits.unsure:
                    return True
        return False
