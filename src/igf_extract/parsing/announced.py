"""Lists inside the description that a line of it announces: the questions and the sub-themes of a session.

Consumes the lines of a description; produces the lines that hold the items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, zip_longest

from igf_extract.model import Line
from igf_extract.parsing.draft import LISTED
from igf_extract.parsing.event import slot
from igf_extract.parsing.line_shape import names_person
from igf_extract.parsing.lines import part_of
from igf_extract.parsing.page import Run
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import Label
from igf_extract.vocab.load import read_data

_STARRED = re.compile(r"(?:^|\s)\*\s?[^*?]{8,400}\?")
_NAMED = re.compile(r"(?:policy )?question\s?(?:no\.?\s?)?\d{1,2}\s?[:.)–-]", re.IGNORECASE)
_THEME_WORDS = 15  # words of the longest item that names a theme and says nothing about it
_LEAST = 2  # items that make a list
_SENTENCE_END = re.compile(r"[.!?]\s")
_INTRODUCTION = 18  # words of a line that announces questions and says nothing else


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(fold, read_data("announced.toml")[name]))


@cache
def _theme_intro() -> re.Pattern[str]:
    named = "|".join(re.escape(fold(word)) for word in read_data("announced.toml")["theme_words"])
    return re.compile(rf"(?:.{{0,160}}\b(?:following|these|its|the)\s(?:[\w-]+\s){{0,2}})?(?:{named}):")


def _listed_from(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """The items of the list that begins at ``start``, without a line of another kind between them."""
    end = start
    while end < len(lines) and LISTED.match(lines[end].text):
        end += 1
    return lines[start:end]


def announced_questions(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The items of a list that a line of the prose announces as questions, or that holds nothing but questions; a line that holds such a
    list itself, each item behind a star; where there is none, the lines that are called questions ("Question 2: ...?")."""
    for i, line in enumerate(lines):
        if len(_STARRED.findall(line.text)) >= _LEAST:
            return (part_of(line, 0, line.text.rindex("?") + 1),)  # what follows the last question is prose again
        head = fold(line.text)
        named = (head.endswith(":") and "question" in head) or head.rstrip(" :") in _words("question_headings")
        items = _listed_from(lines, i + 1) if named or head.endswith((":", ".")) else ()
        if len(items) < _LEAST:
            continue
        asking = sum(1 for item in items if "?" in item.text)
        if 2 * asking > len(items) if named else all(item.text.rstrip().endswith("?") for item in items):
            return tuple(items)
    numbered = tuple(line for line in lines if _NAMED.match(line.text) and "?" in line.text)
    return numbered if len(numbered) >= _LEAST else ()


def with_announced_questions(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs; a description without a label of its own loses the questions at its end that a short line announces as the page's
    ("The panel will take up the following questions:"), and that line. A form's answer keeps them. Questions that the last words of a
    paragraph announce stand apart from any description, where the page has no other."""
    told = list(runs)
    asked = any(run.slot.key.reader == "questions" and run.lines for run in told)
    for run, below in zip_longest(told, told[1:]):
        at = None if asked or run.slot.key.field != "description" else _behind_paragraph(run.lines)
        yield from _parted(run, below) if at is None else _apart(run, at, at)


def _apart(run: Run, end: int, at: int) -> Iterator[Run]:
    """The text up to its line ``end``, and the questions from its line ``at`` on under the line above them."""
    yield replace(run, lines=run.lines[:end])
    above = run.lines[at - 1]
    if run.lines[at:]:
        label = Label("policy_questions", len(above.text), None, "questions announced")
        yield replace(run, slot=slot("policy_questions"), lines=run.lines[at:], label=label, heading=above.span)


def _behind_paragraph(lines: Sequence[Line]) -> int | None:
    """Where the questions begin that stand at the end of a text, below a paragraph whose last sentence announces them
    ("… The debate is built around these questions:"); lines without list marks must all ask."""
    at = len(lines)
    while at and ("?" in lines[at - 1].text if LISTED.match(lines[at - 1].text) else lines[at - 1].text.rstrip().endswith("?")):
        at -= 1
    if not 0 < at <= len(lines) - _LEAST:
        return None
    said = lines[at - 1].text.rstrip()
    words = re.findall(r"\w+", fold(_SENTENCE_END.split(said)[-1]))
    long = len(said.split()) > _INTRODUCTION and len(words) <= 2 * _INTRODUCTION
    return at if long and said.endswith((":", ";")) and not _words("asked_about").isdisjoint(words) else None


def _parted(run: Run, below: Run | None) -> Iterator[Run]:
    """A description, and apart from it the questions at its end; ``below``: the run behind it, which may hold them already."""
    told = run.slot.key.field == "description" and run.label is None
    asked_below = below is not None and below.slot.key.name == "policy_questions" and below.label is None
    at = _announcing(run.lines, asked_below) if told else None
    yield from (run,) if at is None else _apart(run, at, at + 1)


def _announcing(lines: Sequence[Line], asked_below: bool) -> int | None:
    """Where the line stands that announces the questions at the end of a text; there must be text above it."""
    for at in range(len(lines) - 1, 0, -1):
        items = lines[at + 1 :]
        if items and not LISTED.match(items[0].text):
            return None
        if not _announces_questions(lines[at].text):
            continue
        asking = len(items) >= _LEAST and 2 * sum("?" in item.text for item in items) > len(items)
        if asking or (asked_below and not items):
            return at
    return None


def _announces_questions(text: str) -> bool:
    """Whether a short line with a colon names what is asked about."""
    head = fold(text)
    short = head.endswith(":") and len(head.split()) <= _INTRODUCTION
    return short and (not _words("asked_about").isdisjoint(re.findall(r"\w+", head)) or head.rstrip(" :") in _words("question_headings"))


def questions_of_parts(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The questions that head the parts of an agenda: each alone on a line, with those who answer it below; two of them at least."""
    asked = [
        line
        for line, below in pairwise(lines)
        if line.text.rstrip().endswith("?") and LISTED.match(below.text) and names_person(below.text) and "?" not in below.text
    ]
    return tuple(asked) if len(asked) >= _LEAST else ()


def announced_themes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The items of a list that a line of the prose announces as the session's sub-themes, without their marks."""
    for i, line in enumerate(lines):
        if len(line.text) <= 250 and _theme_intro().fullmatch(fold(line.text)):
            items = _listed_from(lines, i + 1)
            if len(items) >= _LEAST and all(_names_theme(item.text) for item in items):
                return tuple(map(_unmarked, items))
    return ()


def _names_theme(text: str) -> bool:
    return len(text.split()) <= _THEME_WORDS and "?" not in text and ":" not in text


def _unmarked(line: Line) -> Line:
    mark = LISTED.match(line.text)
    cut = mark.end("mark") if mark is not None else 0
    return part_of(line, cut, cut + len(line.text[cut:].rstrip(" ;.,")))
