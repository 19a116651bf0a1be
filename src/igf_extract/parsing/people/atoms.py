"""The atoms of a line of people: pieces with what each of them can be told to be on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.body_cuts import with_long_names
from igf_extract.parsing.people.bracketed import is_note, is_said_remark, open_brackets
from igf_extract.parsing.people.cuts import CUTS, behind_dash
from igf_extract.parsing.people.joining import pair
from igf_extract.parsing.people.pieces import LOCKS, URL, Piece, cut_at_separators, minutes
from igf_extract.parsing.people.shape import is_given, name_score, organization_score, title_score, without_honorifics
from igf_extract.parsing.people.split import split_office
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import Place, closes_country, lettered_group, place_of
from igf_extract.vocab.roles import RoleLabel, attribute_of, read_role_label, role_words
from igf_extract.vocab.words import honorifics, is_known_organization, job_words, organization_words, plain_words

_PLACED = frozenset({"onsite_moderator", "online_moderator", "rapporteur"})
_CLOSED = frozenset({"group", "region", "country"})  # details that are told by closed words
_BODY = 0.55  # words may be a body's from this score on
_SYLLABLE = 7  # a syllable of a name has fewer letters
_LONGEST_TEXT = 400  # longer stretches without a separator are prose and are not looked into


def atoms_of(piece: Piece) -> list[Atom]:
    """The atoms of the body of one line (labels are already off), in order."""
    found = _atoms_of_line(piece.text, piece.sep)
    return [replace(atom, piece=atom.piece.moved(piece.start)) for atom in found] if piece.start else list(found)


@lru_cache(maxsize=4096)
def _atoms_of_line(text: str, sep: str) -> tuple[Atom, ...]:
    """``atoms_of`` with offsets from the line's beginning: a line is asked for when it is weighed and again when it is read."""
    return tuple(_taken_apart(Piece(text, 0, sep)))


def _taken_apart(piece: Piece) -> list[Atom]:
    found: list[Atom] = []
    for part in cut_at_separators(piece):
        for atom in open_brackets(_without_detail_label(part)):
            found.extend(_kinds(atom, not found))
    found = _without_tick(found)
    found = with_long_names(found, piece) if len(found) > 1 else found
    found = _with_lettered_groups(_with_given_name(_with_turned_country(_with_seat(found), piece), piece))
    found = [_addressed(atom, at == 0) for at, atom in enumerate(found)]
    found = _locked(found, piece) if any(lock in piece.text for lock in LOCKS) else found
    return [
        _as_office(atom, found[at + 1 : at + 2])
        if atom.kind in ("role", "note") and at and (at == 1 or _begins_a_person(found[at - 1]))
        else atom
        for at, atom in enumerate(found)
    ]


def _addressed(atom: Atom, leads: bool) -> Atom:
    """ "Ms. Wilma Tarn Rada": an honorific by which no body is called makes a person of words one of which may be a body's."""
    if not (leads or atom.first or atom.sep in (";", "•")) or not atom.is_plain:
        return atom
    honorific, _, name = atom.text.partition(" ")
    words = name.split()
    if fold(honorific).strip(".") not in honorifics("personal") or not 2 <= len(words) <= 4 or organization_score(name) < _BODY:
        return atom
    plain = all(word.istitle() and word.isalpha() for word in words) and not is_known_organization(name)
    strange = plain and plain_words().isdisjoint(map(fold, words[:-1])) and title_score(name) < 0.5
    return replace(atom, person=True) if strange else atom


def _locked(atoms: list[Atom], piece: Piece) -> list[Atom]:
    """ "Ana Ruiz, 🔒National Ombudsman": the form puts its lock before bodies, so that behind a name and alone it tells of one."""
    told = [atom for atom in atoms[1:] if atom.kind == "text"]
    if len(told) != 1 or not told[0].is_plain or told[0].sep != "," or not _has_lock(piece, told[0]) or split_office(told[0].text):
        return atoms
    return [replace(atom, body=True) if atom is told[0] else atom for atom in atoms]


