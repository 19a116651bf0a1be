"""Headings, labels and names alone on their line."""

from __future__ import annotations

import pytest
from tests.unit.ner.guesses import guess

from igf_extract.ner.on_its_line import begins_a_line_abroad, is_alone, is_label_or_heading


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Tags: Access, Trust", "Access", True),
        (">> Access on", "Access", True),
        ("the Access: it is", "Access", True),
        ("Head\n  Opening Remarks \nThe", "Opening Remarks", True),
        ("the Opening Remarks and", "Opening Remarks", False),
        ("Tags: Frostwork, Trust", "Frostwork", False),
        ("Tags: ACCESS, Trust", "ACCESS", False),
        ("with Access and", "Access", False),
        ("Head\nFrost Remarks\n", "Frost Remarks", False),
    ],
)
def test_labels_and_headings(text: str, name: str, found: bool) -> None:
    assert is_label_or_heading(text, guess(text, name)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [("Head\nAnn Mary Lee\n", True), ("Ann Mary Lee", True), ("by Ann Mary Lee\n", False), ("\nAnn Mary Lee, chair", False)],
)
def test_alone_on_a_line(text: str, found: bool) -> None:
    assert is_alone(text, guess(text, "Ann Mary Lee", "PERSON")) is found


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("It.\nVelmas Redes Frostinas presentan", "Velmas Redes Frostinas", True),
        ("It.\nMaria Redes Frostinas presentan", "Maria Redes Frostinas", False),
        ("It.\nVelmas Frostinas presentan", "Velmas Frostinas", False),
        ("con Velmas Redes Frostinas presentan", "Velmas Redes Frostinas", False),
        ("It.\nVelmas Redes Frostinas, de", "Velmas Redes Frostinas", False),
    ],
)
def test_the_beginning_of_a_headline(text: str, name: str, found: bool) -> None:
    assert begins_a_line_abroad(text, guess(text, name, "PERSON")) is found
