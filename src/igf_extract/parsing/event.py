"""One event while its lines are being sorted: the runs and claims of the page that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from igf_extract.model import Claim, Evidence, Line, Method, Span
from igf_extract.parsing.page import Run
from igf_extract.vocab.forms import Slot
from igf_extract.vocab.labels import LABELS, Label

MARGIN = 6.0  # log-odds of a run that was sorted by what its lines are and not by their order


@dataclass(slots=True)
class Event:
    """Runs and claims of one event as they are found."""

    runs: list[Run] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def run(self, key: str, lines: Sequence[Line], label: Label | None = None, heading: Span | None = None) -> None:
        """Adds the lines of one field, if there are any."""
        if lines:
            self.runs.append(Run(slot(key), tuple(lines), label, heading, MARGIN))

    def claim(self, line: Line, name: str, rule: str, method: Method = Method.POSITION) -> None:
        """Says what a line is and which rule saw it."""
        self.claims.append(Claim(line.index, name, Evidence(line.span, f"sched:{rule}", method)))


@cache
def slot(key: str) -> Slot:
    """The slot of a label key, for pages that are sorted without a form."""
    known = LABELS().keys[key]
    return Slot(known, "", False, 0.5, frozenset({key}), known.shape)
