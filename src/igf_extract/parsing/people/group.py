"""Which atoms of a line belong to one person: where the next person begins on a line that holds several."""

from __future__ import annotations

from igf_extract.parsing.people.absent import is_waiting, represented
from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.bodies import LIST, cut_pairs, is_another_body
from igf_extract.parsing.people.grouped import dashed_list, headed_people, listed_bodies, listed_people, one_group_each
from igf_extract.parsing.people.heads import is_known_person, leads_as_body, reads_as_person
from igf_extract.parsing.people.joined import name_and_office
from igf_extract.parsing.people.one_person import has_shouted_family, is_shouted, shouted_people
from igf_extract.parsing.people.runs import cut_by_body, cut_run_on, is_told, with_people_inside
from igf_extract.parsing.people.shape import (
    is_given,
    is_known_name,
    name_score,
    only_areas,
    organization_score,
    title_score,
    without_honorifics,
)
from igf_extract.parsing.people.split import is_unit, split_office


def groups_of(atoms: list[Atom], persons_only: bool = False, one: bool = False) -> list[list[Atom]]:
    """The atoms cut into persons or bodies, in order. The first atom of each group is its name (or its only content).

    ``persons_only``: the role is one of persons, so that "Ana Ruiz, Luis Paz" are two of them; ``one``: its label is in the singular.
    """
    atoms = shouted_people(with_people_inside(cut_by_body(atoms))) if len(atoms) > 2 else atoms
    atoms = headed_people(atoms) if len(atoms) > 1 else atoms
    atoms = listed_people(listed_bodies(dashed_list(one_group_each(atoms)))) if len(atoms) > 3 else atoms
    if one and len(atoms) == 2 and all(map(_is_bare_name, atoms)) and atoms[1].sep == "," and _is_stranger(atoms[1].text):
        persons_only = False
    if len(atoms) > 1 and (persons_only or len(atoms) > 2) and all(_is_bare_name(atom) or is_shouted(atom) for atom in atoms):
        return [[atom] for atom in atoms]
    if len(atoms) == 2 and all(map(_is_bare_name, atoms)) and all(is_known_name(a.text, 0.9) for a in atoms):
        return [[atom] for atom in atoms]
    if one and has_shouted_family(atoms):
        return [atoms]
    bodies = sum(_may_be_body(atom) for atom in atoms)
    groups: list[list[Atom]] = [[]]
    cut = cut_pairs(cut_run_on(atoms), bodies)
    apart = _are_apart(cut)
    for at, atom in enumerate(cut):
        if atom.kind == "break":
            groups.append([])
        elif apart and groups[-1] and atom.sep == "," and not is_known_person(atom):
            groups[-1].append(atom)
        elif groups[-1] and _begins(atom, groups[-1], cut[at + 1 : at + 2], bodies):
            groups.append([atom])
        else:
            groups[-1].append(atom)
    return [group for group in groups if group]


def takes_part(group: list[Atom]) -> bool:
    """ "Wilma Rada (Panelist)": a role of persons in brackets right behind the first words, so that these are a person's name."""
    role = group[1].role if len(group) > 1 and group[1].kind == "role" and group[1].bracket else None
    return role is not None and "organizer" not in role.codes


def _follows_role(atom: Atom, group: list[Atom]) -> bool:
    """Whether the body of such a person follows, or of one to be named ("TBC, Velm Circle"); another person's name is a known one."""
    told = (len(group) == 2 and takes_part(group)) or (len(group) == 1 and is_waiting(group[0].text))
    return told and atom.sep == "," and not is_known_person(atom)


def _are_apart(atoms: list[Atom]) -> bool:
    """ "Foo Centre, University of Velm; Bar Council": semicolons between bodies, so that commas stand inside them."""
    heads = [atom for at, atom in enumerate(atoms) if at == 0 or atom.sep == ";"]
    return len(heads) > 1 and all(map(leads_as_body, heads))


def _is_stranger(text: str) -> bool:
    """Whether no word of a text is a given name that is known, so that it is as well the name of a body ("Velm Bytes")."""
    return name_score(text) < 0.7


def _is_bare_name(atom: Atom) -> bool:
    """Whether an atom that begins a person, or stands beside one, is a short name and nothing else."""
    beside = atom.is_plain and not (atom.pair or atom.body) and atom.sep in ("", ",", ";", "&")
    return beside and reads_as_person(atom) and len(atom.text.split()) < 5


def _may_be_body(atom: Atom) -> bool:
    """Whether words outside of brackets, known or not, may be a body and are no office."""
    return atom.is_plain and organization_score(atom.text) >= 0.4 and title_score(atom.text) < 0.7


