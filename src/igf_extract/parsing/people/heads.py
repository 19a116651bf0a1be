"""What the first atom of a group tells of for all that its own words say: a person, a body."""

from __future__ import annotations

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.shape import is_known_name, name_score, organization_score, title_score


def is_known_person(atom: Atom) -> bool:
    """Whether an atom is a name with a given name that is known."""
    return atom.kind == "text" and is_known_name(atom.text)


def reads_as_person(atom: Atom) -> bool:
    """Whether an atom reads like a name, known or not, and like nothing else."""
    return atom.kind == "text" and name_score(atom.text) >= 0.6 and organization_score(atom.text) < 0.55 and title_score(atom.text) < 0.6


def leads_as_body(atom: Atom) -> bool:
    """Whether a group that begins with ``atom`` tells of a body and not of a person."""
    if atom.body and atom.kind == "text":
        return True
    if atom.kind != "text" or atom.person:
        return False
    return name_score(atom.text) < 0.5 and title_score(atom.text) < 0.7 and organization_score(atom.text) >= 0.55
