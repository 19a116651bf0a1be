"""Who is who over a corpus: organisations by their words, persons by names and organisations, organisations again by their persons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from igf_extract.identity.body import Affiliation
from igf_extract.identity.body_name import looks_like_acronym
from igf_extract.identity.decisions import as_pairs
from igf_extract.identity.group import Named
from igf_extract.identity.ids import best_form, shown, slug
from igf_extract.identity.known import known
from igf_extract.identity.lexicon import places
from igf_extract.identity.organizations import cluster_organizations
from igf_extract.identity.person_name import PersonName, read_name
from igf_extract.identity.persons import cluster_persons
from igf_extract.identity.registry import Registry, kept_ids
from igf_extract.model import Decision, Entry, EntryKey, Identities, Identity, Link

_ROUNDS = 2


def resolve(entries: Iterable[Entry], decisions: Sequence[Decision] = (), registry: Registry | None = None) -> Identities:
    """One id for each person and each organisation over all entries.

    The result depends neither on the order of the entries nor on file names. ``decisions`` win over everything;
    those that no entry answers to come back as ``unused_decisions``. With a ``registry`` the ids of earlier runs are kept.
    Entries whose name cannot be read, and joint affiliations, get no id.
    """
    everything = sorted(entries, key=lambda entry: entry.key)
    read = {entry.key: name for entry in everything if entry.name and (name := read_name(entry.name))}
    pairs, unused = as_pairs(decisions, everything)
    person_of: dict[EntryKey, str] = {key: name.key for key, name in read.items() if len(name.core) > 1}
    bodies: list[list[Affiliation]] = []
    people: list[list[Named]] = []
    links: list[Link] = []
    for _ in range(_ROUNDS):
        bodies, body_links = cluster_organizations(everything, person_of, *pairs["organization"])
        people, person_links = cluster_persons(_named(everything, read, bodies), *pairs["person"])
        person_of = {member.entry.key: str(number) for number, members in enumerate(people) for member in members}
        links = body_links + person_links
    persons = kept_ids([_person(members) for members in people], "person", registry)
    organizations = kept_ids([_organization(members) for members in bodies], "organization", registry)
    persons, organizations = _with_confidence(persons, "person", links), _with_confidence(organizations, "organization", links)
    return Identities(
        person_of={key: person.id for person in persons for key in person.entries},
        organization_of={key: body.id for body in organizations for key in body.entries},
        persons=tuple(sorted(persons, key=lambda person: person.id)),
        organizations=tuple(sorted(organizations, key=lambda body: body.id)),
        links=tuple(sorted(set(links), key=lambda link: (link.kind, link.a, link.b, link.reason))),
        unused_decisions=tuple(unused),
    )


def _named(entries: Sequence[Entry], read: Mapping[EntryKey, PersonName], bodies: Sequence[Sequence[Affiliation]]) -> list[Named]:
    body_of: dict[EntryKey, int] = {}
    region_of: dict[int, str | None] = {}
    for number, members in enumerate(bodies):
        region_of[number] = _region(members)
        for member in members:
            body_of[member.entry.key] = number
    out = []
    for entry in entries:
        name = read.get(entry.key)
        if name is not None:
            home = body_of.get(entry.key)
            sure: frozenset[str] = frozenset() if home is None else frozenset((str(home),))
            out.append(Named(entry, name, sure, None if home is None else region_of[home]))
    return out


def _region(members: Sequence[Affiliation]) -> str | None:
    """Where nearly all people of an organisation come from; None for world bodies and mixed ones."""
    for member in members:
        if member.target.kind == "known":
            seat = known().rows[int(member.target.key)].seat
            if seat is None:
                return None
    table = places()
    named = {table.region[code] for member in members for code in member.name.places | member.name.inside if code in table.region}
    if len(named) == 1:
        return next(iter(named))
    regions = Counter(member.entry.regional_group for member in members if member.entry.regional_group not in (None, "intergovernmental"))
    if not regions:
        return None
    (region, count) = regions.most_common(1)[0]
    return region if count == regions.total() else None


def _with_confidence(found: Sequence[Identity], kind: str, links: Sequence[Link]) -> list[Identity]:
    """The confidence of an identity is that of its weakest link; a link left open to another identity lowers it to one half at most."""
    home = {str(key): identity.id for identity in found for key in identity.entries}
    least: dict[str, float] = {}
    for link in links:
        for mention in (link.a, link.b) if link.kind == kind else ():
            score = link.score if link.decision == "same" else max(0.5, 1 - link.score)
            if mention in home:
                least[home[mention]] = min(score, least.get(home[mention], 1.0))
    return [replace(identity, confidence=least.get(identity.id, 1.0)) for identity in found]


def _person(members: Sequence[Named]) -> Identity:
    forms = Counter(shown(member.entry.name or "") for member in members)
    name = best_form(forms, person=True)
    return Identity(id=slug(name), name=name, names=_counted(forms), entries=tuple(member.entry.key for member in members))


def _counted(forms: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(forms.items(), key=lambda pair: (-pair[1], pair[0])))


def _organization(members: Sequence[Affiliation]) -> Identity:
    forms = Counter(shown(member.entry.organization or "") for member in members)
    row = next((known().rows[int(member.target.key)] for member in members if member.target.kind == "known"), None)
    short = Counter(sorted(form for form in forms.elements() if looks_like_acronym(form)))
    name = row.name if row else best_form(forms)
    acronym = row.short[0] if row and row.short and looks_like_acronym(row.short[0]) else None
    if acronym is None:
        given = Counter(sorted(acronym for member in members for acronym in member.name.acronyms))
        acronym = short.most_common(1)[0][0] if short else (given.most_common(1)[0][0].upper() if given else None)
    return Identity(id=slug(name), name=name, names=_counted(forms), entries=tuple(member.entry.key for member in members), acronym=acronym)
