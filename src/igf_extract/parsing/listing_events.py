"""Listings of the first years: main sessions with their slot below the title, and the events of one body on its own site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from igf_extract.model import Evidence, Fact, Line, Method
from igf_extract.parsing.fields.clock import days
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.schedule import names_slot, read_schedule
from igf_extract.parsing.fields.title import read_title
from igf_extract.parsing.lines import part_of, span_in
from igf_extract.parsing.listing_hours import ALONE, is_day
from igf_extract.parsing.page_title import is_quoted
from igf_extract.parsing.piece import Piece
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.list_marks import SIGNS
from igf_extract.vocab.noise import noise_rule
from igf_extract.vocab.roles import read_role_label
from igf_extract.vocab.session_types import read_type_line

_LONGEST_TITLE = 25  # words
_LONGEST_HEAD = 90  # characters before the colon of "Net Trust Panelist: Ana Lima"
_LONGEST_HOURS = 40  # characters of a line of hours
_QUOTED = 6  # lines of an entry in which its title in quotes stands
_LEAST = 2  # entries that make a listing, and words of a body with a role
ANY_YEAR = 2012  # to tell the slots of days without a year apart; it has a 29 February
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = (*SIGNS, "·", "*", "- ", "– ")  # of a list of people above the next title
_BEHIND = re.compile(r"\d{1,2}[:.h]\d{2}[^:|]{0,6}[-–—]\s?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?\s?(?:[:|]|[-–—])\s+(?=\S)", re.IGNORECASE)
_PLACE_BEHIND = re.compile(r"\d[:.h]\d\d(?:\s?[ap]\.?m\.?)?\s?(?:,|\|)\s{0,3}([^\d|,:]{3,60}?)\s*(?:\||$)", re.IGNORECASE)
_PERIOD = re.compile(r"[.!;,]$")


def _is_title(line: Line) -> bool:
    text = line.text
    short = len(text.split()) <= _LONGEST_TITLE and _PERIOD.search(text) is None and any(c.isalpha() for c in text)
    short = short and not text.startswith(_MARKS)
    return short and noise_rule(text) is None and LABELS().find(text) is None and not names_slot(text)


def _is_slot(text: str) -> bool:
    """Whether a line holds a day and hours, with nothing but a type and a colon before them."""
    found = days(plain(text[:200]))
    if not found or not names_slot(text):
        return False
    head = text[: min(found[0].start, next((i for i, char in enumerate(text) if char.isdigit()), len(text)))]
    return head.rstrip().endswith(":") or len(_WORD.findall(head)) <= 1  # a weekday


def _title(line: Line) -> tuple[tuple[str, Fact[Any]], ...]:
    """What a title line says; a line that names no type is a title as a whole, without the colon at its end."""
    reading = read_title(line.text)
    if reading is not None and reading.form == "type" and reading.title is not None:
        return tuple(reading.at(line.span.start).said("year", "session_type", "number", "title"))
    text = line.text.rstrip(" :")
    return (("title", Fact(text, Evidence(span_in(line, 0, len(text)), "listing.above", Method.POSITION), 0.9)),)


def _pieces(lines: Sequence[Line], openers: Sequence[tuple[int, tuple[tuple[str, Fact[Any]], ...]]], rule: str) -> list[Piece]:
    ends = [*(at for at, _ in openers[1:]), len(lines)]
    base = lines[0].index
    return [
        Piece(base + at, base + end, base + at, rule, facts, frozenset(dict(facts)) - {"date"})
        for (at, facts), end in zip(openers, ends, strict=True)
    ]


def _before_slot(line: Line) -> tuple[tuple[str, Fact[Any]], ...]:
    """The title that stands before the slot on its own line: "Regional Perspectives: 15 November, 11:30 – 13:00"."""
    head, colon, _ = line.text.partition(":")
    words = head.split()
    named = bool(colon) and 1 < len(words) <= _LONGEST_TITLE and not any(char.isdigit() for char in head)
    if not named or read_type_line(head) is not None or LABELS().find(line.text) is not None:
        return ()
    return (("title", Fact(head, Evidence(span_in(line, 0, len(head)), "listing.before_slot", Method.POSITION), 0.9)),)


def _behind_slot(line: Line) -> tuple[tuple[str, Fact[Any]], ...]:
    """The title that stands behind the slot on its own line: "15 November, 11:30 – 13:00: Regional Perspectives"."""
    behind = _BEHIND.search(line.text[:_LONGEST_HEAD])
    rest = line.text[behind.end() :] if behind is not None else ""
    if behind is None or not 0 < len(rest.split()) <= _LONGEST_TITLE or read_type_line(rest) is not None:
        return ()
    return _title(part_of(line, behind.end()))


def _above_slot(line: Line, slot: Line) -> tuple[tuple[str, Fact[Any]], ...]:
    """The title on the line above, where the slot's own line has none or the line above is a heading ("Setting the Scene:")."""
    return _title(line) if _is_title(line) and (line.text.endswith(":") or not _behind_slot(slot)) else ()


