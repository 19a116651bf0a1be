"""Notes in brackets behind a label that say nothing of its field: how far it is settled, its times, when it was to be filled in."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.vocab.load import read_data
from igf_extract.vocab.page_heads import any_month

_NOTE = re.compile(r"\s\(([^()]{3,60})\)$")  # "Programme (times in CET)"
# what the site asks of rapporteurs behind a label of a report: "(* deadline 2 hours after session)"
_DEADLINE = re.compile(
    r"\s?\(\s?\*?\s?(?:the\s)?(?:deadline|due|to be submitted|submit|by)\b[^()\n]{2,60}\)"
    r"(?:\s?[-–—]\s?click on [^\n]{1,60}instructions)?"
)


@cache
def _day_behind() -> re.Pattern[str]:
    """A day in brackets, or behind a comma, a dash or "as of", that ends a heading, with or without its year."""
    month = rf"(?:{any_month()})"
    day = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {month}|{month} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? (?:19|20)\d\d)?"
    bracketed = rf" ?[(\[](?:[^()\[\]]{{0,24}}(?:19|20)\d\d|[^()\[\]\d]{{0,16}}{day})[)\]]"
    return re.compile(rf"(?:{bracketed}|(?:,| [-–—]| as (?:of|at)) (?:as (?:of|at) )?{day})(?=\s?:?\s?$)", re.IGNORECASE)


def without_day(text: str) -> str:
    """The heading before the day on which a list was settled ("Updated list of speakers (3 May 2014):"); "Speakers (30)" stays.

    >>> without_day("Updated list of panelists (29 October)"), without_day("Panellists, as of 3 November 2011:")
    ('Updated list of panelists', 'Panellists:')
    """
    return _day_behind().sub("", text) if any(map(str.isdigit, text)) else text


def without_note(folded: str) -> str:
    """The heading before a note in brackets on its state or its times; what a form asks for in brackets stays ("Title (60 characters)").

    >>> without_note("speakers (tentative)"), without_note("title (60 characters)")
    ('speakers', 'title (60 characters)')
    """
    note = _NOTE.search(folded)
    said = note is not None and not set(note[1].split()).isdisjoint(read_data("labels.toml")["notes"]["words"])
    return folded[: note.start()] if note is not None and said else folded


def without_deadline(folded: str) -> str:
    """The heading before the deadline of the rapporteur, which changes from year to year.

    >>> without_deadline("key takeaways (* deadline # hours after session)")
    'key takeaways'
    """
    return _DEADLINE.sub("", folded).rstrip(" :.") if "(" in folded else folded
