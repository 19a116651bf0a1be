"""What a program uses: tables from texts, one text alone, tables again; with judgements, kept ids and kept results."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import igf_extract
from igf_extract import Settings
from igf_extract.tables.publish import OutputError

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


def ids(output: Path) -> dict[str, str]:
    rows = igf_extract.load(output).participations.dropna(subset=["person_id"])
    return dict(zip(rows["entry_id"], rows["person_id"], strict=True))


def test_ids_are_kept_over_runs(raw: Path, tmp_path: Path) -> None:
    settings = Settings(model="none")
    for number in (7, 8, 9):  # later documents first: their namesakes have the plain ids
        page = raw / f"{number}.txt"
        page.write_text(page.read_text("utf-8").replace("African Group", "GRULAC").replace("IGF 2023", "IGF 2024"), "utf-8")
    igf_extract.extract(raw, tmp_path / "out", settings=settings)
    before = ids(tmp_path / "out")
    (raw / "5.txt").write_text(PAGE.format(number=5, other="Ada Lovelace"), encoding="utf-8")
    igf_extract.extract(raw, tmp_path / "out", settings=settings)
    igf_extract.extract(raw, tmp_path / "fresh", settings=settings)
    assert before.items() <= ids(tmp_path / "out").items()
    assert not before.items() <= ids(tmp_path / "fresh").items(), "the case shows nothing: no id depends on the order of the runs"


def test_ids_of_another_output_are_kept(raw: Path, tmp_path: Path) -> None:
    igf_extract.extract(raw, tmp_path / "first", settings=Settings(model="none"))
    igf_extract.extract(raw, tmp_path / "second", settings=Settings(model="none", registry=tmp_path / "first"))
    assert hashes(tmp_path / "first") == hashes(tmp_path / "second")


def test_a_registry_that_is_none(raw: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no registry of ids"):
        igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="none", registry=raw))


def test_a_broken_registry_is_said_at_once(raw: Path, tmp_path: Path) -> None:
    igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="none"))
    (tmp_path / "out" / "identity_registry.parquet").write_bytes(b"no Parquet")
    read: list[object] = []
    with pytest.raises(OutputError, match="delete the folder to begin anew"):
        igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="none"), progress=read.append)
    assert not read


def test_a_wrong_file_of_decisions_is_said_at_once(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").write_text("a,b\nx,y\n", encoding="utf-8")
    read: list[object] = []
    with pytest.raises(Exception, match="'decision' is missing"):
        igf_extract.extract(
            raw, tmp_path / "out", settings=Settings(model="none", decisions=tmp_path / "decisions.csv"), progress=read.append
        )
    assert not read


def test_a_merge_by_decision_is_in_the_log_and_comes_undone(raw: Path, tmp_path: Path) -> None:
    out, decisions = tmp_path / "out", tmp_path / "decisions.csv"
    decisions.write_text("a,b,decision,why,kind\nLuigi Menabrea,Luis Menabrea,same,he says so,person\n", encoding="utf-8")
    runs = (None, decisions, decisions, None)
    seen = []
    for chosen in runs:
        igf_extract.extract(raw, out, settings=Settings(model="none", decisions=chosen))
        seen.append(ids(out))
    assert seen[0] == seen[3] != seen[1] == seen[2]
    log = igf_extract.load(out).identity_changes
    lines = log[log["kind"] == "person"][["old_id", "what", "new_id", "rows"]].astype(object).values.tolist()
    assert lines == [["luis-menabrea", "merged", "luigi-menabrea", 2], ["luigi-menabrea", "moved", "luis-menabrea", 2]]


def test_contradictory_decisions_are_problems(raw: Path, tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    rows = ["Luigi Menabrea,Luis Menabrea,same", "Luis Menabrea,Carla Babbage,same", "Carla Babbage,Luigi Menabrea,different"]
    decisions.write_text("a,b,decision\n" + "\n".join(rows) + "\n", encoding="utf-8")
    summary = igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="none", decisions=decisions))
    tables = igf_extract.load(tmp_path / "out")
    problems = tables.problems[tables.problems["code"] == "decision_conflict"]
    assert len(problems) == 1
    assert "'Luis Menabrea' and 'Carla Babbage' are one person" in problems["message"].item()
    assert "1 decisions contradict others" in summary.notes[0]
    who = tables.participations.set_index("name")["person_id"]
    assert who["Carla Babbage"] != who["Luigi Menabrea"]