def _has_lock(piece: Piece, atom: Atom) -> bool:
    before = piece.text[: atom.piece.start - piece.start].rstrip()
    return before[-1:] != "" and before[-1] in LOCKS


def _without_tick(atoms: list[Atom]) -> list[Atom]:
    """ "Ana Ruiz, Academia, Velm School, Y": the last column of a table says whether she has agreed to come."""
    last = atoms[-1] if len(atoms) > 2 else None
    told = last is not None and last.is_plain and last.sep in (",", "-") and fold(last.text).strip(" .") in honorifics("ticks")
    return atoms[:-1] if told else atoms


def _without_detail_label(piece: Piece) -> Piece:
    """ "Ana Ruiz, Velm Trust, stakeholder group: academia": a label in front of one detail says what the detail says itself."""
    label, colon, value = piece.text.partition(":")
    told = colon and piece.sep in (",", "(") and attribute_of(label) in _CLOSED and place_of(value.strip()) is not None
    return piece.cut(len(label) + 1).trim(" ") if told else piece


def _with_seat(atoms: list[Atom]) -> list[Atom]:
    """ "Ana Ruiz – Velm School – Kenya – Chair": behind the country the last column of a list tells the role."""
    last = atoms[-1] if len(atoms) > 3 else None
    if last is None or not last.is_plain or last.sep != "-" or atoms[-2].kind != "place":
        return atoms
    office = fold(last.text) in role_words("occupations") and fold(last.text) not in role_words("sure_roles")  # "Lecturer"
    label = read_role_label(last.text) if last.text.count(" ") < 3 and not office else None
    return [*atoms[:-1], replace(last, kind="role", role=label)] if label is not None else atoms


def _with_turned_country(atoms: list[Atom], piece: Piece) -> list[Atom]:
    """ "MOLDOVA, REPUBLIC OF": the kind of state behind the comma belongs to the country."""
    out: list[Atom] = []
    for atom in atoms:
        if out and atom.sep == "," and not atom.bracket and closes_country(atom.text):
            whole = piece.cut(out[-1].piece.start - piece.start, atom.piece.end - piece.start, out[-1].sep)
            place = place_of(whole.text)
            if place is not None and place.kind == "country":
                out[-1] = replace(out[-1], piece=whole, kind="place", place=place)
                continue
        out.append(atom)
    return out


def _begins_a_person(atom: Atom) -> bool:
    """Whether a name stands where the next person of a line may begin ("…, Africa   Ana Ruiz")."""
    return atom.kind == "text" and (atom.first or atom.sep != ",") and name_score(atom.text) >= 0.6


def _with_lettered_groups(atoms: list[Atom]) -> list[Atom]:
    """ "Ana Ruiz, Foo Council, CS, GRULAC": two letters right before or behind a region name a group."""
    out = list(atoms)
    for at, atom in enumerate(atoms):
        if at and atom.kind == "text" and len(atom.text) == 2 and atom.text.isupper():
            beside = [atoms[i] for i in (at - 1, at + 1) if i < len(atoms)]
            place = lettered_group(atom.text) if any(near.is_place("region") for near in beside) else None
            out[at] = replace(atom, kind="place", place=place) if place else atom
    return out


def _with_given_name(atoms: list[Atom], piece: Piece) -> list[Atom]:
    """ "RUIZ, Ana (Foo)", "Ruiz, Ana, Foo Council": a family name and the given name behind a comma are one name."""
    if len(atoms) < 2 or not _are_family_and_given(atoms[0], atoms[1]):
        return atoms
    family, given, later = atoms[0].text, atoms[1].text, atoms[2:]
    if _takes_second_given(family, later):
        return [_joined_name(atoms, piece), *later]
    shouted = family.isupper() and family.isalpha() and len(family) > 2 and not is_known_organization(family)
    if not (shouted or _closes_name(family, later) or _is_family_of(family, given, later[:1])):
        return atoms
    return [_joined_name(atoms, piece), *later]


