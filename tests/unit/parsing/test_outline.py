"""Headings that a report numbers by itself."""

from __future__ import annotations

import pytest

from igf_extract.model import Line
from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.outline import follows_form, heading_key, outline
from igf_extract.vocab.load import read_data

_PROSE = "The chair welcomed twenty people who had come by train, and thanked the town for the lamps in the hall."


def _lines(*texts: str) -> list[Line]:
    return list(split_lines("\n\n".join(texts)))


def test_numbered_headings_open_parts_of_a_report() -> None:
    lines = _lines("1. Opening", _PROSE, "2. What was done since Rio", _PROSE, "3. Conclusions", _PROSE)
    assert [(at, label.key) for at, label in outline(lines).items()] == [(0, "report"), (2, "report"), (4, "key_takeaways")]


@pytest.mark.parametrize("marks", [("I.", "II.", "III."), ("A)", "B)", "C)"), ("1)", "2)", "3)")])
def test_other_numbers(marks: tuple[str, ...]) -> None:
    lines = _lines(*(part for mark in marks for part in (f"{mark} Two cases of lamps", _PROSE)))
    assert sorted(outline(lines)) == [0, 2, 4]


def test_items_of_a_list_are_no_headings() -> None:
    assert not outline(_lines("1. Opening", "2. Two talks", "3. The floor", _PROSE))


def test_a_form_has_headings_of_its_own() -> None:
    assert follows_form(_lines("A brief substantive summary and the main issues that were raised:", _PROSE))
    assert not follows_form(_lines("1. Opening", _PROSE))


@pytest.mark.parametrize("entry", read_data("report_headings.toml")["examples"])
def test_words_of_headings(entry: dict[str, list[str]]) -> None:
    assert {heading_key(text) for text in entry["fires"]} == {entry["key"]}
    assert entry["key"] not in {heading_key(text) for text in entry["silent"]}
