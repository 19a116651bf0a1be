"""What a line looks like, and how well that fits a field: log-odds that the aligner adds up.

``measure`` looks at a line once; each function of ``SHAPES`` turns the measures into a score for one shape name of
``data/labels.toml`` and ``data/forms/*.toml``. Positive speaks for the field, negative against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from igf_extract.parsing.fields.format import is_format_line
from igf_extract.parsing.fields.goals import is_goal_line
from igf_extract.parsing.fields.questions import question_line_score
from igf_extract.parsing.fields.rooms import is_room_line
from igf_extract.parsing.fields.schedule import is_schedule_line
from igf_extract.parsing.fields.themes import is_theme_line
from igf_extract.parsing.people import looks_like_organization, looks_like_person_name, person_line_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data
from igf_extract.vocab.session_types import read_type_line

_WORD = re.compile(r"\w+")
_CUE_WORD = re.compile(r"[\w&]+(?:[-'.][\w&]+)*")
_MARK = re.compile(r"(?:[•●▪◦✓*·-]\s+|[•●✓]|\(?\d{1,2}[.)]\s|\(?[A-Za-z][.)]\s)")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_HOURS = re.compile(r"[\[(]\s?\d{1,2}[:.]\d{2}\s?[-–—]\s?\d{1,2}[:.]\d{2}")
_MINUTES = re.compile(r"\b\d{1,3}\s?(?:-\s?\d{1,3}\s?)?(?:min\b|mins\b|minutes\b|['’]\s)|\(\s?~?\d{1,3}\s?\)\s*$", re.IGNORECASE)
_ISSUE = re.compile(r"^[^?:.]{5,90}:\s*[A-Z¿][^?]{10,}\?")
_ASKED = re.compile(r"1\)\s+how will you\b", re.IGNORECASE)  # the form's own question
_COALITION = re.compile(r"\b(?:dynamic\s+coal|coalition on\b|coalition for\b|^DC[- ])", re.IGNORECASE)
_OFFICIAL = 0.9  # the score of a line that is the official name of a theme
_CAPS = 400  # characters that the cheap line tests look at
_SHORT, _PARAGRAPH, _LONG = 12, 15, 22  # words


@dataclass(frozen=True, slots=True)
class LineShape:
    """The measures of one line, each in [0, 1] but for ``words``, ``agenda`` (to 1.4) and ``cues`` (weight per field, in [0, 3])."""

    words: int
    first: bool
    introduced: bool
    person: float
    name: float
    organization: float
    question: float
    format: float
    schedule: float
    room: float
    goal: float
    theme: float
    issue: float
    agenda: float
    listed: bool
    sentence: bool
    number: bool
    coalition: bool
    type_line: bool
    answers: bool
    cues: Mapping[str, float] = field(default_factory=dict)

    @property
    def prose(self) -> float:
        """How much the line reads like a paragraph: -1 to 1."""
        if self.words >= _LONG:
            return 1.0
        if self.sentence and self.words >= 6:
            return 0.7
        return -0.4 if self.words > _SHORT else -1.0

    @property
    def tabular(self) -> float:
        """The strongest sign that the line is a value of a form and no prose."""
        return max(self.format, self.schedule, self.goal, self.person if self.words < 60 else self.person * 0.5)


@cache
def _cues() -> tuple[Mapping[str, tuple[tuple[str, float], ...]], int]:
    """Cue -> (field, weight) pairs, and the number of words of the longest cue."""
    cues: dict[str, list[tuple[str, float]]] = {}
    for name, entry in read_data("cues.toml").items():
        for kind, weight in (("strong", 1.2), ("weak", 0.45)):
            for cue in entry[kind]:
                cues.setdefault(" ".join(_CUE_WORD.findall(fold(cue))), []).append((name, weight))
    return MappingProxyType({cue: tuple(pairs) for cue, pairs in cues.items()}), max(len(cue.split()) for cue in cues)


def _cue_weights(folded: str) -> Mapping[str, float]:
    """The weight of each field's cues in a paragraph; a cue counts once, long paragraphs are scaled down."""
    cues, longest = _cues()
    tokens = _CUE_WORD.findall(folded)
    scale = 1.0 / (1.0 + max(0, len(tokens) - 60) / 80)
    found = {" ".join(tokens[i : i + n]) for n in range(1, longest + 1) for i in range(len(tokens) - n + 1)} & cues.keys()
    points: dict[str, float] = {}
    for cue in sorted(found):
        for name, weight in cues[cue]:
            points[name] = points.get(name, 0.0) + weight
    return {name: min(3.0, total * scale) for name, total in points.items()}


def is_coalition(text: str) -> bool:
    """Whether a short line names a dynamic coalition."""
    return bool(_COALITION.search(text[:_CAPS]))


