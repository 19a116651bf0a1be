"""The values that each run of a page gives: one reader for each kind of value, named by ``data/labels.toml``.

A reader takes the draft and the run and adds what it finds to the draft. Values keep the spans that the field readers give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType

from igf_extract.model import Evidence, Fact, Line, Method, Participation
from igf_extract.parsing.draft import Draft, asks, confidence, is_empty, method_of, section_of
from igf_extract.parsing.fields.format import read_format
from igf_extract.parsing.fields.goals import read_goals, read_targets
from igf_extract.parsing.fields.outcomes import read_outcomes
from igf_extract.parsing.fields.questions import read_questions
from igf_extract.parsing.fields.rooms import names_room, read_room
from igf_extract.parsing.fields.schedule import names_slot
from igf_extract.parsing.fields.themes import is_theme_line, read_themes
from igf_extract.parsing.line_shape import is_coalition
from igf_extract.parsing.lines import part_of
from igf_extract.parsing.page import Run
from igf_extract.parsing.people import as_onsite, as_plain_moderator, name_as_body, read_agenda_people, read_people, with_proposers_details
from igf_extract.parsing.title_values import read_number, read_title_run, read_type
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import Label
from igf_extract.vocab.list_marks import without_marks
from igf_extract.vocab.roles import SERVING, read_role, read_role_label, role_words

_FULL_STOP = re.compile(r"(?<=[a-z]{3})\.\s(?=[A-Z])")
_SENTENCE = 8  # words from which what follows the format on its line is a description
_TOPIC = 8  # words of a topic at the most
_ROLE_HEAD = 60  # characters in which the role before a name ends


def _read_schedule(draft: Draft, run: Run) -> None:
    draft.schedule.extend(run.lines)


def _read_room(draft: Draft, run: Run) -> None:
    for line in run.lines[:1]:
        apart = run.label is not None and run.label.value_start is None and line.gap > 0  # an empty field, and what follows it
        room = read_room(line) if not apart or names_room(line.text) else None
        if room is not None:
            draft.fact("room", replace(room, confidence=confidence(run.margin)))


def _read_themes(draft: Draft, run: Run) -> None:
    headed = any(other.slot.key is run.slot.key and other.label is not None and other.lines for other in draft.page.runs)
    if run.label is None and headed and not all(is_theme_line(line.text) for line in run.lines):
        return  # a body above the theme's own heading
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
    return part_of(line, len(line.text) - len(body))


def _slot_in(line: Line) -> Line | None:
    """A line that names the slot ("Round Table, 20 December 2017, 12:00 - 13:30, Room XXV"), or the first sentence of a text that does."""
    first = _FULL_STOP.search(line.text)
    told = line if first is None else part_of(line, 0, first.start())
    return told if names_slot(told.text) else line if names_slot(line.text) else None


def _read_format(draft: Draft, run: Run) -> None:
    draft.schedule.extend(filter(None, map(_slot_in, run.lines)))
    reading = read_format(run.lines)
    for name in ("format", "seating", "format_as_written"):
        draft.fact(name, getattr(reading, name))
    if reading.duration_minutes is not None:
        draft.facts["duration_minutes"] = reading.duration_minutes
    lines = tuple(reading.description)
    told = _behind_format(lines[0], reading.format) if lines else None
    if told is not None and not any(other.slot.key.field == "description" for other in draft.page.runs):
        draft.sections.append(section_of(draft.text, replace(run, label=None, heading=None), "description", (told, *lines[1:])))
    elif not all(names_slot(line.text) for line in lines):
        draft.sections.append(section_of(draft.text, run, "format_description", lines))


def _read_duration(draft: Draft, run: Run) -> None:
    """Minutes after "Duration": a bare number, or words such as "90 minutes"."""
    for line in run.lines[:1]:
        digits = line.text.strip(" .")
        if digits.isdigit() and 0 < int(digits) < 1000:
            known = draft.facts.get("duration_minutes")
            # free text under "Format" may speak of the minutes of a part
            if known is None or not known.evidence.rule.endswith("correction"):
                draft.facts["duration_minutes"] = Fact(int(digits), Evidence(line.span, "labelled_minutes", Method.LABEL))
        else:
            draft.fact("duration_minutes", read_format(run.lines).duration_minutes)


def _read_goals(draft: Draft, run: Run) -> None:
    draft.goals.extend(read_goals(run.lines))


def _read_targets(draft: Draft, run: Run) -> None:
    draft.goals.extend(read_targets(run.lines))


def _are_topics(run: Run) -> bool:
    """Whether the lines under "Issue(s)" name topics ("Multistakeholderism") and ask nothing, as open forums of 2023 print them."""
    brief = all(len(line.text.split()) <= _TOPIC and not any(mark in line.text for mark in "?:") for line in run.lines)
    return run.label is not None and run.label.key == "issues" and bool(run.lines) and brief


def _read_questions(draft: Draft, run: Run) -> None:
    if _are_topics(run):
        _read_themes(draft, run)
        return
    if (run.slot.key.name == "report_questions" or run.label is None) and not asks(run.lines, run.label is not None):
        return
    known = {fold(question.value) for question in draft.questions}
    draft.questions.extend(question for question in read_questions(run.lines) if fold(question.value) not in known)


def _outcomes(kind: str) -> Callable[[Draft, Run], None]:
    def read(draft: Draft, run: Run) -> None:
        draft.outcomes.extend(read_outcomes(run.lines, kind))

    return read


def _read_people(draft: Draft, run: Run) -> None:
    if is_empty(run.lines):
        return
    roles = _roles(draft, run)
    reading = read_people(run.lines, roles[0], role_inferred=run.heading_lost)
    if run.label is not None and run.label.spelling in role_words("organizer_entity"):
        reading = replace(reading, participations=tuple(map(_as_body, reading.participations)))
    sure = confidence(run.margin) if run.label is None else 1.0
    if _is_body_of_organizer(draft, run, reading.participations):
        body = reading.participations[0]
        draft.people[-1] = replace(draft.people[-1], organization=body.organization, organization_span=body.organization_span)
        return
    beside = roles[0] == "onsite_moderator" and _has_online_moderator(draft)
    found = [replace(person, confidence=min(person.confidence, sure)) for person in reading.participations]
    # a plain "Moderator: Ana Lima" beside a field of the online one is onsite, even where nobody moderates online yet ("TBD")
    people = [as_onsite(person) for person in found] if beside else found
    if roles[0] == "moderator" and _is_plain_moderator(run):
        people = [as_plain_moderator(person) if person.evidence.method is not Method.LABEL else person for person in people]
    draft.people.extend(people)
    for role in roles[1:]:
        draft.people.extend(replace(person, role=role) for person in people if person.role == roles[0])
    draft.problems.extend(reading.problems)


def _has_online_moderator(draft: Draft) -> bool:
    """Whether the page names one: in a field of its own, or in a line of another list of people ("Remote moderator: Ana Lima")."""
    people = [run for run in draft.page.runs if run.slot.key.field == "participants" and run.lines]
    return any(run.slot.key.role == "online_moderator" or any(map(_names_online_moderator, run.lines)) for run in people)


def _names_online_moderator(line: Line) -> bool:
    head, colon, name = line.text[:_ROLE_HEAD].partition(":")
    return bool(colon and name.strip()) and "online_moderator" in read_role(without_marks(head))


def _roles(draft: Draft, run: Run) -> tuple[str, ...]:
    """The role of the run; several where one heading gives each person below it several ("Remote moderator and rapporteur")."""
    role = run.slot.key.role or "other"
    said = read_role_label(run.heading.of(draft.text)) if run.heading is not None else None
    if said is not None and len(said.codes) > 1 and not said.plural and role in said.codes and SERVING.issuperset(said.codes):
        return (role, *(code for code in said.codes if code != role))
    if role == "onsite_moderator" and run.label is not None and run.label.key == "moderator" and _says_more(run.label):
        return ("moderator",)  # whatever field the form has
    onsite = role == "moderator" and _is_plain_moderator(run) and _has_online_moderator(draft)
    return ("onsite_moderator",) if onsite else (role,)


def _says_more(label: Label) -> bool:
    """Whether a label of the moderators is none of a form ("Introduced and moderated by")."""
    return " " in label.spelling and label.spelling not in role_words("plain_moderator")


def _is_plain_moderator(run: Run) -> bool:
    """Whether the run stands under a plain "Moderator", printed or lost, which is the onsite one beside an online one."""
    if run.label is not None:
        said = read_role_label(run.label.spelling)
        return run.label.spelling in role_words("plain_moderator") or (said is not None and said.plain)
    lost = read_role_label(run.slot.label) if run.slot.label else None
    return lost is not None and lost.plain


def _as_body(found: Participation) -> Participation:
    """Under "Organization" a bare name is one of a body, whatever it looks like."""
    bare = found.name is not None and found.organization is None and found.title is None
    return name_as_body(found) if bare else found


def _is_body_of_organizer(draft: Draft, run: Run, found: Sequence[Participation]) -> bool:
    """Whether the run is the second half of "Organizer Name" and "Organizer Entity": the body of the one person above."""
    if run.label is None or run.label.spelling not in role_words("organizer_entity") or len(found) != 1 or found[0].organization is None:
        return False
    last = draft.people[-1] if draft.people else None
    return found[0].name is None and last is not None and last.role == "organizer" and last.name is not None and last.organization is None


def _read_coalition(draft: Draft, run: Run) -> None:
    for line in run.lines[:1]:
        evidence = Evidence(line.span, "coalition_line", method_of(run))
        if is_coalition(line.text):
            draft.fact("session_type", Fact("dynamic_coalition", evidence, confidence(run.margin)))
        draft.people.append(
            Participation(
                role="organizer", evidence=evidence, organization=line.text, organization_span=line.span, confidence=confidence(run.margin)
            )
        )


def _read_proposers(draft: Draft, run: Run) -> None:
    draft.people = with_proposers_details(draft.people, run.lines)


def _read_agenda(draft: Draft, run: Run) -> None:
    reading = read_agenda_people(run.lines)
    draft.people.extend(reading.participations)


def _nothing(draft: Draft, run: Run) -> None:
    return None


READERS: MappingProxyType[str, Callable[[Draft, Run], None]] = MappingProxyType(
    {
        "title": read_title_run,
        "number": read_number,
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
        "proposers": _read_proposers,
        "coalition": _read_coalition,
        "agenda": _read_agenda,
        "prose": _read_agenda,
        "expected": _outcomes("expected_outcome"),
        "takeaways": _outcomes("key_takeaway"),
        "calls": _outcomes("call_to_action"),
        "recommendations": _outcomes("recommendation"),
        "type": read_type,
        "affiliation": _nothing,
        "none": _nothing,
    }
)
