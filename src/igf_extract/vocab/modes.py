"""The modes of ``data/modes.toml``: what a page loses on its way to text, as costs of the alignment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from igf_extract.vocab.load import DataFileError, read_data

_NOT_COSTS = {"about", "fires"}


@dataclass(frozen=True, slots=True)
class Mode:
    """One mode; see the head of modes.toml for each entry."""

    name: str
    loses_labels: str
    enter_lost: tuple[float, float, float]
    enter_unlabelled: tuple[float, float, float]
    first_label_lost: float
    lost_kept: float
    lost_inline: float
    stay_single: tuple[float, float, float]
    stay_person: tuple[float, float, float]
    stay_list: tuple[float, float, float]
    stay_prose: tuple[float, float, float]
    blank_line: float
    prior: float

    def loses(self, label: str) -> bool:
        """Whether a label that stands on a line of its own is lost in this mode."""
        return self.loses_labels == "all" or (self.loses_labels == "one_token" and len(label.split()) == 1)


def _mode(name: str, entry: Mapping[str, Any]) -> Mode:
    values: dict[str, Any] = {
        ("loses_labels" if key == "loses" else key): tuple(value) if isinstance(value, list) else value
        for key, value in entry.items()
        if key not in _NOT_COSTS
    }
    expected = {f.name for f in fields(Mode)} - {"name"}
    if set(values) != expected:
        raise DataFileError(
            f"data/modes.toml: mode {name} lacks {sorted(expected - set(values))} or has unknown {sorted(set(values) - expected)}"
        )
    return Mode(name=name, **values)


@cache
def MODES() -> tuple[Mode, ...]:
    """All modes, in the order of the file.

    Raises:
        DataFileError: an entry is missing or unknown.
    """
    return tuple(_mode(name, entry) for name, entry in read_data("modes.toml").items())
