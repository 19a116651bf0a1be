"""The atoms of a line of people: pieces with what each of them can be told to be on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.body_cuts import with_long_names
from igf_extract.parsing.people.cuts import CUTS
from igf_extract.parsing.people.joined import joiner, pair, trailing_person
from igf_extract.parsing.people.pieces import URL, Piece, brackets, cut_at_separators, minutes
from igf_extract.parsing.people.shape import is_given, name_score, only_areas, organization_score, title_score
from igf_extract.vocab.cities import is_city
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import Place, closes_country, lettered_group, may_be_body, place_of
from igf_extract.vocab.roles import RoleLabel, read_role_label, role_words, seats
from igf_extract.vocab.words import honorifics, is_known_organization, job_words, organization_words, placeholder_words

_STOP_BEHIND = re.compile(r"\.(?:\s+(?=[^\W\d_a-zà-ÿ])|$)")
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&.\-]{0,14}")
_PLACED = frozenset({"onsite_moderator", "online_moderator", "rapporteur"})
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
        for atom in _open_brackets(part):
            found.extend(_kinds(atom, not found))
    found = with_long_names(found, piece) if len(found) > 1 else found
    found = _with_lettered_groups(_with_given_name(_with_turned_country(_with_seat(found), piece), piece))
    return [
        _as_office(atom, found[at + 1 : at + 2])
        if atom.kind in ("role", "note") and at and (at == 1 or _begins_a_person(found[at - 1]))
        else atom
        for at, atom in enumerate(found)
    ]


def _with_seat(atoms: list[Atom]) -> list[Atom]:
    """ "Ana Ruiz – Velm School – Kenya – Chair": behind the country the last column of a list tells the role."""
    last = atoms[-1] if len(atoms) > 3 else None
    if last is None or last.kind != "text" or last.sep != "-" or last.bracket or atoms[-2].kind != "place":
        return atoms
    label = read_role_label(last.text) if last.text.count(" ") < 3 else None
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
            place = lettered_group(atom.text) if any(near.place is not None and near.place.kind == "region" for near in beside) else None
            out[at] = replace(atom, kind="place", place=place) if place else atom
    return out


def _with_given_name(atoms: list[Atom], piece: Piece) -> list[Atom]:
    """ "RUIZ, Ana (Foo)": a family name in capitals and the given name behind a comma are one name."""
    if len(atoms) < 2 or atoms[0].kind != "text" or atoms[1].kind != "text" or atoms[1].sep != "," or atoms[1].bracket:
        return atoms
    family, given = atoms[0].text, atoms[1].text
    told = family.isupper() and family.isalpha() and len(family) > 2 and not is_known_organization(family)
    # "Ruiz, Ana (Foo Council)"
    closed = len(atoms) == 3 and atoms[2].bracket and not is_given(family) and organization_score(atoms[2].text) >= 0.55
    closed = closed or (len(atoms) > 2 and atoms[2].bracket and _is_honorific(atoms[2].text))  # "Ruiz, Ana (Ms.) - Foo"
    if not (told or closed) or " " in given or given.isupper() or not is_given(given) or name_score(f"{given} {family}") < 0.8:
        return atoms
    start = atoms[0].piece.start - piece.start
    whole = piece.cut(start, atoms[1].piece.end - piece.start, atoms[0].sep)
    return [replace(atoms[0], piece=whole), *atoms[2:]]


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


def _open_brackets(piece: Piece) -> Iterator[Atom]:
    """Cuts brackets off a piece, except those that belong to a name of a body ("(ABRN)") or of a region ("(GRULAC)")."""
    start, sep = 0, piece.sep
    for left, right in brackets(piece.text):
        if _stays(piece.text, start, left, right):
            continue
        before = piece.cut(start, left, sep).trim(" ")
        if before.text:
            yield Atom(before)
        inner = piece.cut(left + 1, right - 1, "(").trim()
        said = _is_code(piece.text, left, inner.text) or _explains(inner.text)
        yield from [Atom(inner, "note", bracket=True)] if said else _inside(inner)
        start, sep = right, ")"
        stop = _STOP_BEHIND.match(piece.text, right)
        if stop is not None and sep == ")":  # "Ana Ruiz (Foo). Luis Paz (Bar)."
            start, sep = stop.end(), ";"
    rest = piece.cut(start, None, sep).trim(" ")
    if rest.text or (not start and piece.sep == "email"):
        yield Atom(rest)


def _inside(inner: Piece) -> Iterator[Atom]:
    """The atoms of a bracket. Beside a remark or a country a city is dropped ("(online, Apia)", "(Lima, Peru)").

    Other words beside a country may be a body ("(Foo Network, Kenya)"): ``with_details`` judges by what else the line says.
    """
    parts = [replace(part, sep="(" if at == 0 else part.sep) for at, part in enumerate(cut_at_separators(inner))]
    remark = any(_is_note(part.text) for part in parts)
    land = any(getattr(place_of(part.text), "kind", "") == "country" for part in parts)
    for part in parts:
        bare = (remark or land) and not _is_note(part.text) and place_of(part.text) is None and read_role_label(part.text) is None
        city = bare and (remark or is_city(part.text, None)) and organization_score(part.text) < 0.55 and title_score(part.text) < 0.7
        yield Atom(part, "note" if city else "text", bracket=True)


def _is_code(text: str, left: int, inner: str) -> bool:
    """Whether square brackets behind a body hold a code that names no group, role or body that is known ("Velm Forum [MSH]")."""
    plain = text[left] == "[" and left > 0 and inner.isupper() and inner.isalpha() and len(inner) <= 4
    return plain and place_of(inner) is None and not is_known_organization(inner) and not _spells(inner, text[:left])


def _explains(text: str) -> bool:
    """Whether a bracket tells what a body is: "(a US organization representing 900 colleges)"."""
    words = text.split(" ", 1)
    told = len(words) > 1 and words[0] in placeholder_words("articles")
    return told and place_of(words[1]) is None and title_score(words[1]) < 0.7 and read_role_label(text) is None


def _is_note(text: str) -> bool:
    said = fold(text).strip(" .*")
    return said in honorifics("notes") or said in seats()


def _stays(text: str, start: int, left: int, right: int) -> bool:
    """Whether a bracket is part of what stands before it."""
    inner, before = text[left + 1 : right - 1].strip(), text[start:left].strip()
    joining = joiner().match(before)
    before = before[joining.end() :] if joining else before
    if start == 0 and (_is_nickname(before, inner, text[right:]) or _is_short_form(before, inner)):
        return True
    if not before or _is_code(text, left, inner) or _explains(inner):
        return False
    place = place_of(inner)
    if place and place == place_of(before) and place_of(text[start:right]):
        return True
    if _abbreviates(inner, before):
        return True
    if title_score(before) >= 0.85 and _narrows_office(inner, place):
        return True
    if title_score(before) >= 0.85 and organization_score(before) < 0.55 and organization_score(inner) >= 0.4:
        return False
    if start == 0 and _is_body(inner) and trailing_person(Piece(before, 0), True) is not None:
        return False  # "Foo Council Ana Ruiz (Bar Union)"
    glued = right < len(text) and text[right].isalnum()
    if _are_places(inner) or any(
        place_of(part.text) or read_role_label(part.text) or _is_note(part.text) for part in cut_at_separators(Piece(inner, 0))
    ):
        return glued and text[left - 1].isalnum()
    if name_score(before) >= 0.6 and organization_score(before) < 0.6:
        return False
    return glued or _is_acronym(inner) or (organization_score(before) >= 0.6 and len(inner) > 3 and _is_body(inner))


def _are_places(inner: str) -> bool:
    """Whether slashes part groups, regions and countries ("Technical Community/ Eastern Europe")."""
    parts = inner.split("/")
    return len(parts) > 1 and all(place_of(part.strip()) is not None for part in parts)


def _narrows_office(inner: str, place: Place | None) -> bool:
    """ "Policy Manager (Africa & Middle East)", "Court Interpreter (Swahili)": a field of work or a language behind an office."""
    return fold(inner) in job_words("languages") or (only_areas(inner) and not (place and place.code) and bool(place or " " in inner))


def _abbreviates(inner: str, before: str) -> bool:
    """ "Village Net Council (VNC)", "Civil Society Internet Caucus (CS IC)"."""
    if " " in inner and inner.isupper() and _spells(inner.replace(" ", ""), before):
        return True
    return may_be_body(inner) and organization_score(before) >= 0.55 and _spells(inner, before)


def _spells(acronym: str, name: str) -> bool:
    """Whether the capitals of ``name`` spell its acronym."""
    return "".join(word[0] for word in name.split() if word[:1].isupper()) == acronym


def _is_acronym(text: str) -> bool:
    capitals = text.upper() == text or any(char.isupper() for char in text[1:]) or organization_score(text) >= 0.65
    return _ACRONYM.fullmatch(text) is not None and capitals


def _is_body(text: str) -> bool:
    return organization_score(text) >= 0.8 and title_score(text) < 0.6


def _is_nickname(before: str, inner: str, after: str) -> bool:
    """ "Mary (Mimi) Stone": a short form of the given name inside a name."""
    follows = after.strip()[:1].isupper() and name_score(before + after) >= 0.5
    named = inner.isalpha() and inner[:1].isupper() and not place_of(inner) and not inner.isupper()
    return follows and 1 <= len(before.split()) <= 2 and named


def _is_short_form(before: str, inner: str) -> bool:
    """ "Nguyen Thi Hanh (Hannah)": another given name behind a whole name."""
    given = inner.isalpha() and inner.istitle() and is_given(inner) and place_of(inner) is None and not is_city(inner, None)
    return given and " " in before and name_score(before) >= 0.6 and organization_score(inner) < 0.55 and title_score(before) < 0.5


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
    elif _is_tail(text):
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
    if _is_said_remark(atom.text) or minutes(atom.text) == [(0, len(atom.text))]:
        return True
    if _is_note(atom.text) and label is None:
        return atom.bracket or len(atom.text) > 1
    return not first and fold(atom.text).replace(".", "") in honorifics("suffixes")


def _is_said_remark(text: str) -> bool:
    """ "confirmed online", "participating from Velm": small letters that tell how somebody takes part."""
    words = text.split()
    return 1 < len(words) <= 6 and words[0].islower() and words[0] in honorifics("remarks")


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
