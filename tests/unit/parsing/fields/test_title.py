"""Title lines: the case table, the examples of the type list, and lines that are none."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from igf_extract.parsing.fields.title import TitleReading, read_title
from igf_extract.vocab.session_types import read_type_line, session_types, spellings

ROOT = Path(__file__).parents[4]
CASES = tomllib.loads((ROOT / "tests/cases/titles.toml").read_text(encoding="utf-8"))["case"]
GOLD = sorted((ROOT.parent / "shared/devset/gold").glob("*.json"))[0::2]
PARTS = ("year", "session_type", "number", "title", "room", "day", "date")


def values(reading: TitleReading | None) -> dict[str, Any] | None:
    return None if reading is None else {key: getattr(reading, key).value for key in PARTS if getattr(reading, key) is not None}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_cases(case: dict[str, Any]) -> None:
    expected = None if case.get("nothing") else {key: case[key] for key in PARTS if key in case}
    assert values(read_title(case["text"])) == expected


@pytest.mark.parametrize("case", [case for case in CASES if not case.get("nothing")], ids=lambda case: case["text"][:50])
def test_spans_quote_their_values(case: dict[str, Any]) -> None:
    document = "before\n" + case["text"] + "\nafter"
    reading = read_title(case["text"])
    assert reading is not None
    moved = reading.at(7)
    for key in ("number", "title", "room"):
        fact = getattr(moved, key)
        assert fact is None or " ".join(fact.evidence.span.of(document).split()) == fact.value
    assert moved.year is None or str(moved.year.value) == moved.year.evidence.span.of(document)


@pytest.mark.parametrize("kind", session_types(), ids=lambda kind: kind.code)
def test_type_examples(kind: Any) -> None:
    for line in kind.fires:
        reading = read_title(line)
        assert reading is not None and reading.session_type is not None and reading.session_type.value == kind.code, line
    for line in kind.silent:
        reading = read_title(line)
        assert reading is None or reading.session_type is None or reading.session_type.value != kind.code, line
    for line in kind.lines:
        assert read_type_line(line) == kind.code


def test_every_spelling_is_reachable() -> None:
    for spelling in spellings():
        text = spelling.text.replace("*", "Kelp")
        line = f"IGF 2022 {text} #7 Tides" if spelling.numbered and not spelling.keep else f"IGF 2022 {text}: Tides"
        reading = read_title(line)
        assert reading is not None and reading.session_type is not None and reading.session_type.value == spelling.code, line
        assert reading.title is not None and reading.title.value == "Tides", line


def test_labelled_number() -> None:
    reading = read_title("37. Phishing and the small user", labelled=True)
    assert values(reading) == {"number": "37", "title": "Phishing and the small user"}
    assert read_title("37. Phishing and the small user") is None


@pytest.mark.skipif(not GOLD, reason="the labelled look-alikes are not beside this checkout (../shared/devset)")
def test_titles_of_the_labelled_pages() -> None:
    """Where the page's first line bears the title with its prefix, every part is the labelled one."""
    compared = 0
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (path.parents[1] / "docs" / gold["doc"]).read_text(encoding="utf-8")
        reading = read_title(next(line.strip() for line in text.splitlines() if line.strip()))
        if reading is None or len(gold["sessions"]) != 1:
            continue
        found = values(reading) or {}
        for key, label in (("year", "year"), ("session_type", "type"), ("number", "number"), ("title", "title")):
            if key in found and not str(found[key]).endswith("..."):  # a search page cut this title
                assert found[key] == gold["sessions"][0][label], path.stem
                compared += 1
    assert compared > 50


@given(st.text(max_size=700))
def test_any_text_is_read_or_refused(text: str) -> None:
    reading = read_title(text)
    assert reading is None or reading.form


HOSTILE = ["IGF 2020 WS" + " " * 580 + "x", "(" * 600, "- " * 300, "IGF 2020 - Day 1 -" + " -" * 280, "Workshop " * 66]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_lines_end_quickly(text: str) -> None:
    read_title(text)
