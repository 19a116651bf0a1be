"""What speaks for which kind of document: each rule looks at one side of the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from igf_extract.model import Line, Span
from igf_extract.parsing.fields.clock import days
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.schedule import is_schedule_line, read_schedule
from igf_extract.parsing.fields.title import read_title
from igf_extract.parsing.kind_scores import Scores
from igf_extract.parsing.listing_events import body_pieces, dated_pieces
from igf_extract.parsing.listing_hours import lasts_longer
from igf_extract.parsing.listing_slots import programme_pieces
from igf_extract.parsing.outline import follows_form, outline
from igf_extract.parsing.page_shape import DOTTED_SLOT, ROSTER, TITLE_LENGTH, PageShape, is_prose
from igf_extract.vocab.fold import fold
from igf_extract.vocab.kinds import field_keys
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.page_heads import read_page_head
from igf_extract.vocab.said_types import type_of_title

_HEADED = 7  # points of a heading or title that calls the page a report
_PARAGRAPH = 40  # words
_MOCK = re.compile(r"#\s?0{2,4}(?![\w.])")
_TELLS = 0.5  # share of a short text's words that stand in sentences, from which on it is an article
_TOP = 10  # lines in which the day of an article stands
_SERVED = 3  # fields of people, slot and agenda from which on a page without a report is a session's
_HIGH, _WHOLE_SLOT = 8, 0.8  # lines in which the slot of a session stands, and how surely it is one
_HEADING = 12  # words of a heading above the day of a session
_HEAD = 4  # lines in which the title of a session stands
_PART = re.compile(
    r"(?:[^\w\s]\s*)?(?:panel|part|module|round|block|segment|mesa|parte|bloque|bloco|partie)\s(?:[ivx]{1,4}|\d{1,2}|[a-f])\b",
    re.IGNORECASE,
)
_SLOTS, _LONG = 3, 200  # slots of a programme, and minutes from the first to the last of them: a main session takes three hours
_ANY_YEAR = 2012  # for days without a year
_ENTRY_FIELDS = 3  # fields below a head that make it a session's own and no mention of one
_MIN_BODY = 25  # words between two heads that make the first one a session and no index entry


def _code(shape: PageShape, scores: Scores) -> None:
    if shape.code_lines >= max(1, 0.2 * len(shape.lines)) or (
        shape.code_lines and shape.lines and shape.code_lines * 5 >= len(shape.lines[:10])
    ):
        scores.add("other", 20, "markup or data, no page text")


def _turns(shape: PageShape, scores: Scores) -> None:
    if shape.named_turns >= 3:
        scores.add("transcript", min(14, 4 + shape.named_turns), f"{shape.named_turns} named turns")
    elif shape.named_turns == 2:
        scores.add("transcript", 4, "two named turns")
    elif shape.inline_turns >= 6:
        scores.add("transcript", 12, f"{shape.inline_turns} turn marks on long lines")
    elif shape.named_turns + shape.any_turns >= 6:
        scores.add("transcript", 6, "turn marks")
    fields = shape.distinct(field_keys("session")) + shape.rosters
    if shape.capitals_turns >= 6 and fields < 3:
        scores.add("transcript", 8, f"{shape.capitals_turns} speakers in capitals")
    if shape.speakers_alone >= 5 and fields < 3:
        scores.add("transcript", 10, "the same speakers in capitals, each above the words")
    if shape.repeated_speakers >= 5 and shape.repeated_speakers >= 0.4 * len(shape.lines) and fields < 3:
        scores.add("transcript", 8, "the same speakers take turns")


def _body_words(shape: PageShape, first: int, last: int) -> int:
    return sum(len(line.text.split()) for line in shape.lines[first:last])


def _many_titles(shape: PageShape, scores: Scores) -> None:
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
    filled = sum(_body_words(shape, a + 1, b) >= _MIN_BODY or _has_slot(shape, a, b) for a, b in zip(places, ends, strict=True))
    whole = sum(_has_fields(shape, a, b) for a, b in zip(places, [*places[1:], len(shape.lines)], strict=True))
    if filled >= 2 and filled * 2 >= len(places):
        scores.add("listing", 14 if whole >= 2 else 10, f"{filled} session heads with text")
    elif len(places) >= 4 and 2 * len(places) >= len(shape.lines) - len(places):
        scores.add("listing", 7, f"an index of {len(places)} sessions")


def _has_slot(shape: PageShape, first: int, last: int) -> bool:
    """Whether day and hours stand right below a head."""
    below = shape.lines[first + 1].text if first + 1 < last else ""
    return is_schedule_line(below) >= _WHOLE_SLOT and _has_hours(below)


def _has_fields(shape: PageShape, first: int, last: int) -> bool:
    """Whether labels of several fields of a session stand below a head."""
    return sum(any(first < place < last for place in shape.labels.get(key, ())) for key in field_keys("entry")) >= _ENTRY_FIELDS


def _repeated_entries(shape: PageShape, scores: Scores) -> None:
    if len(shape.updated) >= 2:
        scores.add("listing", 12, f"{len(shape.updated)} reports with a date of update")
    if len(shape.clock_lines) >= 2 and shape.distinct(field_keys("session")) + shape.rosters < 6:
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
    repeated = 0
    end = own_report(shape)
    for key, places in shape.labels.items():
        values = {_value_after(shape, place) for place in places if place < end and not ROSTER.match(shape.lines[place].text)}
        if len(values - {""}) >= 2 and key in field_keys("entry"):
            repeated += 1
    if repeated >= 3:
        scores.add("listing", 9, f"{repeated} fields of a form, each several times")


def _dated_entries(shape: PageShape) -> int:
    """How many titles with day and hours right below them have people of their own: sessions of a programme."""
    pieces = dated_pieces(shape.lines)
    people = [shape.lines[place].index for key in ("speakers", "moderator", "onsite_moderator") for place in shape.labels.get(key, ())]
    served = sum(any(piece.opener < place < piece.last for place in people) for piece in pieces)
    return served if served * 2 > len(pieces) else 0


def _headed_days(shape: PageShape, scores: Scores) -> None:
    """Short headings, each with a labelled day of its own right below ("Emerging Issues", "Date: 6 November 2012")."""
    found: dict[str, str] = {}
    for place in sorted({*shape.labels.get("date", ()), *shape.labels.get("schedule", ())}):
        above = shape.lines[place - 1].text if place else ""
        heads = 0 < len(above.split()) <= _HEADING and above[:1].isupper() and not above.endswith((".", ":", ";", ","))
        if heads and LABELS().find(above) is None and days(plain(_value_after(shape, place))):
            found.setdefault(fold(above), _value_after(shape, place))
    if len(set(found.values())) > 1:
        scores.add("listing", 9, f"{len(found)} headings with a day of their own right below")


def own_report(shape: PageShape) -> int:
    """Where the report at the end of one session's page begins, under the site's own heading; its form asks for title, slot and people
    again. The end of the page where there is none."""
    heads = [index for index, line in enumerate(shape.lines) if fold(line.text[:40]).startswith("session report (*")]
    if len(heads) != 1 or _body_words(shape, 0, heads[0]) < _MIN_BODY:
        return len(shape.lines)
    return heads[0]


def _value_after(shape: PageShape, place: int) -> str:
    line = shape.lines[place].text
    after = shape.lines[place + 1].text if place + 1 < len(shape.lines) else ""
    _, colon, value = line.partition(":")
    return value.strip() if colon and value.strip() else after[:80]


def _programme(shape: PageShape, scores: Scores) -> None:
    """Slots with people under them, and no session that stands above: a programme page."""
    if shape.rosters or shape.utc_slots or shape.format_lines or _is_parted(shape):
        return
    people = [place for key in ("speakers", "moderator", "organizers", "onsite_moderator") for place in shape.labels.get(key, ())]
    bounds = (*shape.slot_lines, len(shape.lines))
    served = sum(any(a < place < b for place in people) for a, b in pairwise(bounds))
    if served >= 2 and len(shape.slot_lines) >= _SLOTS:
        scores.add("listing", 9, f"{served} slots with people")
    elif not any(index < _HEAD and reading.session_type is not None for index, reading in shape.titles):
        entries = programme_pieces(shape.lines)
        several = len(entries) >= _SLOTS or (len(entries) > 1 and len(shape.slot_lines) > _SLOTS)
        if several and not shape.named_turns and lasts_longer(shape.lines, _LONG):
            scores.add("listing", 6, f"{len(entries)} slots over more hours than one session lasts")


def _is_parted(shape: PageShape) -> bool:
    """Whether the slots are the numbered parts of one session, whose title with its type stands at the head ("Panel II: ...")."""
    titled = any(index < _HEAD and reading.session_type is not None for index, reading in shape.titles)
    numbers = {reading.number.value for _, reading in shape.titles if reading.number is not None}
    parts = sum(any(_PART.match(line.text) for line in shape.lines[max(0, at - 1) : at + 2]) for at in shape.slot_lines)
    return titled and len(numbers) <= 1 and 2 * parts > len(shape.slot_lines)


def _session(shape: PageShape, scores: Scores) -> None:
    early = [reading for index, reading in shape.titles if index < 8]
    typed = [r for r in early if r.session_type is not None and (r.year is not None or r.number is not None)]
    listed = scores.of("listing") >= 9  # the fields then belong to each of its sessions
    if typed:
        scores.add("session", 4, "a session's title")
    if shape.rosters >= 2:
        scores.add("session", 6, f"{shape.rosters} numbered organizers and speakers")
    if shape.utc_slots and (shape.utc_slots <= 2 or typed):
        scores.add("session", 4, "a slot in UTC")
    if shape.format_lines:
        scores.add("session", 3, "a format line")
    if shape.date_lines == 1:
        scores.add("session", 6, "a date line of a session")
    if any(shape.labels.get(key, (1,))[0] == 0 for key in field_keys("session")):
        scores.add("session", 3, "a fragment that begins with a field of a proposal")
    served = shape.distinct(field_keys("people"))
    if shape.lines and type_of_title(shape.lines[0].text) is not None and served and shape.distinct(field_keys("session")):
        scores.add("session", 3, "a title that names its type above fields of a proposal")
    alone = shape.distinct(field_keys("report")) == 0 and scores.of("report") == 0 and scores.of("transcript") == 0
    if served >= _SERVED and alone and not listed:
        scores.add("session", min(6.0, 1.5 * served), f"{served} fields of people, slot and agenda")
    labels = shape.distinct(field_keys("session"))
    if labels >= 2 and not listed:
        scores.add("session", min(8.0, 1.2 * labels), f"{labels} fields of a proposal")


def _site_fields(shape: PageShape, scores: Scores) -> None:
    """The room under its label right below a title with its year: a session's page of the site, whatever stands in its report."""
    if scores.of("listing") or scores.of("transcript"):
        return
    heads = (read_title(line.text) for line in shape.lines[: _HEAD - 1] if len(line.text) <= TITLE_LENGTH)
    room = shape.labels.get("room", (_HEAD,))[0]
    if (
        0 < room < min(_HEAD, len(shape.lines))
        and shape.lines[room].text.rstrip(" :").count(" ") == 0
        and any(head and head.year for head in heads)
    ):
        scores.add("session", 12, "a room right below a title with its year")


