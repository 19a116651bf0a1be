"""Labels that no form prints, told by the lines below them: questions and remarks that a line of the page announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from igf_extract.model import Line
from igf_extract.parsing.item import Item
from igf_extract.parsing.line_shape import names_person
from igf_extract.vocab.fold import fold
from igf_extract.vocab.label_notes import without_note
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.load import read_data

_INTRODUCTION = 14  # words of a line that announces questions
_ASKED_ABOUT = re.compile(r"\b(?:questions?|matters|issues|topics|points)\b")
# "The guiding questions for the tables are: 1. …? 2. …?" on one line
_ASKED_HERE = re.compile(r"(?:the |our )?(?:[a-z]+ ){0,2}questions\b[^:?.]{0,80}:\s+(?=\(?[1a][.)]\s)", re.IGNORECASE)
_LEAST = 2  # questions that make a list


def questions_announced(line: Line, above: Sequence[Item], below: Sequence[Line]) -> Label | None:
    """The label that a line behind people or an agenda stands for that announces questions, where the two lines below it ask
    ("Questions we want answered by four o'clock:"), or where it asks several numbered ones itself."""
    text = fold(line.text)
    listed_here = _ASKED_HERE.match(line.text)
    if listed_here is not None and line.text.count("?") >= _LEAST:
        return Label("policy_questions", listed_here.end(), listed_here.end(), "questions announced")
    if not text.endswith(":") or not _ASKED_ABOUT.search(text) or len(text.split()) > _INTRODUCTION:
        return None
    label = next((item.label for item in reversed(above) if item.label is not None), None)
    listed = label is not None and LABELS().keys[label.key].field in ("participants", "agenda", "schedule")
    asking = len(below) > 1 and all("?" in other.text for other in below)
    return Label("policy_questions", len(line.text), None, "questions announced") if listed and asking else None


def remarks_by(line: Line, below: Sequence[Line]) -> Label | None:
    """The label that "Session keynote" or "Opening remarks" alone on a line stands for, where a person stands below it and another heading
    of people right below that one (in an agenda items follow), and that of "Panel" above the labels of its people."""
    words, announced = without_note(fold(line.text).rstrip(" :")), read_data("announced.toml")
    if line.gap and words in announced["panels"] and _opens_people(below[:1]):
        return Label("speakers", len(line.text), None, "panel of all")
    if not line.gap or words not in announced["remarks"]:
        return None
    heading = next((label for other in below[1:] if (label := LABELS().find(other.text)) is not None), None)
    people = heading is not None and heading.value_start is None and LABELS().keys[heading.key].field == "participants"
    named = bool(below) and names_person(below[0].text)
    return Label("speakers", len(line.text), None, "remarks by") if people and named else None


def _opens_people(lines: Sequence[Line]) -> bool:
    """Whether the line is a label of people, with one of them behind it or on lines of their own."""
    label = LABELS().find(lines[0].text) if lines else None
    return label is not None and LABELS().keys[label.key].role is not None
