"""The name or names at the head of a group of atoms, and their cleaning."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from igf_extract.parsing.people.absent import settled_text
from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.group import takes_part
from igf_extract.parsing.people.joined import name_and_office, without_article
from igf_extract.parsing.people.joining import joint_phrases
from igf_extract.parsing.people.pieces import BROKEN_LOCK, LOCKS, Piece
from igf_extract.parsing.people.shape import (
    is_body_word,
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
from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.places import place_of
from igf_extract.vocab.words import honorifics, job_words, organization_words, plain_words

_WORD = re.compile(r"\S+")
# the title of a talk behind the body: "Foo: “On small networks”"
_TALK = re.compile(r"(?<=\w)\)?\s*[:–—-]\s*[“\"«„](?=\w)|:\s+(?=[a-zà-ÿ]+\s)")
_QUOTES = '"“”'
_OWNED = re.compile(r"(?<=\w)['’]s?\s+(?=[^\W\d_a-zà-ÿ])")
_INITIAL_END = re.compile(r"\s[^\W\d_a-zà-ÿ]\.(?=[\s,;:]*$)")  # "Ana R."
# abbreviations that keep their point at the end of a body's name
_BASED = re.compile(r"[^\W\d_a-zà-ÿ][\w.]+-based\s(?=[^\W\d_a-zà-ÿ])")  # "Velm-based Foo Trust"
_POINTED = re.compile(r"(?:\b(?:inc|ltd|corp|co|s\.a|s\.p\.a|e\.\s?v|a\.c|u\.s|n\.v|b\.v|s\.l|jr|pvt|pte)|\b[A-Z](?:\.[A-Z])*)\.$", re.I)


def names_of(atoms: list[Atom], person: bool) -> tuple[list[Piece], list[Atom], float]:
    """The names at the head of a group, the atoms behind them, and how sure that is; no names where none stands there.

    ``person``: only persons are expected, so that less is needed to believe in one.
    """
    first = atoms[0]
    if first.person:
        return [clean_name(first.piece)], atoms[1:], 0.8
    merged = _given_and_family(atoms)
    if merged:
        return [merged[0]], merged[1], 0.9
    name, office = name_and_office(first.piece)
    if office is not None and _is_family_name(office.text, atoms[1:2]):
        name, office = first.piece, None
    if office is not None:
        return [clean_name(name)], [Atom(office), *atoms[1:]], 0.75
    first = replace(first, piece=name)
    score, body, title = name_score(first.text), organization_score(first.text), title_score(first.text)
    if score >= (0.01 if person else 0.5) and body < 0.8 and title < 0.7:
        names = [clean_name(first.piece)]
        while len(names) < len(atoms) and atoms[len(names)].pair and atoms[len(names)].kind == "text":
            names.append(clean_name(atoms[len(names)].piece))
        return names, atoms[len(names) :], 0.97 if score >= 0.7 else 0.9 if score >= 0.5 else 0.7
    if _one_word_before_office(atoms, body) or _has_odd_family_name(atoms):
        return [clean_name(first.piece)], atoms[1:], 0.7
    return [], atoms, 0.0


def _is_family_name(word: str, later: list[Atom]) -> bool:
    """ "Ana Oyo Didi, Velm Trust": a family name that a well-known body bears as well, since the body of the person follows."""
    plain = word.isalpha() and word[:1].isupper() and word[1:].islower()
    follows = bool(later) and later[0].is_plain and later[0].sep == ","
    return plain and follows and title_score(later[0].text) < 0.6 and title_score(word) < 0.7


def office_before_name(piece: Piece, told: bool = False, body: bool = False) -> int | None:
    """Where the name begins in "Policy Adviser Ana Ruiz": behind an office without a body, and with a given name that is known.

    ``told``: details follow the piece, so that behind a rank of two words ("Senior Constable") any name is believed; ``body``: a
    certain body does, so that behind an office of several words any name is believed that no plain word is in.
    """
    words = list(_WORD.finditer(piece.text[:120]))
    begin, _ = without_honorifics(piece.text)
    for at in reversed(range(1, min(len(words) - 1, 5))):
        start = words[at].start()
        office, name = piece.text[:start].strip(), piece.text[start:]
        if start <= begin or name_score(name) < 0.6:
            continue
        plain, of_field, behind = is_plain_office(office), _is_office_of(office), len(words) - at
        known = is_known_name(name) and (of_field or (plain and name_score(piece.text) < 0.6))
        ranked = told and 2 <= behind <= 4 and (at > 1 or fold(office) in job_words("ranks")) and _is_rank(office)
        strange = body and at > 1 and behind < 4 and (plain or of_field) and plain_words().isdisjoint(fold(name).split())
        if known or ranked or strange:
            return start
    return None


def body_before_name(piece: Piece) -> tuple[Piece, Piece] | None:
    """ "VNGO's Ana Ruiz": the body and the person, between them the mark of a possessive; None for anything else."""
    mark = _OWNED.search(piece.text[:120])
    if mark is None:
        return None
    body, name = piece.cut(0, mark.start()), piece.cut(mark.end())
    certain = organization_score(body.text) >= 0.55 and name_score(body.text) < 0.6 and is_given(name.text)
    return (body, name) if certain and name_score(name.text) >= 0.8 and " " in name.text else None


def _is_office_of(office: str) -> bool:
    """ "Professor of Law", "Head of Public Policy": an office and a field of work."""
    head, link, field = office.partition(" of ")
    return bool(link) and is_plain_office(head) and only_areas(field)


def _is_rank(office: str) -> bool:
    """ "Senior Constable", "Deputy Ombudsman", "Minister of State": words that qualify, and one office."""
    if office[:1].isupper() and fold(office) in job_words("rank_phrases"):
        return True
    words = fold(office).split()
    told = (
        is_plain_office(office)
        or (len(words) == 1 and words[0] in job_words("ranks"))
        or (office[:1].isupper() and words[-1] in honorifics("title"))
    )
    return told and all(word in job_words("qualifiers", "heads") | honorifics("title") for word in words)


def _one_word_before_office(atoms: list[Atom], body: float) -> bool:
    """ "MartynaJanowicz, Assistant Professor …": a single word is a name where an office follows."""
    word = atoms[0].text
    if len(atoms) < 2 or atoms[1].kind != "text" or not word[:1].isupper() or " " in word:
        return False
    if body >= 0.55 or atoms[1].sep != ",":
        return False
    if title_score(atoms[1].text) >= 0.85:
        return True
    # a group and a region behind a certain body tell of a person in front
    kinds = {atom.place.kind for atom in atoms[2:] if atom.place}
    return "group" in kinds and len(kinds) > 1 and organization_score(atoms[1].text) >= 0.8


def _has_odd_family_name(atoms: list[Atom]) -> bool:
    """ "Velu Data, CEO of Foo", "Tom Minister, Adviser, Foo": a family name like a field or an office, and an office with its body."""
    words, told = atoms[0].text.split(), atoms[1:3]
    if not 2 <= len(words) <= 3 or not told or not told[0].is_plain or told[0].sep != ",":
        return False
    plain = all(word[:1].isupper() and word[1:].islower() for word in words)
    if plain and len(words) == 2 and title_score(told[0].text) >= 0.85 and _is_ordinary(words):
        return True
    odd = fold(words[-1]) in job_words("areas", "heads")
    if not plain or not odd or place_of(words[0]) is not None or any(map(_is_told_of_bodies, words[:-1])):
        return False
    if takes_part([atoms[0], *atoms[2:3]]):  # "Ana Chair, Foo Council (Moderator)"
        return organization_score(told[0].text) >= 0.55
    if title_score(told[0].text) < 0.85:
        return False
    given = is_given(atoms[0].text)
    own = split_office(told[0].text) is not None and (given or fold(words[-1]) not in job_words("heads"))
    return own or (given and len(told) > 1 and told[1].kind == "text" and organization_score(told[1].text) >= 0.55)


def _is_ordinary(words: list[str]) -> bool:
    """ "Conal Short, Minister": a family name that is an ordinary word and tells of no body, behind a word that is none."""
    given, family = map(fold, words)
    told = family in plain_words() and not _is_told_of_bodies(family) and family not in organization_words("small", "closing")
    return told and given not in plain_words() and not _is_told_of_bodies(given) and place_of(words[0]) is None


def _is_told_of_bodies(word: str) -> bool:
    """A word of a field, an office or a body, which no given name is."""
    key = fold(word)
    return key in job_words("areas") or key in job_words("heads") or key in job_words("qualifiers") or is_body_word(key)


def _given_and_family(atoms: list[Atom]) -> tuple[Piece, list[Atom]] | None:
    """ "Mr,Anna,LINDT,Academia,Foo": an honorific of its own, then given and family name between commas."""
    if len(atoms) > 2 and _is_addressed_given(atoms):
        given, family = atoms[0].piece.cut(without_honorifics(atoms[0].text)[0]), atoms[1].piece
        return Piece(f"{given.text} {family.text}", -1), atoms[2:]
    if len(atoms) < 3 or fold(atoms[0].text).strip(".") not in honorifics("dropped"):
        return None
    if not all(atom.kind == "text" and atom.sep == "," for atom in atoms[1:3]):
        return None
    given, family = atoms[1].piece, atoms[2].piece
    # "Ms,Anna Lena,TRAN,Academia,Foo": five fields, the body is the last
    full = len(atoms) > 4 and atoms[3].is_place("group") and atoms[4].kind == "text" and family.text.isupper()
    if not full and len(given.text.split()) > 1 and name_score(given.text) >= 0.6 and organization_score(family.text) >= 0.55:
        return clean_name(given), atoms[2:]
    joined = f"{given.text} {family.text}"
    # no stretch of the text reads like the joined name, so it has no span: a piece at -1
    return (Piece(joined, -1), atoms[3:]) if name_score(joined) >= 0.5 else None


def _is_addressed_given(atoms: list[Atom]) -> bool:
    """ "Ms.Anna,LINDT,Academia,…": an honorific with the given name, then the family name in capitals and a group."""
    first, family = atoms[0].text, atoms[1].text
    start, _ = without_honorifics(first)
    given = first[start:]
    told = start > 0 and " " not in given and atoms[1].kind == "text" and family.isupper() and family.isalpha()
    return told and atoms[2].is_place("group") and name_score(f"{given} {family}") >= 0.5


def clean_name(piece: Piece) -> Piece:
    """A name without honorifics, quotes, degrees and closing marks, and once where it is printed twice; an apostrophe in front is part
    of it ("'Gbenga")."""
    piece = piece.cut(0, len(settled_text(piece.text)))  # "Ana Ruiz tbc"
    initial = _INITIAL_END.search(piece.text)
    piece = piece.cut(0, initial.end()).trim(" ,;:*" + _QUOTES) if initial else piece.trim(" .,;:*" + _QUOTES)
    if piece.text[:1] not in "'’‘":
        piece = piece.trim("'’‘`")
    start, _ = without_honorifics(piece.text)
    piece = piece.cut(start).trim(" ,;:*-–" + _QUOTES)
    words = list(_WORD.finditer(piece.text))
    while len(words) > 2 and _is_degree(words[-1][0], piece.text):
        words.pop()
        piece = piece.cut(0, words[-1].end()).trim(" ,")
    return _once(piece)


def _once(piece: Piece) -> Piece:
    """ "Ana Ruiz Ana Ruiz": a name of several words that is printed twice, once."""
    words = piece.text.split(" ")
    half = len(words) // 2
    return piece.cut(0, len(" ".join(words[:half]))) if half > 1 and words[:half] == words[half:] else piece


def _is_degree(word: str, name: str) -> bool:
    """Whether the last word of a name is a degree ("Ph.D.", "JD"); in a name of capitals only points tell."""
    if fold(word).replace(".", "").strip(",") not in honorifics("suffixes"):
        return False
    capitals = word[1:] != word[1:].lower() and not name.isupper()
    return word.count(".") > 1 or capitals or word.startswith("Esq")


@cache
def _speaking() -> re.Pattern[str]:
    """ "Foo speaks about schools", "Foo will present": what the person behind a body does."""
    return re.compile(rf"\s(?:{any_of(honorifics('speaking'))})\s+(?=[a-zà-ÿ])")


def clean_body(piece: Piece) -> Piece:
    """A body's name without locks, quotes and closing marks; "Inc." keeps its point."""
    broken, whole = BROKEN_LOCK.match(piece.text), piece
    text = settled_text(piece.text)
    unopened = text.endswith((")", "]")) and sum(map(text.count, "([")) < sum(map(text.count, ")]"))
    piece = piece.cut(broken.end() if broken else 0, len(text) - unopened).trim(" ,;:*" + _QUOTES + LOCKS)
    piece = piece.cut(0, len(piece.text.rstrip(" ([,;")))
    based = _BASED.match(piece.text)
    piece = piece.cut(based.end()) if based else piece
    talk = _TALK.search(piece.text) or _speaking().search(piece.text)
    if talk:
        piece = piece.cut(0, talk.start()).trim(" ,;:")
    if piece.text.endswith(".") and not _POINTED.search(piece.text[-12:]):
        piece = piece.cut(0, len(piece.text) - 1).trim(" ")
    return _with_closing_quote(piece, whole)


