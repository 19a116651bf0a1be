"""A name that is guessed twice with different labels is one thing."""

from __future__ import annotations

import pytest

from igf_extract.ner.agree import agreed
from igf_extract.ner.candidate import ORG, PERSON, Candidate

NAME = "Frost Verde"


@pytest.mark.parametrize(
    ("given", "labels"),
    [
        ([("rule", ORG), ("model", PERSON)], [ORG, ORG]),
        ([("roster", ORG), ("model", PERSON), ("model", PERSON)], [ORG, ORG, ORG]),
        ([("given_name", PERSON), ("model", ORG)], [PERSON, PERSON]),
        ([("model", ORG), ("model", ORG), ("model", PERSON)], [ORG, ORG, ORG]),
        ([("model", ORG), ("model", PERSON)], [ORG, PERSON]),
        ([("rule", ORG), ("given_name", PERSON), ("model", PERSON)], [ORG, PERSON, PERSON]),
    ],
)
def test_labels_of_one_name(given: list[tuple[str, str]], labels: list[str]) -> None:
    text = " ".join([NAME] * len(given))
    step = len(NAME) + 1
    chosen = [[Candidate(i * step, i * step + len(NAME), label, rule)] for i, (rule, label) in enumerate(given)]
    assert [c.label for paragraph in agreed(text, chosen) for c in paragraph] == labels


def test_another_name_stays() -> None:
    text = "Frost Verde Lund"
    chosen = [[Candidate(0, 11, ORG, "rule"), Candidate(12, 16, PERSON, "model")]]
    assert agreed(text, chosen) == chosen
