"""The labelled pages of ``tests/labelled`` keep what was reached on them, field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from igf_extract.door import extract
from igf_extract.report.evaluation.evaluate import Evaluation, evaluate

LABELLED = Path(__file__).parents[1] / "labelled"
OVERALL, RECORDS = 0.945, 0.65
FLOORS = {
    "kind": 0.97,
    "sessions": 0.95,
    "year": 0.94,
    "type": 0.92,
    "number": 0.96,
    "title": 0.93,
    "format": 0.97,
    "date": 0.94,
    "themes": 0.93,
    "sdgs": 0.99,
    "policy_questions": 0.95,
    "participants": 0.935,
    "participant_organization": 0.93,
    "participant_title": 0.92,
    "sections": 0.90,
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
