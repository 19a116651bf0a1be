"""Names by form do not run on into a person who is joined to them."""

from __future__ import annotations

import pytest
from tests.unit.ner.guesses import guess

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.runon import are_several, seen_as_two, two_bodies, without_people


@pytest.mark.parametrize(
    ("text", "person", "left"),
    [
        ("the Ice Agency of Norway and Ann Lee of the University of Oslo", "Ann Lee", "Ice Agency of Norway"),
        ("the Ice Agency of Norway, Ann Lee (Frostwork) Fund", "Ann Lee", "Ice Agency of Norway"),
        ("Ann and Bob Lee Foundation", "Bob Lee", "Ann and Bob Lee Foundation"),
        ("the Institute of Ann Lee of Norway", "Ann Lee", "the Institute of Ann Lee of Norway"),
        ("Agency of Norway and Lee of Oslo", "Lee", "Agency of Norway and Lee of Oslo"),
    ],
)
def test_cut_before_people(text: str, person: str, left: str) -> None:
    start = text.index("Ice") if "Ice" in text else 0
    body = Candidate(start, len(text), "ORG", "rule")
    who = Candidate(text.index(person), text.index(person) + len(person), "PERSON", "model")
    cut = next(c for c in without_people(text, [body, who]) if c.label == "ORG")
    assert text[cut.start : cut.end] == left


@pytest.mark.parametrize(
    ("name", "halves"),
    [
        ("University of Utrecht and Frostwork", ["University of Utrecht", "Frostwork"]),
        ("Observatory of Oslo and Frost Hub", ["Observatory of Oslo", "Frost Hub"]),
        ("University of Utrecht and Oslo", ["University of Utrecht and Oslo"]),
        ("University of Oslo and Public Health", ["University of Oslo and Public Health"]),
        ("Ministry of Lakes and Frostwork", ["Ministry of Lakes and Frostwork"]),
    ],
)
def test_a_body_of_a_town_is_whole(name: str, halves: list[str]) -> None:
    assert [name[c.start : c.end] for c in two_bodies(name, Candidate(0, len(name), "ORG", "model"))] == halves


def test_other_sources_stay() -> None:
    text = "Ice Agency of Norway and Ann Lee of the University of Oslo"
    body = Candidate(0, len(text), "ORG", "roster")
    who = Candidate(text.index("Ann"), text.index("Ann") + 7, "PERSON", "model")
    assert list(without_people(text, [body, who])) == [body, who]


@pytest.mark.parametrize(
    ("text", "person", "left"),
    [
        ("American Frost University Shadi Abou, W3C", "Shadi Abou", "American Frost University"),
        ("FROW Gunel Astbrink, Ice", "Gunel Astbrink", "FROW"),
        ("Instituto Maria Frost, Ice", "Maria Frost", "Instituto Maria Frost"),
        ("Universidad Nacional Maria Frost, Ice", "Maria Frost", "Universidad Nacional Maria Frost"),
    ],
)
def test_the_next_person_of_a_list(text: str, person: str, left: str) -> None:
    end = text.index(",")
    body = Candidate(0, end, "ORG", "model")
    who = Candidate(text.index(person), end, "PERSON", "given_name")
    cut = next(c for c in without_people(text, [body, who]) if c.label == "ORG")
    assert text[cut.start : cut.end] == left


@pytest.mark.parametrize(
    ("name", "halves"),
    [
        ("Frost Rights Fund and Ice Advocacy Fund", ["Frost Rights Fund", "Ice Advocacy Fund"]),
        ("Frost University & Ice Institute", ["Frost University", "Ice Institute"]),
        ("Institute of Frost Law and Ice Relations", ["Institute of Frost Law and Ice Relations"]),
        ("Frost and Ice Fund", ["Frost and Ice Fund"]),
        ("European Network and Information Agency", ["European Network and Information Agency"]),
        ("Frostcom ni Ice Velm", ["Frostcom", "Ice Velm"]),
    ],
)
def test_two_bodies(name: str, halves: list[str]) -> None:
    assert [name[c.start : c.end] for c in two_bodies(name, Candidate(0, len(name), "ORG", "model"))] == halves


def test_two_people() -> None:
    name = "Erick Frost y Doña Rosa Lund"
    found = two_bodies(name, Candidate(0, len(name), "PERSON", "model"))
    assert [name[c.start : c.end] for c in found] == ["Erick Frost", "Doña Rosa Lund"]
    whole = Candidate(0, 17, "PERSON", "model")
    assert list(two_bodies("José Lund y Frost", whole)) == [whole]


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
    ("name", "parts"),
    [
        ("Ice Alliance of the United Nations", ["Ice Alliance", "United Nations"]),
        ("Ghana Chapter of the Internet Society", ["Ghana Chapter of the Internet Society"]),
        ("Secretariat of the Ice Alliance of the United Nations", ["Secretariat of the Ice Alliance of the United Nations"]),
        ("Ice Alliance of the Frost Lake", ["Ice Alliance of the Frost Lake"]),
        ("International Court of Justice of the United Nations", ["International Court of Justice", "United Nations"]),
    ],
)
def test_a_body_with_a_name_of_its_own_ends_before_the_larger_one(name: str, parts: list[str]) -> None:
    assert [name[c.start : c.end] for c in two_bodies(name, Candidate(0, len(name), "ORG", "model"))] == parts
