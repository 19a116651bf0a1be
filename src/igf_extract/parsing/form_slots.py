"""The slots of a form for one page: those of the form, and one more for each label that the form does not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from igf_extract.parsing.item import Item, heads_several
from igf_extract.parsing.line_shape import LIKELY
from igf_extract.vocab.forms import Form, Slot
from igf_extract.vocab.labels import LABELS

# shapes of fields that are lists
LISTS = frozenset({"people", "organization", "theme", "goal", "question", "agenda", "feeders"})
_BESIDE_ABSTRACT = 0.5  # share of the pages with an abstract that have a description as well
_REPORT = frozenset({"report", "key_takeaways", "calls_to_action"})  # fields of a report, which stands behind the whole form
_HEAD = frozenset({"title", "schedule"})  # fields of the head of a page


def form_slots(form: Form, items: Sequence[Item]) -> tuple[Slot, ...]:
    """The form's slots, and one more for each label it does not know, put behind the slot of the label before it."""
    slots = _with_abstract(form, items)
    at = furthest = -1
    for place, item in enumerate(items):
        furthest = max(at, furthest)
        if item.label is None or LABELS().keys[item.label.key].reader == "affiliation":
            continue
        ahead = [i for i, slot in enumerate(slots) if item.label.key in slot.accepts]
        if ahead and heads_several(item):
            slots = [replace(slot, shape="people") if i in ahead and slot.shape == "person" else slot for i, slot in enumerate(slots)]
        if ahead:
            at = at if item.soft else next((i for i in ahead if i >= at), ahead[-1])
            continue
        key = LABELS().keys[item.label.key]
        at = furthest if key.field in _REPORT else at
        at = (_behind_head(slots, items[:place]) if at < 0 and key.field == "participants" else at) + 1
        furthest += at <= furthest
        slots.insert(at, Slot(key, item.label.spelling, False, 0.02, frozenset([key.name]), key.shape))
    return tuple(slots)


def _behind_head(slots: Sequence[Slot], above: Sequence[Item]) -> int:
    """The last slot that lines without a label above the first heading of people may fill: title and schedule, and the text below."""
    filled = sum(1 for _ in takewhile(lambda slot: not slot.label and slot.key.field in _HEAD, slots)) if above else 0
    text = any(item.shape.prose > LIKELY and item.shape.sentence for item in above) and filled < len(slots)
    return filled - 1 + int(text and slots[filled].key.field == "description" and not slots[filled].label)


def _with_abstract(form: Form, items: Sequence[Item]) -> list[Slot]:
    """The form's slots; below a printed abstract an unlabelled description of its own is no rule."""
    if not any(item.heading is not None and item.heading.key == "abstract" for item in items):
        return list(form.slots)
    return [replace(slot, presence=min(slot.presence, _BESIDE_ABSTRACT)) if slot.key.name == "description" else slot for slot in form.slots]
