"""The persons of a corpus: family by family, those that have not changed from memory."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from igf_extract.identity.decisions import Rulings
from igf_extract.identity.families import bearers, families, read_names
from igf_extract.identity.group import Named
from igf_extract.identity.memory import Memory, packed
from igf_extract.identity.outcome import ALONE, Outcome
from igf_extract.identity.persons import cluster_persons
from igf_extract.identity.prints import PlacedRulings, local
from igf_extract.identity.related import related_forms
from igf_extract.model import Entry

Part = tuple[Sequence[int], Outcome]


class People:
    """The entries with a name. ``names``: of each entry, None where none can be read; a place is a number of an entry."""

    def __init__(self, entries: Sequence[Entry], prints: Sequence[bytes], rulings: Rulings, memory: Memory) -> None:
        self._entries = entries
        self._memory = memory
        read, keys = read_names((entry.name for entry in entries if entry.name), memory)
        self.names = [read.get(entry.name) if entry.name else None for entry in entries]
        self._rare = bearers(keys, memory)
        self._rulings = PlacedRulings(rulings, [entry.key for entry in entries])
        self._families = families(self.names, related_forms(keys, memory), self._rulings.same)
        self._prints = [self._print(number, prints) for number in range(len(self._families))]

    def _print(self, number: int, prints: Sequence[bytes]) -> bytes:
        """What the outcome of a family depends on besides the organisations: entries, names that relate, rare words, decisions."""
        family = self._families[number]
        if len(family.places) == 1:
            return b""
        digest = blake2b(digest_size=16)
        for place in family.places:
            digest.update(prints[place])
        forms = dict.fromkeys(name for place in family.places if (name := self.names[place]) is not None)
        numbers = {name: n for n, name in enumerate(forms)}
        digest.update(bytes(self._rare[word] for name in forms for word in name.core))
        digest.update(repr([(numbers[a], numbers[b]) for a, b in family.related]).encode())
        digest.update(self._rulings.content(family.places))
        return digest.digest()

    def clusters(self, body_of: Sequence[int | None], region_of: Sequence[str | None]) -> list[Part]:
        """The outcome of each family. ``body_of``: the number of each entry's organisation; ``region_of``: the region of each number."""
        return [(family.places, self._outcome(number, body_of, region_of)) for number, family in enumerate(self._families)]

    def _outcome(self, number: int, body_of: Sequence[int | None], region_of: Sequence[str | None]) -> Outcome:
        places = self._families[number].places
        if len(places) == 1:
            return ALONE
        homes, bodies = local([body_of[place] for place in places])
        regions = [region_of[body] if isinstance(body, int) else None for body in bodies]
        content = self._prints[number] + packed(",".join(map(str, homes)), *(region or "" for region in regions))
        return self._memory.of("persons", content, lambda: self._cluster(number, homes, regions))

    def _cluster(self, number: int, homes: Sequence[int], regions: Sequence[str | None]) -> Outcome:
        family = self._families[number]
        sure = [frozenset((str(home),)) for home in range(len(regions))]  # one object a body
        named = []
        for at, (place, home) in enumerate(zip(family.places, homes, strict=True)):
            name = self.names[place]
            if name is not None:
                entry = self._entries[place]
                named.append(Named(entry, name, at) if home < 0 else Named(entry, name, at, sure[home], regions[home]))
        return cluster_persons(named, family.related, self._rare, self._rulings.marks, self._rulings.within(family.places))
