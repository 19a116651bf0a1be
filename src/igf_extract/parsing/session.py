"""A page's runs to one session: sections with their headings, and the values that the field readers take from them.

Each run goes to the reader that ``data/labels.toml`` names for its key. Values keep the spans that the readers give.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from igf_extract.model import Claim, Evidence, Fact, Goal, Line, Method, Outcome, Participation, Problem, Section, Session, Span, Theme
from igf_extract.parsing.fields.format import read_format
from igf_extract.parsing.fields.goals import read_goals, read_targets
from igf_extract.parsing.fields.outcomes import read_outcomes
from igf_extract.parsing.fields.questions import read_questions
from igf_extract.parsing.fields.rooms import read_room
from igf_extract.parsing.fields.schedule import is_schedule_line, read_schedule
from igf_extract.parsing.fields.themes import read_themes
from igf_extract.parsing.fields.title import read_title
from igf_extract.parsing.late_people import without_people
from igf_extract.parsing.page import TITLE_LINE, Page, Run
from igf_extract.parsing.people import merge_participations, read_agenda_people, read_people
from igf_extract.vocab.fold import fold
from igf_extract.vocab.said_types import said_type, type_of_title
from igf_extract.vocab.session_types import read_type_line

_NO_SECTION = frozenset({"noise"})
_LISTED = re.compile(r"(?:[•●▪◦*-]|\(?\d{1,2}[.)-]|\(?[A-Za-z][.)])\s*\S")
_DIGITS = re.compile(r"\d{1,4}")
_STARRED = re.compile(r"(?:^|\s)\*\s?[^*?]{8,400}\?")
_ANNOUNCES = re.compile(r"^(?!.*\d)[^.?!]{3,80}(?::|as follows\.?)$", re.IGNORECASE)
_SENTENCE = 8  # words from which what follows the format on its line is a description
_SLOT_LINE = 0.3  # a line of the schedule that may also name the format
_CERTAIN = 4.0  # log-odds by which a form must win before what it implies counts as said
_TELLING = frozenset({"description", "report", "other", "relevance", "agenda", "hybrid_format", "format_description", "interaction"})
_SAID = 0.85  # how sure a type is that only the prose tells
_EMPTY_ANSWERS = frozenset({"n/a", "na", "none", "-", "--", "tbd", "no", "yes", "nil", "see above", "as stated above", "see list above"})


@dataclass(slots=True)
class _Draft:
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


def _read_title(draft: _Draft, run: Run) -> None:
    if run.label is not None and run.label.spelling == TITLE_LINE:
        return  # the title line itself, read with the page
    for line in run.lines:
        reading = read_title(line.text, labelled=run.label is not None)
        if reading is None:
            continue
        for name in ("year", "session_type", "number", "title"):
            draft.fact(name, _shifted(getattr(reading, name), line.span.start))
    if "title" not in draft.facts and run.lines and run.label is None:
        line = run.lines[0]
        draft.fact("title", Fact(line.text, Evidence(line.span, "first_line", Method.POSITION), 0.8))


def _shifted(fact: Fact[Any] | None, by: int) -> Fact[Any] | None:
    if fact is None:
        return None
    span = fact.evidence.span
    return replace(fact, evidence=replace(fact.evidence, span=Span(span.start + by, span.end + by)))


def _read_number(draft: _Draft, run: Run) -> None:
    """The first number of the value, or of the label itself ("Workshop # 311 Report")."""
    spans = [line.span for line in run.lines] + ([run.heading] if run.heading is not None else [])
    for span in spans:
        digits = _DIGITS.search(span.of(draft.text))
        if digits is not None:
            found = Span(span.start + digits.start(), span.start + digits.end())
            draft.fact("number", Fact(digits[0], Evidence(found, "labelled_number", Method.LABEL)))


def _read_type(draft: _Draft, run: Run) -> None:
    for line in run.lines:
        code = read_type_line(line.text)
        if code is not None:
            draft.fact("session_type", Fact(code, Evidence(line.span, "type_line", Method.LEXICON)))


def _read_schedule(draft: _Draft, run: Run) -> None:
    draft.schedule.extend(run.lines)


def _read_room(draft: _Draft, run: Run) -> None:
    for line in run.lines[:1]:
        room = read_room(line)
        if room is not None:
            draft.fact("room", replace(room, confidence=confidence(run.margin)))


def _method(run: Run) -> Method:
    return Method.LABEL if run.label is not None else Method.POSITION


def _read_themes(draft: _Draft, run: Run) -> None:
    level = {"theme": "theme", "subtheme": None, "tag": "tag"}.get(run.slot.key.name)
    for theme in read_themes(run.lines):
        if fold(theme.theme) not in {fold(known.theme) for known in draft.themes}:
            draft.themes.append(theme if theme.level or level is None else replace(theme, level=level))


def _behind_format(line: Line, form: Fact[str] | None) -> Line | None:
    """What follows on the line behind the name of the format and a full stop ("Format : table ronde. ...")."""
    if form is None or form.evidence.span.start != line.span.start:
        return None
    rest = line.text[form.evidence.span.end - line.span.start :]
    body = rest.lstrip(" .")
    if not rest.lstrip().startswith(".") or len(body.split()) < _SENTENCE:
        return None
    start = line.span.end - len(body)
    return replace(line, text=body, span=Span(start, line.span.end))


def _read_format(draft: _Draft, run: Run) -> None:
    reading = read_format(run.lines)
    for name in ("format", "seating", "format_as_written"):
        draft.fact(name, getattr(reading, name))
    if reading.duration_minutes is not None:
        draft.facts["duration_minutes"] = reading.duration_minutes
    lines = tuple(reading.description)
    told = _behind_format(lines[0], reading.format) if lines else None
    if told is not None and not any(other.slot.key.field == "description" for other in draft.page.runs):
        draft.sections.append(_section(draft.text, replace(run, label=None, heading=None), "description", (told, *lines[1:])))
    elif lines:
        draft.sections.append(_section(draft.text, run, "format_description", lines))


def _read_duration(draft: _Draft, run: Run) -> None:
    """Minutes after "Duration": a bare number, or words such as "90 minutes"."""
    for line in run.lines[:1]:
        digits = line.text.strip(" .")
        if digits.isdigit() and 0 < int(digits) < 1000:
            draft.fact("duration_minutes", Fact(int(digits), Evidence(line.span, "labelled_minutes", Method.LABEL)))
        else:
            draft.fact("duration_minutes", read_format(run.lines).duration_minutes)


def _read_goals(draft: _Draft, run: Run) -> None:
    draft.goals.extend(read_goals(run.lines))


def _read_targets(draft: _Draft, run: Run) -> None:
    draft.goals.extend(read_targets(run.lines))


def _read_questions(draft: _Draft, run: Run) -> None:
    if (run.slot.key.name == "report_questions" or run.label is None) and not _asks(run.lines):
        return
    known = {fold(question.value) for question in draft.questions}
    draft.questions.extend(question for question in read_questions(run.lines) if fold(question.value) not in known)


def _outcomes(kind: str) -> Callable[[_Draft, Run], None]:
    def read(draft: _Draft, run: Run) -> None:
        draft.outcomes.extend(read_outcomes(run.lines, kind))

    return read


def _is_empty(lines: Sequence[Line]) -> bool:
    return len(lines) == 1 and fold(lines[0].text).strip(" .()") in _EMPTY_ANSWERS


def _read_people(draft: _Draft, run: Run) -> None:
    if _is_empty(run.lines):
        return
    role = run.slot.key.role or "other"
    reading = read_people(run.lines, role, role_inferred=run.heading_lost)
    sure = confidence(run.margin) if run.label is None else 1.0
    draft.people.extend(replace(person, confidence=min(person.confidence, sure)) for person in reading.participations)
    draft.problems.extend(reading.problems)


def _read_coalition(draft: _Draft, run: Run) -> None:
    for line in run.lines[:1]:
        evidence = Evidence(line.span, "coalition_line", _method(run))
        draft.people.append(
            Participation(
                role="organizer", evidence=evidence, organization=line.text, organization_span=line.span, confidence=confidence(run.margin)
            )
        )


def _read_agenda(draft: _Draft, run: Run) -> None:
    reading = read_agenda_people(run.lines)
    draft.people.extend(reading.participations)


def _nothing(draft: _Draft, run: Run) -> None:
    return None


_READERS: MappingProxyType[str, Callable[[_Draft, Run], None]] = MappingProxyType(
    {
        "title": _read_title,
        "number": _read_number,
        "schedule": _read_schedule,
        "room": _read_room,
        "themes": _read_themes,
        "format": _read_format,
        "duration": _read_duration,
        "format_text": _nothing,
        "goals": _read_goals,
        "targets": _read_targets,
        "questions": _read_questions,
        "people": _read_people,
        "coalition": _read_coalition,
        "agenda": _read_agenda,
        "prose": _read_agenda,
        "expected": _outcomes("expected_outcome"),
        "takeaways": _outcomes("key_takeaway"),
        "calls": _outcomes("call_to_action"),
        "recommendations": _outcomes("recommendation"),
        "type": _read_type,
        "affiliation": _nothing,
        "none": _nothing,
    }
)


def _section(text: str, run: Run, field_name: str, lines: Sequence[Line]) -> Section:
    span = Span(lines[0].span.start, lines[-1].span.end)
    heading = run.heading.of(text).strip(" :") if run.heading is not None else None
    rule = f"label:{run.label.spelling}" if run.label is not None and run.label.end else f"slot:{run.slot.key.name}"
    sure = 1.0 if run.label is not None else confidence(run.margin)
    return Section(field_name, section_text(text, span), Evidence(span, rule, _method(run)), heading, run.heading_lost, None, sure)


def _announced_questions(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The items of a list that a line of the prose announces as questions."""
    for i, line in enumerate(lines):
        if len(_STARRED.findall(line.text)) >= 2:
            return (line,)
        if line.text.endswith(":") and "question" in fold(line.text):
            end = i + 1
            while end < len(lines) and _LISTED.match(lines[end].text):
                end += 1
            asking = sum(1 for item in lines[i + 1 : end] if "?" in item.text)
            if end - i > 2 and 2 * asking > end - i - 1:
                return tuple(lines[i + 1 : end])
    return ()


