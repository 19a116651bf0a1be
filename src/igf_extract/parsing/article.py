"""What an article shows of itself: its heading, the day it was published, its publisher.

Consumes the lines of a document of kind ``article``; produces ``Document.publication`` and the claims of the lines read. What
several lines could be is left out: two days without a word that says which is which give none. Vocabulary: ``data/articles.toml``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from igf_extract.model import Claim, Document, Evidence, Fact, Line, Method, Publication
from igf_extract.parsing.fields.clock import days
from igf_extract.parsing.fields.places import fold_in_place, plain
from igf_extract.parsing.lines import span_in
from igf_extract.vocab.fold import fold
from igf_extract.vocab.list_marks import has_mark
from igf_extract.vocab.load import read_data
from igf_extract.vocab.noise import noise_rule

_TOP = 14  # lines in which a heading and a bare date may stand
_UPPER = 3 * _TOP  # lines in which a label of the day or the publisher stands
_PROSE = 25  # words from which a line is text and no heading
_HEADING = (3, 30)  # words of a heading
_WORD = re.compile(r"[^\W\d_]{2,}")
_RANGE = re.compile(r"\d\s?[-–—]\s?\d{1,2}\s?[:.h]|\d{1,2}[:.]\d\d\s?[-–—]|\(\d{1,2}[:.]\d\d")
_DATELINE = re.compile(r"\(?([A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+){0,3}),\s(.{6,40}?)\)?\s?(?:[–—:-]|\.\s)")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright(?:\s©)?)\s{0,3}(?:20\d\d(?:\s?[-–]\s?20\d\d)?)\s{0,3}[,.]?\s{0,3}(?:by\s)?(\S[^.|·]{1,80})", re.IGNORECASE
)
_RIGHTS = re.compile(r"[\s,.–—|-]*\b(?:all rights reserved|tous droits|todos los derechos|todos os direitos).*$", re.IGNORECASE)


def read_article(document: Document) -> Document:
    """Fills ``publication`` and the claims of its lines; sessions are none of an article."""
    lines = document.lines
    heading = _heading(lines)
    day = _published(lines)
    publisher = _publisher(lines)
    if heading is None and day is None and publisher is None:
        return document
    rows = (("title", heading), ("published", day), ("publisher", publisher))
    claims = [Claim(line.index, name, fact.evidence) for name, found in rows if found is not None for line, fact in (found,)]
    publication = Publication(
        title=heading[1] if heading else None, published_on=day[1] if day else None, publisher=publisher[1] if publisher else None
    )
    return replace(document, publication=publication, claims=tuple(sorted(claims, key=lambda claim: (claim.line, claim.field))))


@cache
def _words(*path: str) -> tuple[str, ...]:
    value = read_data("articles.toml")
    for key in path:
        value = value[key]
    return tuple(map(fold, value))


# --- the heading ----------------------------------------------------------------------------------------------------------
def _heading(lines: Sequence[Line]) -> tuple[Line, Fact[str]] | None:
    """The first line above the text that can be a heading; one that is printed again near the top is surer."""
    found = []
    for line in lines[:_TOP]:
        if len(line.text.split()) >= _PROSE:
            break
        if _may_be_heading(line):
            found.append(line)
    if not found:
        return None
    again = [line for line in found if any(other.index != line.index and _repeats(other.text, line.text) for other in lines[: 2 * _TOP])]
    line = (again or found)[0]
    return line, Fact(line.text, Evidence(line.span, "article.heading", Method.POSITION), 0.95 if again else 0.85)


def _may_be_heading(line: Line) -> bool:
    text = line.text
    folded, count = fold(text), len(text.split())
    if not _HEADING[0] <= count <= _HEADING[1] or not any(c.isalpha() for c in text) or noise_rule(text) is not None:
        return False
    if text.endswith((":", ";", ",")) or (text.endswith(".") and count > 12) or has_mark(text):
        return False
    if folded in _words("no_heading", "whole") or folded.startswith(_words("no_heading", "starts")):
        return False
    if any(mark in folded for mark in _words("no_heading", "within")) or text.count("|") > 1 or text.count("·") > 1:
        return False
    return _bare_day(line) is None and _labelled_day(line) is None


def _repeats(other: str, line: str) -> bool:
    """The line itself, or the way to it ("Home | News | The heading")."""
    return other == line or (other.endswith(line) and len(other) <= len(line) + 80)


# --- the day --------------------------------------------------------------------------------------------------------------
def _published(lines: Sequence[Line]) -> tuple[Line, Fact[dt.date]] | None:
    """A labelled day, else the one day that stands alone at the top, else the day behind the place where the text begins."""
    labelled = [found for line in lines[:_UPPER] if len(line.text) <= 120 and (found := _labelled_day(line)) is not None]
    if labelled:
        return labelled[0]
    alone = [found for line in lines[:_TOP] if (found := _bare_day(line)) is not None]
    if alone:
        return alone[0] if len({fact.value for _, fact in alone}) == 1 else None
    for line in lines[:_TOP]:
        found = _dateline(line)
        if found is not None:
            return found
    return None


def _labelled_day(line: Line) -> tuple[Line, Fact[dt.date]] | None:
    at = _behind_label(line.text, "published")
    found = _only_day(line.text[at:]) if at else None
    return (line, _day_fact(line, found[0], at + found[1], at + found[2], "article.labelled_day", 0.97)) if found is not None else None


def _behind_label(text: str, *path: str) -> int:
    """Where the value behind one of the labels begins, 0 where the line has none of them."""
    folded = fold_in_place(text)
    for label in sorted(_words(*path), key=len, reverse=True):
        after = folded[len(label) :].lstrip(" ")
        if folded.startswith(label) and (after.startswith(":") or len(label) + len(after) < len(folded)):
            return len(text) - len(after.removeprefix(":").lstrip(" "))
    return 0


def _only_day(text: str) -> tuple[dt.date, int, int] | None:
    """The one full date that the words hold, with its place."""
    found = [day for day in days(plain(text)) if day.year is not None]
    date = found[0].date(None) if len(found) == 1 else None
    return (date, found[0].start, found[0].end) if date is not None else None


def _bare_day(line: Line) -> tuple[Line, Fact[dt.date]] | None:
    """A line that holds one full date and at most a weekday, a time or a short word beside it; no hours of an event."""
    text = line.text
    if len(text) > 60 or _behind_label(text, "changed") or _RANGE.search(text):
        return None
    found = _only_day(text)
    if found is None:
        return None
    date, start, end = found
    beside = [
        word for word in _WORD.findall(fold(text[:start] + " " + text[end:])) if word not in read_data("calendar.toml")["weekdays"]["names"]
    ]
    return (line, _day_fact(line, date, start, end, "article.bare_day", 0.9)) if len(beside) <= 1 else None


def _dateline(line: Line) -> tuple[Line, Fact[dt.date]] | None:
    """ "Geneva, 12 October 2023 – ..." at the head of the text."""
    match = _DATELINE.match(line.text)
    found = _only_day(match.group(2)) if match else None
    if match is None or found is None or len(_WORD.findall(match.group(2))) > 4:
        return None
    date, start, end = found
    return line, _day_fact(line, date, match.start(2) + start, match.start(2) + end, "article.dateline", 0.85)


def _day_fact(line: Line, date: dt.date, start: int, end: int, rule: str, confidence: float) -> Fact[dt.date]:
    return Fact(date, Evidence(span_in(line, start, end), rule, Method.SHAPE), confidence)


# --- the publisher --------------------------------------------------------------------------------------------------------
def _publisher(lines: Sequence[Line]) -> tuple[Line, Fact[str]] | None:
    """Behind a label, else behind the sign of copyright; two different names are none."""
    for reader in (_labelled_publisher, _copyright):
        found = [
            told for line in (*lines[:_UPPER], *lines[_UPPER:][-_TOP:]) if len(line.text) <= 160 and (told := reader(line)) is not None
        ]
        if found:
            return found[0] if len({fold(fact.value) for _, fact in found}) == 1 else None
    return None


def _labelled_publisher(line: Line) -> tuple[Line, Fact[str]] | None:
    at = _behind_label(line.text, "publisher")
    label = line.text[:at].rstrip()
    name = line.text[at:].strip(" .")
    if not at or not (label.endswith(":") or " " in label) or not _names_body(name):
        return None
    return line, _name_fact(line, at, at + len(name), name, "article.publisher")


def _copyright(line: Line) -> tuple[Line, Fact[str]] | None:
    match = _COPYRIGHT.match(line.text)
    name = _RIGHTS.sub("", match.group(1)).strip(" ,.–—|-") if match else ""
    if match is None or not _names_body(name):
        return None
    return line, _name_fact(line, match.start(1), match.start(1) + len(name), name, "article.copyright")


def _names_body(name: str) -> bool:
    return 2 <= len(name) <= 80 and len(name.split()) <= 10 and name[0].isalnum() and not name[0].islower() and _only_day(name) is None


def _name_fact(line: Line, start: int, end: int, name: str, rule: str) -> Fact[str]:
    return Fact(name, Evidence(span_in(line, start, end), rule, Method.LABEL), 0.9)
