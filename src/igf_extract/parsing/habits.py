"""How a page prints its labels, and the label of each of its lines.

Consumes the lines of a page; produces labels with the word whether they may stand inside a list of people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from igf_extract.model import Line
from igf_extract.parsing.neighbours import label_behind_dash
from igf_extract.parsing.outline import follows_form
from igf_extract.parsing.rows import in_rows, row_label
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.list_marks import has_sign

_NUMBER = re.compile(r"\d{1,2}[.)]\s")
_SEVERAL = 2  # labels printed in one way that make it the habit of the page
_MINUTES = re.compile(r"\W{0,3}\d{1,3}\s?(?:min|mins|minutes|['’])\W{0,3}", re.IGNORECASE)


def _outlined(lines: Sequence[Line]) -> bool:
    """Whether the page numbers its headings: two labels or more stand alone behind a number."""
    numbered = (LABELS().find(line.text) for line in lines if _NUMBER.match(line.text))
    return sum(1 for label in numbered if label is not None and label.marked and label.value_start is None) >= _SEVERAL


def _dashed(lines: Sequence[Line]) -> bool:
    """Whether the page prints a dash before its labels: two or more that name no person stand behind one."""
    behind = (LABELS().find(line.text) for line in lines if line.text.startswith("- "))
    return sum(1 for label in behind if label is not None and LABELS().keys[label.key].field != "participants") >= _SEVERAL


def _bullet(lines: Sequence[Line]) -> str:
    """The sign that the page prints before its headings: the labels of two fields or more stand alone behind it, none of them of people,
    each above a line without it. Empty where there is none."""
    fields: dict[str, set[str]] = {}
    for line, below in pairwise(lines):
        label = _behind_bullet(line) if has_sign(line.text) and below.text[:1] != line.text[:1] else None
        if label is not None and LABELS().keys[label.key].field != "participants":
            fields.setdefault(line.text[0], set()).add(label.key)
    return next((sign for sign, keys in fields.items() if len(keys) >= _SEVERAL), "")


def _behind_bullet(line: Line) -> Label | None:
    """The label that stands alone behind the sign of a list."""
    rest = line.text[1:].lstrip()
    label = LABELS().find(rest)
    if label is None or label.value_start is not None:
        return None
    return label.behind(len(line.text) - len(rest))


def _stuck(lines: Sequence[Line]) -> bool:
    """Whether the page lost the line breaks behind its labels: two different ones or more run into their values."""
    return len({label.key for line in lines if (label := LABELS().stuck(line.text)) is not None}) >= _SEVERAL


@dataclass(frozen=True, slots=True)
class Habits:
    """How a page prints its labels: numbered, behind a dash, behind a ``bullet`` (that sign), run into their values, with a blank before
    these (``rows``); ``free``: a report with headings of its own."""

    outline: bool
    dashed: bool
    stuck: bool
    rows: bool
    free: bool = False
    bullet: str = ""


def habits_of(lines: Sequence[Line], kind: str | None) -> Habits:
    """How the page prints its labels; ``kind`` is the kind of the document, where it is known."""
    free = kind == "report" and not follows_form(lines)
    return Habits(_outlined(lines), _dashed(lines), _stuck(lines), in_rows(lines), free, _bullet(lines))


def label_of(line: Line, cell: bool, habits: Habits) -> tuple[Label | None, bool]:
    """The line's label (``cell``: in a table row), and whether it is soft: a role in a list of people."""
    if has_sign(line.text):
        return (_behind_bullet(line) if line.text[0] == habits.bullet else None), False
    label = LABELS().find(line.text, cell=cell, outline=habits.outline, free=habits.free)
    if label is None and habits.dashed and line.text.startswith("- "):
        label = label_behind_dash(line.text)
    if label is None and habits.rows and (row := row_label(line.text)) is not None:
        return row, False
    if label is None and habits.stuck:
        return LABELS().stuck(line.text), False
    if label is None or (label.value_start is not None and _takes_minutes(line.text[label.value_start :], label.key)):
        return None, False
    key = LABELS().keys[label.key]
    in_list = label.value_start is not None and "#" not in label.spelling and len(label.spelling.split()) <= 3
    in_list = in_list and not (habits.dashed and line.text.startswith("- ")) and not line.text.startswith("[")  # a note on the page
    soft = key.reader == "affiliation" or (key.field == "participants" and in_list)
    return label, soft


def _takes_minutes(value: str, key: str) -> bool:
    """Whether nothing but minutes stands behind a label: "Summary: 9 min" is an item of an agenda."""
    return _MINUTES.fullmatch(value) is not None and LABELS().keys[key].reader not in ("duration", "format", "schedule")
