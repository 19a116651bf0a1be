"""Acronyms that a text defines itself: "Full Form (ACR)", recognised by the initials of the form's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from igf_extract.ner.lists import phrases

_IN_BRACKETS = re.compile(r"\((?:the )?[\"'“‘]?([A-Z][A-Za-z0-9&.+-]{1,11})[\"'”’]?\)")
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Definition:
    """``form`` and ``acronym`` are (start, end) in the text."""

    form: tuple[int, int]
    acronym: tuple[int, int]


def definitions(text: str) -> Iterator[Definition]:
    """Every "Full Form (ACR)" whose initials agree.

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


def _form_start(text: str, end: int, letters: str) -> int | None:
    """Where the full form begins, walking back word by word from the bracket; None where the initials do not agree."""
    words = list(_TOKEN.finditer(text, max(0, end - 160), end))[-_LONGEST:]
    left = list(letters)
    small = phrases("small_words")
    for word in reversed(words):
        initials = [part[0] for part in re.split(r"[-']", word.group()) if part]
        if left and word.group()[0].upper() == left[-1] and (word.group()[0].isupper() or word.group() not in small):
            left.pop()
            if not left:
                return word.start() if word.group()[0].isupper() else None
        elif word.group() in small:
            continue
        elif len(initials) > 1 and left[-len(initials) :] == [i.upper() for i in initials]:
            del left[-len(initials) :]
            if not left:
                return word.start()
        else:
            return None
    return None
