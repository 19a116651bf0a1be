"""Paragraphs about a person below the line that names the person: prose inside a list of people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from igf_extract.model import Line
from igf_extract.parsing.page import Run
from igf_extract.parsing.people import person_line_score

_WORDS = 20  # from so many words on a sentence inside a list of people is about somebody
_SMALL = 0.5  # share of words without a capital from which on words are prose and no list of names
_NAMES = 0.6  # a line that so surely names a person is an entry of the list, however long


def is_about(line: Line) -> bool:
    """Whether a line inside a list of people is prose and no entry."""
    words = line.text.split()
    prose = len(words) >= _WORDS and line.text.rstrip().endswith((".", "!", "”", '"', ")"))
    return prose and sum(word[0].islower() for word in words) >= _SMALL * len(words) and person_line_score(line.text) < _NAMES


def biographies(run: Run) -> Iterator[tuple[Line, ...]]:
    """The paragraphs of a list of people that are about the person named above them, neighbours together."""
    if run.slot.key.field != "participants":
        return
    for about, lines in groupby(run.lines[1:], key=is_about):
        if about:
            yield tuple(lines)
