"""What one line looks like: the measures that ``parsing/shapes.py`` turns into scores."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from igf_extract.parsing.fields.format import is_format_line
from igf_extract.parsing.fields.goals import is_goal_line
from igf_extract.parsing.fields.questions import question_line_score
from igf_extract.parsing.fields.rooms import is_room_line
from igf_extract.parsing.fields.schedule import is_schedule_line
from igf_extract.parsing.fields.themes import is_theme_line
from igf_extract.parsing.people import looks_like_organization, looks_like_person_name, person_line_score
from igf_extract.parsing.prose_field import Scores, prose_fields
from igf_extract.vocab.list_marks import MARK, SIGNS, without_marks
from igf_extract.vocab.session_types import read_type_line

LIKELY = 0.5  # from this measure on a line is taken for what it looks like
_WORD = re.compile(r"\w+")
_MARK = re.compile(rf"(?:{MARK}\s+|[{SIGNS}✓]|\(?\d{{1,2}}[.)]\s|\(?[A-Za-z][.)]\s)")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_MINUTES_IN_FRONT = re.compile(r"\d{1,3}\s?(?:min|mins|minutes)\.?\s?[-–—:]\s", re.IGNORECASE)
_HOURS = re.compile(r"[\[(]\s?\d{1,2}[:.]\d{2}\s?[-–—]\s?\d{1,2}[:.]\d{2}")
_MINUTES = re.compile(r"\b\d{1,3}\s?(?:-\s?\d{1,3}\s?)?(?:min\b|mins\b|minutes\b|['’]\s)|\(\s?~?\d{1,3}\s?\)\s*$", re.IGNORECASE)
_ISSUE = re.compile(r"^[^?:.]{5,90}:\s*[A-Z¿][^?]{10,}\?")
_ASKED = re.compile(r"1\)\s+how will you\b", re.IGNORECASE)  # the form's own question
_COALITION = re.compile(r"\b(?:dynamic\s+coal|coalition on\b|coalition for\b|^DC[- ])", re.IGNORECASE)
_CAPS = 400  # characters that the cheap line tests look at
_SENTENCE_END = re.compile(r"[^\W\d_]{2,}[.!?][”\"’)]?\s+[A-ZÀ-Þ]")
_PLAN, _TOLD = 3, 2  # minutes in a paragraph that make a plan, and sentences before them that make it a text
_SHORT, _LONG = 12, 22  # words
_FEWEST, _FEWEST_OPEN = 5, 8  # words of a sentence, and of a line that ends like a heading, from which on they tell its field
_SHARE = 0.6  # of the log-odds of the words of a line: those around it speak of the same things
_AGAINST, _FOR = 0.6, 2.0  # how much they count at the most; that a text lacks the usual words says little


@dataclass(frozen=True)
class LineShape:
    """The measures of one line, each in [0, 1] but for ``words``, ``agenda`` (to 1.4) and ``by_words`` (log-odds).

    Each is taken when it is first asked for: most lines are labels or plain prose, for which a few are enough.
    """

    text: str
    first: bool
    introduced: bool
    answered: bool = False

    @cached_property
    def words(self) -> int:
        return len(_WORD.findall(self.text[:4000]))

    @cached_property
    def _head(self) -> str:
        return self.text[:_CAPS]

    @cached_property
    def _short(self) -> bool:
        return len(self.text) <= _CAPS

    @cached_property
    def person(self) -> float:
        return person_line_score(self.text) if len(self.text) < 3000 else 0.0

    @cached_property
    def name(self) -> float:
        return looks_like_person_name(self._head) if self._short and self.words <= 8 else 0.0

    @cached_property
    def organization(self) -> float:
        return looks_like_organization(self._head) if self._short and self.words <= 25 else 0.0

    @cached_property
    def question(self) -> float:
        return question_line_score(self.text[:2000])

    @cached_property
    def format(self) -> float:
        return is_format_line(self._head) if self._short else 0.0

    @cached_property
    def schedule(self) -> float:
        return is_schedule_line(self._head) if self._short else 0.0

    @cached_property
    def room(self) -> float:
        return is_room_line(self._head) if self._short and self.words <= 12 else 0.0

    @cached_property
    def goal(self) -> float:
        return is_goal_line(self._head) if self._short and self.words <= 16 else 0.0

    @cached_property
    def theme(self) -> float:
        return is_theme_line(self._head) if self._short and self.words <= 25 else 0.0

    @cached_property
    def issue(self) -> float:
        return float(bool(_ISSUE.match(self.text[:2000])))

    @cached_property
    def agenda(self) -> float:
        return _agenda_measure(self._head if self._short else self.text[:2000], self.words)

    @cached_property
    def listed(self) -> bool:
        return bool(_MARK.match(self.text))

    @cached_property
    def sentence(self) -> bool:
        return self.text.rstrip(' "”’)»').endswith((".", "!", "?", ":", ";", "…", "。"))

    @cached_property
    def number(self) -> bool:
        return self.text.strip().isdigit()

    @cached_property
    def coalition(self) -> bool:
        return self._short and self.words <= 20 and is_coalition(self._head)

    @cached_property
    def type_line(self) -> bool:
        return self._short and self.words <= 8 and read_type_line(self._head) is not None

    @cached_property
    def answers(self) -> bool:
        if self.answered:
            return True
        return self.text.startswith("1)") and (" 2)" in self.text[:4000] or _ASKED.match(self.text) is not None)

    @cached_property
    def by_words(self) -> Scores:
        """``[field]``: how well the words of a paragraph fit each of ``prose_fields().fields``; 0 where the line is a value of the form."""
        if self.words < (_FEWEST if self.sentence else _FEWEST_OPEN) or self.tabular >= LIKELY:
            return np.zeros(len(prose_fields().fields))
        return np.clip(_SHARE * prose_fields().log_odds(self.text), -_AGAINST, _ceilings())

    @cached_property
    def prose(self) -> float:
        """How much the line reads like a paragraph: -1 to 1."""
        if self.words >= _LONG:
            return 1.0
        if self.sentence and self.words >= 6:
            return 0.7
        return -0.4 if self.words > _SHORT else -1.0

    @cached_property
    def tabular(self) -> float:
        """The strongest sign that the line is a value of a form and no prose."""
        return max(self.format, self.schedule, self.goal, self.person if self.words < 60 else self.person * 0.5)

    @cached_property
    def fits(self) -> dict[str, float]:
        """How well the line fits the shapes of ``shapes.SHAPES`` that were asked for."""
        return {}


@cache
def _ceilings() -> Scores:
    """``[field]``: how much the words of a line speak for a field at the most; a line of people has a measure of its own."""
    return np.array([0.0 if field == "participants" else _FOR for field in prose_fields().fields])


def is_coalition(text: str) -> bool:
    """Whether a short line names a dynamic coalition."""
    return bool(_COALITION.search(text[:_CAPS]))


def _agenda_measure(text: str, words: int) -> float:
    """A time or minutes at the head of an item, or minutes again and again in one paragraph that does not tell of the session first."""
    plain = without_marks(text)
    if words > 3 and (_CLOCK.match(plain) or _MINUTES_IN_FRONT.match(plain)):
        return 1.0
    if words <= _LONG and _HOURS.search(text):
        return 0.8
    marks = [found.start() for found in _MINUTES.finditer(text)]
    minutes = len(marks)
    if words > _LONG and minutes >= _PLAN and len(_SENTENCE_END.findall(text[: marks[0]])) >= _TOLD:
        return 0.0  # a plan at the end of a paragraph
    return 1.4 if minutes >= 4 and words > _LONG else 0.9 if minutes >= 3 else 0.6 if minutes and words <= 40 else 0.0


def names_person(text: str) -> bool:
    """Whether a line is taken for one of a person, or of several."""
    return person_line_score(text) >= LIKELY


def is_name(text: str) -> bool:
    """Whether a text is taken for a person's name and nothing else."""
    return looks_like_person_name(text) >= LIKELY


def measure(text: str, index: int, introduced: bool = False) -> LineShape:
    """The measures of the line ``text``; ``index`` is its place on the page; ``introduced``: a list item that a sentence announces."""
    return LineShape(text, index == 0, introduced)
