"""Reads the word lists of ``data/``. Everything a non-programmer may edit is a TOML file there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


class DataFileError(Exception):
    """A file of ``data/`` is wrong: says which file, which entry, and what to change."""


@cache
def read_data(name: str) -> Mapping[str, Any]:
    """The content of ``data/<name>`` (TOML).

    Raises:
        DataFileError: the file is missing or is not valid TOML.
    """
    path = files("igf_extract").joinpath("data", *name.split("/"))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataFileError(f"data/{name} is missing from the package") from None
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"data/{name} is not valid TOML: {error}") from None
