from __future__ import annotations

import pytest

from igf_extract.ner.doers import doer_candidates


def _found(text: str) -> list[str]:
    return [c.of(text) for c in doer_candidates(text, 0)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ancienne directrice du Gelsti, a parlé", "Gelsti"),
        ("o presidente do Gelaprev, Ana Lund, falou", "Gelaprev"),
        ("Ana Lund (Sócia da FrostSelf) veio", "FrostSelf"),
        ("coordinadora de FRODEL habló", "FRODEL"),
        ("coordinateur chez Gelsti, a dit", "Gelsti"),
        ("hosted by Frostnet, with", "Frostnet"),
        ("adopted by Copa-Frosta and eight others", "Copa-Frosta"),
        ("um painel promovido pelo Gelonet.", "Gelonet"),
        ("porté par Gelsulab et par d'autres", "Gelsulab"),
        ("financé par le FRODEL en 2019", "FRODEL"),
    ],
)
def test_behind_posts_and_verbs_of_doing(text: str, name: str) -> None:
    assert _found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "la presidenta de la República, dijo",
        "el director del Departamento, dijo",
        "membro da Sociedade, disse",
        "directeur du Numérique, a dit",
        "représentant du Togo, a dit",
        "supported by Ana, who",
        "hosted by Ana Lund, who",
        "funded by Kenya, which",
        "realizado pela Assembleia, que",
        "organised by Volunteers, as volunteers do",
        "directora de Comunicaciones, dijo",
        "hosted by frostnet",
    ],
)
def test_no_body(text: str) -> None:
    assert _found(text) == []
