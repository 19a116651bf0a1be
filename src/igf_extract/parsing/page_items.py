"""The lines of a page as the aligner sees them: labels found, noise and repeats set aside, lists marked.

Consumes the lines of a page and where its title stands; produces ``Item`` and the lines set aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from igf_extract.model import Line
from igf_extract.parsing.announced_labels import questions_announced, remarks_by
from igf_extract.parsing.aside import noise_below
from igf_extract.parsing.fields.schedule import names_day_and_hours
from igf_extract.parsing.fields.title import TitleReading
from igf_extract.parsing.habits import habits_of, label_of
from igf_extract.parsing.hosted import hosted
from igf_extract.parsing.hybrid_answers import hybrid_answers
from igf_extract.parsing.inner_lists import numbered_lists, parted_agendas, timed_lists
from igf_extract.parsing.item import Item, heads_several
from igf_extract.parsing.led_agendas import led_agendas
from igf_extract.parsing.line_shape import LIKELY, measure, names_person
from igf_extract.parsing.lists_again import lists_again
from igf_extract.parsing.neighbours import (
    continues_chair,
    joins_announced,
    joins_paragraph,
    names_again,
    settled,
)
from igf_extract.parsing.outline import outline
from igf_extract.parsing.page_runs import FLAT_HEAD, TITLE_LINE
from igf_extract.parsing.page_shape import DATE_LINE
from igf_extract.parsing.people.labels import TALK
from igf_extract.parsing.plans import plan_announced
from igf_extract.vocab.dated_papers import is_dated_paper
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.list_marks import has_mark, has_sign, opens_item, without_marks
from igf_extract.vocab.noise import ends_page, noise_rule
from igf_extract.vocab.roles import read_role
from igf_extract.vocab.words import organization_words

# the title of a talk in quotation marks, and a person behind it
_TALK = re.compile(rf"(?:\(?\d{{1,2}}[.)]\s{{0,3}})?{TALK.pattern}[\s,:–—-]*([^\W\d_a-zà-ÿ].{{5,200}})$")
_LETTERED = re.compile(r"\(?(?:[a-h]|i{1,3}|iv|v|\d{1,2})[.)]\s")
_TAB = "session"  # the name of the site's tab, the first line of copies that have no title
_INDENT = 4  # blanks before every line but the title in some copies
_HEADING = 60  # characters of a heading on a line of its own
_WORDS_OF_TITLE = 4  # from so many words on a line that ends as the title does says the title again
_WORDS_THAT_ANNOUNCE = 6
_WORDS_OF_BODY = 12
_ABOVE_DATE = frozenset({"title", "room"})  # labels above the first date of a page
_TOP = 4  # lines in which the date line of an archive stands
_SOLID = 8  # a text of so many lines without a blank one says nothing by its gaps


def _hints(line: Line) -> bool:
    """Whether a bullet begins with a role other than the organizer's, or an item with the title of a talk before who gives it."""
    talk = _TALK.match(without_marks(line.text)) if opens_item(line.text) else None
    if talk is not None or not has_sign(line.text):
        return talk is not None and names_person(talk[1])
    head, colon, _ = line.text.partition(":")
    return bool(colon) and len(head) < 60 and any(role != "organizer" for role in read_role(without_marks(head)))


def _says_title(line: Line, label: Label | None, title: TitleReading | None, heading: str, below: int) -> bool:
    """Whether a line below the title says it again: its last words, or what it names."""
    if len(line.text.split()) >= _WORDS_OF_TITLE and heading.endswith(fold(line.text)):
        return True
    return label is None and names_again(line, title, below)


def _heads_again(lines: Sequence[Line], at: int, label: Label | None) -> bool:
    """Whether the first line of the page, a title that names no type, stands once more at its top ("Opening", its slot, "Opening")."""
    return 0 < at < _TOP and label is None and lines[at].text == lines[0].text


def _named_below(lines: Sequence[Line]) -> dict[str, int]:
    """The titles that stand below a heading of their own ("Session title"), folded, each with the place of its heading."""
    headings = ((at, LABELS().find(line.text)) for at, line in enumerate(lines[:-1]) if len(line.text) < _HEADING)
    bare = (at for at, label in headings if label is not None and label.key == "title" and label.value_start is None)
    return {fold(lines[at + 1].text): at for at in bare}


