"""Acronyms that a text defines itself: "Full Form (ACR)" or "ACR (Full Form)", recognised by the initials of the form's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from igf_extract.ner.lists import phrases

_IN_BRACKETS = re.compile(r"\((?:the )?[\"'“‘]?([A-Z][A-Za-z0-9&.+-]{1,11})[\"'”’]?\)")
_FORM_IN_BRACKETS = re.compile(r"(?<![\w.@/-])([A-Z]{3,9}) \((?:the |The |la |le |el )?([A-ZÀ-Þ][^()\n]{8,120})\)")
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ELIDED = re.compile(r"[dlDL]['’][^\W_]")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Definition:
    """``form`` and ``acronym`` are (start, end) in the text."""

    form: tuple[int, int]
    acronym: tuple[int, int]


def definitions(text: str) -> Iterator[Definition]:
    """Every "Full Form (ACR)" and "ACR (Full Form)" whose initials agree.

    >>> [text[slice(*d.form)] for text in ["the Open Rights Network (ORN) said"] for d in definitions(text)]
    ['Open Rights Network']
    """
    for match in _IN_BRACKETS.finditer(text):
        letters = [c for c in match.group(1) if c.isupper()]
        if len(letters) < 2:
            continue
        start = _form_start(text, match.start(), "".join(letters))
        if start is not None:
            end = start + len(text[start : match.start()].rstrip())
            yield Definition((start, end), match.span(1))
    for match in _FORM_IN_BRACKETS.finditer(text):
        if _form_start(text, match.end(2), match.group(1)) == match.start(2):
            yield Definition(match.span(2), match.span(1))


def _form_start(text: str, end: int, letters: str) -> int | None:
    """Where the full form begins, walking back word by word from the bracket; None where the initials do not agree."""
    words = list(_TOKEN.finditer(text, max(0, end - 160), end))[-_LONGEST:]
    left = list(letters)
    small = phrases("small_words")
    for found in reversed(words):
        elided = 2 if _ELIDED.match(found.group()) else 0
        word, start = found.group()[elided:], found.start() + elided
        initials = [part[0] for part in re.split(r"[-']", word) if part]
        if left and word[0].upper() == left[-1] and (word[0].isupper() or word not in small):
            left.pop()
            if not left:
                return start if word[0].isupper() else None
        elif word in small:
            continue
        elif len(initials) > 1 and left[-len(initials) :] == [i.upper() for i in initials]:
            del left[-len(initials) :]
            if not left:
                return start
        else:
            return None
    return None
