"""The same texts give the same bytes: twice, in another order of inputs, with another number of workers, in another process."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import igf_extract
from igf_extract import Settings

RAW = Path(__file__).parents[2] / "raw"
FOLDERS = sorted(path for path in RAW.iterdir() if path.is_dir())


def hashes(output: Path) -> Mapping[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(output.iterdir())}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    output = tmp_path_factory.mktemp("first") / "out"
    igf_extract.extract(RAW, output)
    return hashes(output)


def test_two_workers(first: Mapping[str, str], tmp_path: Path) -> None:
    igf_extract.extract(RAW, tmp_path / "out", settings=Settings(workers=2))
    assert hashes(tmp_path / "out") == first


def test_another_process_with_another_hash_seed_and_locale(first: Mapping[str, str], tmp_path: Path) -> None:
    environment = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo", "PATH": ""}
    command = [sys.executable, "-m", "igf_extract", "extract", str(RAW), "-o", str(tmp_path / "out"), "--workers", "1"]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert hashes(tmp_path / "out") == first


def test_order_of_the_inputs(tmp_path: Path) -> None:
    igf_extract.extract(FOLDERS, tmp_path / "forth", settings=Settings(model="none"))
    igf_extract.extract(FOLDERS[::-1], tmp_path / "back", settings=Settings(model="none"))
    assert hashes(tmp_path / "forth") == hashes(tmp_path / "back")


def facts(output: Path) -> dict[str, list[str]]:
    """The rows of the tables without the ids of who is who."""
    tables = igf_extract.load(output)
    out = {}
    for name in tables.tables:
        if not name.startswith("identity_"):
            rows = tables[name].drop(columns=["person_id", "organization_id"], errors="ignore")
            out[name] = sorted(rows.to_json(orient="records", lines=True, date_format="iso").splitlines())
    return out


def test_over_an_earlier_output(tmp_path: Path) -> None:
    """The earlier output gives nothing but ids; a run that finds nothing new changes no byte."""
    raw, output, settings = tmp_path / "raw", tmp_path / "out", Settings(model="none")
    shutil.copytree(FOLDERS[0], raw)
    igf_extract.extract(raw, output, settings=settings)
    igf_extract.extract(RAW, tmp_path / "fresh", settings=settings)
    assert facts(output) != facts(tmp_path / "fresh")
    igf_extract.extract(RAW, output, settings=settings)
    assert facts(output) == facts(tmp_path / "fresh")
    before = hashes(output)
    igf_extract.extract(RAW, output, settings=settings)
    assert hashes(output) == before
