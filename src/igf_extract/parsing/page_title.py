"""The lines at the head of a page that give its title: the title line, the rest of it on the next line, a repeat, a second title.

Consumes the lines of a page without noise; produces the reading and the range of lines that it takes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from igf_extract.model import Evidence, Fact, Line, Method, Span
from igf_extract.parsing.fields.clock import days
from igf_extract.parsing.fields.places import plain
from igf_extract.parsing.fields.rooms import names_room
from igf_extract.parsing.fields.schedule import names_slot
from igf_extract.parsing.fields.title import TitleReading, read_title
from igf_extract.parsing.fields.title_patterns import QUOTES
from igf_extract.parsing.line_shape import is_name
from igf_extract.parsing.page_shape import DATE_LINE
from igf_extract.parsing.rows import row_label
from igf_extract.vocab.dated_papers import is_dated_paper, type_of_paper
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS
from igf_extract.vocab.page_heads import names_meeting
from igf_extract.vocab.said_types import type_of_title
from igf_extract.vocab.session_types import read_type_line

_TITLE_LINES = 3  # how far down a title line may stand
_LOWEST = 8  # how far down one with a type and a number may stand, below the name of a site and its navigation
_SHORT = 14  # words of a title below the slot of the page
_PROSE = 25  # words of a line that is text: no title stands below it
_COUNT = re.compile(r"\s(?:[IVX]{1,4}|#?\d{1,2})$")  # of several sessions of one body
_TYPE_WORDS = (3, 2, 1)  # words of a type at the end of a line
_SENTENCE = 6  # words of a line that is one, where it ends with a full stop
_ABOVE_PAPER = 2  # lines above the one that says what the page is
_LONGEST = 400  # characters of a title line
_NUMBER = re.compile(r"\d{2,3}\s?[.:)]\s")  # a smaller number counts the parts of a text
_FORM_FIELDS = frozenset({"schedule", "themes", "participants", "format", "description"})
_SLOT_TAIL = re.compile(r"[(\[]([^()\[\]]{0,80}\d{1,2}[:.]\d{2}[^()\[\]]{0,60})[)\]]\s*$")
_SLOT_HEAD = re.compile(
    r"(\d{1,2}[:.]\d\d\s?[-–—]\s?\d{1,2}[:.]\d\d(?:\s?(?:h|hrs|hours|UTC|GMT|CET|local time)\b\.?)?\s{0,3}(?:\([^)]{1,20}\)\s{0,3})?)"
    r"[-–—:|,]\s{0,3}(?=[^\W\d_])"
)

# the name of a list of mail: "[velm-talk] IGF …"
_LIST_TAG = re.compile(r"\[[\w.-]{3,30}\]\s+(?:(?:re|fwd?|aw|rv):\s*)?(?=.*\bIGF\b)", re.IGNORECASE)

_Found = tuple[TitleReading | None, int, int]  # the reading, the first line of the title and the one behind it
_NOTHING: _Found = (None, 0, 0)


def slot_behind(text: str) -> tuple[int, int] | None:
    """Where the date and hours in brackets at the end of a title stand ("High Level Panel - Water (10 October | 11:00 - 12:30 JST)")."""
    found = _SLOT_TAIL.search(text[:_LONGEST])
    return found.span(1) if found is not None and names_slot(found[1]) else None


def slot_before(text: str) -> tuple[int, int] | None:
    """Where the hours before a title stand ("09:00 – 12:00 (3 Hours) - Focus Session (Openness): …")."""
    found = _SLOT_HEAD.match(text[:_LONGEST])
    return found.span(1) if found is not None else None


def _is_other_label(line: Line, above: Sequence[Line]) -> bool:
    """Whether the line opens another field than the title. "Workshop 77: A title" is one; below that very title it gives the number."""
    label = LABELS().find(line.text)
    if label is not None and label.key == "number" and label.value_start is not None and "#" in label.spelling:
        value = fold(line.text[label.value_start :])
        return not any(char.isalpha() for char in value) or any(fold(other.text) == value for other in above)
    return label is not None and label.key != "title"


def _opens_field(text: str) -> bool:
    """Whether a line begins with a label, or with the label of a title that nothing but a blank parts from it."""
    if LABELS().find(text) is not None:
        return True
    row = row_label(text)
    return row is not None and row.key == "title" and " " in row.spelling


def find_title(lines: Sequence[Line]) -> _Found:
    """The title's reading and the range of lines it takes: title line, the rest of it on the next line, a repeat."""
    for i, line in enumerate(lines[:_LOWEST]):
        if i >= _TITLE_LINES and (_is_other_label(line, lines[:i]) or any(_is_text(above) for above in lines[: i + 1])):
            break
        if names_slot(line.text) or _is_other_label(line, lines[:i]):
            continue
        slot, tail = _SLOT_HEAD.match(line.text) or _LIST_TAG.match(line.text), slot_behind(line.text)
        whole = line.text if tail is None else line.text[: tail[0]].rstrip(" ([")
        reading = read_title(whole[slot.end() :]) if slot is not None else read_title(whole)
        reading = reading.at(slot.end()) if slot is not None and reading is not None else reading
        if reading is None or (reading.session_type is None and reading.year is None):
            continue
        if i >= _TITLE_LINES and not _is_certain(reading, lines[i + 1 : i + 2]):
            continue
        last = i + 1
        if _names_type_only(reading, lines[last : last + 1]):
            reading = replace(reading, title=None)
        if reading.title is None and last < len(lines) and not _opens_field(lines[last].text) and lines[last].gap <= 1:
            last += 1
        if last < len(lines) and _says_again(reading, lines[last]):  # the first is the way to the page, the second its heading
            again = read_title(lines[last].text)
            assert again is not None
            reading = replace(reading, title=again.at(lines[last].span.start - lines[i].span.start).title)
            last += 1
        while last < len(lines) and lines[last].text in {line.text for line in lines[i:last]}:
            last += 1
        return reading, i, last
    return _placed_title(lines)


