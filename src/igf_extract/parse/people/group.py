"""Which atoms of a line belong to one person: where the next person begins on a line that holds several."""

from __future__ import annotations

import re
from dataclasses import replace

from igf_extract.parse.people.absent import represented
from igf_extract.parse.people.atom import Atom
from igf_extract.parse.people.joined import name_and_office, trailing_person, without_article
from igf_extract.parse.people.shape import name_score, only_areas, organization_score, title_score
from igf_extract.vocab.fold import fold_accents
from igf_extract.vocab.words import given_names, organization_words

_PAIR = re.compile(r"\s+(?:and|&|et|y|e|und)\s+|\s+/\s+")


def groups_of(atoms: list[Atom]) -> list[list[Atom]]:
    """The atoms cut into persons or bodies, in order. The first atom of each group is its name (or its only content)."""
    groups: list[list[Atom]] = []
    bodies = sum(
        atom.kind == "text" and not atom.bracket and organization_score(atom.text) >= 0.4 and title_score(atom.text) < 0.7 for atom in atoms
    )
    cut = _cut_pairs(_cut_run_on(atoms), bodies)
    for at, atom in enumerate(cut):
        if atom.kind == "break":
            groups.append([])
        elif not groups or not groups[-1] or _begins(atom, groups[-1], cut[at + 1 :], bodies):
            if groups and not groups[-1]:
                groups[-1].append(atom)
            else:
                groups.append([atom])
        else:
            groups[-1].append(atom)
    return [group for group in groups if group]


def _cut_run_on(atoms: list[Atom]) -> list[Atom]:
    """Cuts "UNESCO Zaira Lodhi" on lines on which several persons stand."""
    texts = [atom for atom in atoms if atom.kind == "text"]
    if len(texts) < 3:
        return atoms
    out: list[Atom] = []
    for at, atom in enumerate(atoms):
        start = trailing_person(atom.piece) if at and atom.kind == "text" and not atom.bracket and not atom.first else None
        if start is None:
            out.append(atom)
        else:
            out.append(replace(atom, piece=atom.piece.cut(0, start).trim(" ")))
            out.append(Atom(atom.piece.cut(start, None, " ").trim(" "), first=True))
    return out


def _cut_pairs(atoms: list[Atom], bodies: int) -> list[Atom]:
    """ "Youth Observatory and the Digital Grassroots" at the end of a list of bodies, "Foo Council & Bar Foundation" alone: two bodies."""
    leader = atoms[0] if atoms else None
    if (
        leader is None
        or leader.kind != "text"
        or name_score(leader.text) >= 0.5
        or title_score(leader.text) >= 0.7
        or organization_score(leader.text) < 0.55
    ):
        return atoms
    out: list[Atom] = []
    for at, atom in enumerate(atoms):
        match = (
            _PAIR.search(atom.text)
            if atom.kind == "text" and not atom.bracket and (at == 0 or (at == len(atoms) - 1 and bodies > 1))
            else None
        )
        left, right = (atom.text[: match.start()], atom.text[match.end() :]) if match else ("", "")
        least = 0.55 if bodies > 2 else 1.0 if at else 0.8
        sure = (
            match
            and organization_score(left) >= least
            and organization_score(right) >= least
            and not only_areas(right)
            and not only_areas(left)
        )
        if match and sure and (match[0].strip() != "and" or bodies > 2 or right.startswith("the ")):
            out.append(replace(atom, piece=atom.piece.cut(0, match.start()).trim(" ")))
            out.append(without_the(Atom(atom.piece.cut(match.end(), None, "&").trim(" "), first=True)))
        else:
            out.append(atom)
    return out


def without_the(atom: Atom) -> Atom:
    return replace(atom, piece=without_article(atom.piece))


def _begins(atom: Atom, group: list[Atom], later: list[Atom], bodies: int) -> bool:
    """Whether a person or body of its own begins with ``atom``, which follows ``group``."""
    if atom.first or atom.sep in ("•", "email"):
        return atom.kind in ("text", "place")
    if atom.kind != "text" or atom.bracket or atom.pair:
        return False
    text = atom.text
    name, body, title = name_score(text), organization_score(text), title_score(text)
    office = name_and_office(atom.piece)[1] if name < 0.5 else None
    details = [other for other in group[1:] if other.kind in ("text", "place")]
    leader = group[0]
    body_first = (
        leader.kind == "text"
        and name_score(leader.text) < 0.5
        and title_score(leader.text) < 0.7
        and organization_score(leader.text) >= 0.55
    )
    if atom.sep in (";", "|"):
        if represented(text) is not None:
            return True
        if title >= 0.7 and name < 0.5 and office is None:
            return False
        return name >= 0.5 or office is not None or body_first or bool(details)
    if body_first and not details and title < 0.7:
        return _another_body(group, atom, bodies)
    if body_first and atom.sep in (",", "-", "&") and body >= 0.4 and title < 0.7 and all(_is_body(other) for other in group):
        return _another_body(group, atom, bodies)
    if atom.sep == "-":
        return name >= 0.6 and bool(details) and (len(later) > 0 and later[0].sep in (",", "(", "-")) and title < 0.7 and body < 0.55
    if atom.sep in ("  ", " ", ")", "."):
        return name >= 0.55 and title < 0.7 and body < 0.6 and (bool(details) or atom.sep == "  ")
    if (
        name >= 0.6
        and body < 0.55
        and title < 0.6
        and not details
        and group[-1].kind == "note"
        and group[-1].bracket
        and name_score(leader.text) >= 0.6
    ):
        return True
    if name < 0.8 or body >= 0.55 or title >= 0.6 or not _given_first(text):
        return False
    if not details:
        return (
            name_score(leader.text) >= 0.6
            and leader.kind == "text"
            and not any(other.kind == "text" and other.sep == "," and organization_score(other.text) >= 0.55 for other in later[:1])
        )
    return any(other.kind == "place" or name_score(other.text) < 0.8 for other in details)


def _is_body(atom: Atom) -> bool:
    return atom.kind != "text" or organization_score(atom.text) >= 0.4


def _another_body(group: list[Atom], atom: Atom, bodies: int) -> bool:
    """Whether ``atom`` is a body beside the one before it or the body of which that one is a part ("Faculty of Law, University of X")."""
    if atom.sep in ("-", "  ", "&"):
        return True
    if bodies >= 4:
        return True
    words = group[-1].text.split() if group[-1].kind == "text" else []
    part = bool(words) and any(
        word.casefold().strip(".,") in organization_words("parts")
        for word in (words[0], words[-1], words[1] if len(words) > 2 else words[0])
    )
    return not part and organization_score(atom.text) >= 0.55


def _given_first(text: str) -> bool:
    return fold_accents(text.split()[0]).strip(".,'") in given_names() or name_score(text) >= 0.9
