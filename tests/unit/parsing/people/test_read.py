"""Lines of people: the case table, and properties that hold for every text."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igf_extract.model import Line, Participation, Span
from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.people import PeopleReading, person_line_score, read_agenda_people, read_people
from igf_extract.parsing.people.merge import merge_participations

ROOT = Path(__file__).parents[4]
TABLE = tomllib.loads((ROOT / "tests/cases/person_lines.toml").read_text(encoding="utf-8"))
MORE = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "tests/cases").glob("person_lines_*.toml"))]
CASES, AGENDAS = [line for table in (TABLE, *MORE) for line in table["lines"]], TABLE["agendas"]
FIELDS = {
    "role": "role",
    "name": "name",
    "organization": "organization",
    "title": "title",
    "group": "stakeholder_group",
    "region": "regional_group",
    "country": "country",
    "code": "country_code",
}


def read(text: str, role: str = "speaker", **options: Any) -> PeopleReading:
    return read_people(list(split_lines(text)), role, **options)


def facts(part: Participation) -> dict[str, str]:
    return {key: getattr(part, field) for key, field in FIELDS.items() if getattr(part, field) is not None}


def quotes(text: str, part: Participation) -> None:
    """Every value quotes the text but for the blanks of a broken line; only a name between commas ("Anna,LINDT") has no span."""
    if part.name_span is not None:
        assert " ".join(part.name_span.of(text).split()) == " ".join((part.name or "").split())
    elif part.name is not None:
        assert all(word in text for word in part.name.split())
    if part.organization is not None:
        assert part.organization_span is not None
        assert " ".join(part.organization_span.of(text).split()) == " ".join(part.organization.split())
    assert 0 <= part.evidence.span.start < part.evidence.span.end <= len(text)
    for value in (part.name, part.organization, part.country, part.title):
        assert value is None or value.strip() == value != ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_case(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case.get("status") == "fail":
        request.applymarker(pytest.mark.xfail(strict=True, reason=case["why"]))
    reading = read(case["text"], case["role"])
    for part in reading.participations:
        quotes(case["text"], part)
    assert [facts(part) for part in reading.participations] == case["expect"]


@pytest.mark.parametrize("case", AGENDAS, ids=lambda case: case["text"][:60])
def test_agenda_case(case: dict[str, Any]) -> None:
    reading = read_agenda_people(list(split_lines(case["text"])))
    for part in reading.participations:
        quotes(case["text"], part)
    assert [facts(part) for part in reading.participations] == case["expect"]


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 150


WORDS = [
    "Ana Ruiz",
    "Red Digital",
    "Civil Society",
    "African Group",
    "Director",
    "TBD",
    "and",
    "Chile",
    "of",
    "at",
    "[email protected]",
    "10:00",
]
LABELS = ["Organizer 1:", "Moderator:", "Name:", "Regional Group: GRULAC"]
MARKS = [",", ";", " - ", "(", ")", "[", "]", "\n", "\n\n", "  • ", "🔒", "/", ":", "”", "   "]
PIECES = st.sampled_from([*WORDS, *LABELS, *MARKS])


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map(" ".join)))
def test_any_text_gives_a_reading_that_quotes_it(text: str) -> None:
    lines = list(split_lines(text))
    for reading in (read_people(lines, "speaker"), read_agenda_people(lines)):
        for part in reading.participations:
            quotes(text, part)
        for problem in reading.problems:
            assert problem.span is not None and problem.span.of(text)
    for line in lines:
        assert 0.0 <= person_line_score(line.text) <= 1.0


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000,
        ")" * 20_000,
        "A" * 50_000,
        "A " * 20_000,
        "Ana Ruiz, " * 3_000,
        "a, b; c - d / e & f (" * 1_500,
        ":" * 20_000,
        "Moderator: " * 2_000,
        "and " * 10_000,
        "Civil Society " * 3_000,
        "“" * 10_000,
        "1. " * 10_000,
        "Ana" + " " * 50_000 + "Ruiz, Red Digital",
        "Ana Ruiz" + "\t" * 50_000 + ": -",
        "- " * 20_000,
        "10:00 " * 10_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_lines_do_not_hang(text: str) -> None:
    began = time.process_time()
    read(text)
    person_line_score(text)
    assert time.process_time() - began < 6


def test_offsets_point_into_the_document() -> None:
    text = "Speakers\n\n    • Ana Ruiz, Red Digital\n"
    part = read(text).participations[0]
    assert part.name_span == Span(text.index("Ana"), text.index(","))
    assert part.organization_span is not None and part.organization_span.of(text) == "Red Digital"


def test_lost_heading_is_told_and_a_label_of_the_line_is_none() -> None:
    inferred = read("Ana Ruiz, Red Digital\nModerator: Luis Paz", role_inferred=True, label_rule="slot").participations
    assert [(part.role, part.role_inferred, part.evidence.method, part.evidence.rule) for part in inferred] == [
        ("speaker", True, "position", "slot.person"),
        ("moderator", False, "label", "slot.plain_moderator"),
    ]


def test_a_line_that_cannot_be_taken_apart_is_a_problem() -> None:
    reading = read("Keywords, many, of them")
    assert reading.participations == ()
    assert [problem.code for problem in reading.problems] == ["unreadable_person"]


def test_reading_is_the_same_with_and_without_indentation() -> None:
    lines = ["Organizer 1: Ana Ruiz, Red Digital", "Moderator:", "Luis Paz"]
    plain = read("\n".join(lines)).participations
    indented = read("\n\n".join(f"    {line}" for line in lines)).participations
    assert [facts(part) for part in plain] == [facts(part) for part in indented]


def test_blank_lines_change_no_fact_of_the_cases() -> None:
    for case in CASES:
        if "\n" in case["text"] and "\n\n" not in case["text"]:
            spread = read(case["text"].replace("\n", "\n\n"), case["role"])
            assert [facts(part) for part in spread.participations] == case["expect"], case["text"]


def test_no_lines_no_people() -> None:
    assert read_people([], "speaker") == PeopleReading()
    assert merge_participations(()) == ()
    assert read_people([Line(0, Span(0, 3), "...")], "speaker").participations == ()


SUBJECTS = (
    "Round One:\nThe chamber at home\n\n• Ana Ruiz, Foo Council\n\nRoundtable Two:\nThe right of the public\n\n• Luis Paz, Net Trust\n",
    "Panel 1\nVillage networks\n\n- Ana Ruiz, Foo Council\n\nPanel 2\nMasts\n\n- Luis Paz, Net Trust\n",
    "First round:\nThe University of the sea\n\n• Ana Ruiz, Foo Council\n• Luis Paz, Net Trust\n",
)


@pytest.mark.parametrize("text", SUBJECTS)
def test_the_subject_of_a_part_is_nobody(text: str) -> None:
    reading = read_people(split_lines(text), "speaker")
    assert [(part.name, part.organization) for part in reading.participations] == [("Ana Ruiz", "Foo Council"), ("Luis Paz", "Net Trust")]


def test_a_person_right_below_the_number_of_a_part_stays() -> None:
    reading = read_people(split_lines("Panel 1\nAna Ruiz, Foo Council\nLuis Paz, Net Trust\n"), "speaker")
    assert [part.name for part in reading.participations] == ["Ana Ruiz", "Luis Paz"]
