"""Where an office ends and its body begins inside one piece: "Head of Policy at Org", "Org's Deputy Director", "CTU Secretary"."""

from __future__ import annotations

from functools import lru_cache

from igf_extract.parsing.people.post import POSSESSIVE, SECOND_POST, Split
from igf_extract.parsing.people.post_beside import after_body
from igf_extract.parsing.people.post_links import at_link, is_crowd_of_body
from igf_extract.parsing.people.shape import first_word, is_body_word, organization_score, title_score, words_of
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code
from igf_extract.vocab.words import is_known_organization, job_words, organization_words, plain_words


@lru_cache(maxsize=4096)
def split_office(text: str) -> Split | None:
    """Cuts an office with its body; None where ``text`` holds only one of them.

    >>> s = split_office("Head of Policy at Foo"); ("Head of Policy at Foo"[: s.title_end], "Head of Policy at Foo"[s.body_start :])
    ('Head of Policy', 'Foo')
    """
    return _first_post(text) or _in_one(text)


def _in_one(text: str) -> Split | None:
    """The one office and its body, whatever stands between them."""
    return _at_possessive(text) or at_link(text) or after_body(text)


def _first_post(text: str) -> Split | None:
    """ "director of the Foo Center and professor of law at Bar University": the first of two offices, each with its body."""
    for match in SECOND_POST.finditer(text):
        if match[0].strip() in (";", "/") or title_score(text[match.end() :]) < 0.8 or is_crowd_of_body(text, match):
            continue
        left = _in_one(text[: match.start()])
        body = text[left.body_start : left.body_end] if left is not None else ""
        if left is not None and left.body_end == match.start() and organization_score(body) >= 0.65 and not is_unit(body):
            return left
    return None


def is_unit(body: str) -> bool:
    """Whether words name a part of a body and no body of its own.

    >>> is_unit("Road Department"), is_unit("service Europe"), is_unit("Village Net Council")
    (True, True, False)
    """
    words = words_of(body)
    ends = {*words[:1], *words[-1:]}
    return not ends.isdisjoint(organization_words("parts", "units", "divisions")) and not is_known_organization(body)


def country_owner(text: str) -> tuple[int, int, int] | None:
    """ "Estonia’s Tech Ambassador": the offsets of the country and where the office begins."""
    match = POSSESSIVE.match(text)
    return (match.start(1), match.end(1), match.end()) if match and country_code(match[1]) else None


def _at_possessive(text: str) -> Split | None:
    for match in POSSESSIVE.finditer(text[:120]):
        owner = match[1]
        body = (
            owner[:1].isupper()
            and fold(owner) not in job_words("degrees", "owning_people") | organization_words("crowds")
            and not _is_of_crowd(owner, text[match.end() :])
            and not _is_plain(owner)
            and organization_score(owner) >= 0.4
            and title_score(owner) < 0.7
        )
        if body and title_score(text[match.end() :]) >= 0.8:
            return Split(match.end(), len(text), match.start(1), match.end(1), True)
    return None


def _is_plain(owner: str) -> bool:
    """ "Ship's | Captain": one ordinary word that names no body."""
    return fold(owner) in plain_words() and not is_body_word(fold(owner)) and not is_known_organization(owner)


def _is_of_crowd(owner: str, rest: str) -> bool:
    """ "Velm Boat Owners' | Union Coordinator": those for whom a body is named, and the word for the body behind them."""
    return fold(owner.split()[-1]) in organization_words("crowds") and first_word(rest) in organization_words("closing")
