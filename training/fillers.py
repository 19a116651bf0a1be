"""The words of ``data/fillers.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def fillers() -> Mapping[str, Any]:
    """All lists of the file."""
    return tomllib.loads((Path(__file__).parent / "data" / "fillers.toml").read_text(encoding="utf-8"))