def _event(shape: PageShape, scores: Scores) -> None:
    """One event of a schedule on a page of its own."""
    if any(DOTTED_SLOT.match(line.text) for line in shape.lines[:_TOP]):
        scores.add("session", 8, "day and hours of one event of a schedule")
    if shape.avatars and len(shape.clock_lines) < 2:
        scores.add("session", 3, "pictures of people of one event")


def _slot(shape: PageShape, scores: Scores) -> None:
    """Day and hours on one line near the top, with people below them: a session that follows no form, or its minutes."""
    if scores.of("transcript") or scores.of("listing") or shape.utc_slots or shape.date_lines:
        return
    if not any(is_schedule_line(line.text) >= _WHOLE_SLOT and _has_hours(line.text) for line in shape.lines[:_HIGH]):
        return
    scores.add("session", 3, "a slot near the top")
    if shape.distinct(field_keys("people") - {"room", "schedule", "date"}):
        scores.add("session", 3, "people below the slot")
    if len(outline(shape.lines)) and not follows_form(shape.lines):
        scores.add("report", _HEADED, "minutes with numbered headings")


def _has_hours(text: str) -> bool:
    reading = read_schedule([Line(0, Span(0, len(text)), text)], _ANY_YEAR)
    return reading.starts_local is not None


def _is_template(shape: PageShape) -> bool:
    """Whether nothing but titles stands above the template of 2018, whose first question gives the types to choose from."""
    first = shape.labels.get("type_line", (len(shape.lines),))[0]
    return first < len(shape.lines) and "(workshop," in fold(shape.lines[first].text) and _body_words(shape, 0, first) < _MIN_BODY


