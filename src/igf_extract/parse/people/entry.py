"""One group of atoms becomes an entry: a person, a body, a nameless organiser, nobody, or details of the person before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from igf_extract.parse.people.absent import absent, is_waiting, represented
from igf_extract.parse.people.atom import Atom
from igf_extract.parse.people.joined import name_and_office, without_article
from igf_extract.parse.people.office import read_office
from igf_extract.parse.people.pieces import BROKEN_LOCK, LOCKS, URL, Piece
from igf_extract.parse.people.shape import name_score, organization_score, title_score, without_honorifics
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code, group_code
from igf_extract.vocab.roles import RoleLabel
from igf_extract.vocab.words import honorifics

_VERBS = frozenset("will is are has have was were can should must may does do be been we they this that which who how why".split())
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\S+")


PLACES = {
    "online": "online",
    "remote": "online",
    "virtual": "online",
    "onsite": "onsite",
    "on-site": "onsite",
    "in person": "onsite",
    "in-person": "onsite",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one group of atoms says. ``kind``: person, body, nameless, nobody, details, unreadable."""

    kind: str
    whole: Piece
    start: int
    end: int
    names: tuple[Piece, ...] = ()
    title: str | None = None
    body: Piece | None = None
    group: str | None = None
    region: str | None = None
    country: Piece | None = None
    country_code: str | None = None
    label: RoleLabel | None = None
    place: str | None = None  # "(online)", "(onsite)": where a moderator sits
    sure: float = 1.0
    details: tuple[Atom, ...] = field(default=(), repr=False)

    @property
    def bare(self) -> bool:
        """A name and nothing else."""
        return self.kind == "person" and not (self.title or self.body or self.group or self.region or self.country)


def read_entry(atoms: list[Atom], whole: Piece, *, person: bool, prefix: Piece | None = None) -> Entry:
    """Reads one group. ``person``: the label or field holds persons only ("Speaker 1:"); ``whole`` is the line without its marks."""
    while len(atoms) > 1 and atoms[0].kind == "note":
        atoms = atoms[1:]
    start, end = atoms[0].piece.start, atoms[-1].piece.end
    entry = Entry("unreadable", whole, start, end)
    first = atoms[0]
    if first.kind == "drop":
        return replace(entry, kind="nobody")
    if first.kind == "place" and represented(first.text) is not None:
        return replace(entry, kind="nobody")
    if first.kind in ("place", "note", "role"):
        return _details(replace(entry, kind="nameless" if first.kind == "place" else "details"), atoms, whole)
    who = absent(first)
    if who == "nobody":
        return replace(entry, kind="nobody")
    if who:
        piece = first.piece.cut(*_offsets(first.text, who))
        return _details(replace(entry, kind="body", body=_clean(piece)), atoms[1:], whole)
    atoms = atoms if person else _undescribed(atoms)
    names, rest, sure = _names(atoms, person)
    if names:
        entry = replace(entry, kind="person", names=tuple(names), sure=sure)
        entry = _details(entry, rest, whole)
        return _with_prefix(_with_honorific(entry, atoms), prefix)
    if (
        title_score(first.text) >= 0.7
        and organization_score(first.text) < 0.9
        or first.text[:1].islower()
        and organization_score(first.text) < 0.5
    ):
        return _details(replace(entry, kind="details"), atoms, whole)
    if _is_prose(whole.slice(start, end)):
        return entry
    if organization_score(first.text) >= (0.55 if not person else 0.8):
        return _body_entry(entry, atoms, whole)
    if person and _LETTER.search(first.text) and len(first.text.split()) <= 5 and not any(char.isdigit() for char in first.text):
        return _with_honorific(_details(replace(entry, kind="person", names=(_name(first.piece),), sure=0.6), atoms[1:], whole), atoms)
    if organization_score(first.text) >= 0.4 and len(first.text.split()) <= 8 and not person:
        return replace(_body_entry(entry, atoms, whole), sure=0.6)
    return entry


def _undescribed(atoms: list[Atom]) -> list[Atom]:
    """Without "a non-profit law firm" after the name of a body. A numbered line of the form holds nothing but the body's full name."""
    for at in range(2, len(atoms)):
        if atoms[at].sep == "," and atoms[at].kind == "text" and atoms[at].text.startswith(("a ", "an ", "une ", "una ", "uma ")):
            return atoms[:at] + [atom for atom in atoms[at + 1 :] if atom.kind == "place"]
    return atoms


def _is_prose(text: str) -> bool:
    """Running text and no name of a body."""
    words = text.split()
    verbs = sum(word in _VERBS for word in words)
    return text.endswith("?") or len(words) > 25 or (len(words) > 5 and verbs > 0) or (len(words) > 9 and text.endswith("."))


