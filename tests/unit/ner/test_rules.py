"""Every rule of data/entity_rules.toml against its own examples."""

from __future__ import annotations

import time

import pytest

from igf_extract.ner.rules import Rule, compile_pattern, rule_candidates, rules
from igf_extract.ner.starters import plain_starters

EVERY = [pytest.param(rule, id=rule.id) for rule in rules()]


@pytest.mark.parametrize("rule", EVERY)
def test_fires(rule: Rule) -> None:
    assert rule.fires, "an example is needed"
    for text, name in rule.fires:
        assert name in [text[a:b] for a, b in rule.matches(text)], text


@pytest.mark.parametrize("rule", EVERY)
def test_stays_silent(rule: Rule) -> None:
    assert rule.silent, "a counter-example is needed"
    for text in rule.silent:
        assert not [text[a:b] for a, b in rule.matches(text)], text


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in rules()]
    assert len(ids) == len(set(ids))


def test_cut_before_a_known_name() -> None:
    text = "the Ministry of Justice and Microsoft agreed"
    cut = frozenset({text.index("Microsoft")})
    assert [text[c.start : c.end] for c in rule_candidates(text, 0, cut)] == ["Ministry of Justice"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Ministry of Ice and the Ministry of Snow met", {"Ministry of Ice", "Ministry of Snow"}),
        ("the Ministry of Posts and the Digital Economy met", {"Ministry of Posts and the Digital Economy"}),
        ("the Agency for Ice, Bosnia and Herzegovina", {"Agency for Ice"}),
        ("the Ministry of Ice, Snow and Rain met", {"Ministry of Ice, Snow and Rain"}),
        ("the University of Lublin and Frostwork met", {"University of Lublin"}),
        ("the University of Lublin and College of Snow met", {"University of Lublin and College of Snow"}),
    ],
)
def test_a_second_name_behind(text: str, names: set[str]) -> None:
    assert {text[c.start : c.end] for c in rule_candidates(text, 0, frozenset())} == names


def test_optional_word_at_either_end() -> None:
    assert compile_pattern("[the] Bank", {}).startswith("(?:the")
    assert compile_pattern("Bank [of]", {}).endswith(")?")


@pytest.mark.parametrize("piece", ["Aa of ", "Ministry of A and ", "A, ", "Foundation ", "Universidad de la "])
def test_hostile_text_takes_no_time(piece: str) -> None:
    began = time.process_time()
    list(rule_candidates(piece * 4000, 0, frozenset()))
    assert time.process_time() - began < 20


def test_patterns_are_small() -> None:
    """So that compiling them stays cheap."""
    assert sum(len(rule.pattern.pattern) for rule in rules()) < 80_000


def test_starters_lose_their_capital_only() -> None:
    text = "The Ministry, In Theory: THE Then's"
    assert plain_starters(text) == "the Ministry, in Theory: THE then's"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the African Network  Operators Group will", "African Network  Operators Group"),
        ("the Ministry  of Post and Ice, which", "Ministry  of Post and Ice"),
        ("the Frost   Operators Group will", "Operators Group"),
        ("the Frost Publishers Association of August 2023", "Frost Publishers Association"),
        ("the Ministry of March and April", "Ministry of March and April"),
    ],
)
def test_two_blanks_and_months(text: str, name: str) -> None:
    assert name in [c.of(text) for c in rule_candidates(text, 0, frozenset())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "of the University of Gramsund, Frosta Ice University, and Nordia Council came",
            ["University of Gramsund", "Frosta Ice University"],
        ),
        ("the Ministry of Information, Press and Broadcasting came", ["Ministry of Information, Press and Broadcasting"]),
        ("the Committee on Research, University and Libraries came", ["Committee on Research, University and Libraries"]),
    ],
)
def test_the_next_body_of_a_list_is_no_field(text: str, names: list[str]) -> None:
    assert set(names) <= {c.of(text) for c in rule_candidates(text, 0, frozenset())}


def test_a_list_of_bodies_is_cut_at_its_first_comma() -> None:
    text = "the Ministry of Ice, Frostwork and Google have"
    found = [c.of(text) for c in rule_candidates(text, 0, frozenset({text.index("Google")}))]
    assert found == ["Ministry of Ice"]
