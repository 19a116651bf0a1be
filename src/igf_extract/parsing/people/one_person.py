"""Names that only a label of one person tells to be names: a family name in capitals beside a body, a name without any capital."""

from __future__ import annotations

import re
from dataclasses import replace

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.shape import is_body_word, is_known_name, name_score, organization_score, title_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import place_of
from igf_extract.vocab.words import is_known_organization, plain_words

_SHOUTED = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_A-Z]+(?:-[^\W\d_]+)? [^\W\d_a-zà-ÿ]{2,}")  # "Yunqian ZHU"


def is_shouted(atom: Atom) -> bool:
    """ "Philippa ROSEN": a name with its family name in capitals, for all that words can tell."""
    told = atom.is_plain and atom.sep in ("", ",", ";", "&") and _SHOUTED.fullmatch(atom.text) is not None
    return told and name_score(atom.text) >= 0.6 and not any(is_known_organization(word) or place_of(word) for word in atom.text.split())


def has_shouted_family(atoms: list[Atom]) -> bool:
    """ "Yunqian ZHU, CNCERT/CC" under a label of one person: a name that no list knows, its family name in capitals, before a body."""
    if not atoms:
        return False
    first, behind = atoms[0], [atom for atom in atoms[1:] if atom.kind == "text"]
    named = first.kind == "text" and _SHOUTED.fullmatch(first.text) is not None and not is_known_organization(first.text)
    alone = len(behind) == 1 and behind[0].sep == "," and not behind[0].bracket and not is_known_name(behind[0].text)
    return named and alone and not any(is_known_organization(word) or place_of(word) for word in first.text.split())


def shouted_people(atoms: list[Atom]) -> list[Atom]:
    """ "Yunqian ZHU, Director, Foo", "Yunqian ZHU, Foo, Academia, APAC": a family name that may be an acronym, and what tells."""
    return [
        replace(atom, person=True) if _leads(atoms, at) and is_acronym_name(atom) and _is_described(atoms[at + 1 : at + 4]) else atom
        for at, atom in enumerate(atoms)
    ]


def _leads(atoms: list[Atom], at: int) -> bool:
    """Whether a person may begin here: at the head, behind a semicolon, or behind a dash and the place of the one before."""
    atom = atoms[at]
    return at == 0 or atom.first or atom.sep in (";", "•") or (atom.sep == "-" and atoms[at - 1].place is not None)


def is_acronym_name(atom: Atom) -> bool:
    """ "Muti GOTO": a name that no list knows and a family name in capitals, which may as well be an acronym."""
    if not atom.is_plain or _SHOUTED.fullmatch(atom.text) is None or is_known_organization(atom.text) or name_score(atom.text) >= 0.6:
        return False
    return not any(is_known_organization(word) or place_of(word) or is_body_word(fold(word)) for word in atom.text.split())


def _is_described(behind: list[Atom]) -> bool:
    """Whether an office follows, or a body with its group and its region, as behind nothing but a person's name."""
    if len(behind) < 2 or not behind[0].is_plain or behind[0].sep not in (",", "-"):
        return False
    kinds = [atom.place.kind for atom in behind[1:] if atom.place is not None]
    return title_score(behind[0].text) >= 0.8 or kinds in (["group", "region"], ["group", "country"])


def is_small_name(group: list[Atom]) -> bool:
    """ "Speaker: valentina pellizzer": two words without capitals and nothing else, where one person must stand."""
    words = group[0].text.split()
    small = group[0].kind == "text" and len(group) == 1 and len(words) == 2 and all(word.isalpha() and word.islower() for word in words)
    return small and organization_score(group[0].text) < 0.55 and not any(word in plain_words() for word in words)
