"""The TOML files of ``training/data``: what slots are filled with, names of people, patterns of bodies."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def data_file(name: str) -> Mapping[str, Any]:
    """The content of one file, read once."""
    return tomllib.loads((Path(__file__).parent / "data" / name).read_text(encoding="utf-8"))


def fillers() -> Mapping[str, Any]:
    """All lists of ``fillers.toml``."""
    return data_file("fillers.toml")
