"""Lines that a page sets aside: what the site printed around the session, and the year that a banner of it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from igf_extract.model import Evidence, Fact, Line, Method
from igf_extract.parsing.fields.schedule import names_slot
from igf_extract.parsing.lines import part_of, span_in
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.load import read_data
from igf_extract.vocab.meetings import find_meeting
from igf_extract.vocab.noise import follows, names_year, noise_rule
from igf_extract.vocab.page_heads import read_page_head

_YEAR = re.compile(r"20[0-3]\d")
_NUMBERED = re.compile(r"#?\d{1,3}[.:)]\s")  # a title that begins with the number of the session
_FEWEST = 4  # lines of a second printing
_WHOLE = 300  # letters of one line that may hold a whole page
_TITLE = 20  # letters of a first line from which on another line that begins with it says it again
_TOP = 4  # lines in which a page may name the meeting and what it is
_PARAGRAPH = 12  # words of a line that is a paragraph
_SAID = 0.9  # share of its lines that the first one holds


def noise_below(line: Line, above: Line, aside: Sequence[tuple[Line, str]]) -> str | None:
    """The rule of the noise right above, where the line is noise behind it and nowhere else ("Share this:", "Facebook")."""
    if not aside or aside[-1][0] is not above or fold(line.text) not in follows(aside[-1][1]):
        return None
    return aside[-1][1]


def is_of_site(line: Line) -> bool:
    """Whether a line that stands far above the title names the site and its parts: no label, no slot, no noise of its own."""
    return noise_rule(line.text) is None and LABELS().find(line.text) is None and not names_slot(line.text)


def banner_year(aside: Sequence[tuple[Line, str]]) -> Fact[int] | None:
    """The year of the meeting that a banner of the site names."""
    for line, rule in aside:
        digits = _YEAR.search(line.text) if names_year(rule) else None
        if digits is not None:
            return Fact(int(digits[0]), Evidence(span_in(line, *digits.span()), f"banner:{rule}", Method.LEXICON))
        named = find_meeting(line.text)
        if named is not None:
            return Fact(named.meeting.year, Evidence(span_in(line, named.start, named.end), f"banner:{rule}", Method.LEXICON))
    return None


def second_printing(lines: Sequence[Line]) -> int:
    """Where a page begins to print itself again, from its first line on; the breaks of lines may differ. The end where it does not."""
    squashed = ["".join(fold(line.text).split()) for line in lines]
    begins = [begin for begin in range(_FEWEST, len(lines)) if _may_print_again(squashed, begin)]
    if not begins:
        return len(lines)
    # each line's first words anywhere on the page are looked for once, not again for each place where a printing may begin
    whole = "".join(squashed)
    lengths = np.array([len(text) for text in squashed])
    starts = np.concatenate([[0], np.cumsum(lengths)])
    said_by = np.array([whole.find(text) + len(text) for text in squashed])
    for begin in begins:
        held = said_by[begin:] <= starts[begin]
        kept = np.flatnonzero(held | (lengths[begin:] > _TITLE))  # behind it stands but the address at the foot of the page
        if len(kept) and held[: kept[-1] + 1].sum() >= _SAID * (kept[-1] + 1):
            return begin
    return len(lines)


def _may_print_again(squashed: Sequence[str], begin: int) -> bool:
    """Whether a line begins as the page does: the second printing, which may stand on one line."""
    text, title = squashed[begin], squashed[0]
    if len(squashed) - begin < _FEWEST and len(text) < _WHOLE:
        return False
    return text == title or (len(title) >= _TITLE and text.startswith(title))


def glued_title(line: Line, title: str) -> tuple[Line, Line] | None:
    """The title printed once more with a label glued to it ("No. 7 Masts and metersReported by"): what is printed, and the label."""
    end = line.text.find(title) + len(title) if len(title) >= _TITLE else len(title) - 1
    if end < len(title) or not line.text[end - 1].isalnum() or not line.text[end:][:1].isupper():
        return None
    label = LABELS().find(line.text[end:])
    return (part_of(line, 0, end), part_of(line, end)) if label is not None and label.value_start is None else None


def is_tab(line: Line, below: Sequence[Line]) -> bool:
    """Whether the first line of a page is the name of a tab of the site: a word that names no session, with the page's first label or
    its title right below it."""
    return fold(line.text) in read_data("noise.toml")["tabs"]["first_lines"] and len(below) >= _FEWEST


def heads_of(lines: Sequence[Line]) -> list[Line]:
    """The lines at the top of a page that name the meeting, the kind of page or the state of its text, and no session."""
    found = [line for at, line in enumerate(lines[:_TOP]) if read_page_head(line.text) is not None and not _opens_field(lines[at : at + 2])]
    found += [line for line, below in pairwise(lines[_TOP:]) if _heads_form(line, below)]
    return found if len(found) < len(lines) else []


def _heads_form(line: Line, below: Line) -> bool:
    """Whether a line further down names the meeting above the number of the session, as the head of a form does that was printed last."""
    label = LABELS().find(below.text)
    head = read_page_head(line.text) if label is not None and label.key == "number" else None
    return head is not None and head.year is not None


def _opens_field(lines: Sequence[Line]) -> bool:
    """Whether the first of two lines is a label and the other its value: "Session Report" above a paragraph."""
    if len(lines) < 2 or LABELS().find(lines[0].text) is None or len(lines[1].text.split()) < _PARAGRAPH:
        return False
    below = lines[1].text
    titled = _NUMBERED.match(below) is not None and not below.endswith(".")  # "Workshop Report" above "112. Who owns the mast?"
    return LABELS().find(below) is None and not titled  # "Workshop Report" above "Title: ..."


def head_facts(heads: Sequence[Line]) -> tuple[Fact[int] | None, Fact[str] | None]:
    """The year and the type that such lines say; the first that says one counts."""
    year: Fact[int] | None = None
    session_type: Fact[str] | None = None
    for line in heads:
        head = read_page_head(line.text)
        if head is not None and head.year is not None and year is None:
            year = Fact(head.year[0], _in(line, head.year[1], head.year[2]))
        if head is not None and head.session_type is not None and session_type is None:
            session_type = Fact(head.session_type[0], _in(line, head.session_type[1], head.session_type[2]), 0.9)
    return year, session_type


def _in(line: Line, start: int, end: int) -> Evidence:
    return Evidence(span_in(line, start, end), "page_head", Method.LEXICON)
