"""Lines to the slots of a form: one order-preserving alignment (dynamic programming) with labels as anchors.

A page is a form put through a mode. Lines that are labels fix their slot and are never overruled; every other line takes
the slot that the order of the form, the blank lines, the mode's prediction of lost labels and the line's own shape make
most likely together. Scores are log-odds; the difference to the second-best slot of a line is its margin.

Method: Viterbi decoding with max-marginals (Rabiner 1989, section III B) over lines x slots.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from igf_extract.model import Line
from igf_extract.parse.shapes import SHAPES, LineShape
from igf_extract.vocab.forms import Form, Slot
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.modes import Mode

Scores = npt.NDArray[np.float64]

_NEVER = -1e6
_BACK = 4.0  # cost of a label that stands before its place in the form
_EMPTY = 3.0  # cost of a label whose value is missing
_FLOATING = 1.5  # cost of a label that the form does not know
_UNDER_HEADING = -1.0  # the line right under a printed heading fits its field at least so well, whatever its shape
_HINT = 2.0  # against an organizer's line that begins with another role
_SOFT = 0.5  # cost of opening a field by a role label that might also stand inside a list of people
_CONTRADICTED = 1.5  # cost of a label that the mode should have lost
_CUT = 0.5  # share of the cost of leaving out the form's last slots: texts are often cut
_SINGLE = frozenset({"person", "format", "duration", "language", "title", "number", "room", "coalition"})  # shapes that take one line
_BRIEF = frozenset({"brief"})  # shapes that mostly take one paragraph
_LISTS = frozenset({"people", "organization", "theme", "goal", "question", "agenda"})


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the page as the aligner sees it: ``label`` where it opens with one, ``soft`` where that may lie inside a list."""

    line: Line
    shape: LineShape
    label: Label | None = None
    soft: bool = False
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a line was put: the slot, how far the second-best slot is behind, which that was, and how well the line's shape fits."""

    slot: Slot
    place: int
    margin: float
    runner_up: str | None
    fit: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The best placement of all lines in one form and mode, and its score."""

    form: Form
    mode: Mode
    score: float
    placed: tuple[Placed, ...]


def _floating(form: Form, items: Sequence[Item]) -> list[Slot]:
    """The form's slots, and one more for each label it does not know, put behind the slot of the label before it."""
    slots = list(form.slots)
    at = -1
    for item in items:
        if item.label is None:
            continue
        ahead = [i for i, slot in enumerate(slots) if item.label.key in slot.accepts]
        if ahead:
            at = at if item.soft else next((i for i in ahead if i >= at), ahead[-1])
            continue
        key = LABELS().keys[item.label.key]
        at += 1
        slots.insert(at, Slot(key, item.label.spelling, False, 0.02, frozenset([key.name]), key.shape))
    return slots


def _skips(slots: Sequence[Slot], back: float) -> Scores:
    """``[from, to]``: log-probability of leaving out the slots in between; going back costs ``back``."""
    absent = np.array([max(-2.5, math.log(max(1e-9, 1.0 - slot.presence))) for slot in slots])
    total = np.concatenate([[0.0], np.cumsum(absent)])
    size = len(slots)
    costs = np.full((size, size), -back)
    for i in range(size):
        costs[i, i] = 0.0
        costs[i, i + 1 :] = total[i + 1 : size] - total[i + 1]
    return costs


def _enter(slots: Sequence[Slot], mode: Mode, gap: int, first: bool) -> Scores:
    """What it costs to begin each slot with an unlabelled line after ``gap`` blank lines."""
    costs = np.empty(len(slots))
    for i, slot in enumerate(slots):
        if not slot.label:
            cost = mode.enter_unlabelled[gap]
        elif slot.inline:
            cost = mode.lost_inline
        elif mode.loses(slot.label):
            cost = mode.enter_lost[gap]
        else:
            cost = mode.lost_kept
        if first and slot.label and not slot.inline:
            cost = max(cost, -0.5)
        costs[i] = cost + math.log(slot.presence)
    return costs


def _stay(slots: Sequence[Slot], mode: Mode, gap: int) -> Scores:
    """What it costs that a further unlabelled line stays in its slot after ``gap`` blank lines."""

    def cost(shape: str) -> float:
        if shape in _SINGLE:
            return mode.stay_single[gap]
        if shape in _BRIEF:
            return mode.stay_single[gap] / 2
        return mode.stay_list[gap] if shape in _LISTS else mode.stay_prose[gap]

    return np.array([cost(slot.shape) for slot in slots])


def _is_heading(item: Item) -> bool:
    return item.label is not None and not item.soft and item.label.value_start is None


def _emissions(slots: Sequence[Slot], items: Sequence[Item]) -> Scores:
    table = np.empty((len(items), len(slots)))
    for i, item in enumerate(items):
        by_shape: dict[str, float] = {}
        for j, slot in enumerate(slots):
            label = item.label
            if label is not None and not item.soft:
                table[i, j] = 0.0 if label.key in slot.accepts else _NEVER
                continue
            if slot.shape not in by_shape:
                by_shape[slot.shape] = SHAPES[slot.shape](item.shape)
            table[i, j] = by_shape[slot.shape]
            if item.hint and slot.key.role == "organizer":
                table[i, j] -= _HINT
            if i and label is None and _is_heading(items[i - 1]) and items[i - 1].label.key in slot.accepts:  # type: ignore[union-attr]
                table[i, j] = max(table[i, j], _UNDER_HEADING)
            if label is not None:
                table[i, j] = (
                    3.0
                    if label.key in slot.accepts
                    else 2.5
                    if slot.shape == "agenda"
                    else 1.5
                    if slot.shape in _LISTS and slot.key.field == "participants"
                    else -6.0
                )
    return table


