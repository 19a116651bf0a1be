"""Reads a line that may be a session's title: year, type, number, title, and what the head of a transcript adds.

Source: the title lines of IGF pages from 2006 to 2025. A part is given only where the line states it; spans are relative to
the line, so that a caller adds the line's own start (``TitleReading.at``).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from igf_extract.model import Evidence, Fact, Method, Span
from igf_extract.vocab.fold import fold
from igf_extract.vocab.meetings import meetings
from igf_extract.vocab.session_types import Spelling, any_spelling, spellings
from igf_extract.vocab.title_marks import DASH, alternatives, index_pattern, label_pattern, paper_pattern, room_pattern, status_pattern

LONGEST = 600  # characters; a longer line is prose, not a title
FIRST_YEAR, LAST_YEAR = 2006, 2035

_BLANK = " \t\r\n\u00a0\u2007\u202f\u3000\u200b\ufeff"
_SKIP = _BLANK + DASH + ":|•·"
_IGF = re.compile(
    r"(?:(?:the\s)?(?:IGF|Internet Governance Forum|FGI))[\s_]{0,3}[-–']?[\s_]{0,3}((?:19|20)\d\d)\b(?!\s?[-–/]\s?\d)", re.IGNORECASE
)
# "2016 IGF Best Practice Forum"
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)\s(?:IGF|Internet Governance Forum)(?![\w'’-])(?!\s?\d)", re.IGNORECASE)
_DATE = re.compile(r"((?:19|20)\d\d)[ ./-](\d\d)[ ./-](\d\d)(?!\d)")
_DAY = re.compile(rf"day\s?[{DASH}]?\s?(\d{{1,2}})(?!\d)(?!\s{{0,3}}(?:event|session)\b)", re.IGNORECASE)
_NUMBER = re.compile(
    r"[\s:]{0,6}\(?\s{0,3}(?:#|no\b[.:]{0,2}|nr\b\.?|n[°º]|number\b:?)?\s{0,3}[:#]?\s{0,3}"
    r"(\d{1,4})(?![\w%])(?!\s?(?:st|nd|rd|th|min)\b)\)?",
    re.IGNORECASE,
)
_MARK = re.compile(rf"\s{{0,6}}(?:\([^()\d]{{2,40}}\)\s{{0,2}}(?=:))?(?:[:|«“]|[{DASH}]{{1,2}}\s)")
_BARE_NUMBER = re.compile(
    r"[\s:]{0,6}\(?\s{0,3}(?:#|no\b[.:]{0,2}|nr\b\.?|n[°º]|number\b:?)?\s{0,3}[:#]?\s{0,3}"
    r"(\d{1,4})(?![\w%])(?!\s?(?:st|nd|rd|th|min)\b)\)?",
    re.IGNORECASE,
)
_NO = re.compile(r"\(\s?no\s?[.:]{1,2}\s?(\d{1,4})\s?\)|no\s?[.:]\s?(\d{1,4})(?!\w)", re.IGNORECASE)
_CODED = re.compile(r"[A-Z][A-Z0-9]{1,4}\s(\d{1,3})\s?:\s")
_LISTED = re.compile(r"(\d{1,4})\s?[.:)]\s+(?=\S)")
_SUFFIX = re.compile(r"(?:\(|\s[-–—|]\s{1,3})([A-Za-z][A-Za-z -]{1,20}?)\s?(?:#|no\.?\s)?\s?(\d{1,4})\)?$", re.IGNORECASE)
_QUOTES = ("«»", "“”", "„“", '""', "””")
_TAIL = re.compile(r"\s{1,3}\|\s{1,3}IGF\s?(20\d\d)(?:\s{1,3}(?!\d)([^|]{2,40}?)\s?#?(\d{1,4}))?(?:\s{1,3}side event)?$", re.IGNORECASE)
_EVENT = re.compile(r"event[\s_-]{0,3}#?\s?(\d{1,4})(?!\w)", re.IGNORECASE)
_LINKED = re.compile(r"(?:of|on|for|by|with|about|from|sur|pour|de|des|du|sobre|para)\s", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:at|in|and|for|with|as|meets|from|to)\s")  # words with which a title goes on behind the name of the meeting
_REPORT = re.compile(r"(?:\s[-–—|:]\s{0,2}|:\s|\s\()(?:session |workshop |final )?report\)?$", re.IGNORECASE)
_OF_REPORT = re.compile(
    rf"\]?\s{{0,3}}(?:\(|[{DASH}]\s?)?(?:(?:session|workshop|final|summary)\s)?report\)?\s{{0,3}}[:{DASH}]\s{{0,3}}(?=\S)|\]", re.IGNORECASE
)
_NUMERAL = re.compile(r"\s{1,3}(?:#?\d{1,2}|[IVX]{1,5})(?!\w)")


@dataclass(frozen=True, slots=True)
class TitleReading:
    """What one title line says; every span is relative to the text that was read.

    ``form`` names the strongest sign that this is a title: ``type`` (a type word), ``year`` ("IGF 2020 …"), ``number``
    ("(No.77) …"), ``label`` ("Title: …"), ``head`` (the head of a transcript).
    """

    form: str
    year: Fact[int] | None = None
    session_type: Fact[str] | None = None
    number: Fact[str] | None = None
    title: Fact[str] | None = None
    room: Fact[str] | None = None
    day: Fact[int] | None = None
    date: Fact[dt.date] | None = None

    def at(self, offset: int) -> TitleReading:
        """The same reading with every span moved by ``offset``, the line's first character in the document."""
        moved: dict[str, Any] = {}
        for field in fields(self):
            fact = getattr(self, field.name)
            if isinstance(fact, Fact):
                span = Span(fact.evidence.span.start + offset, fact.evidence.span.end + offset)
                moved[field.name] = replace(fact, evidence=replace(fact.evidence, span=span))
        return replace(self, **moved)


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
    return _Reader(text, labelled).read()


