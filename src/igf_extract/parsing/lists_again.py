"""Where the second of two lists of people begins that no blank line parts: with somebody whom the first one names already, with list
marks that the first one has not, or below a line that holds the whole of it; and which list stands below the name of the host."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from igf_extract.parsing.item import Item
from igf_extract.parsing.line_shape import LIKELY
from igf_extract.parsing.people import read_people
from igf_extract.parsing.people.shape import name_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.list_marks import MARK, has_mark, is_counted_list, without_marks

_NAME = re.compile(
    rf"(?:{MARK}\s*|\d{{1,2}}[.)]\s*)?(?:(?:Mr|Ms|Mrs|Dr|Prof|H\.E)\.?\s+){{0,3}}([^\W\d_][^,;:()|–—]{{3,60}}?)\s*(?:[,;:()|–—]|\s-\s|$)"
)
_LONGEST = 4000  # characters of the list above that are looked at
_NAMED = 0.6  # how surely an item of a list is a name, with or without details
_RUN_ON = 80  # characters of a line that holds several people, at the least


def lists_again(items: Sequence[Item], solid: bool) -> list[Item]:
    """The items, those marked that begin a list: with several people right below a line that holds several, and on a page without blank
    lines (``solid``) with a person of the list right above or with list marks that this one has not; elsewhere with the first of several
    who stand apart from those above behind the same mark. A block printed twice begins none."""
    out: list[Item] = []
    above, lines, several = "", set[str](), False
    printed = twice = 0  # how many lines up to this one, and up to the one above, stand in the list already
    for at, item in enumerate(items):
        around = items[max(0, at - 1) : at + 2]
        second = _begins_block(around)
        listed = (item.label is None or item.soft) and item.shape.person >= LIKELY
        if not listed or (item.gap and not solid):
            above, lines = "", set()
            several = several and listed and is_counted_list(item.line.text)
        if not listed:
            out.append(replace(item, again=True) if second else item)
            continue
        text = item.line.text
        found = _NAME.match(text)
        again = solid and found is not None and " " in found[1] and text not in lines and f" {fold(found[1])} " in above
        before, several = several, _holds_several(item)
        printed = printed + 1 if text in lines else 0
        again = again or (solid and printed == 1 and _is_repeated_alone(items[at : at + 2], lines))
        again = again or (solid and not printed and twice > 1)  # behind a block of several that was printed twice
        twice = printed
        again = again or (before and several and text not in lines) or (solid and bool(above) and _marks_begin(around))
        again = again or second
        if again:
            above, lines = "", set()
        above = f"{above} {fold(text)}"[-_LONGEST:].replace(",", " ,").replace(";", " ;") + " "
        lines.add(text)
        out.append(replace(item, again=True) if again else item)
    return _hosted(out)


def _is_repeated_alone(items: Sequence[Item], lines: set[str]) -> bool:
    """Whether a line of a list of several stands again above a person who is new: no block that was printed twice."""
    return len(lines) > 1 and len(items) > 1 and items[1].shape.person >= LIKELY and items[1].line.text not in lines


def _begins_block(items: Sequence[Item]) -> bool:
    """Whether the second of three people stands apart from the first and touches the third, all behind one list mark: a second list."""
    if len(items) < 3 or any(item.label is not None for item in items):
        return False
    before, first, second = items
    touching = before.gap == 0 and first.gap > 0 and second.gap == 0
    alike = touching and has_mark(first.line.text) and len({item.line.text[:1] for item in items}) == 1
    return alike and all(item.shape.person >= LIKELY or name_score(without_marks(item.line.text)) >= _NAMED for item in items)


def _marks_begin(items: Sequence[Item]) -> bool:
    """Whether the first of two people behind the same list mark stands below one who has none, at the seam of two lists."""
    if len(items) < 3 or any(item.label is not None or item.shape.person < LIKELY for item in items):
        return False
    before, first, second = (item.line.text for item in items)
    return not has_mark(before) and has_mark(first) and not first[:1].isalnum() and first[:1] == second[:1]


def _hosted(items: list[Item]) -> list[Item]:
    """The items, those marked that hold several people right below the name of a body, with that body: the host and whom it brings."""
    for at, (host, item) in enumerate(pairwise(items), start=1):
        alone = host.label is None and not host.shape.sentence and host.shape.person < LIKELY <= host.shape.organization
        near = not item.line.gap or is_counted_list(item.line.text)
        if alone and item.label is None and near and item.shape.person >= LIKELY and _holds_several(item):
            items[at - 1], items[at] = replace(host, hosted=True), replace(item, hosted=True)
    return items


def _holds_several(item: Item) -> bool:
    """Whether a line is a list of people run together, as a field of free lines becomes one line."""
    text = item.line.text
    long = len(text) >= _RUN_ON and (not item.shape.listed or is_counted_list(text)) and not item.soft
    return long and len(read_people([item.line], "speaker").participations) > 1