def _joined_name(atoms: list[Atom], piece: Piece) -> Atom:
    """The first two atoms as one name."""
    start = atoms[0].piece.start - piece.start
    return replace(atoms[0], piece=piece.cut(start, atoms[1].piece.end - piece.start, atoms[0].sep))


def _takes_second_given(family: str, later: list[Atom]) -> bool:
    """ "Teo Wei Ling, Esther, Academia", "Wong Kai Lun, Jason, Foo Council": three syllables of a name that ends in a second given name."""
    words = family[without_honorifics(family)[0] :].split()
    syllables = len(words) == 3 and all(word.istitle() and len(word) < _SYLLABLE for word in words) and name_score(family) >= 0.6
    if not syllables or is_given(words[0]) or not later or later[0].sep != ",":
        return False
    return later[0].kind == "place" or max(organization_score(later[0].text), title_score(later[0].text)) >= _BODY


def _are_family_and_given(family: Atom, given: Atom) -> bool:
    """Whether behind a comma stands one given name that is known, which makes a name of both where it is put in front."""
    if family.kind != "text" or not given.is_plain or given.sep != "," or " " in given.text or given.text.isupper():
        return False
    return is_given(given.text) and name_score(f"{given.text} {family.text[without_honorifics(family.text)[0] :]}") >= 0.8


def _closes_name(family: str, later: list[Atom]) -> bool:
    """Whether what follows stands behind a whole name: "(Ms.)", nothing but a body in brackets, an office between commas."""
    if not later:
        return False
    behind, given = later[0], is_given(family)
    if behind.bracket and _is_honorific(behind.text):
        return True  # "Ruiz, Ana (Ms.) - Foo"
    if behind.bracket and len(later) == 1 and not given and organization_score(behind.text) >= 0.55:
        return True  # "Ruiz, Ana (Foo Council)"
    lone = " " not in family and not given and family.istitle() and not is_known_organization(family)
    return lone and behind.kind == "text" and behind.sep == "," and title_score(behind.text) >= 0.85  # "Ruiz, Ana, Secretary General"


def _is_family_of(family: str, given: str, later: list[Atom]) -> bool:
    """ "Ruiz, Ana, Foo Council", "Ms Ruiz-Paz, Ana": a family name, no body and no place, before a given name."""
    words = [word for word in family[without_honorifics(family)[0] :].split() if fold(word) not in honorifics("particles")]
    if len(words) != 1 or not all(half.istitle() for half in words[0].split("-")) or fold(words[0]) in plain_words():
        return False
    if _is_honorific(words[0]) or fold(words[0]) in honorifics("title") or read_role_label(words[0]) is not None:
        return False  # "Ms,Ana,RUIZ", "Moderator, Ana"
    strange = not is_given(words[0]) and organization_score(words[0]) <= 0.4 and title_score(words[0]) < 0.5 and place_of(words[0]) is None
    another = bool(later) and later[0].sep == "," and " " not in later[0].text and is_given(later[0].text)  # "Zeti, Ana, Luis"
    return strange and not another and place_of(given) is None


def _as_office(atom: Atom, later: list[Atom]) -> Atom:
    """ "Ana Ruiz, Presenter, Al Arabiya": an occupation right behind the name, with her body behind it or nothing at all."""
    told = not later or (later[0].kind in ("text", "place") and later[0].sep in (",", "-"))
    words = fold(atom.text).split() or [""]
    named = words[-1] in role_words("occupations") and job_words("qualifiers").issuperset(words[:-1])  # "Deputy Editor"
    named = named and (len(words) == 1 or fold(atom.text) not in role_words("sure_roles"))
    office = atom.kind == "role" and not atom.bracket and atom.sep in (",", "-") and named and told
    return replace(atom, kind="text", role=None) if office or _is_office_in_bracket(atom, later) else atom


