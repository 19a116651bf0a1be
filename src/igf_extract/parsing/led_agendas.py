"""Agendas inside which a line says who leads the session ("Moderator: Ana Lima"), and whose numbered items go on below it.

Consumes and produces the items of a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from igf_extract.parsing.item import Item
from igf_extract.parsing.line_shape import LIKELY
from igf_extract.vocab.labels import LABELS

_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s")
_FEWEST = 2  # numbered items that make an agenda
_ITEM_WORDS = 40  # of its longest line


def led_agendas(items: list[Item]) -> list[Item]:
    """The items, those of an agenda marked that goes on with numbered items behind a role and a person; such a role opens no field."""
    for at, item in enumerate(items):
        if item.heading is None or LABELS().keys[item.heading.key].shape != "agenda":
            continue
        below = _below(items[at + 1 :])
        numbered = _numbered(below)
        led = [place for place, other in enumerate(below) if _is_led(other)]
        if len(numbered) < _FEWEST or not led or led[0] == 0 or led[0] > numbered[0]:
            continue
        end = next((place for place in led if place > numbered[-1]), len(below))
        for place in range(1, end):
            other = below[place]
            items[at + 1 + place] = replace(other, inside=True, soft=other.soft or _is_led(other))
    return items


def _below(items: Sequence[Item]) -> list[Item]:
    """The short lines below the heading, up to the next label that is no role before a person."""
    end = next((at for at, item in enumerate(items) if _closes(item)), len(items))
    return list(items[:end])


def _closes(item: Item) -> bool:
    return (item.anchor is not None and not _is_led(item)) or item.shape.goal >= LIKELY or item.shape.words > _ITEM_WORDS


def _is_led(item: Item) -> bool:
    """Whether a line is a role and who has it ("Moderator: Ana Lima")."""
    return item.label is not None and item.label.value_start is not None and LABELS().keys[item.label.key].field == "participants"


def _numbered(items: Sequence[Item]) -> list[int]:
    """The places of the lines that count 1, 2, 3 …, none of them taken for a person."""
    places: list[int] = []
    for place, item in enumerate(items):
        found = _NUMBER.match(item.line.text) if item.label is None else None
        if found is not None and int(found[1]) == len(places) + 1:
            if item.shape.person >= LIKELY:
                return []
            places.append(place)
    return places
