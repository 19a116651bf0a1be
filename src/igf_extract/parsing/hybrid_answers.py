"""The three numbered answers on hybrid participation, where each stands on a line of its own.

Consumes and produces the items of a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from igf_extract.parsing.inner_lists import TIMED
from igf_extract.parsing.item import Item
from igf_extract.parsing.neighbours import is_step
from igf_extract.parsing.prose_field import prose_fields
from igf_extract.vocab.fold import fold

_ANSWERS = tuple(re.compile(rf"\(?{number}[.)]\s?\S") for number in "123")
_FOURTH = re.compile(r"\(?4[.)]")


def hybrid_answers(items: Sequence[Item]) -> list[Item]:
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
    if any(item.label is not None or "?" in item.line.text or item.shape.agenda >= TIMED for item in items[:3]):
        return False
    if sum(is_step(fold(text).split()[1:]) for text in three) > 1:
        return False
    return prose_fields().best(" ".join(three)) == "hybrid_format"
