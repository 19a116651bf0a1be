"""Kinds of documents: the case table, the labelled look-alikes, and cues that must fire or stay silent."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igf_extract.model import Document
from igf_extract.parsing.kind import UNSURE, classify, kind
from igf_extract.parsing.lines import lines
from igf_extract.vocab.fold import fold
from igf_extract.vocab.kinds import KINDS, cues_of, tells_of_past_session
from igf_extract.vocab.load import read_data

ROOT = Path(__file__).parents[3]
CASES = tomllib.loads((ROOT / "tests/cases/kinds.toml").read_text(encoding="utf-8"))["case"]
DEVSET = ROOT.parent / "shared/devset"
HALF_A = sorted((DEVSET / "gold").glob("*.json"))[0::2]


def document(text: str) -> Document:
    return lines(Document(source="x.txt", text=text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_cases(case: dict[str, Any]) -> None:
    reading = classify(document(case["text"]))
    assert reading.kind == case["kind"], reading
    spaced = "\n\n".join("    " + line.strip() for line in case["text"].splitlines() if line.strip())
    assert classify(document(spaced)).kind == case["kind"]


@pytest.mark.skipif(not HALF_A, reason="the labelled look-alikes are not beside this checkout (../shared/devset)")
def test_labelled_pages() -> None:
    wrong = {}
    for path in HALF_A:
        gold = json.loads(path.read_text(encoding="utf-8"))
        reading = classify(document((DEVSET / "docs" / gold["doc"]).read_text(encoding="utf-8")))
        if reading.kind != gold["kind"]:
            wrong[gold["doc"]] = (gold["kind"], reading)
    assert not wrong


@pytest.mark.skipif(not HALF_A, reason="the labelled look-alikes are not beside this checkout (../shared/devset)")
def test_blank_lines_and_indentation_change_no_kind() -> None:
    for path in HALF_A:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (DEVSET / "docs" / gold["doc"]).read_text(encoding="utf-8")
        shifted = "\n\n".join("    " + line.strip() for line in text.splitlines() if line.strip())
        assert classify(document(shifted)).kind == gold["kind"], gold["doc"]


def test_a_session_told_of() -> None:
    told = read_data("kinds.toml")["told"]
    assert all(map(tells_of_past_session, told["fires"]))
    assert not any(map(tells_of_past_session, told["silent"]))


@pytest.mark.parametrize("cue", read_data("kinds.toml")["cue"], ids=lambda cue: cue["name"])
def test_cue_examples(cue: dict[str, Any]) -> None:
    def names(line: str) -> set[str]:
        return {found.name for found, _ in cues_of([line])}

    for line in cue["fires"]:
        assert cue["name"] in names(line)
    for line in cue["silent"]:
        assert cue["name"] not in names(line)


def test_cue_phrases_are_unique() -> None:
    seen: dict[tuple[str, str], str] = {}
    for cue in read_data("kinds.toml")["cue"]:
        for phrase in map(fold, cue["phrases"]):
            place = cue["at"], phrase
            assert place not in seen, (place, seen.get(place), cue["name"])
            seen[place] = cue["name"]


def test_no_text_is_unreadable() -> None:
    assert classify(document(" \n\n")).kind == "unreadable"
    assert classify(document("\x00\x01\x02\ufffd" * 50)).kind == "unreadable"


def test_doubt_is_reported() -> None:
    result = kind(document("The quay\nThe crane"))
    assert result.kind_confidence < UNSURE
    assert [problem.code for problem in result.problems] == ["kind_unsure"]
    sure = kind(document("IGF 2021 WS #214 Ships\nOrganizer 1: A, B\nSpeaker 1: C, Government, African Group\nRound Table - 60 Min"))
    assert sure.problems == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_a_kind(text: str) -> None:
    reading = classify(document(text))
    assert reading.kind in KINDS
    assert 0 <= reading.confidence <= 1
