"""The cost model of the alignment: what it costs to put a line into a slot, and to go from slot to slot.

All numbers are log-odds. The costs that depend on how the page became text stand in ``data/modes.toml``; the shapes of
lines in ``parsing/shapes.py``; the few constants here are the same for all forms and modes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np
import numpy.typing as npt

from igf_extract.model import Line
from igf_extract.parsing.fields.clock import lengths
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.line_shape import LineShape
from igf_extract.parsing.shapes import fit
from igf_extract.vocab.forms import Form, Slot
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.list_marks import SIGNS, has_mark
from igf_extract.vocab.modes import Mode
from igf_extract.vocab.roles import read_role_label

Scores = npt.NDArray[np.float64]

_NEVER = -1e6
_BACKWARDS = 30.0  # cost of an unlabelled line that goes back in the form
_BACK = 4.0  # cost of a label that stands before its place in the form
_EMPTY = 3.0  # cost of a label whose value is missing
_UNDER_HEADING = -1.0  # the line right under a printed heading fits its field at least so well, whatever its shape
_UNDER_TITLE = 4.0  # so well the line right under "Title:" is one, even where its commas read like a list
_HINT = 2.0  # against an organizer's line that begins with another role
_HOSTED = 3.0  # for an organizers' line that stands right below the name of the host
_SOFT = 0.5  # cost of opening a field by a role label that might also stand inside a list of people
_SOFT_OWN, _SOFT_AGENDA, _SOFT_LIST, _SOFT_ELSEWHERE = 3.0, 2.5, 1.5, -6.0  # how a role label inside a list fits a slot
_NAME = 0.5  # a line is taken for a person from this score on
_NO_VALUE = -6.0  # how a line fits a room or a duration that it is not, below the label of one
_NO_MINUTES = 12  # words of a line that says no length from which on it is no duration
_SAID_EARLY = 200  # characters of a text within which a length stands that is the session's
_ROOM, _ROOM_IN_SLOT = 0.5, 3.0  # a line that is so surely a room fits so well beside date and time, where the form has no room of its own
_INSIDE = 15.0  # cost of leaving a field in the middle of a numbered list
_LISTED = re.compile(rf"[{SIGNS}]|1[.)]\s")  # a dash or a tick stands before single lines as well
_SHORT_LINE = 15  # words of a line of a list
_LISTED_APART = 5.8  # cost of a list with marks that stands apart below people without them, where headings were lost
_BARE = 1.5  # cost of a bare name behind a blank line in a list whose lines before it touch and give details
_PLAN = 0.4  # how much worse than a list of people an agenda fits a person inside a numbered list, at the most
_PERSON = 0.5  # from this score on a line names a person
_LEAST_SKIP = -2.5  # leaving out one slot never costs more
_BESIDE_ABSTRACT = 0.5  # share of the pages with an abstract that have a description as well
_SINGLE = frozenset({"person", "format", "duration", "language", "title", "number", "room", "coalition"})  # shapes that take one line
_BRIEF = frozenset({"brief"})  # shapes that mostly take one paragraph
_HEAD = frozenset({"title", "schedule"})  # fields of the head of a page
_TEXT = 0.5  # a line is text from this score on
_LISTS = frozenset({"people", "organization", "theme", "goal", "question", "agenda", "feeders"})


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the page as the aligner sees it.

    ``label``: the label that opens it. ``soft``: that label is a role which may also stand inside a list of people.
    ``hint``: a bullet that begins with a role other than the organizer's. ``gap``: the blank lines before it that mean something.
    ``inside``: the line stands inside a numbered list that began above it. ``again``: it begins with a person whom a line right above
    names already, on a page that lost its blank lines. ``hosted``: it holds several people right below the name of a body.
    """

    line: Line
    shape: LineShape
    label: Label | None = None
    soft: bool = False
    hint: bool = False
    gap: int = 0
    inside: bool = False
    again: bool = False
    hosted: bool = False

    @property
    def dated(self) -> bool:
        """Whether the line is the slot at the head of the page, which bears no label of its own."""
        return self.label is not None and self.label.key == "schedule" and self.label.end == 0

    @property
    def anchor(self) -> Label | None:
        """The label that fixes the line's slot."""
        return None if self.soft else self.label

    @property
    def heading(self) -> Label | None:
        """The label that stands alone on the line."""
        return self.anchor if self.anchor is not None and self.anchor.value_start is None else None


