"""A label that stands before its value on the same line (``Theme: Access``)."""

from __future__ import annotations

from collections.abc import Collection

import regex

from igf_extract.vocab.fold import fold

_BEFORE_COLON = regex.compile(r"^(?P<label>[^:\n]{1,90}?)\s*[:：]\s*")
_LIST_MARK = regex.compile(r"^(?:[-–—•*]\s*)+")
_LIST_OR_NUMBER = regex.compile(r"^(?:(?:[-•*]\s*)+|\d{1,2}\s?[.)]\s*|\[)")


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
