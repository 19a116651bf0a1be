"""Brackets in a line of people: which belong to what stands before them, and the atoms of all others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.joining import joiner
from igf_extract.parsing.people.person import has_own_acronym
from igf_extract.parsing.people.pieces import Piece, brackets, cut_at_separators
from igf_extract.parsing.people.shape import is_given, name_score, only_areas, organization_score, title_score, without_honorifics
from igf_extract.parsing.people.trailing import trailing_person
from igf_extract.vocab.cities import is_city
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import Place, may_be_body, place_kind, place_of
from igf_extract.vocab.roles import read_role_label, seats
from igf_extract.vocab.words import honorifics, is_known_organization, job_words, organization_words, placeholder_words

_STOP_BEHIND = re.compile(r"\.(?:\s+(?=[^\W\d_a-zà-ÿ])|$)")
_REMARK_WORDS = 10  # at the most
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&.\-]{0,14}")


def open_brackets(piece: Piece) -> Iterator[Atom]:
    """Cuts brackets off a piece, except those that belong to a name of a body ("(ABRN)") or of a region ("(GRULAC)")."""
    start, sep = 0, piece.sep
    for left, right in brackets(piece.text):
        if _stays(piece.text, start, left, right):
            continue
        before = piece.cut(start, left, sep).trim(" ")
        if before.text:
            yield Atom(before)
        inner = piece.cut(left + 1, right - 1, "(").trim()
        said = _is_code(piece.text, left, inner.text) or _explains(inner.text) or fold(inner.text) in job_words("languages")
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
    parts = [part if at else part.behind("(") for at, part in enumerate(cut_at_separators(inner))]
    remark = any(is_note(part.text) for part in parts)
    land = any(place_kind(part.text) == "country" for part in parts)
    for part in parts:
        bare = (remark or land) and not is_note(part.text) and place_of(part.text) is None and read_role_label(part.text) is None
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


def is_note(text: str) -> bool:
    """Whether words are a remark on how somebody takes part ("remote", "to be confirmed") and no detail of her."""
    said = fold(text).strip(" .*")
    return said in honorifics("notes") or said in seats()


def is_said_remark(text: str) -> bool:
    """ "confirmed online", "participating from Velm": small letters that tell how somebody takes part; "online moderator" is a role."""
    words = text.split()
    remark = 1 < len(words) <= _REMARK_WORDS and words[0].islower() and words[0] in honorifics("remarks")
    return remark and read_role_label(text) is None


def _stays(text: str, start: int, left: int, right: int) -> bool:
    """Whether a bracket is part of what stands before it."""
    inner, before = text[left + 1 : right - 1].strip(), text[start:left].strip()
    joining = joiner().match(before)
    before = before[joining.end() :] if joining else before
    if start == 0 and (_is_nickname(before, inner, text[right:]) or _is_short_form(before, inner) or _is_addressed(text, before, right)):
        return True
    if not before or _is_code(text, left, inner) or _explains(inner) or is_said_remark(inner):
        return False
    place = place_of(inner)
    if place and place == place_of(before) and place_of(text[start:right]):
        return True
    if _abbreviates(inner, before) or _is_inside_name(inner, text[right:]):
        return True
    if title_score(before) >= 0.85 and _narrows_office(inner, place):
        return True
    if title_score(before) >= 0.85 and organization_score(before) < 0.55 and organization_score(inner) >= 0.4:
        return False
    if start == 0 and _is_body(inner) and trailing_person(Piece(before, 0), True) is not None:
        return False  # "Foo Council Ana Ruiz (Bar Union)"
    glued = right < len(text) and text[right].isalnum()
    if _are_places(inner) or any(
        place_of(part.text) or read_role_label(part.text) or is_note(part.text) for part in cut_at_separators(Piece(inner, 0))
    ):
        return glued and text[left - 1].isalnum()
    if name_score(before) >= 0.6 and organization_score(before) < 0.6:
        return has_own_acronym(f"{before} ({inner})")
    return glued or _is_acronym(inner) or (organization_score(before) >= 0.6 and len(inner) > 3 and _is_body(inner))


def _is_addressed(text: str, before: str, right: int) -> bool:
    """ "Prof. (Dr.) Ana Ruiz": a second honorific behind the first."""
    return bool(before) and without_honorifics(text)[0] >= right


def _are_places(inner: str) -> bool:
    """Whether slashes part groups, regions and countries ("Technical Community/ Eastern Europe")."""
    parts = inner.split("/")
    return len(parts) > 1 and all(place_of(part.strip()) is not None for part in parts)


def _narrows_office(inner: str, place: Place | None) -> bool:
    """ "Policy Manager (Africa & Middle East)", "Court Interpreter (Swahili)": a field of work or a language behind an office."""
    return fold(inner) in job_words("languages") or (only_areas(inner) and not (place and place.code) and bool(place or " " in inner))


def _is_inside_name(inner: str, behind: str) -> bool:
    """ "Access to Lamps (a2l) Programme": a short form behind which the word for the body follows."""
    word = behind[1:].split(" ", 1)[0].rstrip(",;")
    short = inner.isalnum() and len(inner) <= 6 and not inner.isalpha()
    return short and behind[:1] == " " and word[:1].isupper() and fold(word) in organization_words()


def _abbreviates(inner: str, before: str) -> bool:
    """ "Village Net Council (VNC)", "Civil Society Internet Caucus (CS IC)"."""
    if " " in inner and inner.isupper() and _spells(inner.replace(" ", ""), before):
        return True
    return may_be_body(inner) and organization_score(before) >= 0.55 and _spells(inner, before)


def _spells(acronym: str, name: str) -> bool:
    """Whether the capitals of ``name`` spell its acronym."""
    return "".join(word[0] for word in name.split() if word[:1].isupper()) == acronym


def _is_acronym(text: str) -> bool:
    """Whether a word in brackets may be the short name of the body in front of it."""
    capitals = text.upper() == text or any(char.isupper() for char in text[1:]) or organization_score(text) >= 0.65
    return _ACRONYM.fullmatch(text) is not None and capitals


def _is_body(text: str) -> bool:
    """Whether words are a body for certain and no office."""
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
