"""The text of a field that a page prints behind people: its label stands empty, a list of people follows, then the prose.

Consumes the runs of a page; produces them with the prose moved under its label. Pre-event listings of 2017 print
"Description :", "Moderator: ...", "Panelists: ..." and only then the description itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igf_extract.parsing.biographies import is_about
from igf_extract.parsing.late_people import apart
from igf_extract.parsing.page import Run
from igf_extract.parsing.people.programme import says_of_session

_SENTENCE = 8  # words of a sentence on the session
_FIELDS = frozenset({"description", "relevance", "report"})  # fields of prose that such a label may name


def _is_empty(run: Run) -> bool:
    return not run.lines and run.label is not None and run.slot.key.field in _FIELDS and run.slot.key.reader == "prose"


def _parted(run: Run) -> tuple[Run, ...]:
    """A list of people, and apart from it the prose at its end."""
    end = len(run.lines)
    while end > 1 and is_about(run.lines[end - 1]):
        end -= 1
    if end == len(run.lines):
        return (run,)
    return replace(run, lines=run.lines[:end]), replace(run, lines=run.lines[end:], label=None, heading=None)


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
            kept += [listed, *(replace(part, slot=empty.slot, label=empty.label, heading=empty.heading) for part in prose)]
            empty = None if prose else empty
            continue
        if empty is not None and run.label is None and run.slot.key.reader == "prose" and kept[-1].slot.key.field == "participants":
            run = replace(run, slot=empty.slot, label=empty.label, heading=empty.heading)
        empty = run if _is_empty(run) else None
        kept.append(run)
    described = any(run.slot.key.field in _FIELDS and run.lines for run in kept)
    return tuple(part for run in kept for part in _without_words_on_session(run, described))
