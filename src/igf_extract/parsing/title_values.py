"""The values that the runs of a page's head give: title, number, type.

A reader takes the draft and the run and adds what it finds to the draft; values keep the spans that the field readers give.
"""

from __future__ import annotations

import re

from igf_extract.model import Evidence, Fact, Line, Method, Span
from igf_extract.parsing.draft import Draft, confidence
from igf_extract.parsing.fields.title import read_title
from igf_extract.parsing.page import TITLE_LINE, Run
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.session_types import read_type_line

_WORKSHOP = re.compile(r"workshop\b", re.IGNORECASE)  # "Workshop # 311 Report", "Workshop Number:"
_DIGITS = re.compile(r"\d{1,4}")
_DIGITS_OF_NUMBER = 3
_SENTENCE_WORDS = 15  # from which on a line with a full stop is no title
_LABEL_HEAD = 60  # characters in which the name of a field ends
_FORM_FIELDS = frozenset({"participants", "schedule", "format", "agenda"})


def read_title_run(draft: Draft, run: Run) -> None:
    """Year, type, number and title that the lines of a title state; without any mark the first line is the title."""
    if run.label is not None and run.label.spelling == TITLE_LINE:
        return  # the title line itself, read with the page
    for line in run.lines:
        reading = read_title(line.text, labelled=run.label is not None)
        if reading is None:
            _bare_number(draft, run, line)
            continue
        for name, fact in reading.at(line.span.start).said("year", "session_type", "number", "title"):
            draft.fact(name, fact)
    labelled = any(other.slot.key.name == "title" and other.label is not None and other.lines for other in draft.page.runs)
    if "title" not in draft.facts and run.lines and run.label is None and not labelled and not _is_no_title(run.lines[0].text):
        line = run.lines[0]
        draft.fact("title", Fact(line.text, Evidence(line.span, "first_line", Method.POSITION), 0.8))


def _is_no_title(text: str) -> bool:
    """Whether a line that nothing but its place makes a title is a sentence of some length, or a field of a form and its value
    ("Participants: all")."""
    head, colon, value = text[:_LABEL_HEAD].partition(":")
    label = LABELS().find(head) if colon and value.strip() else None
    if text.endswith(".") and len(text.split()) >= _SENTENCE_WORDS:
        return True
    return label is not None and LABELS().keys[label.key].field in _FORM_FIELDS


def _bare_number(draft: Draft, run: Run, line: Line) -> None:
    """A number alone above "Title:", as the views of proposals of 2010 print it."""
    below = draft.page.runs[draft.page.runs.index(run) + 1 :][:1] if run in draft.page.runs else ()
    titled = any(other.slot.key.name == "title" and other.label is not None and other.label.end for other in below)
    if titled and run.label is None and line.text.isdigit() and len(line.text) <= _DIGITS_OF_NUMBER:
        draft.fact("number", Fact(line.text, Evidence(line.span, "number_above_title", Method.POSITION), confidence(run.margin)))


def read_number(draft: Draft, run: Run) -> None:
    """The first number of the value, or of the label itself ("Workshop # 311 Report")."""
    spans = [line.span for line in run.lines] + ([run.heading] if run.heading is not None else [])
    for span in spans:
        digits = _DIGITS.search(span.of(draft.text))
        if digits is not None:
            found = Span(span.start + digits.start(), span.start + digits.end())
            draft.fact("number", Fact(digits[0], Evidence(found, "labelled_number", Method.LABEL)))
    if run.heading is not None and _WORKSHOP.match(run.heading.of(draft.text)):
        span = Span(run.heading.start, run.heading.start + len("workshop"))
        draft.fact("session_type", Fact("workshop", Evidence(span, "labelled_number", Method.LEXICON)))


def read_type(draft: Draft, run: Run) -> None:
    """The type of session that a line names and nothing else."""
    for line in run.lines:
        code = read_type_line(line.text)
        if code is not None:
            draft.fact("session_type", Fact(code, Evidence(line.span, "type_line", Method.LEXICON)))
