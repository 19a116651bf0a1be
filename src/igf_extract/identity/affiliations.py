"""The organisations of a corpus: part by part, those that have not changed from memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from igf_extract.identity.body import Affiliation
from igf_extract.identity.body_name import read_body
from igf_extract.identity.decisions import Rulings
from igf_extract.identity.known import known
from igf_extract.identity.memory import Memory, packed
from igf_extract.identity.neighbours import Neighbours
from igf_extract.identity.organizations import cluster_organizations
from igf_extract.identity.outcome import ALONE, Outcome, Part
from igf_extract.identity.prints import PlacedRulings, local
from igf_extract.identity.target import Target, settled
from igf_extract.identity.waiting import waits
from igf_extract.identity.written_body import WrittenBody, read_bodies
from igf_extract.model import Entry

Person = Hashable | None
_NOWHERE: frozenset[str] = frozenset()


class Affiliations:
    """The entries with an organisation. ``targets``: of each entry; None where none can be read, and for joint affiliations."""

    def __init__(self, entries: Sequence[Entry], prints: Sequence[bytes], rulings: Rulings, memory: Memory) -> None:
        self._entries = entries
        self._prints = prints
        self._memory = memory
        self._rulings = PlacedRulings(rulings, [entry.key for entry in entries])
        self._texts = [entry.organization if entry.organization and entry.organization.strip() else None for entry in entries]
        self._bodies = read_bodies((text for text in self._texts if text is not None), memory)
        self._neighbours = Neighbours(self._bodies, memory)
        self.targets = self._targets()

    def _targets(self) -> list[Target | None]:
        found: dict[tuple[str, str | None], Target | None] = {}
        out: list[Target | None] = []
        for text, entry in zip(self._texts, self._entries, strict=True):
            if text is None or text not in self._bodies:
                out.append(None)
                continue
            at = (text, entry.country_code)
            if at not in found:
                found[at] = _in_country(self._bodies[text], entry.country_code)
            out.append(found[at])
        return out

    def clusters(self, people: Sequence[Person]) -> list[Part]:
        """The outcome of each part of the corpus. ``people``: what tells the person of each entry from others, as far as known."""
        homes = self._homes(people)
        parts = self._neighbours.parts(self._texts, people, self._rulings.same)
        return [(places, self._outcome(places, people, homes)) for places in parts]

    def _homes(self, people: Sequence[Person]) -> Mapping[Person, frozenset[str]]:
        """The countries of the people of acronyms and ministries, from their other entries."""
        wanted = {person for person, target in zip(people, self.targets, strict=True) if person is not None and target and waits(target)}
        out: dict[Person, frozenset[str]] = defaultdict(frozenset)
        for place, person in enumerate(people):
            target = self.targets[place]
            if person in wanted and target is not None and not waits(target):
                out[person] |= self._home(place, target)
        return out

    def _home(self, place: int, target: Target) -> frozenset[str]:
        """The country of an entry; of its organisation where it gives none; nothing for world bodies."""
        seat = known().rows[int(target.key)].seat if target.kind == "known" else target.country
        if target.kind == "known" and seat is None:
            return _NOWHERE
        code = self._entries[place].country_code
        seats = self._bodies[self._texts[place] or ""].seats | ({seat} if seat else _NOWHERE)
        return frozenset((code,)) if code else (seats if len(seats) == 1 else _NOWHERE)

    def _outcome(self, places: Sequence[int], people: Sequence[Person], homes: Mapping[Person, frozenset[str]]) -> Outcome:
        if len(places) == 1:
            return ALONE._replace(
                regions=self._memory.of("region", self._prints[places[0]], lambda: self._cluster(places, [-1], {})).regions
            )
        numbers, persons = local([people[place] for place in places])
        home = {str(number): homes[person] for number, person in enumerate(persons) if person in homes}
        content = b"".join([self._prints[place] for place in places]) + packed(
            ",".join(map(str, numbers)),
            repr([(number, sorted(found)) for number, found in home.items()]),
            *self._aims(places),
        )
        return self._memory.of("organizations", content, lambda: self._cluster(places, numbers, home))

    def _aims(self, places: Sequence[int]) -> Iterable[str]:
        """The targets of the texts, which depend on names elsewhere in the corpus; and the decisions."""
        for text in dict.fromkeys(self._texts[place] for place in places):
            yield repr(self._bodies[text or ""].target)
        yield repr(self._rulings.content(places))

    def _cluster(self, places: Sequence[int], numbers: Sequence[int], homes: Mapping[str, frozenset[str]]) -> Outcome:
        items = []
        for at, (place, number) in enumerate(zip(places, numbers, strict=True)):
            name, target = read_body(self._texts[place] or ""), self.targets[place]
            if name is not None and target is not None:
                items.append(Affiliation(self._entries[place], name, target, at, None if number < 0 else str(number)))
        return cluster_organizations(items, homes, self._rulings.marks, self._rulings.within(places))


def _in_country(body: WrittenBody, code: str | None) -> Target | None:
    """A public body takes the entry's country; one of the list with another seat is a body of the same wording elsewhere."""
    target = body.target
    if target is None or code is None:
        return target
    if target.kind == "public" and target.country is None:
        return settled(replace(target, country=code))
    if target.kind == "known" and body.is_public:
        seat = known().rows[int(target.key)].seat
        if seat and seat != code and seat not in body.inside:
            return settled(Target("public", body.wording, code))
    return target
