"""What the documentation says is so: its commands work, its lists are complete, its generated page is current."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pandas as pd
import pytest

import igf_extract
from igf_extract.cli import app
from igf_extract.tables.dictionary import markdown
from igf_extract.tables.schema import TABLES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS = sorted(command.name or command.callback.__name__ for command in app.registered_commands if command.callback)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the repository is after ``make extract``: ``raw``, ``output``, ``.venv``."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("raw", ".venv"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    igf_extract.extract(folder / "raw", folder / "output")
    return folder


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


def test_generated_page_is_current() -> None:
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8").strip() == markdown().strip(), "run `make docs`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described(name: str) -> None:
    assert f"`igf-extract {name}" in README


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_listed(name: str) -> None:
    assert f"`{name}`" in README


def test_every_make_target_that_is_named_exists() -> None:
    named = set()
    for page in ("README.md", "CONTRIBUTING.md", "output/README.md", "src/igf_extract/data/README.md", ".ci/run"):
        named |= set(re.findall(r"(?:^|`|exec )make ([a-z][a-z-]*)", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE))
    targets = set(re.findall(r"^([a-z-]+):.*##", MAKEFILE, flags=re.MULTILINE))
    assert {"extract", "test"} <= named <= targets


def test_links_lead_somewhere() -> None:
    for page in ("README.md", "CONTRIBUTING.md", "docs/design.md", "src/igf_extract/data/README.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8")):
            assert ((ROOT / page).parent / target).exists(), f"{page} links to {target}"


def test_shell_snippet(here: Path) -> None:
    if not (ROOT / ".venv" / "bin" / "python").exists():
        pytest.skip("there is no .venv; the snippet needs the one that make sets up")
    line = next(line for block in blocks("") for line in block.splitlines() if "groupby(['year','role'])" in line)
    done = subprocess.run(shlex.split(line), cwd=here, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^year +role", done.stdout) and re.search(r"speaker +\d+$", done.stdout, flags=re.MULTILINE), done.stdout


def test_python_snippets(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here)
    names: dict[str, object] = {}
    for block in blocks("python"):
        exec(block, names)
    text, row = names["text"], names["row"]
    assert isinstance(text, str)
    assert text[row.char_start : row.char_end].strip()  # type: ignore[attr-defined]


def test_example_rows_are_what_the_tables_say(here: Path) -> None:
    head, _, *rows = re.findall(r"^\|.*\|$", README.split("The table `participations` of it")[1].split("##")[0], flags=re.MULTILINE)
    columns = [cell.strip() for cell in head.strip("|").split("|")]
    participations = pd.read_parquet(here / "output" / "participations.parquet")
    known = {tuple("" if pd.isna(cell) else str(cell) for cell in row) for row in participations[columns].itertuples(index=False)}
    shown = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows]
    assert len(shown) >= 3
    assert not [row for row in shown if row not in known], "the example is not what the tables say"


def test_example_text_is_a_sample_text() -> None:
    example = blocks("")[0].splitlines()
    texts = [path.read_text(encoding="utf-8").splitlines() for path in (ROOT / "raw").rglob("*.txt")]
    assert any(all(line in text for line in example if line != "...") for text in texts)


def test_version_is_the_same_everywhere() -> None:
    assert f"version: {igf_extract.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_nothing_names_the_machine_it_was_made_on() -> None:
    private = re.compile(r"/(?:work|root|Users)/\w|https?://[\w.]*(?:pypi|pythonhosted)")
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, done.stdout.split("\0")):
        if name.startswith("raw/") or name == "tests/contract/test_docs.py" or not (ROOT / name).is_file():
            continue
        found = private.search((ROOT / name).read_text(encoding="utf-8", errors="ignore"))
        assert not found, f"{name}: {found.group()}"
