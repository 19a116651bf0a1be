"""What the head of a listing says of every entry below it: the year, the type, the track that a schedule was filtered by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from igf_extract.model import Evidence, Fact, Line, Method, Theme
from igf_extract.parsing.fields.clock import days, zone_of_times
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.themes import known_issue
from igf_extract.parsing.lines import part_of, span_in
from igf_extract.parsing.listing_hours import is_day
from igf_extract.vocab.fold import fold
from igf_extract.vocab.kinds import masked
from igf_extract.vocab.load import read_data
from igf_extract.vocab.meetings import find_meeting
from igf_extract.vocab.page_heads import read_page_head
from igf_extract.vocab.session_types import read_type_line
from igf_extract.vocab.title_marks import room_pattern

_TITLE_LENGTH = 250
_HEAD_LINES = 12
_SENTENCE = 400  # characters of a line that may say when all sessions take place
_TAKES_PLACE = re.compile(r"\b(?:takes?|took|taking|held|organi[sz]ed)\b", re.IGNORECASE)
_DAYS = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s?(?:-|–|to|and)\s?\d{1,2}\b")  # "6-9 November" are the days of the meeting
_EARLIER = re.compile(
    r"(?:the )?(?:igf (?:\d{4} )?)?(?:pre-(?:igf )?events?|day (?:0|zero) events?) (?:of|at|for|before|take|will|are|were)\b"
)
_OF_BODY = re.compile(r"(?<=\s)(?:# igf|igf #) ([a-z ]+)$")  # "Pacific Names Society 2009 IGF Workshops"
# "Os workshops selecionados"
_DAY_WORDS = 4
# "Sunday, 17 December 2017", no "15-18 November 2009"
_WHOLE_DAY = re.compile(r"^(?!.*\d\s?(?:[-–]|to|and|al?|au|et|y|e)\s?\d).*\b20\d\d\.?$")
_NATIONAL = re.compile(r"\bIGF (?:[^\W\d_a-zà-ÿ][\w-]+ ){1,3}(20[0-3]\d)\b")  # "IGF Velmland 2019"
_SELECTED = re.compile(r"(?<!\w)([a-zà-ÿ]+) (?:selecionad[oa]s|seleccionad[oa]s|aprovad[oa]s|aprobad[oa]s)(?!\w)")


def heading_facts(head: Sequence[Line]) -> tuple[tuple[str, Fact[Any]], ...]:
    """Year, session type and zone (minutes east of UTC), where a heading names them for all."""
    facts: dict[str, Fact[Any]] = {}
    for line in head[:_HEAD_LINES]:
        zone = zone_of_times(line.text)
        if zone is not None:
            facts.setdefault("zone", Fact(zone[0], Evidence(span_in(line, *zone[1:]), "listing.zone", Method.LEXICON), 0.9))
        if len(line.text) > _TITLE_LENGTH:
            continue
        named = find_meeting(line.text)
        if named is not None:
            span = span_in(line, named.start, named.end)
            facts.setdefault("year", Fact(named.meeting.year, Evidence(span, "listing.heading", Method.LEXICON), 0.95))
        own = _NATIONAL.search(line.text)
        if own is not None:
            evidence = Evidence(span_in(line, *own.span(1)), "listing.national_forum", Method.LEXICON)
            facts.setdefault("year", Fact(int(own[1]), evidence, 0.9))
        told = read_page_head(line.text)
        if told is not None and told.year is not None:
            span = span_in(line, *told.year[1:])
            facts.setdefault("year", Fact(told.year[0], Evidence(span, "listing.heading", Method.LEXICON), 0.95))
        if told is not None and told.session_type is not None:
            span = span_in(line, *told.session_type[1:])
            facts.setdefault("session_type", Fact(told.session_type[0], Evidence(span, "listing.heading", Method.LEXICON), 0.95))
        before = _EARLIER.match(fold(line.text))
        if before is not None:
            span = span_in(line, 0, before.end())
            facts.setdefault("session_type", Fact("day_0", Evidence(span, "listing.heading", Method.LEXICON), 0.9))
        words = masked(fold(line.text)).removesuffix("[clear filter]").removeprefix("received ").removeprefix("igf # ").strip(" .:")
        named_in = _OF_BODY.search(words) or _SELECTED.search(words)
        code = read_data("listings.toml")["types"].get(words if named_in is None else named_in[1])
        if code is not None:
            facts.setdefault("session_type", Fact(code, Evidence(line.span, "listing.heading", Method.LEXICON), 0.95))
    return tuple(facts.items())


def day_of_all(head: Sequence[Line], lines: Sequence[Line]) -> Line | None:
    """The one day on which the head says that all sessions below take place, or that stands there, with its year, as the
    only one of the listing (``lines``), as a line of its own."""
    bare = [line for line in lines if is_day(line)]
    if len(bare) == 1 and len(bare[0].text.split()) <= _DAY_WORDS and bare[0] in head[:_HEAD_LINES] and _WHOLE_DAY.search(bare[0].text):
        return bare[0]
    for line in head[:_HEAD_LINES]:
        text = line.text[:_SENTENCE]
        found = days(plain(text)) if _TAKES_PLACE.search(text) else []
        if len(found) == 1 and found[0].year is not None and _DAYS.search(text[: found[0].end]) is None:
            return part_of(line, found[0].start, found[0].end)
    return None


def filter_theme(head: Sequence[Line]) -> Theme | None:
    """The track that a filtered schedule shows, or the official theme that heads the page; a filter by room or by type says something
    else."""
    for line in head[:_HEAD_LINES]:
        name = line.text.removesuffix("[clear filter]").rstrip()
        if name != line.text and name and room_pattern().match(name) is None:
            data = read_data("listings.toml")
            kind = read_type_line(name) is not None or fold(name) in data["types"] or fold(name).split()[-1] in data["kinds_of_session"]
            if kind or fold(name) in data["no_theme"]:
                return None
            return Theme(theme=name, evidence=Evidence(span_in(line, 0, len(name)), "listing.filter", Method.POSITION))
    if head and known_issue(head[0].text):
        return Theme(theme=head[0].text, evidence=Evidence(head[0].span, "listing.page_of_theme", Method.LEXICON))
    return None
