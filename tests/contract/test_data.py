"""Every file of ``data/`` loads, explains itself, is used, is listed, and holds no entry twice or against itself.

That each entry's ``fires`` and ``silent`` examples do what they say is tested next to the code that reads the file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "igf_extract"
DATA = PACKAGE / "data"
FILES = sorted(DATA.rglob("*.toml"))
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(DATA).as_posix()


def walk(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every table and list of a document with the place where it stands."""
    yield place, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, f"{place}[{index}]")


@pytest.fixture(params=FILES, ids=name)
def path(request: pytest.FixtureRequest) -> Path:
    chosen: Path = request.param
    return chosen


def test_loads_and_explains_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert tomllib.loads(text), "an empty file"
    assert text.startswith("#") or path.parent != DATA, "the first line says what the file is for"


def test_is_used(path: Path) -> None:
    where = name(path) if path.parent == DATA else path.parent.name
    assert re.search(rf"""["'/]{re.escape(where)}["'/]""", SOURCE), f"no code reads {where}"


def test_no_entry_twice(path: Path) -> None:
    for place, value in walk(tomllib.loads(path.read_text(encoding="utf-8"))):
        if isinstance(value, list) and all(isinstance(item, str) for item in value) and ".fires" not in place:
            twice = sorted({item for item in value if value.count(item) > 1})
            assert not twice, f"{place} says {twice} twice"


def test_examples_do_not_contradict(path: Path) -> None:
    for place, value in walk(tomllib.loads(path.read_text(encoding="utf-8"))):
        if isinstance(value, dict) and "fires" in value:
            both = [example for example in value["fires"] if example in value.get("silent", [])]
            assert not both, f"{place}: {both} must fire and must be silent"


def test_is_listed_for_those_who_edit(path: Path) -> None:
    listed = (DATA / "README.md").read_text(encoding="utf-8")
    where = name(path) if path.parent == DATA else f"{path.parent.name}/"
    assert f"`{where}`" in listed, f"add {where} to data/README.md"
