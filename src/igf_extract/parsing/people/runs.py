"""Persons who follow one another on a line without any separator: where each of them begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.heads import is_known_person, reads_as_person
from igf_extract.parsing.people.joining import pair, without_joiner
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import is_known_name, name_score, organization_score, title_score
from igf_extract.parsing.people.trailing import trailing_person, trailing_stranger
from igf_extract.vocab.places import place_kind, place_of


def cut_run_on(atoms: list[Atom]) -> list[Atom]:
    """Cuts "UNESCO Zaira Lodhi" on lines on which several persons stand; where one cut is certain, the others need less."""
    if sum(atom.kind == "text" for atom in atoms) < 3:
        return atoms
    cut = _cut_before_persons(atoms, trailing_person)
    listed = len(cut) > len(atoms) or any(atom.first and name_score(atom.text) >= 0.6 for atom in atoms[1:])
    return _cut_before_persons(cut, trailing_stranger) if listed else cut


def cut_by_body(atoms: list[Atom]) -> list[Atom]:
    """ "Ana Ruiz, Velm Net Luis Paz, Velm Net Keti Baria, Velm Net": the body of all stands before each further person."""
    body, inner = atoms[-1].text, atoms[1:-1]
    told = bool(inner) and all(atom.kind == "text" and atom.text.startswith(body + " ") and atom.sep == "," for atom in inner)
    if not told or not all(name_score(atom.text[len(body) :].strip()) >= 0.6 for atom in inner):
        return atoms
    out = atoms[:1]
    for atom in inner:
        left, right = atom.split(len(body), len(body) + 1, " ")
        out += [replace(left, body=True), replace(right, first=True)]
    return [*out, replace(atoms[-1], body=True)]


def with_people_inside(atoms: list[Atom]) -> list[Atom]:
    """ "Velm Net (Ana Ruiz), Bar IX (Luis Paz)": where known names stand in all brackets, what stands before these is bodies."""
    inside = frozenset(at for at, atom in enumerate(atoms) if atom.bracket)
    if len(inside) < 2 or 0 in inside or not all(is_known_person(atoms[at]) for at in inside):
        return atoms
    if not all(atoms[at - 1].bracket or _may_lead(atoms[at - 1]) for at in inside):
        return atoms
    if any(atom.is_plain and at + 1 not in inside for at, atom in enumerate(atoms)):
        return atoms
    return [replace(atom, body=True, first=at > 0) if at + 1 in inside and not atom.bracket else atom for at, atom in enumerate(atoms)]


def _may_lead(atom: Atom) -> bool:
    """Whether words in front of a bracket may be the body of those who are named inside."""
    return atom.is_plain and not is_known_name(atom.text, 0.6)


def _cut_before_persons(atoms: list[Atom], where: Callable[[Piece, bool], int | None]) -> list[Atom]:
    """The atoms, each cut where ``where`` finds the beginning of a person; it is told whether an office or a body follows."""
    out: list[Atom] = []
    for at, atom in enumerate(atoms):
        # "; Baya T. Luis Paz, Foo": behind a semicolon or a wide gap a whole name is no body with a person behind it
        inner = at > 0 and atom.is_plain and not atom.first and not (atom.sep in (";", "  ") and reads_as_person(atom))
        told = is_told(atoms[at + 1 : at + 2]) or (inner and _is_parallel(atoms)) or (inner and _is_placed(atom, atoms[at + 1 : at + 2]))
        start = where(atom.piece, told) if inner else None
        if start is None:
            out.append(atom)
        else:
            left, right = atom.split(without_joiner(atom.text[:start]), start, " ")
            place = place_of(left.text)
            out += [replace(left, kind="place", place=place) if place else left, replace(right, first=True)]
    return out


def _is_parallel(atoms: list[Atom]) -> bool:
    """ "Ana Ruiz, Velm University and Keti Baria, Otter Tarn": what follows the second name is to her what stands behind the first."""
    plain = len(atoms) == 3 and all(atom.is_plain for atom in atoms) and atoms[1].sep == atoms[2].sep == ","
    return plain and pair().search(atoms[1].text) is not None and name_score(atoms[0].text) >= 0.6


def _is_placed(atom: Atom, later: list[Atom]) -> bool:
    """ "Mexico Keti Baria, Georgia": a country in front and one behind, with a person between them."""
    if not later or later[0].place is None or later[0].bracket:
        return False
    return later[0].place.kind == place_kind(atom.text.split(" ")[0]) == "country"


def is_told(later: list[Atom]) -> bool:
    """Whether what follows is an office or a body, so that a person stands before it."""
    if not later or later[0].kind != "text" or later[0].sep not in (",", "-", "("):
        return False
    text = later[0].text
    body = organization_score(text)
    if later[0].bracket:
        return body >= 0.65
    return body >= 0.55 or title_score(text) >= 0.7 or (body >= 0.4 and name_score(text) < 0.5)
