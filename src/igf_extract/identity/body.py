"""Groups of entries that are held to be one organisation, and how the names of two of them relate."""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from igf_extract.identity.body_name import BodyName, initials
from igf_extract.identity.decisions import Mark
from igf_extract.identity.known import known
from igf_extract.identity.letters import is_han
from igf_extract.identity.lexicon import bodies, places
from igf_extract.identity.score import Judgement, weighed
from igf_extract.identity.target import Target
from igf_extract.model import Entry, EntryKey

TEXT = ("page", "translation", "slip", "kind", "place", "plain_kind", "part", "likeness")
_MOST_FORMS = 8


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An entry with its organisation's name read; ``person`` tells people apart as far as that is known.

    ``place``: its number among those compared.
    """

    entry: Entry
    name: BodyName
    target: Target
    place: int
    person: str | None = None

    @property
    def key(self) -> EntryKey:
        return self.entry.key


@dataclass(slots=True)
class Body:
    """One candidate organisation. Everything is the union over the members.

    ``first``: the member with the smallest ``place``; ``marks``: decisions that keep it apart from others.
    """

    number: int
    target: Target
    members: list[Affiliation] = field(default_factory=list)
    names: Counter[BodyName] = field(default_factory=Counter)
    acronyms: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    seats: set[str] = field(default_factory=set)
    inside: set[str] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    marks: frozenset[Mark] = frozenset()
    first: Affiliation | None = None
    alive: bool = True
    version: int = 0
    _forms: list[BodyName] = field(default_factory=list)

    @property
    def worldwide(self) -> bool:
        """A world body of the list: where its people come from says nothing."""
        return any(known().rows[number].seat is None for number in self.listed)

    def take(self, item: Affiliation, marks: frozenset[Mark] = frozenset()) -> None:
        self.members.append(item)
        self.names[item.name] += 1
        self.marks |= marks
        self._forms = []
        if self.first is None or item.place < self.first.place:
            self.first = item
        if self.names[item.name] == 1:
            self.acronyms |= set(item.name.acronyms)
            self.inside |= item.name.inside
        self._take_places(item)
        if item.person:
            self.persons.add(item.person)
        if item.entry.stakeholder_group:
            self.groups.add(item.entry.stakeholder_group)

    def _take_places(self, item: Affiliation) -> None:
        before = len(self.countries) + len(self.seats)
        self.seats |= item.name.places | item.name.inside
        if item.target.country:
            self.seats.add(item.target.country)
        if item.target.kind == "known":
            number = int(item.target.key)
            self.listed.add(number)
            seat = known().rows[number].seat
            self.seats |= {seat} if seat else set()
        if item.entry.country_code:
            self.countries.add(item.entry.country_code)
        region = item.entry.regional_group
        if region and region != "intergovernmental":
            self.regions.add(region)
        if len(self.countries) + len(self.seats) != before:
            self.regions |= {region for code in self.countries | self.seats if (region := places().region.get(code))}

    def swallow(self, other: Body) -> None:
        self.members += other.members
        self.names.update(other.names)
        self.marks |= other.marks
        self._forms = []
        if other.first and (self.first is None or other.first.place < self.first.place):
            self.first = other.first
        for name in ("acronyms", "persons", "regions", "groups", "countries", "seats", "inside", "listed"):
            getattr(self, name).update(getattr(other, name))
        other.alive = False
        self.version += 1

    @property
    def forms(self) -> list[BodyName]:
        """The most frequent names."""
        if not self._forms:
            self._forms = heapq.nsmallest(_MOST_FORMS, self.names, key=lambda name: (-self.names[name], name.written))
        return self._forms


@lru_cache(maxsize=50_000)
def text_relation(a: BodyName, b: BodyName) -> str | None:
    """How two names relate: one of ``TEXT``; None where they have too little in common."""
    if a.inside and b.inside and not a.inside & b.inside:
        return None
    if a.page or b.page:
        return "page" if (a.page or a.joined) == (b.page or b.joined) else None
    if a.joined_concepts == b.joined_concepts or (len(set(a.concepts)) > 1 and a.sorted_concepts == b.sorted_concepts):
        return "translation"
    if _is_slip(a, b):
        return "slip"
    short, long = (a, b) if len(a.concepts) <= len(b.concepts) else (b, a)
    return _shortened(short, long) or ("likeness" if _alike(a, b) else None)


def _is_slip(a: BodyName, b: BodyName) -> bool:
    if len(a.content) == len(b.content):
        other = [(x, y) for x, y in zip(a.content, b.content, strict=True) if x != y]
        if len(other) == 1 and len(a.content) > 1:
            x, y = other[0]
            concepts = bodies().concept
            apart = x in concepts and y in concepts and concepts[x] != concepts[y]
            return min(len(x), len(y)) > 4 and not apart and x[0] == y[0] and DamerauLevenshtein.distance(x, y, score_cutoff=1) <= 1
        return False
    return min(len(a.joined), len(b.joined)) > 11 and DamerauLevenshtein.distance(a.joined, b.joined, score_cutoff=1) <= 1


def _without_kind(name: BodyName) -> set[str]:
    """The name written as one word without one word for the kind of body, as written and in English."""
    lexicon = bodies()
    out = set()
    for words in (name.content, name.concepts):
        for at, word in enumerate(words):
            if lexicon.concept.get(word, word) in lexicon.kinds and len(words) > 1:
                out.add("".join(words[:at] + words[at + 1 :]))
    return out


def _shortened(short: BodyName, long: BodyName) -> str | None:
    kinds = bodies().kinds
    if long.content[-1] in bodies().beside and long.content[-1] not in short.content and set(short.concepts) & kinds:
        return None  # the foundation that a society has set up is not the society
    own_words = bool(short.proper or long.proper)
    if len(short.joined) > 4 and {short.joined, short.joined_concepts} & _without_kind(long):
        return "kind" if own_words else ("plain_kind" if len(short.content) > 1 else None)
    mine, theirs = set(short.concepts), set(long.concepts)
    if not mine < theirs:
        return None
    more = theirs - mine
    if len(mine) > 1 and long.inside and not short.inside and all(_names_place(word) for word in more):
        return "place"
    if not short.proper:
        return None
    if more <= kinds and len(more) == 1:
        return "kind"
    if "university" in mine:
        return None  # "Technical University of ..." beside "University of ..."
    begins = long.concepts[0] == short.concepts[0]  # names are shortened at their end
    return "part" if begins and (len(mine) > 1 or len(short.joined) > 5) else None


def _names_place(word: str) -> bool:
    return word in places().region or word in places().cities


def _alike(a: BodyName, b: BodyName) -> bool:
    """Some words in common, and one of the two in another language or script: what a person's two affiliations may show as one."""
    mine, theirs = set(a.concepts), set(b.concepts)
    shared, whole = len(mine & theirs), len(mine | theirs)
    if any(is_han(c) for c in a.joined) != any(is_han(c) for c in b.joined):
        return shared * 4 >= whole
    return _translated(a) != _translated(b) and shared > 1 and shared * 5 >= whole * 2


