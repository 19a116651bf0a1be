"""A person or a body, by what stands beside the guess of the model."""

from __future__ import annotations

import pytest
from tests.unit.ner.guesses import guess

from igf_extract.ner.somebody import is_of_a_body, is_somebody, of_a_country, speaks


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("of Azor Gwan, a journalist who", "Azor Gwan", True),
        ("by Azor Gwan Lund, a retired village teacher.", "Azor Gwan Lund", True),
        ("de Azor Gwan, una periodista", "Azor Gwan", True),
        ("of Frost Verde, a journalists' club", "Frost Verde", False),
        ("of Frost Verde, a small cooperative", "Frost Verde", False),
        ("of Frost Society, a student of", "Frost Society", False),
        ("of FROST Verde, a journalist", "FROST Verde", False),
        ("; Maria Frosta, head of policy at", "Maria Frosta", True),
        ("; Papa Pedro Frosta of the Lund School", "Papa Pedro Frosta", True),
        ("by Maria Frosta, directora de la red", "Maria Frosta", True),
        ("; Frosta Verde, head of policy", "Frosta Verde", False),
        ("; Maria Foundation, director of", "Maria Foundation", False),
        ("then Frostudóttir said", "Frostudóttir", True),
        ("then Velmenko asked", "Velmenko", True),
        ("then Frostwork said", "Frostwork", False),
    ],
)
def test_somebody(text: str, name: str, found: bool) -> None:
    assert is_somebody(text, guess(text, name)) is found


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("then Velmork said", "Velmork", True),
        ("ninety days, said Velmork, and", "Velmork", True),
        ("According to Velmork, the", "Velmork", True),
        ("when asked by Velm-Orka, that", "Velm-Orka", True),
        ("then Google said", "Google", False),
        ("then VelmOrk said", "VelmOrk", False),
        ("then Velmork was", "Velmork", False),
        ("sold by Velmork, and", "Velmork", False),
    ],
)
def test_who_speaks(text: str, name: str, found: bool) -> None:
    assert speaks(text, guess(text, name)) is found


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("of the legal aid group Frosta Vazhi took", "Frosta Vazhi", True),
        ("by the small foundation Frosta Vazhi and", "Frosta Vazhi", True),
        ("of the exile newsroom Frosta Vazhi reported", "Frosta Vazhi", True),
        ("la radio Frosta Vazhi perdió", "Frosta Vazhi", True),
        ("du collectif Frosta Vazhi, préfère", "Frosta Vazhi", True),
        ("for a small foundation, Frosta Vazhi, which", "Frosta Vazhi", True),
        ("youth council of Frosta Vazhi, the", "Frosta Vazhi", True),
        ("the network Frosta Vazhi founded", "Frosta Vazhi", False),
        ("the network that Frosta Vazhi knew", "Frosta Vazhi", False),
        ("of the bank, Frosta Vazhi said", "Frosta Vazhi", False),
        ("of the legal aid group Maria Vazhi took", "Maria Vazhi", False),
        ("the Frosta Bachao Andolan (FBA) will", "Frosta Bachao Andolan", True),
        ("with Frosta Vazhi (FV) and", "Frosta Vazhi", False),
        ("Frosta Lund Vazhi (MEP) and", "Frosta Lund Vazhi", False),
        ("by Frosta Rein, LLP (Moderator)", "Frosta Rein", True),
        ("by Frosta Rein, who", "Frosta Rein", False),
    ],
)
def test_a_body(text: str, name: str, found: bool) -> None:
    assert is_of_a_body(text, guess(text, name, "PERSON")) is found


@pytest.mark.parametrize(
    ("name", "left", "label"),
    [
        ("Serge Frosta du Bénin", "Serge Frosta", "PERSON"),
        ("Maria Frosta da Guiné-Bissau", "Maria Frosta", "PERSON"),
        ("Pedro of Nairobi", "Pedro", "PERSON"),
        ("Frostwork of Kenya", "Frostwork of Kenya", "ORG"),
        ("Maria Foundation of Kenya", "Maria Foundation of Kenya", "ORG"),
        ("Maria da Frosta", "Maria da Frosta", "ORG"),
    ],
)
def test_a_person_of_a_country(name: str, left: str, label: str) -> None:
    found = of_a_country(name, guess(name, name))
    assert (found.of(name), found.label) == (left, label)
