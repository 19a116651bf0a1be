"""Applies repairs to the decoded text once and keeps the exact map between the two texts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from igf_extract.model import Edit, Span

# Above this many edits neighbours are joined: the map stays exact outside them and memory stays bounded on hostile input.
MOST_EDITS = 500_000


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Offsets of the decoded text <-> offsets of the repaired text, in O(log edits).

    Four rows of equal length, ascending: where each edit begins and ends in the decoded and in the repaired text.
    """

    old_starts: Sequence[int] = ()
    old_ends: Sequence[int] = ()
    new_starts: Sequence[int] = ()
    new_ends: Sequence[int] = ()

    def to_decoded(self, offset: int) -> int:
        """Where the repaired character at ``offset`` came from; inside a repair, where the repaired characters begin.

        >>> text, offsets = apply_edits("a\\u200bb", [Edit(1, "\\u200b", "", "zero_width")])
        >>> text, offsets.to_decoded(1)
        ('ab', 2)
        """
        return _across(offset, self.new_starts, self.new_ends, self.old_starts, self.old_ends)

    def to_repaired(self, offset: int) -> int:
        """Where the decoded character at ``offset`` went; inside an edit, where its replacement begins."""
        return _across(offset, self.old_starts, self.old_ends, self.new_starts, self.new_ends)

    def span_to_decoded(self, span: Span) -> Span:
        """The decoded characters that the repaired ``span`` was made of; edits that it touches are taken whole."""
        start = self.to_decoded(span.start)
        if span.end <= span.start:
            return Span(start, start)
        last = span.end - 1
        row = bisect_right(self.new_starts, last) - 1
        inside = row >= 0 and last < self.new_ends[row]
        return Span(start, self.old_ends[row] if inside else self.to_decoded(last) + 1)


def _across(offset: int, starts: Sequence[int], ends: Sequence[int], other_starts: Sequence[int], other_ends: Sequence[int]) -> int:
    row = bisect_right(starts, offset) - 1
    if row < 0:
        return offset
    return other_starts[row] if offset < ends[row] else other_ends[row] + offset - ends[row]


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """The repaired text and its offset map.

    Raises:
        ValueError: the edits overlap, are out of order, or do not quote ``text``.
    """
    parts: list[str] = []
    rows: tuple[list[int], list[int], list[int], list[int]] = ([], [], [], [])
    done = size = 0
    for edit in edits:
        end = edit.start + len(edit.old)
        if edit.start < done or text[edit.start : end] != edit.old:
            raise ValueError(f"edit at {edit.start} ({edit.rule}) overlaps another one or does not quote the text")
        parts += (text[done : edit.start], edit.new)
        size += edit.start - done
        for row, value in zip(rows, (edit.start, end, size, size + len(edit.new)), strict=True):
            row.append(value)
        size += len(edit.new)
        done = end
    if not parts:
        return text, OffsetMap()
    parts.append(text[done:])
    return "".join(parts), OffsetMap(*rows)


def join_near(text: str, edits: Iterable[Edit], gap: int) -> Iterator[Edit]:
    """``edits`` with neighbours at most ``gap`` unchanged characters apart made one; touching edits of one rule always are."""
    held: Edit | None = None
    parts: list[str] = []
    end = 0
    for edit in edits:
        if held is not None and edit.start - end <= gap and (gap or edit.rule == held.rule):
            parts += (text[end : edit.start], edit.new)
        else:
            if held is not None:
                yield _joined(text, held, end, parts)
            held, parts = edit, [edit.new]
        end = edit.start + len(edit.old)
    if held is not None:
        yield _joined(text, held, end, parts)


def _joined(text: str, first: Edit, end: int, parts: Iterable[str]) -> Edit:
    return Edit(first.start, text[first.start : end], "".join(parts), first.rule)
