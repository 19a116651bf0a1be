from __future__ import annotations

import pytest

from igf_extract.ner.gazetteer import acronyms, gazetteer_candidates
from igf_extract.ner.words import words_of


def found(text: str) -> list[str]:
    return [text[c.start : c.end] for c in gazetteer_candidates(words_of(text), 0)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UNESCO and the Council of Europe", ["UNESCO", "Council of Europe"]),
        ("see unesco", []),
        ("write to info@icann.org or www.icann.org", []),
        ("an ICANN-accredited registrar", ["ICANN"]),
        ("the COUNCIL OF EUROPE", ["COUNCIL OF EUROPE"]),
        ("the council of europe", []),
        ("shops of Orange in Dakar", ["Orange"]),
        ("Orange is a colour", []),
        ("the Orange Revolution", []),
        ("Yahoo! answered", ["Yahoo!"]),
        ("users of Signal in Nairobi", ["Signal"]),
        ("Signal strength fell", []),
        ("joined by Safaricom", ["Safaricom"]),
    ],
)
def test_names_in_text(text: str, names: list[str]) -> None:
    assert [name for name in dict.fromkeys(found(text)) if name in names] == names
    assert bool(found(text)) == bool(names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("la Commission économique des Nations unies pour l'Afrique a", "Commission économique des Nations unies pour l'Afrique"),
        ("le Fonds des Nations Unies pour l'enfance a", "Fonds des Nations Unies pour l'enfance"),
        ("l'Assemblée générale des Nations unies a", "Assemblée générale des Nations unies"),
    ],
)
def test_french_adjectives_in_small_letters(text: str, name: str) -> None:
    assert name in [c.of(text) for c in gazetteer_candidates(words_of(text), 0)]


def test_acronyms_with_two_meanings_have_no_full_form() -> None:
    assert "ICC" not in acronyms()
    assert acronyms()["ICANN"] == "Internet Corporation for Assigned Names and Numbers"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("for Vodafone Romania did", ["Vodafone Romania"]),
        ("from Vodafone West Africa did", ["Vodafone West Africa"]),
        ("at Microsoft Nairobi, where", ["Microsoft Nairobi"]),
        ("in one NTT East and in", ["NTT East"]),
        ("the Microsoft Nairobi office", ["Microsoft"]),
        ("the Microsoft Nairobi Summit", ["Microsoft"]),
        ("for Vodafone Romania Summit", ["Vodafone"]),
        ("UNESCO France said", ["UNESCO"]),
        ("Vodafone, Romania", ["Vodafone"]),
    ],
)
def test_branches_of_a_country(text: str, names: list[str]) -> None:
    assert sorted(found(text), key=len)[-1:] == names
