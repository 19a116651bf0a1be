"""Entries of one line that each bear their group in brackets: "- Foo Cooperative (civil society) - Bar AB (private sector)"."""

from __future__ import annotations

from dataclasses import replace

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.shape import is_given, name_score, organization_score

_NAME, _BODY = 0.6, 0.55


def one_group_each(atoms: list[Atom]) -> list[Atom]:
    """The atoms, each text that has its group or place in brackets behind it marked as an entry of its own.

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
