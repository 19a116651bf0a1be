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
