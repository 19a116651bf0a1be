"""Lines of one people field become participations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from igf_extract.model import Evidence, Line, Method, Participation, Problem, Span
from igf_extract.parse.people.atoms import atoms_of
from igf_extract.parse.people.entry import Entry, add_office, details_of, read_entry
from igf_extract.parse.people.group import groups_of
from igf_extract.parse.people.labels import Part, parts_of
from igf_extract.parse.people.pieces import EMAIL, URL, Piece, unmarked, without_times
from igf_extract.parse.people.shape import name_score, organization_score, title_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code, group_code, region_place
from igf_extract.vocab.roles import RoleLabel, read_role_label

_INITIALS = re.compile(r"[A-Z]{1,4}")
_DIGITS = re.compile(r"[\d\W_]*")
_BIOGRAPHY = 180


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """The participations of some lines, in the order of the text, and what could not be read."""

    participations: tuple[Participation, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry with the roles in which it takes part and how these were told."""

    entry: Entry
    roles: tuple[str, ...]
    labelled: bool
    plain: bool
    alone: bool  # its line holds this entry only
    printed: tuple[str, str]  # its label and its text, to know a second printing


def read_people(lines: Sequence[Line], role: str, *, label_rule: str = "people", role_inferred: bool = False) -> PeopleReading:
    """The people and bodies of the consecutive ``lines`` of one field, in order; labels inside the lines win over ``role``.

    ``label_rule`` names the rule that gave the field its role (first part of ``Evidence.rule``); ``role_inferred`` says that
    the heading was lost. A line that cannot be taken apart gives an ``unreadable_person`` problem and no participation.
    """
    items: list[_Item] = []
    problems: list[Problem] = []
    current = RoleLabel((role,))
    state = _State(current)
    for line in lines:
        for part in _useful(line):
            state = state.after(part)
            _read_part(part, line, state, items, problems)
    found = [participation for item in items for participation in _participations(item, label_rule, role_inferred)]
    return PeopleReading(tuple(found), tuple(problems))


@dataclass(frozen=True, slots=True)
class _State:
    """The role that holds at the current line: of the field, of a label of its own line, of the last label without a value."""

    field: RoleLabel
    standing: RoleLabel | None = None
    now: RoleLabel | None = None
    attribute: str | None = None

    def after(self, part: Part) -> _State:
        label = part.label
        if part.attribute:
            return replace(self, now=self.standing, attribute=part.attribute)
        if label is None:
            return replace(self, now=self.standing, attribute=self.attribute if not part.body.text else None)
        standing = (
            label
            if not part.body.text or label.plural
            else None
            if self.standing and not self.standing.numbered and label.numbered
            else self.standing
        )
        return replace(
            self,
            standing=standing if standing is not None and (not part.body.text or label.plural) else self._kept(label),
            now=label,
            attribute=None,
        )

    def _kept(self, label: RoleLabel) -> RoleLabel | None:
        """A label with its value ends what a label on a line of its own has begun, unless that one is for a list."""
        return self.standing if self.standing and self.standing.plural else None

    @property
    def label(self) -> RoleLabel:
        return self.now or self.standing or self.field

    @property
    def labelled(self) -> bool:
        return (self.now or self.standing) is not None


def _useful(line: Line) -> Iterator[Part]:
    """The parts of a line that may say something of people."""
    text = line.text
    key = fold(text)
    if (
        key.startswith("avatar for ")
        or key.endswith(("read more →", "read more"))
        or URL.fullmatch(text)
        or EMAIL.fullmatch(text)
        or _DIGITS.fullmatch(text)
        or _INITIALS.fullmatch(text)
        and len(text) <= 2
    ):
        return
    piece = without_times(Piece(text, line.span.start).trim())
    if not piece.text:
        return
    bare = unmarked(piece)
    label = read_role_label(bare.text)
    if label:
        yield Part(bare.cut(len(bare.text)), label, start=bare.start)
        return
    yield from parts_of(piece)


def _read_part(part: Part, line: Line, state: _State, items: list[_Item], problems: list[Problem]) -> None:
    if state.attribute and _attribute(part, state, items):
        return
    body = part.body
    if not body.text or not any(char.isalpha() for char in body.text):
        return
    continued = line.text.lstrip(" \t").startswith(",") and part.start <= line.span.start + 2
    atoms = atoms_of(body)
    if not atoms:
        return
    label = state.label
    person = label.numbered or label.codes[0] in ("moderator", "onsite_moderator", "online_moderator", "rapporteur")
    groups = groups_of(atoms)
    for at, group in enumerate(groups):
        if at == 0 and continued and items:
            items[-1] = replace(items[-1], entry=_continued(items[-1].entry, details_of(group, body)))
            continue
        entry = read_entry(group, body, person=person, prefix=part.prefix)
        if entry.kind in ("details", "nameless", "body", "unreadable") and items and _belongs(entry, items[-1], at, label):
            items[-1] = replace(items[-1], entry=_continued(items[-1].entry, entry))
        elif at == 0 and label.numbered and part.label and _printed_again(part, body, items):
            return
        elif entry.kind == "body" and entry.sure < 0.7 and label.codes[0] != "organizer":
            problems.append(Problem("unreadable_person", f"nothing tells whether {body.text[:60]!r} is a person or a body", Span(entry.start, entry.end)))
        elif entry.kind in ("person", "body") or (entry.kind == "nameless" and (entry.group or entry.region) and not entry.country):
            roles = entry.label if entry.label else label
            items.append(_Item(entry, roles.codes, state.labelled or entry.label is not None, roles.plain, len(groups) == 1, _printed(part, body)))
        elif entry.kind in ("unreadable", "details") and len(body.text) < _BIOGRAPHY and any(atom.kind == "text" for atom in group):
            problems.append(Problem("unreadable_person", f"no name or body found in {body.text[:60]!r}", Span(entry.start, entry.end)))


