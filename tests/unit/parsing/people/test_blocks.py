"""What the place of a line in a block of three says of it."""

from __future__ import annotations

import pytest

from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.people import read_people
from igf_extract.parsing.people.blocks import told_by_block


def told(text: str) -> dict[int, str]:
    return dict(told_by_block([line for line in split_lines(text) if line.text.strip()]))


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("Taneli Orvokki\nAdviser\nVelm Rakko", {1: "title", 2: "organization"}),
        ("Taneli Orvokki\nCoordinator\nVelm Council", {1: "title"}),
        ("Taneli Orvokki\nHead of the Road Department\nVelm Council", {1: "title"}),
        ("Taneli Orvokki\nVelm Rakko\nKenya", {1: "organization"}),
        (
            "Taneli Orvokki\nAdviser\nVelm Rakko\nIlze Brantova\nDirector\nRakko Nett",
            {1: "title", 2: "organization", 4: "title", 5: "organization"},
        ),
        ("Ilze Oro\nVelm Council\n\nTaneli Orvokki\nRakko Bytes", {3: "organization"}),
        ("Ilze Oro\nVelm Rakko\n\nTaneli Orvokki\nRakko Bytes\n\nNemo Brant\nOrro Paz", {}),
        # two people with their offices, a person who is known by her name, a role, a body of her own: no block
        ("Taneli Orvokki\nAdviser\nIlze Brantova\nDirector", {}),
        ("Taneli Orvokki\nAdviser\nMaria Brantova", {}),
        ("Taneli Orvokki\nModerator\nVelm Rakko", {}),
        ("Taneli Orvokki\nAdviser at Foo Council\nVelm Council", {}),
        ("Taneli Orvokki, Foo\nAdviser\nVelm Rakko", {}),
        ("Taneli Orvokki\nAdviser\nCivil society", {}),
        ("", {}),
    ],
)
def test_blocks(text: str, expect: dict[int, str]) -> None:
    assert told(text) == expect


def test_a_blank_line_cuts_a_block() -> None:
    reading = read_people(list(split_lines("Taneli Orvokki\nAdviser\n\nVelm Rakko")), "speaker")
    assert [part.name for part in reading.participations] == ["Taneli Orvokki", "Velm Rakko"]


def test_blocks_are_read() -> None:
    text = "Taneli Orvokki\nVice Chair\nVelm Rakko\n\nIlze Brantova\nPresident\nRakko Nett"
    found = [(part.name, part.title, part.organization) for part in read_people(list(split_lines(text)), "speaker").participations]
    assert found == [("Taneli Orvokki", "Vice Chair", "Velm Rakko"), ("Ilze Brantova", "President", "Rakko Nett")]
