"""Marks of lists: examples of the data file, and what each question answers."""

from __future__ import annotations

import pytest

from igf_extract.vocab.list_marks import MARKS, has_mark, has_sign, opens_item, without_marks
from igf_extract.vocab.load import read_data

_DATA = read_data("list_marks.toml")


@pytest.mark.parametrize("text", _DATA["fires"])
def test_opens_item(text: str) -> None:
    assert opens_item(text)


@pytest.mark.parametrize("text", _DATA["silent"])
def test_opens_no_item(text: str) -> None:
    assert not opens_item(text)


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_is_taken_off(mark: str) -> None:
    assert has_mark(f"{mark} Ana Ruiz") and without_marks(f"{mark} Ana Ruiz") == "Ana Ruiz"


def test_signs_are_nothing_but_marks() -> None:
    assert has_sign("▪ Ana Ruiz")
    assert not any(map(has_sign, ["✓ Ana Ruiz", "► Speakers", "- Ana Ruiz", "* Ana Ruiz", ""]))
    assert not has_mark("")