def _report(shape: PageShape, scores: Scores) -> None:
    labels = shape.distinct(field_keys("report"))
    heads = (read_page_head(line.text) for line in shape.lines[:_HEAD])
    if scores.of("report") < _HEADED and any(head is not None and head.report for head in heads):
        scores.add("report", _HEADED, "the head of the page calls it a report")
    headed = scores.of("report") >= _HEADED  # the head of the page says that it is a report
    if labels >= 1 and own_report(shape) < len(shape.lines):
        scores.add("session", 8, "the site's own heading of a report below a session's page")
    if labels >= 1:
        own = shape.distinct(field_keys("session")) + len({"room", "schedule", "hosts"} & shape.labels.keys())
        titled = any(index < 4 and r.year is not None and r.number is not None and r.title is not None for index, r in shape.titles)
        scores.add("report", min(9.0, 2.5 * labels), f"{labels} questions of a report form")
        if 0 < scores.of("listing") < _HEADED and len(shape.labels.get("title", ())) == 1 and len(shape.updated) < 2:
            scores.add("report", 3, "one report below the heading of a collection")
        if headed or _is_template(shape):
            return
        if shape.format_lines and _prose_ahead(shape):
            scores.add("session", 6, "a format and a description ahead of the report")
        elif own + _described_ahead(shape) > 2 or shape.rosters >= 2 or (titled and own and not shape.updated and scores.of("report") < 12):
            scores.add("session", 6, "a report at the end of a session's page")


