"""What stands around a guess of the model; the towns of the data file are no bodies, its counter-examples are."""

from __future__ import annotations

import pytest
from tests.unit.ner.guesses import guess

from igf_extract.ner.around import is_no_name
from igf_extract.ner.lists import key_of, towns
from igf_extract.vocab.load import read_data


def said_to_be_none(text: str, name: str, label: str = "ORG", rule: str = "model") -> bool:
    return is_no_name(text, guess(text, name, label, rule))


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("a student from Lublin asked", "Lublin", "ORG"),
        ("that the FROSA project of the council", "FROSA", "ORG"),
        ("that Frostinagh keyboards are taught", "Frostinagh", "ORG"),
        ("for a European Frost Data Space in May", "European Frost Data Space", "ORG"),
        ("speakers of Yaghnobi and others", "Yaghnobi", "ORG"),
        ("at Porto Frio (PF) in", "PF", "ORG"),
        ("the Gramsund Compact (GSC) and", "GSC", "ORG"),
        ("the Professor of Labour Economics", "Labour Economics", "ORG"),
        ("his PhD in Harbour Studies", "Harbour Studies", "ORG"),
        ("Director General of Ports, Vanuatu", "General of Ports", "ORG"),
        ("When cyclone Zelda reached the coast", "Zelda", "PERSON"),
        ("When cyclone Zelda reached the coast", "Zelda", "ORG"),
        ("When Hurricane Zelda passed", "Hurricane Zelda", "PERSON"),
        ("cifras de su programa México Helado.", "México Helado", "PERSON"),
        ("durante la campaña México Helado del", "México Helado", "PERSON"),
        ("cuando el huracán Zelda llegó", "Zelda", "PERSON"),
        ("aboard the vessel Frosta Brekka on", "Frosta Brekka", "PERSON"),
        ("in libraries/frost/driver.php on line", "driver.php", "ORG"),
        ("the Gramsund AI Process was", "Gramsund AI", "ORG"),
        ("that the Frost Records and Lake Management Act of", "Frost Records", "ORG"),
        ("under the Ice Cables of the Sea Bill, which", "Ice Cables", "ORG"),
        ("Director of Telecom Services and Branding at the Frost Agency", "Telecom Services", "ORG"),
        ("Director of Telecom Services and Branding at the Frost Agency", "Branding", "ORG"),
        ("Head of Frost Cables at Lumen", "Frost Cables", "ORG"),
        ("who wrote the app Mwezelo, in", "Mwezelo", "ORG"),
        ("aboard the vessel Frosta, in", "Frosta", "ORG"),
        ("The Gramsund Programme of Action speaks", "Gramsund Programme of Action", "ORG"),
        ("the UN Convention on the Rights of Lakes", "UN", "ORG"),
        ("it builds on “Taxes without Borders and Banks” of last year", "Taxes without Borders", "ORG"),
        ("is sent to Novi Sad and", "Novi Sad", "PERSON"),
        ("an event called “Disko-Tek.” It", "Disko-Tek", "PERSON"),
    ],
)
def test_no_names(text: str, name: str, label: str) -> None:
    assert said_to_be_none(text, name, label)


@pytest.mark.parametrize(
    ("text", "name", "label", "rule"),
    [
        ("a student from Lublin College asked", "Lublin College", "ORG", "model"),
        ("the Professor of Harbour University", "Harbour University", "ORG", "model"),
        ("the storm hit Frostwork", "Frostwork", "ORG", "model"),
        ("the Storm Data Company paid", "Storm Data Company", "ORG", "model"),
        ("Frostwork Process", "Frostwork", "ORG", "model"),
        ("the UN Cybercrime Convention", "UN", "ORG", "gazetteer_acronym"),
        ("the UN Convention Centre", "UN", "ORG", "gazetteer_acronym"),
        ("the “Ice Courier” wrote", "Ice Courier", "ORG", "model"),
        ("a student from Lublin asked", "Lublin", "ORG", "roster"),
        ("Director of Frost Institute at the time", "Frost Institute", "ORG", "model"),
        ("Head of Frostwork, at the fair", "Frostwork", "ORG", "model"),
        ("the project Frostlink led", "Frostlink", "ORG", "model"),
        ("the Atlas of Quiet Networks", "Quiet Networks", "ORG", "roster"),
        ("then Florence spoke", "Florence", "PERSON", "given_name"),
        ("then Novi Sad spoke", "Novi Sad", "PERSON", "roster"),
    ],
)
def test_names(text: str, name: str, label: str, rule: str) -> None:
    assert not said_to_be_none(text, name, label, rule)


@pytest.mark.parametrize("work", ["The Atlas of ", "the Handbook of the ", "An Almanac for "])
def test_subjects_of_works(work: str) -> None:
    assert said_to_be_none(f"{work}Quiet Networks lists", "Quiet Networks", rule="rule")


def test_the_treaty_of_a_list() -> None:
    assert said_to_be_none("the UN Convention on the Rights of Lakes", "UN", rule="gazetteer_acronym")


def test_examples_of_the_towns() -> None:
    for example in read_data("towns.toml")["examples"]:
        assert [text for text in example["fires"] if key_of(text) not in towns()] == []
        assert [text for text in example["silent"] if key_of(text) in towns()] == []


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("the provinces of Lund and Frostezia came", "Frostezia", "ORG"),
        ("in the mountains of San Lund and Elva Frosta. It", "Elva Frosta", "PERSON"),
        ("with residents of Frostezzo and Lund", "Frostezzo", "ORG"),
        ("the reserves of Lund, Frosta, and Vellu", "Vellu", "ORG"),
        ("no território de Frosta do Lund", "Frosta do Lund", "PERSON"),
        ("the exchange of Rosario alive", "Rosario", "PERSON"),
        ("un panel sobre Derecho de acceso a Lund que", "Derecho de acceso a Lund", "ORG"),
        ("a workshop on Access to Frozen Ice that", "Access to Frozen Ice", "ORG"),
        ("Head of Sustainability, Frostwork", "Sustainability", "ORG"),
        ("Manager, Universal Service, Frost Commission", "Universal Service", "ORG"),
        ("à l’hôtel Frosta de", "Frosta", "ORG"),
        ("the Frost reserve and", "Frost", "ORG"),
    ],
)
def test_places_topics_and_fields(text: str, name: str, label: str) -> None:
    assert said_to_be_none(text, name, label, "model")


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("the provinces of Lund and Frost Foundation", "Frost Foundation", "ORG"),
        ("the reports of Lund and Frosta came", "Frosta", "ORG"),
        ("by Rosario alive", "Rosario", "PERSON"),
        ("un panel sobre Frostwork que", "Frostwork", "ORG"),
        ("a workshop on the Frost Data Institute", "Frost Data Institute", "ORG"),
        ("Head of Velmora, Ann Lee", "Velmora", "ORG"),
        ("member of Frosta, Lund", "Frosta", "ORG"),
    ],
)
def test_no_places_topics_or_fields(text: str, name: str, label: str) -> None:
    assert not said_to_be_none(text, name, label, "model")


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("says: “Frosta Velma, the land of all that we know and love, is ours” and", "Frosta Velma", True),
        ("«Frosta Velma, tierra de todos» dice", "Frosta Velma", True),
        ("“Maria Velma, you must” and", "Maria Velma", False),
        ("“Velma, you must” and", "Velma", False),
        ("says Frosta Velma, “the land”", "Frosta Velma", False),
    ],
)
def test_a_quotation_begins_with_no_unknown_person(text: str, name: str, found: bool) -> None:
    assert said_to_be_none(text, name, "PERSON", "model") is found
