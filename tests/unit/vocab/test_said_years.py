"""Years that the prose says of its own session."""

from __future__ import annotations

import pytest

from igf_extract.vocab.load import read_data
from igf_extract.vocab.meetings import find_meeting
from igf_extract.vocab.said_years import said_year


@pytest.mark.parametrize("line", read_data("said_types.toml")["year"]["fires"])
def test_names_a_year_that_the_text_holds(line: str) -> None:
    said = said_year(line)
    assert said is not None
    year, start, end = said
    named = find_meeting(line[start:end])
    assert named is not None and named.meeting.year == year


@pytest.mark.parametrize("line", read_data("said_types.toml")["year"]["silent"])
def test_says_nothing(line: str) -> None:
    assert said_year(line) is None


def test_two_years_are_none() -> None:
    assert said_year("This workshop at the IGF 2013 is good. This workshop at the IGF 2014 is better.") is None
