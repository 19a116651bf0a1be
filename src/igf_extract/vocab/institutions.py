"""Well-known institutions of internet governance (``data/gazetteer.tsv``).

Columns of the list: name, acronym, kind, language, care. ``care`` = ``word`` marks names that are also ordinary words ("Orange", "Apple").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from igf_extract.vocab.load import DataFileError

_HEADER = ("name", "acronym", "kind", "language", "care")


@dataclass(frozen=True, slots=True)
class Institution:
    """One row of the gazetteer."""

    name: str
    acronym: str
    kind: str
    language: str
    care: str


@cache
def institutions() -> tuple[Institution, ...]:
    """The rows of the list.

    Raises:
        DataFileError: the header or a row does not have the five columns.
    """
    lines = files("igf_extract").joinpath("data", "gazetteer.tsv").read_text(encoding="utf-8").splitlines()
    if tuple(lines[0].split("\t")) != _HEADER:
        raise DataFileError(f"data/gazetteer.tsv: the first line must be {' / '.join(_HEADER)}, separated by tabs")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(_HEADER) or not cells[0].strip():
            raise DataFileError(f"data/gazetteer.tsv, line {number}: five cells separated by tabs expected, found {len(cells)}")
        rows.append(Institution(*cells))
    return tuple(rows)
