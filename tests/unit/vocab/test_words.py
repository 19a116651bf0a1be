"""Word lists about people: well-known bodies, honorifics, given names, words that no name holds."""

from __future__ import annotations

from igf_extract.vocab.load import read_data
from igf_extract.vocab.words import (
    given_names,
    honorifics,
    is_known_organization,
    job_links,
    job_words,
    never_in_names,
    organization_words,
    placeholder_words,
)


def test_known_bodies() -> None:
    assert is_known_organization("Internet Society")
    assert is_known_organization("the Internet Society")
    assert is_known_organization("UNESCO")
    assert not is_known_organization("Names Council of Turku")


def test_short_acronyms_need_their_capitals() -> None:
    assert is_known_organization("FIRST")
    assert not is_known_organization("First")


def test_a_given_name_is_never_a_word_that_no_name_holds() -> None:
    assert not given_names() & never_in_names()


def test_offices_and_bodies_share_no_certain_word() -> None:
    certain = job_words("heads") - job_words("doubtful")
    assert certain & organization_words() <= {"secretaria", "registrar"}


def test_lists_are_folded_and_longest_first() -> None:
    assert all(word == word.lower() for word in honorifics("dropped") | job_words("heads"))
    lengths = [len(link) for link in job_links("body")]
    assert lengths == sorted(lengths, reverse=True)
    assert {"dropped", "title"} <= set(read_data("honorifics.toml"))
    assert not honorifics("dropped") & honorifics("title")
    assert "tbd" in placeholder_words("begins")
