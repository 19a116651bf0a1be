"""Groups of entries that are held to be one person, and what they have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from igf_extract.identity.decisions import Mark
from igf_extract.identity.lexicon import places
from igf_extract.identity.person_name import PersonName
from igf_extract.model import Entry, EntryKey

# fields that may repeat somebody who is already on the page
REPEATING = frozenset({"moderator", "onsite_moderator", "online_moderator", "rapporteur"})
_NO_PLACE = frozenset({"intergovernmental"})
_NOTHING: frozenset[str] = frozenset()
_FIRST_YEAR = 2000
Seen = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Named:
    """An entry with its name read, and with what its organisation is (``sure``); ``place``: its number among those compared."""

    entry: Entry
    name: PersonName
    place: int
    sure: frozenset[str] = frozenset()
    likely_region: str | None = None

    @property
    def key(self) -> EntryKey:
        return self.entry.key

    @property
    def bare(self) -> bool:
        """Whether the entry is a name and nothing else that tells people apart."""
        return not (self.sure or self.entry.stakeholder_group or self.entry.regional_group)


@dataclass(slots=True)
class Group:
    """One candidate person. Everything is the union over the members.

    Frozen sets are shared between groups and ``years`` are bits, since a corpus has hundreds of thousands of groups.
    ``sessions``: session -> (name in its order, whether the field repeats people of the page) of each member there.
    ``marks``: decisions that keep it apart from others.
    """

    number: int
    members: list[Named] = field(default_factory=list)
    names: dict[PersonName, int] = field(default_factory=dict)
    sure: frozenset[str] = _NOTHING
    regions: frozenset[str] = _NOTHING
    likely: frozenset[str] = _NOTHING
    groups: frozenset[str] = _NOTHING
    countries: frozenset[str] = _NOTHING
    years: int = 0
    sessions: dict[str, tuple[Seen, ...]] = field(default_factory=dict)
    marks: frozenset[Mark] = frozenset()
    alive: bool = True
    version: int = 0

    def take(self, named: Named, repeats: bool = False, marks: frozenset[Mark] = frozenset()) -> None:
        """Adds one entry. ``repeats``: it may name again somebody who is already on the page."""
        entry = named.entry
        self.members.append(named)
        self.names[named.name] = self.names.get(named.name, 0) + 1
        self.sure |= named.sure
        if entry.regional_group and entry.regional_group not in _NO_PLACE:
            self.regions = _with(self.regions, entry.regional_group)
        if named.likely_region:
            self.likely = _with(self.likely, named.likely_region)
        if entry.stakeholder_group:
            self.groups = _with(self.groups, entry.stakeholder_group)
        if entry.country_code:
            self.countries = _with(self.countries, entry.country_code)
            home = places().region.get(entry.country_code)
            if home:
                self.likely = _with(self.likely, home)
        if entry.year is not None:
            self.years |= 1 << max(0, entry.year - _FIRST_YEAR)
        seen = (named.name.ordered, repeats)
        before = self.sessions.get(entry.session, ())
        if seen not in before:
            self.sessions[entry.session] = (*before, seen)
        self.marks |= marks

    def swallow(self, other: Group) -> None:
        """Takes over all of ``other``, which is dead afterwards."""
        self.members += other.members
        for name, count in other.names.items():
            self.names[name] = self.names.get(name, 0) + count
        self.sure |= other.sure
        self.regions |= other.regions
        self.likely |= other.likely
        self.groups |= other.groups
        self.countries |= other.countries
        self.years |= other.years
        self.marks |= other.marks
        for session, found in other.sessions.items():
            before = self.sessions.get(session, ())
            self.sessions[session] = (*before, *(seen for seen in found if seen not in before))
        other.alive = False
        other.names, other.sessions = {}, {}
        self.version += 1


@lru_cache(maxsize=10_000)
def _with(words: frozenset[str], word: str) -> frozenset[str]:
    """The union, one object for equal unions."""
    return words | {word}
