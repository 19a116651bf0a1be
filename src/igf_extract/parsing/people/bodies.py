"""Bodies beside one another on a line: where one body ends and another begins."""

from __future__ import annotations

import re
from dataclasses import replace

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.heads import leads_as_body
from igf_extract.parsing.people.joined import without_article
from igf_extract.parsing.people.place_cuts import SPACED_SLASH
from igf_extract.parsing.people.shape import CLOSING_ACRONYM, is_body_word, is_given, only_areas, organization_score
from igf_extract.parsing.people.units import is_inner_unit
from igf_extract.vocab.cities import is_city
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import place_of
from igf_extract.vocab.words import is_known_organization, job_words, organization_starts, organization_words, plain_words

_WORDS = re.compile(r"\w+")
_LONGEST_PAIR = 300  # characters in which a joining word is looked for
_ENGLISH = frozenset(("of", "the", "for", "on", "and"))
_ROMANCE = frozenset(("de", "du", "des", "d", "del", "da", "do", "dos", "das", "la", "le", "les", "et", "sur", "pour", "para", "sobre"))
_FIELD_LINKS = frozenset(("für", "pour", "para", "per", "de", "di", "del", "da", "do", "des", "du", "voor", "van", "om", "för", "for"))
_PAIR = re.compile(r"\s+(?:and|&|et|y|e|und|\+)\s+|\s+/\s+")
LIST = 4  # so many bodies on one line are a list and not a body of several parts


def cut_pairs(atoms: list[Atom], bodies: int) -> list[Atom]:
    """ "Youth Observatory and the Digital Grassroots" at the end of a list of bodies, "Foo Council & Bar Foundation" alone: two bodies."""
    if not atoms or not leads_as_body(atoms[0]):
        return atoms
    out: list[Atom] = []
    for at, atom in enumerate(atoms):
        seat = SPACED_SLASH.search(atom.text) if at else None
        if seat is not None and _ends_seat(atom.text[: seat.start()], atom.text[seat.end() :]):
            place, other = atom.split(seat.start(), seat.end(), "/")
            out += [place, replace(other, first=True)]
            continue
        last = at == len(atoms) - 1 and bodies > 1
        least = 0.55 if bodies > 2 else 1.0 if at else 0.8
        marks = _PAIR.finditer(atom.text[:_LONGEST_PAIR]) if atom.is_plain and (at == 0 or last) else ()
        match = next((mark for mark in marks if _are_two_bodies(atom.text, mark, _least(atom.text, mark, least), bodies > 2)), None)
        if match is not None:
            left, right = atom.split(match.start(), match.end(), "&")
            told = _is_unknown_body(left.text) or _are_alike(left.text, right.text)
            out += [replace(left, body=told), replace(right, piece=without_article(right.piece), first=True)]
        else:
            out.append(atom)
    return out


def _ends_seat(left: str, right: str) -> bool:
    """ "Foo Council, Lima / Bar Collective": another body behind the town or the country of the first."""
    return organization_score(right) >= 0.55 and (is_city(left, None) or place_of(left) is not None)


def _least(text: str, mark: re.Match[str], least: float) -> float:
    """An article behind the joining word tells of a body of its own ("Foo Rights & the Village Radio Desk")."""
    linked = not organization_words("small").isdisjoint(text[: mark.start()].split())  # "Centre for Law and the Digital Society"
    named = fold(text[mark.end() + 4 :]).startswith(tuple(start for start in organization_starts() if start.endswith((" of", " for"))))
    apart = text.startswith("the ", mark.end()) and len(text[mark.end() :].split()) > 2 and (named or not linked)
    left, right = text[: mark.start()], text[mark.end() :]
    if mark[0].strip() == "&" and _is_unknown_body(left) and _begins_other_body(right):
        return 0.4
    unit = {fold(word) for side in (left, right) for word in side.split()} & (organization_words("parts") - organization_words("closing"))
    whole = not unit and (_closes(left) or _begins_as_body(right)) and _stands_apart(left, right)  # "…, Foo Council and Bar Network"
    short = right.isupper() and right.isalpha() and not only_areas(right)  # "Foo Institute and CSBU"
    return min(least, 0.55) if apart else min(least, 0.7 if short else 0.8) if whole else least


