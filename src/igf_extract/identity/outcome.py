"""What one part of the corpus gave: clusters and judged pairs of its entries, by their places in the part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from igf_extract.identity.score import Judgement
from igf_extract.model import EntryKey, Link


class PartLink(NamedTuple):
    """A ``Link`` between the entries at two places of a part; ``a`` is the one whose key comes first as a text."""

    a: int
    b: int
    decision: str
    score: float
    reason: str
    margin: float | None


class Outcome(NamedTuple):
    """``clusters``: places, ascending, of each cluster, by their first; ``refused``: decided pairs that other decisions forbid.

    ``regions``: of organisations, where nearly all people of each cluster come from.
    """

    clusters: tuple[tuple[int, ...], ...]
    links: tuple[PartLink, ...] = ()
    refused: tuple[tuple[int, int], ...] = ()
    regions: tuple[str | None, ...] = ()


Part = tuple[Sequence[int], Outcome]  # the numbers of the entries of a part, and what the part gave

ALONE = Outcome(((0,),))


class Placed(Protocol):
    """An entry at its place in a part."""

    @property
    def place(self) -> int: ...

    @property
    def key(self) -> EntryKey: ...


def part_link(kind: str, a: Placed, b: Placed, decision: str, judgement: Judgement) -> PartLink:
    left, right = sorted((a, b), key=lambda item: str(item.key))
    link = judgement.link(kind, "", "", decision)
    return PartLink(left.place, right.place, decision, link.score, link.reason, link.margin)


def full_link(kind: str, link: PartLink, keys: Sequence[str]) -> Link:
    """The link with the texts of the keys; ``keys``: those of the entries of the part."""
    return Link(kind, keys[link.a], keys[link.b], link.decision, link.score, link.reason, link.margin)


def least_confidence(outcome: Outcome) -> list[float]:
    """For each cluster the probability of its weakest link; a link left open to another lowers it to one half at most."""
    home = {place: number for number, places in enumerate(outcome.clusters) for place in places}
    least = [1.0] * len(outcome.clusters)
    for link in outcome.links:
        score = link.score if link.decision == "same" else max(0.5, 1 - link.score)
        for place in (link.a, link.b):
            least[home[place]] = min(score, least[home[place]])
    return least
