from __future__ import annotations

from pathlib import Path

import pytest

from igf_extract.identity.decisions import DecisionFileError, read_decisions
from igf_extract.model import Decision


def test_a_file_of_decisions(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(
        "a,b,decision,why,kind\nWanda Okafor,W. Okafor,same,told,person\nCIS,Stanford CIS,different,,organization\n", encoding="utf-8"
    )
    assert read_decisions(path) == (
        Decision("Wanda Okafor", "W. Okafor", "same", "told", "person"),
        Decision("CIS", "Stanford CIS", "different", "", "organization"),
    )


def test_why_and_kind_may_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text("a,b,decision\nx,y,same\n", encoding="utf-8")
    assert read_decisions(path) == (Decision("x", "y", "same"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\nx,y\n", "'decision' is missing"),
        ("a,b,decision\nx,y,maybe\n", "line 2"),
        ("a,b,decision,kind\nx,y,same,dog\n", "person or organization"),
        ("a,b,decision\nx,x,same\n", "two different"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionFileError, match=said):
        read_decisions(path)
