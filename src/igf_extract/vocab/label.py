"""A field of some page form, and a label found at the start of a line."""

from __future__ import annotations

from dataclasses import dataclass, replace


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

    def behind(self, mark: int) -> Label:
        """The label on the whole line, where it was found behind a mark of so many characters."""
        value = None if self.value_start is None else self.value_start + mark
        return replace(self, end=self.end + mark, value_start=value, marked=True)
