"""What the atoms behind a name say: office, body, group, region, country, role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from igf_extract.parsing.people.absent import is_waiting
from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.joined import without_article
from igf_extract.parsing.people.naming import clean_body
from igf_extract.parsing.people.office import Office, read_office
from igf_extract.parsing.people.office_kinds import is_generic
from igf_extract.parsing.people.pieces import URL, Piece
from igf_extract.parsing.people.shape import only_areas, organization_score, title_score
from igf_extract.parsing.people.split import split_office
from igf_extract.parsing.people.topic import is_topic
from igf_extract.vocab.cities import is_city, land_of_people
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code, may_be_body
from igf_extract.vocab.roles import RoleLabel, seats
from igf_extract.vocab.words import honorifics, job_links

_HANDLE = re.compile(r"@\w{2,40}")
_LETTER = re.compile(r"[^\W\d_]")


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
    seat: str | None = None  # "(online)", "(onsite)": where a moderator sits
    sure: float = 1.0
    apart: bool = False  # takes part by itself, whoever stands above: the body of a nameless representative

    @property
    def bare(self) -> bool:
        """A name and nothing else."""
        return self.kind == "person" and not (self.title or self.body or self.group or self.region or self.country)


def merged(entry: Entry, more: Entry) -> Entry:
    """The entry with what only the other one says."""
    return replace(
        entry,
        title=entry.title or _whole_title(more if entry.body else None) or more.title,
        body=entry.body or more.body,
        group=entry.group or more.group,
        region=entry.region or more.region,
        country=entry.country or more.country,
        country_code=entry.country_code if entry.country else more.country_code,
        label=entry.label or more.label,
    )


def _whole_title(entry: Entry | None) -> str | None:
    """ "Head of Archives" on a line of its own, where the body stands on another one: the office and its field."""
    if entry is None or entry.title is None or entry.body is None or not is_generic(entry.body.text):
        return None
    text = entry.whole.text.strip(" ,;.")
    return text if text.startswith(entry.title) and text.endswith(entry.body.text) else None


def contradicts(entry: Entry, other: Entry) -> bool:
    """Whether both tell the group or the land, and not the same, so that the one is no detail of the other."""
    pairs = ((entry.group, other.group), (entry.country_code, other.country_code))
    return any(one is not None and two is not None and one != two for one, two in pairs)


def details_of(atoms: list[Atom], whole: Piece) -> Entry:
    """The details that atoms without a name hold (a line that goes on about the person above)."""
    return with_details(Entry("details", whole, atoms[0].piece.start, atoms[-1].piece.end), atoms, whole)


def _is_talk(atom: Atom, told: Sequence[Piece]) -> bool:
    """Whether words behind a colon are what she speaks about: by themselves, or behind office and body ("(Chair of the Foo): Lamps")."""
    return is_topic(atom.text, behind_bracket=True) or any(split_office(part.text) is not None for part in told)


def with_details(entry: Entry, atoms: list[Atom], whole: Piece) -> Entry:
    """Adds what atoms after a name say. The first of two posts, groups or regions wins."""
    parts: list[Piece] = []
    for at, atom in enumerate(atoms):
        if atom.kind == "drop" or (atom.sep == ":" and atom.kind == "text" and _is_talk(atom, parts)):
            break
        if atom.kind == "note":
            entry = replace(entry, seat=seats().get(fold(atom.text).strip(" ."), entry.seat))
        elif atom.kind == "role":
            entry = replace(entry, label=atom.role)
        elif atom.body and entry.kind == "person" and entry.body is None:
            entry = replace(entry, body=clean_body(atom.piece))
        elif atom.kind == "text" and entry.kind == "person" and (land := land_of_people(atom.text)) is not None:
            entry = _with_country(entry, atom, land)  # "Ana Ruiz, Canadian, Foo"
        elif atom.kind == "place" and not _is_body(atom, entry, parts) and not _inside_title(atom, parts, atoms[at + 1 :]):
            entry = _with_place(entry, atom)
        elif _LETTER.search(atom.text) and not _is_waiting(atom) and not _is_elsewhere(atom, parts, atoms[at + 1 :]):
            parts.append(_led(clean_body(atom.piece)))
    told = [part for part in parts if part.text]
    if told and entry.kind == "body" and entry.body is not None:
        office = read_office([entry.body, *told], whole)  # "Foo Radio, Head of Archives": the office is of the body in front
        return _without_no_body(replace(entry, title=entry.title or office.title))
    return _without_no_body(add_office(entry, told, whole))


def _without_no_body(entry: Entry) -> Entry:
    """ "Ana Ruiz, Lima, Peru", "Ana Ruiz, Frau": where she lives or how she is addressed is no body that she belongs to."""
    if entry.kind == "body" or entry.body is None:
        return entry
    addressed = fold(entry.body.text).strip(" .") in honorifics("personal")
    return replace(entry, body=None) if addressed or is_city(entry.body.text, entry.country_code) else entry


def _is_epithet(text: str) -> bool:
    """ "known as the mother of .foo", "native of Morocco": what somebody is called or where she is from, and no office."""
    return fold(text).startswith(_epithets())


@cache
def _epithets() -> tuple[str, ...]:
    return tuple(sorted(f"{words} " for words in honorifics("epithets")))


def _is_waiting(atom: Atom) -> bool:
    """ "TBD", "to be confirmed"; "Youth Delegate" behind a name is an office. What somebody is called says as little."""
    return _is_epithet(atom.text) or (is_waiting(atom.text) and title_score(atom.text) < 0.7)


def _is_elsewhere(atom: Atom, parts: list[Piece], later: list[Atom]) -> bool:
    """ "https://foo.org", "@anaruiz", "(Tiznit, Morocco)": an address or a town beside a body or an office; alone they stand for a body."""
    beside = bool(parts) or any(other.kind == "text" for other in later)
    if _HANDLE.fullmatch(atom.text) is not None or (beside and URL.fullmatch(atom.text) is not None):
        return True
    in_land = atom.bracket and bool(later) and later[0].bracket and later[0].is_place("country")
    words = atom.text.split()
    plain = in_land and len(words) < 3 and all(map(str.istitle, words)) and organization_score(atom.text) < 0.55
    return plain and beside and title_score(atom.text) < 0.7


def _is_body(atom: Atom, entry: Entry, parts: list[Piece]) -> bool:
    """ "Ana Ruiz, CIS": right behind the name or its office stands a body, not a region."""
    if atom.sep != "," or not may_be_body(atom.text) or entry.kind != "person" or entry.group or entry.region or entry.country:
        return False
    return all(title_score(part.text) >= 0.7 and split_office(part.text) is None for part in parts)


def _inside_title(atom: Atom, parts: list[Piece], later: list[Atom]) -> bool:
    """A region or a field between an office and its body belongs to it ("Manager, Latin America, Google", "Head, Research, ICANN")."""
    if atom.place is None or atom.place.kind == "country" or not parts or not later or (atom.bracket and not later[0].bracket):
        return False
    if atom.place.kind == "group" and (not only_areas(atom.text) or any(other.kind == "place" for other in later)):
        return False
    body_follows = later[0].kind == "text" and later[0].sep == "," and organization_score(later[0].text) >= 0.4
    return body_follows and title_score(parts[0].text) >= 0.7 and all(only_areas(part.text) for part in parts[1:])


def _led(piece: Piece) -> Piece:
    """ "from Foo", "representing the Foo", "pour Foo": without the leading link."""
    low = piece.text[:40].replace("’", "'").lower()
    for link in job_links("after_name"):
        if low.startswith(link + " "):
            return without_article(piece.cut(len(link)).trim(" "))
    for link in job_links("after_comma") if piece.text[:1].islower() else ():
        rest = piece.text[len(link) :].strip(" ")
        if low.startswith(link if link.endswith("'") else link + " ") and rest[:1].isupper():
            return piece.cut(len(link)).trim(" ")
    return piece


def add_office(entry: Entry, parts: list[Piece], whole: Piece) -> Entry:
    """Reads office and body out of pieces and adds what the entry does not have yet."""
    if not parts:
        return entry
    office = read_office(parts, whole)
    if office.country and entry.country is None:
        entry = replace(entry, country=office.country, country_code=country_code(office.country.text))
    elif office.country and office.body and entry.country_code != country_code(office.country.text):
        # "League of Registrars in Chad, Egypt": the land of the person stands behind the body with its own
        office = replace(office, body=Piece(whole.slice(office.body.start, office.country.end), office.body.start))
    if _comes_from(office, whole) and entry.country is None and office.body:
        entry = replace(entry, country=office.body, country_code=country_code(office.body.text))
        office = replace(office, body=None)
    body = entry.body or (clean_body(office.body) if office.body else None)
    return replace(entry, title=entry.title or office.title, body=body if body and body.text else None, sure=min(entry.sure, office.sure))


def _comes_from(office: Office, whole: Piece) -> bool:
    """ "radio journalist from Senegal": the land behind an occupation is no body."""
    if office.body is None or not office.title or country_code(office.body.text) is None:
        return False
    before = whole.slice(whole.start, office.body.start).rstrip()
    return fold(before).endswith((" from", " from the"))


def _with_country(entry: Entry, atom: Atom, code: str | None) -> Entry:
    """Adds a country; the first one wins."""
    return entry if entry.country else replace(entry, country=atom.piece.trim(".,;:"), country_code=code)


def _with_place(entry: Entry, atom: Atom) -> Entry:
    """Adds a group, region or country. "Intergovernmental Organization" is a group, and said again it is the region."""
    place = atom.place
    if place is None:
        return entry
    if place.kind == "country":
        return _with_country(entry, atom, place.code)
    if place.kind == "region":
        return replace(entry, region=entry.region or place.code)
    if entry.group is None:
        return replace(entry, group=place.code)
    return replace(entry, region="intergovernmental") if place.code == "intergovernmental" and entry.region is None else entry
