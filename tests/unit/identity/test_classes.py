"""Each class of variation of names, on pairs made by rule: floors that only rise."""

from __future__ import annotations

import pytest
from benchmarks.identity_classes import measure

# classes that are not found in every pair; all others are
LOWER = {("same person", "hyphen, blank, joined"): 0.8}


@pytest.fixture(scope="module")
def measured() -> dict[tuple[str, str], tuple[float, list[tuple[str, str]]]]:
    return measure(pairs=8, seed=5)


def test_every_class(measured: dict[tuple[str, str], tuple[float, list[tuple[str, str]]]]) -> None:
    below = {name: (share, wrong) for name, (share, wrong) in measured.items() if share < LOWER.get(name, 1.0)}
    assert not below


def test_both_sorts_are_examined(measured: dict[tuple[str, str], tuple[float, list[tuple[str, str]]]]) -> None:
    sorts = [sort for sort, _ in measured]
    assert {sort: sorts.count(sort) > 3 for sort in sorts} == dict.fromkeys(sorts, True)
    assert len(sorts) > 60
