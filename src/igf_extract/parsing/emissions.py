"""How well each line of a page fits each slot of a form, by its label, its shape, its words and the heading above it; log-odds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from igf_extract.parsing.fields.clock import lengths
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.form_slots import LISTS
from igf_extract.parsing.item import Item
from igf_extract.parsing.line_shape import LIKELY
from igf_extract.parsing.prose_field import Scores, prose_fields
from igf_extract.parsing.shapes import fit
from igf_extract.vocab.forms import Slot
from igf_extract.vocab.labels import LABELS, Label

_NEVER = -1e6
_UNDER_HEADING = -1.0  # the line right under a printed heading fits its field at least so well, whatever its shape
_UNDER_TITLE = 4.0  # so well the line right under "Title:" is one, even where its commas read like a list
_HINT = 2.0  # against an organizer's line that begins with another role
_HOSTED = 3.0  # for an organizers' line that stands right below the name of the host
_SOFT_OWN, _SOFT_AGENDA, _SOFT_LIST, _SOFT_ELSEWHERE = 3.0, 2.5, 1.5, -9.0  # how a role label inside a list fits a slot
_ABOVE_DURATION = 2.0  # so well a line apart right above the label of the minutes is the format, in whatever words
_NO_VALUE = -6.0  # how a line fits a room or a duration that it is not, below the label of one
_NO_MINUTES = 12  # words of a line that says no length from which on it is no duration
_SAID_EARLY = 200  # characters of a text within which a length stands that is the session's
_ROOM_IN_SLOT = 3.0  # so well a room fits beside date and time, where the form has no room of its own
_PLAN = 0.4  # how much worse than a list of people an agenda fits a person inside a numbered list, at the most


def emissions(slots: Sequence[Slot], items: Sequence[Item]) -> Scores:
    """``[line, slot]``: how well each line fits each slot."""
    table = _by_shape(slots, items) + _by_words(slots, items)
    roomless = [j for j, slot in enumerate(slots) if slot.shape == "schedule"] if all(slot.shape != "room" for slot in slots) else []
    lists, plans = _shaped(slots, "people"), _shaped(slots, "agenda")
    formats = _shaped(slots, "format_or_text")
    hosts = [j for j, slot in enumerate(slots) if slot.key.name == "organizers"]
    organizers = [j for j, slot in enumerate(slots) if slot.key.role == "organizer"]
    planned = False  # the line stands right below the heading of an agenda, or in the numbered list that begins there
    for i, item in enumerate(items):
        above = items[i - 1] if i else None
        if item.anchor is not None:
            table[i] = [0.0 if item.anchor.key in slot.accepts else _NEVER for slot in slots]
        elif item.label is not None:
            table[i] = [_soft_fit(slot, item.label) for slot in slots]
        elif above is not None:
            _fit_below(table[i], slots, item, above)
        if item.anchor is None and item.shape.room >= LIKELY and roomless:
            table[i, roomless] = np.maximum(table[i, roomless], _ROOM_IN_SLOT)
        planned = (planned and item.inside) or (above is not None and _heads_plan(above.heading))
        if (planned or item.inside) and item.label is None:  # people stand inside agendas: there they are no sign of a list of people
            people = max(table[i, lists], default=0.0)
            if people > 0 and (planned or item.shape.person >= LIKELY):
                table[i, plans] = np.maximum(table[i, plans], people - _PLAN)
        heading_below = items[i + 1].heading if i + 1 < len(items) else None
        if item.label is None and item.gap and heading_below is not None and heading_below.key == "duration":
            table[i, formats] = np.maximum(table[i, formats], _ABOVE_DURATION)
        table[i, hosts] += _HOSTED * item.hosted
        table[i, organizers] -= _HINT * item.hint
    return table


def _by_shape(slots: Sequence[Slot], items: Sequence[Item]) -> Scores:
    """``[line, slot]``: how well each unlabelled line fits each slot by its shape."""
    shapes = sorted({slot.shape for slot in slots})
    column = np.array([shapes.index(slot.shape) for slot in slots])
    by_shape: Scores = np.array([[0.0 if item.anchor is not None else fit(item.shape, shape) for shape in shapes] for item in items])
    return by_shape[:, column]


def _by_words(slots: Sequence[Slot], items: Sequence[Item]) -> Scores:
    """``[line, slot]``: how much better the words of each unlabelled line fit the field of each slot than those of any line do."""
    fields = prose_fields().fields
    known = [j for j, slot in enumerate(slots) if slot.key.field in fields]
    columns = [fields.index(slots[j].key.field) for j in known]
    table = np.zeros((len(items), len(slots)))
    for i, item in enumerate(items):
        if item.anchor is None:
            table[i, known] = item.shape.by_words[columns]
    return table


def _shaped(slots: Sequence[Slot], shape: str) -> list[int]:
    return [j for j, slot in enumerate(slots) if slot.shape == shape]


def _fit_below(fits: Scores, slots: Sequence[Slot], item: Item, above: Item) -> None:
    """Raises the fits ``[slot]`` of an unlabelled line to the field whose label stands alone right above it."""
    heading, detail = above.heading, above.label
    if heading is not None and not _holds_nothing(heading):
        under = [j for j, slot in enumerate(slots) if heading.key in slot.accepts]
        least = _UNDER_TITLE if heading.key == "title" and not item.gap else _UNDER_HEADING
        fits[under] = _NO_VALUE if _is_behind_empty(heading, item) else np.maximum(fits[under], least)
    elif detail is not None and detail.key == "affiliation" and detail.value_start is None:  # "Country", and on the line below "Chile"
        under = [j for j, slot in enumerate(slots) if detail.key in slot.accepts]
        fits[under] = np.maximum(fits[under], _SOFT_OWN)


def _is_behind_empty(heading: Label, item: Item) -> bool:
    """Whether the field of a label is empty: a line that is no room stands apart below its label, a paragraph below that of the minutes."""
    if heading.key == "duration":
        return item.shape.words >= _NO_MINUTES and not lengths(plain(item.line.text[:_SAID_EARLY]))
    return heading.key == "room" and item.gap > 0 and item.shape.room < LIKELY


def _heads_plan(heading: Label | None) -> bool:
    """Whether a label alone on the line above names an agenda."""
    return heading is not None and LABELS().keys[heading.key].shape == "agenda"


def _holds_nothing(heading: Label) -> bool:
    """Whether nothing of the session can stand under the label: words of the site, the date of an update, which is often missing."""
    key = LABELS().keys[heading.key]
    return key.name == "banner" or (key.field == "schedule" and key.reader == "none")


def _soft_fit(slot: Slot, label: Label) -> float:
    if label.key in slot.accepts:
        return _SOFT_OWN
    if slot.shape == "agenda":
        return _SOFT_ELSEWHERE if label.key == "affiliation" else _SOFT_AGENDA
    return _SOFT_LIST if slot.shape in LISTS and slot.key.field == "participants" else _SOFT_ELSEWHERE
