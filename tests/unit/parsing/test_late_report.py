"""Minutes that a page prints without a heading: their first words."""

from __future__ import annotations

import pytest

from igf_extract.parsing.late_report import begins_report
from igf_extract.vocab.load import read_data

_OPENING = read_data("report_headings.toml")["opening"]


@pytest.mark.parametrize("text", _OPENING["fires"])
def test_first_words_of_minutes(text: str) -> None:
    assert begins_report(text)


@pytest.mark.parametrize("text", _OPENING["silent"])
def test_plans_and_other_texts_are_no_minutes(text: str) -> None:
    assert not begins_report(text)


def test_hostile_text_is_quick() -> None:
    assert not begins_report("Ana " * 50_000)
