"""A page's runs to one session: its values, its sections with their headings, and what form and prose imply.

Each run goes to the reader that ``data/labels.toml`` names for its key (``values.READERS``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from igf_extract.model import Claim, Evidence, Fact, Goal, Line, Method, Problem, Section, Session, Span, Theme
from igf_extract.parsing.announced import announced_questions, announced_themes, questions_of_parts, with_announced_questions
from igf_extract.parsing.biographies import biographies
from igf_extract.parsing.draft import Draft, confidence, section_of
from igf_extract.parsing.fields.clock import days
from igf_extract.parsing.fields.format import read_format
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.questions import read_questions
from igf_extract.parsing.fields.schedule import is_schedule_line, read_schedule
from igf_extract.parsing.fields.themes import read_themes
from igf_extract.parsing.fields.title import read_title
from igf_extract.parsing.hosted import hosted
from igf_extract.parsing.inferred import TELLING, implied, labelled_year, number_in_words, type_in_words, year_by_day, year_in_words
from igf_extract.parsing.late_people import without_people
from igf_extract.parsing.late_prose import with_late_prose
from igf_extract.parsing.late_report import parted
from igf_extract.parsing.lines import part_of, span_in
from igf_extract.parsing.page import TITLE_LINE, Page, Run
from igf_extract.parsing.page_title import slot_before, slot_behind
from igf_extract.parsing.people import merge_participations, read_people
from igf_extract.parsing.people.programme import says_of_session
from igf_extract.parsing.prose_field import prose_fields
from igf_extract.parsing.section_field import add_section
from igf_extract.parsing.values import READERS
from igf_extract.vocab.fold import fold
from igf_extract.vocab.meetings import find_meeting, meeting_of

_SLOT_LINE = 0.3  # a line of the schedule that may also name the format
_SLOT_LENGTH = 200  # characters of a line with the hours of a session
# "80 minutes", "(90 Minutes)", "(3 Hours)" of a slot
_LENGTH = re.compile(r"(?:^|\()\s*(?:\d{1,3}\s?(?:min|mins|minutes)|\d(?:[.,]5)?\s?(?:hours?|hrs?))\.?\s*(?:\)|$)", re.IGNORECASE)
_PROSE_FIELDS = frozenset({"description", "report", "relevance", "key_takeaways"})  # a page with one of them needs no description
_UNTOLD = frozenset({"other", "interaction"})  # fields of paragraphs that may be it
_PARAGRAPH = 15  # words of prose that may be the description
_TOP, _DAY_WORDS = 8, 4  # lines at the top of a page, words of "Tuesday, 6 November 2012"
_HEAD = 60  # characters of a paragraph in which the person stands whom it tells of


def _late_description(draft: Draft) -> None:
    """Prose without a heading behind the people is the description of a page that has no other, unless it tells of one of them; right
    below a programme only where it says what the session does."""
    if any(section.field in _PROSE_FIELDS for section in draft.sections):
        return
    names = [fold(person.name) for person in draft.people if person.name is not None]
    for at, section in enumerate(draft.sections):
        head = fold(section.text[:_HEAD])
        told = any(word in head for name in names for word in name.split()[-1:])
        below_plan = at > 0 and draft.sections[at - 1].field == "agenda" and not says_of_session(section.text)
        if section.field not in _UNTOLD or section.heading is not None or told or below_plan:
            continue
        if len(section.text.split()) >= _PARAGRAPH or prose_fields().best(section.text) == "description":
            draft.sections[at] = replace(section, field="description", heading_inferred=False)
            return


def _meeting_of_slot(draft: Draft) -> None:
    """The year of the meeting that the line with the hours names ("IGF 2010, Vilnius, 15 September, 11:00-12:30")."""
    for line in draft.schedule:
        named = find_meeting(line.text) if len(line.text) <= _SLOT_LENGTH and "year" not in draft.facts else None
        if named is not None:
            evidence = Evidence(span_in(line, named.start, named.end), "meeting_in_slot", Method.LEXICON)
            draft.fact("year", Fact(named.meeting.year, evidence, 0.95))


def _schedule(draft: Draft, day: Line | None) -> None:
    """What the lines of the schedule say; ``day`` as in ``read_session``."""
    _meeting_of_slot(draft)
    year = draft.facts["year"].value if "year" in draft.facts else None
    if not draft.schedule:
        draft.fact("date", read_schedule([day], year).date if day is not None else None)
        return
    reading = read_schedule(draft.schedule, year)
    if reading.date is None and day is not None and reading.time_as_written is not None:
        reading = read_schedule([*draft.schedule, day], year)
    for name in ("date", "starts_at", "ends_at", "starts_local", "ends_local", "time_as_written", "room", "session_type"):
        draft.fact(name, getattr(reading, name))
    for line in draft.schedule:
        _named_in_slot(draft, line)
        _hosted_in_slot(draft, line)
        if _LENGTH.search(line.text):
            draft.fact("duration_minutes", read_format([line]).duration_minutes)
    if reading.theme is not None and fold(reading.theme.value) not in {fold(known.theme) for known in draft.themes}:
        draft.themes.append(Theme(theme=reading.theme.value, evidence=reading.theme.evidence, level="theme"))
    if "format" not in draft.facts:
        form = read_format([line for line in draft.schedule if is_schedule_line(line.text) >= _SLOT_LINE])
        room = draft.facts.get("room")
        in_room = form.format is not None and room is not None and form.format.evidence.span.overlaps(room.evidence.span)
        draft.fact("format", None if in_room else form.format)  # "Lightning Stage"
        draft.fact("duration_minutes", form.duration_minutes)
    draft.problems.extend(reading.problems)
    if "year" not in draft.facts and reading.date is not None:
        draft.facts["year"] = Fact(reading.date.value.year, reading.date.evidence, reading.date.confidence)


def _dated_by_meeting(draft: Draft) -> None:
    """The day of a schedule without a year ("Day 2 (3 September), 10.00 - 13.00") where it falls into the meeting of the year that the page
    tells elsewhere, or into the days of its pre-events."""
    year = draft.facts.get("year")
    if "date" in draft.facts or year is None:
        return
    lines = draft.schedule or list(_bare_day(draft.page))
    reading, meeting = read_schedule(lines, year.value), meeting_of(year.value)
    if reading.date is None or meeting is None or not meeting.holds(reading.date.value):
        return
    for name in ("date", "starts_at", "ends_at", "starts_local", "ends_local"):
        draft.fact(name, getattr(reading, name))


def _bare_day(page: Page) -> Iterator[Line]:
    """The first line near the top of the page that is a day with its year and nothing else, whatever heading it stands below."""
    for line in [line for run in page.runs for line in run.lines][:_TOP]:
        words = len(line.text.split())
        if words <= _DAY_WORDS and days(plain(line.text)) and line.text.rstrip(" .")[-4:].isdigit():
            yield line
            return


def _named_in_slot(draft: Draft, line: Line) -> None:
    """Meeting, type and number with which a line of the schedule begins ("IGF 2010 Main Session, 16 September 2010, Room 1")."""
    named = read_title(line.text)
    if named is None or named.form != "type" or named.year is None:
        return
    number = named.number
    if number is not None and line.text[number.evidence.span.end :][:1].isspace():
        named = replace(named, number=None)  # a day: "IGF 2009 Main Session 16 November"
    for name, fact in named.at(line.span.start).said("year", "session_type", "number"):
        draft.fact(name, fact)


def _hosted_in_slot(draft: Draft, line: Line) -> None:
    """The type of the session and the body that holds it, which a line of the head names together."""
    told = hosted(line.text)
    if told is not None:
        at = span_in(line, told.type_at.start, told.type_at.end)
        draft.fact("session_type", Fact(told.code, Evidence(at, "type_and_host", Method.LEXICON)))
        host = part_of(line, told.body_at.start, told.body_at.end)
        draft.people[:0] = read_people([host], "organizer").participations


def _told_runs(page: Page) -> Iterator[Run]:
    """The page's runs, with the prose and the people that stand apart from their headings in places of their own."""
    return (part for whole in with_late_prose(page.runs) for part in without_people(whole))


