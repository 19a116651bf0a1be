from __future__ import annotations

import pytest

from igf_extract.ner.acronyms import definitions


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            "the European Union Agency for Network and Information Security (EUANIS) asked",
            "European Union Agency for Network and Information Security",
        ),
        ("de la Organización de los Estados Americanos (OEA), propuso", "Organización de los Estados Americanos"),
        ("by the Youth-Led Archive Network (YLAN)", "Youth-Led Archive Network"),
        ("la FAPH (Fondation Africaine des Ports d'Hiver), ce", "Fondation Africaine des Ports d'Hiver"),
        ("IOGA (Ice and Open Gate Association) and", "Ice and Open Gate Association"),
        ("the Dynamic Coalition on Local Content (DCLC)", "Dynamic Coalition on Local Content"),
    ],
)
def test_initials_agree(text: str, form: str) -> None:
    assert [text[slice(*d.form)] for d in definitions(text)] == [form]


@pytest.mark.parametrize(
    "text",
    [
        "WHO (Another Thing Entirely) came",
        "ABC (this is small)",
        "many people (WHO) came",
        "the Open Forum (XYZ)",
        "(UN)",
        "Main Hall (A)",
        "it grew (a lot)",
        "",
    ],
)
def test_no_definition(text: str) -> None:
    assert not list(definitions(text))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            "la Cellule Norda Zolimo pour le journalisme de port en Afrique de l'ouest (CENOZO) avec",
            "Cellule Norda Zolimo pour le journalisme de port en Afrique de l'ouest",
        ),
        (
            "com a Coordenação Nacional de Articulação dos Quadros do Lago (Conaq).",
            "Coordenação Nacional de Articulação dos Quadros do Lago",
        ),
        ("a Secretaria Nacional de Energia Salina (Senaes), que", "Secretaria Nacional de Energia Salina"),
        ("the Nordic and Caribbean ccTLD Organization (NCTLD) held", "Nordic and Caribbean ccTLD Organization"),
        (
            "du Groupe Intergouvernemental d'Action contre le Gel d'Avril (GIAGA)",
            "Groupe Intergouvernemental d'Action contre le Gel d'Avril",
        ),
        ("the Norse International Dike Cooperation Agency (Nida)", "Norse International Dike Cooperation Agency"),
        ("the Global Open Ice for Ports and Navigation initiative (GOIPAN) to", "Global Open Ice for Ports and Navigation"),
        ("the National Ice and Salt Administration's (NISA) office", "National Ice and Salt Administration"),
    ],
)
def test_syllables_agree(text: str, form: str) -> None:
    assert [text[slice(*d.form)] for d in definitions(text)] == [form]


@pytest.mark.parametrize(
    "text",
    [
        "the Higher School of Ice (Moscow)",
        "the Frost Council and its Chair (Lund)",
        "the Ice Society of Norway (Online)",
        "the Network for the Third Sector. In Towns (Nettito)",
        "a meeting in Northern Icelandic Salt Areas of ports (Ports)",
    ],
)
def test_no_syllables(text: str) -> None:
    assert not list(definitions(text))
