"""The organisations of one part of the corpus while they are put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from igf_extract.identity.body import Affiliation, Body
from igf_extract.identity.decisions import Mark, clash
from igf_extract.identity.outcome import PartLink, part_link
from igf_extract.identity.score import Judgement
from igf_extract.identity.target import Target
from igf_extract.identity.union import Union
from igf_extract.model import EntryKey


@dataclass(slots=True)
class Draft:
    """``merged``: numbers of bodies that are one now; ``marks``: decisions that keep entries apart."""

    bodies: list[Body] = field(default_factory=list)
    by_target: dict[Target, Body] = field(default_factory=dict)
    marks: Mapping[EntryKey, frozenset[Mark]] = field(default_factory=dict)
    links: list[PartLink] = field(default_factory=list)
    merged: Union[int] = field(default_factory=Union)

    def body_of(self, target: Target) -> Body:
        """The body that stands for a target; a new one where there is none."""
        if target not in self.by_target:
            self.by_target[target] = Body(len(self.bodies), target)
            self.bodies.append(self.by_target[target])
        return self.find(self.by_target[target].number)

    def find(self, number: int) -> Body:
        """The body that has swallowed the one of this number, or that body itself."""
        return self.bodies[self.merged.root(number)]

    def put(self, item: Affiliation, target: Target) -> None:
        """Puts an entry into the body of a target; beside it where a decision says that it is another one."""
        marks = self.marks.get(item.key, frozenset())
        while marks and clash(marks, self.body_of(target).marks):
            target = replace(target, key=f"{target.key}~")
        self.body_of(target).take(item, marks)

    def merge(self, into: Body, other: Body, judgement: Judgement) -> None:
        """Joins ``other`` into ``into`` and notes why."""
        if into is other:
            return
        self.link(into, other, "same", judgement)
        into.swallow(other)
        self.merged.tie(into.number, other.number)

    def link(self, a: Body, b: Body, decision: str, judgement: Judgement) -> None:
        """Notes a judged pair; a body of the list that nobody has named yet has no entry to stand for it."""
        if a.first is not None and b.first is not None:
            self.links.append(part_link("organization", a.first, b.first, decision, judgement))