def _placed_title(lines: Sequence[Line]) -> _Found:
    """A title that nothing but its place makes one: above the line that says what the page is, printed twice in a row, below or above the
    slot, with its number above a label, below its type."""
    reported = _above_paper(lines)
    if reported[0] is not None:
        return reported
    places = ((_printed_twice, "title_printed_twice", 2), (_below_slot, "title_below_slot", 1), (_above_date, "title_above_date", 1))
    for place, rule, count in places:
        at = place(lines)
        if at is not None:
            return _whole_line(lines[at], rule, 0.8), at, at + count
    numbered = _numbered(lines)
    if numbered[0] is not None:
        return numbered
    below = _below_type(lines)
    return below if below[0] is not None else _type_above_form(lines)


def _type_above_form(lines: Sequence[Line]) -> _Found:
    """The type alone at the top of a page ("Best Practice Forum"), right above the first label of a form, which gives the title further
    down."""
    if len(lines) < _TITLE_LINES or LABELS().find(lines[0].text) is not None:
        return _NOTHING
    code = read_type_line(lines[0].text)
    label = LABELS().find(lines[1].text) if code is not None else None
    if code is None or label is None or label.value_start is None or LABELS().keys[label.key].role is None:
        return _NOTHING
    told = Fact(code, Evidence(Span(0, len(lines[0].text)), "type_above_form", Method.LEXICON))
    return TitleReading("type", session_type=told), 0, 1


def _whole_line(line: Line, rule: str, sure: float) -> TitleReading:
    span = Span(0, len(line.text))
    return TitleReading("place", title=Fact(line.text, Evidence(span, rule, Method.POSITION), sure))


def _printed_twice(lines: Sequence[Line]) -> int | None:
    """Where a page prints one short line twice in a row: the way to the page and its heading."""
    for at, (line, below) in enumerate(pairwise(lines[: _TITLE_LINES + 2])):
        words = len(line.text.split())
        if line.text == below.text and 2 <= words < _PROSE and LABELS().find(line.text) is None and any(c.isalpha() for c in line.text):
            return None if names_slot(line.text) else at
    return None


