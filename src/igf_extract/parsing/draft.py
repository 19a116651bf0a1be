"""What has been read of a session so far, and the small steps that all readers of its values share."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from igf_extract.model import Evidence, Fact, Goal, Line, Method, Outcome, Participation, Problem, Section, Span, Theme
from igf_extract.parsing.page import Page, Run
from igf_extract.vocab.fold import fold
from igf_extract.vocab.list_marks import MARK
from igf_extract.vocab.load import read_data
from igf_extract.vocab.noise import noise_rule

LISTED = re.compile(rf"(?P<mark>(?:{MARK}|\(?\d{{1,2}}[.)-]|\(?[A-Za-z][.)])\s*)\S")  # an item of a list: its mark, and words behind it
_FILE = re.compile(r"(?:[\w.()%-]{1,60}/){0,6}[\w.()%-]{1,120}\.(?:pdf|docx?|pptx?|odt|rtf|xlsx?)", re.IGNORECASE)


@cache
def _empty_answers() -> frozenset[str]:
    return frozenset(map(fold, read_data("noise.toml")["answers"]["empty"]))


@dataclass(slots=True)
class Draft:
    """What has been read of the session so far; frozen into records at the end."""

    text: str
    page: Page
    facts: dict[str, Fact[Any]] = field(default_factory=dict)
    themes: list[Theme] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    questions: list[Fact[str]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    people: list[Participation] = field(default_factory=list)
    schedule: list[Line] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fact(self, name: str, value: Fact[Any] | None) -> None:
        """The first value given wins."""
        if value is not None:
            self.facts.setdefault(name, value)


def confidence(margin: float) -> float:
    """How sure a placement is, from its margin in log-odds: 0.5 at a tie, towards 1 with distance."""
    return round(1.0 / (1.0 + math.exp(-max(0.0, min(30.0, margin)))), 3)


def section_text(text: str, span: Span) -> str:
    """The slice without the indentation of its lines; blank lines kept."""
    return "\n".join(line.strip() for line in span.of(text).split("\n"))


def method_of(run: Run) -> Method:
    """How the run's field is known: by a printed label, or by its place."""
    return Method.LABEL if run.label is not None else Method.POSITION


def section_of(text: str, run: Run, field_name: str, lines: Sequence[Line]) -> Section:
    """The section of the run's ``lines`` (at least one) under its heading; ``text`` is the document's."""
    span = Span(lines[0].span.start, lines[-1].span.end)
    heading = run.heading.of(text).strip(" :") if run.heading is not None else None
    rule = f"label:{run.label.spelling}" if run.label is not None and run.label.end else f"slot:{run.slot.key.name}"
    sure = 1.0 if run.label is not None else confidence(run.margin)
    return Section(field_name, section_text(text, span), Evidence(span, rule, method_of(run)), heading, run.heading_lost, None, sure)


def is_empty(lines: Sequence[Line]) -> bool:
    """Whether the answer says that there is none, or the site says so in its place ("No Background Paper Uploaded")."""
    if len(lines) != 1:
        return False
    if _FILE.fullmatch(lines[0].text.strip()) is not None:
        return True  # the name of a file behind a link is no text
    return fold(lines[0].text).strip(" .!()[]*") in _empty_answers() or noise_rule(lines[0].text) is not None


def asks(lines: Sequence[Line], labelled: bool = True) -> bool:
    """Whether a field of questions holds questions and not a summary; without its label a list that asks nothing is none."""
    asked = any("?" in line.text or "？" in line.text for line in lines)
    return asked or (labelled and all(LISTED.match(line.text) for line in lines))
