from __future__ import annotations

import pytest

from igf_extract.ner.beside import beside_people
from igf_extract.ner.candidate import Candidate


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee of Frostwork said", "Frostwork"),
        ("Ann Lee (Frost Weekly) said", "Frost Weekly"),
        ("Ann Lee, of the House of Ice, said", "House of Ice"),
        ("Ann Lee of Kenya said", None),
        ("Ann Lee (Civil Society) said", None),
        ("Ann Lee (Director) said", None),
        ("Ann Lee (chair) said", None),
        ("Ann Lee of all people", None),
    ],
)
def test_behind_a_person(text: str, name: str | None) -> None:
    found = [text[c.start : c.end] for c in beside_people(text, [Candidate(0, 7, "PERSON", "model")])]
    assert found == ([] if name is None else [name])
