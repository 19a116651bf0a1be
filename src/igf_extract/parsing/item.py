"""One line of a page as the aligner sees it."""

from __future__ import annotations

from dataclasses import dataclass

from igf_extract.model import Line
from igf_extract.parsing.line_shape import LineShape
from igf_extract.vocab.labels import Label
from igf_extract.vocab.roles import read_role_label


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the page as the aligner sees it.

    ``label``: the label that opens it. ``soft``: that label is a role which may also stand inside a list of people.
    ``hint``: a bullet that begins with a role other than the organizer's. ``gap``: the blank lines before it that mean something.
    ``inside``: the line stands inside a numbered list that began above it. ``again``: it begins with a person whom a line right above
    names already, on a page that lost its blank lines. ``hosted``: it holds several people right below the name of a body, or is that
    body.
    """

    line: Line
    shape: LineShape
    label: Label | None = None
    soft: bool = False
    hint: bool = False
    gap: int = 0
    inside: bool = False
    again: bool = False
    hosted: bool = False

    @property
    def dated(self) -> bool:
        """Whether the line is the slot at the head of the page, which bears no label of its own."""
        return self.label is not None and self.label.key == "schedule" and self.label.end == 0

    @property
    def anchor(self) -> Label | None:
        """The label that fixes the line's slot."""
        return None if self.soft else self.label

    @property
    def heading(self) -> Label | None:
        """The label that stands alone on the line."""
        return self.anchor if self.anchor is not None and self.anchor.value_start is None else None


def heads_several(item: Item) -> bool:
    """Whether the heading alone on the line is a plural ("Moderators"), so that a list follows."""
    said = read_role_label(item.heading.spelling) if item.heading is not None and "(s)" not in item.heading.spelling else None
    return said is not None and said.plural
