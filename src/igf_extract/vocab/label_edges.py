"""The edges of a label in its line: the brackets around it, where it may end, and where the value behind it begins."""

from __future__ import annotations

import re

from igf_extract.vocab.fold import fold
from igf_extract.vocab.noise import noise_rule

LENGTH = re.compile(  # "[150 words or less]"
    r"[\[(](?:no more than |up to |at least |(?:max|min)(?:imum)?(?: of)?\.? )?"
    r"[\d–-]{1,9}\s?(?:words?|paragraphs?|sentences?)[^\])\n]{0,60}[\])]",
    re.IGNORECASE,
)

# what a form tells or asks those who fill it in: "Proposals on other topics should include an explanation.", "Describe whom you asked."
_TOLD = re.compile(
    r"(?:Proposals?\s[^.?!\n]{0,300}\bshould\s(?:include|contain|explain)|(?:Describe|Explain|Indicate|Specify)\s[^.?!\n]{0,300}\byou)"
    r"\s[^.?!\n]{0,300}\.(?=\s|$)"
)
_GOES_ON = re.compile(r"^, specifically on [^.\n\[]{0,200}(?:\.(?=\s|$)|$)\s?")  # the end of a question of the report form


def after_instruction(text: str, end: int) -> int | None:
    """Where the value begins behind a label that ends at ``end``; a form may print first how long an answer may be, and examples.

    >>> after_instruction("Outcomes: You should know a lamp.", 8), after_instruction("Speakers. Describe whom you have asked.", 8)
    (10, None)
    """
    rest = _GOES_ON.sub("", text[end:].lstrip(" :.?*"))
    length = LENGTH.match(rest)
    value = rest[length.end() :].lstrip(" :.*") if length is not None else rest
    told = _TOLD.match(value)
    value = value[told.end() :].lstrip() if told is not None else value
    return len(text) - len(value) if value.strip(" |") and noise_rule(value) is None else None


def unbracketed(body: str) -> str:
    """The words of a heading that stands in square brackets, such as ``[draft agenda]``."""
    inner = body.strip(" :")
    return inner[1:-1] if inner.startswith("[") and inner.endswith("]") else body


def separators(body: str) -> list[int]:
    """Where a label may end: after the first or second colon, or after a question mark."""
    ends = []
    first = body.find(":")
    if first > 0:
        ends.append(first)
        second = body.find(":", first + 1)
        if second > 0:
            ends.append(second)
    question = body.find("?")
    if question > 0:
        ends.append(question + 1)
    return ends


def raw_length(text: str, folded: str) -> int:
    """How many characters of ``text`` fold to ``folded`` (which its fold starts with)."""
    end = min(len(folded), len(text))
    while end < len(text) and len(fold(text[:end])) < len(folded):
        end += 1
    while end > 0 and len(fold(text[: end - 1])) >= len(folded):
        end -= 1
    return end
