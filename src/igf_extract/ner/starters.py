"""Words whose capital letter comes from their place: with which a sentence begins, and months before a day or a year."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.ner.lists import phrases
from igf_extract.vocab.load import read_data


@cache
def _starters() -> frozenset[str]:
    return frozenset(word.capitalize() for word in read_data("not_names.toml")["starters"])


_DAY_OR_YEAR = re.compile(r" \d")
_CAPITALISED = re.compile(r"\b[^\W\d_]\w*")


def plain_starters(text: str) -> str:
    """``text`` with "The", "In", "When" ... in small letters, so that no pattern takes them for part of a name; of the same length.

    Done once for a text, since the list of such words inside every CAP would make the expressions ten times as large.
    """
    starters = _starters()

    def plain(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() in phrases("calendar") and _DAY_OR_YEAR.match(text, match.end()):
            return word[0].lower() + word[1:]  # "Association of August 2023"
        if word not in starters or (word.lower() in _inside() and _is_inside(text, match.start(), match.end())):
            return word
        return word[0].lower() + word[1:]

    return _CAPITALISED.sub(plain, text)


@cache
def _inside() -> frozenset[str]:
    """Articles and prepositions that names of other languages hold: "Cuenca Al Frost", "Fundación El Lago"."""
    return frozenset(read_data("not_names.toml")["starters"]) & frozenset(read_data("not_names.toml")["name_particles"]) - {"i", "an"}


def _is_inside(text: str, start: int, end: int) -> bool:
    """Between two capitalised words, of which the first is no such word as begins a sentence."""
    first = text.rfind(" ", 0, max(0, start - 1)) + 1
    before, behind = text[first : start - 1], text[end : end + 2]
    return (
        text[start - 1 : start] == " " and before[:1].isupper() and before.isalpha() and before not in _starters() and behind[1:].isupper()
    )
