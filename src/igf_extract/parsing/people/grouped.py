"""Entries of one line told by their even shape: each with its group in brackets, or each behind a dash with details behind commas."""

from __future__ import annotations

from dataclasses import replace

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.shape import is_given, name_score, organization_score

_NAME, _BODY = 0.6, 0.55


def one_group_each(atoms: list[Atom]) -> list[Atom]:
    """ "- Foo Cooperative (civil society) - Bar AB (private sector)": each text with its group or place in brackets is an entry of its own.

    Where one of them is a body for certain, all are that bear no given name that is known.
    """
    heads = [at for at, atom in enumerate(atoms) if atom.kind == "text"]
    if len(heads) < 2 or heads[0] != 0 or not all(_is_closed(atoms, at) for at in heads):
        return atoms
    bodies = any(organization_score(atoms[at].text) >= _BODY and name_score(atoms[at].text) < _NAME for at in heads)
    return [
        replace(atom, first=at > 0, body=bodies and not (is_given(atom.text) and name_score(atom.text) >= _NAME)) if at in heads else atom
        for at, atom in enumerate(atoms)
    ]


def _is_closed(atoms: list[Atom], at: int) -> bool:
    """Whether nothing but places in brackets, the first of them a group, stands between a text and the next one."""
    behind = atoms[at + 1 : next((i for i in range(at + 1, len(atoms)) if atoms[i].kind == "text"), len(atoms))]
    places = [atom.place for atom in behind if atom.bracket]
    return bool(places) and len(places) == len(behind) and getattr(places[0], "kind", "") == "group" and None not in places


def dashed_list(atoms: list[Atom]) -> list[Atom]:
    """ "Ana Ruiz, Director of Foo - Luis Paz, Bar Council": a dash before each name with details begins a person."""
    heads = [at for at, atom in enumerate(atoms) if at == 0 or atom.sep == "-"]
    if len(heads) < 2 or any(atom.sep not in ("", ",", "-", "(") for atom in atoms):
        return atoms
    least = 0.6 if len(heads) > 2 else 0.8
    for at, end in zip(heads, [*heads[1:], len(atoms)], strict=True):
        if end - at < 2 or atoms[at + 1].sep != "," or not _is_head(atoms[at], least):
            return atoms
    return [replace(atom, first=True) if at and at in heads else atom for at, atom in enumerate(atoms)]


def _is_head(atom: Atom, least: float) -> bool:
    return atom.kind == "text" and not atom.bracket and name_score(atom.text) >= least and organization_score(atom.text) < 0.65
