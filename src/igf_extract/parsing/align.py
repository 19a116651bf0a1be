"""Lines to the slots of a form: one order-preserving alignment (dynamic programming) with labels as anchors.

A page is a form put through a mode. Lines that are labels fix their slot and are never overruled; every other line takes
the slot that the order of the form, the blank lines, the mode's prediction of lost labels and the line's own shape make
most likely together. The difference to the second-best slot of a line is its margin.

Method: Viterbi decoding with max-marginals (Rabiner 1989, section III B) over lines x slots.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from igf_extract.parsing.costs import Steps
from igf_extract.parsing.emissions import emissions
from igf_extract.parsing.form_slots import form_slots
from igf_extract.parsing.item import Item
from igf_extract.parsing.prose_field import Scores
from igf_extract.vocab.forms import Form, Slot
from igf_extract.vocab.modes import Mode

_FLOATING = 1.5  # cost of a label that the form does not know
_CONTRADICTED = 1.5  # cost of a label that the mode should have lost
_CUT = 0.5  # share of the cost of leaving out the form's last slots: texts are often cut
SURE = 99.0  # margin where there is no second


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a line was put: the slot and its place in the form, how far the second-best slot is behind and which that was, and how
    well the line's shape fits."""

    slot: Slot
    place: int
    margin: float
    runner_up: str | None
    fit: float


@dataclass(frozen=True, slots=True)
class Lattice:
    """All lines against all slots of one form in one mode; ``score`` is that of the best path through it.

    ``steps``: for each step from line to line ``[mode, from, to]``, of which this is the mode ``at``.
    """

    form: Form
    mode: Mode
    score: float
    slots: tuple[Slot, ...]
    fits: Scores
    at: int
    steps: tuple[Scores, ...]
    best: Scores
    ending: Scores


def _constants(form: Form, modes: Sequence[Mode], items: Sequence[Item]) -> list[float]:
    """What form and modes cost whatever the path: unknown labels, labels and blank lines that the mode should have lost."""
    known = form.label_keys
    slotted = any(slot.key.field == "schedule" and not slot.label for slot in form.slots)
    unknown = sum(1 for item in items if item.anchor is not None and item.anchor.key not in known and not (item.dated and slotted))
    alone = {item.heading.spelling for item in items if item.heading is not None and " " not in item.heading.spelling}
    blanks = sum(1 for item in items[2:] if item.line.gap)
    contradicted = [sum(1 for spelling in alone if mode.loses(spelling)) for mode in modes]
    return [
        mode.prior - _FLOATING * unknown - _CONTRADICTED * count - mode.blank_line * blanks
        for mode, count in zip(modes, contradicted, strict=True)
    ]


def lattices(form: Form, modes: Sequence[Mode], items: Sequence[Item]) -> list[Lattice]:
    """One lattice a mode for ``items`` (at least one), solved forwards."""
    slots = form_slots(form, items)
    fits = emissions(slots, items)
    table = Steps(slots, modes)
    steps = tuple(table.step(before, item, _follows_title(before, i)) for i, (before, item) in enumerate(pairwise(items)))
    best = np.empty((len(items), len(modes), len(slots)))
    best[0] = table.start(items[0]) + fits[0]
    for i, step in enumerate(steps, start=1):
        best[i] = (best[i - 1][:, :, None] + step).max(axis=1) + fits[i]
    ending = _CUT * table.ending
    scores = (best[-1] + ending).max(axis=1)
    constants = _constants(form, modes, items)
    return [
        Lattice(form, mode, float(scores[at]) + constants[at], slots, fits, at, steps, best[:, at], ending) for at, mode in enumerate(modes)
    ]


def _follows_title(before: Item, place: int) -> bool:
    """Whether a line stands right below the title, or below the day of the session that an archive puts there."""
    return before.label.key == "title" or before.dated if before.label is not None else place == 0


def placements(lattice: Lattice) -> tuple[Placed, ...]:
    """The best path: where each line goes, with the margin to the best path through another field."""
    count = len(lattice.fits)
    ahead = np.empty_like(lattice.fits)
    ahead[-1] = lattice.ending
    for i in range(count - 2, -1, -1):
        ahead[i] = (lattice.steps[i][lattice.at] + (lattice.fits[i + 1] + ahead[i + 1])[None, :]).max(axis=1)
    place = int((lattice.best[-1] + lattice.ending).argmax())
    path = [place]
    for i in range(count - 1, 0, -1):
        place = int((lattice.best[i - 1] + lattice.steps[i - 1][lattice.at, :, place]).argmax())
        path.append(place)
    path.reverse()
    fields = [(slot.key.field, slot.key.role) for slot in lattice.slots]
    return tuple(_placed(lattice, fields, lattice.best[i] + ahead[i], i, place) for i, place in enumerate(path))


def _placed(lattice: Lattice, fields: Sequence[tuple[str, str | None]], marginals: Scores, line: int, place: int) -> Placed:
    """The second best is the best slot of another field: two slots of one field are no doubt."""
    slot, fit = lattice.slots[place], float(lattice.fits[line, place])
    others = [j for j, field in enumerate(fields) if field != fields[place]]
    if not others:
        return Placed(slot, place, SURE, None, fit)
    second = max(others, key=lambda j: float(marginals[j]))
    return Placed(slot, place, min(SURE, float(marginals[place] - marginals[second])), lattice.slots[second].key.name, fit)
