"""Cuts between bodies that stand side by side without a separator, or with words between them that join two bodies."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.joined import TOKEN
from igf_extract.parsing.people.joining import joint_words
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import BRACKETED_ACRONYM, name_score, organization_score, title_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.institutions import institutions
from igf_extract.vocab.words import is_known_organization, organization_starts, organization_words

_SHORT = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]{1,6}")  # "CAF", "GPD", "IoTA"
_ACRONYM_END = re.compile(rf"({BRACKETED_ACRONYM})\s+(?=[^\W\d_a-zà-ÿ])")


@cache
def _acronyms() -> frozenset[tuple[str, str]]:
    """The acronyms of well-known bodies, each with the name that it stands for."""
    return frozenset((fold(row.acronym), fold(row.name)) for row in institutions() if row.acronym)


def joint(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Foo in collaboration with the Bar Council": two bodies."""
    match = joint_words().search(atom.text)
    if not match or match.start() < 3 or atom.bracket:
        return None
    left, right = atom.text[: match.start()], atom.text[match.end() :]
    if title_score(left) >= 0.7 or max(organization_score(left), name_score(left)) < 0.4 or not right[:1].isupper():
        return None
    one, other = atom.split(match.start(), match.end(), "•")
    return (one, replace(other, first=True)) if organization_score(right) >= 0.4 else None


def at_known(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "European Parliament European Commission": two well-known bodies side by side."""
    tokens = list(TOKEN.finditer(atom.text)) if first and not is_known_organization(atom.text) else []
    for size in range(1, min(len(tokens), 8)):
        left, right = atom.text[: tokens[size - 1].end()], atom.text[tokens[size].start() :]
        # "United Nations Department of …", "United Nations Institute for …" are one body
        unit = fold(tokens[size][0]) in organization_words("units") or fold(left) in organization_words("umbrellas")
        unit = unit or fold(tokens[-1][0]) in organization_words("inner_kinds")
        two = " " in left + right and not unit and is_known_organization(left) and is_known_organization(right)
        if two and not (spells(left, right) or spells(right, left)):  # "ITU International Telecommunication Union" is one body
            one, other = atom.split(tokens[size - 1].end(), tokens[size].start(), "•")
            return one, replace(other, first=True)
    return None


def at_acronyms(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Village Net Council (VNC) Bar Foundation (BF)": the acronym in brackets ends a body."""
    marks = list(_ACRONYM_END.finditer(atom.text)) if first else []
    if not marks or atom.text.count("(") < 2:
        return None
    left, right = atom.text[: marks[0].end(1)], atom.text[marks[0].end() :]
    if min(organization_score(left.split("(")[0]), organization_score(right.split("(")[0])) < 0.55:
        return None
    one, other = atom.split(marks[0].end(1), marks[0].end(), "•")
    return one, replace(other, first=True)


def at_bodies(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Village Net Alliance Fundação Horizonte": a body that ends in a word for one, and a word that only begins one."""
    tokens = list(TOKEN.finditer(atom.text)) if first else []
    for at, (last, token) in enumerate(pairwise(tokens)):
        left, right = atom.text[: last.end()], atom.text[token.start() :]
        unit = fold(token[0]) in organization_words("units") and is_known_organization(left)
        unit = unit or fold(left) in organization_words("umbrellas")
        begins = not unit and (fold(token[0]) in organization_words("leading") or fold(right).startswith(organization_starts()))
        ends = at > 0 and fold(last[0]) in organization_words() and fold(tokens[at - 1][0]) not in organization_words("small")
        if begins and ends and token is not tokens[-1] and organization_score(right) >= 0.8 and title_score(left) < 0.7:
            one, other = atom.split(last.end(), token.start(), "•")
            return one, replace(other, first=True)
    return None


def with_long_names(atoms: list[Atom], piece: Piece) -> list[Atom]:
    """ "VNT - Velm Net Trust", "CAF - Banco de Velm; Foo Council": an acronym and the name that it stands for are one body.

    The capitals or the first letters of the name spell the acronym, or semicolons part the bodies and nothing else stands between two.
    """
    out: list[Atom] = []
    listed = any(atom.sep == ";" for atom in atoms)
    for at, atom in enumerate(atoms):
        short = out[-1] if out and atom.sep == "-" and atom.is_plain else None
        if short is None or not _SHORT.fullmatch(short.text) or not (at == 1 or short.sep in (";", ",", "•")):
            out.append(atom)
            continue
        alone = listed and short.sep in ("", ";") and (at + 1 == len(atoms) or atoms[at + 1].sep == ";")
        if organization_score(atom.text) >= (0.4 if alone else 0.55) and (alone or spells(short.text, atom.text)):
            out[-1] = replace(short, piece=piece.cut(short.piece.start - piece.start, atom.piece.end - piece.start, short.sep), body=True)
        else:
            out.append(atom)
    return out


def spells(acronym: str, name: str) -> bool:
    """Whether the first letters of the words of a name, of the small ones or without them, spell its acronym, or a list gives it.

    >>> spells("ITU", "International Telecommunication Union"), spells("UNICEF", "United Nations Children's Fund"), spells("ITU", "Foo Net")
    (True, True, False)
    """
    if " " in acronym or not name:
        return False
    if (fold(acronym), fold(name)) in _acronyms():
        return True
    words = name.replace("-", " ").split()
    letters = ("".join(word[0] for word in words), "".join(word[0] for word in words if word[0].isupper()))
    return acronym.upper() in (told.upper() for told in letters)
