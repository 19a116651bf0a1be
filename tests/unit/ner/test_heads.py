from __future__ import annotations

import pytest

from igf_extract.ner.heads import head_candidates
from igf_extract.ner.words import words_of


def _found(text: str) -> list[str]:
    return [c.of(text) for c in head_candidates(text, words_of(text), 0)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a visit of Fundacja Cichy Port in Gramsund", "Fundacja Cichy Port"),
        ("with Fondatsia Otvoren Frost in Pernik", "Fondatsia Otvoren Frost"),
        ("Stowarzyszenie Ludzi na Lodzie asked", "Stowarzyszenie Ludzi na Lodzie"),
        ("la Cellule Norda Zolimo a", "Cellule Norda Zolimo"),
        ("de la Universitat Pompeu Frosta habla", "Universitat Pompeu Frosta"),
        ("auprès du Centre Frostia, à Lund", "Centre Frostia"),
        ("do Movimento Sem Gelo, que", "Movimento Sem Gelo"),
        ("with the Frosta Mahila Parishad. Almost", "Frosta Mahila Parishad"),
        ("the National Frost Safeline in", "National Frost Safeline"),
        ("the Tonga Frost Services could", "Tonga Frost Services"),
        ("The Kenya Ice Classification Board has", "Kenya Ice Classification Board"),
        ("the South African Frost Archives hold", "South African Frost Archives"),
        ("Frosta Ice Derneği replied", "Frosta Ice Derneği"),
        ("Yayasan Air Frosta runs", "Yayasan Air Frosta"),
    ],
)
def test_a_kind_before_or_behind(text: str, name: str) -> None:
    assert _found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "la cellule Norda",
        "Centre Stage was dark",
        "el Centro Comercial abrió",
        "del Movimiento Africano",
        "the hotline of Frosta",
        "La Cellule a réuni",
        "a Helpline for all",
        "the Mission of Frosta",
        "la Casa Ana",
        "the Essential Digital Services",
        "the Advisory Board",
        "the Kenyan Police",
        "",
    ],
)
def test_no_kind(text: str) -> None:
    assert _found(text) == []
