"""Lists and agendas of a page: the items between the first and the last number, hour or part of one belong inside it, whatever they say.

Consumes and produces the items of a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from igf_extract.parsing.fields.items import roman_value
from igf_extract.parsing.item import Item
from igf_extract.parsing.line_shape import LIKELY
from igf_extract.parsing.people.programme import is_part
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS

_ITEM = re.compile(r"\(?(?:(\d{1,2})|([IVX]{1,5}))([.)])\s")
_FAR = 12  # lines that may stand under one item of a numbered list
TIMED = 0.6  # how surely a line bears hours or minutes
_WORDS_OF_PART, _PARTS = 12, 3  # words of a line of hours at the most, and how many such lines make a plan
_FEWEST_PARTS, _WORDS_OF_ITEM, _PART = 2, 40, 40  # numbered parts of an agenda, words of its longest line, characters of a part's number


class _NumberedList(NamedTuple):
    """A numbered list as far as it was read: how far it is set in, the style of its numbers, the place of its last item and its number."""

    indent: int
    style: str
    last: int
    number: int


def numbered_lists(items: Sequence[Item]) -> list[Item]:
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


def timed_lists(items: Sequence[Item]) -> list[Item]:
    """The items, those inside a plan of hours marked: from behind "Panel 1 (9.45 – 10.45)" to the last such line, people between."""
    inside: set[int] = set()
    chain: list[int] = []
    for at, item in enumerate([*items, None]):
        timed = item is not None and item.label is None and item.shape.agenda >= TIMED and item.shape.words <= _WORDS_OF_PART
        timed = timed and item is not None and max(item.shape.format, item.shape.schedule) < LIKELY  # "Panel - 60 Min" is the format
        closed = item is None or (item.label is not None and not item.soft) or (chain and at - chain[-1] > _FAR)
        if closed:
            inside.update(range(chain[0] + 1, chain[-1] + 1) if len(chain) >= _PARTS else ())
            chain = []
        if timed:
            chain.append(at)
    return [replace(item, inside=True) if at in inside else item for at, item in enumerate(items)]


def parted_agendas(items: list[Item]) -> list[Item]:
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
