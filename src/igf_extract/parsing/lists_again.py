"""Where the second of two lists of people begins on a page without blank lines: with somebody whom the first one names already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from igf_extract.parsing.costs import Item
from igf_extract.vocab.fold import fold

_NAME = re.compile(
    r"(?:[-–•*✓]\s*|\d{1,2}[.)]\s*)?(?:(?:Mr|Ms|Mrs|Dr|Prof|H\.E)\.?\s+){0,3}([^\W\d_][^,;:()|–—]{3,60}?)\s*(?:[,;:()|–—]|\s-\s|$)"
)
_PERSON = 0.5  # a line names a person from this score on
_LONGEST = 4000  # characters of the list above that are looked at


def named_again(items: Sequence[Item]) -> list[Item]:
    """The items, those marked that begin a list with a person of the list right above; a line printed twice begins none."""
    out: list[Item] = []
    above, lines = "", set[str]()
    for item in items:
        if (item.label is not None and not item.soft) or item.shape.person < _PERSON:
            above, lines = "", set()
            out.append(item)
            continue
        text = item.line.text
        found = _NAME.match(text)
        again = found is not None and " " in found[1] and text not in lines and f" {fold(found[1])} " in above
        if again:
            above, lines = "", set()
        above = f"{above} {fold(text)}"[-_LONGEST:].replace(",", " ,").replace(";", " ;") + " "
        lines.add(text)
        out.append(replace(item, again=True) if again else item)
    return out
