"""The lines of a page as the aligner sees them: labels found, noise and repeats set aside, lists marked.

Consumes the lines of a page and where its title stands; produces ``Item`` and the lines set aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from igf_extract.model import Line
from igf_extract.parsing.aside import noise_below
from igf_extract.parsing.fields.items import roman_value
from igf_extract.parsing.fields.schedule import names_day_and_hours
from igf_extract.parsing.fields.title import TitleReading
from igf_extract.parsing.habits import habits_of, label_of
from igf_extract.parsing.item import Item, heads_several
from igf_extract.parsing.led_agendas import led_agendas
from igf_extract.parsing.line_shape import LIKELY, measure, names_person
from igf_extract.parsing.lists_again import lists_again
from igf_extract.parsing.neighbours import (
    continues_chair,
    is_step,
    joins_announced,
    joins_paragraph,
    names_again,
    questions_announced,
    remarks_by,
    settled,
)
from igf_extract.parsing.outline import outline
from igf_extract.parsing.page_runs import FLAT_HEAD, TITLE_LINE
from igf_extract.parsing.page_shape import DATE_LINE
from igf_extract.parsing.people.programme import is_part
from igf_extract.vocab.dated_papers import is_dated_paper
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.list_marks import has_mark, has_sign, without_marks
from igf_extract.vocab.noise import ends_page, noise_rule
from igf_extract.vocab.roles import read_role
from igf_extract.vocab.words import organization_words

_LETTERED = re.compile(r"\(?(?:[a-h]|i{1,3}|iv|v|\d{1,2})[.)]\s")
_TAB = "session"  # the name of the site's tab, the first line of copies that have no title
_INDENT = 4  # blanks before every line but the title in some copies
_WORDS_OF_TITLE = 4  # from so many words on a line that ends as the title does says the title again
_WORDS_THAT_ANNOUNCE = 6
_WORDS_OF_BODY = 12
_ITEM = re.compile(r"\(?(?:(\d{1,2})|([IVX]{1,5}))([.)])\s")
_ANSWERS = tuple(re.compile(rf"\(?{number}[.)]\s?\S") for number in "123")
_FOURTH = re.compile(r"\(?4[.)]")
_HYBRID = 0.9  # weight of the cues of hybrid participation from which on three answers speak of it
_TOP = 4  # lines in which the date line of an archive stands
_FAR = 12  # lines that may stand under one item of a numbered list
_TIMED, _WORDS_OF_PART, _PARTS = 0.6, 12, 3  # how surely a line bears hours or minutes, its words, and how many such lines make a plan
_FEWEST_PARTS, _WORDS_OF_ITEM, _PART = 2, 40, 40  # numbered parts of an agenda, words of its longest line, characters of a part's number
_SOLID = 8  # a text of so many lines without a blank one says nothing by its gaps


def _hints(line: Line) -> bool:
    """Whether a bullet begins with a role other than the organizer's."""
    if not has_sign(line.text):
        return False
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


def _is_dated_head(text: str, at: int, behind_title: int) -> bool:
    """Whether the line ``at`` of a page is the date line of an archive, says below the title what the page is and of which day, or holds
    right below it day and hours."""
    if 0 < at == behind_title and names_day_and_hours(text):
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
    items: list[Item] = []
    solid = len(lines) >= _SOLID and not any(line.gap for line in lines[2:])
    aside: list[tuple[Line, str]] = []
    labelled: set[str] = set()
    footer: str | None = None
    introduced = False
    habits = habits_of(lines, kind)
    lost = int(_lost_title(lines))
    heading = fold(lines[title_at[0]].text) if title_at[1] else ""
    numbered = outline(lines) if habits.free else {}
    for i, line in enumerate(lines):
        if title_at[0] <= i < title_at[1]:
            items.append(Item(line, measure(line.text, 0), Label("title", 0, 0, TITLE_LINE)))
            continue
        if line.span.start in heads or _is_dated_head(line.text, i, title_at[1]):
            items.append(Item(line, measure(line.text, len(items)), Label("schedule", 0, 0, FLAT_HEAD)))
            continue
        rule = footer or noise_rule(line.text) or noise_below(line, lines[i - 1], aside)
        label, soft = label_of(line, line.index in cells, habits) if rule is None else (None, False)
        label, soft = settled(line, label, soft, items, lines[i + 1 : i + 4])
        label, soft = (numbered[i], False) if i in numbered and rule is None else (label, soft)
        below = i - title_at[1]
        if rule is None and below >= 0 and (_heads_again(lines, i, label) or _says_title(line, label, title, heading, below)):
            rule = "title_again"
        if rule is None and label is not None and label.value_start is not None and line.text in labelled and not soft:
            rule = "printed_twice"
        if rule is not None:
            footer = rule if ends_page(rule) else footer
            aside.append((line, rule))
            continue
        label = label or questions_announced(line, items, lines[i + 1 : i + 3]) or remarks_by(line, lines[i + 1 : i + 4])
        if label is not None:
            labelled.add(line.text)
        listed = has_mark(line.text) or _LETTERED.match(line.text) is not None
        unmarked = introduced and not listed and label is None and joins_announced(line, items[-1], lines[i + 1 : i + 2])
        listing = introduced or (listed and label is None and joins_paragraph(line, items[-1] if items else None, lines[i + 1 : i + 2]))
        introduced = label is None and (listing if listed or unmarked else _announces(line, items, lines[i + 1 : i + 2]))
        shape = measure(line.text, len(items) + lost, introduced and (listed or unmarked))
        inside = continues_chair(line, label, items, lines[i + 1 : i + 2]) or _goes_on_below_plural(line, label, items)
        items.append(Item(line, shape, label, soft, _hints(line), 1 if solid else line.gap, inside))
    return lists_again(_answered(led_agendas(_parted_agendas(_timed_lists(_numbered_lists(items))))), solid), aside


