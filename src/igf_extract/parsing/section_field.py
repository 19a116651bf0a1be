"""The sections of a session: which field a run of prose fills, and which runs make none.

Consumes a page's runs in their order; adds ``Section`` to the draft.
"""

from __future__ import annotations

import re
from dataclasses import replace

from igf_extract.parsing.draft import Draft, asks, is_empty, section_of
from igf_extract.parsing.late_report import sums_up
from igf_extract.parsing.line_shape import measure
from igf_extract.parsing.page import Page, Run
from igf_extract.parsing.prose_field import prose_fields

_ANNOUNCES = re.compile(r"^(?!.*\d)[^.?!]{3,80}(?::|as follows\.?)$", re.IGNORECASE)
_PROSE = 25  # words of a line that is a paragraph and no link
_STOPS = (".", "!", "?", "…", ".”", '."', ":", ";")
_DESCRIBES = re.compile(r"descri|formulat|content|summary|abstract|about|overview|resumo")  # no label of a purpose beside a text
_PREFACE = 60  # words of the longest note with which a site introduces its copy of a page


def add_section(draft: Draft, run: Run) -> None:
    """Adds the section that a run of prose makes, if it makes one."""
    text_below = run.slot.key.name == "links" and any(len(line.text.split()) >= _PROSE for line in run.lines)
    if not run.lines or (run.slot.key.field == "noise" and not text_below) or is_empty(run.lines):
        return
    if run.slot.key.name == "feeders" and not any(line.text.endswith(_STOPS) for line in run.lines):
        return  # numbers and titles of other sessions
    preface = run.slot.key.field == "description" and _is_preface(draft.page, run)
    if preface and not any(line.text.endswith(_STOPS) for line in run.lines):
        return  # words of the head, such as the name of the slot
    field_name, lines, heading = "other" if text_below or preface else _field_of(draft, run), run.lines, run.heading
    if field_name == "agenda" and len(lines) > 1 and _ANNOUNCES.search(lines[0].text):
        heading, lines = lines[0].span, lines[1:]
    draft.sections.append(section_of(draft.text, replace(run, heading=heading), field_name, lines))


def _field_of(draft: Draft, run: Run) -> str:
    """The field of the run's section: that of its slot, but where the text says that it cannot be."""
    if run.slot.key.name == "report_questions" and not asks(run.lines):
        return "report"
    if run.slot.key.field == "description" and sums_up(run) and any(s.field == "description" and s.heading for s in draft.sections):
        return "report"
    if run.slot.key.reader == "questions" and run.label is None and not asks(run.lines, labelled=False):
        return "format_description" if draft.sections and draft.sections[-1].field == "format" else "other"
    if run.label is None and (above := _heading_above(draft.page, run)) is not None:
        return above
    if run.slot.key.name == "hybrid" and run.label is None and not any(_is_on_place(line.text) for line in run.lines):
        return "hybrid_format" if draft.sections and draft.sections[-1].field == "description" else "other"
    return run.slot.key.field


def _heading_above(page: Page, run: Run) -> str | None:
    """The field of a heading of prose below which a person with a role of her own stands before the text ("Plan for online interaction",
    "Remote moderator: Ana Ruiz", a paragraph); None where there is none."""
    at = next((at for at, other in enumerate(page.runs) if other is run), 0)
    head, person = page.runs[at - 2 : at] if at > 1 else (None, None)
    if head is None or person is None or head.label is None or head.lines or head.slot.key.reader != "prose":
        return None
    led = person.slot.key.field == "participants" and person.label is not None and person.label.value_start is not None
    return head.slot.key.field if led and len(person.lines) == 1 else None


def _is_on_place(text: str) -> bool:
    """Whether a paragraph speaks of those in the room and those online."""
    return measure(text, 1).answers or prose_fields().speaks_for(text, "hybrid_format")


def _is_preface(page: Page, run: Run) -> bool:
    """Whether a short text without a heading stands above the page's own labelled description: a note of the site that copies the page."""
    lost = run.slot.label and run.slot.key.name != "abstract"
    if run.label is not None or lost or sum(len(line.text.split()) for line in run.lines) > _PREFACE:
        return False
    below = page.runs[page.runs.index(run) + 1 :] if run in page.runs else ()
    return any(
        other.slot.key.name == "description" and other.label is not None and other.lines and _DESCRIBES.search(other.label.spelling)
        for other in below
    )