def _prose_ahead(shape: PageShape) -> bool:
    """Whether a paragraph stands before the first question of a report form."""
    first = min((places[0] for key, places in shape.labels.items() if key in field_keys("report")), default=0)
    return any(len(line.text.split()) >= _PARAGRAPH for line in shape.lines[:first])


def _described_ahead(shape: PageShape) -> bool:
    """Whether the page tells its type and describes the session under labels of their own ahead of the first question of a report form."""
    first = min((places[0] for key, places in shape.labels.items() if key in field_keys("report")), default=0)
    return all(shape.labels.get(key, (first,))[0] < first for key in ("description", "type_line"))


def _unfilled(shape: PageShape, scores: Scores) -> None:
    """A form without answers is a template."""
    if shape.label_lines >= 6 and shape.empty_labels >= 0.6 * shape.label_lines and shape.rosters < 2:
        scores.add("other", 9, "a form without answers")


def _example(shape: PageShape, scores: Scores) -> None:
    """A number of zeros in running text shows how a page is to be made, as it does in a title."""
    if any(_MOCK.search(line.text[:500]) for line in shape.lines):
        scores.add("other", 8, "a number of an example (#000)")


def _prose(shape: PageShape, scores: Scores) -> None:
    share = shape.prose_lines / max(1, len(shape.lines))
    structured = shape.distinct(field_keys("session")) + shape.rosters + shape.utc_slots + shape.format_lines + shape.named_turns
    structured += shape.date_lines + (served if (served := shape.distinct(field_keys("people"))) >= _SERVED else 0)
    if structured <= 1 and shape.prose_lines >= 3:
        scores.add("article", 1.0 + 3.0 * share, "running prose")
    elif structured <= 1 and shape.prose_lines and _told(shape) >= _TELLS and (scores.of("article") > 0 or _dated(shape)):
        scores.add("article", 1.0 + 2.0 * _told(shape), "a few paragraphs of running prose")
    elif structured <= 1 and shape.prose_lines <= 1:
        scores.add("other", 2.0, "short lines without prose")


def _told(shape: PageShape) -> float:
    """The share of the words that stand in long lines with sentences."""
    return sum(len(line.text.split()) for line in shape.lines if is_prose(line.text)) / max(1, shape.words)


def _dated(shape: PageShape) -> bool:
    """Whether a short line at the top holds a full date and no hours."""
    top = (line.text for line in shape.lines[:_TOP] if len(line.text) <= 60 and ":" not in line.text.partition(" ")[2])
    return any(day.year is not None for text in top for day in days(plain(text)))


RULES: tuple[Callable[[PageShape, Scores], None], ...] = (
    _code,
    _turns,
    _many_titles,
    _repeated_entries,
    _headed_days,
    _programme,
    _session,
    _slot,
    _site_fields,
    _event,
    _report,
    _unfilled,
    _example,
    _prose,
)