def _begins(atom: Atom, group: list[Atom], later: list[Atom], bodies: int) -> bool:
    """Whether a person or body of its own begins with ``atom``, which follows ``group``."""
    if atom.first or atom.sep in ("•", "email"):
        return atom.kind in ("text", "place")
    if not atom.is_plain or atom.pair or _follows_role(atom, group) or _follows_land(atom, group, later):
        return False
    if atom.sep == "," and group[-1].bracket and (_is_grouped_body(atom, group[-1], later) or _is_remarked_too(atom, group, later)):
        return True
    details = any(other.kind in ("text", "place") for other in group[1:])
    if atom.sep == "," and not details and _begins_at_once(atom, group, later, bodies):
        return True
    if atom.sep == ";":
        return _begins_after_semicolon(atom, group, details, later)
    if leads_as_body(group[0]) and title_score(atom.text) < 0.7:
        named = organization_score(atom.text) >= 0.4 and all(
            other.kind != "text" or organization_score(other.text) >= 0.4 for other in group
        )
        if not details or (named and atom.sep in (",", "-", "&")):
            return is_another_body(group, atom, bodies)
    name, other_sense = name_score(atom.text), max(organization_score(atom.text), title_score(atom.text) - 0.15)
    if atom.sep == "-":
        follows = details and not _awaits_dashed_body(group) and bool(later) and later[0].sep in (",", "(", "-")
        return name >= 0.6 and other_sense < 0.55 and follows
    if atom.sep != ",":
        return name >= 0.55 and other_sense < 0.6 and (details or atom.sep == "  ")
    return other_sense < 0.55 and _begins_after_comma(atom, group, later, details)


def _begins_at_once(atom: Atom, group: list[Atom], later: list[Atom], bodies: int) -> bool:
    """Whether something of its own begins behind a comma although nothing but a name stands before it."""
    if bodies >= LIST and _is_next_body(atom, group):
        return True
    linked = name_score(group[0].text) >= 0.6 and _belongs_to_body(atom)
    return linked or _follows_item(atom, group[0], later)


def _is_next_body(atom: Atom, group: list[Atom]) -> bool:
    """ "…, Missions Velmes, VNI, VFMD": a certain body behind words that no name of a person is, in a list of bodies."""
    if atom.sep != "," or len(group) > 1 or group[0].kind != "text" or group[0].person or name_score(group[0].text) >= 0.6:
        return False
    return organization_score(atom.text) >= 0.65 and title_score(atom.text) < 0.7 and organization_score(group[0].text) >= 0.4


def _belongs_to_body(atom: Atom) -> bool:
    """ "Ana Ruiz, Luis Paz from Foo Council": a known name and the body of the second person, linked."""
    return is_given(atom.text) and any(f" {link} " in atom.text for link in ("from", "of")) and name_and_office(atom.piece)[1] is not None


def _is_remarked_too(atom: Atom, group: list[Atom], later: list[Atom]) -> bool:
    """ "Ana Ruiz (onsite), REN Velmo (online)": a name for all that its words tell, with a remark in brackets as the one before."""
    remarked = bool(later) and later[0].bracket and later[0].kind == group[-1].kind == "note"
    return remarked and len(group) == 2 and name_score(atom.text) > 0.0 and name_score(group[0].text) >= 0.6


def _is_grouped_body(atom: Atom, before: Atom, later: list[Atom]) -> bool:
    """ "…, Kyrgyz Agency of Posts (government)": a body with its group in brackets, as the one before."""
    grouped = before.kind == "place" and bool(later) and later[0].bracket and later[0].kind == "place"
    return grouped and organization_score(atom.text) >= 0.65 and title_score(atom.text) < 0.7 and name_score(atom.text) < 0.5


def _begins_after_semicolon(atom: Atom, group: list[Atom], details: bool, later: list[Atom]) -> bool:
    """After a semicolon stands the next person, unless it is a second post of the one before."""
    if represented(atom.text) is not None:
        return True
    if _awaits_body(group) and _may_be_awaited(atom, later):
        return False
    if name_score(atom.text) >= 0.5 or name_and_office(atom.piece)[1] is not None:
        return True
    certain = leads_as_body(atom) and group[0].kind == "text" and name_score(group[0].text) < 0.5  # "Velmkommissionen; Bureau of Masts"
    return title_score(atom.text) < 0.7 and (leads_as_body(group[0]) or details or certain)


