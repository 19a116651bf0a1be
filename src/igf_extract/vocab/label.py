"""A field of some page form, and a label found at the start of a line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A field of some page form (``[keys]`` of labels.toml)."""

    name: str
    field: str
    reader: str
    shape: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a line. Offsets are into the line's text; ``value_start`` is None where the label stands alone."""

    key: str
    end: int
    value_start: int | None
    spelling: str
    marked: bool = False
