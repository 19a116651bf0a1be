"""The items of a roster: an entry with the roles in which it takes part, and an office whose body may stand on the next line."""

from __future__ import annotations

from dataclasses import dataclass

from igf_extract.parsing.people.details import Entry, contradicts
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

    def goes_on(self, entry: Entry, mark: str) -> bool:
        """Whether an entry without a name, on the line below behind the list mark ``mark``, tells more of this person."""
        if mark == "1" and self.mark not in ("", "1"):
            return False  # "2. Bar Union" below "• Ana Ruiz, Director"
        if mark and self.mark and self.entry.body is not None and entry.title:
            return False  # "• Minister of Roads (invited)" below "• Ana Ruiz, Foo": an item of its own that names nobody
        if entry.kind == "nameless":
            return self.entry.group is None and self.entry.region is None
        return entry.kind == "details" or (self.entry.body is None and not contradicts(entry, self.entry))


@dataclass(frozen=True, slots=True)
class UnitOffice:
    """An office with its unit on a line of its own ("Chair of the Charter Group"), whose body may follow on the next line."""

    text: str
    line: int