def _is_name_of_body(text: str) -> bool:
    """Whether a line is nothing but the name of a body: its words have their capitals."""
    words = text.rstrip(" :").split()
    named = 1 < len(words) <= _WORDS_OF_BODY and all(word[:1].isupper() or word in organization_words("small") for word in words)
    return named and measure(" ".join(words), 1).organization >= LIKELY


def _announces(line: Line, items: Sequence[Item], below: Sequence[Line]) -> bool:
    """Whether a line of prose announces a list. Under a heading of people a few words and a colon part the list of them
    ("Confirmed to date:"), and so does the name of a body above people ("The Velm Networks Partnership:")."""
    if not line.text.endswith(":") or (_is_name_of_body(line.text) and any(names_person(other.text) for other in below)):
        return False
    label = next((item.anchor for item in reversed(items) if item.anchor is not None), None)
    people = label is not None and LABELS().keys[label.key].field == "participants"
    if people and items[-1].heading is not None and any(names_person(other.text) for other in below):
        return False  # right below the heading: "Nine unions support this. Five of them will take part:"
    return not people or len(line.text.split()) >= _WORDS_THAT_ANNOUNCE


def _lost_title(lines: Sequence[Line]) -> bool:
    """Whether the page begins below its title: with the tab of the site, or with a line set in as the site sets in all but the title."""
    return bool(lines) and (fold(lines[0].text) == _TAB or all(line.indent >= _INDENT for line in lines))


def _goes_on_below_plural(line: Line, label: Label | None, items: Sequence[Item]) -> bool:
    """Whether a line is the second of those who stand below a heading in the plural ("Moderators"), each behind the same list mark."""
    if label is not None or len(items) < 2 or line.gap or not has_mark(line.text):
        return False
    first, heading = items[-1], items[-2]
    alike = first.label is None and not first.line.gap and first.line.text[:1] == line.text[:1]
    return alike and heads_several(heading) and min(first.shape.person, measure(line.text, 1).person) >= LIKELY


def _is_head(text: str, at: int, behind_title: int, above: Sequence[Item]) -> bool:
    """Whether the line ``at`` of a page is the date line of an archive, says below the title what the page is and of which day or what the
    session is and who holds it, or holds day and hours right below it or below the room."""
    first = all(item.label is None or item.label.key in _ABOVE_DATE for item in above)
    if first and above and at < behind_title + _TOP and hosted(text) is not None:
        return True
    if first and 0 < behind_title <= at < behind_title + _TOP and names_day_and_hours(text) and LABELS().find(text) is None:
        return True
    return (at < _TOP and DATE_LINE.match(text) is not None) or (at < behind_title + _TOP and is_dated_paper(text))


def items_of(
    lines: Sequence[Line],
    title_at: tuple[int, int],
    cells: frozenset[int],
    heads: frozenset[int],
    title: TitleReading | None = None,
    kind: str | None = None,
) -> tuple[list[Item], list[tuple[Line, str]]]:
    """The lines to align, and the lines set aside with the rule that did so.

    Args:
        lines: the page without what ``page.read_page`` set aside.
        title_at: first line of the title and the one behind it; equal where there is none.
        cells: the rows of tables, by ``Line.index``.
        heads: where lines begin that held a flattened form (``Span.start``): the words before its first label.
        title: what the title says.
        kind: the kind of the document, where it is known.
    """
    reader = _ItemReader(lines, title_at, cells, heads, title, kind)
    for at in range(len(lines)):
        reader.read(at)
    items = parted_agendas(timed_lists(numbered_lists(reader.items)))
    return lists_again(hybrid_answers(led_agendas(items)), reader.solid), reader.aside


