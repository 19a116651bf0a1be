"""Files and folders: each once, in a stable order, whatever the entries are."""

from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from igf_extract.model import RawDocument
from igf_extract.sources import documents


def sources(*paths: Path) -> list[str]:
    return [raw.source for raw in documents(list(paths))]


def codes(raw: RawDocument) -> list[str]:
    return [problem.code for problem in raw.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    raw = tmp_path / "raw"
    (raw / "sub").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/no suffix", ".hidden"):
        (raw / name).write_text(name, encoding="utf-8")
    return raw


def test_recursive_sorted_without_hidden_files(folder: Path) -> None:
    assert sources(folder) == ["a.txt", "b.txt", "sub/c.txt", "sub/no suffix"]
    assert next(raw.data for raw in documents([folder])) == b"a.txt"


def test_a_file_given_by_name_is_read_even_if_hidden(folder: Path) -> None:
    assert sources(folder / ".hidden") == [".hidden"]


def test_order_of_inputs_does_not_matter(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("x", encoding="utf-8")
    one, two = sources(folder, other), sources(other, folder)
    assert one == two == sorted(one)
    assert {"raw/a.txt", "other/a.txt", "b.txt"} <= set(one)


def test_file_given_twice_or_inside_a_given_folder_is_read_once(folder: Path) -> None:
    assert sources(folder, folder / "a.txt", folder / "sub", folder / "a.txt") == sources(folder)


def test_link_loop_is_reported_and_not_followed(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    found = {raw.source: codes(raw) for raw in documents([folder])}
    assert found["sub/up"] == ["link_loop"]
    assert len(found) == 5


def test_many_links_to_each_other_end(folder: Path) -> None:
    for one in range(12):
        (folder / f"d{one}").mkdir()
        (folder / f"d{one}" / "page.txt").write_text(str(one), encoding="utf-8")
    for one in range(12):
        for other in range(12):
            (folder / f"d{one}" / f"to{other}").symlink_to(folder / f"d{other}", target_is_directory=True)
    assert sum(raw.data is not None for raw in documents([folder])) == 4 + 12


def test_link_to_a_folder_elsewhere_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "page.txt").write_text("x", encoding="utf-8")
    (folder / "link").symlink_to(tmp_path / "else", target_is_directory=True)
    assert "link/page.txt" in sources(folder)


def test_broken_link_pipe_and_socket_are_reported_not_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "nowhere.txt").symlink_to(folder / "gone")
    os.mkfifo(folder / "pipe.txt")
    monkeypatch.chdir(folder)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket.txt")
        found = {raw.source: raw for raw in documents([folder])}
    for name in ("nowhere.txt", "pipe.txt", "socket.txt"):
        assert found[name].data is None
        assert codes(found[name]) == ["unreadable_file"]


def test_missing_input_is_a_problem() -> None:
    (raw,) = documents([Path("no such file.txt")])
    assert codes(raw) == ["unreadable_file"]


def test_odd_names_can_be_stored(folder: Path) -> None:
    (folder / "two\nlines 'q' \".txt").write_text("x", encoding="utf-8")
    try:
        with open(os.fsencode(folder) + b"/caf\xe9.txt", "wb") as file:  # noqa: PTH123 - bytes of no encoding
            file.write(b"x")
    except OSError:
        pytest.skip("this file system takes only names of valid UTF-8")
    names = sources(folder)
    assert "caf\\xe9.txt" in names
    assert "two\nlines 'q' \".txt" in names
    "".join(names).encode("utf-8")


def test_too_large_is_told_by_size_alone(folder: Path) -> None:
    with (folder / "big.txt").open("wb") as file:
        file.truncate(200 * 2**20)
    (raw,) = [raw for raw in documents([folder], max_bytes=1000) if raw.source == "big.txt"]
    assert (raw.data, raw.size_bytes, codes(raw)) == (None, 200 * 2**20, ["too_large"])
    (edge,) = documents([folder / "a.txt"], max_bytes=5)
    assert edge.data == b"a.txt"


def test_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(400):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "x.txt").write_text("x", encoding="utf-8")
    assert sources(tmp_path) == ["d/" * 400 + "x.txt"]


def test_lazy(folder: Path) -> None:
    stream = documents([folder])
    assert next(stream).source == "a.txt"
    (folder / "b.txt").unlink()
    assert codes(next(stream)) == ["unreadable_file"]


def test_html_is_marked(folder: Path) -> None:
    (folder / "page.HTM").write_text("<p>x", encoding="utf-8")
    assert {raw.source: raw.media_type for raw in documents([folder])}["page.HTM"] == "text/html"


def test_many_equal_names_are_told_apart_quickly(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}" / "x.txt").write_text("x", encoding="utf-8")
    found = sources(*[tmp_path / f"{number}" for number in range(300)])
    assert len(set(found)) == 300
    assert "7/x.txt" in found


def test_standard_input_is_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"IGF \xff")))
    (raw,) = documents([Path("-")])
    assert (raw.source, raw.data) == ("-", b"IGF \xff")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"12345")))
    (raw,) = documents(["-"], max_bytes=4)
    assert codes(raw) == ["too_large"]
