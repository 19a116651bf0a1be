from __future__ import annotations

from collections import Counter

import pytest

from igf_extract.identity.ids import best_form, number_ids, shown, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Wanda Okafor", "wanda-okafor"),
        ("Maeve O’Connell", "maeve-oconnell"),
        ("Łukasz Ångström", "lukasz-angstrom"),
        ("王磊", "wang-lei"),
        ("NIC.br", "nic-br"),
        ("???", "unnamed"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_long_slugs_end_at_a_word() -> None:
    found = slug("word " * 40)
    assert len(found) <= 60
    assert found.endswith("word")


def test_best_form_is_full_then_frequent_then_mixed_case() -> None:
    assert best_form(Counter({"W. Okafor": 9, "Wanda Okafor": 1})) == "Wanda Okafor"
    assert best_form(Counter({"WANDA OKAFOR": 1, "Wanda Okafor": 1})) == "Wanda Okafor"
    assert best_form(Counter({"Ines Prado": 1, "Inês Prado": 1})) == "Inês Prado"
    assert best_form(Counter({"Ines Prado": 2, "Inês Prado": 1})) == "Ines Prado"


def test_numbers_pass_over_taken_ids() -> None:
    assert number_ids(["a", "a", "b"], taken=["a-2"]) == ["a", "a-3", "b"]


def test_shown_takes_off_what_is_no_name() -> None:
    assert shown("🔒 InÃªs  Prado,") == "Inês Prado"
