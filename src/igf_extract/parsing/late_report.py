"""Text that a page prints without a heading behind the answer of another field: the minutes of the session, a paragraph below questions.

Consumes a ``Run`` of the page; produces the run up to there, and the text as a run of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import groupby, takewhile

from igf_extract.model import Line
from igf_extract.parsing.draft import LISTED
from igf_extract.parsing.late_people import apart
from igf_extract.parsing.line_shape import measure
from igf_extract.parsing.page import Run
from igf_extract.parsing.people import person_line_score
from igf_extract.parsing.prose_field import prose_fields
from igf_extract.vocab.list_marks import opens_item
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of

_NO_QUESTIONS = frozenset({"report", "other", "key_takeaways", "calls_to_action", "expected_outcomes"})  # fields of no questions
_BEFORE_REPORTS = frozenset({"online_participation", "interaction", "hybrid_format", "expected_outcomes"})
_PARAGRAPH, _SENTENCE = 15, 6  # words of the first paragraph of a report, and of each further one
_HOURS = 0.8  # from this score on a line bears hours, or minutes again and again
_HEAD = 200  # characters in which minutes say that they are some
_UNTOLD = frozenset({"hybrid", "aside"})  # slots of paragraphs that may tell how the session will run as well
_FEWEST = 2  # items that make a list
_EXPECTED = 0.5  # how often the pages of a form bear a field that they ask for
_CERTAIN = 0.85  # how surely a line is a person


@cache
def _opening() -> re.Pattern[str]:
    words = {name: "|".join(map(re.escape, values)) for name, values in read_data("report_headings.toml")["opening"].items()}
    meeting = rf"(?:(?:{words['articles']})[\s’']?\s?)?(?:{words['meetings']})"
    name = r"(?:[^\W\d_a-zà-ÿ][\w.'’-]{0,30}\s){1,6}(?:\([^()]{2,60}\)\s|of [^.]{2,60}?\s)?"
    return re.compile(rf"(?i:{meeting}\s(?:{words['was']})\b)|{name}(?i:(?:{words['did']})\s(?:{words['to']})\b)")


def begins_report(text: str) -> bool:
    """Whether a paragraph opens the minutes of a session that has taken place.

    >>> begins_report("The meeting was opened at 10:20 by Ana Ruiz."), begins_report("The meeting will be opened by Ana Ruiz.")
    (True, False)
    """
    return _opening().match(text[:_HEAD]) is not None


@cache
def _coming() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(read_data('report_headings.toml')['summaries']['coming'])})\b", re.IGNORECASE)


def sums_up(run: Run) -> bool:
    """Whether a text under "Summary of the session" tells of one that has taken place, so that below a description it is the report."""
    named = run.label is not None and run.label.spelling in read_data("report_headings.toml")["summaries"]["labels"]
    return named and not any(_coming().search(line.text[:_HEAD]) for line in run.lines)


def parted(run: Run) -> tuple[Run, ...]:
    """The run, and apart from it the report or the paragraph that the page prints behind it without a heading."""
    key = run.slot.key
    if key.field in _BEFORE_REPORTS and len(run.lines) > 1:
        return _without_report(run)
    if key.field in _NO_QUESTIONS and run.label is None and (asked := _questions_above(run.lines)) > 1:
        return (apart(run, "policy_questions", run.lines[:asked]), *_by_content(run, run.lines[asked:]))
    if key.name == "policy_questions" and run.label is not None and len(run.lines) > 1:
        return _without_paragraph(run)
    if key.name == "issues_paragraph" and run.label is None and {_key_of(line) for line in run.lines} == {"interaction"}:
        return (apart(run, "interaction", run.lines),)
    if key.name == "agenda" and run.label is None and _is_no_plan(run.lines):
        return _by_content(run, run.lines)
    if key.field == "relevance" and run.label is not None and len(run.lines) > 1:
        return _without_course(run)
    if key.name == "agenda" and len(run.lines) > _FEWEST:
        return _without_text(run)
    if key.name in _UNTOLD and run.label is None and not run.slot.label and run.slot.presence < _EXPECTED and _tells_course(run.lines):
        return (apart(run, "interaction", run.lines),)
    return (run,)


def _questions_above(lines: tuple[Line, ...]) -> int:
    """How many items of a list, each of them a question, stand at the top of a text."""
    return sum(1 for _ in takewhile(lambda line: LISTED.match(line.text) is not None and line.text.endswith("?"), lines))


def _without_course(run: Run) -> tuple[Run, ...]:
    """An answer, and apart from it the paragraphs at its end that tell how the session will run: the label of these was lost."""
    end = len(run.lines)
    while end > 1 and _is_paragraph_apart(last := run.lines[end - 1]) and _tells_course((last,)):
        end -= 1
    return (replace(run, lines=run.lines[:end]), apart(run, "interaction", run.lines[end:])) if end < len(run.lines) else (run,)


def _is_paragraph_apart(line: Line) -> bool:
    return line.gap > 0 and len(line.text.split()) >= _PARAGRAPH


def _tells_course(lines: tuple[Line, ...]) -> bool:
    """Whether paragraphs without a heading tell how the session will run rather than who takes part from where."""
    return prose_fields().best("\n".join(line.text for line in lines)) == "interaction"


def _without_text(run: Run) -> tuple[Run, ...]:
    """A list of items, and apart from it the paragraphs that stand behind a blank line below it, where none stands between the items."""
    end = len(run.lines)
    while end > _FEWEST and _is_text(run.lines[end - 1]):
        end -= 1
    items = run.lines[:end]
    if end == len(run.lines) or not run.lines[end].gap or any(map(_is_text, items)) or sum(map(_is_listed, items)) < _FEWEST:
        return (run,)
    return (replace(run, lines=items), *_by_content(run, run.lines[end:]))


def _is_listed(line: Line) -> bool:
    return LISTED.match(line.text) is not None or opens_item(line.text)


def _is_text(line: Line) -> bool:
    """Whether a line is a paragraph of sentences that opens no item of a list and bears no hours."""
    if _is_listed(line) or not line.text.endswith((".", "!", ".”", '."')) or len(line.text.split()) < _PARAGRAPH:
        return False
    return measure(line.text, 1).agenda < _HOURS and person_line_score(line.text) < _CERTAIN


def _is_no_plan(lines: tuple[Line, ...]) -> bool:
    """Whether a paragraph on how the session runs was taken for an agenda: no item of a list, no hours, at the most some minutes."""
    shapes = [measure(line.text, 1) for line in lines]
    if any(LISTED.match(line.text) for line in lines) or any(shape.agenda >= _HOURS for shape in shapes):
        return False
    return shapes[0].sentence and all(shape.words >= _PARAGRAPH or shape.person >= _CERTAIN for shape in shapes)


def _without_report(run: Run) -> tuple[Run, ...]:
    for at, line in enumerate(run.lines[1:], start=1):
        if len(line.text.split()) >= _PARAGRAPH and begins_report(line.text):
            rest = run.lines[at:]
            told = all(len(other.text.split()) >= _SENTENCE for other in rest)
            return (replace(run, lines=run.lines[:at]), apart(run, "report", rest)) if told else (run,)
    return (run,)


def _without_paragraph(run: Run) -> tuple[Run, ...]:
    """Listed questions, and apart from them the paragraphs and people below the list."""
    end = len(run.lines)
    while end > 1 and _is_no_question(run.lines[end - 1]):
        end -= 1
    if end == len(run.lines) or not run.lines[end].gap or not all(LISTED.match(line.text) for line in run.lines[:end]):
        return (run,)
    return (replace(run, lines=run.lines[:end]), *_by_content(run, run.lines[end:]))


def _by_content(run: Run, lines: tuple[Line, ...]) -> tuple[Run, ...]:
    """Lines of a run as runs of the fields that their words tell."""
    return tuple(apart(run, key, tuple(same)) for key, same in groupby(lines, _key_of))


def _is_no_question(line: Line) -> bool:
    if LISTED.match(line.text) or "?" in line.text:
        return False
    return len(line.text.split()) >= _PARAGRAPH or person_line_score(line.text) >= _CERTAIN


def _key_of(line: Line) -> str:
    """The field of a paragraph below the questions: how the session will run, who takes part from where, or nothing that is known."""
    if person_line_score(line.text) >= _CERTAIN:
        return "speakers"
    return {"interaction": "interaction", "hybrid_format": "hybrid"}.get(prose_fields().best(line.text), "aside")
