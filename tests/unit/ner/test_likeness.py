from __future__ import annotations

import pytest
from tests.unit.ner.guesses import guess

from igf_extract.ner.candidate import PERSON, Candidate
from igf_extract.ner.likeness import is_degree, is_generic_with_article, is_title_of_work, is_venue, names_a_body
from igf_extract.ner.words import words_of


@pytest.mark.parametrize(
    ("name", "is_body"),
    [
        ("Frost Courier", True),
        ("Ensemble El Frostja", True),
        ("Banca Frost", True),
        ("Signa Caucasus", True),
        ("Conexão El Salvador", True),
        ("Wikimédia Côte d'Ivoire", True),
        ("Ruedas del Norte", True),
        ("Vanuatu FRBR", True),
        ("Farmacia Lund A.C", True),
        ("Lund Frosta GmbH", True),
        ("Lund Frosta d.o.o", True),
        ("Lund Agar", False),
        ("Maria del Norte", False),
        ("Amina Jordan", False),
        ("Peter Kenya", False),
        ("Yaovel Atoun", False),
        ("Frost", False),
    ],
)
def test_a_body_that_looks_like_a_person(name: str, is_body: bool) -> None:
    assert names_a_body(name, Candidate(0, len(name), PERSON, "model")) is is_body


@pytest.mark.parametrize(
    ("name", "found"),
    [("Gramsund Congress Centre", True), ("Avenue de Frost", True), ("Hotel Frost", True), ("Frost Centre", False), ("Expo Center", True)],
)
def test_venues(name: str, found: bool) -> None:
    assert is_venue(words_of(name)) is found


@pytest.mark.parametrize(("name", "found"), [("Máster en Derecho, Hielo", True), ("Doctora en Hielo", True), ("Frost en Hielo", False)])
def test_degrees(name: str, found: bool) -> None:
    assert is_degree(words_of(name)) is found


@pytest.mark.parametrize(("name", "found"), [("El Comité", True), ("La Dra", True), ("La Frost", False), ("Comité Frost", False)])
def test_a_common_noun_with_its_article(name: str, found: bool) -> None:
    assert is_generic_with_article(words_of(name)) is found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Rethinking Trust", True),
        ("Enabling Frost Cooperation on Ice", True),
        ("Organizing Partners", True),
        ("Bridging Gaps Foundation", False),
        ("Frost Trust", False),
    ],
)
def test_titles_begin_with_what_is_done(name: str, found: bool) -> None:
    assert is_title_of_work(words_of(name)) is found


@pytest.mark.parametrize(
    ("text", "name", "is_body"),
    [
        ("resolved by Frostal Names at ten", "Frostal Names", True),
        ("and Ayeyar Towers is asked", "Ayeyar Towers", True),
        ("lent by Velmora FM in May", "Velmora FM", True),
        ("the Velmora Ayeyar has asked", "Velmora Ayeyar", True),
        ("of the Frostal Ayeyar.", "Frostal Ayeyar", True),
        ("Farmacia Velmora A.C. will", "Farmacia Velmora A.C.", True),
        ("the Velmora Ayeyar award", "Velmora Ayeyar", False),
        ("said Velmora Rivers at ten", "Velmora Rivers", False),
        ("said Maria Towers at ten", "Maria Towers", False),
        ("said Velmora Ayeyar at ten", "Velmora Ayeyar", False),
    ],
)
def test_things_are_no_people(text: str, name: str, is_body: bool) -> None:
    assert names_a_body(text, guess(text, name, PERSON)) is is_body
