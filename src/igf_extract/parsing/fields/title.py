"""Reads a line that may be a session's title: year, type, number, title, and what the head of a transcript adds.

Source: the title lines of IGF pages from 2006 to 2025. A part is given only where the line states it; spans are relative to
the line, so that a caller adds the line's own start (``TitleReading.at``).
"""

from __future__ import annotations

import datetime as dt
import re

from igf_extract.model import Method
from igf_extract.parsing.fields.themes import known_issue
from igf_extract.parsing.fields.title_ends import FIRST_YEAR, LAST_YEAR, Ends
from igf_extract.parsing.fields.title_patterns import (
    BRACKETED,
    CELL,
    CODED,
    DATE,
    DAY,
    EVENT,
    GOES_ON,
    IGF,
    LINKED,
    LISTED,
    MARK,
    MEETING,
    NO,
    NUMBER,
    NUMERAL,
    OF_REPORT,
    QUOTES,
    REPORT,
    SKIP,
    STOP,
    SUFFIX,
    YEAR_FIRST,
    at_meeting,
    city_behind,
    city_pattern,
    city_year,
)
from igf_extract.parsing.fields.title_reading import TitleReading
from igf_extract.parsing.lines import EDGES
from igf_extract.vocab.fold import fold
from igf_extract.vocab.meetings import meetings
from igf_extract.vocab.session_types import Spelling, any_spelling, read_type_line, spellings
from igf_extract.vocab.title_marks import index_pattern, label_pattern, room_pattern

__all__ = ["TitleReading", "read_title"]

_SENTENCE = 12  # words of a line with a full stop that is a sentence
LONGEST = 600  # characters; a longer line is prose, not a title


def read_title(text: str, *, labelled: bool = False) -> TitleReading | None:
    """Read one title line, or two joined by a line break ("IGF 2021 WS #122\\n…").

    Args:
        text: the line as it stands in the document.
        labelled: a "Title:" label stands before the line, so that "37. …" is a number and any text a title.

    Returns:
        None where nothing marks the line as a title; the caller may still know from its place that it is one.

    >>> reading = read_title("IGF 2023 WS #353 A treaty unveiled")
    >>> reading.year.value, reading.session_type.value, reading.number.value, reading.title.value
    (2023, 'workshop', '353', 'A treaty unveiled')
    """
    if not text.strip() or len(text) > LONGEST:
        return None
    reading = _Reader(text, labelled).read()
    return None if reading is not None and _is_sentence(text, reading) else reading


def _is_sentence(text: str, reading: TitleReading) -> bool:
    """Whether a number and the words right behind it begin a sentence ("Workshop 12 organisers invite you to …"), and no title."""
    if reading.form != "type" or reading.year is not None or reading.number is None or reading.title is None:
        return False
    behind = text[reading.number.evidence.span.end : reading.title.evidence.span.start]
    return text.endswith((".", "!")) and len(text.split()) >= _SENTENCE and not behind.strip()


