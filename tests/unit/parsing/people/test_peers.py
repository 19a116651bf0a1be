"""Bodies that the other items of their list show to be bodies."""

from __future__ import annotations

import pytest

from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.people import read_agenda_people
from igf_extract.parsing.people.peers import bodies_among


def found(text: str, role: str) -> list[str]:
    lines = [line for line in split_lines(text) if line.text.strip()]
    return [lines[at].text for at in sorted(bodies_among(lines, role))]


@pytest.mark.parametrize(
    ("role", "text", "expect"),
    [
        ("organizer", "Lamp Council\nTarnir Letters\nBako", ["Tarnir Letters"]),
        ("organizer", "- Tarnir Letters\n- Lamp Council\n- Velm Trust", ["- Tarnir Letters"]),
        ("organizer", "Tarnir Letters (NGO)\nLamp Council (government)\nVelm Trust (business)", ["Tarnir Letters (NGO)"]),
        # most must be certain; a person and her body below; a known name; an honorific; those who serve are persons
        ("organizer", "Lamp Council\nTarnir Letters\nTeku Orano", []),
        ("organizer", "Teku Orano\nLamp Council\nVelm Trust", []),
        ("organizer", "Lamp Council\nVelm Trust\nMaria Orano", []),
        ("organizer", "Lamp Council\nVelm Trust\nMr Teku Orano", []),
        ("moderator", "Lamp Council\nTarnir Letters\nBako", []),
        ("speaker", "• Ms. Teku Orano, Bako\n• Dr. Keri Tarna (Velm Trust)\n• Tarnir Letters", ["• Tarnir Letters"]),
        ("speaker", "Teku Orano, Bako\nKeri Tarna (Velm Trust)\nVelm Data Circle", ["Velm Data Circle"]),
        # a heading above people, people of whom one has no details, topics of people, lists that are too short
        ("speaker", "Velm Data Circle\nTeku Orano, Bako\nKeri Tarna (Velm Trust)", []),
        ("speaker", "Teku Orano, Bako\nKeri Tarna (Velm Trust)\nTarnir Letters", []),
        ("speaker", "Masts: Teku Orano, Bako\nPoles: Keri Tarna, Foo\nVelm Data Circle", []),
        ("speaker", "• Ms. Teku Orano, Bako\n• Tarnir Letters", []),
        ("speaker", "", []),
    ],
)
def test_bodies_among(role: str, text: str, expect: list[str]) -> None:
    assert found(text, role) == expect


def test_a_body_among_the_people_of_an_agenda() -> None:
    page = "Panel 2 – Repair (11.30 – 12.20)\n\n"
    page += "• Ms. Teku Orano, Velm Móvil\n• Mr. Keri Tarna, Ministry of Farming\n• Tarnir Letters\n\nClosing"
    told = read_agenda_people(list(split_lines(page))).participations
    assert [(part.name, part.organization) for part in told] == [
        ("Teku Orano", "Velm Móvil"),
        ("Keri Tarna", "Ministry of Farming"),
        (None, "Tarnir Letters"),
    ]
