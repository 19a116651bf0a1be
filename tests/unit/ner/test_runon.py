"""Names by form do not run on into a person who is joined to them."""

from __future__ import annotations

import pytest

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.runon import without_people


@pytest.mark.parametrize(
    ("text", "person", "left"),
    [
        ("the Ice Agency of Norway and Ann Lee of the University of Oslo", "Ann Lee", "Ice Agency of Norway"),
        ("the Ice Agency of Norway, Ann Lee (Frostwork) Fund", "Ann Lee", "Ice Agency of Norway"),
        ("Ann and Bob Lee Foundation", "Bob Lee", "Ann and Bob Lee Foundation"),
        ("the Institute of Ann Lee of Norway", "Ann Lee", "the Institute of Ann Lee of Norway"),
        ("Agency of Norway and Lee of Oslo", "Lee", "Agency of Norway and Lee of Oslo"),
    ],
)
def test_cut_before_people(text: str, person: str, left: str) -> None:
    start = text.index("Ice") if "Ice" in text else 0
    body = Candidate(start, len(text), "ORG", "rule")
    who = Candidate(text.index(person), text.index(person) + len(person), "PERSON", "model")
    cut = next(c for c in without_people(text, [body, who]) if c.label == "ORG")
    assert text[cut.start : cut.end] == left


def test_other_sources_stay() -> None:
    text = "Ice Agency of Norway and Ann Lee of the University of Oslo"
    body = Candidate(0, len(text), "ORG", "roster")
    who = Candidate(text.index("Ann"), text.index("Ann") + 7, "PERSON", "model")
    assert list(without_people(text, [body, who])) == [body, who]
