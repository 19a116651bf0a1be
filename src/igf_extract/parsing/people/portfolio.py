"""What a minister answers for, listed with commas: "Minister of Science, Technology and Higher Education"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import is_body_word, words_of
from igf_extract.vocab.fold import fold
from igf_extract.vocab.words import job_edges, job_words

_OF = re.compile(r"\s(?:of|for|de|du|des|del|da|do|für)\s", re.IGNORECASE)
_JOINED = re.compile(r"[^\W\d_][\w'’-]*(?:\s[\w'’-]+){0,3}\s(?:and|&|et|y|e|und)\s(?:the\s)?\w")
_OWNER = re.compile(r"\s(?:of|de|du|del|da|do)\s(?:the\s|la\s|el\s)?(?=[^\W\d_a-z])")
_MOST, _FIELD_WORDS = 4, 3  # pieces behind the first, and words of one between commas


def portfolio_end(parts: Sequence[Piece]) -> int:
    """How many of the pieces behind a name are a minister and the list of what she answers for; 0 where there is no such list.

    The list ends with two fields that a word joins; no word of a body stands in it.
    """
    if len(parts) < 2 or not _is_minister(parts[0].text) or _OF.search(parts[0].text) is None:
        return 0
    for at, part in enumerate(parts[1 : _MOST + 1], start=1):
        if part.sep != ",":
            return 0
        fields = _OWNER.split(part.text, maxsplit=1)[0]
        words = words_of(fields)
        if not words or (is_body_word(words[0]) and words[0] not in job_words("areas")):
            return 0  # "Secretary of State, Bundesministerium für Jugend und Familie"
        if is_body_word(words[-1]) and words[-1] not in job_words("areas") and words[-2:] != ["information", "society"]:
            return 0
        if _JOINED.match(fields):
            return at + 1
        if len(words) > _FIELD_WORDS or not part.text[:1].isupper():
            return 0
    return 0


def _is_minister(text: str) -> bool:
    return not job_words("portfolios").isdisjoint(words_of(text)) or fold(text).startswith(job_edges("portfolio_heads"))
