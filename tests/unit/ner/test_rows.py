from __future__ import annotations

import pytest

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.rows import names_in_rows

_KNOWN = ("Frostwork", "MarkerCo", "Ice Foundation")


def _found(text: str) -> list[str]:
    known = sorted((text.find(name), name) for name in _KNOWN if name in text)
    chosen = [Candidate(at, at + len(name), "ORG", "rule") for at, name in known]
    return [c.of(text) for c in names_in_rows(text, chosen)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("from Frostwork, MarkerCo, and GL Zelbo, as well as", "GL Zelbo"),
        ("from Frostwork, Zelbo Kab and MarkerCo in turn", "Zelbo Kab"),
        ("the Ice Foundation, Zelbo Nordh, and the Frostwork", "Zelbo Nordh"),
        ("de Frostwork, MarkerCo et Zelbo Mer.", "Zelbo Mer"),
        ("da Frostwork, da MarkerCo, do Gelavits e", "Gelavits"),
        ("collected by Zelbometer, MarkerCo and Frostwork", "Zelbometer"),
        ("l'Frostwork, la Zelbodit, et l'MarkerCo", "Zelbodit"),
        ("Frostwork and MarkerCo, Zelbo Kab Lund)", "Zelbo Kab Lund"),
    ],
)
def test_a_row(text: str, name: str) -> None:
    assert _found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Frostwork and Zelbo Kab agreed",
        "Frostwork, MarkerCo and Ana Zelbo agreed",
        "Frostwork, MarkerCo and New Zealand agreed",
        "Frostwork, Burkina Faso and MarkerCo",
        "Frostwork, MarkerCo, and Public Policy matter",
        "Frostwork, MarkerCo and Zelbo Kab of Lund",
        "Frostwork, MarkerCo and Regulators agreed",
        "da Frostwork, da MarkerCo, do Brasil e",
        "In Autumn, MarkerCo and Frostwork",
        "Frostwork, MarkerCo. Zelbo Kab came",
        "Frostwork, MarkerCo and Chief Engineer came",
        "",
    ],
)
def test_no_row(text: str) -> None:
    assert _found(text) == []


def test_a_row_without_end() -> None:
    text = "Frostwork, MarkerCo" + ", Zelbo Kab" * 5000
    assert len(_found(text)) == 1
