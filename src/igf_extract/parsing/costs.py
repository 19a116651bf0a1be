"""The cost model of the alignment: what it costs to go from slot to slot.

All numbers are log-odds. The costs that depend on how the page became text stand in ``data/modes.toml``, how lines fit slots in
``parsing/emissions.py``; the few constants here are the same for all forms and modes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

import numpy as np

from igf_extract.parsing.form_slots import LISTS
from igf_extract.parsing.item import Item
from igf_extract.parsing.line_shape import LIKELY
from igf_extract.parsing.prose_field import Scores
from igf_extract.vocab.forms import Slot
from igf_extract.vocab.list_marks import SIGNS, has_mark, is_counted_list
from igf_extract.vocab.modes import Mode

_BACKWARDS = 30.0  # cost of an unlabelled line that goes back in the form
_BACK = 4.0  # cost of a label that stands before its place in the form
_EMPTY = 3.0  # cost of a label whose value is missing
_SOFT = 0.5  # cost of opening a field by a role label that might also stand inside a list of people
_INSIDE = 15.0  # cost of leaving a field in the middle of a numbered list
_LISTED = re.compile(rf"[{SIGNS}]|1[.)]\s")  # a dash or a tick stands before single lines as well
_SHORT_LINE = 15  # words of a line of a list
_LISTED_APART = 5.8  # cost of a list with marks that stands apart below people without them, where headings were lost
_BARE = 2.0  # cost of a bare name behind a blank line in a list whose lines before it touch and give details
_FEWER = 2  # commas that a name with far fewer details has less than the line above it
_LEAST_SKIP = -2.5  # leaving out one slot never costs more
_SINGLE = frozenset({"format", "duration", "language", "title", "number", "room", "coalition"})  # shapes that take one line
_BRIEF = frozenset({"brief"})  # shapes that mostly take one paragraph


def _absent(slots: Sequence[Slot]) -> Scores:
    """Log-probability that a page leaves a slot out."""
    return np.array([max(_LEAST_SKIP, math.log(max(1e-9, 1.0 - slot.presence))) for slot in slots])


def _skips(slots: Sequence[Slot], back: float) -> Scores:
    """``[from, to]``: cost of leaving out the slots in between; going back costs ``back``."""
    total = np.concatenate([[0.0], np.cumsum(_absent(slots))])
    ahead = total[None, :-1] - total[1:, None]
    return np.where(np.tri(len(slots), k=-1, dtype=bool), -back, ahead * (1.0 - np.eye(len(slots))))


class _Entering:
    """What it costs to begin each slot with an unlabelled line, ``[mode, slot]``; ``lost``: whether the mode loses the slot's label."""

    def __init__(self, slots: Sequence[Slot], modes: Sequence[Mode]) -> None:
        self._modes = modes
        self._unlabelled = np.array([not slot.label for slot in slots])
        self._inline = np.array([slot.inline for slot in slots])
        self.lost = np.array([[bool(slot.label) and mode.loses(slot.label) for slot in slots] for mode in modes])
        self._presence = np.array([math.log(slot.presence) for slot in slots])

    def __call__(self, gap: int, first: bool) -> Scores:
        """After ``gap`` blank lines (0, 1, 2 for more); ``first``: the line after the title."""

        def of_modes(value: Callable[[Mode], float]) -> Scores:
            return np.array([[value(mode)] for mode in self._modes])

        labelled = np.where(self.lost, of_modes(lambda mode: mode.enter_lost[gap]), of_modes(lambda mode: mode.lost_kept))
        if first:
            labelled = np.maximum(labelled, of_modes(lambda mode: mode.first_label_lost))
        labelled = np.where(self._inline, of_modes(lambda mode: mode.lost_inline), labelled)
        unlabelled = of_modes(lambda mode: mode.enter_unlabelled[gap])
        return np.asarray(np.where(self._unlabelled, unlabelled, labelled) + self._presence)


def _stay(slots: Sequence[Slot], mode: Mode, gap: int, listed: bool) -> Scores:
    """What it costs that a further unlabelled line stays in its slot after ``gap`` blank lines; ``listed``: it bears a list mark."""

    def cost(shape: str) -> float:
        if shape == "person":
            return mode.stay_single[gap] if listed else mode.stay_person[gap]
        if shape in _SINGLE:
            return mode.stay_single[gap]
        if shape in _BRIEF:
            return mode.stay_single[gap] / 2
        return mode.stay_list[gap] if shape in LISTS else mode.stay_prose[gap]

    return np.array([cost(slot.shape) for slot in slots])


