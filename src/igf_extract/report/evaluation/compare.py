"""When a value of the tables counts as the labelled one."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

ALIKE = 0.9  # long texts count as found from this share of common characters on
_PRINT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})
_BLANKS = re.compile(r"\s+")
_NO_WORD = re.compile(r"\W+")
_ZONE = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")


def plain(value: object) -> str:
    """``value`` without case, typographic signs, runs of blanks and closing punctuation.

    >>> plain(" The “Net”.")
    'the "net"'
    """
    text = unicodedata.normalize("NFKC", str(value)).translate(_PRINT)
    return _BLANKS.sub(" ", text).strip(" .,;:").casefold()


def letters(value: str) -> str:
    """Only the letters and digits of a text, for comparing where it begins and ends."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", value)).casefold()


def likeness(a: str, b: str) -> float:
    """The share of characters that two texts have in common, in [0, 1]."""
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def same_texts(found: Iterable[str], expected: Iterable[str]) -> tuple[list[str], list[str]]:
    """Both lists as values that are equal where a found text is close enough to an expected one; each is used once."""
    wanted = [plain(text) for text in expected]
    left = list(wanted)
    values = []
    for text in map(plain, found):
        best = _closest(text, left)
        if best is None:
            values.append("\0" + text)
        else:
            left.remove(best)
            values.append(best)
    return values, wanted


def _closest(text: str, others: Sequence[str]) -> str | None:
    best, most = None, 0.0
    for other in others:
        matcher = SequenceMatcher(None, text, other, autojunk=False)
        # the quick ratios are upper bounds: what they refuse cannot be alike
        if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
            continue
        share = matcher.ratio()
        if share >= ALIKE and share > most:
            best, most = other, share
    return best


def moment(value: dt.date | str) -> str:
    """A date, a wall clock or an instant, instants in UTC, all written in one way.

    >>> moment("2023-10-09T14:00:00+09:00")
    '2023-10-09T05:00:00'
    """
    if isinstance(value, str):
        text = value.replace(" ", "T").replace("Z", "+00:00")
        value = dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        value = value.astimezone(dt.UTC).replace(tzinfo=None)
    return value.isoformat()


def found_moment(row: Mapping[str, Any], key: str, expected: str | None) -> str | None:
    """The row's value for ``date``, ``starts_at`` or ``ends_at``: the wall clock where the label names a clock without zone."""
    is_local = key != "date" and expected is not None and not _ZONE.search(expected)
    value = row.get(key.replace("_at", "_local") if is_local else key)
    return None if value is None else moment(value)