def read_session(text: str, page: Page, day: Line | None = None) -> tuple[Session, tuple[Section, ...], tuple[Problem, ...]]:
    """The session that a page speaks of, its sections in page order, and the problems on the way. ``text`` is the document's;
    ``day``: the day that a listing gives to all its sessions, for one that names hours and no day."""
    draft = Draft(text, page)
    if page.title is not None:
        _page_title(draft)
    draft.fact("year", page.year)
    draft.fact("session_type", page.session_type)
    for run in with_announced_questions(part for told in _told_runs(page) for part in parted(told)):
        _read_run(draft, run)
    _announced_lists(draft)
    _late_description(draft)
    _schedule(draft, day)
    _theme_of_title(draft)
    labelled_year(draft)
    year_in_words(draft)
    year_by_day(draft)
    _dated_by_meeting(draft)
    number_in_words(draft)
    implied(draft)
    type_in_words(draft)
    return _session(draft), tuple(draft.sections), tuple(draft.problems)


def _read_run(draft: Draft, run: Run) -> None:
    """The values of a run, its section, and behind it the sections that the reader of its values and the biographies make."""
    before = len(draft.sections)
    READERS[run.slot.key.reader](draft, run)
    made = draft.sections[before:]
    del draft.sections[before:]
    add_section(draft, run)
    draft.sections.extend(made)
    draft.sections.extend(section_of(draft.text, replace(run, label=None, heading=None), "other", about) for about in biographies(run))


