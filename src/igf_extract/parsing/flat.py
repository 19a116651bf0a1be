"""Long lines that hold a whole form, labels and all, as flattened PDF files give them: cut before each label.

Consumes the lines of a page; produces lines whose spans are parts of the same text (the pieces of one line share its index).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from igf_extract.model import Line
from igf_extract.parsing.lines import part_of
from igf_extract.parsing.page_shape import DATE_LINE
from igf_extract.vocab.labels import LABELS

_LONG, _LONGEST = 800, 20_000  # characters of a line that may hold a form, and how much of it is looked at
_CELL = 300  # characters of a row of a table that may hold two fields ("Time: 09:00 - 10:30 Workshop Organiser: Net |")
_LEAST = 3  # different labels that make a line a form
_RUN_ON, _TWO = 200, 2  # the same of a line that has lost the breaks between some fields
_RUN_ON_KEYS = frozenset({"duration", "format", "moderator", "online_moderator", "rapporteur", "policy_questions", "agenda", "description"})
_HEAD = 4  # lines in which the date line of an archive stands
_START = re.compile(r"(?<=\s)(?=[^\W\d_])")
_LABEL = 120  # characters that a label and its colon may take
_MARKS = frozenset(":?")  # that close a label
_QUESTION = 6  # words of a label that is a question
_PEOPLE = frozenset({"people", "affiliation", "coalition"})


def _places(text: str) -> tuple[list[int], set[str]]:
    """Where labels with a colon begin inside a line, and their keys."""
    places: list[int] = []
    keys: set[str] = set()
    own = LABELS().find(text[:_LABEL])  # "Relevance to Theme: ..." holds no label "Theme"
    taken = own.value_start if own is not None and own.value_start is not None else 0
    for match in _START.finditer(text, 0, _LONGEST):
        at = match.start()
        if at < taken or not text[at].isupper() or not _MARKS.intersection(text[at : at + _LABEL]):
            continue
        label = LABELS().find(text[at : at + _LABEL])
        if label is not None and label.value_start is not None and _closes(text[at : at + label.value_start]):
            places.append(at)
            keys.add(label.key)
            taken = at + label.value_start
    return places, keys


def _closes(label: str) -> bool:
    """Whether a label ends with a colon, or is a question of a form ("Have you organized an IGF workshop before?")."""
    return ":" in label or (label.rstrip().endswith("?") and len(label.split()) >= _QUESTION)


def _cut(line: Line, places: Sequence[int]) -> list[Line]:
    pieces: list[Line] = []
    for start, end in zip([0, *places], [*places, len(line.text)], strict=True):
        body = line.text[start:end].rstrip()
        if body:
            pieces.append(replace(part_of(line, start, start + len(body)), gap=0 if pieces else line.gap))
    return pieces


def cut_flat_lines(lines: Sequence[Line]) -> tuple[list[Line], frozenset[int]]:
    """The lines, long ones with a form in them cut before each label; and where each line that was cut begins.

    A page with such a line loses its page numbers. Archives that head a session with its day lose the breaks before some fields: there
    a line is cut that holds two.
    """
    out: list[Line] = []
    heads: set[int] = set()
    archived = any(DATE_LINE.match(line.text) for line in lines[:_HEAD])
    for line in lines:
        places, keys = _places(line.text) if len(line.text) > (_RUN_ON if archived else _LONG) else ([], set())
        if archived and len(keys & _RUN_ON_KEYS) >= _TWO:
            out += _cut(line, places)
            continue
        if len(keys) >= _LEAST and any(LABELS().keys[key].reader not in _PEOPLE for key in keys):
            out += _cut(line, places)
            heads.add(line.span.start)
        elif line.text.endswith("|") and len(line.text) <= _CELL and (inner := _places(line.text)[0]):
            out += _cut(line, inner)
        else:
            out.append(line)
    return [line for line in out if not (heads and line.text.isdigit())], frozenset(heads)
