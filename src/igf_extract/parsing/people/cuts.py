"""Cuts of a piece that holds several things without a separator between them. Each takes an atom and gives its parts, or None.

``first``: the atom is the first of its line, where a name is expected.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.body_cuts import at_acronyms, at_bodies, at_known, joint
from igf_extract.parsing.people.joined import TOKEN, office_after_name, without_article
from igf_extract.parsing.people.joining import joiner, joint_start, pair
from igf_extract.parsing.people.pieces import unmarked
from igf_extract.parsing.people.place_cuts import SPACED_SLASH, at_closing_group, at_places
from igf_extract.parsing.people.prose import is_remark
from igf_extract.parsing.people.shape import (
    CLOSING_ACRONYM,
    is_given,
    is_known_name,
    is_plain_office,
    name_score,
    only_areas,
    organization_score,
    title_score,
    without_honorifics,
)
from igf_extract.parsing.people.split import split_office
from igf_extract.parsing.people.topic import at_topic
from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.places import place_of
from igf_extract.vocab.roles import read_role_label
from igf_extract.vocab.words import honorifics, job_words, organization_words, plain_words

Parts = tuple[Atom, ...] | None
_STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[)\]])|(?<=\.[a-z]{2}))\.\s+(?=[^\W\d_a-zà-ÿ])")
_AFTER_NAME = re.compile(r":\s+|\s+/\s*|\s+@\s+|(?<=\w)[–—/](?=\w)")
_WITH = re.compile(r"(?:with|avec|con|com|mit)\s+(?=(?:the\s|la\s|el\s|le\s)?[^\W\d_a-zà-ÿ])")
_NAME = 0.6  # words are a name from this score on
_INNER_CAPITAL = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-Z][a-z])")
_GLUED_SLASH = re.compile(r"(?<=\w)/(?=[^\W\d_a-zà-ÿ])")


def joined_on(atom: Atom, first: bool) -> Parts:
    """ "; and Lin Mei", "- 2. Ana Ruiz": joining words and list marks before a further piece are no part of it."""
    if first or not atom.sep:
        return None
    piece = unmarked(atom.piece) if atom.sep in ("-", ";", "•", "email", "  ") else atom.piece
    joining = joiner().match(piece.text)
    if joining and piece.text[joining.end() :][:1].isupper():
        piece = piece.cut(joining.end())
    helped = joint_start().match(piece.text) or _WITH.match(piece.text)
    if helped and _takes_part_too(piece.text[helped.end() :]):
        helper = piece.cut(helped.end()).trim(" :")
        return (replace(atom, piece=without_article(helper), first=True),)  # ", with support from Luis Paz (Bar)"
    if not piece.text or piece.text == atom.text:
        return None
    return (replace(atom, piece=piece, first=atom.first or (joining is not None and name_score(piece.text) >= 0.6)),)


def _takes_part_too(text: str) -> bool:
    """Whether a person or a body follows the words that join it to the one before."""
    words = text.split()
    body = organization_score(text) >= 0.55 and title_score(text) < 0.7 and not any(word in ("as", "at") for word in words)
    return body or name_score(pair().split(text)[0]) >= 0.7


def at_colon(atom: Atom, first: bool) -> Parts:
    """ "Ana Ruiz: Director of Foo", "Ana Ruiz / Foo", "Ana Ruiz–Foo Council": a colon, a spaced slash or a dash after a name."""
    mark = _AFTER_NAME.search(atom.text)
    leads = first or atom.sep == ";"
    if not leads or not mark:
        return None
    name, rest = atom.text[: mark.start()], atom.text[mark.end() :]
    if name_score(name) < 0.6 and not (name.count(" ") == 1 and is_given(name.split(" ")[0]) and place_of(rest)):  # "Chenai Chair: NGO"
        return None
    least = 0.55 if mark[0] in "–—" else 0.4  # "Anna Smith–Jones" is a name
    if mark[0] == "/":
        told = title_score(rest) >= 0.7 and name_score(re.split(r"[-/,]", rest, maxsplit=1)[0]) < 0.6  # "Ana Ruiz/Luis Paz" are two
    else:
        told = organization_score(rest) >= least or title_score(rest) >= 0.7 or place_of(rest) is not None
    return atom.split(mark.start(), mark.end(), ",") if told and name_score(rest) < 0.6 and len(rest.split()) <= 12 else None


def at_slash(atom: Atom, first: bool) -> Parts:
    """ "Ana Ruiz / Policy Adviser / Foo Council": an office and its body behind the name."""
    mark = None if first else SPACED_SLASH.search(atom.text) or _GLUED_SLASH.search(atom.text)
    if not mark:
        return None
    left, right = atom.text[: mark.start()], atom.text[mark.end() :]
    told = _parts_spaced(left, right) if " " in mark[0] else _parts_glued(left, right)
    told = told or (min(organization_score(left), title_score(right)) >= 0.8 and title_score(left) < 0.5)  # "Foo University/Chair of Bar"
    return atom.split(mark.start(), mark.end(), ",") if told else None


def _parts_spaced(left: str, right: str) -> bool:
    """ "Policy Adviser / Foo Council", "Foo Bytes / CEO": whether a slash between blanks parts an office and its body."""
    if title_score(left) >= 0.8:
        inside = split_office(left)
        whole = inside is None or inside.body_end < len(left)  # not "Founder of Foo University / Bar Lab"
        strange = right[:1].isupper() and not only_areas(right) and title_score(right) < 0.5
        return whole and (organization_score(right) >= 0.55 or strange)
    named = left[:1].isupper() and title_score(left) < 0.5 and not only_areas(left) and place_of(left) is None
    return named and is_plain_office(right) and " and " not in left


def _parts_glued(left: str, right: str) -> bool:
    """ "Policy Adviser/Foo Council", but not "Chair of JPCERT/CC"."""
    told = title_score(left) >= 0.8 and " " in left and organization_score(right) >= 0.55 and title_score(right) < 0.6
    return told and not (left.split()[-1].isupper() and right.split()[0].isupper())


def at_capital(atom: Atom, first: bool) -> Parts:
    """ "Ana LimaCo-director": an office printed right behind the name."""
    for mark in _INNER_CAPITAL.finditer(atom.text) if first else ():
        left, right = atom.text[: mark.start()], atom.text[mark.end() :]
        if name_score(left) >= _NAME and is_plain_office(right) and title_score(right) >= 0.8:
            return atom.split(mark.start(), mark.end(), ",")
    return None


def at_predicate(atom: Atom, first: bool) -> Parts:
    """ "Ana Ruiz is the Head of Policy at Foo": what a sentence says that a person is."""
    if not first and atom.sep == "-":
        return behind_dash(atom)
    mark = _predicate().search(atom.text) if first or atom.first else None
    if mark is None or name_score(atom.text[: mark.start()]) < 0.6 or title_score(atom.text[mark.end() :]) < 0.8:
        return None
    if not organization_words("relatives").isdisjoint(atom.text[mark.end() :].split()):
        return None  # "is a nurse who became a keeper of masts": a biography
    return atom.split(mark.start(), mark.end(), ",")


def behind_dash(atom: Atom) -> Parts:
    """ "Ana Ruiz – is the Head of Policy at Foo": the predicate behind a dash, without what makes a sentence of it."""
    mark = _predicate().match(f" {atom.text}")
    if mark is None or title_score(office := atom.text[mark.end() - 1 :]) < 0.8:
        return None
    plain = organization_words("relatives").isdisjoint(office.split())
    return (replace(atom, piece=atom.piece.cut(mark.end() - 1)),) if plain else None


@cache
def _predicate() -> re.Pattern[str]:
    """The words between a name and what the person is ("is currently the", "est", "es la")."""
    return re.compile(rf"\s(?:{any_of(honorifics('being'))})\s(?:(?:an?|the|une?|la|le|el|un|una|um|uma)\s)?")


def at_stop(atom: Atom, first: bool) -> Parts:
    """ "Usman Qureshi. Village Net Foundation": a full stop between things that are complete."""
    for match in _STOP.finditer(atom.text):
        left, right = atom.text[: match.start()], atom.text[match.end() :]
        leads = (first or atom.pair or atom.first) and " " in left
        named = leads and all(name_score(name) >= 0.6 for name in (pair().split(left) if "/" in left else (left,)))
        complete = named or place_of(left) or place_of(right) or organization_score(left) >= 0.65 or title_score(left) >= 0.8
        # "Senior Director, Names and Technology. Village Net Society (VNS)"
        complete = complete or (not first and only_areas(left) and organization_score(right) >= 0.65)
        complete = complete or (not first and left[:1].isupper() and is_known_name(right))
        cut_short = fold(left.split()[-1]) in organization_words("abbreviations") | honorifics("cut_names")
        cut_short = cut_short or (" " in left and _calls_next(left.split()[-1], right))
        cut_short = cut_short or fold(right.split()[0]).rstrip(".,") in organization_words("suffixes")  # "Foo Repairs Pvt. Ltd"
        if complete and not cut_short and without_honorifics(left + ". X")[0] <= len(left):
            one, other = atom.split(match.start(), match.end(), ".")
            return one, replace(other, kind="drop") if is_remark(right) else other
    return None


def _calls_next(word: str, right: str) -> bool:
    """ "African Group Prof. Ana Ruiz": whether the point belongs to a short honorific of the person behind it."""
    return word[:1].isupper() and fold(word) in honorifics("addressing") and name_score(pair().split(right)[0]) >= _NAME


def at_role(atom: Atom, first: bool) -> Parts:
    """ "Ana Ruiz-Additional Online moderator": a role after a hyphen."""
    at = atom.text.rfind("-")
    if 3 < at < len(atom.text) - 6 and name_score(pair().split(atom.text[:at])[0]) >= 0.5:
        label = read_role_label(atom.text[at + 1 :])
        compound = fold(atom.text[:at].split()[-1]) in job_words("qualifiers")  # "Co-coordinator"
        if label and not compound:
            left, right = atom.split(at, at + 1, "-")
            return left, replace(right, kind="role", role=label)
    return None


def at_second_post(atom: Atom, first: bool) -> Parts:
    """ "…, Moldova & MAG member": a country and a second post, which is not read."""
    mark = None if first or atom.bracket else pair().search(atom.text)
    if mark is None or title_score(atom.text[mark.end() :]) < 0.8 or name_score(atom.text[mark.end() :]) >= 0.6:
        return None
    place = place_of(atom.text[: mark.start()])
    if place is None or place.kind != "country":
        return None
    left, right = atom.split(mark.start(), mark.end(), "&")
    return replace(left, kind="place", place=place), replace(right, kind="drop")


def at_tail(atom: Atom, first: bool) -> Parts:
    """ "Ana Ruiz on the liability of makers", "Ana Ruiz will moderate": running text after a name."""
    for match in list(TOKEN.finditer(atom.text))[2:6] if not (atom.bracket and _is_capital(atom.text)) else ():
        if (
            match[0] in honorifics("tails")
            and not atom.text.startswith("on behalf of ", match.start())
            and name_score(atom.text[: match.start()].strip()) >= 0.6
            and match.end() < len(atom.text)
            and not ((first or atom.sep in (",", "-")) and _names_field(atom.text, match, first))
        ):
            left, right = atom.split(match.start(), match.start(), " ")
            return left, replace(right, kind="drop")
    return None


def _names_field(text: str, link: re.Match[str], first: bool) -> bool:
    """ "…, Velmic Kring on Open Seeds": whether behind "on" stands, in capitals, what the body behind a name is about.

    ``first``: the words stand where a name does, so that one of them must be an ordinary word ("Dynamic Kring on Open Seeds").
    """
    if link[0] != "on" or is_given(text) or not _is_capital(text[link.end() :].strip()):
        return False
    return not first or not plain_words().isdisjoint(fold(word) for word in text[: link.start()].split())


def _is_capital(text: str) -> bool:
    """Whether all words but the small ones have their capitals, as those of a body do ("(Coalition on Open Roads)")."""
    return all(word[:1].isupper() or word in organization_words("small") or word in job_words("breaks") for word in text.split())


def at_pair(atom: Atom, first: bool) -> Parts:
    """ "A and B", "A/B": two persons; "<office> and <Name>": the next person."""
    for match in pair().finditer(atom.text):
        left, right = atom.text[: match.start()].strip(), atom.text[match.end() :].strip()
        if not left or len(CLOSING_ACRONYM.sub("", right).split()) < 2 or atom.bracket or left.endswith("-"):
            continue
        if not atom.bracket and office_after_name(left) and office_after_name(right):
            one, other = atom.split(match.start(), match.end(), "&")  # "Ana Ruiz from Foo and Luis Paz from Bar"
            return one, replace(other, first=True)
        person = name_score(pair().split(right)[0])
        beside = name_score(left) >= 0.5 and organization_score(left) < 0.6 and (len(left.split()) > 1 or is_given(left))
        if person >= 0.5 and beside:
            one, other = atom.split(match.start(), match.end(), "&")
            return one, replace(other, pair=True)
        body = organization_score(left) >= (0.4 if person >= 0.9 and left[:1].isupper() and len(left.split()) < 5 else 0.5)
        if not first and person >= 0.8 and is_given(right) and (body or title_score(left) >= 0.5) and not only_areas(left):
            one, other = atom.split(match.start(), match.end(), "&")
            return one, replace(other, first=True)
    return None


def suffix_first(atom: Atom, first: bool) -> Parts:
    """ "Ph.D. Prairie State University": a degree that belongs to the name before."""
    token = TOKEN.match(atom.text)
    if first or not token or len(token[0]) < 3 or token.end() >= len(atom.text):
        return None
    if token[0].istitle() and fold(token[0]).strip(".") in honorifics("cut_names") and name_score(atom.text) >= 0.6:
        return None  # "Ma. Luz Paz"
    if fold(token[0]).replace(".", "").strip(",") not in honorifics("suffixes"):
        return None
    left, right = atom.split(token.end(), token.end(), " ")
    initials = token[0].isupper() and "." not in token[0]  # "MSC Velmic" is a body, "PHD Velm University" a degree before one
    if initials and organization_score(right.text) < 0.55:
        return None
    return (replace(left, kind="note"), right) if title_score(right.text) < 0.7 else None


CUTS: tuple[Callable[[Atom, bool], Parts], ...] = (
    joined_on,
    at_topic,
    at_predicate,
    at_colon,
    at_slash,
    at_capital,
    joint,
    at_stop,
    at_places,
    at_closing_group,
    at_role,
    at_second_post,
    at_tail,
    at_pair,
    at_known,
    at_acronyms,
    at_bodies,
    suffix_first,
)
