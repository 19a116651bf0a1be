from __future__ import annotations

import pytest

from igf_extract.ner.given import given_name_candidates
from igf_extract.ner.words import words_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("edited by Maria Obanda-Lis.", ["Maria Obanda-Lis"]),
        ("Anna van der Lis and Peter K. Moss came", ["Anna van der Lis", "Peter K. Moss"]),
        ("Where is Patrick Brannigan MEP?", ["Patrick Brannigan"]),
        ("les révélations d'Edward Frosten.", ["Edward Frosten"]),
        ("chaired by Joseph Lorenzo Hall, Frost", ["Joseph Lorenzo Hall"]),
        ("by Andrew To'imoana, Frost", ["Andrew To'imoana"]),
        ("It ended. Peter Frosten spoke", ["Peter Frosten"]),
        ("Pedro Frost y Claudia Ruiz, de", ["Pedro Frost", "Claudia Ruiz"]),
        ("Según Beatriz Frost, de", ["Beatriz Frost"]),
        ("Segun Frosten, from", ["Segun Frosten"]),
        ("de Lucía Frosta de Derechos Digitales y", ["Lucía Frosta"]),
        ("Pedro Frosta de SES a commencé", ["Pedro Frosta"]),
        ("Pedro Frosta da Universidade", ["Pedro Frosta"]),
        ("PEDRO FROSTA DE LUND", ["PEDRO FROSTA DE LUND"]),
        ("Pedro Frosta de Lund", ["Pedro Frosta de Lund"]),
        ("la Rosa N. La gente", []),
        ("Pedro N. La Torre", ["Pedro N. La Torre"]),
        ("at Victoria Hall", []),
        ("by Victoria Rural Finance", []),
        ("from Maria Logistics", []),
        ("Maria came", []),
        ("the Maria Institute", []),
        ("Santa Maria Bay", []),
        ("Martin University", []),
        ("maria silva", []),
    ],
)
def test_full_names_by_given_name(text: str, names: list[str]) -> None:
    assert [text[c.start : c.end] for c in given_name_candidates(words_of(text), 0)] == names