def _asks(lines: Sequence[Line]) -> bool:
    """Whether a report's field of questions holds questions and not a summary."""
    return any("?" in line.text or "？" in line.text for line in lines) or all(_LISTED.match(line.text) for line in lines)


def _add_section(draft: _Draft, run: Run) -> None:
    if not run.lines or run.slot.key.field in _NO_SECTION or _is_empty(run.lines):
        return
    field_name, lines, heading = run.slot.key.field, run.lines, run.heading
    if field_name == "agenda" and len(lines) > 1 and _ANNOUNCES.search(lines[0].text):
        heading, lines = lines[0].span, lines[1:]
    if run.slot.key.name == "report_questions" and not _asks(lines):
        field_name = "report"
    elif run.slot.key.reader == "questions" and run.label is None and not _asks(lines):
        field_name = "format_description" if draft.sections and draft.sections[-1].field == "format" else "other"
    draft.sections.append(_section(draft.text, replace(run, heading=heading), field_name, lines))


def _schedule(draft: _Draft) -> None:
    year = draft.facts["year"].value if "year" in draft.facts else None
    if not draft.schedule:
        return
    reading = read_schedule(draft.schedule, year)
    for name in ("date", "starts_at", "ends_at", "starts_local", "ends_local", "time_as_written", "room", "session_type"):
        draft.fact(name, getattr(reading, name))
    if reading.theme is not None:
        draft.themes.append(Theme(theme=reading.theme.value, evidence=reading.theme.evidence, level="theme"))
    if "format" not in draft.facts:
        form = read_format([line for line in draft.schedule if is_schedule_line(line.text) >= _SLOT_LINE])
        draft.fact("format", form.format)
        draft.fact("duration_minutes", form.duration_minutes)
    draft.problems.extend(reading.problems)
    if "year" not in draft.facts and reading.date is not None:
        draft.facts["year"] = Fact(reading.date.value.year, reading.date.evidence, reading.date.confidence)


