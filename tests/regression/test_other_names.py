"""Labelled pages whose people and bodies are exchanged among them are read nearly as well as before (``tests/other_names.py``)."""

from __future__ import annotations

import pytest
from tests.other_names import write_pages

from igf_extract.door import extract
from igf_extract.report.evaluation.evaluate import Evaluation, evaluate
from igf_extract.settings import Settings

SEED, EVERY = 2026, 2
FLOORS = {"title": 0.967, "policy_questions": 0.99, "participants": 0.965, "participant_organization": 0.96, "sections": 0.932}


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    folder = tmp_path_factory.mktemp("others")
    assert write_pages(folder, SEED, EVERY) > 100
    extract(folder / "docs", folder / "output", settings=Settings(model="none"))
    return evaluate(folder / "gold", folder / "output")


@pytest.mark.parametrize("field", FLOORS)
def test_field(evaluation: Evaluation, field: str) -> None:
    assert (evaluation.fields[field].tally.f1 or 0.0) >= FLOORS[field]
