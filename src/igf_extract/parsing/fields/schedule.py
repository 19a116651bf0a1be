"""When and where a session takes place.

Times that a zone stands behind become instants in UTC; every clock time with a date also becomes a wall clock reading.
Lines of publication ("Updated: …") are never read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from igf_extract.model import Evidence, Fact, Line, Method, Problem, Span
from igf_extract.parsing.fields.clock import FIRST_YEAR, LAST_YEAR, Clock
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.prefix import label_length
from igf_extract.parsing.fields.schedule_parts import Parts, schedule_labels, take_apart, weekdays
from igf_extract.parsing.fields.slot_room import room_inside, room_of
from igf_extract.vocab.load import read_data
from igf_extract.vocab.meetings import find_meeting, is_meeting_address, is_meeting_place

_DATED_KIND = regex.compile(
    r"\s*[-–]\s*(?:A|An)\s+(?P<kind>[\w -]{3,40}?)\s+(?:on\s+(?:(?P<theme>.{1,200}?)\s+in\s+)?|in\s+)(?P<place>[^,]{2,60},\s?[^,]{2,60})$"
)
_DAY_HEAD = regex.compile(r"day\s\d{1,2}\s{0,3}(?:[-–—,:|]\s{0,3}|\()[^.?!]{0,80}$", regex.IGNORECASE)  # "Day 2 – 23 October"
_LAST_DAY = regex.compile(r"\d\s?(?:[-–—]|to|and|&)\s?(\d{1,2})\b", regex.IGNORECASE)  # of days of one month: "18-20 July"
_LONGEST_SCORED = 300  # characters of a line that may be a slot
_LIKELY = 0.5
_SURE = 0.8
_EVENING = 17  # hour from which on a session may end on the next day
_SLOT_WORDS = 12  # words of a line that holds no more than day and room
_HELD = regex.compile(r"^(?:held\s)?(?:in|at)\s|\s(?:on|the)$|^held\s", regex.IGNORECASE)  # beside place and day
_PLACE = 0.55  # city and country of a meeting, as they stand above or below its date


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleReading:
    """What a field says about time and place; ``theme``, ``session_type`` and ``place`` come from dated lines of friendsoftheigf.org."""

    date: Fact[dt.date] | None = None
    starts_at: Fact[dt.datetime] | None = None
    ends_at: Fact[dt.datetime] | None = None
    starts_local: Fact[dt.datetime] | None = None
    ends_local: Fact[dt.datetime] | None = None
    time_as_written: Fact[str] | None = None
    room: Fact[str] | None = None
    duration_minutes: Fact[int] | None = None
    theme: Fact[str] | None = None
    session_type: Fact[str] | None = None
    place: Fact[str] | None = None
    problems: tuple[Problem, ...] = ()


def read_schedule(lines: Sequence[Line], year: int | None = None) -> ScheduleReading:
    """Date, times and room of one session.

    The line that says most (date, year, zone, both ends) is read; a date and a time on lines of their own are put together.
    ``year`` completes a date without one. A date or a time that cannot be gives a problem and no value.
    """
    parts = [part for line in lines if (part := take_apart(line)) is not None]
    if not parts:
        return ScheduleReading(room=room_of(lines, parts))
    best = max(parts, key=_weight)
    dated = best if best.days else max(parts, key=lambda p: (bool(p.days), any(d.year for d in p.days)))
    timed = best if best.clocks else max(parts, key=lambda p: len(p.clocks))
    whole = _range(dated)
    one = next((p for p in parts if p is not dated and _is_within(p, whole)), None) if whole is not None else None
    if one is not None and whole is not None:
        dated, year = one, whole[1].year
    return _reading(lines, parts, dated, timed, year)


def _range(part: Parts) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a line that names those of a meeting and no hours ("Tokyo, 18-20 July 2012")."""
    if part.clocks or not 1 <= len(part.days) <= 2:
        return None
    first, last = part.days[0], part.days[-1]
    found = _LAST_DAY.search(part.run.text, first.start, first.end) if first is last else None
    last = replace(first, day=int(found[1])) if found is not None else last
    begins, ends = first.date(last.year), last.date(None)
    return (begins, ends) if begins is not None and ends is not None and begins < ends else None


def _is_within(part: Parts, whole: tuple[dt.date, dt.date]) -> bool:
    """Whether a line names one day of those of the meeting ("Date: 19 July")."""
    day = part.days[0].date(whole[1].year) if len(part.days) == 1 and _range(part) is None else None
    return day is not None and whole[0] <= day <= whole[1]


def _weight(part: Parts) -> tuple[bool, bool, bool, int]:
    zoned = any(clock.zone is not None for clock in part.clocks)
    return bool(part.days and part.clocks), any(day.year for day in part.days), zoned, len(part.clocks)


