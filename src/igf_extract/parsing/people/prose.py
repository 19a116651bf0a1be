"""Words on a line of people that are neither an office nor a body: running text, remarks, keywords."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import begins_small, only_areas, organization_score, title_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.words import honorifics, organization_words

_EVENT_HEAD = 60  # characters of a line in which a meeting is named by its number


def is_prose(text: str) -> bool:
    """Running text and no name of a body."""
    words = text.split()
    verbs = any(word in organization_words("verbs") and not _is_linked(words, at) for at, word in enumerate(words))
    return text.endswith("?") or len(words) > 25 or (len(words) > 5 and verbs) or (len(words) > 9 and text.endswith("."))


def _is_linked(words: list[str], at: int) -> bool:
    """ "Universidade do Norte": a word that is a verb elsewhere, between the words of a name."""
    return words[at] in honorifics("particles") and 0 < at < len(words) - 1 and all(words[i][:1].isupper() for i in (at - 1, at + 1))


def is_remark(text: str) -> bool:
    """A sentence behind a full stop ("She keeps the time", "Questions are read out"): a word of prose in front or a verb inside.

    >>> is_remark("Questions are read out."), is_remark("She will keep the time"), is_remark("Village Net Foundation")
    (True, True, False)
    """
    words = text.split()
    told = fold(words[0]).strip(",'’") in honorifics("sentences") if len(words) > 1 else False
    verbs = organization_words("verbs", "predicates")
    return told or (len(words) > 2 and any(word.strip(".,") in verbs for word in words[1:]))


def are_keywords(text: str) -> bool:
    """Whether a line names what somebody is interested in and neither an office nor a body.

    >>> are_keywords("rivers, choirs"), are_keywords("Human Rights, Data Protection, Privacy"), are_keywords("adviser, Foo")
    (True, True, False)
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < 2 or any(title_score(part) > 0.5 for part in parts):
        return False
    small = all(begins_small(part) and (len(parts) > 2 or organization_score(part) < 0.55) for part in parts)
    return small or (len(parts) > 2 and all(only_areas(part) for part in parts))


@cache
def _clause() -> re.Pattern[str]:
    links, verbs = (any_of(honorifics(name)) for name in ("clauses", "clause_verbs"))
    return re.compile(rf",?\s(?:{links})\s(?:{verbs})\s")


def without_clause(piece: Piece) -> Piece:
    """ "Ana Ruiz, Foo Council, where she leads the work on masts": without what is told of her at the end of her line."""
    clause = _clause().search(piece.text)
    if clause is None or any(mark in piece.text[clause.end() :] for mark in ";•|"):
        return piece
    return piece.cut(0, clause.start()).trim(" ,")


@cache
def _event() -> re.Pattern[str]:
    numbers, words, events = (any_of(organization_words(name)) for name in ("ordinals", "event_words", "events"))
    return re.compile(rf"\W{{0,3}}(?:\d{{1,2}}(?:st|nd|rd|th)|{numbers})\s(?:(?:{words})\s)?(?:{events})\b")


def is_event(text: str) -> bool:
    """Whether a line names a meeting by its number and no body ("14th Annual Symposium of the Foo Network")."""
    return _event().match(text[:_EVENT_HEAD].lower()) is not None
