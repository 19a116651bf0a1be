"""Works through the lines of one people field: which role holds where, and which lines tell more of the person above."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from igf_extract.model import Line, Problem, Span
from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.atoms import atoms_of
from igf_extract.parsing.people.described import (
    as_body,
    as_whole,
    begins_with_bullet,
    described,
    in_city,
    is_group,
    is_under_bullet,
    mark_of,
)
from igf_extract.parsing.people.details import Entry, details_of, merged
from igf_extract.parsing.people.entry import read_entry, read_labelled_body
from igf_extract.parsing.people.fronts import with_front
from igf_extract.parsing.people.group import groups_of
from igf_extract.parsing.people.items import Item, UnitOffice
from igf_extract.parsing.people.labels import Part
from igf_extract.parsing.people.one_person import is_small_name
from igf_extract.parsing.people.peers import as_bodies
from igf_extract.parsing.people.programme import (
    heading_role,
    is_lone_heading,
    is_programme,
    is_sentence,
    is_subject,
    names_topics,
    opens_part,
)
from igf_extract.parsing.people.prose import is_prose
from igf_extract.parsing.people.shape import words_of
from igf_extract.parsing.people.turned import people_of_body, title_behind
from igf_extract.vocab.fold import fold
from igf_extract.vocab.roles import SERVING, RoleLabel, role_words
from igf_extract.vocab.words import organization_words

_BIOGRAPHY, _PROSE = 180, 120  # characters of a line


@dataclass(slots=True)
class Roster:
    """Collects the items of one field, line by line. ``field_role`` holds where no label says otherwise."""

    field_role: RoleLabel
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _standing: RoleLabel | None = None
    _now: RoleLabel | None = None
    _attribute: str | None = None
    _affiliation: Item | None = None
    _affiliated: bool = False  # somebody stands under the affiliation
    _printed: tuple[str, str] = ("", "")
    _line: int = -1
    _begun: int = 0  # how many items stood above the affiliation
    _bodies_first: bool = False  # the field tells the affiliation before the people who belong to it
    _after_prose: bool = False  # a paragraph stands above: a bare name of a body may be anything
    _named: int | None = None  # how many items stood above the last "Name:", behind which the details of that person stand
    _awaited: bool = False  # a numbered label or the heading of a list stands above, whose own person was not read yet
    _office: UnitOffice | None = None  # stands on the line above
    _bullet: bool = False  # the line begins with one
    _mark: str = ""  # what stands before the line as an item of a list
    _under_bullet: bool = False  # the line goes on below one that does
    _group: str | None = None  # a group as a heading ("Civil society"), for those who stand under it

    def add(self, part: Part, line: Line) -> None:
        """Reads one part of a line."""
        self._under_bullet = self._under_bullet if line.index == self._line else is_under_bullet(line, self._bullet)
        self._line, self._bullet, self._mark = line.index, begins_with_bullet(line), mark_of(line)
        self._follow(part)
        if self._attribute and self._take_attribute(part):
            return
        if not any(char.isalpha() for char in part.body.text):
            return
        if self._take_heading(part):
            return
        if part.whole_name or part.whole_body:
            self._append(as_whole(part.body, person=part.whole_name), part.whole_name)
            return
        self._printed = (fold(part.head), fold(part.body.text))
        if part.label is None and part.prefix is None and is_sentence(part.body.text):
            self._trouble(Entry("unreadable", part.body, part.body.start, part.body.end), "a sentence")
            return
        groups = people_of_body(title_behind(groups_of(self._atoms_of(part), self._persons_only, self._one_person)))
        if part.prefix is not None and is_programme(fold(part.prefix.text)):
            self._now = RoleLabel(("speaker",))
        continued = line.text.lstrip(" \t").startswith(",") and part.start <= line.span.start + 2
        if part.label and part.label.numbered and any(item.printed == self._printed for item in self.items):
            return  # blocks are printed again from their second line on some pages
        for at, group in enumerate(groups):
            if at == 0 and continued and self.items:
                self._continue(details_of(group, part.body))
            else:
                self._add_group(group, part, at, len(groups) == 1)

    def finished(self) -> tuple[list[Item], list[Problem]]:
        """The items in order, after the last line."""
        self._release()
        return self.items, self.problems

    def _follow(self, part: Part) -> None:
        """Which role holds from here: a label with its value holds for that value, a label alone or in the plural until the next one."""
        label = part.label
        if part.attribute:
            self._attribute, self._now = part.attribute, self._standing
        elif label is None:
            self._now = self._standing
        else:
            self._attribute, self._now, self._awaited = None, label, label.numbered or (label.plural and not part.body.text)
            if part.inside:
                return
            if not part.body.text or label.plural:
                self._standing, self._group = label, None
            elif self._standing and not self._standing.plural:
                self._standing = None

    def _take_heading(self, part: Part) -> bool:
        """ "Opening", "Discussion": a heading of a programme, under which people speak; long prose ends a list of bodies."""
        if part.label is not None:
            self._after_prose = False
            # "Panel 2: Schools" is a heading, "Panel: Ana Ruiz, Foo" a list
            announced = fold(part.head).strip(" :.#0123456789") in role_words("colon_only")
            return announced and bool(part.body.text) and is_subject(part.body.text) and "(" not in part.body.text
        if is_lone_heading(part.body.text):
            self._standing = self._now = None
            return True
        if len(part.body.text) > _PROSE and is_prose(part.body.text):
            self._after_prose = True
        key = fold(part.body.text).strip(" :.-–")
        if key in role_words("furniture"):
            return True
        role = heading_role(part.body.text)
        if role is not None:
            self._standing, self._now = role, None
            return True
        if names_topics(key):
            return True
        if not opens_part(key):
            return False
        self._standing = self._now = RoleLabel(("speaker",), plural=True)
        return True

    @property
    def _label(self) -> RoleLabel:
        return self._now or self._standing or self.field_role

    def _atoms_of(self, part: Part) -> list[Atom]:
        atoms = atoms_of(part.body)
        return as_bodies(atoms) if self._label.codes[0] == "organizer" else atoms

    @property
    def _persons_only(self) -> bool:
        return self._label.codes[0] in SERVING

    @property
    def _one_person(self) -> bool:
        """Whether a label in the singular stands before the words: "Rapporteur: Ana Ruiz, Velm Bytes" is one person."""
        return self._now is not None and self._now is not self._standing and not self._now.plural

    def _add_group(self, group: list[Atom], part: Part, at: int, alone: bool) -> None:
        label = self._label
        person = label.numbered or self._persons_only or (self._one_person and is_small_name(group))
        entry = self._read(group, part, person, alone)
        if alone and is_group(entry) and not label.numbered and (not self.items or self._group):
            self._group = entry.group
            return
        if alone and self._take_city(entry):
            return
        if alone and self._take_body_of_unit(entry):
            return
        if entry.kind == "body" and alone and self._after_prose and not entry.group and part.label is None:
            self._trouble(entry, "a name of a body under a paragraph")
        elif entry.kind not in ("person", "nobody") and not (at == 0 and part.led) and self._belongs(entry, at):
            self._continue(entry)
        elif entry.kind == "body" and entry.sure < 0.7 and label.codes[0] != "organizer":
            self._trouble(entry, "nothing tells whether this is a person or a body")
        elif entry.kind in ("person", "body") or (entry.kind == "nameless" and entry.group and (entry.region or label.numbered)):
            self._append(entry, alone)
        elif entry.kind in ("unreadable", "details") and len(part.body.text) < _BIOGRAPHY and any(atom.kind == "text" for atom in group):
            self._trouble(entry, "no name or body found")

    def _read(self, group: list[Atom], part: Part, person: bool, alone: bool) -> Entry:
        """What a group says, and what the lines around it say of it."""
        entry = with_front(read_entry(group, part.body, person=person, prefix=part.prefix), part)
        if alone and part.peer_body:
            return replace(as_body(entry), sure=0.8, apart=self._bullet)  # without a bullet it may be the body of the person above
        below = alone and self._under_bullet and self.items and self.items[-1].entry.bare
        return as_body(entry) if below else entry

    def _take_body_of_unit(self, entry: Entry) -> bool:
        """ "Chair of the Charter Group" and on the line below "Names Council": the group belongs to the office, the body is the council."""
        last = self.items[-1] if self.items else None
        if self._office is None or last is None or entry.kind != "body" or entry.body is None or entry.title:
            return False
        told, self._office = self._office, None
        if last.entry.kind != "person" or self._line != told.line + 1:
            return False
        self.items[-1] = replace(last, entry=merged(replace(last.entry, title=told.text, body=entry.body), entry))
        return True

    def _take_city(self, entry: Entry) -> bool:
        person = in_city(self.items[-1].entry, entry) if self.items else None
        if person is None:
            return False
        self.items[-1] = replace(self.items[-1], entry=person)
        return True

    def _append(self, entry: Entry, alone: bool) -> None:
        if self._affiliation and entry.kind == "person" and entry.body is None:
            entry = merged(entry, self._affiliation.entry)
            self._affiliated = True
        elif entry.kind != "person":
            entry = replace(entry, title=None)  # an office is of a person
            self._release()
        if self._group and entry.kind == "person" and entry.group is None:
            entry = replace(entry, group=self._group)
        self._awaited = False
        self._after_prose = self._after_prose and (entry.kind != "person" or entry.bare)
        labelled = entry.label is not None or self._now is not None or self._standing is not None
        self.items.append(Item(entry, entry.label or self._label, labelled, alone, self._line, self._printed, self._mark))

    def _release(self) -> None:
        """An affiliation under which nobody stands is a body that takes part."""
        pending, self._affiliation, self._affiliated = self._affiliation, None, False
        if pending and not any(item.entry.body == pending.entry.body for item in self.items):
            self.items.append(pending)

    def _trouble(self, entry: Entry, what: str) -> None:
        text = entry.whole.slice(entry.start, entry.end)
        self.problems.append(Problem("unreadable_person", f"{what}: {text[:60]!r}", Span(entry.start, entry.end)))

    def _belongs(self, entry: Entry, at: int) -> bool:
        """Whether an entry without a name tells more of the person before it (on the line above, or before a semicolon)."""
        if not self.items or self.items[-1].entry.kind != "person" or entry.apart or (self._after_prose and not at):
            return False
        last = self.items[-1]
        if at:
            return entry.kind in ("details", "nameless")
        if self._awaited or not last.alone:
            return False
        return last.goes_on(entry, self._mark)

    def _continue(self, more: Entry) -> None:
        """Adds the details of a following line; a line with a second title repeats the first in another language."""
        last = self.items[-1]
        entry = last.entry
        if entry.title and more.title:
            return
        unit = {*words_of(more.body.text)[:1], *words_of(more.body.text)[-1:]} if more.title and more.body else set()
        office = not unit.isdisjoint(organization_words("parts"))
        self._office = UnitOffice(more.whole.text.strip(" ,;."), self._line) if office and entry.body is None else None
        self.items[-1] = replace(last, entry=replace(merged(entry, more), sure=min(entry.sure, 0.9)))

    def _take_attribute(self, part: Part) -> bool:
        """A detail under its own label ("Stakeholder Group: …"). True where it was used up."""
        name, value = self._attribute, part.body
        if not value.text:
            return True
        self._attribute = None
        if name == "name":
            self._named = len(self.items)
            return False
        if name == "organization" and self._begins_affiliation():
            return self._begin_affiliation(part)
        waiting = self._affiliation is not None and not self._affiliated
        if not waiting and (not self.items or self.items[-1].entry.kind != "person"):
            return name not in ("organization", "proposer_organization")
        if self._affiliation and not self._affiliated:
            self._affiliation = replace(self._affiliation, entry=described(self._affiliation.entry, name or "", value))
            return True
        # one line, and an affiliation with several lines under it, may name people whom the following details all describe
        for at, item in enumerate(self.items):
            beside = item.line == self.items[-1].line and at >= (self._named or 0)
            if beside or (self._affiliation and at >= self._begun and item.entry.kind == "person"):
                self.items[at] = replace(item, entry=described(item.entry, name or "", value))
        return True

    def _begins_affiliation(self) -> bool:
        """Whether a body under its label is told before its people; below "Name: Ana Ruiz, Foo" it is hers, said again."""
        if self._bodies_first or not self.items or self.items[-1].entry.kind != "person":
            return True
        return self.items[-1].entry.body is not None and self._named is None

    def _begin_affiliation(self, part: Part) -> bool:
        """ "Organizational Affiliation: Foo" before the people who belong to it."""
        self._release()
        groups = groups_of(atoms_of(part.body))
        entry = read_labelled_body(groups[0], part.body) if len(groups) == 1 else None
        if entry is None:
            return False
        self._bodies_first = self._bodies_first or not self.items
        self._begun = len(self.items)
        self._affiliation = Item(entry, self._label, self._now is not None, True, self._line, (fold(part.head), fold(part.body.text)))
        return True