def _announced_lists(draft: Draft) -> None:
    """The questions and themes that stand in lists of the prose or head the parts of an agenda, where no field of the page holds any."""
    prose = [run for run in draft.page.runs if run.slot.key.field == "description"]
    plans = [run for run in draft.page.runs if run.slot.key.reader == "agenda"]
    if not draft.questions:
        draft.questions.extend(question for run in prose for question in read_questions(announced_questions(run.lines)))
    if not draft.questions:
        draft.questions.extend(question for run in plans for question in read_questions(questions_of_parts(run.lines)))
    if not draft.themes:
        draft.themes.extend(theme for run in prose for theme in read_themes(announced_themes(run.lines)))


def _session(draft: Draft) -> Session:
    """The draft as the record; the first section that describes the session is its description."""
    description = next((section for section in draft.sections if section.field == "description"), None)
    if description is not None:
        draft.fact("description", Fact(description.text, description.evidence, description.confidence))
    lines = [claim.evidence.span for claim in draft.page.claims]
    return Session(
        **draft.facts,
        themes=tuple(draft.themes),
        goals=_goals_once(draft.goals),
        policy_questions=tuple(draft.questions),
        outcomes=tuple(draft.outcomes),
        participations=merge_participations(draft.people, draft.text),
        span=Span(lines[0].start, lines[-1].end) if lines else Span(0, 0),
        confidence=confidence(draft.page.tie),
    )


def _theme_of_title(draft: Draft) -> None:
    """The theme that stands in brackets behind the type in the title, where no field gives any."""
    title, lines = draft.page.title, draft.page.title_lines
    theme = title.at(lines[0].span.start).theme if title is not None and lines and not draft.themes else None
    if theme is not None:
        draft.themes.append(Theme(theme=theme.value, evidence=theme.evidence, level="theme"))


def _titled_below(page: Page) -> bool:
    """Whether the head of the page names no more than the series ("NRIs Collaborative Session on Access") and the session's own title
    stands under a label, before any prose."""
    reading = page.title
    if reading is None or reading.form != "type" or reading.number is not None or reading.year is not None:
        return False
    for run in page.runs:
        if run.slot.key.name == "title" and run.label is not None and run.label.spelling != TITLE_LINE:
            return bool(run.lines)
        if run.lines and run.slot.key.field in TELLING:
            return False
    return False


def _page_title(draft: Draft) -> None:
    """What the page's title line says, the slot in brackets at its end, and the title on the next line."""
    reading, lines = draft.page.title, draft.page.title_lines
    assert reading is not None
    for name, fact in reading.at(lines[0].span.start).said("year", "session_type", "number", "title", "room"):
        if name != "title" or not _titled_below(draft.page):
            draft.fact(name, fact)
    slots = (slot_before(lines[0].text), slot_behind(lines[0].text))
    draft.schedule.extend(part_of(lines[0], *slot) for slot in slots if slot is not None)
    rest = [line for line in lines[1:] if line.text != lines[0].text]
    if "title" not in draft.facts and rest:
        text = rest[0].text
        quoted = int(text[:1] + text[-1:] in ("“”", '""', "«»") and len(text) > 2)
        title = part_of(rest[0], quoted, len(text) - quoted)
        draft.fact("title", Fact(title.text, Evidence(title.span, "title_on_next_line", Method.POSITION)))


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
