"""What is rendered in a form, damaged in a mode and parsed again comes back, but for what the mode destroys."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from igf_extract.parsing.damage import TextMode, text_modes
from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.page import read_page
from igf_extract.parsing.render import render
from igf_extract.parsing.session import read_session
from igf_extract.vocab.forms import FORMS, Form

sys.path.insert(0, str(Path(__file__).parents[1]))

from generate import Page, write_page

SEEDS = 9  # pages for each form and mode; together more than 2,000
TIMES = frozenset({"starts_at", "ends_at", "date"})


def cases() -> list[tuple[Form, TextMode]]:
    """Every form in every mode that its pages were seen in."""
    return [
        (form, mode)
        for form in FORMS()
        for mode in text_modes()
        if form.years[1] >= mode.since and (mode.since <= 2006 or form.kind == "session")
    ]


def squash(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def differences(page: Page, text: str, mode: TextMode) -> list[str]:
    """What the text says of the page's facts otherwise than the page itself."""
    read = read_page(list(split_lines(text)), page.form.kind)
    if read is None:
        return [] if not page.people and not page.sections and not page.questions else ["nothing came back"]
    session, sections, _ = read_session(text, read)
    found: list[str] = []

    def same(name: str, expected: object, got: object) -> None:
        if expected != got:
            found.append(f"{name}: {expected!r} came back as {got!r}")

    for name, value in page.facts.items():
        if name not in mode.destroys and not (name in TIMES and "schedule" in mode.destroys):
            fact = getattr(session, name)
            same(name, value, fact.value if fact is not None else None)
    same("goals", page.goals, [goal.sdg for goal in session.goals if goal.listed])
    unlabelled = "headings" in mode.destroys  # then roles, questions and the borders of prose cannot come back for certain
    people = [(p.role, p.name, p.organization, p.stakeholder_group, p.regional_group) for p in session.participations]
    same("people", sorted(_without_role(page.people, unlabelled)), sorted(_without_role(people, unlabelled)))
    if not unlabelled:
        same("themes", page.themes, [theme.theme for theme in session.themes])
        same("questions", page.questions, [question.value for question in session.policy_questions])
        texts = [(section.field, squash(section.text)) for section in sections]
        yearless = "year" in mode.destroys and ("schedule" in mode.destroys or "date" not in page.facts)  # then the form is not certain
        wanted = [part for i, part in enumerate(page.sections) if not (yearless and i in page.unlabelled)]
        found += [f"section {name} is missing: {body[:60]}" for name, body in wanted if (name, squash(body)) not in texts]
    return found


def _without_role(people: list[tuple[str | None, ...]], unlabelled: bool) -> list[tuple[str, ...]]:
    return [tuple(part or "" for part in (person[1:] if unlabelled else person)) for person in people]


def test_there_are_enough_pages() -> None:
    assert len([case for case in cases() if case[1].name != "fragment"]) * SEEDS >= 2000


@pytest.mark.parametrize(("form", "mode"), [case for case in cases() if case[1].name != "fragment"], ids=lambda value: value.name)
def test_round_trip(form: Form, mode: TextMode) -> None:
    for seed in range(SEEDS):
        page = write_page(form, seed)
        text = mode(render(form, page.fields))
        assert differences(page, text, mode) == [], f"{form.name} in {mode.name}, seed {seed}:\n{text}"


@pytest.mark.parametrize("form", FORMS(), ids=lambda form: form.name)
def test_fragments_invent_nothing(form: Form) -> None:
    """A text that begins in the middle gives fewer facts, and none that the whole page does not hold."""
    mode = next(mode for mode in text_modes() if mode.name == "fragment")
    for seed in range(SEEDS):
        page = write_page(form, seed)
        text = mode(render(form, page.fields))
        read = read_page(list(split_lines(text)), page.form.kind)
        assert read is not None
        session, _, _ = read_session(text, read)
        names = {person[1] for person in page.people}
        assert {p.name for p in session.participations if p.name} <= names
        assert {question.value for question in session.policy_questions} <= set(page.questions)
