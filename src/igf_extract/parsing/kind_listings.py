"""What speaks for a page of several sessions: heads, days, fields and slots that come more than once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from igf_extract.model import Line, Span
from igf_extract.parsing.fields.clock import days
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.schedule import is_schedule_line, read_schedule
from igf_extract.parsing.kind_scores import Scores
from igf_extract.parsing.listing_events import ANY_YEAR, body_pieces, dated_pieces
from igf_extract.parsing.listing_hours import SLOT, lasts_longer, minutes_of
from igf_extract.parsing.listing_slots import programme_pieces
from igf_extract.parsing.page_shape import ROSTER, PageShape
from igf_extract.vocab.fold import fold
from igf_extract.vocab.kinds import field_keys
from igf_extract.vocab.labels import LABELS

_HEADING = 12  # words of a heading above the day of a session
_PART = re.compile(
    r"(?:[^\w\s]\s*)?(?:panel|part|module|round|block|segment|mesa|parte|bloque|bloco|partie)\s(?:[ivx]{1,4}|\d{1,2}|[a-f])\b",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"\b(?:opening|welcome|registration|coffee|tea|break|pause|lunch|clos(?:e|ing)|wrap|conclusions?|remarks|q ?& ?a|questions)\b",
    re.IGNORECASE,
)
_HALF_DAY = 300  # minutes of the longest session that is parted into panels
_OF_A_FORM = frozenset({"participants", "format"})  # fields of which a form that is filled in again tells more
_SLOTS, _LONG = 3, 200  # slots of a programme, and minutes from the first to the last of them: a main session takes three hours
_ENTRY_FIELDS = 3  # fields below a head that make it a session's own and no mention of one
WHOLE_SLOT = 0.8  # how surely a line is the slot of a session
HEAD = 4  # lines in which the title of a session stands
MIN_BODY = 25  # words between two heads that make the first one a session and no index entry


def many_titles(shape: PageShape, scores: Scores) -> None:
    """Several heads of different sessions: a listing where they have texts, an index where they have none."""
    heads: dict[tuple[str | None, str], int] = {}
    for index, reading in shape.titles:
        if reading.number is not None:
            heads.setdefault((reading.session_type.value if reading.session_type else None, reading.number.value), index)
    if any(number.strip("0") == "" for _, number in heads):
        scores.add("other", 8, "a title of an example (#000)")
    places = sorted(heads.values())
    if len(places) < 2:
        return
    ends = [*places[1:], len(shape.lines)]
    filled = sum(words_between(shape, a + 1, b) >= MIN_BODY or _has_slot(shape, a, b) for a, b in zip(places, ends, strict=True))
    whole = sum(_has_fields(shape, a, b) for a, b in zip(places, ends, strict=True))
    if filled >= 2 and filled * 2 >= len(places):
        scores.add("listing", 14 if whole >= 2 else 10, f"{filled} session heads with text")
    elif len(places) >= 4 and 2 * len(places) >= len(shape.lines) - len(places):
        scores.add("listing", 7, f"an index of {len(places)} sessions")


def _has_slot(shape: PageShape, first: int, last: int) -> bool:
    """Whether day and hours stand right below a head."""
    below = shape.lines[first + 1].text if first + 1 < last else ""
    return is_schedule_line(below) >= WHOLE_SLOT and has_hours(below)


def _has_fields(shape: PageShape, first: int, last: int) -> bool:
    """Whether labels of several fields of a session stand below a head."""
    return sum(any(first < place < last for place in shape.labels.get(key, ())) for key in field_keys("entry")) >= _ENTRY_FIELDS


def repeated_entries(shape: PageShape, scores: Scores) -> None:
    """Slots, reports, numbered titles or fields of a form that come again."""
    if len(shape.updated) >= 2:
        scores.add("listing", 12, f"{len(shape.updated)} reports with a date of update")
    if len(shape.clock_lines) >= 2 and shape.distinct(field_keys("session")) + shape.rosters < 6 and not _is_parted(shape):
        scores.add("listing", 8, f"{len(shape.clock_lines)} slots of a schedule")
    dated = _dated_entries(shape)
    if dated >= 2:
        scores.add("listing", 9, f"{dated} titles with a slot of their own and people below them")
    elif shape.dated_slots >= 2:
        scores.add("listing", 6, f"{shape.dated_slots} different slots with a date")
    own = len(body_pieces(shape.lines))
    if own >= 2:
        scores.add("listing", 9, f"{own} events with people of one body")
    if shape.numbered_entries >= 5 and 2 * shape.numbered_entries >= len(shape.lines):
        scores.add("listing", 7, f"{shape.numbered_entries} numbered titles")
    repeated: list[str] = []
    end = own_report(shape)
    for key, places in shape.labels.items():
        values = {_value_after(shape, place) for place in places if place < end and not ROSTER.match(shape.lines[place].text)}
        if len(values - {""}) >= 2 and key in field_keys("entry"):
            repeated.append(key)
    if len(repeated) >= 3 and _are_headed(shape, repeated):
        scores.add("listing", 9, f"{len(repeated)} fields of a form, each several times")


def _are_headed(shape: PageShape, repeated: Sequence[str]) -> bool:
    """Whether fields that come again may be those of several sessions. Below other labels nothing but people and their format came again
    where a form was filled in twice."""
    first = min(repeated, key=lambda key: shape.labels[key][0])
    below = [place for place in shape.labels[first] if place and LABELS().find(shape.lines[place - 1].text) is not None]
    told = any(LABELS().keys[key].field not in _OF_A_FORM for key in repeated)
    return told or 2 * len(below) < len(shape.labels[first])


def _dated_entries(shape: PageShape) -> int:
    """How many titles with day and hours right below them have people of their own: sessions of a programme."""
    pieces = dated_pieces(shape.lines)
    people = [shape.lines[place].index for key in ("speakers", "moderator", "onsite_moderator") for place in shape.labels.get(key, ())]
    served = sum(any(piece.opener < place < piece.last for place in people) for piece in pieces)
    return served if served * 2 > len(pieces) else 0


def headed_days(shape: PageShape, scores: Scores) -> None:
    """Short headings, each with a labelled day of its own right below ("Emerging Issues", "Date: 6 November 2012")."""
    found: dict[str, str] = {}
    for place in sorted({*shape.labels.get("date", ()), *shape.labels.get("schedule", ())}):
        above = shape.lines[place - 1].text if place else ""
        heads = 0 < len(above.split()) <= _HEADING and above[:1].isupper() and not above.endswith((".", ":", ";", ","))
        if heads and LABELS().find(above) is None and days(plain(_value_after(shape, place))):
            found.setdefault(fold(above), _value_after(shape, place))
    if len(set(found.values())) > 1:
        scores.add("listing", 9, f"{len(found)} headings with a day of their own right below")


def programme(shape: PageShape, scores: Scores) -> None:
    """Slots with people under them, and no session that stands above: a programme page."""
    if shape.rosters or shape.utc_slots or shape.format_lines or _is_parted(shape):
        return
    people = [place for key in ("speakers", "moderator", "organizers", "onsite_moderator") for place in shape.labels.get(key, ())]
    bounds = (*shape.slot_lines, len(shape.lines))
    served = sum(any(a < place < b for place in people) for a, b in pairwise(bounds))
    if served >= 2 and len(shape.slot_lines) >= _SLOTS:
        scores.add("listing", 9, f"{served} slots with people")
    elif not any(index < HEAD and reading.session_type is not None for index, reading in shape.titles):
        entries = programme_pieces(shape.lines)
        several = len(entries) >= _SLOTS or (len(entries) > 1 and len(shape.slot_lines) > _SLOTS)
        if several and not shape.named_turns and lasts_longer(shape.lines, _LONG):
            scores.add("listing", 6, f"{len(entries)} slots over more hours than one session lasts")


def _is_parted(shape: PageShape) -> bool:
    """Whether the slots are the numbered parts of one session ("Panel II: ..."), whose title with its type stands at the head, or which
    lasts half a day with nothing else than its opening, breaks and close."""
    titled = any(index < HEAD and reading.session_type is not None for index, reading in shape.titles)
    numbers = {reading.number.value for _, reading in shape.titles if reading.number is not None}
    parts = sum(any(_PART.match(line.text) for line in shape.lines[max(0, at - 1) : at + 2]) for at in shape.slot_lines)
    if titled and len(numbers) <= 1 and 2 * parts > len(shape.slot_lines):
        return True
    slots = [SLOT.sub("", shape.lines[at].text, count=1) for at in shape.slot_lines]
    own = [text for text in slots if _PART.match(text)]
    framed = all(_PART.match(text) or _FRAME.search(text) for text in slots)
    hours = [minute for at in shape.slot_lines for minute in minutes_of(shape.lines[at].text)]
    return len(own) > 1 and framed and max(hours, default=0) - min(hours, default=0) <= _HALF_DAY


def own_report(shape: PageShape) -> int:
    """Where the report at the end of one session's page begins, under the site's own heading; its form asks for title, slot and people
    again. The end of the page where there is none."""
    heads = [index for index, line in enumerate(shape.lines) if fold(line.text[:40]).startswith("session report (*")]
    if len(heads) != 1 or words_between(shape, 0, heads[0]) < MIN_BODY:
        return len(shape.lines)
    return heads[0]


def _value_after(shape: PageShape, place: int) -> str:
    line = shape.lines[place].text
    after = shape.lines[place + 1].text if place + 1 < len(shape.lines) else ""
    _, colon, value = line.partition(":")
    return value.strip() if colon and value.strip() else after[:80]


def words_between(shape: PageShape, first: int, last: int) -> int:
    """The number of words in the lines from ``first`` up to ``last``."""
    return sum(len(line.text.split()) for line in shape.lines[first:last])


def has_hours(text: str) -> bool:
    """Whether a line names the hour at which something begins."""
    reading = read_schedule([Line(0, Span(0, len(text)), text)], ANY_YEAR)
    return reading.starts_local is not None
