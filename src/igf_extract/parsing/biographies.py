"""Paragraphs about a person below the line that names the person: prose inside a list of people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from igf_extract.model import Line
from igf_extract.parsing.page import Run
from igf_extract.parsing.people import person_line_score
from igf_extract.parsing.turns import is_sentence

_WORDS = 20  # from so many words on a sentence inside a list of people is about somebody
_NAMES = 0.6  # a line that so surely names a person is an entry of the list, however long


def _is_about(line: Line) -> bool:
    prose = len(line.text.split()) >= _WORDS and is_sentence(line.text) and line.text.rstrip().endswith((".", "!", "”", '"', ")"))
    return prose and person_line_score(line.text) < _NAMES


def biographies(run: Run) -> Iterator[tuple[Line, ...]]:
    """The paragraphs of a list of people that are about the person named above them, neighbours together."""
    if run.slot.key.field != "participants":
        return
    for about, lines in groupby(run.lines[1:], key=_is_about):
        if about:
            yield tuple(lines)
