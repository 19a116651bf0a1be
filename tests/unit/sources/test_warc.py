"""Web archives: texts of the forum are found, the rest is skipped, damage is told."""

from __future__ import annotations

import gzip
import io
import re
import sys
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from igf_extract.sources import MissingPackageError, documents
from igf_extract.sources.web_screen import screen

pytest.importorskip("fastwarc", reason="the extra web is not installed")

PAGE = "<html><body><h1>IGF 2023 WS #7 Ünï</h1><p>Internet Governance Forum</p></body></html>"


def record(kind: str, uri: str, content_type: str, body: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nContent-Type: {content_type}\r\n"
    head += f"WARC-Record-ID: <urn:uuid:{abs(hash(uri)):032x}>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def response(uri: str, body: bytes, content_type: str = "text/html; charset=utf-8", encoding: str = "") -> bytes:
    extra = f"Content-Encoding: {encoding}\r\n" if encoding else ""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n{extra}Content-Length: {len(body)}\r\n\r\n".encode() + body
    return record("response", uri, "application/http; msgtype=response", http)


RECORDS = [
    record("warcinfo", "x", "application/warc-fields", b"software: x\r\n"),
    response("https://example.org/igf", PAGE.encode()),
    response("https://example.org/latin", PAGE.encode("latin-1"), "text/html; charset=iso-8859-1"),
    response("https://example.org/packed", gzip.compress(PAGE.encode()), encoding="gzip"),
    response("https://example.org/cakes", b"<p>recipes of the week"),
    response("https://example.org/picture", b"Internet Governance", "image/png"),
    record("conversion", "https://example.org/wet", "text/plain", "IGF 2023 – Internet Governance".encode()),
]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wet.gz"])
def test_records(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"".join(gzip.compress(one) if name.endswith(".gz") else one for one in RECORDS))
    found = {raw.source: raw for raw in documents([tmp_path / name])}
    assert sorted(found) == [f"https://example.org/{name}" for name in ("igf", "latin", "packed", "wet")]
    assert found["https://example.org/igf"].data == PAGE.encode() == found["https://example.org/packed"].data
    assert found["https://example.org/latin"].charset == "iso-8859-1"
    assert found["https://example.org/igf"].media_type == "text/html"
    assert found["https://example.org/wet"].media_type == "text/plain"


def test_damage_keeps_what_came_before(tmp_path: Path) -> None:
    data = b"".join(gzip.compress(one) for one in RECORDS)
    for cut in range(0, len(data), 41):
        (tmp_path / "a.warc.gz").write_bytes(data[:cut] + bytes(9))
        list(documents([tmp_path / "a.warc.gz"]))
    (tmp_path / "a.warc.gz").write_bytes(data[:-60] + bytes(90))
    assert "https://example.org/igf" in [raw.source for raw in documents([tmp_path / "a.warc.gz"])]


def test_record_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(response("https://example.org/big", b"Internet Governance Forum " * 1000))
    (raw,) = documents([tmp_path / "a.warc"], max_bytes=1000)
    assert [problem.code for problem in raw.problems] == ["too_large"]


def test_without_the_package_the_error_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    (tmp_path / "a.warc").write_bytes(b"x")
    with pytest.raises(MissingPackageError, match=r"igf-extract\[web\]"):
        list(documents([tmp_path / "a.warc"]))


def test_screen() -> None:
    data = tomllib.loads((files("igf_extract") / "data" / "web.toml").read_text(encoding="utf-8"))
    assert [text for text in data["screen"]["fires"] if not screen().passes(text.encode())] == []
    assert [text for text in data["screen"]["silent"] if screen().passes(text.encode())] == []
    assert [word for word in data["screen"]["subjects"] if "ernan" not in word] == []
    titled = [form(word) for word in data["screen"]["subjects"] for form in (str, str.capitalize, str.title)]
    texts = [*titled, *data["screen"]["fires"]]
    assert [text for text in texts if not any(re.search(root, text.encode()) for root in screen().roots)] == []
    assert [word for word in data["address"]["words"] if not any(root in word.encode() for root in screen().address_roots)] == []
    assert [uri for uri in data["address"]["fires"] if not screen().address(uri.encode())] == []
    assert [uri for uri in data["address"]["silent"] if screen().address(uri.encode())] == []


@pytest.mark.parametrize("size", [1, 17, 100_000, 2**18 - 60, 2**18, 3 * 2**18 + 5])
def test_records_over_the_edges_of_blocks(tmp_path: Path, size: int) -> None:
    fill = record("conversion", "https://example.org/fill", "text/plain", b"x" * size)
    ours = [record("conversion", f"https://example.org/{n}", "text/plain", f"IGF 2023 workshop {n}".encode()) for n in range(3)]
    (tmp_path / "a.wet").write_bytes(ours[0] + fill + ours[1] + fill + fill + ours[2])
    found = list(documents([tmp_path / "a.wet"]))
    assert [(raw.source, raw.data) for raw in found] == [(f"https://example.org/{n}", f"IGF 2023 workshop {n}".encode()) for n in range(3)]


def test_long_record_between_others(tmp_path: Path) -> None:
    body = b"IGF 2023 workshop " + b"a word " * 300_000
    parts = [record("conversion", f"https://example.org/{n}", "text/plain", body[: size or None]) for n, size in enumerate((30, 0, 40))]
    (tmp_path / "a.wet.gz").write_bytes(b"".join(map(gzip.compress, parts)))
    assert [raw.data for raw in documents([tmp_path / "a.wet.gz"])] == [body[:30], body, body[:40]]
    small = list(documents([tmp_path / "a.wet.gz"], max_bytes=1000))
    assert [[problem.code for problem in raw.problems] for raw in small] == [[], ["too_large"], []]


def test_cut_in_the_middle(tmp_path: Path) -> None:
    texts = ["IGF 2023 workshop " + " ".join(str(n * step) for step in range(400)) for n in range(2, 11)]
    pages = [record("conversion", f"https://example.org/{n}", "text/plain", text.encode()) for n, text in enumerate(texts)]
    plain = b"".join(pages)
    packed = b"".join(map(gzip.compress, pages))
    for name, data in (("a.wet", plain), ("b.wet.gz", packed), ("c.wet.gz", gzip.compress(plain))):
        (tmp_path / name).write_bytes(data[: len(data) * 5 // 9 + 40])
        *found, last = documents([tmp_path / name])
        whole = [raw for raw in found if not raw.problems]
        assert [raw.data for raw in whole] == [text.encode() for text in texts[: len(whole)]]
        assert len(whole) >= 4
        assert [problem.code for problem in last.problems] == ["damaged_container"]


def test_damage_in_the_middle_is_passed_over(tmp_path: Path) -> None:
    pages = [record("conversion", f"https://example.org/{n}", "text/plain", f"IGF 2023 workshop {n}".encode()) for n in range(4)]
    for damage in (b"\x00" * 5000, b"WARC/1.0\r\nnothing\r\n\r\n", b"WARC/1.0\r\n" * 9000, b"\r\n" * 9000 + b"x"):
        (tmp_path / "a.wet").write_bytes(pages[0] + pages[1] + damage + b"".join(pages[2:]))
        *found, last = documents([tmp_path / "a.wet"])
        assert [raw.source[-1] for raw in found][:2] == ["0", "1"]
        assert found[-1].source.endswith("3")
        assert [problem.code for problem in last.problems] == ["damaged_container"]


@pytest.mark.parametrize("data", [b"", b"no archive", gzip.compress(b"no archive" * 1000), b"\x1f\x8bxx", bytes(100_000)])
def test_no_web_archive(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(data)
    (raw,) = documents([tmp_path / "a.warc"])
    assert [problem.code for problem in raw.problems] == ["unreadable_file"]


def zstandard(data: bytes) -> bytes:
    from fastwarc.stream_io import ZstdWriter

    packed = io.BytesIO()
    writer = ZstdWriter(packed)
    writer.write(data)
    writer.close()
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("a.warc", lambda data: data.replace(b"WARC/1.0", b"WARC/0.18")),
        ("a.warc", lambda data: data.replace(b"WARC/1.0", b"WARC/1.1")),
        ("a.warc", lambda data: data.replace(b"Content-Length: ", b"content-length:", 1)),
        ("a.warc.gz", gzip.compress),
        ("a.warc.zst", zstandard),
        ("a.wet.zst", lambda data: b"".join(map(zstandard, (data[:400], data[400:])))),
    ],
    ids=["0.18", "1.1", "loose length", "one member", "zstandard", "two frames"],
)
def test_legacy_and_other_forms(tmp_path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    (tmp_path / name).write_bytes(change(RECORDS[1] + RECORDS[6]))
    found = {raw.source: raw.data for raw in documents([tmp_path / name])}
    assert found == {"https://example.org/igf": PAGE.encode(), "https://example.org/wet": "IGF 2023 – Internet Governance".encode()}


ARC = b"filedesc://a.arc 0.0.0.0 20061102142855 text/plain 76\n1 0 X\n\nhttp://example.org/ 1.1.1.1 20061102 text/html 9\nIGF 2006\n"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.arc", ARC, "older form ARC"),
        ("a.arc.gz", gzip.compress(ARC), "older form ARC"),
        ("a.warc.gz", gzip.compress(ARC), "older form ARC"),
        ("a.warc.zst", b"\x5d\x2a\x4d\x18\x04\x00\x00\x00abcd", "dictionary"),
        ("a.warc.zst", b"\x28\xb5\x2f\xfd" + bytes(90), "could not be read"),
    ],
)
def test_refused_clearly(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    (raw,) = documents([tmp_path / name])
    assert raw.data is None and [problem.code for problem in raw.problems] == ["unreadable_file"]
    assert says in raw.problems[0].message
