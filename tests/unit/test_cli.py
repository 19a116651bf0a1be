"""The command line: what it prints where, its exit codes, what it imports before the first line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import igf_extract

PAGE = "IGF 2023 WS #7 A title of a session\n\nOrganizer 1: Ada Byron, Analytical Society\n\nFormat\n\nRound Table - 60 Min\n"


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "igf_extract", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``raw`` and the tables of it in ``out``."""
    base = tmp_path_factory.mktemp("cli")
    (base / "raw").mkdir()
    (base / "raw" / "page.txt").write_text(PAGE, encoding="utf-8")
    done = command("extract", base / "raw", "-o", base / "out", "--model", "none", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["rows"]["sessions"] == 1
    return base


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["extract", "-h"]])
def test_help(arguments: list[str]) -> None:
    done = command(*arguments)
    assert done.returncode == 0
    assert "Usage: igf-extract" in done.stdout


def test_version() -> None:
    assert command("--version").stdout == f"igf-extract {igf_extract.__version__}\n"


def test_the_command_line_imports_nothing_heavy_at_its_top() -> None:
    heavy = ("duckdb", "numpy", "pandas", "pyarrow", "spacy")
    told = f"import sys, igf_extract.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract", "no such folder"], "error: no such folder does not exist; give a file or a folder of texts"),
        (["explain", "no such file"], "error: no such file does not exist; give a file or a folder of texts"),
        (["validate", "no such folder"], "error: there is no folder no such folder"),
        (["nonsense"], "No such command"),
        (["extract", "raw", "--workers", "-1"], "Invalid value for '--workers'"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(arguments: list[str], said: str) -> None:
    done = command(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_summary(folder: Path, tmp_path: Path) -> None:
    done = command("extract", folder / "raw", "-o", tmp_path / "out", "--model", "none")
    assert done.returncode == 0
    assert "1 document in" in done.stdout
    assert done.stderr == ""


def test_rejected_documents_give_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = command("extract", tmp_path / "empty.txt", "-o", tmp_path / "out", "--model", "none")
    assert done.returncode == 1
    assert "100% of the documents could not be read" in done.stderr
    assert command("extract", tmp_path / "empty.txt", "-o", tmp_path / "out", "--model", "none", "--tolerate", "1").returncode == 0


def test_explain(folder: Path) -> None:
    done = command("explain", folder / "raw" / "page.txt", "--model", "none")
    assert done.returncode == 0
    for words in ("Lines", "Values", "A title of a session", "Ada Byron | - | Analytical Society", "60"):
        assert words in done.stdout


def test_explain_wants_one_text(folder: Path, tmp_path: Path) -> None:
    assert "no document; give one text" in command("explain", tmp_path).stderr
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.txt").write_text(PAGE)
    done = command("explain", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "several documents; give one text" in done.stderr


def test_explain_a_session_that_is_not_there(folder: Path) -> None:
    done = command("explain", folder / "raw" / "page.txt", "--session", "5", "--model", "none")
    assert done.returncode == 2
    assert "has no session 5; sessions found: 1" in done.stderr


def test_validate(folder: Path, tmp_path: Path) -> None:
    assert command("validate", folder / "out").returncode == 0
    broken = tmp_path / "broken"
    broken.mkdir()
    for path in (folder / "out").iterdir():
        (broken / path.name).write_bytes(path.read_bytes())
    (broken / "persons.parquet").unlink()
    done = command("validate", broken)
    assert done.returncode == 1
    assert "persons" in done.stdout


def test_diff(folder: Path, tmp_path: Path) -> None:
    assert command("diff", folder / "out", folder / "out").stdout == ""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "page.txt").write_text(PAGE.replace("60", "90"), encoding="utf-8")
    command("extract", tmp_path / "raw", "-o", tmp_path / "out", "--model", "none")
    done = command("diff", folder / "out", tmp_path / "out", "--json")
    assert json.loads(done.stdout)["tables"]["sessions"]["changed"]


def test_schema() -> None:
    assert "## participations" in command("schema").stdout
    tables = json.loads(command("schema", "--format", "json").stdout)["tables"]
    assert "participations" in [table["name"] for table in tables]
