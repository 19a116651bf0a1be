"""Who is who over a corpus: organisations by their words, persons by names and organisations, organisations again by their persons."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from igf_extract.identity.body import Affiliation
from igf_extract.identity.body_name import looks_like_acronym
from igf_extract.identity.decisions import Replay, replay
from igf_extract.identity.group import Named
from igf_extract.identity.ids import best_form, shown, slug
from igf_extract.identity.known import known
from igf_extract.identity.lexicon import places
from igf_extract.identity.organizations import cluster_organizations
from igf_extract.identity.person_name import PersonName, read_name
from igf_extract.identity.persons import cluster_persons
from igf_extract.identity.registry import kept_ids
from igf_extract.identity.related import related_forms
from igf_extract.model import Decision, DecisionConflict, Entry, EntryKey, History, Identities, Identity, Link

_ROUNDS = 2


def resolve(entries: Iterable[Entry], decisions: Sequence[Decision] = (), history: History | None = None) -> Identities:
    """One id for each person and each organisation over all entries.

    The result depends neither on the order of the entries nor on file names. ``decisions`` win over everything; those that no
    entry answers to come back as ``unused_decisions``, those that contradict others as ``conflicts``. With a ``history`` the ids
    of an earlier output are kept. Entries whose name cannot be read, and joint affiliations, get no id.
    """
    everything = sorted(entries, key=lambda entry: entry.key)
    with _without_collector():
        return _resolved(everything, replay(decisions, everything), history)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of records that live to the end: looking through them for cycles would take a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _resolved(everything: Sequence[Entry], replayed: Replay, history: History | None) -> Identities:
    read = {entry.key: name for entry in everything if entry.name and (name := read_name(entry.name))}
    related = related_forms(read.values())
    person_of: dict[EntryKey, str] = {key: name.key for key, name in read.items() if len(name.core) > 1}
    for _ in range(_ROUNDS):
        bodies, body_links, refused_bodies = cluster_organizations(everything, person_of, replayed.rulings["organization"])
        named = _named(everything, read, bodies)
        people, person_links, refused_people = cluster_persons(named, related, replayed.rulings["person"])
        person_of = {member.entry.key: str(number) for number, members in enumerate(people) for member in members}
    links = body_links + person_links
    persons = kept_ids([_person(members) for members in people], "person", history)
    organizations = kept_ids([_organization(members) for members in bodies], "organization", history)
    persons, organizations = _with_confidence(persons, "person", links), _with_confidence(organizations, "organization", links)
    refused = [(pair, "person") for pair in refused_people] + [(pair, "organization") for pair in refused_bodies]
    return Identities(
        person_of={key: person.id for person in persons for key in person.entries},
        organization_of={key: body.id for body in organizations for key in body.entries},
        persons=tuple(sorted(persons, key=lambda person: person.id)),
        organizations=tuple(sorted(organizations, key=lambda body: body.id)),
        links=tuple(sorted(set(links), key=lambda link: (link.kind, link.a, link.b, link.reason))),
        unused_decisions=replayed.unused,
        conflicts=(*replayed.conflicts, *(_refused(pair, kind) for pair, kind in refused)),
    )


def _refused(pair: tuple[EntryKey, EntryKey], kind: str) -> DecisionConflict:
    a, b = pair
    why = "it would join entries that another decision keeps apart"
    return DecisionConflict(Decision(str(a), str(b), "same", kind=kind), a, why)


def _named(entries: Sequence[Entry], read: Mapping[EntryKey, PersonName], bodies: Sequence[Sequence[Affiliation]]) -> list[Named]:
    body_of: dict[EntryKey, int] = {}
    region_of: dict[int, str | None] = {}
    for number, members in enumerate(bodies):
        region_of[number] = _region(members)
        for member in members:
            body_of[member.entry.key] = number
    sure = [frozenset((str(number),)) for number in range(len(bodies))]  # one object a body
    out = []
    for entry in entries:
        name = read.get(entry.key)
        if name is not None:
            home = body_of.get(entry.key)
            out.append(Named(entry, name) if home is None else Named(entry, name, sure[home], region_of[home]))
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