def _reading(lines: Sequence[Line], parts: list[Parts], dated: Parts, timed: Parts, year: int | None) -> ScheduleReading:
    problems: list[Problem] = []
    first = _first_date(dated, parts, year, problems)
    values: dict[str, Fact[dt.datetime]] = {}
    if first is not None and timed.clocks:
        values = _times(first.value, dated if dated is timed else None, timed, problems)
    return ScheduleReading(
        date=first,
        starts_at=values.get("starts_at"),
        ends_at=values.get("ends_at"),
        starts_local=values.get("starts_local"),
        ends_local=values.get("ends_local"),
        time_as_written=_written(dated, timed),
        room=room_of(lines, parts),
        duration_minutes=_length([dated, timed, *(p for p in parts if label_length(p.run.text, schedule_labels("length")))]),
        problems=tuple(problems),
        **next((said for part in (dated, *parts) if (said := _dated_kind(part))), {}),
    )


def _first_date(dated: Parts, parts: list[Parts], year: int | None, problems: list[Problem]) -> Fact[dt.date] | None:
    if not dated.days:
        return None
    day = dated.days[0]
    known = day.year or next((d.year for p in parts for d in p.days if d.year and (d.month, d.day) == (day.month, day.day)), year)
    span = dated.run.span(day.start, day.end)
    if day.year is None and len(dated.days) > 1 and dated.days[-1].year:
        known = dated.days[-1].year
    if known is None:
        return None
    value = day.date(known)
    if value is None or not FIRST_YEAR <= value.year <= LAST_YEAR:
        problems.append(Problem("unreadable_time", f"no calendar has the date {dated.run.text[day.start : day.end]!r}", span))
        return None
    return Fact(value, Evidence(span, "schedule.date"), 1.0 if day.year else 0.95)


def _times(first: dt.date, dated: Parts | None, timed: Parts, problems: list[Problem]) -> dict[str, Fact[dt.datetime]]:
    start = timed.clocks[0]
    end = timed.clocks[1] if len(timed.clocks) > 1 else None
    start, end = _same_half(start, end)
    opens, closes = start.time(), end.time() if end else None
    whole = timed.run.span(start.start, start.end)
    if opens is None or (end is not None and closes is None):
        problems.append(Problem("unreadable_time", f"no clock shows {timed.run.text[start.start : (end or start).end]!r}", whole))
        return {}
    zone = start.zone if start.zone is not None else end.zone if end else None
    out = _moment("starts", dt.datetime.combine(first, opens), zone, timed, start)
    if end is None or closes is None:
        return out
    last = _last_date(first, opens, closes, dated)
    if last is None:
        problems.append(Problem("unreadable_time", "the end lies before the beginning", timed.run.span(start.start, end.end)))
        return out
    return out | _moment("ends", dt.datetime.combine(last, closes), end.zone if end.zone is not None else zone, timed, end)


def _same_half(start: Clock, end: Clock | None) -> tuple[Clock, Clock | None]:
    """ "2:00 - 3:30 pm": the half that is said once holds for both where the order then fits."""
    if end is None or start.half or not end.half or start.hour > 12:
        return start, end
    moved = Clock(start.start, start.end, start.hour, start.minute, end.half, start.zone)
    a, b = moved.time(), end.time()
    return (moved if a and b and a < b else start), end


def _last_date(first: dt.date, opens: dt.time, closes: dt.time, dated: Parts | None) -> dt.date | None:
    if dated is not None and len(dated.days) > 1:
        last = dated.days[-1].date(first.year)
        if last is not None and dt.datetime.combine(last, closes) >= dt.datetime.combine(first, opens):
            return last
        return None
    if closes >= opens:
        return first
    return first + dt.timedelta(days=1) if opens.hour >= _EVENING else None


def _moment(name: str, value: dt.datetime, zone: int | None, part: Parts, clock: Clock) -> dict[str, Fact[dt.datetime]]:
    evidence = Evidence(part.run.span(clock.start, clock.end), "schedule.clock")
    out = {f"{name}_local": Fact(value, evidence)}
    if zone is not None:
        aware = value.replace(tzinfo=dt.timezone(dt.timedelta(minutes=zone))).astimezone(dt.UTC)
        out[f"{name}_at"] = Fact(aware, evidence)
    return out


def _written(dated: Parts, timed: Parts) -> Fact[str] | None:
    part = timed if timed.clocks else dated
    places = [(c.start, c.end) for c in part.clocks] + ([(d.start, d.end) for d in part.days] if part is dated else [])
    if not places:
        return None
    start, end = min(a for a, _ in places), max(b for _, b in places)
    text = part.run.text
    if weekdays().fullmatch(plain(text[:start]).strip(" ,.")):
        start = 0
    if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    return part.run.cut(start, end).fact("schedule.written")


