"""The labelled pages of ``tests/labelled`` keep what was reached on them, field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from igf_extract.door import extract
from igf_extract.report.evaluation.evaluate import Evaluation, evaluate

LABELLED = Path(__file__).parents[1] / "labelled"
OVERALL, RECORDS = 0.984, 0.847
FLOORS = {
    "kind": 0.98,
    "sessions": 0.991,
    "year": 0.983,
    "type": 0.978,
    "number": 0.99,
    "title": 0.976,
    "format": 0.995,
    "date": 0.98,
    "themes": 0.965,
    "sdgs": 0.995,
    "policy_questions": 0.989,
    "participants": 0.983,
    "participant_organization": 0.979,
    "participant_title": 0.97,
    "sections": 0.961,
    "mentions_person": 0.995,
    "mentions_org": 0.984,
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