def form_slots(form: Form, items: Sequence[Item]) -> tuple[Slot, ...]:
    """The form's slots, and one more for each label it does not know, put behind the slot of the label before it."""
    slots = _with_abstract(form, items)
    at = -1
    for place, item in enumerate(items):
        if item.label is None or LABELS().keys[item.label.key].reader == "affiliation":
            continue
        ahead = [i for i, slot in enumerate(slots) if item.label.key in slot.accepts]
        if ahead and heads_several(item):
            slots = [replace(slot, shape="people") if i in ahead and slot.shape == "person" else slot for i, slot in enumerate(slots)]
        if ahead:
            at = at if item.soft else next((i for i in ahead if i >= at), ahead[-1])
            continue
        key = LABELS().keys[item.label.key]
        at = (_behind_head(slots, items[:place]) if at < 0 and key.field == "participants" else at) + 1
        slots.insert(at, Slot(key, item.label.spelling, False, 0.02, frozenset([key.name]), key.shape))
    return tuple(slots)


def _behind_head(slots: Sequence[Slot], above: Sequence[Item]) -> int:
    """The last slot that lines without a label above the first heading of people may fill: title and schedule, and the text below."""
    filled = sum(1 for _ in takewhile(lambda slot: not slot.label and slot.key.field in _HEAD, slots)) if above else 0
    text = any(item.shape.prose > _TEXT and item.shape.sentence for item in above) and filled < len(slots)
    return filled - 1 + int(text and slots[filled].key.field == "description" and not slots[filled].label)


def _with_abstract(form: Form, items: Sequence[Item]) -> list[Slot]:
    """The form's slots; below a printed abstract an unlabelled description of its own is no rule."""
    if not any(item.heading is not None and item.heading.key == "abstract" for item in items):
        return list(form.slots)
    return [replace(slot, presence=min(slot.presence, _BESIDE_ABSTRACT)) if slot.key.name == "description" else slot for slot in form.slots]


def heads_several(item: Item) -> bool:
    """Whether the heading alone on the line is a plural ("Moderators"), so that a list follows."""
    said = read_role_label(item.heading.spelling) if item.heading is not None and "(s)" not in item.heading.spelling else None
    return said is not None and said.plural


def emissions(slots: Sequence[Slot], items: Sequence[Item]) -> Scores:
    """``[line, slot]``: how well each line fits each slot."""
    shapes = sorted({slot.shape for slot in slots})
    column = np.array([shapes.index(slot.shape) for slot in slots])
    by_shape = np.array([[0.0 if item.anchor is not None else fit(item.shape, shape) for shape in shapes] for item in items])
    table = by_shape[:, column]
    roomless = [j for j, shape in enumerate(slot.shape for slot in slots) if shape == "schedule" and "room" not in shapes]
    lists = [j for j, slot in enumerate(slots) if slot.shape == "people"]
    plans = [j for j, slot in enumerate(slots) if slot.shape == "agenda"]
    planned = False  # the line stands right below the heading of an agenda, or in the numbered list that begins there
    for i, item in enumerate(items):
        if item.anchor is not None:
            table[i] = [0.0 if item.anchor.key in slot.accepts else _NEVER for slot in slots]
        elif item.label is not None:
            table[i] = [_soft_fit(slot, item.label) for slot in slots]
        elif i and (heading := items[i - 1].heading) is not None and not _holds_nothing(heading):
            under = [j for j, slot in enumerate(slots) if heading.key in slot.accepts]
            least = _UNDER_TITLE if heading.key == "title" and not item.gap else _UNDER_HEADING
            table[i, under] = _NO_VALUE if _is_behind_empty(heading, item) else np.maximum(table[i, under], least)
        if item.anchor is None and item.shape.room >= _ROOM and roomless:
            table[i, roomless] = np.maximum(table[i, roomless], _ROOM_IN_SLOT)
        planned = (planned and item.inside) or (i > 0 and _heads_plan(items[i - 1].heading))
        if (planned or item.inside) and item.label is None:  # people stand inside agendas: there they are no sign of a list of people
            people = max(table[i, lists], default=0.0)
            if people > 0 and (planned or item.shape.person >= _PERSON):
                table[i, plans] = np.maximum(table[i, plans], people - _PLAN)
        if item.hosted:
            table[i, [j for j, slot in enumerate(slots) if slot.key.name == "organizers"]] += _HOSTED
        if item.hint:
            table[i, [j for j, slot in enumerate(slots) if slot.key.role == "organizer"]] -= _HINT
    return table


