from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.identity.entry import entry

from igf_extract.identity import resolve
from igf_extract.identity.registry import changes, read_registry, remember, write_registry
from igf_extract.model import Decision

SANTOS = entry("2015a", 0, "Maria Santos", "Tidewater Labs", group="cs", region="asia_pacific")
EARLIER = entry("2011x", 0, "Maria Santos", "Brightmoor Analytics", group="cs", region="grulac")


def test_ids_outlast_an_earlier_namesake() -> None:
    registry = remember(resolve([SANTOS]))
    found = resolve([SANTOS, EARLIER], registry=registry)
    assert found.person_of[SANTOS.key] == "maria-santos"
    assert found.person_of[EARLIER.key] == "maria-santos-2"


def test_without_a_registry_the_first_mention_has_the_plain_id() -> None:
    assert resolve([SANTOS, EARLIER]).person_of[EARLIER.key] == "maria-santos"


def test_merge_and_split_are_told() -> None:
    apart = resolve([SANTOS, EARLIER])
    registry = remember(apart)
    merged = resolve([SANTOS, EARLIER], [Decision(str(SANTOS.key), str(EARLIER.key), "same")], registry)
    assert ("merged", "maria-santos-2", "maria-santos") in {(c.what, c.id, c.other) for c in changes(registry, merged)}
    again = resolve([SANTOS, EARLIER], registry=remember(merged, registry))
    assert again.person_of == apart.person_of


def test_nothing_changes_on_a_second_run() -> None:
    first = resolve([SANTOS, EARLIER])
    registry = remember(first)
    assert resolve([SANTOS, EARLIER], registry=registry) == first
    assert not changes(registry, first)


def test_file_and_back(tmp_path: Path) -> None:
    registry = remember(resolve([SANTOS, EARLIER]))
    path = tmp_path / "identities.json"
    assert read_registry(path) is None
    write_registry(registry, path)
    assert read_registry(path) == registry


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "identities.json"
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(ValueError, match="no registry"):
        read_registry(path)
