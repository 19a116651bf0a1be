"""Several lines read as one string, with the way back to the document.

Readers look at the joined text and answer in its positions; ``Run`` turns these into spans of ``Document.text``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from igf_extract.model import Evidence, Fact, Line, Method, Span

_ROW_END = 12
_EDGES = " \t\u00a0\u2007\u202f\u3000\u200b\ufeff"


_BAR = regex.compile(r"[\s|]*\|[\s|]*$")


def without_bar(run: Run) -> Run:
    """The run without the bars that end a table's row."""
    found = _BAR.search(run.text[-_ROW_END:])
    return run.cut(0, len(run.text) - len(found[0])) if found else run


@dataclass(frozen=True, slots=True)
class Run:
    """Parts of lines joined with one blank. ``parts`` holds, for each part, its place in ``text`` and in the document."""

    text: str
    parts: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, lines: Iterable[Line], skip: int = 0) -> Run:
        """The lines in order; ``skip`` leaves out that many characters of the first one (its list mark or label)."""
        texts: list[str] = []
        parts: list[tuple[int, int]] = []
        place = 0
        for line in lines:
            text = line.text[skip:]
            parts.append((place, line.span.start + skip))
            texts.append(text)
            place += len(text) + 1
            skip = 0
        return cls(" ".join(texts), tuple(parts))

    def span(self, start: int, end: int) -> Span:
        """The document's characters behind ``text[start:end]``, which must not be empty."""
        return Span(self._place(start), self._place(end - 1) + 1)

    def cut(self, start: int = 0, end: int | None = None) -> Run:
        """The part between two positions, blanks at both ends left out."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start] in _EDGES:
            start += 1
        while end > start and self.text[end - 1] in _EDGES:
            end -= 1
        if start >= end:
            return Run("", ((0, self._place(start) if self.parts else 0),))
        parts = [(0, self._place(start))]
        parts += [(place - start, at) for place, at in self.parts if start < place < end]
        return Run(self.text[start:end], tuple(parts))

    def plus(self, other: Run) -> Run:
        """Both runs, joined with one blank."""
        place = len(self.text) + 1
        return Run(f"{self.text} {other.text}", (*self.parts, *((at + place, doc) for at, doc in other.parts)))

    def fact(self, rule: str, method: Method = Method.SHAPE, confidence: float = 1.0) -> Fact[str]:
        """The whole run as a value."""
        return Fact(self.text, Evidence(self.span(0, len(self.text)), rule, method), confidence)

    def _place(self, position: int) -> int:
        place, at = self.parts[max(bisect_right(self.parts, (position, 1 << 60)) - 1, 0)]
        return at + position - place
