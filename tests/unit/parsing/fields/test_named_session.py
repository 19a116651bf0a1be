"""The numbered session that prose names: the examples of the data file, and where the number stands."""

from __future__ import annotations

import pytest

from igf_extract.parsing.fields.named_session import find_number, own_number
from igf_extract.vocab.load import read_data


@pytest.mark.parametrize("line", read_data("said_types.toml")["number"]["fires"])
def test_prose_says_the_number_of_its_own_session(line: str) -> None:
    found = own_number(line)
    assert found is not None
    assert found[2].of(line).isdigit()


@pytest.mark.parametrize("line", read_data("said_types.toml")["number"]["silent"])
def test_other_sessions_give_no_number(line: str) -> None:
    assert own_number(line) is None


def test_one_numbered_session_alone_is_found_in_speech() -> None:
    found = find_number("Good morning and welcome to workshop 132.")
    assert found is not None
    assert found[0] == "workshop"
    assert find_number("Workshop 132 and workshop 133 begin now.") is None
