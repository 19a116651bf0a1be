"""Does a slice of the text say a value? Blanks, indentation, list marks and line breaks do not matter; words do."""

from __future__ import annotations

import re

# a bullet or number at the start of a line, of at most a dozen characters: "-", "•", "1.", "(a)", "Q3:", "iv)"
_MARK = re.compile(r"^(?:[-–—−‐•·●▪◦*>o○■➢✓§]+|\(?(?:[Qq]?\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.):])(?=\s|[A-ZÀ-Þ\"“'‘¿])\s*")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))


def words_of(text: str) -> str:
    """The text on one line, without indentation, list marks at line starts and runs of blanks.

    >>> words_of("   - First\\n     item\\n 2) Second")
    'First item Second'
    """
    lines = []
    for line in text.translate(_INVISIBLE).split("\n"):
        bare = " ".join(line.split())
        marked = _MARK.sub("", bare, count=1)
        lines.append(marked or bare)
    return " ".join(line for line in lines if line)


def quotes(slice_: str, value: str) -> bool:
    """Whether the slice is the value.

    >>> quotes("1. What  is\\n   next?", "What is next?"), quotes("What is next?", "What was next?")
    (True, False)
    """
    return slice_ == value or words_of(slice_) == words_of(value)


def holds(slice_: str, value: str) -> bool:
    """Whether the slice holds the value among other words.

    >>> holds("Ms. Ana Ruiz,\\n Open Net Trust", "Open Net Trust")
    True
    >>> holds("Mr,Samba,DIALLO,Academia,Sonatel", "Samba DIALLO")  # some forms put commas between the parts of a name
    True
    """
    said = " ".join(value.split())
    uncut = [" ".join(text.split()) for text in (slice_, slice_.replace(",", " "))]
    return value in slice_ or words_of(value) in words_of(slice_) or any(said in text for text in uncut)