def _is_office_in_bracket(atom: Atom, later: list[Atom]) -> bool:
    """ "(Coordinator, Foo Council)", "(Professeur, Université de Velm)": an office whose body stands in the same bracket."""
    follows = bool(later) and later[0].kind == "text" and later[0].bracket and later[0].sep == ","
    told = atom.bracket and follows and fold(atom.text) not in role_words("sure_roles")
    return told and not (atom.role and atom.role.plain) and title_score(atom.text) >= 0.7


def _kinds(atom: Atom, first: bool) -> Iterator[Atom]:
    """Says what an atom is, cutting it where it holds several things."""
    text = atom.text
    place, label = place_of(text) or _explained_group(atom, first), read_role_label(text)
    if not text:
        yield replace(atom, kind="break")
    elif place and not (label and atom.bracket):
        yield replace(atom, kind="place", place=place)
    elif _says_nothing(atom, first, label):
        yield replace(atom, kind="note")
    elif label and not first and (atom.bracket or _PLACED & set(label.codes) or label.plain or _is_sure_role(text)):
        yield replace(atom, kind="role", role=label)
    elif _is_tail(text) and (first or atom.sep != "-" or behind_dash(atom) is None):
        yield replace(atom, kind="drop")
    elif len(text) > _LONGEST_TEXT:
        yield atom
    else:
        yield from _cut_text(atom, first)


def _explained_group(atom: Atom, first: bool) -> Place | None:
    """ "Velm Trust - NGO running village kiosks": the group with which an explanation of a body begins."""
    words = atom.text.split(" ", 2)
    if first or atom.bracket or atom.sep not in (",", "-") or len(words) < 3 or words[1] not in organization_words("explains"):
        return None
    place = place_of(words[0])
    return place if place is not None and place.kind == "group" else None


def _is_sure_role(text: str) -> bool:
    """Whether a piece behind a name is a role and no office ("Speaker", "Moderator and organizer")."""
    return all(part in role_words("sure_roles") for part in pair().split(fold(text)))


def _says_nothing(atom: Atom, first: bool, label: RoleLabel | None) -> bool:
    """A remark ("(remote)"), an address in brackets, a degree behind the name."""
    if atom.kind == "note" or (atom.bracket and (URL.fullmatch(atom.text) or _is_honorific(atom.text))):
        return True
    if not first and atom.sep == "," and atom.text.endswith(".") and fold(atom.text).strip(".") in honorifics("dropped"):
        return True  # "Ana Ruiz, Dr., Foo"
    if is_said_remark(atom.text) or minutes(atom.text) == [(0, len(atom.text))]:
        return True
    if is_note(atom.text) and label is None:
        return atom.bracket or len(atom.text) > 1
    return not first and fold(atom.text).replace(".", "") in honorifics("suffixes")


def _is_honorific(text: str) -> bool:
    """An honorific in brackets ("(Dr.)"); "(MAG)" is a body, "(Assistant Professor)" an office."""
    office = " " in text and title_score(text) >= 0.85
    return fold(text).strip(".") in honorifics("dropped") and not office and not (text.isupper() and is_known_organization(text))


def _is_tail(text: str) -> bool:
    """Running text after a person: "– on the liability of makers"."""
    words = fold(text).split()
    if fold(text).startswith("on behalf of "):
        return False
    return text[:1].islower() and len(words) > 1 and any(" ".join(words[:size]) in honorifics("tails") for size in (1, 2, 3))


def _cut_text(atom: Atom, first: bool) -> Iterator[Atom]:
    for cut in CUTS:
        parts = cut(atom, first)
        if parts:
            for at, part in enumerate(parts):
                if part.kind == "text":
                    yield from _kinds(part, first and at == 0)
                else:
                    yield part
            return
    yield atom
