"""What single pieces look like: names, bodies, offices."""

from __future__ import annotations

import pytest

from igf_extract.parsing.people import looks_like_organization, looks_like_person_name
from igf_extract.parsing.people.person import without_honorifics
from igf_extract.parsing.people.shape import title_score
from igf_extract.parsing.people.split import split_office
from igf_extract.vocab.load import read_data


def test_examples_of_the_word_lists() -> None:
    for example in read_data("job_words.toml")["examples"]:
        assert [text for text in example["fires"] if title_score(text) < 0.5] == []
        assert [text for text in example["silent"] if title_score(text) >= 0.5] == []
    for example in read_data("organization_words.toml")["examples"]:
        assert [text for text in example["fires"] if not looks_like_organization(text)] == []
        assert [text for text in example["silent"] if looks_like_organization(text)] == []


@pytest.mark.parametrize(
    "text",
    ["María Inés Veiga", "Prof. Ada Lindt", "KOFI ANANE", "柳 晓梅", "Emma Hall", "Anne-Marie O’Neill", "Jan van der Berg"],
)
def test_names(text: str) -> None:
    assert looks_like_person_name(text)


@pytest.mark.parametrize(
    "text", ["Ministry of Justice", "Civil Society", "Round Table", "Oxfam Ireland", "UNESCO", "Policy Director", "room 12", "a", "Kenya"]
)
def test_no_names(text: str) -> None:
    assert not looks_like_person_name(text)


@pytest.mark.parametrize(
    ("text", "start", "kept"),
    [
        ("Dr. Ana Ruiz", 4, ()),
        ("H.E. Mr Ana Ruiz", 8, ()),
        ("Hon. Ana Ruiz", 5, ("Hon.",)),
        ("Ministre des Postes", 0, ()),
        ("Ana Ruiz", 0, ()),
        ("ME Ruiz", 0, ()),
    ],
)
def test_honorifics(text: str, start: int, kept: tuple[str, ...]) -> None:
    assert without_honorifics(text) == (start, kept)


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Head of Policy at Foo", "Head of Policy", "Foo"),
        ("CEO of the Pacific Names Foundation", "CEO", "Pacific Names Foundation"),
        ("UNESCO’s Deputy Director for Communication", "Deputy Director for Communication", "UNESCO"),
        ("CTU Secretary", "Secretary", "CTU"),
        ("Turku Law School Board member", "Board member", "Turku Law School"),
        ("Professor at Foo University and President of Bar", "Professor", "Foo University"),
        ("directrice de l’Agence des noms", "directrice", "Agence des noms"),
    ],
)
def test_offices_and_their_bodies(text: str, title: str, body: str) -> None:
    split = split_office(text)
    assert split is not None
    assert (text[split.title_start : split.title_end], text[split.body_start : split.body_end]) == (title, body)


@pytest.mark.parametrize(
    "text",
    [
        "Director for Partnerships",
        "Minister of ICT",
        "Member of Parliament",
        "Senior Lecturer",
        "Names Council",
        "Ambassador of Chile to the UN",
    ],
)
def test_offices_without_a_body(text: str) -> None:
    assert split_office(text) is None