def _implied(draft: _Draft) -> None:
    span = Span(draft.page.claims[0].evidence.span.start, draft.page.claims[-1].evidence.span.end) if draft.page.claims else Span(0, 0)
    if draft.page.tie < _CERTAIN:
        return
    for name, value in draft.page.form.implies.items():
        draft.fact(name, Fact(value, Evidence(span, f"form:{draft.page.form.name}", Method.POSITION), confidence(draft.page.tie)))


def _said_type(draft: _Draft) -> None:
    """The type that the title's last words or the prose say of the session itself, where nothing else names it."""
    if "session_type" in draft.facts:
        return
    title = draft.facts.get("title")
    spans = [section.evidence.span for section in draft.sections if section.field in _TELLING]
    found = [(span.start, said) for span in spans if (said := said_type(span.of(draft.text))) is not None]
    if title is not None and (named := type_of_title(title.evidence.span.of(draft.text))) is not None:
        found = [(title.evidence.span.start, named)]
    if len({said[0] for _, said in found}) == 1:
        start, (code, first, last) = found[0]
        draft.fact("session_type", Fact(code, Evidence(Span(start + first, start + last), "said_in_words", Method.LEXICON), _SAID))


def read_session(text: str, page: Page) -> tuple[Session, tuple[Section, ...], tuple[Problem, ...]]:
    """The session that a page speaks of, its sections in page order, and the problems on the way. ``text`` is the document's."""
    draft = _Draft(text, page)
    if page.title is not None:
        _page_title(draft)
    draft.fact("year", page.year)
    for run in (part for whole in page.runs for part in without_people(whole)):
        before = len(draft.sections)
        _READERS[run.slot.key.reader](draft, run)
        made = draft.sections[before:]
        del draft.sections[before:]
        _add_section(draft, run)
        draft.sections.extend(made)
    if not draft.questions:
        prose = [run for run in page.runs if run.slot.key.field == "description"]
        draft.questions.extend(question for run in prose for question in read_questions(_announced_questions(run.lines)))
    _schedule(draft)
    _implied(draft)
    _said_type(draft)
    description = next((s for s in draft.sections if s.field == "description"), None)
    if description is not None:
        draft.fact("description", Fact(description.text, description.evidence, description.confidence))
    lines = [claim.evidence.span for claim in page.claims]
    session = Session(
        **draft.facts,
        themes=tuple(draft.themes),
        goals=_goals_once(draft.goals),
        policy_questions=tuple(draft.questions),
        outcomes=tuple(draft.outcomes),
        participations=merge_participations(draft.people),
        span=Span(lines[0].start, lines[-1].end) if lines else Span(0, 0),
        confidence=confidence(page.tie),
    )
    return session, tuple(draft.sections), tuple(draft.problems)


