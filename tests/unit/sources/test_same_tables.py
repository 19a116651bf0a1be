"""The same documents give the same tables, whatever they come in: pages as HTML, archives, JSON lines, web archives."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import igf_extract
from igf_extract import Settings

ROOT = Path(__file__).parents[3]
HTML = ROOT / "tests" / "fixtures" / "html"
PAGES = sorted(path.relative_to(HTML).with_suffix("").as_posix() for path in HTML.rglob("*.html"))
FEW = PAGES[:4]
Texts = dict[str, bytes]


def tables(raw: Path, output: Path) -> dict[str, pa.Table]:
    igf_extract.extract(raw, output, settings=Settings(model="none"))
    return {path.stem: pq.read_table(path) for path in sorted(output.glob("*.parquet"))}


def texts(names: list[str]) -> Texts:
    return {f"{name}.txt": (ROOT / "raw" / f"{name}.txt").read_bytes() for name in names}


def written(folder: Path, content: Texts) -> Path:
    for name, data in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


# what differs because the text of an HTML page has other offsets and other bytes
_OWN = {"source", "sha256", "size_bytes", "text", "n_characters", "n_lines", "encoding", "document_id", "duplicate_of"}
# no-break blanks are edits of their own; a problem's message quotes lines; judged pairs are named by ids made of document and offset
_APART = {"edits", "problems", "identity_links", "identity_registry", "identity_review"}


def facts(table: pa.Table) -> list[str]:
    kept = [name for name in table.column_names if name not in _OWN and not name.endswith(("_start", "_end", "_id", "confidence"))]
    return sorted(map(repr, table.select(kept).to_pylist()))


def test_pages_as_html(tmp_path: Path) -> None:
    assert len(PAGES) >= 10
    plain = tables(written(tmp_path / "text", texts(PAGES)), tmp_path / "a")
    html = tables(HTML, tmp_path / "b")
    assert {name for name in plain if name not in _APART and facts(plain[name]) != facts(html[name])} == set()
    assert plain["participations"].num_rows > 50
    told = [table["problems"].to_pandas().code.value_counts().to_dict() for table in (plain, html)]
    assert told[0] == told[1]


def in_zip(content: Texts, folder: Path) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)


def in_tar(content: Texts, folder: Path) -> None:
    with tarfile.open(folder / "a.tar.gz", "w:gz") as archive:
        for name, data in content.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


def in_gzip(content: Texts, folder: Path) -> None:
    written(folder, {f"{name}.gz": gzip.compress(data) for name, data in content.items()})


def in_jsonl(content: Texts, folder: Path) -> None:
    lines = [json.dumps({"id": name, "text": data.decode("utf-8")}) for name, data in content.items()]
    (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")


def warc_record(kind: str, uri: str, content_type: str, body: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Record-ID: <urn:uuid:{len(uri):032x}>\r\n"
    head += f"WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return gzip.compress(head.encode() + body + b"\r\n\r\n")


def in_wet(content: Texts, folder: Path) -> None:
    records = [warc_record("conversion", f"https://www.intgovforum.org/{name}", "text/plain", data) for name, data in content.items()]
    (folder / "a.warc.wet.gz").write_bytes(b"".join(records))


def in_warc(content: Texts, folder: Path) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
    records = [
        warc_record("response", f"https://www.intgovforum.org/{name}", "application/http; msgtype=response", http % len(data) + data)
        for name, data in content.items()
    ]
    (folder / "a.warc.gz").write_bytes(b"".join(records))


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pa.Table]:
    base = tmp_path_factory.mktemp("plain")
    return tables(written(base / "raw", texts(FEW)), base / "out")


@pytest.mark.parametrize("pack", [in_zip, in_tar, in_gzip, in_jsonl, in_wet, in_warc])
def test_in_a_container(pack: Callable[[Texts, Path], None], expected: dict[str, pa.Table], tmp_path: Path) -> None:
    if pack in {in_wet, in_warc}:
        pytest.importorskip("fastwarc", reason="the extra web is not installed")
    (tmp_path / "raw").mkdir()
    pack(texts(FEW), tmp_path / "raw")
    found = tables(tmp_path / "raw", tmp_path / "out")

    def rows(table: pa.Table) -> list[str]:
        return sorted(map(repr, table.select([name for name in table.column_names if name != "source"]).to_pylist()))

    assert {name for name in expected if rows(expected[name]) != rows(found[name])} == set()
    assert len(found["documents"]) == len(FEW)
