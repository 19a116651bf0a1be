"""Lists inside the description that a line of it announces: the questions and the sub-themes of a session.

Consumes the lines of a description; produces the lines that hold the items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from igf_extract.model import Line, Span
from igf_extract.parsing.draft import LISTED
from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data

_STARRED = re.compile(r"(?:^|\s)\*\s?[^*?]{8,400}\?")
_MARK = re.compile(r"(?:[•●▪◦✓*·–-]|\(?\d{1,2}[.)-]|\(?[A-Za-z][.)])\s*")
_THEME_WORDS = 15  # words of the longest item that names a theme and says nothing about it
_LEAST = 2


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(fold, read_data("announced.toml")[name]))


@cache
def _theme_intro() -> re.Pattern[str]:
    named = "|".join(re.escape(fold(word)) for word in read_data("announced.toml")["theme_words"])
    return re.compile(rf"(?:.{{0,160}}\b(?:following|these|its|the)\s(?:[\w-]+\s){{0,2}})?(?:{named}):")


def _listed_from(lines: Sequence[Line], start: int) -> Sequence[Line]:
    end = start
    while end < len(lines) and LISTED.match(lines[end].text):
        end += 1
    return lines[start:end]


def announced_questions(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The items of a list that a line of the prose announces as questions, or that holds nothing but questions."""
    for i, line in enumerate(lines):
        if len(_STARRED.findall(line.text)) >= _LEAST:
            end = line.text.rindex("?") + 1  # what follows the last question is prose again
            return (replace(line, text=line.text[:end], span=Span(line.span.start, line.span.start + end)),)
        head = fold(line.text)
        named = (head.endswith(":") and "question" in head) or head.rstrip(" :") in _words("question_headings")
        items = _listed_from(lines, i + 1) if named or head.endswith((":", ".")) else ()
        if len(items) < _LEAST:
            continue
        asking = sum(1 for item in items if "?" in item.text)
        if 2 * asking > len(items) if named else all(item.text.rstrip().endswith("?") for item in items):
            return tuple(items)
    return ()


def announced_themes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The items of a list that a line of the prose announces as the session's sub-themes, without their marks."""
    for i, line in enumerate(lines):
        if len(line.text) <= 250 and _theme_intro().fullmatch(fold(line.text)):
            items = _listed_from(lines, i + 1)
            if len(items) >= _LEAST and all(_names_theme(item.text) for item in items):
                return tuple(map(_unmarked, items))
    return ()


def _names_theme(text: str) -> bool:
    return len(text.split()) <= _THEME_WORDS and "?" not in text and ":" not in text


def _unmarked(line: Line) -> Line:
    mark = _MARK.match(line.text)
    cut = mark.end() if mark is not None else 0
    body = line.text[cut:].rstrip(" ;.,")
    return replace(line, text=body, span=Span(line.span.start + cut, line.span.start + cut + len(body)))
