"""Groups of entries that are held to be one person, and what they have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from igf_extract.identity.lexicon import places
from igf_extract.identity.person_name import PersonName
from igf_extract.model import Entry

# fields that may repeat somebody who is already on the page
REPEATING = frozenset({"moderator", "onsite_moderator", "online_moderator", "rapporteur"})
_NO_PLACE = frozenset({"intergovernmental"})


@dataclass(frozen=True, slots=True)
class Named:
    """An entry with its name read, and with what its organisation is (``sure``)."""

    entry: Entry
    name: PersonName
    sure: frozenset[str] = frozenset()
    likely_region: str | None = None

    @property
    def sort_key(self) -> tuple[int, str, int, int]:
        return (self.entry.year or 9999, *self.entry.key)


@dataclass(slots=True)
class Group:
    """One candidate person. Everything is the union over the members."""

    number: int
    members: list[Named] = field(default_factory=list)
    names: Counter[PersonName] = field(default_factory=Counter)
    sure: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    likely: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    sessions: dict[str, set[tuple[str, bool]]] = field(default_factory=lambda: defaultdict(set))
    alive: bool = True
    version: int = 0

    def take(self, named: Named) -> None:
        entry = named.entry
        self.members.append(named)
        self.names[named.name] += 1
        self.sure |= named.sure
        if entry.regional_group and entry.regional_group not in _NO_PLACE:
            self.regions.add(entry.regional_group)
        if named.likely_region:
            self.likely.add(named.likely_region)
        if entry.stakeholder_group:
            self.groups.add(entry.stakeholder_group)
        if entry.country_code:
            self.countries.add(entry.country_code)
            home = places().region.get(entry.country_code)
            if home:
                self.likely.add(home)
        if entry.year is not None:
            self.years.add(entry.year)
        self.sessions[entry.session].add((named.name.ordered, entry.role in REPEATING))

    def swallow(self, other: Group) -> None:
        """Takes over all of ``other``, which is dead afterwards."""
        self.members += other.members
        self.names += other.names
        for name in ("sure", "regions", "likely", "groups", "countries", "years"):
            getattr(self, name).update(getattr(other, name))
        for session, found in other.sessions.items():
            self.sessions[session] |= found
        other.alive = False
        self.version += 1
