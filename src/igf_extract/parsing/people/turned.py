"""Groups of atoms put into the order name, office, body, where the line told the office or the body first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.heads import is_known_person, leads_as_body, reads_as_person
from igf_extract.parsing.people.joined import TOKEN
from igf_extract.parsing.people.joining import pair
from igf_extract.parsing.people.shape import name_score, title_score, without_honorifics
from igf_extract.parsing.people.split import split_office
from igf_extract.parsing.people.trailing import is_addressed


def people_of_body(groups: list[list[Atom]]) -> list[list[Atom]]:
    """ "Foo Council (Ana Ruiz, Luis Paz)", "Foo Council (Ana Ruiz, Director)": the people in the brackets belong to the body in front."""
    out: list[list[Atom]] = []
    for group in map(_person_first, groups):
        body, inside = group[0], [part for atom in group[1:] if atom.bracket for part in _apart(atom)]
        names = [atom for atom in inside if reads_as_person(atom)]
        first = bool(inside) and group[1].bracket and is_known_person(inside[0])
        if not first or not (body.body or leads_as_body(body)) or any(atom.kind != "text" for atom in inside):
            out.append(group)
            continue
        office = [atom for atom in inside if atom not in names]
        if any(title_score(atom.text) < 0.7 for atom in office) or (office and len(names) > 1):
            out.append(group)
            continue
        rest = [atom for atom in group[1:] if not atom.bracket]
        outside = replace(body, piece=body.piece.behind(","), body=False)
        out += [[replace(name, bracket=False, pair=False), *office, outside, *rest] for name in names]
    return out


def _person_first(group: list[Atom]) -> list[Atom]:
    """ "UNESCO, Ana Ruiz, Director": a certain name right behind the body, and nothing but an office or a place behind her."""
    if len(group) < 2 or group[1].sep not in (",", "-") or group[1].bracket or not is_known_person(group[1]) or not leads_as_body(group[0]):
        return group
    plain = all(atom.kind != "text" or (title_score(atom.text) >= 0.7 and split_office(atom.text) is None) for atom in group[2:])
    body = replace(group[0], piece=group[0].piece.behind(","))
    return [group[1], *group[2:], body] if plain and name_score(group[1].text) >= 0.9 else group


def _apart(atom: Atom) -> Iterator[Atom]:
    """The persons of "Ana Ruiz and Luis Paz"."""
    match = pair().search(atom.text) if atom.kind == "text" else None
    named = match is not None and min(name_score(atom.text[: match.start()]), name_score(atom.text[match.end() :])) >= 0.6
    yield from atom.split(match.start(), match.end(), "&") if match and named else (atom,)


def title_behind(groups: list[list[Atom]]) -> list[list[Atom]]:
    """ "La Secrétaire générale, Mme Ruiz, Foo": the office before the person goes behind her name."""
    if not groups:
        return groups
    groups = [_turned_address(groups[0]), *groups[1:]]
    if len(groups) > 1 and all(atom.bracket and atom.kind == "place" for atom in groups[0]) and name_score(groups[1][0].text) >= 0.6:
        groups = [[*groups[1], *groups[0]], *groups[2:]]  # "(Civil Society/ Africa) Ana Ruiz"
    atoms = groups[0] if len(groups[0]) > 1 or len(groups) < 2 else [*groups[0], *groups[1]]
    if len(atoms) < 2 or atoms[1].sep not in (",", "-"):
        return groups
    office, person = atoms[:2]
    told = office.kind == person.kind == "text" and title_score(office.text) >= 0.7
    told = told and (split_office(office.text) is None or len(atoms) == 2)  # behind a body of her own nothing follows her name
    alone = len(atoms) == 2 and is_known_person(person) and title_score(office.text) >= 0.85
    if not told or not (alone or without_honorifics(person.text)[0]) or name_score(person.text) < 0.6:
        return groups
    return [[person, office, *atoms[2:]], *groups[1 if len(groups[0]) > 1 else 2 :]]


def _turned_address(group: list[Atom]) -> list[Atom]:
    """ "Minister of Tides of Peru Mr. Luis Paz": the person, whom an honorific marks, before the office that stands in front of her."""
    first = group[0]
    if not first.is_plain or name_score(first.text) >= 0.6 or title_score(first.text) < 0.7:
        return group
    start = next((token.start() for token in TOKEN.finditer(first.text[:200]) if is_addressed(first.text[token.start() :])), 0)
    if not start or title_score(first.text[:start].strip()) < 0.8:
        return group
    office, person = first.split(start, start, " ")
    return [replace(person, piece=person.piece.behind(first.sep)), replace(office, piece=office.piece.behind(",")), *group[1:]]