def _agenda_measure(text: str, words: int) -> float:
    """A time or minutes at the head of an item, or minutes again and again in one paragraph."""
    if _CLOCK.match(text.lstrip("-–• ")) and words > 3:
        return 1.0
    if words <= _LONG and _HOURS.search(text):
        return 0.8
    minutes = len(_MINUTES.findall(text))
    return 1.4 if minutes >= 4 and words > _LONG else 0.9 if minutes >= 3 else 0.6 if minutes and words <= 40 else 0.0


def measure(text: str, index: int, introduced: bool = False) -> LineShape:
    """The measures of the line ``text``; ``index`` is its place on the page; ``introduced``: a list item that a sentence announces."""
    head = text[:_CAPS]
    words = len(_WORD.findall(text[:4000]))
    short = len(text) <= _CAPS
    return LineShape(
        words=words,
        first=index == 0,
        introduced=introduced,
        person=person_line_score(text) if len(text) < 3000 else 0.0,
        name=looks_like_person_name(head) if short and words <= 8 else 0.0,
        organization=looks_like_organization(head) if short and words <= 25 else 0.0,
        question=question_line_score(text[:2000]),
        format=is_format_line(head) if short else 0.0,
        schedule=is_schedule_line(head) if short else 0.0,
        room=is_room_line(head) if short and words <= 12 else 0.0,
        goal=is_goal_line(head) if short and words <= 16 else 0.0,
        theme=is_theme_line(head) if short and words <= 25 else 0.0,
        issue=float(bool(_ISSUE.match(text[:2000]))),
        agenda=_agenda_measure(head if short else text[:2000], words),
        listed=bool(_MARK.match(text)),
        sentence=text.rstrip(' "”’)»').endswith((".", "!", "?", ":", ";", "…", "。")),
        number=text.strip().isdigit(),
        type_line=short and words <= 8 and read_type_line(head) is not None,
        coalition=short and words <= 20 and is_coalition(head),
        answers=text.startswith("1)") and (" 2)" in text[:4000] or _ASKED.match(text) is not None),
        cues=_cue_weights(fold(text[:4000])) if words >= 4 else {},
    )


def _value(strength: float, yes: float = 5.0, no: float = -6.0) -> float:
    """A closed kind of line: strongly for, or strongly against."""
    return yes * strength if strength >= 0.5 else no + strength * 2


def _prose(s: LineShape) -> float:
    if s.introduced:
        return 0.6  # the list belongs to the sentence that announces it, whoever stands in it
    asked = s.question >= 0.5 and s.words < 40
    return 1.2 * s.prose - 4.0 * s.tabular - (2.0 if asked and s.listed else 0.7 if asked else 0.0)


def _results(s: LineShape) -> float:
    """Takeaways and calls: paragraphs, or short items of a list."""
    return -0.4 if s.listed and s.person < 0.6 and s.tabular < 0.6 else _prose(s) - 0.7


def _person(s: LineShape) -> float:
    if s.words > 40:
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
    return -2.0 if s.sentence and not s.listed else -0.5


def _title(s: LineShape) -> float:
    if s.words > 40 or s.schedule >= 0.5 or s.goal >= 0.5 or s.format >= 0.6 or s.type_line:
        return -6.0
    if s.words >= _LONG and s.sentence:
        return -4.0  # prose of a page that lost its title
    if s.theme >= _OFFICIAL:
        return -1.0 if s.first else -6.0  # main sessions bear the names of the themes
    return 3.0 if s.first and s.person < 0.8 else -4.0


def _agenda(s: LineShape) -> float:
    if not s.agenda and s.person >= 0.5:
        return 0.8  # people stand under the items of an agenda
    return 2.5 * s.agenda if s.agenda else -0.4 if s.listed else -1.0 if s.words <= _SHORT else -2.5


def _cued(name: str, floor: float = -0.9) -> Callable[[LineShape], float]:
    return lambda s: _prose(s) + floor + 0.9 * s.cues.get(name, 0.0)


def _hybrid(s: LineShape) -> float:
    """The answers on onsite and online interaction; since 2024 three numbered ones in one paragraph."""
    cued = s.cues.get("hybrid", 0.0)
    return _prose(s) - (1.5 if cued else 2.1) + 0.9 * cued + (3.0 if s.answers else 0.0)


def _targets(s: LineShape) -> float:
    return _prose(s) - 0.6 + 0.4 * s.cues.get("targets", 0.0)


def _online(s: LineShape) -> float:
    cued = s.cues.get("online", 0.0)
    return 1.5 if cued >= 1.2 and s.words < _SHORT else _prose(s) - 1.5 + 1.5 * cued  # the form offers a ready answer of a few words


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
        "targets": _targets,
        "question": _question,
        "prose": _prose,
        "brief": _prose,
        "results": _results,
        "diversity": _cued("diversity"),
        "outcomes": _cued("outcomes"),
        "hybrid": _hybrid,
        "interaction": _cued("interaction"),
        "online": _online,
        "agenda": _agenda,
        "never": lambda s: -8.0,
    }
)
