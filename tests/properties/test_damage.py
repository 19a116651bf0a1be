"""Pages whose labels were kept lose next to nothing when they are damaged as mirrors do, of what the damage leaves readable."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from igf_extract.model import Document, Session
from igf_extract.parsing.damage import TextMode, text_modes
from igf_extract.parsing.kind import kind
from igf_extract.parsing.lines import lines, split_lines
from igf_extract.parsing.page import read_page
from igf_extract.parsing.session import read_session

RAW = Path(__file__).parents[2] / "raw"
DEVSET = Path(__file__).parents[3] / "shared" / "devset" / "docs"
FOLDERS = [
    pytest.param(RAW, id="raw"),
    pytest.param(
        DEVSET,
        id="devset",
        marks=pytest.mark.skipif(
            not DEVSET.is_dir(), reason="the labelled documents are not there: no folder shared beside the repository"
        ),
    ),
]
MODES = ("one_token_dropped", "indented", "flattened_and_doubled")
LEAST_F1 = 0.97
SCALARS = ("year", "session_type", "number", "title", "format", "seating", "duration_minutes", "date", "starts_at", "ends_at", "room")
TIMES = frozenset({"date", "starts_at", "ends_at"})

Fact = tuple[str, ...]


def squash(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def facts(session: Session, text: str) -> dict[Fact, str]:
    """Each fact of the session with the words that it was read from."""
    found: dict[Fact, str] = {}
    for name in SCALARS:
        fact = getattr(session, name)
        if fact is not None:
            found[name, str(fact.value)] = fact.evidence.span.of(text)
    for theme in session.themes:
        found["theme", theme.theme] = theme.theme
    for goal in session.goals:
        if goal.listed:
            found["goal", str(goal.sdg)] = goal.evidence.span.of(text)
    for question in session.policy_questions:
        found["question", squash(question.value)] = question.value
    for person in session.participations:
        said = person.name or person.organization or person.evidence.span.of(text)
        found["person", person.role, str(person.name), str(person.organization)] = said
        found["groups", str(person.name), str(person.stakeholder_group), str(person.regional_group)] = said
    return found


@cache
def read(text: str) -> tuple[Session, str] | None:
    page = read_page(list(split_lines(text)), "session")
    return None if page is None else (read_session(text, page)[0], page.layout)


@cache
def pages(folder: Path) -> list[Path]:
    """The folder's pages of one session with all labels kept."""
    kept = []
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if kind(lines(Document(source=path.name, text=text))).kind != "session":
            continue
        whole = read(text)
        if whole is not None and whole[1].endswith("/labels_kept"):
            kept.append(path)
    return kept


def readable(expected: dict[Fact, str], damaged: str, mode: TextMode) -> set[Fact]:
    """The facts whose words are still in the text and that the mode does not destroy."""
    left = squash(damaged)
    gone = mode.destroys | (TIMES if "schedule" in mode.destroys else frozenset())
    return {fact for fact, words in expected.items() if fact[0] not in gone and squash(words) and squash(words) in left}


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("name", MODES)
def test_little_is_lost(name: str, folder: Path) -> None:
    mode = next(mode for mode in text_modes() if mode.name == name)
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    paths = pages(folder)
    assert len(paths) >= 10
    for path in paths:
        text = path.read_text(encoding="utf-8")
        whole = read(text)
        assert whole is not None
        damaged = mode(text)
        expected = facts(whole[0], text)
        wanted = readable(expected, damaged, mode)
        after = read(damaged)
        assert after is not None
        got = {fact for fact in facts(after[0], damaged) if fact in expected or fact[0] not in mode.destroys}
        hits = wanted & got
        extra = set(got - set(expected))
        counts.update(hit=len(hits), missed=len(wanted - hits), extra=len(extra))
        wrong += [f"{path.name}: missed {fact}" for fact in sorted(wanted - hits)] + [
            f"{path.name}: extra {fact}" for fact in sorted(extra)
        ]
    f1 = 2 * counts["hit"] / (2 * counts["hit"] + counts["missed"] + counts["extra"])
    assert f1 >= LEAST_F1, f"F1 {f1:.3f} in {name}\n" + "\n".join(wrong)
