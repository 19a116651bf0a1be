"""What stands at the head of a line or of a group of atoms, for all that its own words say: a name, a person, a body."""

from __future__ import annotations

import re

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.shape import is_known_name, name_score, organization_score, title_score

_DETAILS = re.compile(r"[,;(–—]|\s-\s")  # what stands between a name and the details behind it


def leading_name(text: str) -> str:
    """The words in front of ``text``, up to the first mark behind which details of a person stand.

    >>> leading_name("Ana Ruiz - Director, Foo")
    'Ana Ruiz'
    """
    return _DETAILS.split(text, maxsplit=1)[0].strip()


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
