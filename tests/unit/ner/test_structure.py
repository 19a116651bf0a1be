"""What the form of a sentence tells of names that nobody lists: pieces of two bodies, things, particles, posts."""

from __future__ import annotations

import pytest

from igf_extract.model import Document, Evidence, Section, Span
from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.drawn_in import without_drawn_in
from igf_extract.ner.edges import clean
from igf_extract.ner.evidence import keep
from igf_extract.ner.find import find_names
from igf_extract.ner.likeness import names_a_body
from igf_extract.ner.of_country import with_whole_place
from igf_extract.ner.pairs import with_second_half
from igf_extract.ner.roster import organization_forms
from igf_extract.ner.runon import are_several, seen_as_two, two_bodies


def guess(text: str, name: str, label: str = ORG, rule: str = "model") -> Candidate:
    start = text.index(name)
    return Candidate(start, start + len(name), label, rule)


def names(text: str) -> list[tuple[str, str]]:
    section = Section("description", text, Evidence(Span(0, len(text)), "test"))
    found = find_names(Document(source="x", text=text, kind="session", sections=(section,))).mentions
    return [(m.text, m.label) for m in found if m.label in {ORG, PERSON}]


@pytest.mark.parametrize(
    ("text", "name", "is_body"),
    [
        ("resolved by Frostal Names at ten", "Frostal Names", True),
        ("and Ayeyar Towers is asked", "Ayeyar Towers", True),
        ("lent by Velmora FM in May", "Velmora FM", True),
        ("the Velmora Ayeyar has asked", "Velmora Ayeyar", True),
        ("of the Frostal Ayeyar.", "Frostal Ayeyar", True),
        ("Farmacia Velmora A.C. will", "Farmacia Velmora A.C.", True),
        ("the Velmora Ayeyar award", "Velmora Ayeyar", False),
        ("said Velmora Rivers at ten", "Velmora Rivers", False),
        ("said Maria Towers at ten", "Maria Towers", False),
        ("said Velmora Ayeyar at ten", "Velmora Ayeyar", False),
    ],
)
def test_things_are_no_people(text: str, name: str, is_body: bool) -> None:
    assert names_a_body(text, guess(text, name, PERSON)) is is_body


@pytest.mark.parametrize(
    ("text", "whole", "halves"),
    [
        ("Article 19 and Frostcom have", "Article 19 and Frostcom", ["Article 19", "Frostcom"]),
        ("the Ministry of Ice and 7amleh said", "Ministry of Ice and 7amleh", ["Ministry of Ice", "7amleh"]),
        ("Frost Data Authority's Club on Ice", "Frost Data Authority's Club on Ice", ["Frost Data Authority", "Club on Ice"]),
        ("the Frost Children's Fund met", "Frost Children's Fund", ["Frost Children's Fund"]),
        (
            "Policy Network on Environment and Digitalisation",
            "Policy Network on Environment and Digitalisation",
            ["Policy Network on Environment and Digitalisation"],
        ),
    ],
)
def test_two_bodies_in_one_guess(text: str, whole: str, halves: list[str]) -> None:
    assert [text[c.start : c.end] for c in two_bodies(text, guess(text, whole))] == halves


