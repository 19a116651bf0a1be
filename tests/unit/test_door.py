"""What a program uses: tables from texts, one text alone, tables again; with judgements, kept ids and kept results."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import igf_extract
from igf_extract import Settings
from igf_extract.door import RegistryError

PAGE = """IGF 2023 WS #{number} A title of session {number}

Organizer 1: Ada Byron, Analytical Society
Organizer 2: {other}, Engine Works

Speaker 1: Maria Okafor, Civil Society, African Group

Format

Round Table - 60 Min
"""


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for number, other in ((7, "Luigi Menabrea"), (8, "Luis Menabrea"), (9, "Carla Babbage")):
        (folder / f"{number}.txt").write_text(PAGE.format(number=number, other=other), encoding="utf-8")
    return folder


def hashes(output: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in output.glob("*.parquet")}


def test_extract_and_load(raw: Path, tmp_path: Path) -> None:
    summary = igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="none"))
    tables = igf_extract.load(tmp_path / "out")
    assert summary.rows["sessions"] == len(tables.sessions) == 3
    assert set(tables.participations["role"]) == {"organizer", "speaker"}
    ada = tables.participations.query("name == 'Ada Byron'")
    assert ada["person_id"].nunique() == 1
    assert len(ada) == 3


def test_one_text() -> None:
    document = igf_extract.parse(PAGE.format(number=7, other="Luigi Menabrea"), settings=Settings(model="none"))
    (session,) = document.sessions
    assert session.title is not None
    assert session.title.value == "A title of session 7"
    assert session.title.evidence.span.of(document.text) == "A title of session 7"


def test_missing_input_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="give a file or a folder"):
        igf_extract.extract(tmp_path / "nothing", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_wrong_model_is_said_at_once(raw: Path, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="no such pipeline"):
        igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="no such pipeline"))
    assert not (tmp_path / "out").exists()


def test_an_output_inside_the_input_is_not_read(raw: Path) -> None:
    settings = Settings(model="none")
    igf_extract.extract(raw, raw / "out", settings=settings)
    first = hashes(raw / "out")
    summary = igf_extract.extract(raw, raw / "out", settings=settings)
    assert summary.rows["documents"] == 3
    assert hashes(raw / "out") == first


def test_kept_results_give_the_same_tables(raw: Path, tmp_path: Path) -> None:
    settings = Settings(model="none")
    igf_extract.extract(raw, tmp_path / "plain", settings=settings)
    for _ in range(2):
        igf_extract.extract(raw, tmp_path / "out", settings=settings, cache=tmp_path / "cache")
        assert hashes(tmp_path / "out") == hashes(tmp_path / "plain")


def test_decisions_win(raw: Path, tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("a,b,decision,why,kind\nLuigi Menabrea,Luis Menabrea,same,he says so,person\nNo One,Any One,same,,person\n")
    summary = igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="none", decisions=decisions))
    people = igf_extract.load(tmp_path / "out").participations
    assert people[people["name"].str.contains("Menabrea")]["person_id"].nunique() == 1
    assert summary.notes == ("no entry answers to the decision 'No One' same 'Any One'",)


def test_ids_are_kept_over_runs(raw: Path, tmp_path: Path) -> None:
    settings = Settings(model="none", registry=tmp_path / "ids.json")
    igf_extract.extract(raw, tmp_path / "out", settings=settings)
    before = igf_extract.load(tmp_path / "out").participations.set_index(["session_id", "name"])["person_id"].to_dict()
    (raw / "5.txt").write_text(PAGE.format(number=5, other="Ada Lovelace"), encoding="utf-8")
    igf_extract.extract(raw, tmp_path / "out", settings=settings)
    after = igf_extract.load(tmp_path / "out").participations.set_index(["session_id", "name"])["person_id"].to_dict()
    assert before.items() <= after.items()


def test_a_registry_that_is_none(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "ids.json").write_text("[]")
    with pytest.raises(RegistryError, match="no registry of ids"):
        igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="none", registry=tmp_path / "ids.json"))
