"""What an id rests on, read from finished tables and shown."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

import igf_extract
from igf_extract import Settings
from igf_extract.report.show_who import show_who
from igf_extract.report.who import UnknownIdentity, who
from igf_extract.tables.publish import OutputError

PAGE = """IGF {year} WS #{year} A title of {year}

Organizer 1: {name}, {body}

Speaker 1: Carla Babbage, Engine Works
"""
PEOPLE = ((2015, "Ada Byron", "Analytical Society"), (2018, "BYRON Ada", "Analytical Society"), (2021, "A. Byron", "Engine Works"))


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("who")
    (base / "raw").mkdir()
    for year, name, body in PEOPLE:
        (base / "raw" / f"{year}.txt").write_text(PAGE.format(year=year, name=name, body=body), encoding="utf-8")
    igf_extract.extract(base / "raw", base / "out", settings=Settings(model="none"))
    return base / "out"


def test_entries_and_links_of_a_person(output: Path) -> None:
    found = who(output, "person", "ada-byron")
    assert [(e.year, e.session_id, e.role, e.name) for e in found.entries] == [
        (2015, "igf2015-ws2015", "organizer", "Ada Byron"),
        (2018, "igf2018-ws2018", "organizer", "BYRON Ada"),
    ]
    text = igf_extract.load(output).documents.set_index("source")["text"]
    assert all(e.name in text[e.source][e.char_start : e.char_end] for e in found.entries if e.name)
    assert dict(found.names) == {"Ada Byron": 1, "BYRON Ada": 1}
    assert {link.other_name for link in found.links} >= {"A. Byron"} or not found.links


def test_every_link_is_told_from_the_side_of_the_identity(output: Path) -> None:
    tables = igf_extract.load(output)
    for person in tables.persons["person_id"]:
        found = who(output, "person", person)
        mine = {entry.entry_id for entry in found.entries}
        assert all(link.mine in mine for link in found.links)
        assert all((link.other in mine) == (link.other_id == person) for link in found.links)


def test_an_organisation(output: Path) -> None:
    found = who(output, "organization", "engine-works")
    assert {entry.name for entry in found.entries} == {"Carla Babbage", "A. Byron"}
    shown = io.StringIO()
    show_who(found, Console(file=shown, width=200))
    assert shown.getvalue().startswith("organization engine-works: Engine Works, sure ")
    assert "igf2021-ws2021" in shown.getvalue()


def test_an_unknown_id_is_met_with_a_hint(output: Path) -> None:
    with pytest.raises(UnknownIdentity, match="did you mean ada-byron"):
        who(output, "person", "Byron ADA")
    with pytest.raises(UnknownIdentity, match="did you mean"):
        who(output, "person", "ada-byrom")


def test_an_id_that_was_given_up_is_told(output: Path, tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("a,b,decision\nAda Byron,Carla Babbage,same\n", encoding="utf-8")
    igf_extract.extract(output.parent / "raw", tmp_path / "out", settings=Settings(model="none", decisions=decisions, registry=output))
    with pytest.raises(UnknownIdentity, match="'carla-babbage': carla-babbage was merged into ada-byron"):
        who(tmp_path / "out", "person", "carla-babbage")
    assert who(tmp_path / "out", "person", "ada-byron").changes


def test_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        who(tmp_path, "person", "ada-byron")


@pytest.mark.parametrize(("option", "identity"), [("--person", "carla-babbage"), ("--organization", "engine-works")])
def test_on_the_command_line(output: Path, option: str, identity: str) -> None:
    line = [sys.executable, "-m", "igf_extract", "explain", option, identity, str(output)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "igf2015-ws2015" in done.stdout
    wrong = subprocess.run([*line[:5], "nobody", str(output)], capture_output=True, text=True, timeout=120, check=False)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("error: ")