@pytest.mark.parametrize(
    ("text", "whole", "count"),
    [
        ("The Coalition on Ice and Frostpeace were named", "Coalition on Ice and Frostpeace", 2),
        ("Done. Coalition on Ice and Frostpeace have met", "Coalition on Ice and Frostpeace", 2),
        ("The Coalition on Ice and Frostpeace was named", "Coalition on Ice and Frostpeace", 1),
        ("Lund, Coalition on Ice and Frostpeace were named", "Coalition on Ice and Frostpeace", 1),
        ("The Ministry of Ice and Trade have met", "Ministry of Ice and Trade", 1),
    ],
)
def test_a_verb_of_many(text: str, whole: str, count: int) -> None:
    assert len(list(are_several(text, guess(text, whole)))) == count


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [("Centro de Radios", "Velm IGF", 2), ("Ministry of Lakes", "Frost Ice Lab", 2), ("Department of Lakes", "Telecom", 1)],
)
def test_what_the_model_saw_as_two(first: str, second: str, count: int) -> None:
    text = f"by {first} and {second}."
    whole = guess(text, f"{first} and {second}", rule="rule")
    found = list(seen_as_two(text, [whole, guess(text, first), guess(text, second)]))
    assert sum(c.rule == "rule" for c in found) == count


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("by Frost Bosnia and Herzegovina;", "Frost Bosnia", "Frost Bosnia and Herzegovina"),
        ("Frost Trinidad and Tobago met", "Frost Trinidad", "Frost Trinidad and Tobago"),
        ("Frost Bosnia and Lund met", "Frost Bosnia", "Frost Bosnia"),
    ],
)
def test_places_of_two_words(text: str, name: str, whole: str) -> None:
    found = with_whole_place(text, guess(text, name))
    assert text[found.start : found.end] == whole


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("the Acaciel & Security said", "Acaciel", "Acaciel & Security"),
        ("the Acaciel & Velmora said", "Acaciel", "Acaciel"),
        ("the Acaciel & Security Fund", "Acaciel", "Acaciel"),
    ],
)
def test_a_field_behind_an_ampersand(text: str, name: str, whole: str) -> None:
    (found,) = with_second_half(text, [guess(text, name)])
    assert text[found.start : found.end] == whole


@pytest.mark.parametrize(
    ("drawn", "label", "name"),
    [
        ("Design Researcher at Frost Lab", ORG, "Frost Lab"),
        ("Senior Adviser at the Frost Lab", ORG, "Frost Lab"),
        ("évaluation pour l'Institut Frost", ORG, "Institut Frost"),
        ("published by the Frost Lab", ORG, "Frost Lab"),
        ("Velmora Lund of Netnod", PERSON, "Velmora Lund"),
        ("Round Table on Ice and Security", ORG, "Round Table on Ice and Security"),
        ("Women at Work Lab", ORG, "Women at Work Lab"),
    ],
)
def test_drawn_in(drawn: str, label: str, name: str) -> None:
    start, end = without_drawn_in(drawn, 0, len(drawn), label)
    assert drawn[start:end] == name


@pytest.mark.parametrize(
    ("name", "left"),
    [("NGO Frost University", "Frost University"), ("NGO Forum on Ice", "NGO Forum on Ice"), ("NGO Watch", "NGO Watch")],
)
def test_the_kind_before_a_name(name: str, left: str) -> None:
    found = clean(name, Candidate(0, len(name), ORG, "rule"))
    assert found is not None and name[found.start : found.end] == left


@pytest.mark.parametrize("name", ["Velmora ap Rhys-Lund", "Velmora a/l Lund", "Velmora s/o Lund", "Velmora binti Lund"])
def test_particles(name: str) -> None:
    assert keep(f"said {name} then", guess(f"said {name} then", name, PERSON), frozenset()) is not None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("asked FROSTALU Serelana, speaking for many", PERSON),
        ("asked FROSTALU Serelana, who stood up", PERSON),
        ("asked FROSTALU Kenya, who stood up", ORG),
        ("asked FROSTALU Serelana in May", ORG),
    ],
)
def test_surname_in_capitals(text: str, label: str) -> None:
    name = " ".join(text.split()[1:3]).rstrip(",")
    found = keep(text, guess(text, name), frozenset())
    assert found is not None and found.label == label


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We asked Ambassador van der Frosten about it.", [("van der Frosten", PERSON)]),
        ("Then Moderator Velmoro asked each of them.", [("Velmoro", PERSON)]),
        ("Eng. Velmoro opened with the price.", [("Velmoro", PERSON)]),
        ("In the Justice Index it is last.", []),
        ("Some supported XX, others YY.", []),
        ("Maria Lund from Frostagen in Banjul spoke.", [("Maria Lund", PERSON), ("Frostagen", ORG)]),
        ("Maria Lund from Frostagen in Kenya spoke.", [("Maria Lund", PERSON)]),
    ],
)
def test_in_a_sentence(text: str, found: list[tuple[str, str]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Committee for Ice, Parliament of Frostland", False),
        ("Faculty of Ice, University of Frost", False),
        ("Directorate for Networks, Content and Ice", True),
    ],
)
def test_a_body_and_the_one_above_it(name: str, whole: bool) -> None:
    assert (name in list(organization_forms(name))) is whole
