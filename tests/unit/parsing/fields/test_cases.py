"""The case tables of the field readers: every row is one field's text with what must be read, and why it is there."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from igf_extract.model import Fact
from igf_extract.parsing.fields.format import FormatReading, read_format
from igf_extract.parsing.fields.goals import read_goals, read_targets
from igf_extract.parsing.fields.outcomes import read_outcomes
from igf_extract.parsing.fields.questions import read_questions
from igf_extract.parsing.fields.schedule import ScheduleReading, read_schedule
from igf_extract.parsing.fields.themes import read_themes
from igf_extract.parsing.lines import split_lines

TABLES = Path(__file__).parents[3] / "cases"


def rows(name: str) -> list[Any]:
    table = tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["why"]) for row in table["case"]]


def plain(value: Any) -> Any:
    """A fact's value as the tables write it."""
    return value.isoformat() if isinstance(value, dt.date) else value


def facts(reading: ScheduleReading | FormatReading) -> dict[str, Any]:
    """The facts that a reading holds, by name."""
    found = {f.name: getattr(reading, f.name) for f in fields(reading)}
    return {name: plain(fact.value) for name, fact in found.items() if isinstance(fact, Fact)}


def squeeze(text: str) -> str:
    return " ".join(text.split())


def assert_quoted(text: str, spans: Iterable[tuple[str, Any]]) -> None:
    """The span of each value holds its words and nothing else; only the blanks of wrapped lines may differ."""
    for value, span in spans:
        assert squeeze(text[span.start : span.end]) == squeeze(value)


@pytest.mark.parametrize("row", rows("schedules"))
def test_schedule(row: dict[str, Any]) -> None:
    reading = read_schedule(list(split_lines(row["text"])), row.get("year"))
    expected = {name: value for name, value in row.items() if name not in ("why", "text", "year", "problems")}
    assert facts(reading) == expected
    assert [problem.code for problem in reading.problems] == row.get("problems", [])
    words = [reading.time_as_written, reading.room, reading.theme, reading.place]
    assert_quoted(row["text"], [(fact.value, fact.evidence.span) for fact in words if fact is not None])


@pytest.mark.parametrize("row", rows("formats"))
def test_format(row: dict[str, Any]) -> None:
    reading = read_format(list(split_lines(row["text"])))
    assert facts(reading) == {name: value for name, value in row.items() if name not in ("why", "text", "description")}
    assert [line.text for line in reading.description] == row.get("description", [])
    words = [reading.seating, reading.format_as_written]
    assert_quoted(row["text"], [(fact.value, fact.evidence.span) for fact in words if fact is not None])


@pytest.mark.parametrize("row", rows("questions"))
def test_questions(row: dict[str, Any]) -> None:
    questions = read_questions(list(split_lines(row["text"])))
    assert [question.value for question in questions] == row["questions"]
    assert_quoted(row["text"], [(question.value, question.evidence.span) for question in questions])


@pytest.mark.parametrize("row", rows("goals"))
def test_goals(row: dict[str, Any]) -> None:
    listed = row["reader"] == "list"
    goals = (read_goals if listed else read_targets)(list(split_lines(row["text"])))
    assert [goal.target or str(goal.sdg) for goal in goals] == row["goals"]
    assert all(goal.listed is listed for goal in goals)
    for goal in goals:
        assert goal.evidence.span.of(row["text"]).strip() == goal.evidence.span.of(row["text"]) != ""


@pytest.mark.parametrize("row", rows("outcomes"))
def test_outcomes(row: dict[str, Any]) -> None:
    outcomes = read_outcomes(list(split_lines(row["text"])), "key_takeaway")
    assert [outcome.text for outcome in outcomes] == row["outcomes"]
    assert {outcome.kind for outcome in outcomes} <= {"key_takeaway"}
    assert_quoted(row["text"], [(outcome.text, outcome.evidence.span) for outcome in outcomes])


@pytest.mark.parametrize("row", rows("themes"))
def test_themes(row: dict[str, Any]) -> None:
    themes = read_themes(list(split_lines(row["text"])))
    assert [[theme.theme, theme.level or ""] for theme in themes] == row["themes"]
    assert_quoted(row["text"], [(theme.theme, theme.evidence.span) for theme in themes])
