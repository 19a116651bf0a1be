"""Entries of one line told by their even shape: each with its group in brackets, or each behind a dash with details behind commas."""

from __future__ import annotations

from dataclasses import replace

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.one_person import is_acronym_name
from igf_extract.parsing.people.shape import (
    is_known_name,
    name_score,
    only_areas,
    organization_score,
    title_score,
    without_honorifics,
)
from igf_extract.vocab.fold import fold
from igf_extract.vocab.words import is_known_organization, organization_words

_NAME, _BODY = 0.6, 0.55
_STRANGER = 0.5  # words read like a name from this score on
_LIST, _LONG_LIST = 4, 6  # bodies between commas that make a list; so many that none of them is a part of another
_LONGEST = 8  # words of one of them


def one_group_each(atoms: list[Atom]) -> list[Atom]:
    """ "- Foo Cooperative (civil society) - Bar AB (private sector)": each text with its group or place in brackets is an entry of its own.

    Where one of them is a body for certain, all are that bear no given name that is known.
    """
    heads = [at for at, atom in enumerate(atoms) if atom.kind == "text"]
    if len(heads) < 2 or heads[0] != 0 or not all(_is_closed(atoms, at) for at in heads):
        return atoms
    texts = [atoms[at].text for at in heads]
    bodies = any(organization_score(text) >= _BODY and name_score(text) < _NAME for text in texts)
    return [
        replace(atom, first=at > 0, body=bodies and not is_known_name(atom.text, _NAME)) if atom.kind == "text" else atom
        for at, atom in enumerate(atoms)
    ]


def _is_closed(atoms: list[Atom], at: int) -> bool:
    """Whether nothing but places in brackets, the first of them a group, stands between a text and the next one."""
    behind = atoms[at + 1 : next((i for i in range(at + 1, len(atoms)) if atoms[i].kind == "text"), len(atoms))]
    return bool(behind) and behind[0].is_place("group") and all(atom.bracket and atom.place is not None for atom in behind)


def listed_bodies(atoms: list[Atom]) -> list[Atom]:
    """ "KelpNIC, Foo Council, Orrin, Bar Trust", "ITU - Foo Council - Velm Tel- Bar Trust": pieces between commas, or between dashes,
    and nothing else, half of them bodies for certain: all are."""
    joined = max((at for at, atom in enumerate(atoms) if at and atom.first), default=0)  # "…, with Foo Council, Bar, …"
    listed = atoms[joined:]
    marks = {atom.sep for atom in listed[joined > 0 :]} - {""}
    apart = any(not atom.is_plain or atom.pair for atom in listed) or marks not in ({","}, {"-"})
    if len(listed) < _LIST or apart:
        return atoms
    certain = sum(organization_score(atom.text) >= _BODY for atom in listed)
    if 2 * certain < len(listed) or not all(map(_may_be_listed, listed)) or name_score(listed[0].text) >= _NAME:
        return atoms
    if len(listed) < _LONG_LIST and "-" not in marks and any(map(_is_part, listed)):
        return atoms  # "Centre for Names, Faculty of Law, Velm University, Foo Council"
    return [*atoms[:joined], *(replace(atom, first=at > 0 or joined > 0, body=True) for at, atom in enumerate(listed))]


def _may_be_listed(atom: Atom) -> bool:
    """Whether a piece may be a body of its own: no field of work, no office and nobody's name."""
    text = atom.text
    words = text.split()
    person = is_known_name(text, _NAME)
    office = title_score(text) >= (0.7 if organization_score(text) >= 0.8 else _BODY)  # "Anchor Press" is none
    plain = not person and not only_areas(text) and not office
    return plain and len(words) < _LONGEST and text[:1].isupper() and " and " not in text


def _is_part(atom: Atom) -> bool:
    """Whether a piece names a part of a body ("Faculty of Law"), whose own name may stand behind the next comma."""
    words = atom.text.split()
    return not organization_words("parts").isdisjoint([fold(words[0]), fold(words[-1])]) and not is_known_organization(atom.text)


def listed_people(atoms: list[Atom]) -> list[Atom]:
    """ "Ana Ruiz (Peru), Luis Paz, Eva Kral, Keti Baria (Foo Council)": names between commas, most of them known, some with a bracket."""
    names = [atom for atom in atoms if not atom.bracket]
    plain = all(atom.kind == "text" and not atom.pair and atom.sep in ("", ",") for atom in names)
    if not plain or not _LIST <= len(names) < len(atoms):
        return atoms
    known = sum(is_known_name(atom.text) for atom in names)
    if not all(_is_head(atom, _NAME) and title_score(atom.text) < _BODY for atom in names) or 2 * known <= len(names):
        return atoms
    return [replace(atom, first=at > 0) if not atom.bracket else atom for at, atom in enumerate(atoms)]


def headed_people(atoms: list[Atom]) -> list[Atom]:
    """ "Ana Ruiz, Lok Virsa; Luis Paz, Velm Bytes": each name behind a semicolon has its body behind a comma, also one that reads like a
    name. On a line with one comma an honorific in front says so, which the second one lacks ("Ms. Ana Ruiz, Lok Virsa")."""
    heads = [at for at, atom in enumerate(atoms) if at == 0 or atom.sep == ";"]
    ends = [*heads[1:], len(atoms)]
    shouted = frozenset(at for at in heads if is_acronym_name(atoms[at]))
    if any(end - at < 2 for at, end in zip(heads, ends, strict=True)) or not all(at in shouted or _is_head(atoms[at], 0.5) for at in heads):
        return atoms
    if shouted and not any(name_score(atoms[at].text) >= _NAME for at in heads):
        return atoms
    alone = len(heads) == 1 and not (len(atoms) == 2 and without_honorifics(atoms[0].text)[0])
    if alone or not all(_may_follow(atoms[at + 1]) for at in heads):
        return atoms
    bodies = frozenset(at + 1 for at in heads if name_score(atoms[at + 1].text) >= _STRANGER)
    return [
        replace(atom, first=atom.first or at > 0, person=atom.person or at in shouted)
        if at in heads
        else replace(atom, body=atom.body or at in bodies)
        for at, atom in enumerate(atoms)
    ]


def _may_follow(atom: Atom) -> bool:
    """Whether a piece behind a comma is no person for certain, and no office and field of work that a body may follow."""
    told = atom.is_plain and atom.sep == "," and not atom.pair and not without_honorifics(atom.text)[0]
    return told and not is_known_name(atom.text, _NAME)


def dashed_list(atoms: list[Atom]) -> list[Atom]:
    """ "Ana Ruiz, Director of Foo - Luis Paz, Bar Council": a dash before each name with details begins a person."""
    heads = [at for at, atom in enumerate(atoms) if at == 0 or atom.sep == "-"]
    if len(heads) < 2 or any(atom.sep not in ("", ",", "-", "(") for atom in atoms):
        return atoms
    least = 0.6 if len(heads) > 2 else 0.8
    for at, end in zip(heads, [*heads[1:], len(atoms)], strict=True):
        if end - at < 2 or atoms[at + 1].sep != "," or not _is_head(atoms[at], least):
            return atoms
    return [replace(atom, first=True) if at and atom.sep == "-" else atom for at, atom in enumerate(atoms)]


def _is_head(atom: Atom, least: float) -> bool:
    """Whether an atom outside of brackets reads like a person's name with the score ``least``."""
    return atom.is_plain and name_score(atom.text) >= least and organization_score(atom.text) < 0.65
