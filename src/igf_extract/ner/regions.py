"""Where running text stands in a document, and the paragraphs in it.

Consumes ``sections``, ``turns``, ``kind``; produces paragraphs whose characters stand one to one for those of ``Document.text``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from igf_extract.model import Document, Span, Turn
from igf_extract.ner.words import same_length
from igf_extract.vocab.load import read_data

_WHOLE_TEXT_KINDS = frozenset({"article", "other"})
_LINE = re.compile(r"[^\n]+")
# bullets, dashes, "1.", "2)", "(a)", "C.", "IV." at the start of a line; behind a bullet "J." is an initial
_SIGN = r"(?:[•●▪■◦·*‣➢✓o–—-]+[ \t]+|>>+[ \t]*|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)][ \t]+)"
_MARKER = re.compile(rf"[ \t]*(?:[A-HI-V]{{1,3}}[.)][ \t]+{_SIGN}*|{_SIGN}+)")
_LONGEST = 3000  # characters of a paragraph that are read at once
_WRAPPED_AT = 60  # a line of at least so many characters may go on in the next
_WIDEST = 200  # characters: a longer line is no wrapped one
_SLACK = 12  # characters: words are not cut, so that wrapped lines differ by so much
_TOLD = 200  # characters of a line about somebody
_SMALL = 0.5  # share of small words of such a line
_FEWEST_BREAKS = 2  # between sentences of such a line
_NEXT_SENTENCE = regex.compile(r"\p{Ll}[.!?] \p{Lu}\p{Ll}")
_WORD_OF = r"\p{Lu}[\p{L}\p{M}'’.-]*+"
# "Online moderator: …", "Ann Lee, Frostwork", "Ann Lee (Frostwork)", "Ann Lee – Frostwork": an entry of a list
_ENTRY = regex.compile(rf"[ \t]*(?:{_WORD_OF}(?: [\p{{L}}'’.-]++){{0,3}}:(?:\s|$)|{_WORD_OF}(?: {_WORD_OF}){{1,3}}(?:,| ?\(| [–—-] |$))")
_LEADS_ON = regex.compile(r"(?:,|(?<![\p{L}])\p{Ll}{1,4}+|&)$")  # "… of the", "… and"


@dataclass(frozen=True, slots=True)
class Region:
    """A range of running text and what it belongs to."""

    span: Span
    section_ordinal: int | None = None
    session_index: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together. ``text[i]`` stands for ``Document.text[start + i]``."""

    start: int
    text: str
    region: Region


def not_prose() -> frozenset[str]:
    """The section fields that are lists, not running text."""
    return frozenset(read_data("not_names.toml")["not_prose_fields"])


def prose_regions(document: Document) -> list[Region]:
    """The ranges of running text in the order of the text; later ranges inside earlier ones are left out."""
    if document.kind in _WHOLE_TEXT_KINDS:
        return [Region(Span(0, len(document.text)))]
    lists = not_prose()
    found = [
        Region(section.evidence.span, ordinal, section.session_index)
        for ordinal, section in enumerate(document.sections)
        if section.field not in lists
    ]
    for ordinal, section in enumerate(document.sections):
        if section.field == "participants":
            told = _biographies(document.text, section.evidence.span)
            found += [Region(span, ordinal, section.session_index) for span in told]
    found += [Region(_after_label(document.text, turn), None, turn.session_index) for turn in document.turns]
    regions: list[Region] = []
    for region in sorted(found, key=lambda r: (r.span.start, -r.span.end)):
        if not any(other.span.holds(region.span) for other in regions[-3:]):
            regions.append(region)
    return regions


def _biographies(text: str, span: Span) -> Iterator[Span]:
    """The lines of a list of people that tell of somebody in sentences, most of their words small."""
    for line in _LINE.finditer(text, span.start, span.end):
        words = line.group().split() if line.end() - line.start() >= _TOLD else []
        small = sum(word[0].islower() for word in words)
        if words and small >= _SMALL * len(words) and len(_NEXT_SENTENCE.findall(line.group())) >= _FEWEST_BREAKS:
            yield Span(*line.span())


def _after_label(text: str, turn: Turn) -> Span:
    """The words of a turn without the name of its speaker before them."""
    span = turn.evidence.span
    if turn.speaker:
        at = text.find(turn.speaker, span.start, min(span.end, span.start + len(turn.speaker) + 12))
        colon = text.find(":", at + len(turn.speaker), at + len(turn.speaker) + 6) if at >= 0 else -1
        if 0 <= colon < span.end:
            return Span(colon + 1, span.end)
    return span


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of all running text, without list markers at their start."""
    done = 0
    for region in prose_regions(document):
        start = max(region.span.start, done)
        for first, last in _paragraph_spans(document.text, start, region.span.end):
            for a, b in _pieces(document.text, first, last):
                text = same_length(document.text[a:b]).replace("\n", " ").replace("\r", " ").replace("\t", " ")
                yield Paragraph(a, text, region)
        done = max(done, region.span.end)


def _paragraph_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines, joined where the next goes on with the sentence: hard-wrapped text must not cut a name in two."""
    first = last = -1
    end = _before_cut_word(text, start, end)
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        if not line.strip():
            continue
        marker = _MARKER.match(line)
        begin = match.start() + (marker.end() if marker else len(line) - len(line.lstrip()))
        if last >= 0 and marker is None and _goes_on(text[first:last], text[last : match.start()], line):
            last = match.start() + len(line.rstrip())
            continue
        if last > first:
            yield first, last
        first, last = begin, match.start() + len(line.rstrip())
    if last > first >= 0:
        yield first, last


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A long paragraph cut after sentences, so that no step has to work on a text without end."""
    while end - start > _LONGEST:
        cut = max(text.rfind(sign, start + _LONGEST // 2, start + _LONGEST) for sign in (". ", "? ", "! ", ">> ", ") "))
        cut = cut + 1 if cut > 0 else text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _before_cut_word(text: str, start: int, end: int) -> int:
    """Where a range ends that would end inside a word: before that word."""
    while start < end < len(text) and text[end - 1].isalpha() and text[end].isalpha():
        end -= 1
    return end


def _goes_on(before: str, between: str, following: str) -> bool:
    """Whether a paragraph may continue after the line break(s) in ``between``: its last line is full, and ``following`` is no entry."""
    if between.count("\n") > 1:
        return False
    line = before[before.rfind("\n") + 1 :]
    if not _WRAPPED_AT <= len(line) <= _WIDEST or before[-1] in '.!?:;”"»':
        return False
    return _LEADS_ON.search(line) is not None or (len(line) + _SLACK >= len(following.rstrip()) and not _ENTRY.match(following))
