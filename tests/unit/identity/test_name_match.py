"""Pairs of names from the case table, and what must hold for every pair."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igf_extract.identity.name_match import block_keys, relate
from igf_extract.identity.person_name import PersonName, read_name
from igf_extract.vocab.load import read_data

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "name_pairs.toml").read_text(encoding="utf-8"))["pairs"]
NAMES = sorted({case[side] for case in CASES for side in ("a", "b")})


def read(written: str) -> PersonName:
    name = read_name(written)
    assert name is not None, written
    return name


@pytest.mark.parametrize("case", CASES, ids=[f"{case['a']} / {case['b']}" for case in CASES])
def test_pair(case: dict[str, object]) -> None:
    found = relate(read(str(case["a"])), read(str(case["b"])))
    assert (found is not None) == case["same"], case["why"]


def test_enough_cases_of_both_sorts() -> None:
    assert len(CASES) >= 120
    assert sum(not case["same"] for case in CASES) >= 35


def test_relation_is_symmetric() -> None:
    for a, b in product(NAMES, NAMES):
        there, back = relate(read(a), read(b)), relate(read(b), read(a))
        assert (there is None) == (back is None), (a, b)
        if there and back:
            assert (there.kind, there.a_covers, there.b_covers) == (back.kind, back.b_covers, back.a_covers), (a, b)


def test_names_that_relate_share_a_block() -> None:
    for case in CASES:
        if case["same"]:
            assert block_keys(read(str(case["a"]))) & block_keys(read(str(case["b"]))), case


def test_every_name_is_itself() -> None:
    for written in NAMES:
        relation = relate(read(written), read(written))
        assert relation is not None and relation.kind == "same", written


@pytest.mark.parametrize("section", ["honorifics", "particles", "suffixes", "abbreviations", "variants", "nicknames"])
def test_examples_of_the_word_lists(section: str) -> None:
    examples = read_data("names.toml")[section]
    for a, b in examples["fires"]:
        assert relate(read(a), read(b)), (a, b)
    for a, b in examples["silent"]:
        assert relate(read(a), read(b)) is None, (a, b)


def test_a_longer_name_covers_a_shorter_one() -> None:
    relation = relate(read("Greta Holm Sandvik"), read("Greta Holm"))
    assert relation is not None and relation.a_covers and not relation.b_covers


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_compared(a: str, b: str) -> None:
    left, right = read_name(a), read_name(b)
    if left and right:
        assert (relate(left, right) is None) == (relate(right, left) is None)
        block_keys(left)


def test_hostile_names_do_not_hang() -> None:
    long = " ".join(["ab-cd"] * 5000)
    left, right = read_name(long), read_name("Aa " * 3000)
    assert left and right
    relate(left, right)