class _Reader(Ends):
    """Takes the marks off both ends of a line; what is left between is the title."""

    def read(self) -> TitleReading | None:
        """The reading of the whole line; None where nothing marks it as a title."""
        self.read_status()
        label = self.take(label_pattern())
        if label:
            self.form, self.labelled = "label", True
        if self.labelled:
            self.trim(CELL)
        if not self.read_report() and not self.read_bracketed():
            self.read_paper()
        self.read_year()
        self.read_city()
        self.skip_meeting()
        if "year" in self.found and index_pattern().match(self.rest()):
            return None
        self.read_head()
        self.read_tail()
        self.read_bracketed() or self.read_type() or self.read_suffix() or self.read_number()
        if self.form is None or not self.read_rest():
            return None
        return TitleReading(self.form, **self.found)

    def read_year(self) -> None:
        """The year of the meeting, or the day, with which the line begins; a city of a meeting before a session gives its year."""
        match = self.take(IGF) or self.take(YEAR_FIRST) or self.take(city_year())
        if match and FIRST_YEAR <= int(match.group(1)) <= LAST_YEAR:
            self.form = self.form or "year"
            self.note("year", int(match.group(1)), *match.span(1))
            self.meeting_from = match.start()
            self.trim(SKIP)
        elif match:
            self.start = match.start()
        elif match := city_pattern().match(self.text, self.start, self.end):  # "IGF Nairobi: Workshop 203"
            if any_spelling().match(self.text, match.end(), self.end):
                year = next(m.year for m in meetings() if fold(match.group(1)) in map(fold, m.cities))
                self.start = match.end()
                self.note("year", year, *match.span(1), Method.LEXICON)
        elif match := self.take(DATE):
            try:
                day = dt.date(*map(int, match.groups()))
            except ValueError:
                self.start = match.start()
                return
            self.form = "head"
            self.note("year", day.year, *match.span(1))
            self.note("date", day, *match.span())
            self.trim(SKIP)

    def read_city(self) -> None:
        """The city behind the year, where the type follows it."""
        match = city_behind().match(self.text, self.start, self.end) if "year" in self.found else None
        if match is not None and any_spelling().match(self.text, match.end(), self.end):
            self.start = match.end()

    def skip_meeting(self) -> None:
        """The name of the meeting without a year, where the type follows it ("IGF MAIN SESSION ON …")."""
        match = MEETING.match(self.text, self.start, self.end) if "year" not in self.found else None
        if match is not None and any_spelling().match(self.text, match.end(), self.end):
            self.start = match.end()

    def read_head(self) -> None:
        """ "Day 2 - Room IX -": only behind a year, because "Day 2" opens programme lines of any conference."""
        if "year" not in self.found:
            return
        if day := self.take(DAY):
            self.form = "head"
            self.note("day", int(day.group(1)), *day.span())
            self.trim(SKIP)
            room = self.take(room_pattern())
            if room and (self.start >= self.end or self.text[self.start] in SKIP):
                self.note("room", room.group(), *room.span())
                self.trim(SKIP)
            elif room:
                self.start = room.start()
            event = self.take(EVENT) if day.group(1).strip("0") == "" else None
            if event:
                self.note("session_type", "day_0", *day.span(), Method.LEXICON)
                self.note("number", event.group(1), *event.span(1))
                self.trim(SKIP)

    def read_bracketed(self) -> bool:
        """ "[NRIs] A title", "IGF 2025 [Parliamentary session 4] A title": a type in square brackets and nothing else in them."""
        match = BRACKETED.match(self.text, self.start, self.end)
        code = read_type_line(match[1]) if match is not None else None
        if match is None or code is None or "session_type" in self.found:
            return False
        if match[2] and any(spelling.numbered and not spelling.keep and spelling.pattern.fullmatch(match[1]) for spelling in spellings()):
            return False  # "[WS 12] A title": the number is the session's
        self.form = "head" if self.form == "head" else "type"
        self.note("session_type", code, *match.span(1), Method.LEXICON)
        self.start = match.end()
        return True

    def read_type(self) -> bool:
        """The type at the front by the first spelling that fits; True where one is known."""
        if "session_type" in self.found:
            return True
        if not any_spelling().match(self.text, self.start, self.end):
            return False
        known = "year" in self.found or self.form == "head"
        for spelling in spellings():
            match = spelling.pattern.match(self.text, self.start, self.end)
            if match and self.accept(spelling, match, known):
                return True
        return False

    def accept(self, spelling: Spelling, match: re.Match[str], known: bool) -> bool:
        """Takes type and number where the spelling may stand so; ``known``: year or head make the line a title already."""
        number = NUMBER.match(self.text, match.end(), self.end) if spelling.numbered else None
        numeral = NUMERAL.match(self.text, match.end(), self.end) if spelling.numerals else None
        stop = numeral.end() if numeral else match.end()
        mark = MARK.match(self.text, stop, self.end)
        after = self.text[match.end() : self.end].strip(EDGES)
        if spelling.needs == "number" and not number:
            return False
        if spelling.needs == "mark" and not (number or mark or known):
            return False
        if number and room_pattern().fullmatch(self.text[number.end() : self.end].strip(SKIP)):
            return False  # "WS 5 – Room B-2" is a room
        self.form = "head" if self.form == "head" else "type"
        self.note("session_type", spelling.code, *match.span(), Method.LEXICON)
        begin, self.start = self.start, match.end()
        if spelling.keep:
            self.start = stop if mark else begin
            if not self.text[stop : self.end].strip(SKIP):
                self.start = begin
        elif number:
            self.note("number", number.group(1), *number.span(1))
            self.start = number.end()
            self.read_meeting() or self.take(OF_REPORT) or self.take(STOP)
            self.trim(SKIP)
            self.read_report()
        elif mark and "(" in mark.group():
            self.read_theme(mark)  # "Focus Session (Security): ..."
            self.start = mark.end()
        elif not mark and LINKED.match(after):
            self.start = begin  # "Open Forum of the Council": the type is a part of the name
        elif not after:
            self.start = begin if known or spelling.needs == "" else self.end
        return True

    def read_theme(self, mark: re.Match[str]) -> None:
        """The official theme, or several with slashes, in the brackets between type and title."""
        first, last = mark.group().index("(") + 1, mark.group().index(")")
        named = mark.group()[first:last]
        if all(known_issue(part.strip()) for part in named.split("/")):
            self.note("theme", named, mark.start() + first, mark.start() + last, Method.LEXICON)

    def read_meeting(self) -> bool:
        """The meeting between number and title, and its year, where it is named."""
        match = self.take(at_meeting())
        if match is not None and match.group(1) and FIRST_YEAR <= int(match.group(1)) <= LAST_YEAR:
            self.note("year", int(match.group(1)), *match.span(1))
        elif match is not None and match.group(2):
            year = next(m.year for m in meetings() if fold(match.group(2)) in map(fold, m.cities))
            self.note("year", year, *match.span(2), Method.LEXICON)
        return match is not None

    def read_suffix(self) -> bool:
        """ "… (WS241)", "… (OF19)", "… (IGF 2013 Workshop No. 233)"."""
        match = SUFFIX.search(self.rest())
        if not match or DAY.fullmatch(self.rest()[: match.start()].strip()):
            return False
        for spelling in spellings():
            if spelling.numbered and spelling.pattern.fullmatch(match.group(2).strip()):
                base = self.start
                self.form = "type"
                if match.group(1) and FIRST_YEAR <= int(match.group(1)) <= LAST_YEAR:
                    self.note("year", int(match.group(1)), base + match.start(1), base + match.end(1))
                self.note("session_type", spelling.code, base + match.start(2), base + match.end(2), Method.LEXICON)
                self.note("number", match.group(3), base + match.start(3), base + match.end(3))
                self.end = base + match.start()
                return True
        return False

    def read_number(self) -> bool:
        """Numbers without a type word. "No." is how the workshop lists of 2012, 2013 and 2015 number, and only they."""
        if match := self.take(NO):
            self.form = self.form or "number"
            group = 1 if match.group(1) else 2
            self.note("session_type", "workshop", *match.span())
            self.note("number", match.group(group), *match.span(group))
        elif ("year" in self.found and (match := self.take(NUMBER))) or (match := self.take(CODED)):
            self.form = self.form or "number"
            self.note("number", match.group(1), *match.span(1))
        elif self.labelled and (match := self.take(LISTED)):
            self.note("number", match.group(1), *match.span(1))
            self.trim(SKIP)
            self.read_type()  # "58. Best Practice Forum - A title"
        return match is not None

    def read_rest(self) -> bool:
        """The title itself; False where the line turns out to hold none and nothing else of use."""
        self.trim(SKIP)
        self.read_place()
        if self.form == "year" and self.meeting_from is not None and GOES_ON.match(self.rest()):
            self.start = self.meeting_from
        value = self.rest()
        if value[:1] + value[-1:] in QUOTES and value[0] not in value[1:-1]:
            self.start, self.end = self.start + 1, self.end - 1
            self.trim()
        value = self.rest()
        about = REPORT.search(value)
        if about is not None and about.start() > 0:
            self.end = self.start + about.start()
            value = self.rest()
        if fold(value) in {"report", "jump to report", "go to report"}:
            value = ""
        if not any(c.isalnum() for c in value):
            return bool({"number", "session_type"} & self.found.keys())
        self.note("title", " ".join(value.split()), self.start, self.end)
        return True
