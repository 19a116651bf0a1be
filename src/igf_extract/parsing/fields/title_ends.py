"""The two ends of a title line: the captioners' marks, what a paper is called, an observer's tail, a room behind the title.

Consumes the text of a line; the reader of titles goes on between the ends.
"""

from __future__ import annotations

import re
from typing import Any

from igf_extract.model import Evidence, Fact, Method, Span
from igf_extract.parsing.fields.title_patterns import MARK, NUMBER, SKIP, TAIL, TAIL_YEAR
from igf_extract.parsing.lines import EDGES
from igf_extract.vocab.fold import fold
from igf_extract.vocab.session_types import read_type_line, spellings
from igf_extract.vocab.title_marks import (
    DASH,
    alternatives,
    forum_pattern,
    index_pattern,
    paper_pattern,
    report_pattern,
    room_pattern,
    status_pattern,
)

FIRST_YEAR, LAST_YEAR = 2006, 2035


class Ends:
    """A line whose ends are taken off: what has been read of it, and where the rest begins and ends."""

    def __init__(self, text: str, labelled: bool) -> None:
        self.text, self.start, self.end = text, 0, len(text)
        self.labelled = labelled
        self.form: str | None = "label" if labelled else None
        self.found: dict[str, Fact[Any]] = {}
        self.meeting_from: int | None = None  # where a meeting is named that may belong to the title ("IGF 2021 at the school of Suva")
        self.trim()

    def trim(self, skip: str = EDGES) -> None:
        """Leaves out the characters of ``skip`` at the front and blanks at the end."""
        while self.start < self.end and self.text[self.start] in skip:
            self.start += 1
        while self.end > self.start and self.text[self.end - 1] in EDGES:
            self.end -= 1

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What the pattern finds at the front, which is taken off."""
        match = pattern.match(self.text, self.start, self.end)
        if match:
            self.start = match.end()
        return match

    def note(self, key: str, value: object, start: int, end: int, method: Method = Method.SHAPE) -> None:
        """Says what ``text[start:end]`` gives; the first value for a part wins."""
        self.found.setdefault(key, Fact(value, Evidence(Span(start, end), f"title.{key}", method)))

    def rest(self) -> str:
        """What stands between the ends."""
        return self.text[self.start : self.end]

    def read_paper(self) -> None:
        """ "Report of Workshop 94: …", "IGF Workshop 94: …", "[WS 94] …": what the page is, the forum without a year, or a bracket, before
        a session with a number."""
        start = self.start
        for pattern in (paper_pattern(), forum_pattern()):
            before = pattern.match(self.text, start, self.end)
            start = before.end() if before is not None else start
        named = before is not None
        if start == self.start and self.text[start : start + 1] not in ("[", "("):
            return
        start += self.text[start : start + 1] in ("[", "(")
        for spelling in spellings():
            match = spelling.pattern.match(self.text, start, self.end) if spelling.numbered else None
            if match is None:
                continue
            if NUMBER.match(self.text, match.end(), self.end) or (named and MARK.match(self.text, match.end(), self.end)):
                self.start = start
                return

    def read_report(self) -> bool:
        """ "Report of the workshop on: …": what the page is and of which kind of session, before its title."""
        match = self.take(report_pattern())
        if match is None:
            return False
        code = read_type_line(match[1])
        self.form = "type" if code is not None else self.form or "label"
        if code is not None:
            self.note("session_type", code, *match.span(1), Method.LEXICON)
        return True

    def read_status(self) -> None:
        """ "FINISHED - …", "… - RAW": the captioners' own marks at either end."""
        status, head = status_pattern(), False
        while match := self.take(status):
            head = True
            self.trim(SKIP)
            if match.end() >= self.end:
                break
        for _ in range(2):
            tail = re.search(rf"[\s{DASH}][(\[]?({alternatives('status')})[)\]]?$", self.rest(), re.IGNORECASE)
            if not tail or tail.group(1).islower():
                break
            head = True
            self.end = self.start + tail.start()
            while self.end > self.start and self.text[self.end - 1] in SKIP:
                self.end -= 1
        if head:
            self.form = "head"

    def read_tail(self) -> None:
        """ "… | IGF 2023 WS #209", "… | IGF 2023": how observers head their reports; "…, IGF 2009", "… (IGF 2009)": how others do."""
        if "year" in self.found:
            return
        match = TAIL.search(self.text, self.start, self.end) or TAIL_YEAR.search(self.text, self.start, self.end)
        if match is not None and match.re is TAIL_YEAR and index_pattern().fullmatch(self.text, self.start, match.start()):
            return  # "Workshops, IGF 2009"
        if match is None or match.start() <= self.start or not FIRST_YEAR <= int(match.group(1)) <= LAST_YEAR:
            return
        if match.re is TAIL and match.group(3):
            kind = next((s for s in spellings() if s.numbered and s.pattern.fullmatch(match.group(2).strip())), None)
            if kind is None:
                return
            self.note("session_type", kind.code, *match.span(2), Method.LEXICON)
            self.note("number", match.group(3), *match.span(3))
        self.form = self.form or "year"
        self.note("year", int(match.group(1)), *match.span(1))
        self.end = match.start()

    def read_place(self) -> None:
        """ "… - Room 5", "… Workshop Room 5" behind the title of a finished transcript."""
        if self.form != "head" or "room" in self.found:
            return
        for match in room_pattern().finditer(self.text, self.start, self.end):
            before = self.text[self.start : match.start()].rstrip(EDGES)
            apart = before[-1:] in tuple(DASH) or fold(match.group()).startswith(("workshop room", "main room"))
            if match.end() == self.end and before and apart:
                self.note("room", match.group(), *match.span())
                self.end = self.start + len(before.rstrip(SKIP))
                return