class _NumberedList(NamedTuple):
    """A numbered list as far as it was read: how far it is set in, the style of its numbers, the place of its last item and its number."""

    indent: int
    style: str
    last: int
    number: int


def _numbered_lists(items: Sequence[Item]) -> list[Item]:
    """The items, those inside numbered lists marked: from behind "1." to the last number of the list, whatever stands between; lists that
    are set in further stand inside the list around them."""
    inside: set[int] = set()
    opened: list[_NumberedList] = []  # the list that goes on, behind those that it stands inside
    recent = -1
    for at, item in enumerate(items):
        if (item.label is not None and not item.soft) or item.shape.goal >= LIKELY:  # goals bear numbers of their own
            opened.clear()
            continue
        found = _ITEM.match(item.line.text)
        if found is None:
            continue
        value = int(found[1]) if found[1] else roman_value(found[2])
        style = found[3] + ("I" if found[2] else "1")
        indent = item.line.indent
        if value == 1:
            nested = bool(opened) and opened[-1].indent < indent
            opened[len(opened) if nested else -1 :] = [_NumberedList(indent, style, at, 1)]
        else:
            follows = [i for i, one in enumerate(opened) if one.style == style and one.number + 1 == value and at - recent <= _FAR]
            place = max(follows, key=lambda i: (opened[i].indent == indent, i), default=None)
            if place is None:
                continue
            inside.update(range(opened[place].last + 1, at + 1))
            opened[place:] = [_NumberedList(indent, style, at, value)]
        recent = at
    return [replace(item, inside=True) if at in inside else item for at, item in enumerate(items)]


def _answered(items: Sequence[Item]) -> list[Item]:
    """The items, the three numbered answers on hybrid participation marked where each stands on a line of its own."""
    out = list(items)
    for at, item in enumerate(items[:-2]):
        if item.line.text[:1] in ("1", "(") and item.label is None and _are_answers(items[at : at + 4]):
            out[at : at + 3] = [replace(one, shape=replace(one.shape, answered=True)) for one in items[at : at + 3]]
    return out


def _are_answers(items: Sequence[Item]) -> bool:
    """Whether three lines are numbered 1 to 3, the one behind them is no fourth, and they speak of those online more than of all else:
    neither questions nor the steps of a programme."""
    three = [item.line.text for item in items[:3]]
    if not all(mark.match(text) for mark, text in zip(_ANSWERS, three, strict=False)) or _FOURTH.match(items[-1].line.text):
        return False
    if any(item.label is not None or "?" in item.line.text or item.shape.agenda >= _TIMED for item in items[:3]):
        return False
    if sum(is_step(fold(text).split()[1:]) for text in three) > 1:
        return False
    cues = measure(" ".join(three), 1).cues
    return cues.get("hybrid", 0.0) >= max([_HYBRID, *cues.values()])


def _timed_lists(items: Sequence[Item]) -> list[Item]:
    """The items, those inside a plan of hours marked: from behind "Panel 1 (9.45 – 10.45)" to the last such line, people between."""
    inside: set[int] = set()
    chain: list[int] = []
    for at, item in enumerate([*items, None]):
        timed = item is not None and item.label is None and item.shape.agenda >= _TIMED and item.shape.words <= _WORDS_OF_PART
        timed = timed and item is not None and max(item.shape.format, item.shape.schedule) < LIKELY  # "Panel - 60 Min" is the format
        closed = item is None or (item.label is not None and not item.soft) or (chain and at - chain[-1] > _FAR)
        if closed:
            inside.update(range(chain[0] + 1, chain[-1] + 1) if len(chain) >= _PARTS else ())
            chain = []
        if timed:
            chain.append(at)
    return [replace(item, inside=True) if at in inside else item for at, item in enumerate(items)]


def _parted_agendas(items: list[Item]) -> list[Item]:
    """The items, those of an agenda marked whose parts are numbered ("Part 1 - Welcome", a person, "Part 2 - Debate", a person), from the
    heading of the agenda to the next label, or to a gap that a lost one leaves."""
    for at, item in enumerate(items):
        first = items[at + 1] if at + 1 < len(items) else None
        if item.heading is None or LABELS().keys[item.heading.key].shape != "agenda" or first is None or first.anchor is not None:
            continue
        below = [first, *takewhile(lambda other: other.anchor is None and other.gap <= 1 and other.shape.goal < LIKELY, items[at + 2 :])]
        parts = [place for place, other in enumerate(below) if _is_part(other.line.text)]
        brief = all(other.shape.words <= _WORDS_OF_ITEM for other in below)
        if len(parts) >= _FEWEST_PARTS and parts[0] <= 1 and brief:
            items[at + 2 : at + 1 + len(below)] = [replace(other, inside=True) for other in below[1:]]
    return items


def _is_part(text: str) -> bool:
    """Whether a line begins with the number of a part ("Part 2 - Debate", "Session II: Debate")."""
    return is_part(fold(" ".join(text[:_PART].split()[:2])))
