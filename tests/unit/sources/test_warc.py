"""Web archives: texts of the forum are found, the rest is skipped, damage is told."""

from __future__ import annotations

import gzip
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from igf_extract.sources import MissingPackageError, documents
from igf_extract.sources.warc import may_be_ours

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
    (tmp_path / "a.warc").write_bytes(response("https://example.org/big", b"Internet Governance " * 1000))
    (raw,) = documents([tmp_path / "a.warc"], max_bytes=1000)
    assert [problem.code for problem in raw.problems] == ["too_large"]


def test_without_the_package_the_error_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    (tmp_path / "a.warc").write_bytes(b"x")
    with pytest.raises(MissingPackageError, match=r"igf-extract\[web\]"):
        list(documents([tmp_path / "a.warc"]))


def test_screen() -> None:
    entry = tomllib.loads((files("igf_extract") / "data" / "web.toml").read_text(encoding="utf-8"))["screen"]
    assert all(may_be_ours(text.encode()) for text in entry["fires"])
    assert not any(may_be_ours(text.encode()) for text in entry["silent"])
    assert [word for word in entry["words"] if not any(root in word for root in entry["roots"])] == []
