"""Paragraphs about a person below the line that names the person: prose inside a list of people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from igf_extract.model import Line
from igf_extract.parsing.page import Run
from igf_extract.parsing.people import person_line_score
from igf_extract.parsing.people.shape import without_honorifics
from igf_extract.vocab.fold import fold
from igf_extract.vocab.words import honorifics

_TOLD = 8  # and from so many on where it begins with the person
_WORDS = 15  # from so many words on a sentence inside a list of people is about somebody
_BETWEEN_COMMAS = re.compile(r"(?<=\w), (?=[^\W\d_a-z])[^.;:]{3,100}, (?=[a-z]{2,})")  # who somebody is, behind her name
_NAME_WORDS = (2, 5)  # words of a name
_LONG = 40  # words of a first line that is no entry but the lives of one or several people
_ASKED = 8  # words of a label that asks for more than names
_SMALL = 0.5  # share of words without a capital from which on words are prose and no list of names
_NAMES = 0.6  # a line that so surely names a person is an entry of the list, however long
_PRONOUNS = frozenset({"he", "she", "il", "elle", "él", "ella", "ele", "ela"})


def is_about(line: Line) -> bool:
    """Whether a line inside a list of people is prose and no entry."""
    words = line.text.split()
    told = len(words) >= _TOLD and _tells_of_person(words)
    prose = (told or len(words) >= _WORDS) and line.text.rstrip().endswith((".", "!", "”", '"', ")"))
    return prose and sum(word[0].islower() for word in words) >= _SMALL * len(words) and person_line_score(line.text) < _NAMES


def _tells_of_person(words: Sequence[str]) -> bool:
    """Whether a line begins as one about a person does: "He runs", "Mrs. Rada keeps"."""
    first = fold(words[0]).strip(".")
    if first in _PRONOUNS:
        return words[1][:1].islower()
    return first in honorifics("dropped") and words[1][:1].isupper() and any(word[:1].islower() for word in words[2:4])


def tells_of_listed(line: Line, above: Sequence[Line]) -> bool:
    """Whether a sentence begins with the name of somebody whom a short line above lists, and goes on in small letters ("Ana Ruiz is", "Ana
    Ruiz, Head of Foo, is")."""
    text = line.text[without_honorifics(line.text)[0] :]
    text = _BETWEEN_COMMAS.sub(" ", text, count=1)
    words = text.split()
    named = next((at for at, word in enumerate(words) if not word[:1].isupper()), len(words))
    if not _NAME_WORDS[0] <= named <= _NAME_WORDS[1] or len(words) < _WORDS or not text.rstrip().endswith((".", "!", "”")):
        return False
    name = " ".join(words[:named])
    return words[named].isalpha() and any(name in other.text for other in above if len(other.text.split()) < _WORDS)


def biographies(run: Run) -> Iterator[tuple[Line, ...]]:
    """The paragraphs of a list of people that are about the person named above them, neighbours together; behind a question that asks for
    more than names the first one as well ("…. Describe how you will take steps to include all groups.")."""
    if run.slot.key.field != "participants":
        return
    asked = run.label is not None and len(run.label.spelling.split()) >= _ASKED
    asked = asked or (bool(run.lines) and len(run.lines[0].text.split()) >= _LONG)  # a list of lives and of nothing else
    for about, lines in groupby(run.lines[0 if asked else 1 :], key=is_about):
        if about:
            yield tuple(lines)
