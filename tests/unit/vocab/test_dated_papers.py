"""Lines that say what a page is and of which day."""

from __future__ import annotations

import pytest

from igf_extract.vocab.dated_papers import is_dated_paper, names_committee, type_of_paper
from igf_extract.vocab.load import read_data

_DATED = read_data("heads.toml")["dated"]


@pytest.mark.parametrize("text", _DATED["fires"])
def test_fires(text: str) -> None:
    assert is_dated_paper(text)


@pytest.mark.parametrize("text", _DATED["silent"])
def test_silent(text: str) -> None:
    assert not is_dated_paper(text)


def test_type_quotes() -> None:
    text = "Minutes of the Open Forum held in Vilnius on 15 September 2010"
    found = type_of_paper(text)
    assert found is not None and (found[0], text[found[1] : found[2]]) == ("open_forum", "Open Forum")
    assert type_of_paper("Report of the meeting held on 13 November 2007") is None


def test_committees() -> None:
    assert names_committee("Third Virtual Meeting of the Multistakeholder Advisory Group") and not names_committee("Image rights")