def _printed(part: Part, body: Piece) -> tuple[str, str]:
    return (fold(part.head), fold(body.text))


def _printed_again(part: Part, body: Piece, items: list[_Item]) -> bool:
    """Whether the same numbered line stands above already: blocks are printed again from their second line on some pages."""
    return any(item.printed == _printed(part, body) for item in items)


def _belongs(entry: Entry, item: _Item, at: int, label: RoleLabel) -> bool:
    """Whether an entry without a name tells more of the person before it (on the line above, or before a semicolon)."""
    if item.entry.kind != "person" or label.numbered and at == 0 and item.roles != label.codes:
        return False
    if at:
        return entry.kind in ("details", "nameless")
    if entry.kind == "nameless":
        return item.alone and item.entry.group is None and item.entry.region is None
    if entry.kind == "details":
        return item.alone
    return item.alone and item.entry.body is None


def _continued(entry: Entry, more: Entry) -> Entry:
    """The entry with the details of a following line. A line with a second title repeats the first in another language."""
    if entry.title and more.title:
        return entry
    return replace(
        entry,
        title=entry.title or more.title,
        body=entry.body or more.body,
        group=entry.group or more.group,
        region=entry.region or more.region,
        country=entry.country or more.country,
        country_code=entry.country_code or more.country_code,
        label=entry.label or more.label,
        sure=min(entry.sure, 0.9),
    )


def _attribute(part: Part, state: _State, items: list[_Item]) -> bool:
    """A detail under its own label ("Stakeholder Group: …"). True where it was used up."""
    name, value = state.attribute or "", part.body
    if not value.text or name == "gender":
        return True
    if name in ("proposer_name", "name"):
        return False
    if not items or items[-1].entry.kind != "person":
        return name not in ("organization", "proposer_organization")
    entry = items[-1].entry
    if name == "group":
        entry = replace(entry, group=entry.group or group_code(value.text))
    elif name == "region":
        place = region_place(value.text)
        entry = replace(entry, region=entry.region or (place.code if place else None))
    elif name == "country":
        code = country_code(value.text)
        entry = replace(entry, country=entry.country or value, country_code=entry.country_code or code) if code else entry
    elif name == "title":
        entry = replace(entry, title=entry.title or value.text)
    else:
        more = read_entry(atoms_of(value) or [], value, person=False) if atoms_of(value) else None
        entry = _continued(entry, more) if more and more.kind in ("body", "details") else add_office(entry, [value], value)
    items[-1] = replace(items[-1], entry=entry)
    return True


def _participations(item: _Item, rule: str, inferred: bool) -> Iterable[Participation]:
    entry = item.entry
    for name in entry.names or (None,):
        for role in item.roles:
            yield Participation(
                role=role,
                evidence=Evidence(
                    Span(entry.start, entry.end),
                    f"{rule}.{'plain_moderator' if item.plain and role == 'moderator' else entry.kind}",
                    Method.LABEL if item.labelled else Method.POSITION if inferred else Method.SHAPE,
                ),
                name=name.text if name else None,
                organization=entry.body.text if entry.body else None,
                title=entry.title,
                stakeholder_group=entry.group,
                regional_group=entry.region,
                country=entry.country.text if entry.country else None,
                country_code=entry.country_code,
                role_inferred=inferred and not item.labelled,
                confidence=round(entry.sure, 3),
                name_span=name.span if name else None,
                organization_span=entry.body.span if entry.body else None,
            )


def _certainty(entry: Entry) -> float:
    """How much an entry says that its line is one of people."""
    name = name_score(entry.names[0].text)
    if entry.group and entry.region:
        return 0.97
    if entry.bare:
        return 0.65 if name >= 0.8 else 0.4
    evident = entry.group or entry.region or entry.country or (entry.title and title_score(entry.title) >= 0.7) or (entry.body and organization_score(entry.body.text) >= 0.55)
    return 0.9 if name >= 0.8 or (evident and name >= 0.5) else 0.55


def person_line_score(text: str) -> float:
    """How sure it is that ``text`` is a roster line (a person with details, a body with groups, a nameless organiser), 0 to 1.

    A bare name scores 0.4 to 0.65, running text near 0.
    """
    text = text.strip()
    if not 2 <= len(text) <= 1500:
        return 0.0
    parts = parts_of(Piece(text, 0))
    labelled = sum(part.label is not None for part in parts)
    best, persons, junk, places = 0.0, 0, 0, 0
    for part in parts:
        for group in groups_of(atoms_of(part.body)) if part.body.text else []:
            entry = read_entry(group, part.body, person=False)
            places += sum(atom.kind == "place" for atom in group)
            if entry.kind == "person":
                persons += 1
                best = max(best, _certainty(entry))
            elif entry.kind == "nameless" and entry.group and entry.region:
                best = max(best, 0.95)
            elif entry.kind == "body":
                best = max(best, 0.45)
            elif entry.kind == "unreadable" or (entry.kind == "details" and title_score(part.body.text) < 0.7):
                junk += 1
    words = len(text.split())
    prose = (
        text.count(". ")
        + text.endswith((".", "?", "!"))
        + sum(word in ("the", "is", "will", "that", "this", "are", "how", "what", "we") for word in fold(text).split())
    )
    score = min(1.0, best + 0.2 * bool(labelled and persons))
    if junk > persons or (words > 14 and prose > 2 + places and not labelled) or words > 40 * max(1, persons):
        score *= 0.3
    return round(score * (0.6 if name_score(text) < 0.5 and "," not in text and not places and not labelled and words > 8 else 1.0), 3)