def _with_closing_quote(piece: Piece, whole: Piece) -> Piece:
    """ "Mapping Team “Awra”": the mark belongs to the name where the one that opens stands inside."""
    mark = whole.slice(piece.end, piece.end + 1)
    opened = (mark == "”" and piece.text.count("“") > piece.text.count("”")) or (mark == '"' and piece.text.count('"') % 2 == 1)
    return whole.cut(piece.start - whole.start, piece.end + 1 - whole.start) if opened else piece


def is_family_first(text: str) -> bool:
    """Whether a line may be "Family, Given": two short pieces of a name, with nothing that tells of a body or an office."""
    family, comma, given = text.partition(", ")
    start, _ = without_honorifics(given)  # "Ruiz, Dr. Ana"
    rank, _, rest = given[start:].partition(" ")
    given = rest if rest and fold(rank) in job_words("ranks") else given[start:]  # "Ruiz, Colonel Ana"
    if not comma or "," in given or not 1 <= len(family.split()) <= 3 or not 1 <= len(given.split()) <= 2:
        return False
    plain = organization_score(given) < 0.55 and title_score(given) < 0.5 and organization_score(family) < 0.55
    return plain and name_score(f"{given} {family}") >= 0.6


def unjoined(piece: Piece) -> Piece:
    """ "In collaboration with Foo": the joining words are no part of the name."""
    low = piece.text.casefold()
    for words in joint_phrases():
        if low.startswith(words + " "):
            return unjoined(without_article(piece.cut(len(words)).trim(" :,")))
    return piece