def find_number(text: str) -> tuple[str, Span, Span] | None:
    """The one numbered session that running text names ("welcome to workshop 132"): type, and the spans of type and number.

    None where it names none, or several.
    """
    found: dict[tuple[str, str], tuple[str, Span, Span]] = {}
    for spelling in spellings():
        if not spelling.numbered or spelling.keep:
            continue
        for match in spelling.pattern.finditer(text):
            number = _NUMBER.match(text, match.end())
            if number and (match.start() == 0 or not text[match.start() - 1].isalnum()):
                found.setdefault((spelling.code, number.group(1)), (spelling.code, Span(*match.span()), Span(*number.span(1))))
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _city_pattern() -> re.Pattern[str]:
    """The forum by its city before a session: "IGF Nairobi: ", "IGF 2011 Nairobi - "."""
    cities = "|".join(re.escape(city) for meeting in meetings() for city in meeting.cities)
    return re.compile(rf"(?:the\s)?IGF[\s,@{DASH}]{{1,3}}(?:in\s|at\s)?({cities})(?:\s20\d\d)?\s{{0,2}}[:,|{DASH}]\s{{0,2}}", re.IGNORECASE)


@cache
def _city_year() -> re.Pattern[str]:
    """ "IGF Rio 2007", "IGF in Nairobi, 2011"."""
    cities = "|".join(re.escape(city) for meeting in meetings() for city in meeting.cities)
    return re.compile(
        rf"(?:the\s)?(?:IGF|Internet Governance Forum)[\s,]{{1,2}}(?:in\s|at\s)?(?:{cities})[\s,]{{1,2}}((?:19|20)\d\d)\b", re.IGNORECASE
    )