def _names(atoms: list[Atom], person: bool) -> tuple[list[Piece], list[Atom], float]:
    """The names at the head of a group, what stands after them, and how sure that is."""
    first = atoms[0]
    merged = _given_and_family(atoms)
    if merged:
        return [merged[0]], merged[1], 0.9
    score, body = name_score(first.text), organization_score(first.text)
    name, rest = name_and_office(first.piece)
    if rest is not None:
        return [_name(name)], [Atom(rest, bracket=False), *atoms[1:]], 0.75
    title = title_score(first.text)
    if (score >= 0.5 and body < 0.8 and title < 0.7) or (person and score > 0 and body < 0.8 and title < 0.7):
        names = [_name(first.piece)]
        at = 1
        while at < len(atoms) and atoms[at].pair and atoms[at].kind == "text":
            names.append(_name(atoms[at].piece))
            at += 1
        return names, atoms[at:], 0.97 if score >= 0.7 else 0.9 if score >= 0.5 else 0.7
    if (
        first.text[:1].isupper()
        and " " not in first.text
        and body < 0.55
        and len(atoms) > 1
        and atoms[1].kind == "text"
        and title_score(atoms[1].text) >= 0.85
    ):
        return [_name(first.piece)], atoms[1:], 0.7
    return [], atoms, 0.0


def _given_and_family(atoms: list[Atom]) -> tuple[Piece, list[Atom]] | None:
    """ "Mr,Anna,LINDT,Academia,Foo": an honorific of its own, then given and family name between commas."""
    if (
        len(atoms) < 3
        or fold(atoms[0].text).strip(".") not in honorifics("dropped")
        or not all(atom.kind == "text" and atom.sep == "," for atom in atoms[1:3])
    ):
        return None
    given, family = atoms[1].piece, atoms[2].piece
    if len(given.text.split()) > 1 and name_score(given.text) >= 0.6 and organization_score(family.text) >= 0.55:
        return _name(given), atoms[2:]
    joined = f"{given.text} {family.text}"
    # no stretch of the text reads like the joined name, so it has no span: a piece at -1
    return (Piece(joined, -1), atoms[3:]) if name_score(joined) >= 0.5 else None


def _name(piece: Piece) -> Piece:
    """A name without honorifics, quotes, degrees and closing marks."""
    piece = piece.trim(" .,;:*\"“”'’‘`" if not piece.text.strip()[:1] in "'’‘" else ' .,;:*"“”')
    start, _ = without_honorifics(piece.text)
    piece = piece.cut(start).trim(' ,;:*"“”')
    words = list(_WORD.finditer(piece.text))
    while len(words) > 2 and _is_degree(words[-1][0], piece.text):
        words.pop()
        piece = piece.cut(0, words[-1].end()).trim(" ,")
    return piece


def _is_degree(word: str, name: str) -> bool:
    """Whether the last word of a name is a degree ("Ph.D.", "JD"); in a name of capitals only points tell."""
    known = fold(word).replace(".", "").strip(",") in honorifics("suffixes")
    return known and (
        word.count(".") > 1 or (len(word) > 1 and word[1:] != word[1:].lower() and not name.isupper()) or word in ("Esq", "Esq.")
    )


def _with_honorific(entry: Entry, atoms: list[Atom]) -> Entry:
    """ "Ambassador", "Hon." before the name belong to the title."""
    _, kept = without_honorifics(atoms[0].text)
    if not kept:
        return entry
    lead = " ".join(kept)
    return replace(
        entry, title=lead if entry.title is None else entry.title if fold(entry.title).startswith(fold(lead)) else f"{lead}, {entry.title}"
    )


def _with_prefix(entry: Entry, prefix: Piece | None) -> Entry:
    """ "Youth: <Name>", "Lawyer: <Name>", "<Initiative>: <Name>": what the words before the colon say of the person."""
    if prefix is None:
        return entry
    group = group_code(prefix.text)
    if group:
        return replace(entry, group=entry.group or group)
    if title_score(prefix.text) >= 0.7 and entry.title is None and len(prefix.text.split()) <= 4:
        return replace(entry, title=prefix.text)
    camel = any(char.isupper() for char in prefix.text[1:].replace(" ", "")) and " " not in prefix.text
    if (organization_score(prefix.text) >= 0.55 or camel) and entry.body is None:
        return replace(entry, body=prefix)
    return entry


def _body_entry(entry: Entry, atoms: list[Atom], whole: Piece) -> Entry:
    """A body that takes part as such: its name, perhaps over several commas, and its groups."""
    end = 1
    while (
        end < len(atoms)
        and atoms[end].kind == "text"
        and atoms[end].sep == ","
        and title_score(atoms[end].text) < 0.7
        and name_score(atoms[end].text) < 0.8
    ):
        end += 1
    piece = atoms[0].piece if end == 1 else Piece(whole.slice(atoms[0].piece.start, atoms[end - 1].piece.end), atoms[0].piece.start)
    return replace(_details(replace(entry, kind="body"), atoms[end:], whole), kind="body", body=_clean(_unjoined(piece)), sure=0.9)


