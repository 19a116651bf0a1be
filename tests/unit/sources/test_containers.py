"""Archives and other containers: members are read, unsafe ones refused with a reason, damage keeps what came before, memory is bounded."""

from __future__ import annotations

import gzip
import io
import json
import resource
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from igf_extract.model import RawDocument
from igf_extract.sources import documents
from igf_extract.sources.contract import Found, Limits
from igf_extract.sources.zipped import read as read_zip

PAGE = b"IGF 2023 WS #7 A title\n" * 3


def read(path: Path, max_bytes: int = 2**20) -> dict[str, RawDocument]:
    return {raw.source: raw for raw in documents([path], max_bytes=max_bytes)}


def codes(raw: RawDocument) -> list[str]:
    return [problem.code for problem in raw.problems]


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, members: dict[str, bytes], change: Callable[[tarfile.TarInfo], None] = lambda info: None) -> Path:
    with tarfile.open(path, "w:gz" if path.suffix in {".gz", ".tgz"} else "w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            change(info)
            archive.addfile(info, io.BytesIO(data))
    return path


MAKERS = [(zipped, "a.zip"), (tarred, "a.tar"), (tarred, "a.tar.gz"), (tarred, "a.tgz")]


@pytest.mark.parametrize(("make", "name"), MAKERS)
def test_members(tmp_path: Path, make: Callable[..., Path], name: str) -> None:
    path = make(tmp_path / name, {"b.txt": b"b", "sub/a.html": b"<p>a", "é 'x'\n.txt": b"c", "__MACOSX/._b.txt": b"", ".git/x": b""})
    found = read(path)
    assert {source: raw.data for source, raw in found.items()} == {
        f"{name}/b.txt": b"b",
        f"{name}/sub/a.html": b"<p>a",
        f"{name}/é 'x'\n.txt": b"c",
    }
    assert found[f"{name}/sub/a.html"].media_type == "text/html"


@pytest.mark.parametrize(("make", "name"), MAKERS)
@pytest.mark.parametrize("member", ["../out.txt", "a/../../out.txt", "/etc/passwd", "C:\\x.txt", "inner.zip", "inner.tar.gz", "x.gz"])
def test_unsafe_members_are_refused(tmp_path: Path, make: Callable[..., Path], name: str, member: str) -> None:
    found = read(make(tmp_path / name, {member: b"x", "good.txt": PAGE}))
    assert found[f"{name}/good.txt"].data == PAGE
    (refused,) = [raw for raw in found.values() if raw.data is None]
    assert codes(refused) == ["refused_member"]


@pytest.mark.parametrize(("make", "name"), MAKERS)
def test_one_member_too_large(tmp_path: Path, make: Callable[..., Path], name: str) -> None:
    found = read(make(tmp_path / name, {"big.txt": bytes(5000), "good.txt": PAGE}), max_bytes=1000)
    assert codes(found[f"{name}/big.txt"]) == ["too_large"]
    assert found[f"{name}/good.txt"].data == PAGE


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_links_and_devices_in_tar_are_refused(tmp_path: Path, kind: bytes) -> None:
    def change(info: tarfile.TarInfo) -> None:
        if info.name == "odd.txt":
            info.type, info.linkname, info.size = kind, "good.txt", 0

    found = read(tarred(tmp_path / "a.tar", {"good.txt": PAGE, "odd.txt": b"", "more.txt": b"m"}, change))
    assert codes(found["a.tar/odd.txt"]) == ["refused_member"]
    assert found["a.tar/more.txt"].data == b"m"


def test_link_in_zip_is_refused(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")
    assert codes(read(tmp_path / "a.zip")["a.zip/link.txt"]) == ["refused_member"]


def test_members_of_one_name_stay_apart(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("x.txt", "one")
        archive.writestr("x.txt", "two")
    assert {source: raw.data for source, raw in read(tmp_path / "a.zip").items()} == {"a.zip/x.txt": b"one", "a.zip/x.txt#2": b"two"}


def test_archive_that_grows_too_much_is_left(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {f"{number:03}.txt": bytes(100_000) for number in range(50)})
    limits = Limits(max_bytes=2**20, max_growth=1, free_growth=1_000_000)
    found = list(read_zip(Found("a.zip", path), limits))
    assert len(found) == 11
    assert codes(found[-1]) == ["too_large"]


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.txt.gz", "a.jsonl.gz", "a.gz"])
@pytest.mark.parametrize("data", [b"", b"no archive at all" * 100, b"PK\x03\x04" + bytes(100), b"\x1f\x8b" + bytes(50)])
def test_no_archive(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    found = list(documents([tmp_path / name]))
    assert not [raw for raw in found if raw.data]


@pytest.mark.parametrize(("make", "name"), MAKERS)
def test_damaged_archives_never_raise(tmp_path: Path, make: Callable[..., Path], name: str) -> None:
    path = make(tmp_path / name, {f"{number}.txt": PAGE * number for number in range(1, 9)})
    data = path.read_bytes()
    for place in range(0, len(data), 37):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
        list(documents([path]))
        path.write_bytes(data[:place])
        list(documents([path]))


def test_cut_tar_keeps_the_members_before(tmp_path: Path) -> None:
    path = tarred(tmp_path / "a.tar", {"a.txt": PAGE, "b.txt": PAGE})
    path.write_bytes(path.read_bytes()[: 512 + 512 + 512 + 20])
    found = read(path)
    assert found["a.tar/a.txt"].data == PAGE
    assert found["a.tar/b.txt"].data == PAGE[:20]
    assert "damaged_container" in codes(found["a.tar/b.txt"])


def test_gzip(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"one ") + gzip.compress(b"two") + bytes(20))
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(b"<p>x"))
    found = read(tmp_path)
    assert (found["a.txt.gz"].data, found["a.txt.gz"].problems) == (b"one two", ())
    assert found["b.html.gz"].media_type == "text/html"


def test_cut_gzip_keeps_what_came_before(tmp_path: Path) -> None:
    whole = bytes(str(list(range(9000))), "ascii")
    packed = gzip.compress(whole)
    (tmp_path / "a.txt.gz").write_bytes(packed[: len(packed) // 2])
    raw = read(tmp_path)["a.txt.gz"]
    assert raw.data and whole.startswith(raw.data)
    assert codes(raw) == ["damaged_container"]


def test_gzip_damaged_in_the_middle_keeps_every_byte_before(tmp_path: Path) -> None:
    whole = bytes(str(list(range(9000))), "ascii")
    packed = gzip.compress(whole)
    half = len(packed) // 2
    (tmp_path / "a.txt.gz").write_bytes(packed[:half] + b"\xff" * 40 + packed[half + 40 :])
    raw = read(tmp_path)["a.txt.gz"]
    assert raw.data and len(raw.data) > len(whole) // 3
    assert raw.data[: len(whole) // 3] == whole[: len(whole) // 3]
    assert codes(raw) == ["damaged_container"]


@pytest.mark.parametrize("name", ["zeros.txt.gz", "zeros.zip", "zeros.tar.gz", "zeros.jsonl.gz"])
def test_a_gigabyte_of_zeros_in_bounded_memory(tmp_path: Path, name: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    zeros, times = bytes(2**20), 200  # more than the limit of memory below; a gigabyte only takes longer to make
    if name.endswith(".zip"):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open("z.txt", "w") as member:
            for _ in range(times):
                member.write(zeros)
    else:
        with gzip.open(tmp_path / name, "wb", compresslevel=1) as file:
            if name.endswith(".tar.gz"):
                info = tarfile.TarInfo("z.txt")
                info.size = times * 2**20
                file.write(info.tobuf())
            for _ in range(times):
                file.write(zeros)
    found = list(documents([tmp_path / name], max_bytes=8 * 2**20))
    assert next(codes(raw) for raw in found if raw.problems) == ["too_large"]
    assert not [raw for raw in found if raw.data]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150 * 1024


def test_giant_header_of_tar_is_not_read_into_memory(tmp_path: Path) -> None:
    header = tarfile.TarInfo("././@PaxHeader")
    header.type, header.size = tarfile.XHDTYPE, 2**32
    (tmp_path / "a.tar").write_bytes(header.tobuf() + bytes(10_000))
    (raw,) = documents([tmp_path / "a.tar"])
    assert codes(raw) == ["unreadable_file"]
    assert raw.problems[0].message == "the archive could not be read: a header of the archive is too large"


def test_jsonl(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "x7", "text": "é one"}),
        "",
        json.dumps({"url": "https://example.org/a", "text": "two"}),
        json.dumps({"text": "three \ud83d"}),
        json.dumps({"id": "x7", "html": "<p>four"}),
        json.dumps({"id": 5}),
        "{broken",
        "[" * 100_000,
        json.dumps("text"),
    ]
    for name, data in (("a.jsonl", "\n".join(lines).encode()), ("b.jsonl.gz", gzip.compress("\n".join(lines).encode()))):
        (tmp_path / name).write_bytes(data)
        found = read(tmp_path / name)
        assert {source.removeprefix(name): raw.data for source, raw in found.items() if raw.data} == {
            "/x7": "é one".encode(),
            "/https://example.org/a": b"two",
            "/4": "three \ufffd".encode(),
            "/x7#2": b"<p>four",
        }
        bad = [raw for raw in found.values() if raw.data is None]
        assert [codes(raw) for raw in bad] == [["unreadable_record"]] * 4
        assert found[f"{name}/x7#2"].media_type == "text/html"


def test_jsonl_line_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "x" * 5000}) + "\n" + json.dumps({"text": "y"}), encoding="utf-8")
    found = read(tmp_path / "a.jsonl", max_bytes=1000)
    assert codes(found["a.jsonl/1"]) == ["too_large"]
    assert found["a.jsonl/2"].data == b"y"
