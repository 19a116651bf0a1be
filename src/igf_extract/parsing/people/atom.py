"""The smallest piece of a line of people, with what it was told to be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from igf_extract.parsing.people.pieces import Piece
from igf_extract.vocab.places import Place
from igf_extract.vocab.roles import RoleLabel


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece that is not cut further. ``kind``: text, place, note, role, break, drop. ``first``: a new person begins here for certain.

    ``pair``: the person stands beside the one before ("A and B") and shares what follows. ``body``: what stands around it says that
    it is a body, which its words do not; ``person``: that it is somebody's name.
    """

    piece: Piece
    kind: str = "text"
    place: Place | None = None
    role: RoleLabel | None = None
    bracket: bool = False
    first: bool = False
    pair: bool = False
    body: bool = False
    person: bool = False

    @property
    def text(self) -> str:
        return self.piece.text

    @property
    def sep(self) -> str:
        return self.piece.sep

    @property
    def is_plain(self) -> bool:
        """Whether it is words that nothing told of yet, outside of brackets."""
        return self.kind == "text" and not self.bracket

    def is_place(self, kind: str) -> bool:
        """Whether it was told to be a place of one kind: group, region, country."""
        return self.place is not None and self.place.kind == kind

    def split(self, end: int, start: int, sep: str) -> tuple[Atom, Atom]:
        """What stands before ``end`` and what stands from ``start`` on, the latter after ``sep``."""
        left = replace(self, piece=self.piece.cut(0, end).trim(" "))
        right = replace(self, piece=self.piece.cut(start, None, sep).trim(" "), first=False, pair=False)
        return left, right
