"""Files and folders: the same bytes, one step, nothing of others lost."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.build import full_page

from igf_extract.tables import publish as publishing
from igf_extract.tables.build import build
from igf_extract.tables.publish import OutputError, check_output, is_output, publish
from igf_extract.tables.schema import TABLES


def content(folder) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir()) if p.is_file()}


@pytest.fixture
def small():
    return build([full_page()])


@pytest.fixture
def large():
    return build([full_page(), full_page("b.txt", "2", "Access for all")])


def test_all_tables_and_their_description_are_written(tmp_path, small):
    folder = publish(small, tmp_path / "deep" / "output")
    assert set(content(folder)) == {"datapackage.json", *(f"{name}.parquet" for name in TABLES)}
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        assert resource["hash"] == "sha256:" + content(folder)[resource["path"]]
        assert resource["rows"] == pq.read_metadata(folder / resource["path"]).num_rows


def test_files_carry_descriptions_and_no_trace_of_pandas_or_the_clock(tmp_path, small):
    folder = publish(small, tmp_path / "output")
    file = pq.ParquetFile(folder / "sessions.parquet")
    metadata = file.schema_arrow.metadata
    assert metadata[b"primary_key"] == b"session_id" and b"pandas" not in metadata
    assert file.schema_arrow.field("duration_minutes").metadata[b"unit"] == b"minutes"
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"


def test_two_runs_in_other_places_languages_and_hash_seeds_give_the_same_bytes(tmp_path, large):
    program = (
        "import sys\nfrom igf_extract.tables.build import build\nfrom igf_extract.tables.publish import publish\n"
        "from tests.build import full_page\n"
        "publish(build([full_page('b.txt', '2', 'Access for all'), full_page()]), sys.argv[1])"
    )
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        root = str(Path(__file__).parents[3])
        subprocess.run([sys.executable, "-c", program, str(tmp_path / seed)], check=True, env=env, cwd=root, timeout=60)
    assert content(tmp_path / "1") == content(tmp_path / "2") == content(publish(large, tmp_path / "3"))


def test_an_old_output_is_replaced_and_files_of_others_stay(tmp_path, small, large):
    folder = publish(large, tmp_path / "output")
    (folder / "README.md").write_text("mine")
    (folder / "notes").mkdir()
    (folder / "notes" / "a.txt").write_text("also mine")
    (folder / "turns").mkdir()  # part files of an earlier run
    folder.chmod(0o750)
    publish(small, folder)
    assert (folder / "README.md").read_text() == "mine" and (folder / "notes" / "a.txt").read_text() == "also mine"
    assert not (folder / "turns").exists()
    assert pq.read_metadata(folder / "documents.parquet").num_rows == 1
    assert folder.stat().st_mode & 0o777 == 0o750
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("harmless", [[], ["README.md"], [".gitignore", "README.md"]])
def test_an_empty_folder_may_be_used(tmp_path, small, harmless):
    for name in harmless:
        (tmp_path / name).write_text("x")
    publish(small, tmp_path)
    assert is_output(tmp_path) and all((tmp_path / name).exists() for name in harmless)


def test_a_folder_with_other_content_is_refused_and_left_alone(tmp_path, small):
    (tmp_path / "thesis.doc").write_text("x")
    with pytest.raises(OutputError, match="not empty"):
        publish(small, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.doc"]


def test_another_data_package_is_no_output(tmp_path):
    (tmp_path / "datapackage.json").write_text('{"name": "other"}')
    with pytest.raises(OutputError, match="not empty"):
        check_output(tmp_path)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path, small):
    (tmp_path / "output").write_text("x")
    with pytest.raises(OutputError, match="is a file"):
        publish(small, tmp_path / "output")


def test_a_failing_write_leaves_the_old_output(tmp_path, small, monkeypatch):
    folder = publish(small, tmp_path / "output")
    before = content(folder)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(publishing, "write_tables", fail)
    with pytest.raises(OSError, match="disk full"):
        publish(small, folder)
    assert content(folder) == before and [p.name for p in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("way", ["renames", "files"])
def test_systems_without_an_exchange_of_names_get_the_same(tmp_path, small, large, monkeypatch, way):
    folder = publish(large, tmp_path / "output")
    (folder / "README.md").write_text("mine")

    def exchange(*_: object) -> bool:
        if way == "files":
            raise OSError("busy: a mount point")
        return False

    monkeypatch.setattr(publishing, "_exchange", exchange)
    publish(small, folder)
    assert pq.read_metadata(folder / "documents.parquet").num_rows == 1
    assert (folder / "README.md").read_text() == "mine" and [p.name for p in tmp_path.iterdir()] == ["output"]


def test_an_output_set_aside_by_a_killed_run_comes_back(tmp_path, small, large):
    folder = publish(large, tmp_path / "output")
    folder.rename(tmp_path / ".output.old")
    publishing.recover(folder)
    assert pq.read_metadata(folder / "documents.parquet").num_rows == 2
    folder.rename(tmp_path / ".output.old")
    publish(small, folder)
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


def test_what_killed_runs_left_beside_the_output_is_removed_a_day_later(tmp_path, small):
    for name, age in ((".output.new-old", 2 * 24 * 3600), (".output.new-now", 0)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    publish(small, tmp_path / "output")
    assert sorted(p.name for p in tmp_path.iterdir()) == [".output.new-now", "output"]


def test_a_link_to_the_output_stays_a_link(tmp_path, small, large):
    publish(large, tmp_path / "real")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    publish(small, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert pq.read_metadata(tmp_path / "real" / "documents.parquet").num_rows == 1
