from __future__ import annotations

import pytest

from igf_extract.ner.beside import acronyms_behind, beside_people, bodies_of_people, in_a_row
from igf_extract.ner.candidate import Candidate


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee of Frostwork said", "Frostwork"),
        ("Ann Lee (Frost Weekly) said", "Frost Weekly"),
        ("Ann Lee, of the House of Ice, said", "House of Ice"),
        ("Ann Lee of the Frost Kitchen. About sixty", "Frost Kitchen"),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Autorité des lacs (PLRA) du", "PLRA"),
        ("Autorité des lacs, (PLRA)", "PLRA"),
        ("Autorité des lacs (UniLac) a", None),
        ("Autorité des lacs (USA)", None),
        ("Autorité des lacs (2019)", None),
        ("Autorité des lacs (GRULAC)", None),
        ("Autorité des lacs a (PLRA)", None),
    ],
)
def test_an_acronym_behind_a_body(text: str, name: str | None) -> None:
    found = [text[c.start : c.end] for c in acronyms_behind(text, [Candidate(0, 17, "ORG", "rule")])]
    assert found == ([] if name is None else [name])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("firms such as Frostwork, Icelo and MarkerCo, which", ["Frostwork", "Icelo"]),
        ("between MarkerCo and Icelo.", ["Icelo"]),
        ("It grew. Meta, MarkerCo, and Icelo came", ["Icelo", "Meta"]),
        ("It grew. Reportedly, MarkerCo, and Icelo came", ["Icelo"]),
        ("from MarkerCo, Icelo or Frostwork (both sold)", ["Icelo", "Frostwork"]),
        ("MarkerCo and Kenya agreed", []),
        ("for Zelba Fasel and MarkerCo.", []),
        ("MarkerCo and Regulators agreed", []),
        ("MarkerCo and Lee agreed", []),
        ("MarkerCo and Swedish firms", []),
        ("MarkerCo and Icelo Marsh agreed", []),
        ("MarkerCo, 2019, and the rest", []),
        ("Yesterday MarkerCo and the Icelo", []),
    ],
)
def test_in_a_row(text: str, names: list[str]) -> None:
    at = text.index("MarkerCo")
    found = in_a_row(text, [Candidate(at, at + 8, "ORG", "model")], frozenset({"lee"}))
    assert sorted(text[c.start : c.end] for c in found) == sorted(names)


def test_a_row_without_end() -> None:
    text = "MarkerCo" + ", Icelo" * 5000
    assert len(list(in_a_row(text, [Candidate(0, 8, "ORG", "model")], frozenset()))) == 5000


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ann Lee of Frosta Nordic", "ORG"),
        ("Ann Lee of Maria Nordic", "ORG"),
        ("Ann Lee from the Frosta Nordic", "ORG"),
        ("Ann Lee (Frosta Nordic)", "ORG"),
        ("Ann Lee from Maria Nordic", "PERSON"),
        ("Ann Lee and Frosta Nordic", "PERSON"),
    ],
)
def test_whom_a_person_belongs_to_is_no_person(text: str, label: str) -> None:
    second = " ".join(text.rstrip(")").split(" ")[-2:]).lstrip("(")
    at = text.index(second)
    people = [Candidate(0, 7, "PERSON", "roster"), Candidate(at, at + len(second), "PERSON", "model")]
    assert [c.label for c in bodies_of_people(text, people)] == ["PERSON", label]
