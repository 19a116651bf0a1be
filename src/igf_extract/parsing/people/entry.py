"""One group of atoms becomes an entry: a person, a body, a nameless organiser, nobody, or details of the person before."""

from __future__ import annotations

import re
from dataclasses import replace

from igf_extract.parsing.people.absent import NOBODY, absent, is_waiting, represented, settled_text
from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.details import Entry, details_of, with_details
from igf_extract.parsing.people.group import takes_part
from igf_extract.parsing.people.heads import is_known_person
from igf_extract.parsing.people.naming import body_before_name, clean_body, clean_name, names_of, office_before_name, unjoined
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.prose import is_prose
from igf_extract.parsing.people.shape import (
    begins_small,
    is_known_name,
    name_score,
    organization_score,
    title_score,
    without_honorifics,
)
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code, group_code, place_of
from igf_extract.vocab.roles import seats
from igf_extract.vocab.words import honorifics, is_known_organization, job_words, organization_words, placeholder_words, plain_words

_ARTICLES = ("a ", "an ", "une ", "una ", "uma ")  # before what a body is
_SMALL_NAME = re.compile(r"[^\W\d_][\w .'’-]*")  # words of a name, initials with their points


def read_entry(atoms: list[Atom], whole: Piece, *, person: bool, prefix: Piece | None = None) -> Entry:
    """Reads one group. ``person``: the label or field holds persons only ("Speaker 1:"); ``whole`` is the line without its marks."""
    if _is_announced_for_body(atoms):
        body = Entry("body", whole, atoms[0].piece.start, atoms[-1].piece.end, body=clean_body(atoms[1].piece))
        return with_details(body, atoms[2:], whole)
    while len(atoms) > 1 and atoms[0].kind == "note":
        atoms = atoms[1:]
    if len(atoms) > 1 and prefix is None and atoms[0].is_place("group") and atoms[1].is_plain:
        atoms, prefix = atoms[1:], atoms[0].piece
    return _read_led(atoms, whole, person, prefix)


def _read_led(atoms: list[Atom], whole: Piece, person: bool, prefix: Piece | None) -> Entry:
    """Reads a group whose first atom is its own; ``prefix``: the words before its colon, or the group before its name."""
    first = atoms[0]
    if first.body:
        entry = Entry("body", whole, first.piece.start, atoms[-1].piece.end, body=clean_body(first.piece), sure=0.8)
        return with_details(entry, atoms[1:], whole)
    entry = Entry("unreadable", whole, min(atom.piece.start for atom in atoms), max(atom.piece.end for atom in atoms))
    if first.kind == "drop" or (first.kind == "place" and represented(first.text) is not None):
        return replace(entry, kind="nobody")
    if first.kind != "text":
        return replace(details_of(atoms, whole), kind="nameless" if first.kind == "place" else "details")
    who = absent(first)
    if who == NOBODY and _is_representative(atoms):
        return with_details(replace(entry, kind="body", body=clean_body(atoms[1].piece), apart=first.sep == ";"), atoms[2:], whole)
    if who == NOBODY or (who is None and _is_awaited(atoms)) or (len(atoms) == 1 and fold(first.text).strip(".") in honorifics("dropped")):
        return replace(entry, kind="nobody")
    if who:
        at = first.text.find(who)
        return with_details(replace(entry, kind="body", apart=True, body=clean_body(first.piece.cut(at, at + len(who)))), atoms[1:], whole)
    if _is_named_later(atoms):
        return with_details(replace(entry, kind="body", body=clean_body(first.piece), apart=True), atoms[1:], whole)
    atoms = atoms if person else _undescribed(atoms)
    told = _told_in_front(entry, first.piece, atoms[1:])
    told = replace(entry, kind="person", names=(clean_name(first.piece),), sure=0.8) if told is None and _is_said_person(atoms) else told
    if told is not None:
        return _with_prefix(with_details(told, atoms[1:], whole), prefix)
    names, rest, sure = names_of(atoms, person)
    if names:
        entry = with_details(replace(entry, kind="person", names=tuple(names), sure=sure), rest, whole)
        return _with_prefix(_with_honorific(entry, first.text), prefix)
    return _of_group(_without_name(entry, atoms, person), prefix)


def _is_said_person(atoms: list[Atom]) -> bool:
    """Whether a role says that the first words are a person, which a word of a body makes doubtful ("Wilma Rada (Panelist)")."""
    text = atoms[0].text
    words = text.split()
    plain = 2 <= len(words) <= 4 and all(word[:1].isupper() and word[1:].islower() and word.isalpha() for word in words)
    return plain and takes_part(atoms) and 0.0 < organization_score(text) < 0.9 and name_score(text) < 0.5 and title_score(text) < 0.5