def _length(parts: list[Parts]) -> Fact[int] | None:
    for part in parts:
        for start, end, minutes in part.lengths[:1]:
            if 0 < minutes <= 720:
                return Fact(minutes, Evidence(part.run.span(start, end), "schedule.length"))
    return None


def _dated_kind(dated: Parts) -> dict[str, Fact[str] | None]:
    """Kind, theme and place behind the date on pages of friendsoftheigf.org."""
    if len(dated.days) != 1 or dated.clocks:
        return {}
    found = _DATED_KIND.match(dated.run.text, dated.days[0].end)
    if found is None:
        return {}
    kinds, of_themes = read_data("calendar.toml")["dated_kinds"], read_data("calendar.toml")["dated_themes"]
    out: dict[str, Fact[str] | None] = {"place": dated.run.cut(*found.span("place")).fact("schedule.dated_place")}
    if found["kind"] in kinds:
        evidence = Evidence(dated.run.span(*found.span("kind")), "schedule.dated_kind", Method.LEXICON)
        out["session_type"] = Fact(kinds[found["kind"]], evidence)
    elif found["theme"] in of_themes:
        evidence = Evidence(dated.run.span(*found.span("theme")), "schedule.dated_theme", Method.LEXICON)
        out["session_type"] = Fact(of_themes[found["theme"]], evidence, 0.9)
    if found["theme"] and found["theme"] != "Other":
        out["theme"] = dated.run.cut(*found.span("theme")).fact("schedule.dated_theme")
    return out


def names_slot(text: str) -> bool:
    """Whether a line is taken for the slot of a session: rather one than anything else."""
    return is_schedule_line(text) >= _LIKELY


def names_day_and_hours(text: str) -> bool:
    """Whether a line is surely the slot of a session: a day, two clock times and hardly anything else.

    >>> names_day_and_hours("Room 3, 31 October 2006, 10:00-12:00"), names_day_and_hours("31 October 2006")
    (True, False)
    """
    part = take_apart(Line(0, Span(0, len(text)), text)) if 0 < len(text) <= _LONGEST_SCORED else None
    return part is not None and bool(part.days) and len(part.clocks) > 1 and is_schedule_line(text) >= _SURE


def _is_at_meeting(part: Parts) -> bool:
    """Whether a line with a day names the place of a meeting beside it: city and country, or one of them that fits the year."""
    rest = _beside_days(part)
    years = {day.year for day in part.days if day.year}
    return is_meeting_address(rest) or (is_meeting_place(rest) and any(find_meeting(f"{rest} {year}") for year in years))


def _beside_days(part: Parts) -> str:
    """What a line says beside its days and clock times, without brackets and the words before a place."""
    text, last, kept = part.run.text, 0, []
    spans = [(day.start, day.end) for day in part.days] + [(clock.start, clock.end) for clock in part.clocks]
    for span in sorted(spans):
        kept.append(text[last : span[0]])
        last = span[1]
    rest = " ".join((*kept, text[last:])).strip("()[] ,.;:|–—-")
    return _HELD.sub("", rest).strip(" ,.;:|–—-")


def is_schedule_line(text: str) -> float:
    """How much a line looks like the time of a session, 0 to 1: mostly a date, clock times and their words."""
    part = take_apart(Line(0, Span(0, len(text)), text)) if 0 < len(text) <= _LONGEST_SCORED else None
    if part is None or not (part.days or part.clocks):
        return _PLACE if part is not None and is_meeting_address(text) else 0.0
    if _dated_kind(part):
        return 0.97
    if part.days and _DAY_HEAD.match(text):
        return 0.9
    covered = sum(d.end - d.start for d in part.days) + sum(c.end - c.start for c in part.clocks)
    covered += sum(len(found[0]) for found in weekdays().finditer(plain(text))) if part.days else 0
    share = covered / len(text)
    if len(part.clocks) > 1 and room_inside(part) is not None:
        return 0.85  # "09.00-10.30 EEST – Workshop Room 9"
    if part.days and len(text.split()) <= _SLOT_WORDS and room_inside(part) is not None:
        return 0.8  # "28 September 2011, morning session, Conference Room 2"
    if part.days and part.clocks:
        return round(min(1.0, 0.5 + share), 3) if share > 0.3 else 0.3
    if label_length(text, schedule_labels("schedule")):
        return 0.9
    if part.days and _is_at_meeting(part):
        return 0.8  # "(Hyderabad, India, 5 December 2008)"
    alone = 0.6 if part.days else 0.7
    return alone if share > 0.6 else 0.3 if share > 0.3 or len(part.clocks) > 1 else 0.0