def _translated(name: BodyName) -> bool:
    """Are two words or more of another language than English?"""
    lexicon = bodies()
    return sum(word in lexicon.concept and lexicon.concept[word] != word for word in name.content) > 1


def stands_for(short: str, body: Body) -> str | None:
    """``acronym`` where a text or the list gives it, ``initials`` where the words make it, else None."""
    if short in body.acronyms or any(short in known().acronyms and number in known().acronyms[short] for number in body.listed):
        return "acronym"
    if len(short) > 2 and any(short in initials(name.words) or short in initials(name.content) for name in body.forms):
        return "initials"
    return None


def relation(a: Body, b: Body) -> str | None:
    """The nearest relation of the names of two bodies; None where they cannot be one."""
    kinds = {a.target.kind, b.target.kind}
    if kinds & {"chapter", "short"} or (a.listed and b.listed and not a.listed & b.listed):
        return None
    if "public" in kinds and (len(kinds) > 1 or (a.target.country and b.target.country and a.target.country != b.target.country)):
        return None
    found = {text_relation(x, y) for x in a.forms for y in b.forms if not (x.is_acronym or y.is_acronym)}
    return next((kind for kind in TEXT if kind in found), None)


def judge(a: Body, b: Body, kind: str, only: bool = False) -> Judgement:
    """The evidence for and against two bodies being one, beyond their names. ``only``: nothing else could be meant."""
    reasons = ["only_one"] if only else []
    if a.persons & b.persons:
        reasons.append("same_person")
    if not (a.worldwide or b.worldwide):
        mine, theirs = a.seats | a.countries, b.seats | b.countries
        if mine and theirs:
            apart = "other_seat" if a.seats and b.seats and not a.seats & b.seats else "other_country"
            reasons.append("same_country" if mine & theirs else apart)
        if a.regions and b.regions and not mine & theirs:
            reasons.append("same_region" if a.regions & b.regions else "other_region")
    if a.groups and b.groups:
        reasons.append("same_group" if a.groups & b.groups else "other_group")
    return weighed("organization", (kind, *reasons))
