"""Pairs of entries that may be one person and were kept apart are problems that a person should look at."""

from __future__ import annotations

from pathlib import Path

import igf_extract
from igf_extract import Settings
from igf_extract.tables.load import Tables

PAGE = """IGF {year} WS #{number} A title of session {number}

Speaker 1: {who}

Format

Round Table - 60 Min
"""


def run(tmp_path: Path, *people: str) -> Tables:
    raw = tmp_path / "raw"
    raw.mkdir()
    for number, who in enumerate(people, 1):
        (raw / f"{number}.txt").write_text(PAGE.format(year=2010 + 3 * number, number=number, who=who), encoding="utf-8")
    igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="none"))
    return igf_extract.load(tmp_path / "out")


def test_an_open_pair_is_a_problem_with_its_place(tmp_path: Path) -> None:
    near = "Wanda Okafor, Tidewater Labs, Civil Society, African Group"
    far = "W. Okafor, Brightmoor Analytics, Civil Society, African Group"
    tables = run(tmp_path, near, far)
    links = tables.identity_links.query("decision == 'unsure'")
    problems = tables.problems.query("code == 'identity_unsure'")
    assert len(links) == len(problems) == 1
    (problem,) = problems.itertuples()
    text = tables.documents.set_index("document_id").loc[problem.document_id, "text"]
    assert text[problem.char_start : problem.char_end] in ("Wanda Okafor", "W. Okafor")
    assert "Wanda Okafor" in problem.message and "W. Okafor" in problem.message
    assert problem.severity == "info"
    assert tables.participations["person_id"].nunique() == 2


def test_clear_pairs_are_none(tmp_path: Path) -> None:
    one = "Wanda Okafor, Tidewater Labs, Civil Society, African Group"
    tables = run(tmp_path, one, one, "Greta Holm, Brightmoor Analytics, Private Sector, WEOG")
    assert tables.problems.query("code == 'identity_unsure'").empty
