"""The words that join two persons or two bodies: "and", a slash, "in collaboration with"."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.words import honorifics, pair_words

_JOINING = (" with", " with the", " by", " avec", " con", " com", " of")


@cache
def pair() -> re.Pattern[str]:
    """What stands between two persons: "A and B", "A/B"."""
    return re.compile(rf"\s+(?:{any_of(pair_words())})\s+|\s{{0,3}}/\s{{0,3}}", re.I)


@cache
def joiner() -> re.Pattern[str]:
    """A joining word in front of a piece: "and B"; a capital letter by itself is an article or an initial ("O Velmo", "E Ruiz")."""
    return re.compile(rf"(?!(?-i:[A-Z]\s))(?:{any_of(pair_words())})\s+(?=\S)", re.I)


@cache
def joint_phrases() -> tuple[str, ...]:
    """What says that bodies act together ("in collaboration with"), the longest first."""
    return tuple(sorted(honorifics("joint"), key=lambda words: (-len(words), words)))


@cache
def joint_words() -> re.Pattern[str]:
    """What says that two bodies act together: "A in collaboration with the B"."""
    words = any_of(words for words in joint_phrases() if words.endswith(_JOINING))
    return re.compile(rf"[,\s]\s{{0,3}}(?:{words})\s{{1,3}}(?:the\s)?", re.I)


@cache
def joint_start() -> re.Pattern[str]:
    """The same words in front of a piece: "in collaboration with B"."""
    return re.compile(rf"(?:{any_of(joint_phrases())})\s{{1,3}}", re.I)


@cache
def _backers() -> re.Pattern[str]:
    words = any_of(words for words in joint_phrases() if words.endswith(_JOINING))
    return re.compile(rf"[,\s]\s?(?:{words})\s(?:the\s|its\s)?(?:{any_of(honorifics('backers'))})(?!\w)", re.I)


def without_backers(text: str) -> int:
    """Where a list ends before several bodies that it names as a crowd.

    >>> text = "Foo Net and Bar, with the support of the governments of Peru and Chile"
    >>> text[: without_backers(text)]
    'Foo Net and Bar'
    """
    mark = _backers().search(text)
    return mark.start() if mark is not None else len(text)


def without_joiner(text: str) -> int:
    """Where a text ends without a closing "and" or slash."""
    words = text.split()
    closed = len(words) > 1 and (words[-1] == "/" or fold(words[-1]) in pair_words())
    return len(text.rstrip().removesuffix(words[-1]).rstrip()) if closed else len(text)
