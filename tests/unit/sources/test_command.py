"""What the command line says of inputs: one text on standard input, a web archive without its package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq

PAGE = "IGF 2023 WS #7 A title of a session\n\nSpeaker 1: Maria Okafor, Civil Society, African Group\n"
WITHOUT = "import sys; sys.modules['fastwarc'] = sys.modules['fastwarc.warc'] = None; from igf_extract.cli import main; main()"


def test_standard_input(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "igf_extract", "extract", "-", "-o", str(tmp_path / "out"), "--model", "none"]
    subprocess.run(command, input=PAGE.encode(), capture_output=True, check=True)
    (row,) = pq.read_table(tmp_path / "out" / "documents.parquet").to_pylist()
    assert (row["source"], row["kind"], row["text"]) == ("-", "session", PAGE)


def test_web_archive_without_its_package(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"x")
    command = [sys.executable, "-c", WITHOUT, "extract", str(tmp_path / "a.warc.gz"), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["error: a.warc.gz is a web archive; install igf-extract[web] to read it"]
