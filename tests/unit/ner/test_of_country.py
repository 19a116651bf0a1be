from __future__ import annotations

import pytest
from tests.unit.ner.guesses import guess

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.of_country import behind_possessor, with_country, with_whole_place


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("La Subsecretaría de Lagos de Chile enviará", "Subsecretaría de Lagos", "Subsecretaría de Lagos de Chile"),
        ("the House of Frost Representatives of Ethiopia.", "House of Frost Representatives", "House of Frost Representatives of Ethiopia"),
        ("Ministry of Lakes of the Republic of Korea said", "Ministry of Lakes", "Ministry of Lakes of the Republic of Korea"),
        ("Ministry of Lakes of Gramsund", "Ministry of Lakes", "Ministry of Lakes"),
        ("Ministry of Lakes in Chile", "Ministry of Lakes", "Ministry of Lakes"),
        ("Frost Watch of Chile", "Frost Watch", "Frost Watch"),
        ("L'ARCEP du Mali et", "ARCEP", "ARCEP du Mali"),
        ("la CNIL de France", "CNIL", "CNIL de France"),
        ("l'ARCEP de Bamako", "ARCEP", "ARCEP"),
        ("the UIT du Mali", "UIT", "UIT"),
        ("the Commission de Protection des Lacs of Senegal", "Commission de Protection des Lacs", "Commission de Protection des Lacs"),
        ("the Instituto Polar de Portugal", "Instituto Polar de", "Instituto Polar de"),
    ],
)
def test_the_country_behind(text: str, name: str, whole: str) -> None:
    start = text.index(name)
    body = with_country(text, Candidate(start, start + len(name), "ORG", "roster"))
    assert text[body.start : body.end] == whole


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        ("Arquivo Polar of Brazil", "Arquivo Polar"),
        ("Autoridad Nacional del Hielo of Chile", "Autoridad Nacional del Hielo"),
        ("Frost Council of Kenya", "Frost Council of Kenya"),
        ("Museu da Neve of Gramsund", "Museu da Neve of Gramsund"),
    ],
)
def test_a_name_in_another_language_ends_before_of(name: str, shorter: str) -> None:
    for rule in ("model", "rule"):
        body = with_country(name, Candidate(0, len(name), "ORG", rule))
        assert name[body.start : body.end] == shorter


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("by Frost Bosnia and Herzegovina;", "Frost Bosnia", "Frost Bosnia and Herzegovina"),
        ("Frost Trinidad and Tobago met", "Frost Trinidad", "Frost Trinidad and Tobago"),
        ("Frost Bosnia and Lund met", "Frost Bosnia", "Frost Bosnia"),
    ],
)
def test_places_of_two_words(text: str, name: str, whole: str) -> None:
    found = with_whole_place(text, guess(text, name))
    assert text[found.start : found.end] == whole


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the United Kingdom's Ice Council", "Ice Council"),
        ("New Zealand's Ice Council", "Ice Council"),
        ("of Kenya's Ice Council", "Ice Council"),
        ("the Lund People's Bank", "People's Bank"),
    ],
)
def test_a_body_is_named_behind_its_country(text: str, left: str) -> None:
    start = text.rindex(" ", 0, text.index("'s")) + 1
    assert text[behind_possessor(text, start, len(text)) :] == left
