"""Where a sentence ends and whether it asks."""

from __future__ import annotations

from dataclasses import dataclass

import regex

_LONGEST_WORD = 200
_LONGEST_BRACKET = 1500  # a bracket open for longer was never closed
_CLOSERS = r"[\"”’'»)\]]*"
_END = regex.compile(
    rf"\?{_CLOSERS}(?:\s*\?{_CLOSERS})*(?=\s|$|[A-ZÀ-Þ¿])"  # ? may be glued to the next sentence
    rf"|[.!…]{_CLOSERS}(?=\s+[\"“«(\[]?[\p{{Lu}}¿¡\d]|\s*$)"
)
_NO_END = regex.compile(
    r"(?:\b(?:\p{L}|e\.g|i\.e|mr|mrs|ms|dr|prof|vs|no|nos|st|al|cf|approx|art|vol|inc|ltd|co|u\.n|u\.s|u\.k))$", regex.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its place in a text; ``asks`` where it ends with a question mark."""

    start: int
    end: int
    asks: bool


def sentences(text: str, openers: regex.Pattern[str] | None = None) -> list[Sentence]:
    """The sentences of a paragraph. A question mark inside brackets, quotes that go on, or a link ends none.

    A small letter goes on with the sentence before it, unless one of the words of ``openers`` begins there ("who pays? who repairs it?").

    >>> [(s.asks, "Who pays? And how much? Nobody knows."[s.start : s.end]) for s in sentences("Who pays? And how much? Nobody knows.")]
    [(True, 'Who pays?'), (True, 'And how much?'), (False, 'Nobody knows.')]
    """
    out: list[Sentence] = []
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        asks = found[0][0] == "?"
        if not (_ends_question(text, start, found.start(), end, openers) if asks else _ends_statement(text, start, found.start())):
            continue
        out.append(Sentence(start, end, asks))
        start = end + len(text[end:]) - len(text[end:].lstrip())
    if start < len(text):
        out.append(Sentence(start, len(text), False))
    return out


def _ends_question(text: str, start: int, at: int, end: int, openers: regex.Pattern[str] | None) -> bool:
    word = text[max(text.rfind(" ", start, at), start, at - _LONGEST_WORD) : at]
    if "://" in word or "www." in word:
        return False
    if end - start < _LONGEST_BRACKET and text.count("(", start, end) > text.count(")", start, end):
        return False
    after = text[end : end + _LONGEST_WORD].lstrip()
    return not after[:1].islower() or (openers is not None and openers.match(after) is not None)


def _ends_statement(text: str, start: int, at: int) -> bool:
    return text[at] != "." or _NO_END.search(text[max(start, at - 12) : at]) is None