def _unjoined(piece: Piece) -> Piece:
    """ "In collaboration with Foo", "Foo, jointly with": the joining words are no part of the name."""
    low = piece.text.casefold()
    for words in sorted(honorifics("joint"), key=lambda w: (-len(w), w)):
        if low.startswith(words + " "):
            return _unjoined(piece.cut(len(words)).trim(" :,"))
    return piece


def _clean(piece: Piece) -> Piece:
    """A body's name without locks, quotes and closing marks; "Inc." keeps its point."""
    broken = BROKEN_LOCK.match(piece.text)
    closing = (
        1
        if piece.text.endswith((")", "]")) and piece.text.count("(") + piece.text.count("[") < piece.text.count(")") + piece.text.count("]")
        else 0
    )
    piece = piece.cut(broken.end() if broken else 0, len(piece.text) - closing).trim(' ,;:*"“”' + LOCKS)
    if piece.text.endswith(".") and not re.search(
        r"(?:\b(?:inc|ltd|corp|co|s\.a|e\.v|a\.c|u\.s|n\.v|b\.v|s\.l|jr|pvt|pte)|\b[A-Z](?:\.[A-Z])*)\.$", piece.text[-12:], re.I
    ):
        piece = piece.cut(0, len(piece.text) - 1).trim(" ")
    return piece


def details_of(atoms: list[Atom], whole: Piece) -> Entry:
    """The details that atoms without a name hold (a line that goes on about the person above)."""
    return _details(Entry("details", whole, atoms[0].piece.start, atoms[-1].piece.end), atoms, whole)


def _details(entry: Entry, atoms: list[Atom], whole: Piece) -> Entry:
    """Adds what atoms after a name say. The first of two posts, groups or regions wins."""
    parts: list[Piece] = []
    for at, atom in enumerate(atoms):
        if atom.kind == "drop":
            break
        if _inside_title(atom, parts, atoms[at + 1 :]):
            parts.append(atom.piece)
            continue
        if atom.kind == "note" and fold(atom.text).strip(" .") in PLACES:
            entry = replace(entry, place=PLACES[fold(atom.text).strip(" .")])
        if atom.kind == "role" and atom.role:
            entry = replace(entry, label=atom.role)
        elif atom.kind == "place" and atom.place:
            entry = _place(entry, atom, bool(parts))
        elif atom.kind == "text" and _LETTER.search(atom.text) and not is_waiting(atom.text):
            if not (parts and URL.fullmatch(atom.text)):
                parts.append(_led(_clean(atom.piece)))
    return add_office(replace(entry, details=tuple(atoms)), [part for part in parts if part.text], whole)


def _inside_title(atom: Atom, parts: list[Piece], later: list[Atom]) -> bool:
    """A region between an office and its body belongs to the office ("Policy Manager, Latin America, Google")."""
    if atom.kind != "place" or atom.place is None or atom.place.kind != "region" or atom.bracket or len(parts) != 1 or not later:
        return False
    return (
        later[0].kind == "text" and later[0].sep == "," and title_score(parts[0].text) >= 0.7 and organization_score(later[0].text) >= 0.4
    )


def _led(piece: Piece) -> Piece:
    """ "from Foo", "representing the Foo": without the leading link."""
    word = piece.text.split(" ", 1)[0]
    if word.casefold() in ("from", "representing", "of", "at", "chez") and " " in piece.text:
        return without_article(piece.cut(len(word)).trim(" "))
    return piece


def add_office(entry: Entry, parts: list[Piece], whole: Piece) -> Entry:
    """Reads office and body out of pieces and adds what the entry does not have yet."""
    if not parts:
        return entry
    office = read_office(parts, whole)
    country = entry.country
    code = entry.country_code
    if office.country and country is None:
        country, code = office.country, country_code(office.country.text)
    body = entry.body or (_clean(office.body) if office.body else None)
    return replace(
        entry,
        title=entry.title or office.title,
        body=body if body and body.text else None,
        country=country,
        country_code=code,
        sure=min(entry.sure, office.sure),
    )


def _place(entry: Entry, atom: Atom, after_body: bool) -> Entry:
    place = atom.place
    assert place is not None
    if place.kind == "group":
        if entry.group is None:
            return replace(entry, group=place.code)
        return replace(entry, region="intergovernmental") if place.code == "intergovernmental" and entry.region is None else entry
    if place.kind == "region":
        return entry if entry.region else replace(entry, region=place.code)
    return entry if entry.country else replace(entry, country=atom.piece, country_code=place.code)


def _offsets(text: str, part: str) -> tuple[int, int]:
    at = max(0, text.find(part))
    return at, at + len(part)
