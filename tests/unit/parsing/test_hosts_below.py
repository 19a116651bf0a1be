"""Bodies alone beside a list of people, and a body's name that heads one: who organizes and who speaks."""

from __future__ import annotations

from igf_extract.parsing.late_people import without_people
from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.page import read_page

PROSE = (
    "A mast is cheaper than a road, and nobody asks who owns it until it falls. This workshop compares four villages that have built one "
    "and one that has taken its own down again. It asks what they paid, who repairs the battery and what the regulator said.\n\n\n"
)
HEAD = "Masts and Meters\n\n17 November 2009 - A Workshop on Access in Sharm el Sheikh, Egypt\n\n\n" + PROSE
PEOPLE = "1) Ana Ruiz, Head of Masts, Velm Agency, Peru\n\n2) Luis Paz, Tarn University\n\n3) Eva Kral, Foo Council, Norway\n\n"


def lines_of(text: str, key: str) -> list[str]:
    page = read_page(list(split_lines(text)), "session")
    return [line.text for whole in page.runs for run in without_people(whole) if run.slot.key.name == key for line in run.lines]


def test_bodies_below_the_last_of_the_people_organize() -> None:
    text = HEAD + PEOPLE + "Moderator: Mira Holt (Bar Union)\n\n\nInternet Lamp Forum\n\ntarnCERT\n\nUniversity of Velm (UV)\n"
    assert lines_of(text, "organizers") == ["Internet Lamp Forum", "tarnCERT", "University of Velm (UV)"]


def test_people_without_marks_below_one_another_stay_speakers() -> None:
    text = HEAD + PEOPLE + "Moderator: Mira Holt (Bar Union)\n\n\n4) Ole Brandt, Lamp Council\n\n5) Ida Falk, Radio Tolmen\n"
    assert lines_of(text, "organizers") == []


def test_a_sentence_that_says_whose_members_follow_heads_the_organizers() -> None:
    text = (
        HEAD + "Co-organised by members of the Velm Coalition on Masts, including:\n\nLamp Council\nInstitute for Meters\n\n\n"
        "* Ana Ruiz, Director, Velm Agency\n* Luis Paz, Tarn University\n* Eva Kral, Foo Council\n"
    )
    assert lines_of(text, "organizers") == ["Lamp Council", "Institute for Meters"]
    assert len(lines_of(text, "speakers")) == 3
