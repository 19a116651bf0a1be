from __future__ import annotations

import pytest

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.of_country import with_country


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("La Subsecretaría de Lagos de Chile enviará", "Subsecretaría de Lagos", "Subsecretaría de Lagos de Chile"),
        ("the House of Frost Representatives of Ethiopia.", "House of Frost Representatives", "House of Frost Representatives of Ethiopia"),
        ("Ministry of Lakes of the Republic of Korea said", "Ministry of Lakes", "Ministry of Lakes of the Republic of Korea"),
        ("Ministry of Lakes of Gramsund", "Ministry of Lakes", "Ministry of Lakes"),
        ("Ministry of Lakes in Chile", "Ministry of Lakes", "Ministry of Lakes"),
        ("Frost Watch of Chile", "Frost Watch", "Frost Watch"),
    ],
)
def test_the_country_behind(text: str, name: str, whole: str) -> None:
    start = text.index(name)
    body = with_country(text, Candidate(start, start + len(name), "ORG", "roster"))
    assert text[body.start : body.end] == whole
