"""The one frozen set of choices that a run depends on. Nothing else in the package is configurable at run time."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

MEBIBYTE = 2**20
MOST_BYTES = 64 * MEBIBYTE


def usable_cores() -> int:
    """The number of cores this process may use (a container's limit counts where the system tells it)."""
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # macOS has no affinity
        return max(1, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices of a run.

    Raises:
        ValueError: a number is out of its range; the message says which and what to use.
    """

    max_bytes: int = MOST_BYTES
    """A larger file is not read: it becomes a rejected document with the problem ``too_large``."""

    max_characters: int = 2_000_000
    """A longer decoded text is kept but not parsed (``too_large``). The longest known session transcripts have about 150,000."""

    seconds_per_document: float = 20.0
    """Computing time of one document, checked between the stages (not time on the wall, or a busy machine would change results)."""

    hard_limit_factor: float = 3.0
    """A document that hangs for this many budgets (on the wall) is given up, if need be with the worker that reads it; the run goes on."""

    model: str | None = None
    """Names in prose: None for the shipped model, ``none`` for no model at all, or the name or path of any installed spaCy pipeline."""

    workers: int = 1
    """Processes that read documents. One means: in this process. The result does not depend on it."""

    decisions: Path | None = None
    """A CSV file of judgements about who is who (a, b, same or different, why); they win over every rule."""

    registry: Path | None = None
    """The folder of an earlier output whose ids of persons and organisations are kept. None: the output that is being replaced."""

    def __post_init__(self) -> None:
        for name in ("max_bytes", "max_characters", "workers"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is {getattr(self, name)}; use 1 or more")
        if self.seconds_per_document <= 0 or self.hard_limit_factor < 1:
            raise ValueError("seconds_per_document must be above 0 and hard_limit_factor at least 1")

    @property
    def hard_limit_seconds(self) -> float:
        """Wall-clock seconds after which a worker's document counts as hanging."""
        return self.seconds_per_document * self.hard_limit_factor
