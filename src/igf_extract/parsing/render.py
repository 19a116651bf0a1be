"""Writes the text that a page of a form would give: the other direction of the alignment.

``render(form, fields)`` prints every label; ``TextMode`` then damages the text as a mirror would. What is rendered and parsed
again must come back but for what the mode destroys.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from igf_extract.vocab.forms import Form

_NUMBER = "#"


@dataclass(frozen=True, slots=True)
class Filled:
    """The value of one slot: ``place`` is the slot's place in the form, ``paragraphs`` its lines; ``spaced``: a blank line between them."""

    place: int
    paragraphs: tuple[str, ...]
    spaced: bool = False


def _block(filled: Filled, form: Form) -> list[str]:
    slot = form.slots[filled.place]
    lines = list(filled.paragraphs)
    if slot.inline and _NUMBER in slot.label:
        lines = [f"{slot.label.replace(_NUMBER, str(i))} {line}" for i, line in enumerate(lines, start=1)]
    elif slot.inline and lines:
        lines[0] = f"{slot.label} {lines[0]}".rstrip()
    if filled.spaced:
        lines = [part for line in lines for part in (line, "")][:-1]
    if slot.label and not slot.inline:
        lines = [slot.label, "", *lines]
    return lines


def render(form: Form, fields: Sequence[Filled]) -> str:
    """The page's text with all labels printed. Fields are printed in the order of their places.

    Raises:
        IndexError: a place lies outside the form.
    """
    blocks = ["\n".join(_block(filled, form)) for filled in sorted(fields, key=lambda filled: filled.place)]
    return "\n\n".join(blocks) + "\n"
