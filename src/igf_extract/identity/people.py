"""The persons of a corpus: family by family, those that have not changed from memory."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from igf_extract.identity.decisions import Rulings
from igf_extract.identity.families import bearers, families, read_forms
from igf_extract.identity.group import Named
from igf_extract.identity.memory import Memory, packed
from igf_extract.identity.outcome import ALONE, Outcome, Part
from igf_extract.identity.persons import cluster_persons
from igf_extract.identity.prints import PlacedRulings, local
from igf_extract.identity.related import related_forms
from igf_extract.model import Entry


class People:
    """The entries with a name that can be read. A place is the number of an entry."""

    def __init__(self, entries: Sequence[Entry], prints: Sequence[bytes], rulings: Rulings, memory: Memory) -> None:
        self._entries = entries
        self._memory = memory
        forms = read_forms((entry.name for entry in entries if entry.name), memory)
        self._names = forms.names
        self._at = [forms.number.get(entry.name, -1) if entry.name else -1 for entry in entries]
        self._rare = bearers(forms.names, memory)
        self._rulings = PlacedRulings(rulings, [entry.key for entry in entries])
        self._families = families(forms, self._at, related_forms(forms, memory), self._rulings.same)
        memory.forget("related")
        self._prints = [self._print(number, prints) for number in range(len(self._families))]

    def keys(self) -> list[str | None]:
        """What stands for the person of each entry while persons are not known: the name, where it has two words."""
        names = [name.key if len(name.core) > 1 else None for name in self._names]
        return [names[number] if number >= 0 else None for number in self._at]

    def _print(self, number: int, prints: Sequence[bytes]) -> bytes:
        """What the outcome of a family depends on besides the organisations: entries, names that relate, rare words, decisions."""
        family = self._families[number]
        if len(family.places) == 1:
            return b""
        digest = blake2b(digest_size=16)
        for place in family.places:
            digest.update(prints[place])
        _, numbers = local([self._at[place] for place in family.places])
        first = {number: n for n, number in enumerate(numbers)}
        digest.update(bytes([self._rare[word] for number in first for word in self._names[number].core]))
        digest.update(repr([(first[a], first[b]) for a, b in family.related]).encode())
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
        regions = [region_of[body] for body in bodies]
        content = self._prints[number] + packed(",".join(map(str, homes)), *(region or "" for region in regions))
        return self._memory.of("persons", content, lambda: self._cluster(number, homes, regions))

    def _cluster(self, number: int, homes: Sequence[int], regions: Sequence[str | None]) -> Outcome:
        family = self._families[number]
        sure = [frozenset((str(home),)) for home in range(len(regions))]  # one object a body
        named = []
        names = self._names
        for at, (place, home) in enumerate(zip(family.places, homes, strict=True)):
            entry, name = self._entries[place], names[self._at[place]]
            named.append(Named(entry, name, at) if home < 0 else Named(entry, name, at, sure[home], regions[home]))
        related = [(names[a], names[b]) for a, b in family.related]
        return cluster_persons(named, related, self._rare, self._rulings.marks, self._rulings.within(family.places))