def _is_bare_behind_details(before: Item, item: Item) -> bool:
    """Whether a name without any detail, or with far fewer, stands apart below lines of people that touch one another and give details."""
    bare = item.shape.name >= LIKELY and not any(mark in item.line.text for mark in ",;:()")
    brief = item.shape.person >= LIKELY and item.line.text.count(",") + _FEWER <= before.line.text.count(",")
    listed = before.gap == 0 and before.label is None and "," in before.line.text
    return item.gap > 0 and listed and ((bare and before.shape.person >= LIKELY) or (brief and not before.shape.sentence))


def _is_unmarked_behind_marks(before: Item, item: Item) -> bool:
    """Whether a short line without a list mark stands apart below lines of a list that bear one: another list."""
    marked = before.shape.listed and has_mark(before.line.text) and before.label is None
    marked = marked and not item.shape.listed and item.label is None
    return marked and item.gap > 0 and item.shape.words <= _SHORT_LINE and not item.shape.sentence


def _is_marked_behind_unmarked(before: Item, item: Item) -> bool:
    """Whether a list of people with marks stands apart below people or bodies without them: another list."""
    free = before.label is None or before.soft
    plain = free and not before.shape.listed and not before.shape.sentence and not before.line.text.endswith(":")
    apart = item.gap > 0 and item.label is None and not item.hosted
    marked = apart and _LISTED.match(item.line.text) is not None and item.shape.person >= LIKELY
    return plain and marked and before.shape.words <= _SHORT_LINE and max(before.shape.person, before.shape.organization) >= LIKELY


class Steps:
    """The transition tables of one form in all modes, ``[mode, from, to]``; each is made once."""

    def __init__(self, slots: Sequence[Slot], modes: Sequence[Mode]) -> None:
        self._slots, self._modes = slots, modes
        self._forward = _skips(slots, _BACKWARDS)
        self._anchored = _skips(slots, _BACK)
        self._everywhere = np.broadcast_to(self._anchored, (len(modes), *self._anchored.shape))
        self._moving = 1.0 - np.eye(len(slots))
        self._enter = _Entering(slots, modes)
        self._losing: list[int] = np.flatnonzero(self._enter.lost.any(axis=1)).tolist()
        self._made: dict[tuple[int, bool, bool, str, bool, bool, bool, bool], Scores] = {}

    @property
    def ending(self) -> Scores:
        """Cost of leaving out all slots behind each slot."""
        return self._forward[:, -1]

    def start(self, item: Item) -> Scores:
        """Cost of each slot for the page's first line, ``[mode, slot]`` or for all modes alike."""
        skipped = np.concatenate([[0.0], np.cumsum(_absent(self._slots))])[:-1]
        if item.anchor is not None:
            return skipped
        entered: Scores = skipped + self._enter(2, True)
        named = [i for i, slot in enumerate(self._slots) if item.label is not None and item.label.key in slot.accepts]
        entered[:, named] = np.maximum(entered[:, named], skipped[named] - _SOFT)
        return entered

    def step(self, before: Item, item: Item, first: bool) -> Scores:
        """``[mode, from, to]`` for the step from the line ``before`` to ``item``; ``first``: the line after the title."""
        empty = before.heading is not None
        if item.anchor is not None:
            return self._everywhere - _EMPTY * self._moving if empty else self._everywhere
        gap = max(min(item.gap, 2), int(item.hint))  # two lists of bullets may touch
        marked = _is_marked_behind_unmarked(before, item) or (item.again and is_counted_list(item.line.text))
        bare = item.again or _is_bare_behind_details(before, item) or _is_unmarked_behind_marks(before, item)
        key = (gap, empty, first, item.label.key if item.label is not None else "", item.inside, item.shape.listed, bare, marked)
        if key not in self._made:
            table = self._table(item, gap, empty, first)
            lists = [i for i, slot in enumerate(self._slots) if slot.shape == "people"]
            table[:, lists, lists] -= _BARE * bare
            table[np.ix_(self._losing, lists, lists)] -= _LISTED_APART * marked * np.eye(len(lists))
            self._made[key] = table
        return self._made[key]

    def _table(self, item: Item, gap: int, empty: bool, first: bool) -> Scores:
        table: Scores = self._forward + self._enter(gap, first)[:, None, :]
        every = np.arange(len(self._slots))
        table[:, every, every] = 0.0 if empty else np.array([_stay(self._slots, mode, gap, item.shape.listed) for mode in self._modes])
        if item.label is not None:
            named = [i for i, slot in enumerate(self._slots) if item.label.key in slot.accepts]
            table[:, :, named] = np.maximum(table[:, :, named], self._anchored[:, named] - _SOFT)
        if item.inside:
            table = table - _INSIDE * self._moving
        return table - _EMPTY * self._moving if empty else table