def _below_slot(lines: Sequence[Line]) -> int | None:
    """Where a page that begins with day and hours has its title: a short line that stands apart below them."""
    at = next((i for i, line in enumerate(lines[:_TITLE_LINES]) if not names_slot(line.text) and not days(plain(line.text))), 0)
    if at == 0 or at + 1 >= len(lines):
        return None
    line, below = lines[at], lines[at + 1]
    words = line.text.split()
    short = 2 <= len(words) <= _SHORT and line.gap > 0 and below.gap > 0 and line.text[-1] not in ".!;:," and line.text[0].isalnum()
    return at if short and LABELS().find(line.text) is None and not is_name(line.text) else None


def title_of_archive(lines: Sequence[Line]) -> _Found:
    """The title above the date line with which an archive heads its copy of a page."""
    at = next((at for at, line in enumerate(lines[: _TITLE_LINES + 1]) if DATE_LINE.match(line.text)), 0)
    if at != 1 or not 2 <= len(lines[0].text.split()) < _PROSE:
        return _NOTHING
    return _whole_line(lines[0], "title_above_date_line", 0.9), 0, 1


def _numbered(lines: Sequence[Line]) -> _Found:
    """The title with the number of its session before it ("112. Who owns the mast?"), right above the first label of a form."""
    if len(lines) < 2 or _NUMBER.match(lines[0].text) is None or not 2 <= len(lines[0].text.split()) < _PROSE:
        return _NOTHING
    label = LABELS().find(lines[1].text)
    if label is None or LABELS().keys[label.key].field not in _FORM_FIELDS or lines[0].text.endswith((".", ":")):
        return _NOTHING
    return read_title(lines[0].text, labelled=True), 0, 1


def _below_type(lines: Sequence[Line]) -> _Found:
    """The title below a line that says nothing but the type ("Open Forum") at the top of a page, and the lines that both take; a title in
    quotation marks may stand below a line that ends with the type as well ("Lampworks Workshop")."""
    for at, (line, below) in enumerate(pairwise(lines[:_LOWEST])):
        if at > _TITLE_LINES and any(LABELS().find(above.text) is not None for above in lines[:at]):
            break
        if _is_text(line):
            break
        text = below.text
        code = read_type_line(line.text) or (_last_type(line.text) if is_quoted(text) else None)
        if code is None or LABELS().find(line.text) is not None or not _is_plain_title(below) or is_name(text):
            continue
        told = Fact(code, Evidence(Span(0, len(line.text)), "type_above_title", Method.LEXICON))
        start = below.span.start - line.span.start + is_quoted(text)
        text = text[1:-1] if is_quoted(text) else text
        title = Fact(text, Evidence(Span(start, start + len(text)), "title_below_type", Method.POSITION), 0.8)
        return TitleReading("type", session_type=told, title=title), at, at + 2
    return _NOTHING


def is_quoted(text: str) -> bool:
    """Whether a line stands in quotation marks as a whole."""
    return text[:1] + text[-1:] in QUOTES and text[0] not in text[1:-1] and len(text.split()) > 1


def _last_type(text: str) -> str | None:
    """The type that the last words of a short line name ("Lampworks Open Forum", "Lampworks Workshop II")."""
    words = _COUNT.sub("", text).split()
    ends = (" ".join(words[-count:]) for count in _TYPE_WORDS if count < len(words) <= _SHORT)
    return next((code for end in ends if (code := read_type_line(end)) is not None), None)


