"""The labelled pages of ``tests/labelled`` keep what was reached on them, field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from igf_extract.door import extract
from igf_extract.report.evaluation.evaluate import Evaluation, evaluate

LABELLED = Path(__file__).parents[1] / "labelled"
OVERALL, RECORDS = 0.981, 0.816
FLOORS = {
    "kind": 0.993,
    "sessions": 0.989,
    "year": 0.978,
    "type": 0.977,
    "number": 0.993,
    "title": 0.973,
    "format": 0.996,
    "date": 0.98,
    "themes": 0.988,
    "sdgs": 0.997,
    "policy_questions": 0.984,
    "participants": 0.981,
    "participant_organization": 0.977,
    "participant_title": 0.964,
    "sections": 0.951,
    "mentions_person": 0.988,
    "mentions_org": 0.977,
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
