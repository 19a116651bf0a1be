"""Cuts at groups, regions and lands: "Technical Community Europe", "WEOG Luz An Menacho", "Foo University Civil Society"."""

from __future__ import annotations

import re
from dataclasses import replace

from igf_extract.parsing.people.absent import is_waiting, represented
from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.joined import TOKEN, begins_person, leading_place
from igf_extract.parsing.people.joining import joiner
from igf_extract.parsing.people.prose import is_remark
from igf_extract.parsing.people.shape import (
    is_body_word,
    is_given,
    is_known_name,
    name_score,
    organization_score,
    title_score,
)
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import Place, longest_place_words, place_kind, place_of
from igf_extract.vocab.words import organization_words

_COLON = re.compile(r":\s+")
SPACED_SLASH = re.compile(r"\s/\s")
_SLASH = re.compile(r"\s*[/|]\s*|(?<=\w)[–—](?=\w)")
_SENTENCE = 3  # blanks that such a sentence has at least
# a heading that follows a person on a line whose breaks were lost ("… Serbia Organisational note: The programme …")
_HEADING = re.compile(r"[A-Z][^\s:,;]*(?:\s[^\s:,;]+){0,4}:\s+[A-Z]")


def at_places(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Technical Community Europe", "WEOG Luz An Menacho", "Niger Lucélia Montenegro": a closed word, then another one or a person."""
    colon = _COLON.search(atom.text)
    if not first and colon and place_of(atom.text[colon.end() :]) and organization_score(atom.text[: colon.start()]) >= 0.4:
        return atom.split(colon.start(), colon.end(), ",")
    for mark in SPACED_SLASH.finditer(atom.text) if not first else ():
        behind = atom.text[mark.end() :]
        if (place_of(behind) or leading_place(behind)) and not place_of(atom.text):  # "Foo Council / Civil Society / GRULAC"
            return atom.split(mark.start(), mark.end(), ",")
    return _at_slash(atom, first) or _behind_place(atom, first)


def _at_slash(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Civil Society/Africa", "Africa | Foo Council", "Civil society/IT manager at Foo": a place before or behind a slash."""
    slash = _SLASH.search(atom.text)
    if slash is None:
        return None
    left, right = atom.text[: slash.start()], atom.text[slash.end() :]
    apart = slash[0] != "/"
    if place_of(right) and (place_of(left) or apart):
        return atom.split(slash.start(), slash.end(), "/")
    body = apart and place_of(left) is not None and organization_score(right) >= 0.4
    office = place_kind(left) == "group" and title_score(right) >= 0.85
    return atom.split(slash.start(), slash.end(), ",") if not first and (body or office) else None


def _behind_place(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "WEOG Luz An Menacho": a closed word in front, the longest that there is, and something of its own behind it."""
    if atom.sep == ";" and is_known_name(atom.text):
        return None  # "; Guadalupe Ruiz, Foo": a given name that is a land's as well
    tokens = list(TOKEN.finditer(atom.text))
    for size in range(min(len(tokens) - 1, longest_place_words()), 0, -1):
        end, start = tokens[size - 1].end(), tokens[size].start()
        place = place_of(atom.text[:end])
        if place:
            joining = joiner().match(atom.text, start)
            follows = _after_place(atom, joining.end() if joining else start, place, first)
            if follows:
                return replace(atom.split(end, end, " ")[0], kind="place", place=place), follows
    return None


def at_closing_group(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Foo University Civil Society": a group of two words behind a body whose name is complete."""
    tokens = list(TOKEN.finditer(atom.text))
    if first or atom.bracket or len(tokens) < 4 or fold(tokens[-3][0]) not in organization_words("closing"):
        return None
    end, start = tokens[-3].end(), tokens[-2].start()
    place = place_of(atom.text[start:])
    if place is None or place.kind != "group" or organization_score(atom.text[:end]) < 0.8:
        return None
    left, right = atom.split(end, start, " ")
    return left, replace(right, kind="place", place=place)


def _after_place(atom: Atom, start: int, place: Place, first: bool) -> Atom | None:
    """What stands behind a closed word, where it is something of its own."""
    right, rest = atom.split(start, start, " ")[1], atom.text[start:]
    if not first and " " not in rest and is_waiting(rest):
        return replace(right, kind="note")  # "APAC TBD"
    if not first and (_HEADING.match(rest) or _is_sentence(rest)):
        return replace(right, kind="drop")
    region = place.kind == "region" and atom.text[: right.piece.start - atom.piece.start].isupper()
    if not first and ((region and represented(rest)) or _begins_body(atom.text[: right.piece.start - atom.piece.start], rest, place)):
        return replace(right, first=True, piece=right.piece.behind("•"))
    other = place_of(rest) or leading_place(rest)
    if other and place.kind != other.kind:
        named = place.kind == "country" and is_body_word(fold(rest.split()[0]).strip(" ."))  # "Velmland University" is one body
        return None if named else right
    if not first and begins_person(rest, place) and (place.kind != "country" or atom.sep not in (",", "-") or is_given(rest)):
        return replace(right, first=True)
    return None


def _is_sentence(text: str) -> bool:
    """ "… Africa We shall announce more speakers soon": a sentence that follows a person on a line whose breaks were lost."""
    return text[:1].isupper() and text.count(" ") >= _SENTENCE and name_score(" ".join(text.split()[:2])) < 0.7 and is_remark(text)


def _begins_body(words: str, rest: str, place: Place) -> bool:
    """ "civil society Council of Names": a group in small letters, and the next body ("Civil Society Council" is one body)."""
    if place.kind != "group" or not words.islower() or not rest[:1].isupper():
        return False
    if " " in words and len(rest) > 2 and rest.isupper() and rest.isalpha():
        return True  # "civil society VBTN"
    named = all(word[:1].isupper() or word in organization_words("small") for word in rest.split())
    strange = named and " " in words and " " in rest and title_score(rest) < 0.5
    return organization_score(rest) >= (0.4 if strange and name_score(rest) < 0.6 else 0.8)