def _told_in_front(entry: Entry, piece: Piece, later: list[Atom]) -> Entry | None:
    """ "Foo's Ana Ruiz", "Adviser Ana Ruiz": a person whose body or office stands before the name. ``later``: what follows."""
    owner = body_before_name(piece)
    if owner is not None:
        return replace(entry, kind="person", names=(clean_name(owner[1]),), body=clean_body(owner[0]), sure=0.85)
    body = bool(later) and later[0].kind == "text" and organization_score(later[0].text) >= 0.65 and title_score(later[0].text) < 0.6
    office = office_before_name(piece, bool(later), body)
    if office is None:
        return None
    name = clean_name(piece.cut(office).trim(" "))
    return replace(entry, kind="person", names=(name,), title=piece.text[:office].strip(), sure=0.85)


def read_labelled_body(atoms: list[Atom], whole: Piece) -> Entry | None:
    """The body under a label of its own ("Affiliation: Ubuntu Ledger"), even one that reads like a person; None where none is named."""
    entry = read_entry(atoms, whole, person=False)
    if entry.kind == "person" and not entry.title and len(entry.names) == 1:
        entry = with_details(replace(entry, kind="body", names=(), body=clean_body(atoms[0].piece)), atoms[1:], whole)
    return entry if entry.kind == "body" else None


def _is_representative(atoms: list[Atom]) -> bool:
    """ "Representative, Village Net Council": nobody is named, the body is."""
    if len(atoms) < 2 or atoms[1].kind != "text" or atoms[1].sep != ",":
        return False
    return fold(atoms[0].text) in placeholder_words("deputies") and organization_score(atoms[1].text) >= 0.65


def _is_named_later(atoms: list[Atom]) -> bool:
    """ "Jaftero, Intergovernmental Organization - name to be confirmed": a body whose person will be named."""
    told = any(atom.sep in ("-", "(", ",") and fold(atom.text).startswith(placeholder_words("named_later")) for atom in atoms[1:])
    if not told or title_score(atoms[0].text) >= 0.7 or begins_small(atoms[0].text) or is_known_person(atoms[0]):
        return False
    return not any(word.islower() and word not in organization_words("small") for word in atoms[0].text.split())  # "Pupils of two schools"


def _is_announced_for_body(atoms: list[Atom]) -> bool:
    """ "To be confirmed, Village Net Council, Civil Society, Africa": a body with group and region, whose person is not named yet."""
    told = len(atoms) > 3 and atoms[1].kind == "text" and atoms[1].sep == "," and not atoms[0].bracket
    if not told or not is_waiting(atoms[0].text):
        return False
    kinds = {atom.place.kind for atom in atoms[2:] if atom.place is not None}
    body = not begins_small(atoms[1].text) and title_score(atoms[1].text) < 0.6
    return body and {"group", "region"} <= kinds and not is_known_name(atoms[1].text)


def _is_awaited(atoms: list[Atom]) -> bool:
    """ "Speaker from industry, tbc", "Law enforcement agency, tbd": somebody who is announced and not named, by words without capitals."""
    if not any(atom.kind in ("text", "note") and is_waiting(atom.text) for atom in atoms[1:]):
        return False
    words = fold(atoms[0].text).split()
    told = len(words) > 1 and words[0] in placeholder_words("representatives") and words[1] in placeholder_words("links")
    return told or _is_kind_of_body(atoms[0].text)


def _is_kind_of_body(text: str) -> bool:
    """ "Law enforcement agency", "Mobile operator": ordinary words that say what kind of body it will be, and no name of one."""
    words = text.split()
    plain = len(words) > 1 and all(word.islower() and word.isalpha() for word in words[1:]) and not is_known_organization(text)
    return plain and all(fold(word) in plain_words() for word in words) and organization_words("small").isdisjoint(words)


def _of_group(entry: Entry, prefix: Piece | None) -> Entry:
    """ "Technical community: Foo": the group of a body that stands before it."""
    return replace(entry, group=group_code(prefix.text)) if prefix and entry.kind == "body" and entry.group is None else entry


def _without_name(entry: Entry, atoms: list[Atom], person: bool) -> Entry:
    """A group that begins with no person's name for certain."""
    first, whole = atoms[0], entry.whole
    particle = first.text.split(" ", 1)[0] in honorifics("particles")  # "di Ruiz, Foo Council, Civil Society, Africa"
    if (person or particle) and _is_typed_small(atoms):
        return with_details(replace(entry, kind="person", names=(clean_name(first.piece),), sure=0.7), atoms[1:], whole)
    body = organization_score(first.text)
    if (title_score(first.text) >= 0.7 and body < 0.9) or (begins_small(first.text) and body < 0.5):
        return details_of(atoms, whole)
    told = next((atom.piece.start for atom in atoms[1:] if _is_said_of_entry(atom)), entry.end)
    if is_prose(whole.slice(entry.start, told)):
        return entry
    if body >= (0.8 if person else 0.55):
        return _read_body(entry, atoms)
    short = len(first.text.split()) <= (5 if person else 8)
    small = [word for word in first.text.split() if word in organization_words("small")]
    if person and short and not small and any(map(str.isalpha, first.text)) and not any(map(str.isdigit, first.text)):
        named = replace(entry, kind="person", names=(clean_name(first.piece),), sure=0.6)
        return _with_honorific(with_details(named, atoms[1:], whole), first.text)
    return replace(_read_body(entry, atoms), sure=0.6) if short and body >= 0.4 and not person else entry


