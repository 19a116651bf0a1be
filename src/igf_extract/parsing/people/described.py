"""An entry and one detail of it that stood under a label of its own ("Stakeholder Group: …")."""

from __future__ import annotations

from dataclasses import replace

from igf_extract.model import Line
from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.atoms import atoms_of
from igf_extract.parsing.people.details import Entry, add_office, with_details
from igf_extract.parsing.people.entry import read_entry, read_labelled_body
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import is_given, organization_score
from igf_extract.vocab.list_marks import has_mark, has_sign, opens_item
from igf_extract.vocab.places import country_code, group_code, place_of, region_place

_CLOSED = ("group", "region", "country")  # details that are told by closed words


def is_group(entry: Entry) -> bool:
    """A line that names a stakeholder group and nothing else."""
    return entry.kind == "nameless" and entry.group is not None and not (entry.region or entry.country or entry.body or entry.title)


def begins_with_bullet(line: Line) -> bool:
    """Whether a line is an item of a list with bullets."""
    return has_sign(line.text.lstrip(" \t"))


def mark_of(line: Line) -> str:
    """What makes a line an item of a list: its sign, or "1" for numbers and letters; empty where nothing does."""
    text = line.text.lstrip(" \t")
    return "" if not opens_item(text) else text[0] if has_mark(text) else "1"


def is_under_bullet(line: Line, bullet: bool) -> bool:
    """Whether a line without a bullet goes on below one that has it (``bullet``)."""
    return bullet and not begins_with_bullet(line)


def as_body(entry: Entry) -> Entry:
    """The body that stands below a person's bare name, where its words read like a name that no list knows ("Safernet Norte, Brazil")."""
    read = entry.kind == "person" and len(entry.names) == 1 and entry.title is None and entry.body is None
    return replace(entry, kind="body", names=(), body=entry.names[0]) if read and not is_given(entry.names[0].text) else entry


def as_whole(piece: Piece, *, person: bool) -> Entry:
    """The person, or the body of a nameless one, that all words of a piece name."""
    if person:
        return Entry("person", piece, piece.start, piece.end, (piece,), sure=0.8)
    return Entry("body", piece, piece.start, piece.end, body=piece, sure=0.8, apart=True)


def in_city(person: Entry, below: Entry) -> Entry | None:
    """ "Accra, Ghana" on the line below a person: she with her country; None where the line says anything else."""
    told = below.kind == "body" and below.country is not None and not (below.group or below.region or below.title)
    if not told or below.body is None or person.kind != "person":
        return None
    if len(below.body.text.split()) > 2 or organization_score(below.body.text) >= 0.55 or (person.body is None and person.title is None):
        return None
    return person if person.country is not None else replace(person, country=below.country, country_code=below.country_code)


def _several(value: Piece) -> list[Atom]:
    """The closed details behind one label where these are several ("Stakeholder group: Civil Society - Africa"); else none."""
    if place_of(value.text.strip(" .")) is not None:
        return []
    atoms = atoms_of(value)
    return atoms if len(atoms) > 1 and all(atom.kind == "place" for atom in atoms) else []


def described(entry: Entry, name: str, value: Piece) -> Entry:
    """The entry with one detail that stood under its own label."""
    if name in _CLOSED and (several := _several(value)):
        return with_details(entry, several, value)
    if name == "group":
        return replace(entry, group=entry.group or group_code(value.text))
    if name == "region":
        place = region_place(value.text)
        return replace(entry, region=entry.region or (place.code if place else None))
    if name == "country":
        code = country_code(value.text)
        return replace(entry, country=value, country_code=code) if code and not entry.country else entry
    if name == "title":
        return replace(entry, title=entry.title or value.text.strip(" ,;."))
    atoms = atoms_of(value)
    if name == "gender" or (atoms and atoms[0].kind == "note"):
        return entry
    told = read_entry(atoms, value, person=False) if atoms else None
    if told is not None and told.kind == "person" and told.body is None and not told.title:
        told = read_labelled_body(atoms, value)  # "Velm Atlas, Kenya"
    if told is None or told.body is None:
        return add_office(entry, [value], value)
    title = entry.title or told.title  # "Foo Radio, Head of Archives"
    if told.country is not None and entry.country is None:
        entry = replace(entry, country=told.country, country_code=told.country_code)
    return replace(entry, title=title, body=entry.body or told.body, group=entry.group or told.group, region=entry.region or told.region)
