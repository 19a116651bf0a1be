"""Lines that a text editor broke at a margin, put together again where an item of a list or a sentence goes on.

Consumes the lines of a page; produces lines whose texts keep the offsets of the document: each character of a break is a blank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from igf_extract.model import Claim, Line, Span
from igf_extract.vocab.list_marks import opens_item

_WIDEST = 110  # characters of the longest line of a page that was broken at a margin
_LEAST = 3  # sentences broken at the margin that make such a page
_BREAKS = 4  # lines that go on in small letters, which make a page that was broken without one margin
_SHORTEST = 40  # characters of a line that was broken, at the least
_OWN = 60  # characters from which on a page's longest line may be its margin
_RAGGED = 130  # characters of a line that was broken without one margin, at the most
_STOPS = ".!?:;…"


def _is_full(line: Line, below: Line, width: int) -> bool:
    """Whether the first word of the next line did not fit on this one."""
    word = below.text.split(" ", 1)[0]
    return below.gap == 0 and line.indent + len(line.text) + 1 + len(word) > width


def _width(lines: Sequence[Line]) -> int | None:
    """The margin at which the page was broken, None where it was not."""
    width = max((line.indent + len(line.text) for line in lines), default=0)
    if not _OWN <= width <= _WIDEST:
        return None
    broken = sum(1 for line, below in pairwise(lines) if below.text[:1].islower() and _is_full(line, below, width))
    touching = sum(1 for below in lines[1:] if below.text[:1].islower() and below.gap == 0)
    return width if broken >= _LEAST and 2 * broken > touching else None


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines of the page, joined where a sentence goes on over a break, and on a page with one margin where an item of a list does."""
    width = _width(lines)
    if width is None and sum(_is_broken(line, below) and _begins_small(line, below) for line, below in pairwise(lines)) < _BREAKS:
        return list(lines)
    joined = list(lines[:1])
    flowing = False  # whether the line above goes on with the sentence of another
    for above, line in pairwise(lines):
        broken = _is_broken(above, line, width)
        flowing = broken and (_begins_small(above, line, width) or _stops_amid(above, flowing))
        if flowing or (broken and width is not None and opens_item(joined[-1].text)):
            joined[-1] = join(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _is_broken(line: Line, below: Line, width: int | None = None) -> bool:
    """Whether an editor may have broken the text behind a line: at the margin, and where the page has none, anywhere in a paragraph."""
    if opens_item(below.text):
        return False
    return below.gap == 0 and _SHORTEST <= len(line.text) <= _RAGGED if width is None else _is_full(line, below, width)


def _begins_small(line: Line, below: Line, width: int | None = None) -> bool:
    """Whether the next line begins with a small letter, without a margin only behind a word or a comma."""
    return below.text[:1].islower() and (width is not None or line.text[-1:].isalnum() or line.text[-1:] in ',)”"')


def _stops_amid(line: Line, flowing: bool) -> bool:
    """Whether a long line stops amid its sentence, whatever the next begins with: in a small word, or in any where it goes on with one."""
    last = line.text.rpartition(" ")[2]
    return len(line.text) >= _OWN and ((last.isalpha() and last.islower()) or (flowing and line.text[-1] not in _STOPS))


def join(line: Line, below: Line, fill: str = " ", mark: str = " ") -> Line:
    """One line for two, whose offsets stay right: the break is ``mark``, and ``fill`` for each further character of it."""
    between = mark + fill * (below.span.start - line.span.end - 1)
    return replace(line, text=line.text + between + below.text, span=Span(line.span.start, below.span.end))


def claims_of_all(claims: Sequence[Claim], lines: Sequence[Line]) -> tuple[Claim, ...]:
    """The claims, and the same for each line that was joined to the one claimed."""
    starts = {line.index: line for line in lines}
    out: list[Claim] = []
    for claim in claims:
        out.append(claim)
        at = claim.line + 1
        while at in starts and starts[at].span.end <= claim.evidence.span.end:
            out.append(replace(claim, line=at))
            at += 1
    return tuple(out)