def _awaits_body(group: list[Atom]) -> bool:
    """ "Ana Ruiz; Policy Advisor", "Ana Ruiz; Director, Public Affairs": a person with an office whose body may follow."""
    told = [atom for atom in group[1:] if atom.kind == "text"]
    if not told or told[0].sep != ";" or title_score(told[0].text) < 0.7 or name_score(group[0].text) < 0.5:
        return False
    inside = split_office(told[0].text)
    alone = inside is None or (not inside.strong and is_unit(told[0].text[inside.body_start : inside.body_end]))
    return alone and all(only_areas(atom.text) for atom in told[1:])


def _may_be_awaited(atom: Atom, later: list[Atom]) -> bool:
    """Whether words may be the body of somebody whose office stands before a semicolon; behind a person her own office would stand."""
    if organization_score(atom.text) >= 0.55 and name_score(atom.text) < 0.5:
        return True
    office = bool(later) and later[0].kind == "text" and (title_score(later[0].text) >= 0.7 or later[0].sep == ",")
    return not is_known_person(atom) and not office and title_score(atom.text) < 0.7 and atom.text[:1].isupper()


def _awaits_dashed_body(group: list[Atom]) -> bool:
    """ "Ana Ruiz – Editor – Velm Observer": a person and her office between dashes, whose body follows."""
    told = [atom for atom in group[1:] if atom.kind in ("text", "place")]
    office = len(told) == 1 and told[0].kind == "text" and told[0].sep == "-" and title_score(told[0].text) >= 0.8
    return office and split_office(told[0].text) is None


def _begins_after_comma(atom: Atom, group: list[Atom], later: list[Atom], details: bool) -> bool:
    """After a comma stands the next person only where the name is certain ("Ana Ruiz, Luis Paz, Eva Kral")."""
    name, leader = name_score(atom.text), group[0]
    if later and later[0].bracket and later[0].is_place("group") and _awaits_named_body(group):
        return False
    if not details and group[-1].kind == "note" and group[-1].bracket and name >= 0.6 and name_score(leader.text) >= 0.6:
        return name >= 0.8 or (bool(later) and later[0].bracket)
    closed = group[-1].bracket and group[-1].kind in ("text", "place")
    if name >= 0.6 and closed and later and later[0].bracket and name_score(leader.text) >= 0.6:
        return True
    if name >= 0.6 and _is_complete(group, atom) and (is_told(later) or (group[-1].bracket and bool(later) and later[0].bracket)):
        return True
    if name < 0.8 or not (is_given(atom.text) or name >= 0.9):
        return False
    if details:
        return any(other.kind == "place" or name_score(other.text) < 0.8 for other in group[1:] if other.kind in ("text", "place"))
    body_follows = bool(later) and later[0].kind == "text" and later[0].sep == "," and organization_score(later[0].text) >= 0.55
    return leader.kind == "text" and name_score(leader.text) >= 0.6 and not body_follows


def _follows_land(atom: Atom, group: list[Atom], later: list[Atom]) -> bool:
    """ "Ana Ruiz (Kenya) Velm Bytes": a name and her country in brackets, behind which her body stands without a comma."""
    if atom.sep != ")" or later or is_given(atom.text):
        return False
    land = len(group) == 2 and group[1].bracket and group[1].is_place("country")
    return land and name_score(group[0].text) >= 0.6


def _awaits_named_body(group: list[Atom]) -> bool:
    """ "Ana Ruiz, Co-Founder, Mira Holt (NGO)": behind an office a name with its group in brackets is the body."""
    told = group[1:]
    return len(told) == 1 and told[0].kind == "text" and title_score(told[0].text) >= 0.85 and split_office(told[0].text) is None


def _follows_item(atom: Atom, leader: Atom, later: list[Atom]) -> bool:
    """Whether a person begins behind the item of a programme ("Vote and final word, Ms Ruiz, Foo"); an honorific needs less."""
    if leader.kind != "text" or max(name_score(leader.text), title_score(leader.text)) >= 0.4 or not is_told(later):
        return False
    item = organization_score(leader.text) < 0.55 and leader.text.count(" ") > 1
    return name_score(atom.text) >= 0.8 and (without_honorifics(atom.text)[0] > 0 or (item and is_given(atom.text)))


def _is_complete(group: list[Atom], atom: Atom) -> bool:
    """Whether the person before has a body of its own already, so that ``atom`` may be the next person."""
    if group[0].kind != "text" or name_score(group[0].text) < 0.6 or not 2 <= len(atom.text.split()) <= 4:
        return False
    return any(other.kind == "text" and (organization_score(other.text) >= 0.65 or split_office(other.text)) for other in group[1:])
