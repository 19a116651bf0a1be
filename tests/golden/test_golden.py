"""Each text of ``raw/`` gives exactly the facts on record. A wanted change: ``make golden``, read, commit."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.golden.facts import EXPECTED, RAW, TEXTS, differences, expected, expected_file, read


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: str(text.relative_to(RAW)))
def test_facts(text: Path) -> None:
    changed = differences(expected(text), read(text))
    assert not changed, "\n".join(["the facts changed; if that is wanted: make golden", *changed])


def test_every_expectation_has_its_text() -> None:
    assert {expected_file(text) for text in TEXTS} == set(EXPECTED.rglob("*.json"))


def test_differences_are_gains_and_losses() -> None:
    a, b, c = ({"field": name} for name in "abc")
    assert differences([a, b], [a, b]) == []
    assert differences([a, b, b], [a, b, c]) == ['- {"field": "b"}', '+ {"field": "c"}']
    assert differences([a, b], [b, a]) == ["~ the same facts in another order"]
