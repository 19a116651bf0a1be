"""The labelled pages of ``tests/labelled`` keep what was reached on them, field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from igf_extract.door import extract
from igf_extract.report.evaluation.evaluate import Evaluation, evaluate

LABELLED = Path(__file__).parents[1] / "labelled"
OVERALL, RECORDS = 0.981, 0.813
FLOORS = {
    "kind": 0.99,
    "sessions": 0.988,
    "year": 0.98,
    "type": 0.975,
    "number": 0.99,
    "title": 0.972,
    "format": 0.995,
    "date": 0.978,
    "themes": 0.985,
    "sdgs": 0.995,
    "policy_questions": 0.983,
    "participants": 0.981,
    "participant_organization": 0.978,
    "participant_title": 0.968,
    "sections": 0.951,
    "mentions_person": 0.989,
    "mentions_org": 0.98,
}


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    output = tmp_path_factory.mktemp("labelled") / "output"
    extract(LABELLED / "docs", output)
    return evaluate(LABELLED / "gold", output)


def test_every_page_has_labels_and_is_read(evaluation: Evaluation) -> None:
    assert {path.stem for path in (LABELLED / "docs").iterdir()} == {path.stem for path in (LABELLED / "gold").iterdir()}
    assert evaluation.absent == ()


def test_all_together(evaluation: Evaluation) -> None:
    assert (evaluation.overall.f1 or 0.0) >= OVERALL
    assert (evaluation.records.recall or 0.0) >= RECORDS


@pytest.mark.parametrize("field", FLOORS)
def test_field(evaluation: Evaluation, field: str) -> None:
    assert (evaluation.fields[field].tally.f1 or 0.0) >= FLOORS[field]
