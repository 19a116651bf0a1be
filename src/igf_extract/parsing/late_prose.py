"""The text of a field that a page prints behind people: its label stands empty, a list of people follows, then the prose.

Consumes the runs of a page; produces them with the prose moved under its label. Pre-event listings of 2017 print
"Description :", "Moderator: ...", "Panelists: ..." and only then the description itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igf_extract.model import Line
from igf_extract.parsing.biographies import is_about
from igf_extract.parsing.event import slot
from igf_extract.parsing.late_people import apart
from igf_extract.parsing.line_shape import measure, names_person
from igf_extract.parsing.page import Run
from igf_extract.parsing.people.programme import says_of_session

_HEADING = 7  # words of a heading inside a text
_SENTENCE = 8  # words of a sentence on the session
_FIELDS = frozenset({"description", "relevance", "report"})  # fields of prose that such a label may name


def _is_empty(run: Run) -> bool:
    return not run.lines and run.label is not None and run.slot.key.field in _FIELDS and run.slot.key.reader == "prose"


def _parted(run: Run) -> tuple[Run, ...]:
    """A list of people, and apart from it the prose at its end, with the headings inside it."""
    end = _prose_at_end(run.lines)
    if end == len(run.lines):
        return (run,)
    return replace(run, lines=run.lines[:end]), replace(run, lines=run.lines[end:], label=None, heading=None)


def _prose_at_end(lines: Sequence[Line]) -> int:
    """Where the prose begins that ends a list, whose first line is never prose: paragraphs, and a heading between two of them."""
    first = len(lines)
    while first > 1:
        if is_about(lines[first - 1]):
            first -= 1
        elif 2 < first < len(lines) and _is_heading(lines[first - 1]) and is_about(lines[first - 2]):
            first -= 2
        else:
            break
    return first


def _is_heading(line: Line) -> bool:
    """Whether a line heads a part of a text ("Panel phase"): a few words that name no person and end no sentence."""
    words = line.text.split()
    plain = len(words) <= _HEADING and line.gap > 0 and line.text[:1].isalnum() and line.text[-1] not in ".!?,;"
    return plain and not names_person(line.text)


def _asks_for_prose(run: Run) -> bool:
    """Whether a question of a form asks for people and for a text about them, which then belongs to no other question."""
    return run.label is not None and "describe" in run.label.spelling


def _without_words_on_session(run: Run, described: bool) -> tuple[Run, ...]:
    """A list of people, and apart from it the sentence behind a blank line at its end that says what the session is about; ``described``:
    the page has a description already."""
    last = run.lines[-1] if len(run.lines) > 1 and run.slot.key.field == "participants" and run.label is not None else None
    if last is None or not last.gap or not says_of_session(last.text) or len(last.text.split()) < _SENTENCE:
        return (run,)
    return replace(run, lines=run.lines[:-1]), apart(run, "aside" if described else "description", (last,))


def _answers(run: Run, above: Run | None) -> Run:
    """The people that stand right below an empty label of a form ("Interventions") and were taken for an agenda without a heading: they
    are read as in an agenda, and are the answer to the label."""
    if above is None or above.lines or above.label is None or above.slot.key.name != "aside" or run.label is not None:
        return run
    if run.slot.key.reader != "agenda" or any(measure(line.text, 1).agenda for line in run.lines):
        return run
    listed = all(names_person(line.text) for line in run.lines)
    key = replace(run.slot.key, field=above.slot.key.field)
    return replace(run, slot=replace(run.slot, key=key), label=above.label, heading=above.heading) if listed else run


def _under(empty: Run, prose: Run) -> Run:
    """The prose as the value of an empty label."""
    return replace(prose, slot=empty.slot, label=empty.label, heading=empty.heading)


def with_late_prose(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs; prose without a heading right behind the people under an empty label belongs to that label."""
    kept: list[Run] = []
    empty: Run | None = None  # the empty label, while nothing but people followed it
    for run in runs:
        people = run.slot.key.field == "participants" and run.label is not None
        if people and _asks_for_prose(run):
            empty = None
        if empty is not None and people:
            listed, *prose = _parted(run)
            kept += [listed, *(_under(empty, part) for part in prose)]
            empty = None if prose else empty
            continue
        run = _answers(run, kept[-1] if kept else None)
        if empty is not None and run.label is None and run.slot.key.reader == "prose" and kept[-1].slot.key.field == "participants":
            run = _under(empty, run)
        empty = run if _is_empty(run) else None
        kept.append(run)
    described = any(run.slot.key.field in _FIELDS and run.lines for run in kept)
    return _with_description([part for run in kept for part in _without_words_on_session(run, described)])


def _with_description(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs; on a page with one text, that text, where no label calls it the relevance of the session is its description."""
    told = [run for run in runs if run.slot.key.reader == "prose" and run.lines]
    if len(told) != 1 or told[0].slot.key.field != "relevance" or told[0].label is not None:
        return tuple(runs)
    return tuple(replace(run, slot=slot("description")) if run is told[0] else run for run in runs)
