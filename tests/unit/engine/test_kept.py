"""What a run keeps for the next beside the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

import igf_extract
from igf_extract import Settings
from igf_extract.engine import Store
from igf_extract.identity import people

PAGE = (
    "IGF 2023 WS #{n} A title of session {n}\n\nSpeaker 1: Maria Okafor, Civil Society, African Group\n\nFormat\n\nRound Table - 60 Min\n"
)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    Store(tmp_path, "key").keep("thing", b"some\nbytes")
    assert Store(tmp_path, "key").kept("thing") == b"some\nbytes"
    assert Store(tmp_path, "key").kept("other") is None


def test_damage_is_seen(tmp_path: Path) -> None:
    Store(tmp_path, "key").keep("thing", b"some bytes")
    path = tmp_path / "key" / "thing.kept"
    path.write_bytes(path.read_bytes()[:-1])
    assert Store(tmp_path, "key").kept("thing") is None


def test_another_version_begins_anew(tmp_path: Path) -> None:
    Store(tmp_path, "key").keep("thing", b"some bytes")
    assert Store(tmp_path, "other key").kept("thing") is None


def test_a_second_run_compares_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for n in (7, 8):
        (raw / f"{n}.txt").write_text(PAGE.format(n=n), encoding="utf-8")
    calls = []
    plain = people.cluster_persons
    monkeypatch.setattr(people, "cluster_persons", lambda *given: calls.append(given) or plain(*given))
    for _ in range(2):
        igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="none"), cache=tmp_path / "cache")
    assert len(calls) == 1
    kept = next((tmp_path / "cache").glob("*/who_is_who.kept"))
    kept.write_bytes(b"damaged")
    igf_extract.extract(raw, tmp_path / "out", settings=Settings(model="none"), cache=tmp_path / "cache")
    assert len(calls) == 2
    assert igf_extract.load(tmp_path / "out").persons["person_id"].tolist() == ["maria-okafor"]