def _is_said_of_entry(atom: Atom) -> bool:
    """A remark behind a name or a body ("(online)", "- to be confirmed", "- name to be announced")."""
    return atom.bracket or atom.sep == "-" if atom.kind == "note" else atom.kind == "text" and is_waiting(atom.text)


def _is_typed_small(atoms: list[Atom]) -> bool:
    """ "wendell p. ruiz, Technical Community, African Group": a line of the form that holds persons, typed without capitals; the same
    before a body and nothing else ("rewi tane, WharNet").

    Some words may have theirs ("condori mamani Ruth"); then none of them is an ordinary word.
    """
    text = atoms[0].text
    words = text.split()
    kinds = [atom.place.kind for atom in atoms[1:4] if atom.place is not None]
    plain = text[:1].islower() and 2 <= len(words) <= 4 and _SMALL_NAME.fullmatch(text) is not None
    if not plain or organization_score(text) >= 0.55 or title_score(text) >= 0.7:
        return False
    strange = plain_words().isdisjoint(map(fold, words))
    bodied = len(atoms) == 2 and atoms[1].kind == "text" and atoms[1].sep == "," and organization_score(atoms[1].text) >= 0.55
    return (kinds == ["group", "region"] and (text.islower() or strange)) or (bodied and strange)


def _undescribed(atoms: list[Atom]) -> list[Atom]:
    """Without "a non-profit law firm" after the name of a body. A numbered line of the form holds nothing but the body's full name."""
    for at in range(2, len(atoms)):
        if atoms[at].sep == "," and atoms[at].kind == "text" and atoms[at].text.startswith(_ARTICLES):
            # "…, an NGO" still names a group
            place = place_of(atoms[at].text.split(" ", 1)[1])
            group = [replace(atoms[at], kind="place", place=place)] if place else []
            return atoms[:at] + group + [atom for atom in atoms[at + 1 :] if atom.kind == "place"]
    return atoms


def _with_honorific(entry: Entry, text: str) -> Entry:
    """ "Ambassador", "Hon." before the name belong to the title."""
    _, kept = without_honorifics(text)
    lead = " ".join(kept)
    if not lead or (entry.title and (fold(entry.title).startswith(fold(lead)) or fold(lead) in fold(entry.title).split())):
        return entry
    return replace(entry, title=f"{lead}, {entry.title}" if entry.title else lead)


def _with_prefix(entry: Entry, prefix: Piece | None) -> Entry:
    """ "Youth: <Name>", "Lawyer: <Name>", "<Initiative>: <Name>": what the words before the colon say of the person."""
    if prefix is None:
        return entry
    seat = seats().get(fold(prefix.text).strip(" ."))
    if seat:
        return replace(entry, seat=seat)  # "Online: Ana Ruiz", among moderators
    group = group_code(prefix.text)
    if group:
        return replace(entry, group=entry.group or group)
    places = [place_of(part.strip()) for part in prefix.text.split(",")]
    if len(places) > 1 and all(places):  # "Civil Society, African Group: Ana Ruiz"
        codes = {place.kind: place.code for place in reversed(places) if place}
        return replace(entry, group=entry.group or codes.get("group"), region=entry.region or codes.get("region"))
    if title_score(prefix.text) >= 0.7 and entry.title is None and len(prefix.text.split()) <= 4:
        return replace(entry, title=prefix.text)
    if country_code(prefix.text):
        return entry if entry.country else replace(entry, country=prefix, country_code=country_code(prefix.text))
    linking = organization_words("small") | job_words("breaks") | honorifics("particles")
    if any(word[:1].islower() and word not in linking for word in prefix.text.replace("’", " ").replace("'", " ").split()):
        return entry
    one_word = " " not in prefix.text and any(map(str.isupper, prefix.text[1:]))
    if (organization_score(prefix.text) >= 0.55 or one_word) and entry.body is None:
        return replace(entry, body=prefix)
    return entry


def _read_body(entry: Entry, atoms: list[Atom]) -> Entry:
    """A body that takes part as such: its name, perhaps over several commas, and its groups."""
    end = 1
    while end < len(atoms) and _continues(atoms[end]):
        end += 1
    piece = atoms[0].piece
    if end > 1:
        piece = Piece(entry.whole.slice(piece.start, atoms[end - 1].piece.end), piece.start)
    piece = piece.cut(0, len(settled_text(piece.text)))  # "Foo Council TBC"
    named = replace(entry, kind="body", body=clean_body(unjoined(piece)))
    return replace(with_details(named, atoms[end:], entry.whole), sure=0.9)


def _continues(atom: Atom) -> bool:
    """Whether a piece after a comma belongs to the name of the body before it."""
    told = atom.kind == "text" and atom.sep == "," and title_score(atom.text) < 0.7 and name_score(atom.text) < 0.8
    return told and not is_waiting(atom.text)
