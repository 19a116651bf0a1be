"""The items of a roster: an entry with the roles in which it takes part, and an office whose body may stand on the next line."""

from __future__ import annotations

from dataclasses import dataclass

from igf_extract.parsing.people.details import Entry
from igf_extract.vocab.roles import RoleLabel


@dataclass(frozen=True, slots=True)
class Item:
    """An entry with the roles in which it takes part and how these were told."""

    entry: Entry
    label: RoleLabel
    labelled: bool
    alone: bool  # its line holds this entry only
    line: int
    printed: tuple[str, str]  # its label and its text, to know a second printing
    mark: str = ""  # what stands before its line as an item of a list


@dataclass(frozen=True, slots=True)
class UnitOffice:
    """An office with its unit on a line of its own ("Chair of the Charter Group"), whose body may follow on the next line."""

    text: str
    line: int
