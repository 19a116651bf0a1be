"""Sentences that announce nameless people of named bodies: "There will be representatives from Foo Council and from UNESCO."."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import first_word, name_score, only_areas, organization_score, title_score
from igf_extract.vocab.announcements import is_announcing
from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.places import country_code, place_kind, place_of
from igf_extract.vocab.words import organization_words, placeholder_words

_LONGEST = 600  # characters of such a sentence
_MOST_LEAD = 8  # words before the people, and between them and the first body
_MOST_PLAIN = 6  # words of an item that names no body ("the fishing community")
_BODY = 0.65
_BRACKET = re.compile(r"[()]")
_CLOSING = re.compile(r"\s(?=(?:will|have|has|are|were|is|shall|may|to)\s[a-z])")


def delegating_bodies(piece: Piece) -> list[Piece]:
    """The bodies whose nameless people a sentence announces, in order; none where it is no such sentence, or names anything else.

    One body alone needs words in front ("There will be a delegate of Foo"): without them the line is an item of a list.
    """
    if len(piece.text) > _LONGEST:
        return []
    found = _head().search(piece.text)
    lead = piece.text[: found.start()] if found else ""
    if found is None or not _is_lead(lead):
        return []
    items = _items(piece.cut(found.end()).trim(" ."))
    bodies = [item for item in items if _is_body(item.text)]
    plain = all(item in bodies or len(item.text.split()) <= _MOST_PLAIN for item in items)
    # people whose names stand there as well, lands behind bodies, and a body with its group are read by the rules for these
    more = len(bodies) == 1 and not lead.strip() and any(place_kind(item.text) == "group" for item in items)
    more = more or any(name_score(words) >= 0.6 or country_code(words) for item in items for words in _BRACKET.split(item.text))
    return bodies if bodies and plain and not more and (len(items) > 1 or lead.strip()) else []


def _is_lead(text: str) -> bool:
    """Whether nothing but words that announce people stand in front ("There will also be")."""
    words = fold(text).strip(" ,:").split()
    known = placeholder_words("delegating")
    return len(words) <= _MOST_LEAD and all(is_announcing(word.strip(",:")) or word.strip(",:") in known for word in words)


def _items(piece: Piece) -> list[Piece]:
    """What stands between the commas and the joining words, without links and articles and without the words that close the sentence."""
    items: list[Piece] = []
    at = 0
    for mark in [*_between().finditer(piece.text), None]:
        end = mark.start() if mark else len(piece.text)
        item = piece.cut(at, end).trim(" ,;.")
        items += _joined(_without_article(item if mark else _without_closing(item)))
        at = mark.end() if mark else end
    return [item for item in items if item.text]


def _without_article(item: Piece) -> Piece:
    article = _article().match(item.text)
    return item.cut(article.end()) if article else item


def _without_closing(item: Piece) -> Piece:
    """ "UNESCO will take part", "UNESCO interviendront": without what closes the sentence."""
    closing = _CLOSING.search(item.text)
    item = item.cut(0, closing.start()) if closing else item
    while " " in item.text and fold(last := item.text.rsplit(" ", 1)[1]) in placeholder_words("delegating"):
        item = item.cut(0, len(item.text) - len(last)).trim(" ")
    return item


def _joined(item: Piece) -> list[Piece]:
    """ "UNESCO and Velm University": two bodies for certain; the fields of one ministry are not cut."""
    mark = _and().search(item.text)
    if mark is None or first_word(item.text) in organization_words("fields"):
        return [item]
    left, right = item.cut(0, mark.start()), item.cut(mark.end())
    other = _without_article(right)
    if first_word(right.text) in placeholder_words("articles") and _is_body(left.text):
        return [left, right]  # "UNESCO and two regulators"
    certain = not only_areas(right.text) and (_is_body(left.text) or place_of(left.text) is not None)
    return [left, other] if certain and (_is_body(other.text) or other != right) else [item]


def _is_body(text: str) -> bool:
    """Whether words are the name of a body and neither an office nor a place."""
    named = text[:1].isupper() or text[1:2].isupper()
    return named and organization_score(text) >= _BODY and title_score(text) < 0.7 and place_of(text) is None


def _alternatives(*names: str) -> str:
    return any_of(word for name in names for word in placeholder_words(name))


@cache
def _head() -> re.Pattern[str]:
    """The people and the link before the first body: "representatives from", "a delegate of", "speakers will come from"."""
    between = rf"(?:(?:{_alternatives('coming')})\s){{0,3}}"
    people = rf"(?:(?:{_alternatives('articles')}|des|the)\s)?(?:{_alternatives('delegates')})"
    return re.compile(rf"(?<!\w){people}\s{between}(?:{_alternatives('links')})\s(?:(?:{_alternatives('definite')})\s?)?", re.I)


@cache
def _between() -> re.Pattern[str]:
    """A comma, or a joining word that a link follows; the people and the link may stand there again."""
    again = rf"(?:(?:(?:{_alternatives('articles')}|the)\s)?(?:{_alternatives('delegates')})\s)?"
    link = rf"(?:{_alternatives('links')})\s"
    ands = rf"(?:{_alternatives('adding')}|&)\s"
    return re.compile(rf"[,;]\s(?:{ands})?(?:{again}{link})?|\s{ands}{again}{link}", re.I)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_alternatives('adding')}|&)\s(?=\S)", re.I)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('definite')})\s", re.I)
