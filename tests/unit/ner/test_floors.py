"""Floors of the names in prose on labelled documents. Half b took no part in writing rules or training.

They rise with the rules; with another model (1.4.0) they are set anew.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from igf_extract.ner.model import load_model

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled documents (../shared) are not on this machine")

# (model, half): lowest F1 of PERSON and of ORG, with the labels' own rosters
FLOORS = {
    ("none", "a"): (0.945, 0.965),
    ("none", "b"): (0.955, 0.938),
    ("en_igf_names", "a"): (0.994, 0.988),
    ("en_igf_names", "b"): (0.982, 0.972),
}


@pytest.fixture(scope="module")
def evaluation() -> Any:
    sys.path.insert(0, str(ROOT / "training"))
    try:
        import evaluate_names
    finally:
        sys.path.pop(0)
    return evaluate_names


@pytest.mark.parametrize(("model", "half"), FLOORS)
def test_devset(evaluation: Any, model: str, half: str) -> None:
    tallies, _ = evaluation.evaluate(SHARED / "devset", load_model(model), half)
    person, org = FLOORS[model, half]
    assert tallies["PERSON"].scores[2] >= person
    assert tallies["ORG"].scores[2] >= org


def test_seeds(evaluation: Any) -> None:
    tallies, _ = evaluation.evaluate(SHARED / "seeds", load_model())
    assert tallies["ORG"].scores[2] >= 0.98
    assert tallies["PERSON"].extra == 0, "a person was invented"
