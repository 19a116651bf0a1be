"""A transcript: what its head says of the session, and its turns.

The head holds banners, a title line, perhaps a venue block and a date, and the captioners' disclaimer, which is often the only
sign of the year. What the head does not say stays None; the meeting of a committee gives no session.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from igf_extract.model import Claim, Document, Evidence, Fact, Line, Method, Participation, Section, Session, Span, Theme, Turn
from igf_extract.parsing.fields.clock import days
from igf_extract.parsing.fields.named_session import find_number
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.schedule import read_schedule
from igf_extract.parsing.people import read_people
from igf_extract.parsing.transcript_head import Head, is_committee, read_head
from igf_extract.parsing.turns import split_turns
from igf_extract.vocab.fold import fold
from igf_extract.vocab.meetings import find_meeting, meeting_day
from igf_extract.vocab.said_types import type_of_title
from igf_extract.vocab.title_marks import room_pattern
from igf_extract.vocab.transcripts import holds, starts

_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_BEHIND_DATE = re.compile(r"\d{1,2}\s[^\W\d]{3,10}\s20\d\d,\s([^\W\d][^\d]{4,150})")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{2})(?![\d/])")
_STREAM = 1500  # characters at the start of a transcript on one line that are searched for its place and number
_STREAM_LINES = 3
_FORM_RANK = {"type": 0, "head": 0, "label": 1, "number": 2, "year": 3}


def read_transcript(document: Document) -> tuple[Session | None, tuple[Turn, ...], tuple[Section, ...], tuple[Claim, ...]]:
    """The session (None for a committee's meeting), the turns, the sections and the claims of every line.

    Never raises; a text without any mark of a speaker gives one unnamed turn at most.
    """
    head = read_head(document.lines)
    turns = split_turns(document.text, document.lines[head.last :])
    session = None if is_committee(head) else _session(document, head)
    at = None if session is None else 0
    turns = tuple(replace(turn, session_index=at) for turn in turns)
    return session, turns, tuple(_sections(head, at)), tuple(_claims(document, head, turns, at))


# --- the session --------------------------------------------------------------------------------------------------------
def _session(document: Document, head: Head) -> Session | None:
    facts: dict[str, Any] = {}
    ranked = sorted(head.title, key=lambda pair: (_FORM_RANK[pair[1].form], pair[0].index))
    for line, reading in ranked:
        moved = reading.at(line.span.start)
        for name in ("year", "session_type", "number", "title", "room", "date"):
            value = getattr(moved, name)
            if value is not None and (name != "title" or not _is_venue(value.value)):
                facts.setdefault(name, value)
    _plain_title(head, facts)
    _type_of_title(facts)
    if head.room is not None:
        facts.setdefault("room", Fact(head.room.text, Evidence(head.room.span, "transcript.room", Method.SHAPE)))
    themes = _schedule(head, facts)
    _year(document, head, facts)
    if not facts and len(document.lines) <= _STREAM_LINES:
        _stream(document, facts)
    people = _people(head)
    if not facts and not people:
        return None
    last = document.lines[-1].span.end if document.lines else 0
    whole = Span(document.lines[0].span.start, last)
    return Session(**facts, themes=themes, participations=people, span=whole, confidence=0.95 if "title" in facts else 0.8)


def _type_of_title(facts: dict[str, Any]) -> None:
    """The type that the words of the title name ("Dynamic Coalition on Cables"), where nothing else in the head does."""
    title = facts.get("title")
    named = type_of_title(title.value) if title is not None and "session_type" not in facts else None
    if title is not None and named is not None:
        code, first, last = named
        start = title.evidence.span.start
        facts["session_type"] = Fact(code, Evidence(Span(start + first, start + last), "transcript.type_of_title", Method.LEXICON), 0.85)


def _people(head: Head) -> tuple[Participation, ...]:
    """The people that the head lists under headings, list by list."""
    found: list[Participation] = []
    for role in dict.fromkeys(role for role, _ in head.people):
        found += read_people([line for of, line in head.people if of == role], role).participations
    return tuple(sorted(found, key=lambda person: person.evidence.span))


def _is_venue(text: str) -> bool:
    return starts(text, "venue") or holds(text, "disclaimer")


def _plain_title(head: Head, facts: dict[str, Any]) -> None:
    """A title without a prefix: below the line of the number, else the one line that is nothing else, else behind a date.

    With several candidates the choice would be a guess, and there is none.
    """
    if "title" in facts:
        return
    if head.top is not None:
        facts["title"] = Fact(head.top.text, Evidence(head.top.span, "transcript.page_title", Method.POSITION), 0.95)
        return
    numbered = [line.index for line, reading in head.title if reading.number is not None and reading.title is None]
    texts = {fold(line.text): line for line in head.plain if any(c.isalpha() for c in line.text)}
    below = [line for line in texts.values() if line.index - 1 in numbered]
    found = below or list(texts.values())
    if len(found) == 1 and not _BEHIND_DATE.fullmatch(found[0].text):
        rule = "transcript.below_number" if below else "transcript.only_line"
        facts["title"] = Fact(found[0].text, Evidence(found[0].span, rule, Method.POSITION), 0.9 if below else 0.85)
        return
    behind = [(line, match) for line in (*head.schedule, *found) if (match := _BEHIND_DATE.fullmatch(line.text))]
    if len(behind) == 1 and len(found) <= 1:
        line, match = behind[0]
        span = Span(line.span.start + match.start(1), line.span.start + match.end(1))
        facts["title"] = Fact(match.group(1), Evidence(span, "transcript.behind_date", Method.SHAPE), 0.85)


def _schedule(head: Head, facts: dict[str, Any]) -> tuple[Theme, ...]:
    """Date, time and place of the head; a dated line of friendsoftheigf.org gives a theme as well."""
    if not head.schedule:
        return ()
    year = facts["year"].value if "year" in facts else None
    reading = read_schedule(head.schedule, year)
    for name in (
        "date",
        "starts_at",
        "ends_at",
        "starts_local",
        "ends_local",
        "time_as_written",
        "room",
        "duration_minutes",
        "session_type",
    ):
        value = getattr(reading, name)
        if value is not None:
            facts.setdefault(name, value)
    if "date" in facts and "starts_at" not in facts and "starts_local" not in facts:
        _four_digits(head, facts)
    return (Theme(theme=reading.theme.value, evidence=reading.theme.evidence),) if reading.theme is not None else ()


def _four_digits(head: Head, facts: dict[str, Any]) -> None:
    """ "1415" on a line of its own beside a date is a time."""
    clocks = [line for line in head.plain if _CLOCK.fullmatch(line.text)]
    if len(clocks) == 1:
        moment = dt.datetime.combine(facts["date"].value, dt.time(int(clocks[0].text[:2]), int(clocks[0].text[2:])))
        evidence = Evidence(clocks[0].span, "transcript.four_digits", Method.SHAPE)
        facts["starts_local"] = Fact(moment, evidence, 0.9)
        facts.setdefault("time_as_written", Fact(clocks[0].text, evidence, 0.9))


def _year(document: Document, head: Head, facts: dict[str, Any]) -> None:
    """From the date, else from the disclaimer or the venue block where they name exactly one meeting."""
    if "year" in facts:
        return
    if "date" in facts:
        date = facts["date"]
        facts["year"] = Fact(date.value.year, replace(date.evidence, rule="transcript.year_of_date"), date.confidence)
        return
    lines = sorted([*head.disclaimer, *head.noise, *head.plain, *([head.preamble] if head.preamble else [])], key=lambda line: line.index)
    if not lines:
        return
    named = []
    for first, last in _blocks(lines):
        start = first.span.start
        meeting = find_meeting(" ".join(document.text[start : last.span.end].split("\n")))
        if meeting is not None:
            named.append((meeting.meeting.year, Span(start + meeting.start, start + meeting.end)))
    if len({year for year, _ in named}) == 1:
        facts["year"] = Fact(named[0][0], Evidence(named[0][1], "transcript.meeting", Method.LEXICON), 0.97)


def _stream(document: Document, facts: dict[str, Any]) -> None:
    """A raw caption stream has no head; its first words may name the room, the day and the session's number."""
    text = document.text[:_STREAM]

    def note(name: str, value: object, start: int, end: int) -> None:
        facts.setdefault(name, Fact(value, Evidence(Span(start, end), "transcript.stream", Method.SHAPE), 0.8))

    room = next((m for m in room_pattern().finditer(text) if any(c.isdigit() for c in m.group())), None)
    if room is not None:
        note("room", room.group(), *room.span())
    named = find_meeting(text)
    if named is not None:
        note("year", named.meeting.year, named.start, named.end)
    for match in _SLASHED.finditer(text):
        date = meeting_day(*map(int, match.groups()))
        if date is not None:
            note("date", date, *match.span())
            note("year", date.year, *match.span())
            break
    for day in days(plain(text)):
        year = day.year or (named.meeting.year if named is not None else None)
        if year is not None:
            with suppress(ValueError):
                note("date", dt.date(year, day.month, day.day), day.start, day.end)
                note("year", year, day.start, day.end)
                break
    found = find_number(text)
    if found is not None:
        code, kind, number = found
        note("session_type", code, kind.start, kind.end)
        note("number", number.of(text), number.start, number.end)


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Runs of neighbouring lines, first and last."""
    first = last = lines[0]
    for line in lines[1:]:
        if line.index != last.index + 1:
            yield first, last
            first = line
        last = line
    yield first, last


# --- sections and claims ------------------------------------------------------------------------------------------------
def _sections(head: Head, at: int | None) -> Iterator[Section]:
    rows = [(line, "title", "transcript.title", at) for line, _ in head.title]
    rows += [(line, "schedule", "transcript.date", at) for line in head.schedule]
    rows += [(line, "participants", "transcript.people", at) for _, line in head.people]
    rows += [(line, "noise", "transcript.disclaimer", None) for line in head.disclaimer]
    rows += [(line, "noise", "transcript.banner", None) for line in head.noise]
    for line, name, rule, index in sorted(rows, key=lambda row: row[0].index):
        yield Section(name, line.text, Evidence(line.span, rule, Method.SHAPE), session_index=index)


def _claims(document: Document, head: Head, turns: Sequence[Turn], at: int | None) -> Iterator[Claim]:
    fields = {line.index: ("title", "transcript.title") for line, _ in head.title}
    fields |= {line.index: ("title", "transcript.only_line") for line in head.plain}
    fields |= {line.index: ("participants", "transcript.people") for line in (*head.headings, *(line for _, line in head.people))}
    fields |= {line.index: ("schedule", "transcript.date") for line in (*head.schedule, *([head.room] if head.room else []))}
    fields |= {line.index: ("noise", "transcript.disclaimer") for line in head.disclaimer}
    fields |= {line.index: ("noise", "transcript.banner") for line in head.noise}
    spans = [turn.evidence.span for turn in turns]
    place = 0
    for line in document.lines:
        if line.index in fields:
            name, rule = fields[line.index]
            yield Claim(line.index, name, Evidence(line.span, rule), session_index=at if name != "noise" else None)
            continue
        while place < len(spans) and spans[place].end <= line.span.start:
            place += 1
        if place < len(spans) and line.span.overlaps(spans[place]):
            yield Claim(line.index, "turn", turns[place].evidence, session_index=at)
        else:
            yield Claim(line.index, "noise", Evidence(line.span, "transcript.aside"))
