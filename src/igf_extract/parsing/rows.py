"""Rows of a table whose label and value stand on one line with nothing but blanks between them ("Duration 90 minutes").

Consumes the lines of a page; produces labels. Copies of tables that lost their bars print a form so (APrIGF 2014). A blank alone tells no
label from the first word of a sentence: only where the values of several rows fit their labels is it the habit of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from igf_extract.model import Line
from igf_extract.parsing.fields.clock import lengths
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.themes import known_issue
from igf_extract.parsing.line_shape import LIKELY, measure
from igf_extract.vocab.fold import fold
from igf_extract.vocab.kinds import masked
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.list_marks import has_mark, without_marks

_LEAST = 3  # fields whose rows must fit before a blank parts labels from values on a page
_LABEL_WORDS = 9  # words of the longest label of a row
_HEAD = 40  # characters in which the first word of a label ends
_WORD = re.compile(r"\S{1,60}")
_NUMBER = re.compile(r"\d{1,2}[.)]\s{1,3}")
_VALUE = 160  # characters of a value by which its kind is told
_PROSE = 5  # words of the shortest text behind the label of one


@cache
def _first_words() -> frozenset[str]:
    return frozenset(spelling.split(" ", 1)[0] for spelling in (*LABELS().alone, *LABELS().inline))


def _may_open(text: str) -> bool:
    """Whether a line begins with the first word of some label: a quick look that sorts out most lines."""
    return masked(fold((text[:_HEAD].split(None, 1) or [""])[0])) in _first_words()


def _kind_fits(label: Label, value: str) -> bool | None:
    """Whether a value is of the kind that its label asks for; None where nothing tells."""
    key = LABELS().keys[label.key]
    if key.reader == "duration":
        return bool(lengths(plain(value)))
    if key.reader == "format":
        return measure(value, 1).format >= LIKELY or bool(lengths(plain(value)))
    if key.field == "participants":
        first = _NUMBER.sub("", without_marks(value), count=1)
        shape = measure(first, 1)
        return max(shape.person, shape.name, shape.organization) >= LIKELY
    if key.reader == "themes":
        return known_issue(value) or None
    if key.field == "schedule" and key.shape == "schedule":
        return measure(value, 1).schedule >= LIKELY
    return None


def _begins_value(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or has_mark(word + " ") or word[:1] in "“\"'«"


def row_label(text: str) -> Label | None:
    """The label that blanks part from its value, longest first; None where the value is not of the kind that the label asks for."""
    if not _may_open(text):
        return None
    words = list(_WORD.finditer(text[: _VALUE * 2]))[: _LABEL_WORDS + 1]
    for count in range(len(words) - 1, 0, -1):
        head, value = text[: words[count - 1].end()], text[words[count].start() :]
        spelling = masked(fold(" ".join(head.split()))).rstrip(" :")
        key = LABELS().alone.get(spelling) or LABELS().inline.get(spelling)
        if key is None or not _begins_value(value) or value.split(None, 1)[0].endswith(":"):
            continue
        label = Label(key, len(head), words[count].start(), spelling)
        fits = _kind_fits(label, value[:_VALUE])
        prose = LABELS().keys[key].reader in ("prose", "agenda")
        return None if fits is False or (prose and len(value.split(" ", _PROSE)) <= _PROSE) else label
    return None


def in_rows(lines: Sequence[Line]) -> bool:
    """Whether the page prints its form in such rows: the values of several labels are what these ask for."""
    fitting: set[str] = set()
    for line in lines:
        label = (LABELS().find(line.text) or row_label(line.text)) if _may_open(line.text) else None
        if label is None or label.value_start is None or line.text[label.end : label.value_start].strip():
            continue
        if _kind_fits(label, line.text[label.value_start :][:_VALUE]):
            fitting.add(label.key)
            if len(fitting) >= _LEAST:
                return True
    return False
