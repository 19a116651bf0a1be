from __future__ import annotations

import pytest
from tests.unit.ner.guesses import cleaned

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.edges import clean


@pytest.mark.parametrize(
    ("text", "given", "label", "name"),
    [
        ("by the Council of Elders.", "the Council of Elders.", "ORG", "Council of Elders"),
        ("gives the IGF the task", "IGF the", "ORG", "IGF"),
        ("en la FROST sobre acceso", "FROST sobre acceso", "ORG", "FROST"),
        ("the Open Port rules of the EU and", "Open Port rules of the EU", "ORG", "EU"),
        ("the Bureau of the Ice Fund", "Bureau of the Ice Fund", "ORG", "Bureau of the Ice Fund"),
        ("Signal’s president", "Signal’s", "ORG", "Signal"),
        ("(Ashanti Weekly) said", "(Ashanti Weekly)", "ORG", "Ashanti Weekly"),
        ("Network (GSN) came", "Network (GSN)", "ORG", "Network (GSN)"),
        ("Open Lab (based in", "Open Lab (based", "ORG", "Open Lab"),
        ("Dr. Ada Obi spoke", "Dr. Ada Obi", "PERSON", "Ada Obi"),
        ("Ada Obi-Marsh spoke", "Ada Obi", "PERSON", "Ada Obi-Marsh"),
        ("Ada Obi‑Marsh spoke", "Ada Obi", "PERSON", "Ada Obi‑Marsh"),
        ("survey with Ice Lab 4. Closing", "Ice Lab 4", "ORG", "Ice Lab"),
        ("the Ice Lab 4 opened", "Ice Lab 4", "ORG", "Ice Lab 4"),
        ("des Ports M. Yaya YARO dit", "Ports M. Yaya YARO", "PERSON", "Yaya YARO"),
        ("l'Association « Ports et Hiver » dit", "Association « Ports", "ORG", "Association « Ports et Hiver »"),
        ("Firm Ltd. grew", "Firm Ltd.", "ORG", "Firm Ltd."),
        ("said Xue Du today", "Xue Du", "PERSON", "Xue Du"),
        ("said Xue Li and today", "Xue Li and", "PERSON", "Xue Li"),
        ("sede del Foro de Hielo.", "del Foro de Hielo", "ORG", "Foro de Hielo"),
        ("work of the Ice Fund of", "of the Ice Fund of", "ORG", "Ice Fund"),
        ("reach the Ice Fund on the eve of", "Ice Fund on the eve", "ORG", "Ice Fund"),
        ("Frost Library for eleven years.", "Frost Library for eleven years", "ORG", "Frost Library"),
        ("and the Frost Library provides the line.", "Frost Library provides the line", "ORG", "Frost Library"),
        ("le Fonds gallois a pris la parole", "Fonds gallois a pris", "ORG", "Fonds gallois"),
        ("The Ice Bay Skippers Forum counted", "Skippers Forum", "ORG", "Ice Bay Skippers Forum"),
        ("the Minister Skippers Forum counted", "Skippers Forum", "ORG", "Skippers Forum"),
        ("a invité l'Afnor et", "invité l'Afnor", "ORG", "Afnor"),
        ("Frostica Sur grabará la charla", "Frostica Sur grabará la charla", "ORG", "Frostica Sur"),
        ("the Women of Frost\n\tNetwork. You", "Women of Frost\n\tNetwork", "ORG", "Women of Frost\n\tNetwork"),
        ("the Frost Library friends group", "Frost Library friends group", "ORG", "Frost Library friends group"),
        ("les Amis de la glace", "Amis de la glace", "ORG", "Amis de la glace"),
        ("so Kenya's Data Council found", "Kenya's Data Council", "ORG", "Data Council"),
        ("then Levi's Data Council found", "Levi's Data Council", "ORG", "Levi's Data Council"),
        ("This Open Forum of the Ice Union", "Open Forum of the Ice Union", "ORG", "Ice Union"),
        ("thanks to Frau Obi", "Frau Obi", "PERSON", "Obi"),
        ("rain. Meanwhile Frostwork and", "Meanwhile Frostwork", "ORG", "Frostwork"),
        ("by Ada Obi\n  Part II", "Ada Obi\n  Part", "PERSON", "Ada Obi"),
        ("by Ada\n  Obi today", "Ada\n  Obi", "PERSON", "Ada\n  Obi"),
        ("a note by J. R.", "J. R.", "PERSON", "J. R."),
        ("a travelling clinic of FSN e-GOV CIRT, which", "FSN", "ORG", "FSN e-GOV CIRT"),
        (
            "heads the Polar desk of Reporters Without Borders.",
            "Polar desk of Reporters Without Borders",
            "ORG",
            "Reporters Without Borders",
        ),
        ("the Polar desk of Frost Brekka", "Polar desk of Frost Brekka", "ORG", "Polar desk of Frost Brekka"),
        ("told FSN CERT first", "FSN", "ORG", "FSN CERT"),
        ("told Frost CERT first", "Frost", "ORG", "Frost"),
        ("told FSN CERTAIN things", "FSN", "ORG", "FSN"),
    ],
)
def test_clean(text: str, given: str, label: str, name: str) -> None:
    assert cleaned(text, given, label) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It grew. The Ice Council reports yearly.", "Ice Council"),
        ("It grew.\nThe Ice Council reports yearly.", "Ice Council"),
        ("as the Ice Council reports", "Ice Council"),
        ("written for The Ice Courier reports", "The Ice Courier"),
        ("Hosts:\nThe Ice Council\n", "The Ice Council"),
    ],
)
def test_article_before_a_body_of_the_page(text: str, name: str) -> None:
    start = text.lower().index("the ice")
    end = start + len("The Ice Co") + len(text[start + len("The Ice Co") :].split()[0])
    result = clean(text, Candidate(start, end, "ORG", "roster"))
    assert result is not None
    assert text[result.start : result.end] == name


def test_nothing_left() -> None:
    assert cleaned("see (…) here", "(…)") is None


@pytest.mark.parametrize(
    ("name", "left"),
    [("NGO Frost University", "Frost University"), ("NGO Forum on Ice", "NGO Forum on Ice"), ("NGO Watch", "NGO Watch")],
)
def test_the_kind_before_a_name(name: str, left: str) -> None:
    assert cleaned(name, name, rule="rule") == left


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Frosta-funded Ice Justice Initiative", "Ice Justice Initiative"),
        ("Gramsund-based Ice Hub", "Ice Hub"),
        ("EU-supported Frost Network", "Frost Network"),
        ("Knowledge-Based Ice Network", "Knowledge-Based Ice Network"),
    ],
)
def test_who_pays_stands_before_the_name(name: str, left: str) -> None:
    assert cleaned(f"with the {name} and", name, rule="rule") == left
