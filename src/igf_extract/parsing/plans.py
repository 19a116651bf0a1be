"""Sentences that announce the agenda of a session ("The provisional agenda is:"): the label that they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from igf_extract.model import Line
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import Label
from igf_extract.vocab.list_marks import without_marks
from igf_extract.vocab.load import read_data

_TIMED = re.compile(r"[\[(]?\d{1,2}[:.h]\d{2}\b|[\[(]?\d{1,3}\s?(?:min|mins|minutes)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\(?([12])[.)]\s")
_LONGEST = 14  # words of such a sentence
_ITEMS = 2  # lines below it that must be items of an agenda
_WORDS_OF_ITEM = 25


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_data("announced.toml")["plans"][name])


def plan_announced(line: Line, below: Sequence[Line]) -> Label | None:
    """The label that the line stands for where it says that an agenda follows and the two lines ``below`` it are items of one: with times,
    or counted where the sentence speaks of an agenda or of a session.

    >>> from igf_extract.model import Span
    >>> told = ["The provisional agenda is::", "15:00 Welcome", "15:10 Lamps"]
    >>> head, *items = (Line(at, Span(0, len(text)), text) for at, text in enumerate(told))
    >>> plan_announced(head, items).key
    'agenda'
    """
    if not line.text.endswith(":") or len(below) < _ITEMS:
        return None
    words, items = fold(line.text).rstrip(": ").split(), [item.text for item in below[:_ITEMS]]
    if len(words) > _LONGEST or _words("words").isdisjoint(words) or words[-1] not in _words("last"):
        return None
    timed = all(_TIMED.match(without_marks(item)) for item in items)
    counted = not _words("sure").isdisjoint(words) and _are_counted(items)
    return Label("agenda", len(line.text), None, "agenda announced") if timed or counted else None


def _are_counted(items: Sequence[str]) -> bool:
    """Whether the two items are short and counted from one."""
    return [found[1] for item in items if (found := _COUNTED.match(item)) and len(item.split()) <= _WORDS_OF_ITEM] == ["1", "2"]