class _Reader:
    """Takes the marks off both ends of a line; what is left between is the title."""

    def __init__(self, text: str, labelled: bool) -> None:
        self.text, self.start, self.end = text, 0, len(text)
        self.labelled = labelled
        self.form: str | None = "label" if labelled else None
        self.found: dict[str, Fact[Any]] = {}
        self.meeting_from: int | None = None  # where a meeting is named that may belong to the title ("IGF 2021 at the school of Suva")
        self.keep_from: int | None = None  # where a type word begins that belongs to the title
        self.trim()

    # --- the two ends -------------------------------------------------------------------------------------------------
    def trim(self, skip: str = _BLANK) -> None:
        while self.start < self.end and self.text[self.start] in skip:
            self.start += 1
        while self.end > self.start and self.text[self.end - 1] in _BLANK:
            self.end -= 1

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self.text, self.start, self.end)
        if match:
            self.start = match.end()
        return match

    def note(self, key: str, value: object, start: int, end: int, method: Method = Method.SHAPE) -> None:
        self.found.setdefault(key, Fact(value, Evidence(Span(start, end), f"title.{key}", method)))

    def rest(self) -> str:
        return self.text[self.start : self.end]

    # --- the order of reading -----------------------------------------------------------------------------------------
    def read(self) -> TitleReading | None:
        self.read_status()
        label = self.take(label_pattern())
        if label:
            self.form, self.labelled = "label", True
            self.trim()
        self.read_paper()
        self.read_year()
        if "year" in self.found and index_pattern().match(self.rest()):
            return None
        self.read_head()
        self.read_tail()
        self.read_type() or self.read_suffix() or self.read_number()
        if self.form is None or not self.read_rest():
            return None
        return TitleReading(self.form, **self.found)

    def read_paper(self) -> None:
        """ "Report of Workshop 94: …", "[WS 94] …": what the page is, or a bracket, before a session with a number."""
        paper = paper_pattern().match(self.text, self.start, self.end)
        start = paper.end() if paper is not None else self.start
        if start == self.start and self.text[start : start + 1] not in ("[", "("):
            return
        start += self.text[start : start + 1] in ("[", "(")
        for spelling in spellings():
            match = spelling.pattern.match(self.text, start, self.end) if spelling.numbered else None
            if match is not None and _NUMBER.match(self.text, match.end(), self.end):
                self.start = start
                return

    def read_status(self) -> None:
        """ "FINISHED - …", "… - RAW": the captioners' own marks at either end."""
        status, head = status_pattern(), False
        while match := self.take(status):
            head = True
            self.trim(_SKIP)
            if match.end() >= self.end:
                break
        for _ in range(2):
            tail = re.search(rf"[\s{DASH}][(\[]?({alternatives('status')})[)\]]?$", self.rest(), re.IGNORECASE)
            if not tail or tail.group(1).islower():
                break
            head = True
            self.end = self.start + tail.start()
            while self.end > self.start and self.text[self.end - 1] in _SKIP:
                self.end -= 1
        if head:
            self.form = "head"

    def read_year(self) -> None:
        match = self.take(_IGF) or self.take(_YEAR_FIRST) or self.take(_city_year())
        if match and FIRST_YEAR <= int(match.group(1)) <= LAST_YEAR:
            self.form = self.form or "year"
            self.note("year", int(match.group(1)), *match.span(1))
            self.meeting_from = match.start()
            self.trim(_SKIP)
        elif match:
            self.start = match.start()
        elif match := _city_pattern().match(self.text, self.start, self.end):  # "IGF Nairobi: Workshop 203"
            if any_spelling().match(self.text, match.end(), self.end):
                year = next(m.year for m in meetings() if fold(match.group(1)) in map(fold, m.cities))
                self.start = match.end()
                self.note("year", year, *match.span(1), Method.LEXICON)
        elif match := self.take(_DATE):
            try:
                day = dt.date(*map(int, match.groups()))
            except ValueError:
                self.start = match.start()
                return
            self.form = "head"
            self.note("year", day.year, *match.span(1))
            self.note("date", day, *match.span())
            self.trim(_SKIP)

    def read_head(self) -> None:
        """ "Day 2 - Room IX -": only behind a year, because "Day 2" opens programme lines of any conference."""
        if "year" not in self.found:
            return
        if day := self.take(_DAY):
            self.form = "head"
            self.note("day", int(day.group(1)), *day.span())
            self.trim(_SKIP)
            room = self.take(room_pattern())
            if room and (self.start >= self.end or self.text[self.start] in _SKIP):
                self.note("room", room.group(), *room.span())
                self.trim(_SKIP)
            elif room:
                self.start = room.start()
            event = self.take(_EVENT) if day.group(1).strip("0") == "" else None
            if event:
                self.note("session_type", "day_0", *day.span(), Method.LEXICON)
                self.note("number", event.group(1), *event.span(1))
                self.trim(_SKIP)

    def read_type(self) -> bool:
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
        number = _NUMBER.match(self.text, match.end(), self.end) if spelling.numbered else None
        numeral = _NUMERAL.match(self.text, match.end(), self.end) if spelling.numerals else None
        stop = numeral.end() if numeral else match.end()
        mark = _MARK.match(self.text, stop, self.end)
        after = self.text[match.end() : self.end].strip(_BLANK)
        if spelling.needs == "number" and not number:
            return False
        if spelling.needs == "mark" and not (number or mark or known):
            return False
        if number and room_pattern().fullmatch(self.text[number.end() : self.end].strip(_SKIP)):
            return False  # "WS 5 – Room B-2" is a room
        self.form = "head" if self.form == "head" else "type"
        self.note("session_type", spelling.code, *match.span(), Method.LEXICON)
        begin, self.start = self.start, match.end()
        if spelling.keep:
            self.start = stop if mark else begin
            if not self.text[stop : self.end].strip(_SKIP):
                self.start = begin
        elif number:
            self.note("number", number.group(1), *number.span(1))
            self.start = number.end()
            self.take(_OF_REPORT)
        elif mark and "(" in mark.group():
            self.start = mark.end()  # "Focus Session (Security): ..."
        elif not mark and _LINKED.match(after):
            self.start = begin  # "Open Forum of the Council": the type is a part of the name
        elif not after:
            self.start = begin if known or spelling.needs == "" else self.end
        return True

    def read_tail(self) -> None:
        """ "… | IGF 2023 WS #209", "… | IGF 2023": how observers head their reports."""
        match = None if "year" in self.found else _TAIL.search(self.text, self.start, self.end)
        if match is None or match.start() <= self.start or not FIRST_YEAR <= int(match.group(1)) <= LAST_YEAR:
            return
        if match.group(3):
            kind = next((s for s in spellings() if s.numbered and s.pattern.fullmatch(match.group(2).strip())), None)
            if kind is None:
                return
            self.note("session_type", kind.code, *match.span(2), Method.LEXICON)
            self.note("number", match.group(3), *match.span(3))
        self.form = self.form or "year"
        self.note("year", int(match.group(1)), *match.span(1))
        self.end = match.start()

    def read_suffix(self) -> bool:
        """ "… (WS241)", "… (OF19)"."""
        match = _SUFFIX.search(self.rest())
        if not match or _DAY.fullmatch(self.rest()[: match.start()].strip()):
            return False
        for spelling in spellings():
            if spelling.numbered and spelling.pattern.fullmatch(match.group(1).strip()):
                base = self.start
                self.form = "type"
                self.note("session_type", spelling.code, base + match.start(1), base + match.end(1), Method.LEXICON)
                self.note("number", match.group(2), base + match.start(2), base + match.end(2))
                self.end = base + match.start()
                return True
        return False

    def read_number(self) -> bool:
        """Numbers without a type word. "No." is how the workshop lists of 2012, 2013 and 2015 number, and only they."""
        if match := self.take(_NO):
            self.form = self.form or "number"
            group = 1 if match.group(1) else 2
            self.note("session_type", "workshop", *match.span())
            self.note("number", match.group(group), *match.span(group))
        elif ("year" in self.found and (match := self.take(_BARE_NUMBER))) or (match := self.take(_CODED)):
            self.form = self.form or "number"
            self.note("number", match.group(1), *match.span(1))
        elif self.labelled and (match := self.take(_LISTED)):
            self.note("number", match.group(1), *match.span(1))
        return match is not None

    def read_rest(self) -> bool:
        """The title itself; False where the line turns out to hold none and nothing else of use."""
        self.trim(_SKIP)
        self.read_place()
        if self.form == "year" and self.meeting_from is not None and _GOES_ON.match(self.rest()):
            self.start = self.meeting_from
        value = self.rest()
        if value[:1] + value[-1:] in _QUOTES and value[0] not in value[1:-1]:
            self.start, self.end = self.start + 1, self.end - 1
            self.trim()
        value = self.rest()
        about = _REPORT.search(value)
        if about is not None and about.start() > 0:
            self.end = self.start + about.start()
            value = self.rest()
        if fold(value) in {"report", "jump to report", "go to report"}:
            value = ""
        if not any(c.isalnum() for c in value):
            return bool({"number", "session_type"} & self.found.keys())
        self.note("title", " ".join(value.split()), self.start, self.end)
        return True

    def read_place(self) -> None:
        """ "… - Room 5", "… Workshop Room 5" behind the title of a finished transcript."""
        if self.form != "head" or "room" in self.found:
            return
        for match in room_pattern().finditer(self.text, self.start, self.end):
            before = self.text[self.start : match.start()].rstrip(_BLANK)
            apart = before[-1:] in tuple(DASH) or fold(match.group()).startswith(("workshop room", "main room"))
            if match.end() == self.end and before and apart:
                self.note("room", match.group(), *match.span())
                self.end = self.start + len(before.rstrip(_SKIP))
                return
