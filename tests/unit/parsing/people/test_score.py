"""Sentences of a report that begin with a person are no lines of people."""

from __future__ import annotations

import pytest

from igf_extract.parsing.people import person_line_score

_REPORTED = (
    "Mr Luis Paz (Research Fellow, Institute for Tea, Tarn) presented figures from nine countries.",
    "Ms Keti Baria, Adviser, Velm Council, noted that no kettle is safe and no keeper is heard.",
    "Mme Ana Ruiz (directrice, Conseil de Velm) a rappelé que les bouilloires de la région sont vieilles.",
)
_LISTED = (
    "Mr Luis Paz, Research Fellow, Institute for Tea, Velm Council, Civil Society, WEOG.",
    "Ms Keti Baria (Adviser, Velm Council)",
    "Ana Ruiz (Tarn Council), Luis Paz (Velm Council) and Keti Baria (Institute for Tea).",
)


@pytest.mark.parametrize("text", _REPORTED)
def test_what_a_person_said_is_prose(text: str) -> None:
    assert person_line_score(text) < 0.5


@pytest.mark.parametrize("text", _LISTED)
def test_lists_are_people(text: str) -> None:
    assert person_line_score(text) >= 0.5
