from __future__ import annotations

import pytest
from tests.unit.ner.guesses import guess

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.pairs import with_first_half, with_second_half, with_whom_it_serves


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("by the Free and Fair Frost Network, which", "Fair Frost Network", "Free and Fair Frost Network"),
        ("The Maria and Linda Frost Foundation said", "Linda Frost Foundation", "Maria and Linda Frost Foundation"),
        ("the Frostish Charities and Nonprofits Commission", "Nonprofits Commission", "Frostish Charities and Nonprofits Commission"),
        ("of the Postal and Telegraphs Authority.", "Telegraphs Authority", "Postal and Telegraphs Authority"),
        ("at Kenya's Water and Land Office.", "Land Office", "Water and Land Office"),
        ("the Small & Medium Ports Union", "Medium Ports Union", "Small & Medium Ports Union"),
        ("the Parliament and Frost Council", "Frost Council", "Frost Council"),
        ("the Danish and Small Ports Union", "Small Ports Union", "Small Ports Union"),
        ("the ITU and Small Ports Union", "Small Ports Union", "Small Ports Union"),
        ("of Water and Land Office", "Land Office", "Land Office"),
        ("the Xylo and Quark Office", "Quark Office", "Quark Office"),
    ],
)
def test_a_name_of_two_halves(text: str, name: str, whole: str) -> None:
    start = text.index(name)
    [body] = with_first_half(text, [Candidate(start, start + len(name), "ORG", "rule")])
    assert text[body.start : body.end] == whole


def test_what_is_a_name_already_is_no_half() -> None:
    text = "the Water and Land Office"
    chosen = [Candidate(4, 9, "ORG", "roster"), Candidate(14, 25, "ORG", "rule")]
    assert list(with_first_half(text, chosen)) == chosen


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("the Acaciel & Security said", "Acaciel", "Acaciel & Security"),
        ("the Acaciel & Velmora said", "Acaciel", "Acaciel"),
        ("the Acaciel & Security Fund", "Acaciel", "Acaciel"),
    ],
)
def test_a_field_behind_an_ampersand(text: str, name: str, whole: str) -> None:
    (found,) = with_second_half(text, [guess(text, name)])
    assert text[found.start : found.end] == whole


@pytest.mark.parametrize(
    ("first", "name", "whole"),
    [
        ("Driver", "Vehicle Licensing Authority", "Driver and Vehicle Licensing Authority"),
        ("Kenya Newspaper Publishers", "Editors Association", "Kenya Newspaper Publishers and Editors Association"),
        ("Water", "Land Office", "Water and Land Office"),
    ],
)
def test_a_guess_at_the_first_half_is_part_of_the_name(first: str, name: str, whole: str) -> None:
    text = f"for the {first} and {name} in"
    found = list(with_first_half(text, [guess(text, first), guess(text, name, rule="rule")]))
    assert [c.of(text) for c in found] == [whole]


@pytest.mark.parametrize("first", ["Frostwork", "Frost Institute", "ITU"])
def test_a_guess_that_is_no_half_stays(first: str) -> None:
    text = f"for the {first} and Small Ports Union in"
    chosen = [guess(text, first), guess(text, "Small Ports Union", rule="rule")]
    assert list(with_first_half(text, chosen)) == chosen


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("of National Ports for the Blind came", "National Ports", "National Ports for the Blind"),
        ("the Frost Fund for the Arts.", "Frost Fund", "Frost Fund for the Arts"),
        ("the Frost Fund for the Deaf Choir", "Frost Fund", "Frost Fund"),
        ("the Frost Fund for the report", "Frost Fund", "Frost Fund"),
        ("asked Frostwork for the Arts", "Frostwork", "Frostwork"),
    ],
)
def test_whom_a_body_serves(text: str, name: str, whole: str) -> None:
    (found,) = with_whom_it_serves(text, [guess(text, name)])
    assert text[found.start : found.end] == whole