class _Transitions:
    """Transition tables of one form in one mode, made once for each kind of step."""

    def __init__(self, slots: Sequence[Slot], mode: Mode) -> None:
        self.slots, self.mode = slots, mode
        self.forward = _skips(slots, 30.0)
        self.anchored = _skips(slots, _BACK)
        self.made: dict[tuple[int, bool, bool, str], Scores] = {}

    def step(self, item: Item, after_label: bool, first: bool) -> Scores:
        """``[from, to]`` for the step to ``item``."""
        if item.label is not None and not item.soft:
            return self.anchored - (0.0 if not after_label else _EMPTY * (1.0 - np.eye(len(self.slots))))
        gap = max(min(item.line.gap, 2), int(item.hint))  # two lists of bullets may touch
        key = (gap, after_label, first, item.label.key if item.label is not None else "")
        if key not in self.made:
            table = self.forward + _enter(self.slots, self.mode, gap, first)[None, :]
            stay = np.zeros(len(self.slots)) if after_label else _stay(self.slots, self.mode, gap)
            np.fill_diagonal(table, stay)
            if item.label is not None:
                named = [i for i, slot in enumerate(self.slots) if item.label.key in slot.accepts]
                table[:, named] = np.maximum(table[:, named], self.anchored[:, named] - _SOFT)
            if after_label:
                table -= _EMPTY * (1.0 - np.eye(len(self.slots)))
            self.made[key] = table
        return self.made[key]


def _start(slots: Sequence[Slot], item: Item, mode: Mode) -> Scores:
    absent = np.array([max(-2.5, math.log(max(1e-9, 1.0 - slot.presence))) for slot in slots])
    skipped = np.concatenate([[0.0], np.cumsum(absent)])[:-1]
    if item.label is not None and not item.soft:
        return skipped
    return skipped + _enter(slots, mode, 2, True)


def align(form: Form, mode: Mode, items: Sequence[Item]) -> Alignment:
    """The best placement of ``items`` (at least one) in ``form`` under ``mode``."""
    slots = _floating(form, items)
    emissions = _emissions(slots, items)
    transitions = _Transitions(slots, mode)
    heading = [_is_heading(item) for item in items]
    titled = [False] + [(items[i - 1].label is not None and items[i - 1].label.key == "title") or i == 1 for i in range(1, len(items))]  # type: ignore[union-attr]
    steps = [transitions.step(items[i], heading[i - 1], titled[i]) for i in range(1, len(items))]
    best = np.empty_like(emissions)
    back = np.zeros(emissions.shape, dtype=np.intp)
    best[0] = _start(slots, items[0], mode) + emissions[0]
    for i, step in enumerate(steps, start=1):
        options = best[i - 1][:, None] + step
        back[i] = options.argmax(axis=0)
        best[i] = options[back[i], np.arange(len(slots))] + emissions[i]
    ahead = np.zeros_like(emissions)
    ahead[-1] = _CUT * transitions.forward[:, -1]
    for i in range(len(items) - 2, -1, -1):
        ahead[i] = (steps[i] + (emissions[i + 1] + ahead[i + 1])[None, :]).max(axis=1)
    best[-1] += _CUT * transitions.forward[:, -1]
    path = [int(best[-1].argmax())]
    for i in range(len(items) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    path.reverse()
    known = form.label_keys
    unknown = sum(1 for item in items if item.label is not None and not item.soft and item.label.key not in known)
    alone = {
        item.label.spelling
        for item in items
        if item.label is not None and item.label.value_start is None and " " not in item.label.spelling
    }
    contradicted = sum(1 for spelling in alone if mode.loses(spelling))
    blanks = sum(1 for item in items[2:] if item.line.gap)
    score = float(best[-1].max()) - mode.blank_line * blanks - _FLOATING * unknown - _CONTRADICTED * contradicted + mode.prior
    return Alignment(
        form,
        mode,
        score,
        tuple(
            _placed(slots, best[i] + (ahead[i] if i + 1 < len(items) else 0.0), place, float(emissions[i, place]))
            for i, place in enumerate(path)
        ),
    )


def _placed(slots: Sequence[Slot], marginals: Scores, place: int, fit: float) -> Placed:
    """The second best is the best slot of another field: two slots of one field are no doubt."""
    here = slots[place].key
    others = [(float(m), s) for m, s in zip(marginals, slots, strict=True) if (s.key.field, s.key.role) != (here.field, here.role)]
    if not others:
        return Placed(slots[place], place, 99.0, None, fit)
    score, slot = max(others, key=lambda pair: pair[0])
    return Placed(slots[place], place, min(99.0, float(marginals[place]) - score), slot.key.name, fit)
