"""Whatever lies in the input folder, a run ends, writes valid tables, and accounts for every file."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import igf_extract
from igf_extract import Settings
from igf_extract.tables.validate import validate

PAGE = (
    "IGF 2023 WS #7 A title of a session\n\nOrganizer 1: Ada Byron, Analytical Society\n\n"
    "Speaker 1: Maria Okafor, Civil Society, African Group\n\nFormat\n\nRound Table - 60 Min\n"
)
WITHOUT_MODEL = Settings(model="none")


def run(raw: Path, output: Path, settings: Settings = WITHOUT_MODEL) -> dict[str, dict[str, object]]:
    """The documents table by source, of a run whose tables pass every check."""
    igf_extract.extract(raw, output, settings=settings)
    assert validate(output) == []
    rows = pq.read_table(output / "documents.parquet").to_pylist()
    return {row["source"]: row for row in rows}


def problems(output: Path) -> set[tuple[str, str]]:
    return {(row["source"], row["code"]) for row in pq.read_table(output / "problems.parquet").to_pylist()}


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.txt").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n  ", "empty"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02\x03" * 500, "binary"),
    ],
    ids=["nothing", "blanks", "all bytes", "image"],
)
def test_rejected_with_a_reason(raw: Path, tmp_path: Path, content: bytes, code: str) -> None:
    (raw / "bad.txt").write_bytes(content)
    documents = run(raw, tmp_path / "out")
    assert documents["bad.txt"]["status"] == "rejected"
    assert documents["good.txt"]["status"] == "parsed"
    assert ("bad.txt", code) in problems(tmp_path / "out")


@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode().replace(b"Okafor", b"Okaf\xf6r"),
        PAGE.encode().replace(b"title", b"ti\x00tle"),
        PAGE.encode("utf-16"),
        PAGE.encode("utf-8-sig"),
        PAGE.replace("\n", "\r\n").encode(),
        PAGE.replace("\n", "\r").encode(),
    ],
    ids=["invalid UTF-8", "NUL", "UTF-16", "byte order mark", "CRLF", "CR"],
)
def test_damaged_text_is_still_read(raw: Path, tmp_path: Path, content: bytes) -> None:
    (raw / "odd.txt").write_bytes(content)
    documents = run(raw, tmp_path / "out")
    assert documents["odd.txt"]["status"] != "rejected"
    assert documents["odd.txt"]["kind"] == "session"


def test_one_line_of_fifty_million_characters(raw: Path, tmp_path: Path) -> None:
    (raw / "line.txt").write_bytes(b"Speaker 1: a, b; " * 3_000_000)
    documents = run(raw, tmp_path / "out")
    assert set(documents) == {"good.txt", "line.txt"}
    assert ("line.txt", "too_large") in problems(tmp_path / "out")


@pytest.mark.parametrize(
    "line",
    [
        "(" * 20_000,
        "Speaker 1: " + "a, " * 5_000,
        "1. " * 20_000 + "?",
        "Ministry of " * 10_000,
        " \u00a0" * 20_000 + "x",
        ">> A: " * 10_000,
        "๐Ÿ”’" * 5_000,
        "Moderator\n" * 5_000,
    ],
    ids=["brackets", "commas", "numbers", "ministries", "blanks", "turns", "mojibake", "labels"],
)
def test_hostile_text_does_not_hang(raw: Path, tmp_path: Path, line: str) -> None:
    (raw / "hostile.txt").write_text(f"IGF 2023 WS #8 Another title\n\n{line}\n", encoding="utf-8")
    run(raw, tmp_path / "out")
    assert ("hostile.txt", "stage_failed") not in problems(tmp_path / "out")
    assert ("hostile.txt", "time_budget") not in problems(tmp_path / "out")


def test_identical_files_are_named_duplicates(raw: Path, tmp_path: Path) -> None:
    (raw / "again").mkdir()
    (raw / "again" / "copy.txt").write_text(PAGE, encoding="utf-8")
    documents = run(raw, tmp_path / "out")
    assert [documents[source]["status"] for source in ("again/copy.txt", "good.txt")] == ["parsed", "duplicate"]
    assert documents["good.txt"]["duplicate_of"] == documents["again/copy.txt"]["document_id"]


def test_folders_and_link_loops(raw: Path, tmp_path: Path) -> None:
    (raw / "a" / "b.txt").mkdir(parents=True)
    (raw / "a" / "b.txt" / "page.txt").write_text(PAGE + "\nmore", encoding="utf-8")
    (raw / "a" / "loop").symlink_to(raw, target_is_directory=True)
    (raw / "nowhere.txt").symlink_to(raw / "not there")
    documents = run(raw, tmp_path / "out")
    assert {"good.txt", "a/b.txt/page.txt"} <= set(documents)
    assert not [source for source in documents if "loop/" in source]


def test_odd_names(raw: Path, tmp_path: Path) -> None:
    names = ['it\'s "quoted".txt', "two\nlines.txt", "ünï→中.txt", " blanks .txt", "-dash.txt", "tab\t.txt"]
    for index, name in enumerate(names):
        (raw / name).write_text(f"{PAGE}\n{index}", encoding="utf-8")
    assert len(run(raw, tmp_path / "out")) == len(names) + 1


def test_name_that_is_no_text(raw: Path, tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(raw) + b"/caf\xe9.txt")).write_text(PAGE + "\nx", encoding="utf-8")
    except OSError:
        pytest.skip("this file system refuses names that are not UTF-8")
    assert len(run(raw, tmp_path / "out")) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_unreadable_file(raw: Path, tmp_path: Path) -> None:
    (raw / "secret.txt").write_text(PAGE + "\ny", encoding="utf-8")
    (raw / "secret.txt").chmod(0)
    documents = run(raw, tmp_path / "out")
    assert documents["secret.txt"]["status"] == "rejected"
    assert ("secret.txt", "unreadable_file") in problems(tmp_path / "out")


def test_pipe_is_not_opened(raw: Path, tmp_path: Path) -> None:
    os.mkfifo(raw / "pipe.txt")
    run(raw, tmp_path / "out")


def test_nothing_at_all(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    summary = igf_extract.extract(tmp_path / "empty", tmp_path / "out", settings=WITHOUT_MODEL)
    assert sum(summary.rows.values()) == 0
    assert validate(tmp_path / "out") == []


def test_other_peoples_folder_is_left_alone(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.doc").write_text("mine")
    with pytest.raises(Exception, match="not empty and holds no output"):
        igf_extract.extract(raw, tmp_path / "thesis", settings=WITHOUT_MODEL)
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter.doc"]