def _is_behind_empty(heading: Label, item: Item) -> bool:
    """Whether the field of a label is empty: a line that is no room stands apart below its label, a paragraph below that of the minutes."""
    if heading.key == "duration":
        return item.shape.words >= _NO_MINUTES and not lengths(plain(item.line.text[:_SAID_EARLY]))
    return heading.key == "room" and item.gap > 0 and item.shape.room < _ROOM


def _heads_plan(heading: Label | None) -> bool:
    """Whether a label alone on the line above names an agenda."""
    return heading is not None and LABELS().keys[heading.key].shape == "agenda"


def _holds_nothing(heading: Label) -> bool:
    """Whether nothing of the session can stand under the label: the date of an update is often missing."""
    key = LABELS().keys[heading.key]
    return key.field == "schedule" and key.reader == "none"


def _soft_fit(slot: Slot, label: Label) -> float:
    if label.key in slot.accepts:
        return _SOFT_OWN
    if slot.shape == "agenda":
        return _SOFT_ELSEWHERE if label.key == "affiliation" else _SOFT_AGENDA
    return _SOFT_LIST if slot.shape in _LISTS and slot.key.field == "participants" else _SOFT_ELSEWHERE


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


def _stay(slots: Sequence[Slot], mode: Mode, gap: int) -> Scores:
    """What it costs that a further unlabelled line stays in its slot after ``gap`` blank lines."""

    def cost(shape: str) -> float:
        if shape in _SINGLE:
            return mode.stay_single[gap]
        if shape in _BRIEF:
            return mode.stay_single[gap] / 2
        return mode.stay_list[gap] if shape in _LISTS else mode.stay_prose[gap]

    return np.array([cost(slot.shape) for slot in slots])


def _is_bare_behind_details(before: Item, item: Item) -> bool:
    """Whether a name without any detail stands apart below lines of people that touch one another and give details."""
    bare = item.gap > 0 and item.shape.name >= _NAME and not any(mark in item.line.text for mark in ",;:()")
    return bare and before.gap == 0 and before.label is None and before.shape.person >= _NAME and "," in before.line.text


def _is_unmarked_behind_marks(before: Item, item: Item) -> bool:
    """Whether a short line without a list mark stands apart below lines of a list that bear one: another list."""
    marked = before.shape.listed and has_mark(before.line.text) and before.label is None
    marked = marked and not item.shape.listed and item.label is None
    return marked and item.gap > 0 and item.shape.words <= _SHORT_LINE and not item.shape.sentence


def _is_marked_behind_unmarked(before: Item, item: Item) -> bool:
    """Whether a list of people with marks stands apart below people or bodies without them: another list."""
    plain = before.label is None and not before.shape.listed and not before.shape.sentence and not before.line.text.endswith(":")
    marked = item.gap > 0 and item.label is None and _LISTED.match(item.line.text) is not None and item.shape.person >= _NAME
    return plain and marked and before.shape.words <= _SHORT_LINE and max(before.shape.person, before.shape.organization) >= _NAME


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
        self._made: dict[tuple[int, bool, bool, str, bool, bool, bool], Scores] = {}

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
        marked = _is_marked_behind_unmarked(before, item)
        bare = item.again or _is_bare_behind_details(before, item) or _is_unmarked_behind_marks(before, item)
        key = (gap, empty, first, item.label.key if item.label is not None else "", item.inside, bare, marked)
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
        table[:, every, every] = 0.0 if empty else np.array([_stay(self._slots, mode, gap) for mode in self._modes])
        if item.label is not None:
            named = [i for i, slot in enumerate(self._slots) if item.label.key in slot.accepts]
            table[:, :, named] = np.maximum(table[:, :, named], self._anchored[:, named] - _SOFT)
        if item.inside:
            table = table - _INSIDE * self._moving
        return table - _EMPTY * self._moving if empty else table
