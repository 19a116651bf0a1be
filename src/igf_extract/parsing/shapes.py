"""How well a line fits a field: log-odds that the aligner adds up.

Each function of ``SHAPES`` turns the measures of a line into a score for one shape name of ``data/labels.toml`` and
``data/forms/*.toml``. Positive speaks for the field, negative against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from igf_extract.parsing.line_shape import LineShape
from igf_extract.vocab.fold import fold
from igf_extract.vocab.list_marks import is_counted_list
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of

_OFFICIAL = 0.9  # the score of a line that is the official name of a theme
_SHORT, _PARAGRAPH, _LONG = 12, 15, 22  # words
_RARER = 0.8  # by how much prose fits an answer to a narrow question less than a text about the session


def _value(strength: float, yes: float = 5.0, no: float = -6.0) -> float:
    """A closed kind of line: strongly for, or strongly against."""
    return yes * strength if strength >= 0.5 else no + strength * 2


def _prose(s: LineShape) -> float:
    if s.introduced:
        return 0.6  # the list belongs to the sentence that announces it, whoever stands in it
    asked = s.question >= 0.5 and s.words < 40
    return 1.2 * s.prose - 4.0 * s.tabular - (2.0 if asked and s.listed else 0.7 if asked else 0.0)


def _results(s: LineShape) -> float:
    """Takeaways and calls: paragraphs, or short items of a list; no questions."""
    if s.question >= 0.5 and s.listed:
        return -4.0
    return -0.4 if s.listed and s.person < 0.6 and s.tabular < 0.6 else _prose(s) - 0.7


def _person(s: LineShape) -> float:
    if s.words > 40 or is_counted_list(s.text):
        return -6.0
    if s.goal >= 0.5 or s.format >= 0.5 or s.schedule >= 0.5:
        return -6.0
    return 3.0 if s.person >= 0.6 else 2.0 if s.name >= 0.5 else -1.0 + 2 * s.person if s.words <= 12 else -4.0


def _people(s: LineShape) -> float:
    if s.goal >= 0.5 or s.format >= 0.5 or s.schedule >= 0.5 or s.theme >= _OFFICIAL:
        return -6.0
    if s.introduced:
        return -1.0
    if s.person >= 0.5:
        return 3.0 * s.person
    if s.agenda >= 0.6:
        return -3.0
    if s.name >= 0.5 or s.organization >= 0.5:
        return 1.5
    if s.words <= _SHORT and not s.sentence:
        return 0.3
    return -3.5 if s.prose > 0.5 else -0.8


def _coalition(s: LineShape) -> float:
    if s.coalition:
        return 4.0
    return _organization(s) - 2.0


def _organization(s: LineShape) -> float:
    if s.person >= 0.7:
        return -1.5
    if s.room >= 0.5 or s.schedule >= 0.5 or s.theme >= _OFFICIAL or s.agenda >= 0.6:
        return -5.0
    return 2.0 if s.organization >= 0.5 else 0.5 if s.words <= _SHORT and not s.sentence else -4.0


def _question(s: LineShape) -> float:
    if s.tabular >= 0.6:
        return -5.0
    if s.question >= 0.4:
        return 2.5 * s.question - 1.0
    return 0.2 if s.listed else -2.5 if s.words >= _PARAGRAPH and s.sentence and s.question < 0.2 else -1.2


def _theme(s: LineShape) -> float:
    if s.theme >= 0.5:
        return 4.0 * s.theme
    if s.words > 25 or s.tabular >= 0.5 or s.agenda >= 0.6 or (s.sentence and s.words > 8):
        return -5.0
    return -2.0 if s.sentence != s.listed else -0.5  # a list of themes without one official name stands below a label


def _title(s: LineShape) -> float:
    if s.words > 40 or s.schedule >= 0.5 or s.goal >= 0.5 or s.format >= 0.6 or s.type_line:
        return -6.0
    if s.words >= _LONG and s.sentence:
        return -4.0  # prose of a page that lost its title
    if s.text[:1].islower() and s.text.endswith("."):
        return -4.0  # the rest of a sentence at the top of half a page
    if s.theme >= _OFFICIAL:
        return -1.0 if s.first else -6.0  # main sessions bear the names of the themes
    return 3.0 if s.first and s.person < 0.8 else -4.0


def _agenda(s: LineShape) -> float:
    if not s.agenda and s.person >= 0.5:
        return 0.8  # people stand under the items of an agenda
    return 2.5 * s.agenda if s.agenda else -0.4 if s.listed else -1.0 if s.words <= _SHORT else -2.5


def _feeders(s: LineShape) -> float:
    """Workshops that fed into a main session: numbers and titles of a list, no hours and nobody's name."""
    if s.agenda >= 0.6 or s.person >= 0.6:
        return -3.0
    return -0.4 if s.listed or s.text[:1].isdigit() else -1.0 if s.words <= _SHORT else -2.5


def _answer(s: LineShape) -> float:
    """The answer to a question of the form: prose, of which the words tell the field (``LineShape.by_words``)."""
    return _prose(s) - _RARER


def _hybrid(s: LineShape) -> float:
    """The answers on onsite and online interaction; since 2024 three numbered ones in one paragraph."""
    return _answer(s) + (3.0 if s.answers else 0.0)


def _online(s: LineShape) -> float:
    """The form offers a ready answer of a few words."""
    return 1.5 if s.words < _SHORT and _ready("online").search(fold(s.text)) is not None else _answer(s)


@cache
def _ready(shape: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(map(fold, read_data('ready_answers.toml')[shape]['answers']))})\b")


def _format_or_text(s: LineShape) -> float:
    if s.format >= 0.5:
        return 5.0 * s.format
    return -0.5 if s.words <= 60 and s.tabular < 0.5 else -3.0


SHAPES: Mapping[str, Callable[[LineShape], float]] = MappingProxyType(
    {
        "title": _title,
        "type": lambda s: 4.0 if s.type_line else -6.0,
        "number": lambda s: -3.0,
        "schedule": lambda s: _value(s.schedule),
        "room": lambda s: 4.0 * s.room if s.room >= 0.4 else (-2.5 if s.words <= 8 and not s.sentence and s.person < 0.5 else -6.0),
        "theme": _theme,
        "issue": lambda s: 4.5 if s.issue else -5.0,
        "organization": _organization,
        "coalition": _coalition,
        "people": _people,
        "person": _person,
        "format": lambda s: _value(s.format),
        "format_or_text": _format_or_text,
        "duration": lambda s: 4.0 if s.number else _value(s.format, 2.0) if s.format >= 0.5 and s.words <= 6 else -6.0,
        "language": lambda s: -5.0,
        "goal": lambda s: _value(s.goal),
        "targets": _answer,
        "question": _question,
        "prose": _prose,
        "brief": _prose,
        "results": _results,
        "diversity": _answer,
        "outcomes": _answer,
        "hybrid": _hybrid,
        "interaction": _answer,
        "online": _online,
        "agenda": _agenda,
        "feeders": _feeders,
        "never": lambda s: -8.0,
    }
)


def fit(line: LineShape, shape: str) -> float:
    """How well a line fits a shape, worked out once for all forms."""
    if shape not in line.fits:
        line.fits[shape] = SHAPES[shape](line)
    return line.fits[shape]
