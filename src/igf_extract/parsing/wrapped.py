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
    """The lines of the page, the broken ones joined: behind the mark of a list whatever follows, elsewhere where a
    sentence goes on."""
    width = _width(lines)
    if width is None:
        return _unbroken_blocks(lines)
    joined: list[Line] = []
    last: Line | None = None  # the line above as it was printed
    flowing = False  # whether it goes on with the sentence of another
    for line in lines:
        goes_on = last is not None and not opens_item(line.text) and _is_full(last, line, width)
        runs_on = goes_on and last is not None and _runs_on(last, line, flowing)
        flowing = goes_on and (line.text[:1].islower() or runs_on)
        if flowing or (goes_on and opens_item(joined[-1].text)):
            joined[-1] = join(joined[-1], line)
        else:
            joined.append(line)
        last = line
    return joined


def _unbroken_blocks(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page without one margin, joined where sentences go on from line to line."""
    if sum(_goes_on(line, below) for line, below in pairwise(lines)) < _BREAKS:
        return list(lines)
    joined: list[Line] = []
    flowing = False  # whether the line above goes on with the sentence of another
    for line, above in zip(lines, (None, *lines), strict=False):
        flowing = above is not None and (_goes_on(above, line) or _runs_on(above, line, flowing))
        if flowing:
            joined[-1] = join(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _may_touch(line: Line, below: Line) -> bool:
    return below.gap == 0 and _SHORTEST <= len(line.text) <= _RAGGED and not opens_item(below.text)


def _goes_on(line: Line, below: Line) -> bool:
    """Whether the next line goes on with the sentence of a line: in small letters, behind a word or a comma."""
    return _may_touch(line, below) and below.text[:1].islower() and (line.text[-1:].isalnum() or line.text[-1:] in ',)”"')


def _runs_on(line: Line, below: Line, flowing: bool) -> bool:
    """Whether a line stops amid its sentence, whatever the next begins with: in a small word, or in any where it goes on with one."""
    last = line.text.rsplit(None, 1)[-1]
    long = len(line.text) >= _OWN and _may_touch(line, below)
    return long and ((last.isalpha() and last.islower()) or (flowing and last[-1] not in _STOPS))


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
