"""A name and a body with nothing but a blank between them."""

from __future__ import annotations

from igf_extract.parsing.lines import split_lines
from igf_extract.parsing.people.merge import merge_participations
from igf_extract.parsing.people.read import read_people


def people(text: str, role: str) -> list[tuple[str | None, str | None]]:
    """(name, organization) of the participations of all lines, merged as those of one session; each quotes the text."""
    parts = merge_participations(read_people(list(split_lines(text)), role).participations)
    for part in parts:
        for value, span in ((part.name, part.name_span), (part.organization, part.organization_span)):
            assert value is None or span is None or text[span.start : span.end] == value
    return [(part.name, part.organization) for part in parts]


def test_the_name_stands_alone_in_another_entry() -> None:
    text = "Velko Tarnan Oru Lamp Trade University\nVelko Tarnan Oru"
    assert people(text, "speaker") == [("Velko Tarnan Oru", "Lamp Trade University")]


def test_the_body_belongs_to_another_person() -> None:
    text = "Ana Ruiz, Digital Lamp Observatory\nWoriku Gatho-Lind Digital Lamp Observatory"
    assert people(text, "moderator") == [("Ana Ruiz", "Digital Lamp Observatory"), ("Woriku Gatho-Lind", "Digital Lamp Observatory")]


def test_an_organizer_may_be_a_body_that_ends_like_another() -> None:
    text = "Ana Ruiz, Digital Lamp Observatory\nWoriku Gatho-Lind Digital Lamp Observatory"
    assert people(text, "organizer")[1] == (None, "Woriku Gatho-Lind Digital Lamp Observatory")


def test_words_of_every_day_are_no_name() -> None:
    text = "Ana Ruiz, Lamp Council\nPublic Light Lamp Council"
    assert people(text, "speaker")[1] == (None, "Public Light Lamp Council")


def test_two_bodies_one_of_which_is_that_of_another_person() -> None:
    text = "Ana Ruiz, Velm Digitaal\nVelm Digitaal and Tarn Lamp Alliance"
    assert people(text, "organizer")[1:] == [(None, "Velm Digitaal"), (None, "Tarn Lamp Alliance")]
    text = "Ana Ruiz, Velm Digitaal\nTarn Lamp Council & Velm Digitaal"
    assert people(text, "organizer")[1:] == [(None, "Tarn Lamp Council"), (None, "Velm Digitaal")]


def test_a_body_with_a_joining_word_stays_whole_where_nobody_tells_of_its_parts() -> None:
    text = "Ana Ruiz, Foo Council\nVelm Digitaal and Tarn Lamp Alliance"
    assert people(text, "organizer")[1] == (None, "Velm Digitaal and Tarn Lamp Alliance")
    text = "Ana Ruiz, Velm Centre\nVelm Centre and Gardens"
    assert people(text, "organizer")[1] == (None, "Velm Centre and Gardens")
