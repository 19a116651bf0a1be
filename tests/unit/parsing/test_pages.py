"""Small invented pages, one for each layout that was once read wrongly: what each must give, and what it must not."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from igf_extract.model import Document, RawDocument
from igf_extract.parsing.kind import kind
from igf_extract.parsing.lines import lines
from igf_extract.parsing.structure import structure
from igf_extract.text import decode

CASES = sorted((Path(__file__).parents[2] / "cases").glob("pages*.toml"))
FACTS = ("year", "session_type", "number", "title", "format", "seating", "duration_minutes", "room")
MOMENTS = {"date", "starts_at"}
NOT_PROSE = frozenset({"title", "schedule", "themes", "format", "participants", "sdgs", "policy_questions", "noise"})


@cache
def cases() -> list[dict[str, Any]]:
    return [page for path in CASES for page in tomllib.loads(path.read_text(encoding="utf-8")).get("page", [])]


@cache
def read(text: str) -> Document:
    document = decode(RawDocument("page.txt", text.encode()), max_characters=1_000_000)
    return structure(kind(lines(document)))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["name"])
def test_page(case: dict[str, Any]) -> None:
    document = read(case["text"])
    session = document.sessions[0]
    assert len(document.sessions) == case.get("sessions", 1)
    if "kind" in case:
        assert document.kind == case["kind"]
    for name in FACTS:
        if name in case:
            fact = getattr(session, name)
            assert (fact.value if fact is not None else "") == case[name], name
    for name in MOMENTS & case.keys():
        fact = getattr(session, name)
        assert (fact.value.isoformat() if fact is not None else "") == case[name], name
    if "themes" in case:
        assert [theme.theme for theme in session.themes] == case["themes"]
    if "questions" in case:
        assert [question.value for question in session.policy_questions] == case["questions"]
    if "outcomes" in case:
        assert [[outcome.kind, outcome.text] for outcome in session.outcomes] == case["outcomes"]
    if "people" in case:
        assert [[p.role, p.name or "", p.organization or ""] for p in session.participations] == case["people"]
    if "sections" in case:
        own = [s for s in document.sections if s.field not in NOT_PROSE and s.session_index == 0]
        found = [[s.field, s.text.split()[0], s.text.split()[-1]] for s in own]
        assert found == case["sections"]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["name"])
def test_values_quote_the_page(case: dict[str, Any]) -> None:
    document = read(case["text"])
    for section in document.sections:
        quoted = section.evidence.span.of(document.text)
        assert "".join(quoted.split()) == "".join(section.text.split())
    for session in document.sessions:
        if session.title is not None:
            assert " ".join(session.title.evidence.span.of(document.text).split()) == session.title.value