def _page_title(draft: _Draft) -> None:
    reading, lines = draft.page.title, draft.page.title_lines
    assert reading is not None
    for name in ("year", "session_type", "number", "title", "room"):
        draft.fact(name, _shifted(getattr(reading, name), lines[0].span.start))
    rest = [line for line in lines[1:] if line.text != lines[0].text]
    if "title" not in draft.facts and rest:
        draft.fact("title", Fact(rest[0].text, Evidence(rest[0].span, "title_on_next_line", Method.POSITION)))


def _goals_once(goals: Sequence[Goal]) -> tuple[Goal, ...]:
    """Each goal and target once, what is listed before what is only named; a listed target lists its goal."""
    seen: dict[tuple[int, str], Goal] = {}
    for goal in sorted(goals, key=lambda goal: not goal.listed):
        if goal.listed:
            seen.setdefault((goal.sdg, ""), replace(goal, target=""))
        if goal.target or not goal.listed:
            seen.setdefault((goal.sdg, goal.target), replace(goal, listed=None if goal.listed else goal.listed))
    return tuple(seen.values())


def claimed(page: Page, index: int) -> tuple[Claim, ...]:
    """The page's claims with the session they belong to."""
    return tuple(replace(claim, session_index=index if claim.field != "noise" else None) for claim in page.claims)