def dated_pieces(lines: Sequence[Line]) -> list[Piece]:
    """Entries whose slot, with a day of its own, stands right below a title: "Access:", "Main Session: 16 November, 10:00 – 13:00"."""
    openers = []
    slots = set()
    for at, line in enumerate(lines[1:], start=1):
        if not _is_slot(line.text):
            continue
        above = _above_slot(lines[at - 1], line)
        titled = above or _behind_slot(line) or _before_slot(line)
        if not titled:
            continue
        reading = read_schedule([line], ANY_YEAR)
        if reading.starts_local is None or reading.ends_local is None:
            continue
        slots.add((reading.starts_local.value, reading.ends_local.value))
        head, colon, _ = line.text.partition(":")
        code = read_type_line(head) if colon else None
        kind = ("session_type", Fact(code, Evidence(span_in(line, 0, len(head)), "listing.slot", Method.LEXICON)))
        openers.append((at - 1 if above else at, (*titled, *((kind,) if code is not None else ()))))
    return _pieces(lines, openers, "dated") if len(slots) >= _LEAST and len(slots) == len(openers) else []


def slot_headed_pieces(lines: Sequence[Line]) -> list[Piece]:
    """Entries below a line with their day, hours and room: "Monday, 25 November – 10:00 - 13:00, Hall 2", "Ships and cables"."""
    heads = [
        at
        for at, line in enumerate(lines[:-1])
        if line.gap and not lines[at + 1].gap and _is_slot(line.text) and not _behind_slot(line) and _is_title(lines[at + 1])
    ]
    if len(heads) < _LEAST or len({fold(lines[at].text) for at in heads}) < len(heads):
        return []
    pieces = []
    for at, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        reading = read_schedule([lines[at]])
        told = ((name, getattr(reading, name)) for name in ("date", "starts_at", "ends_at", "starts_local", "ends_local"))
        room = reading.room or _place_behind(lines[at])
        facts = (*_title(lines[at + 1]), *((name, fact) for name, fact in (*told, ("room", room)) if fact is not None))
        base = lines[at].index - at
        pieces.append(Piece(base + at + 1, base + end, base + at + 1, "slot_above", facts, frozenset({"title", "session_type", "number"})))
    return pieces


def dated_slot_pieces(lines: Sequence[Line]) -> list[Piece]:
    """Entries that each begin with a line for the day and one for the hours; what stands below them is a page of its own."""
    hours = [at for at, line in enumerate(lines) if len(line.text) < _LONGEST_HOURS and ALONE.fullmatch(line.text)]
    opened = [at - 1 for at in hours if at and is_day(lines[at - 1])]
    told = {(fold(lines[at].text), fold(lines[at + 1].text)) for at in opened}
    if len(opened) < _LEAST or len(told) < len(opened):
        return []
    return _pieces(lines, [(at, _quoted(lines[at : at + _QUOTED])) for at in opened], "day_and_hours")


def _quoted(lines: Sequence[Line]) -> tuple[tuple[str, Fact[Any]], ...]:
    """The title in quotation marks that stands below the slot and the hosts."""
    line = next((line for line in lines if is_quoted(line.text)), None)
    if line is None:
        return ()
    return (("title", Fact(line.text[1:-1].strip(), Evidence(span_in(line, 1, len(line.text) - 1), "listing.quoted", Method.SHAPE), 0.9)),)


def _place_behind(line: Line) -> Fact[str] | None:
    """What stands behind the hours and a comma or a bar."""
    found = _PLACE_BEHIND.search(line.text)
    return Fact(found[1], Evidence(span_in(line, *found.span(1)), "listing.place", Method.POSITION), 0.8) if found is not None else None


def body_of(line: Line) -> str | None:
    """The body whose person a line of such a page names: "Net Trust Panelist: Ana Lima"."""
    head, colon, value = line.text[: 2 * _LONGEST_HEAD].partition(":")
    words = head.split()
    if not colon or not value.strip() or len(head) > _LONGEST_HEAD or len(words) < _LEAST or read_role_label(head) is not None:
        return None
    for size in (2, 1):  # "Remote Moderator", "Panelist"
        if len(words) > size and words[-size][:1].isupper() and read_role_label(" ".join(words[-size:])) is not None:
            body = " ".join(words[:-size])
            return body if read_role_label(body) is None and body[:1].isupper() else None
    return None


def own_events(lines: Sequence[Line]) -> dict[int, str]:
    """The lines, by place, that name people of the one body whose events a page lists; empty where it lists none."""
    named = {at: body for at, line in enumerate(lines) if (body := body_of(line)) is not None}
    count = Counter(fold(body) for body in named.values())
    if not count or count.most_common(1)[0][1] < _LEAST:
        return {}
    most = count.most_common(1)[0][0]
    return {at: body for at, body in named.items() if fold(body) == most}


def body_pieces(lines: Sequence[Line]) -> list[Piece]:
    """The events in which people of one body take part, each under its title."""
    named = own_events(lines)
    openers = []
    for at, body in named.items():
        if at and at - 1 not in named and _is_title(lines[at - 1]):
            fact = Fact(body, Evidence(span_in(lines[at], 0, len(body)), "listing.body", Method.LEXICON))
            openers.append((at - 1, (*_title(lines[at - 1]), ("body", fact))))
    return _pieces(lines, openers, "body") if len(openers) >= _LEAST else []