class _ItemReader:
    """Reads the lines of a page from top to bottom: ``items`` and ``aside`` are what was read so far."""

    def __init__(
        self,
        lines: Sequence[Line],
        title_at: tuple[int, int],
        cells: frozenset[int],
        heads: frozenset[int],
        title: TitleReading | None,
        kind: str | None,
    ) -> None:
        self.items: list[Item] = []
        self.aside: list[tuple[Line, str]] = []
        self.solid = len(lines) >= _SOLID and not any(line.gap for line in lines[2:])
        self._lines, self._cells, self._heads, self._title = lines, cells, heads, title
        self._first, self._behind_title = title_at
        self._heading = fold(lines[self._first].text) if self._behind_title else ""
        self._habits = habits_of(lines, kind)
        self._numbered = outline(lines) if self._habits.free else {}
        self._lost = int(_lost_title(lines))
        self._named_below = _named_below(lines)
        self._labelled: dict[str, int] = {}  # where lines stand that bore labels
        self._twin: int | None = None  # the line that the one above printed again
        self._footer: str | None = None  # the rule that ended the page
        self._introduced = False  # whether the line above stands in a list or announces one

    def read(self, at: int) -> None:
        """Adds the line ``at`` to the items or to what is set aside."""
        line = self._lines[at]
        if self._first <= at < self._behind_title:
            self.items.append(Item(line, measure(line.text, 0), Label("title", 0, 0, TITLE_LINE)))
        elif line.span.start in self._heads or _is_head(line.text, at, self._behind_title, self.items):
            self.items.append(Item(line, measure(line.text, len(self.items)), Label("schedule", 0, 0, FLAT_HEAD)))
        else:
            rule = self._footer or noise_rule(line.text) or noise_below(line, self._lines[at - 1], self.aside)
            label, soft = self._label(at, rule)
            rule = rule or self._repeats(at, label, soft)
            if rule is None:
                self.items.append(self._item(at, label, soft))
            else:
                self._footer = rule if ends_page(rule) else self._footer
                self.aside.append((line, rule))

    def _label(self, at: int, rule: str | None) -> tuple[Label | None, bool]:
        """The label that opens a line and whether it is soft; ``rule``: the one by which the line is noise."""
        line = self._lines[at]
        label, soft = label_of(line, line.index in self._cells, self._habits) if rule is None else (None, False)
        label, soft = settled(line, label, soft, self.items, self._lines[at + 1 : at + 4])
        return (self._numbered[at], False) if at in self._numbered and rule is None else (label, soft)

    def _repeats(self, at: int, label: Label | None, soft: bool) -> str | None:
        """The rule by which a line says what stands above it: the title again, or a label with the same value."""
        line, below = self._lines[at], at - self._behind_title
        says_title = below >= 0 and (_heads_again(self._lines, at, label) or _says_title(line, label, self._title, self._heading, below))
        says_title |= below >= 0 and label is None and at < self._named_below.get(fold(line.text), 0)
        if says_title:
            return "title_again"
        if label is not None and label.value_start is not None and line.text in self._labelled and not soft:
            self._twin = self._labelled[line.text]
            return "printed_twice"
        if label is None and self._twin is not None and self._lines[self._twin + 1].text == line.text:
            self._twin += 1  # the answer to that label goes on for as long as it is printed twice
            self.items = [replace(item, inside=True) if item.line is self._lines[self._twin] else item for item in self.items]
            return "printed_twice"
        self._twin = None
        return None

    def _item(self, at: int, label: Label | None, soft: bool) -> Item:
        """A line that is no noise, with what the lines around it make of it."""
        line, below = self._lines[at], self._lines[at + 1 : at + 5]
        label = label or questions_announced(line, self.items, below[:2]) or remarks_by(line, below[:3]) or plan_announced(line, below[:2])
        if label is not None:
            self._labelled.setdefault(line.text, at)
        listed = has_mark(line.text) or _LETTERED.match(line.text) is not None
        unmarked = self._introduced and not listed and label is None and joins_announced(line, self.items[-1], below[:1])
        above = self.items[-1] if self.items else None
        listing = self._introduced or (listed and label is None and joins_paragraph(line, above, below[:1]))
        self._introduced = label is None and (listing if listed or unmarked else _announces(line, self.items, below[:1]))
        shape = measure(line.text, len(self.items) + self._lost, self._introduced and (listed or unmarked))
        inside = continues_chair(line, label, self.items, below[:1]) or _goes_on_below_plural(line, label, self.items)
        return Item(line, shape, label, soft, _hints(line), 1 if self.solid else line.gap, inside)