def _above_paper(lines: Sequence[Line]) -> _Found:
    """The title at the top of a page, above the line that says what it is and of which day ("Report of the meeting held on …");
    of two lines there the one that names the type ("Dynamic Coalition on …") is the body's, the other one the title."""
    at = next((at for at, line in enumerate(lines[: _ABOVE_PAPER + 2]) if is_dated_paper(line.text)), 0)
    first = next((at for at, line in enumerate(lines[:at]) if not names_slot(line.text)), at)
    above = lines[first:at]
    if not above or not all(map(_is_plain_title, above)):
        return _NOTHING
    start = above[0].span.start
    named = [(line, said) for line in above if (said := type_of_title(line.text)) is not None]
    if len(above) > _ABOVE_PAPER or (len(above) > 1 and len(named) != 1):
        return _NOTHING
    line, said = named[0] if named else (lines[at], type_of_paper(lines[at].text))
    told = _told_type(line.span.start - start, said) if said is not None else None
    title = next((other for other in above if other is not line), above[0])
    span = Span(title.span.start - start, title.span.end - start)
    fact = Fact(title.text, Evidence(span, "title_above_paper", Method.POSITION), 0.8)
    return TitleReading("place", session_type=told, title=fact), first, at


def _told_type(offset: int, said: tuple[str, int, int]) -> Fact[str]:
    code, first, last = said
    return Fact(code, Evidence(Span(offset + first, offset + last), "type_above_report", Method.LEXICON), 0.9)


def _is_plain_title(line: Line) -> bool:
    """Whether a line is short, no sentence, no label and no slot, as a title is."""
    words = len(line.text.split())
    plain_line = 2 <= words < _PROSE and line.text[-1] not in ".!;:," and LABELS().find(line.text) is None
    return plain_line and not names_slot(line.text)


def _above_date(lines: Sequence[Line]) -> int | None:
    """Where the title of a regional meeting's page stands: right above its first label, the one of day or hours, below lines that name
    the meeting and the day ("LACIGF 2013", "Day 2")."""
    labels = [(at, label) for at, line in enumerate(lines[:_LOWEST]) if (label := LABELS().find(line.text)) is not None]
    at, label = next(((at, label) for at, label in labels if at > 0 or label.key != "agenda"), (0, None))
    if at < 2 or label is None or LABELS().keys[label.key].field != "schedule" or label.value_start is None:
        return None
    line, above = lines[at - 1], lines[: at - 1]
    short = 2 <= len(line.text.split()) < _PROSE and line.text[-1] not in ".!;:," and not is_name(line.text)
    return at - 1 if short and not names_meeting(line.text) and any(names_meeting(other.text) for other in above) else None


def _names_type_only(reading: TitleReading, below: Sequence[Line]) -> bool:
    """Whether the line says no more than year and type ("IGF 2014 main session") and the title stands right below it."""
    if reading.title is None or read_type_line(reading.title.value) is None or not below or below[0].gap > 1:
        return False
    text = below[0].text
    apart = below[0].gap == 0 or (not is_name(text) and not names_room(text))
    return _is_plain_title(below[0]) and apart


def _is_text(line: Line) -> bool:
    """Whether a line is text of a page, below which no title stands: a paragraph, a sentence of some length, or the words that
    announce a list."""
    words = len(line.text.split())
    return words >= _PROSE or (words >= _SENTENCE and line.text.endswith(".")) or (words > 1 and line.text.endswith(":"))


def _is_certain(reading: TitleReading, below: Sequence[Line]) -> bool:
    """Whether a line below the name of a site and its navigation is the title: it bears a type, and a number or the year, and a title."""
    named = reading.number is not None or (reading.year is not None and reading.session_type is not None and reading.title is not None)
    return named and reading.form == "type" and _is_titled(reading, below)


def _is_titled(reading: TitleReading, below: Sequence[Line]) -> bool:
    """Whether a title stands behind the number, or on the next line with the year before the number ("IGF 2010 - Workshop 94")."""
    if reading.title is not None:
        return True
    text = below[0].text if reading.year is not None and below else ""
    return 0 < len(text.split()) < _PROSE and LABELS().find(text) is None and not names_slot(text)


def _says_again(reading: TitleReading, line: Line) -> bool:
    """Whether the line below a title is a second title of the same session, in other words."""
    again = read_title(line.text)
    if again is None or again.session_type is None or reading.session_type is None or again.title is None or reading.title is None:
        return False
    same = again.session_type.value == reading.session_type.value and again.form == reading.form == "type"
    return same and again.number is None and again.year is None