def _is_unknown_body(text: str) -> bool:
    """Whether words in capitals name no field of work, so that they may be a body whose name tells nothing ("Fjordlys Nett")."""
    words = text.split()
    return len(words) == 2 and all(word[:1].isupper() and fold(word) not in job_words("areas") for word in words) and not is_given(text)


def _begins_other_body(text: str) -> bool:
    """ "Sahara Centre for Winds": a body with a name of its own before the word for it, and its purpose behind."""
    words = [fold(word) for word in text.split()]
    named = len(words) > 3 and words[1] in organization_words() and words[2] in organization_words("small")
    return named and text[:1].isupper() and words[0] not in job_words("areas") and words[0] not in plain_words()


def _are_two_bodies(text: str, match: re.Match[str], least: float, listed: bool) -> bool:
    """Whether the words on both sides of a joining word are bodies of their own ("Ministry of Justice and Communications" is one)."""
    left, right = text[: match.start()], text[match.end() :]
    if "/" in match[0] and _is_translated(left, right):
        return False
    if " " not in left and is_body_word(fold(left)) and not left.isupper():
        return False  # "Bibliothèque et Archives nationales de Velm"
    if " " not in right and is_body_word(fold(right)) and not right.isupper() and not is_known_organization(right):
        return False  # "Institut Calcul et Société"
    if _is_last_field(left, right):
        return False
    bare = [CLOSING_ACRONYM.sub("", part) for part in (left, right)]
    if (
        min(max(organization_score(part), organization_score(short)) for part, short in zip((left, right), bare, strict=True)) < least
        or only_areas(left)
        or only_areas(right)
    ):
        return False
    closed = _closes(left) or _begins_as_body(right) or _are_alike(left, right)
    return match[0].strip() != "and" or listed or right.startswith("the ") or (closed and _stands_apart(left, right))


def _is_translated(left: str, right: str) -> bool:
    """ "Council of Foo / Conseil de Foo": one body in English and in a Romance language."""
    first, second = (set(_WORDS.findall(fold(side))) for side in (left, right))
    return any(one & _ENGLISH and other & _ROMANCE and not other & _ENGLISH for one, other in ((first, second), (second, first)))


def _is_last_field(left: str, right: str) -> bool:
    """ "Zentrum für Internet und | Gesellschaft": one word that no list of well-known bodies holds, behind fields of work."""
    linked = not organization_words("small").isdisjoint(left.split()[1:]) or not _FIELD_LINKS.isdisjoint(left.split()[1:])
    return linked and " " not in right and not right.isupper() and not is_known_organization(right)


def _begins_as_body(text: str) -> bool:
    """ "Jornal de Velm": a word for a body that stands in front of its name and nowhere else."""
    words = text.split()
    return len(words) > 1 and words[0][:1].isupper() and fold(words[0]) in organization_words("leading")


def _closes(text: str) -> bool:
    """Whether a body's name ends here: "Village Net Alliance", "… (ITU)", "UNESCO", but not "Ministry of Youth"."""
    words = text.split()
    if text.endswith(")") or is_known_organization(text) or (len(words) == 1 and text.isupper()):
        return True
    before = fold(words[-2]) if len(words) > 1 else ""
    return len(words) > 1 and fold(words[-1]) in organization_words() and before not in organization_words("small")


def _are_alike(left: str, right: str) -> bool:
    """Whether both are named by a name, the same kind and a field ("Foo School of Cables and Bar School of Cables")."""
    sides = [[fold(word) for word in side.split()] for side in (left, right)]
    kinds = [{word for word in words[1:-1] if word in organization_words()} for words in sides]
    return bool(kinds[0] & kinds[1]) and all(words[0] not in organization_words() | job_words("areas") for words in sides)


