"""A label that stands before its value on the same line (``Theme: Access``)."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import regex

from igf_extract.parsing.fields.places import fold_in_place
from igf_extract.vocab.fold import fold

_WORDS_OF_A_GLUED_LABEL = 3
_LONGEST_LABEL = 200
_BEFORE_COLON = regex.compile(r"^(?P<label>[^:\n]{1,90}?)\s*[:：]\s*")
_LIST_MARK = regex.compile(r"^(?:[-–—•*]\s*)+")
_LIST_OR_NUMBER = regex.compile(r"^(?:(?:[-•*]\s*)+|\d{1,2}\s?[.)]\s*|\[)")


@cache
def _glued(labels: frozenset[str]) -> regex.Pattern[str]:
    long = sorted((label for label in labels if label.count(" ") >= _WORDS_OF_A_GLUED_LABEL - 1), key=len, reverse=True)
    words = ("\\s+".join(map(regex.escape, label.split())) for label in long)
    return regex.compile(r"(?:" + "|".join(words) + r")\s+(?=\S)" if long else r"(?!)")


def glued_label_length(text: str, labels: frozenset[str]) -> int:
    """As ``label_length``, and also for a long label that only a blank parts from its value (cells of a table run together).

    >>> glued_label_length("Type of session Panel |", frozenset({"type of session", "format"}))
    16
    """
    found = _glued(labels).match(fold_in_place(text[:_LONGEST_LABEL]))
    return label_length(text, labels) or (found.end() if found else 0)


def label_length(text: str, labels: Collection[str]) -> int:
    """The characters that a label of ``labels`` (folded, no colon) takes at the line's start, colon and blanks included, or 0.

    >>> label_length("- Theme: Access", {"theme"})
    9
    >>> label_length("Theme: ", {"theme"})
    7
    >>> label_length("Access: what now?", {"theme"})
    0
    """
    mark = _LIST_MARK.match(text)
    begin = mark.end() if mark else 0
    found = _BEFORE_COLON.match(text[begin:])
    if found is None:
        return 0
    label = fold(found["label"])
    numbered = _LIST_OR_NUMBER.sub("", label, count=1)  # "1. Key Policy Questions and related issues: …"
    if label in labels or (numbered in labels and numbered.count(" ") > 1):
        return begin + found.end()
    return 0


def is_label(text: str, labels: Collection[str]) -> bool:
    """Whether the whole line is one of the labels, with or without a colon."""
    body = fold(text).rstrip(" :")
    return body in labels or _LIST_OR_NUMBER.sub("", body, count=1) in labels
