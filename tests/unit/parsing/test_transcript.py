"""Transcripts: the case table, the labelled look-alikes, and properties that hold for any text."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igf_extract.model import Document, Turn
from igf_extract.parsing.lines import lines
from igf_extract.parsing.transcript import read_transcript
from igf_extract.parsing.turns import is_speaker_label, is_stage_direction

ROOT = Path(__file__).parents[3]
CASES = tomllib.loads((ROOT / "tests/cases/transcripts.toml").read_text(encoding="utf-8"))["case"]
DEVSET = ROOT.parent / "shared/devset"
PARTS = ("year", "session_type", "number", "title", "room", "date", "starts_local")


def document(text: str) -> Document:
    return lines(Document(source="x.txt", text=text))


def squash(text: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text)).casefold()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_turns(case: dict[str, Any]) -> None:
    _, turns, _, _ = read_transcript(document(case["text"]))
    assert [turn.speaker or "" for turn in turns] == [speaker for speaker, _, _ in case["turns"]]
    for turn, (_, first, last) in zip(turns, case["turns"], strict=True):
        assert turn.text.startswith(first)
        assert turn.text.endswith(last)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_session(case: dict[str, Any]) -> None:
    session, turns, _, _ = read_transcript(document(case["text"]))
    if case.get("none"):
        assert session is None
        assert {turn.session_index for turn in turns} == {None}
        return
    found = {part: getattr(session, part).value for part in PARTS if session is not None and getattr(session, part) is not None}
    for part, value in case.get("session", {}).items():
        assert found.get(part) == value, part
    people = () if session is None else session.participations
    assert [[p.role, p.name, p.organization] for p in people] == case.get("people", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_spans_quote(case: dict[str, Any]) -> None:
    doc = document(case["text"])
    session, turns, sections, claims = read_transcript(doc)
    for turn in turns:
        assert turn.evidence.span.of(doc.text) == turn.text
    for section in sections:
        assert section.evidence.span.of(doc.text) == section.text
    for part in ("number", "title", "room"):
        fact = getattr(session, part, None)
        assert fact is None or " ".join(fact.evidence.span.of(doc.text).split()) == fact.value
    assert [claim.line for claim in claims] == [line.index for line in doc.lines]


@pytest.mark.skipif(not DEVSET.exists(), reason="the labelled look-alikes are not beside this checkout (../shared/devset)")
def test_labelled_turns() -> None:
    right: Counter[str] = Counter()
    for path in sorted((DEVSET / "gold").glob("*.json"))[0::2]:
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["kind"] != "transcript":
            continue
        _, turns, _, _ = read_transcript(document((DEVSET / "docs" / gold["doc"]).read_text(encoding="utf-8")))
        pairs = list(zip(turns, gold["turns"], strict=False))
        right["all"] += max(len(turns), len(gold["turns"]))
        right["found"] += sum(_same(turn, wanted) for turn, wanted in pairs)
    assert right["all"] > 0
    assert right["found"] >= 0.97 * right["all"]


def _same(turn: Turn, wanted: dict[str, Any]) -> bool:
    begins, ends = squash(wanted["begins"]), squash(wanted["ends"])
    return turn.speaker == wanted["speaker"] and squash(turn.text).startswith(begins) and squash(turn.text).endswith(ends)


@pytest.mark.parametrize(
    "label",
    [
        "CHAIR ST. AMOUR",
        "Osman Nuri Ucan",
        "THE MODERATOR",
        "DiXIE HAWTIN",
        "SPEAKER 1",
        "DEPUTY SECRETARY-GENERAL ZHAO",
        "AUDIENCE (MALE)",
    ],
)
def test_labels(label: str) -> None:
    assert is_speaker_label(label)


@pytest.mark.parametrize("label", ["So the question is", "10", "Thank you", "Question", "he said", "Title"])
def test_no_labels(label: str) -> None:
    assert not is_speaker_label(label)


def test_stage_directions() -> None:
    assert is_stage_direction(" [ Laughter ] ")
    assert is_stage_direction("(Applause) (Music).")
    assert not is_stage_direction("(phonetic) he said")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [">> ", ">>", "ANA LIMA: ", "(Applause)", "\n", "Good morning. ", "\n\n", "> ", "***", "Bo Ek : ", "WS 12: ", "é", "\u2011"]
        ),
        max_size=60,
    )
)
def test_any_text_quotes(parts: list[str]) -> None:
    doc = document("".join(parts))
    _, turns, sections, _ = read_transcript(doc)
    last = 0
    for turn in turns:
        assert turn.evidence.span.of(doc.text) == turn.text
        assert turn.evidence.span.start >= last
        last = turn.evidence.span.end
    for section in sections:
        assert section.evidence.span.of(doc.text) == section.text


@pytest.mark.parametrize("text", [">>" * 20_000, ">> " * 20_000, "A" * 60_000 + ":", "(" * 30_000, "> A" * 20_000, (">> NAME: x\n" * 3000)])
def test_hostile_text_ends_quickly(text: str) -> None:
    read_transcript(document(text))
