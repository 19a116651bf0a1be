"""The word lists of who is who: no word in two places, no name of an unknown country."""

from __future__ import annotations

from collections import Counter

import pytest

from igf_extract.identity.body import TEXT
from igf_extract.identity.letters import plain
from igf_extract.identity.lexicon import bodies, names, places
from igf_extract.identity.person_score import RELATIONS
from igf_extract.identity.score import weights
from igf_extract.vocab.load import read_data


def doubles(words: list[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def test_a_word_translates_to_one_concept() -> None:
    table = read_data("body_words.toml")["concepts"]
    pairs = {(plain(word), head) for head, spelled in table.items() for word in (head, *spelled)}
    assert not doubles([word for word, _ in pairs])


def test_a_character_has_one_reading() -> None:
    assert not doubles([char for chars in read_data("names.toml")["pinyin"].values() for char in set(chars)])


def test_words_are_written_as_they_are_looked_up() -> None:
    data = read_data("names.toml")
    listed = [word for group in (*data["variants"]["groups"], *data["nicknames"]["groups"]) for word in group] + data["common"]["words"]
    assert [word for word in listed if plain(word) != word] == []


def test_cities_and_peoples_belong_to_countries_with_a_region() -> None:
    data = read_data("body_places.toml")
    regions = {code for codes in data["regions"].values() for code in codes.split()}
    assert {*data["cities"], *data["peoples"]} <= regions
    assert not doubles([code for codes in data["regions"].values() for code in codes.split()])


@pytest.mark.parametrize(
    ("text", "code"), [("Kenya", "KE"), ("NIGERIAN", "NG"), ("Addis Ababa", "ET"), ("Bénin", "BJ"), ("Atlantis", None)]
)
def test_country_of_a_place(text: str, code: str | None) -> None:
    assert places().country(text) == code


def test_compounds_are_made_of_concepts() -> None:
    lexicon = bodies()
    known = set(lexicon.concept.values())
    assert {part for parts in lexicon.compounds.values() for part in parts} - known <= {"space"}


def test_every_relation_has_a_weight() -> None:
    assert set(RELATIONS) <= set(weights("person").start)
    assert {*TEXT, "initials", "acronym"} <= set(weights("organization").start)


def test_nicknames_have_formal_names() -> None:
    assert "william" in names().formal_of["bill"]