def _stands_alone(text: str) -> bool:
    """Whether words are a whole name of a body and not the rest of one ("Media Institutions")."""
    words = text.split()
    heads = sum(fold(word) in organization_words() for word in words)
    area = fold(words[0]) in job_words("areas") and not _is_watch(words)
    return is_known_organization(text) or (len(words) > 1 and heads > 0 and not area) or (len(words) == 1 and text.isupper())


def _stands_apart(left: str, right: str) -> bool:
    """Whether the second words are a whole name: by themselves, or a body for certain behind the acronym of the first ("Foo (F)")."""
    return _stands_alone(right) or (CLOSING_ACRONYM.search(left) is not None and organization_score(right) >= 0.8)


def _is_watch(words: list[str]) -> bool:
    """ "Media Watch Africa": a field of work, a word for a body, and behind it a name."""
    behind = words[2:]
    told = bool(behind) and fold(words[1]) in organization_words()
    return told and all(word[:1].isupper() and fold(word) not in organization_words() for word in behind)


def _lists_fields(head: Atom, atom: Atom) -> bool:
    """ "Ministry of Information, Communications, Transport and Tourism": fields of work behind a body that is named by them."""
    words = [fold(word) for word in head.text.split()]
    named = len(words) > 2 and words[0] in organization_words("fields") and not job_words("breaks").isdisjoint(words[1:])
    fields = _PAIR.split(atom.text)
    last = len(fields) > 1 and only_areas(fields[0])
    return named and not CLOSING_ACRONYM.search(head.text) and (only_areas(atom.text) or last)


def _goes_on(head: Atom, atom: Atom) -> bool:
    """ "Coalition on Museums, Archives and Public Access": the last fields of a body that says what it is about behind "on"."""
    words = [fold(word) for word in head.text.split()]
    about = len(words) > 2 and "on" in words[-3:-1] and any(word in organization_words("closing") for word in words)
    last = fold(atom.text.split()[-1])
    return about and _PAIR.search(atom.text) is not None and last not in organization_words() and not CLOSING_ACRONYM.search(head.text)


def _is_team(text: str) -> bool:
    """ "CERT-LT", "Velmland CSIRT": a team that answers incidents, which is a part of the body named behind it."""
    words = _WORDS.findall(fold(text))
    return len(words) == 2 and not organization_words("teams").isdisjoint(words)


def _are_own(words: list[str], behind: str) -> bool:
    """ "Velm Institute, Tarn Foundation": what may be a part of a body, beside a body that has no such parts."""
    ends = {fold(word) for word in (behind.split()[0], behind.split()[-1])}
    own = not organization_words("own_parts").isdisjoint(words) and organization_words("inner_units").isdisjoint(words)
    return own and not organization_words("without_parts").isdisjoint(ends)


def is_another_body(group: list[Atom], atom: Atom, bodies: int) -> bool:
    """Whether ``atom`` is a body beside the one before it or the body of which that one is a part ("Faculty of Law, University of X")."""
    if atom.sep in ("-", "  ", "&") or bodies >= LIST:
        return True
    words = [word.casefold().strip(".,") for word in group[-1].text.split()] if group[-1].kind == "text" else []
    if _lists_fields(group[0], atom) or _goes_on(group[0], atom) or fold(atom.text).startswith(organization_starts("states")):
        return False
    if bodies <= 2 and len(group) == 1 and is_inner_unit(atom.text):
        return False
    part = (
        not CLOSING_ACRONYM.search(group[-1].text) and any(word in organization_words("parts") for word in [*words[:2], *words[-1:]])
        if len(words) > 1
        else False
    )
    part = part and not _are_own(words, atom.text)
    part = part or (bodies <= 2 and len(group) == 1 and _is_team(group[0].text) and " " in atom.text)
    return not part and organization_score(atom.text) >= 0.55
