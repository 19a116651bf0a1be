"""What looks like the name of a body. Scores in 0 to 1 from word lists and capitals; no side effects."""

from __future__ import annotations

import re
from functools import lru_cache

from igf_extract.parsing.people.person import has_own_acronym, is_body_word, is_given, is_han_body
from igf_extract.parsing.people.pieces import URL
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import is_country, place_of
from igf_extract.vocab.words import honorifics, is_known_organization, job_words, organization_starts, organization_words

_WORD = re.compile(r"[^\s,;/()\[\]\"“”]+")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.\-/]{1,11}")
BRACKETED_ACRONYM = r"\([A-Z][A-Za-z&.-]{1,11}\)"  # for patterns: "(ITU)"
CLOSING_ACRONYM = re.compile(rf"\s*{BRACKETED_ACRONYM}\s*$")
# "VillageNet 2022 focal points": a coined name with capitals inside, and more words than a name of a person has
_NAME_WORDS = 5
_COINED = re.compile(r"[A-Z][a-z]{2,}[A-Z]+[A-Za-z]*\s(?:\d{4}\s)?[A-Za-z]{3,}\b")
_COINED_SMALL = re.compile(r"[a-z][\w-]{2,30}\.[A-Za-z][a-z]{1,9}(?=[\s,;)]|$)")
_COINED_CAPITAL = re.compile(r"[a-z]{1,5}[A-Z]")
_DOMAIN = re.compile(r"[\w-]{2,}\.(org|net|com|asia|info|io|int|eu|uk|africa|works|kiwi|[a-z]{2})\b", re.I)
_COUNTRY_DOMAINS = frozenset(("eu", "io", "uk"))  # beside the codes of countries
_REGISTERED = re.compile(r"\be\.\s?V\.?$")  # "e. V.", an association of Germany
_GLUED_AND = re.compile(r"(?<=[^\W\d_]{3})&(?=[^\W\d_]{3})")  # "President&CEO"
LONGEST = 300  # characters of a text that is scored
_ACRONYM_LETTERS = 4


def words_of(text: str) -> list[str]:
    """Folded words without closing points and possessives."""
    key = fold(text)
    key = _GLUED_AND.sub(" & ", key) if "&" in key else key
    words = (word.strip(".'*:!?").removesuffix("'s") for word in _WORD.findall(key))
    return [word for word in words if word]


def first_word(text: str) -> str:
    """The first of ``words_of``; empty where there is none."""
    return next(iter(words_of(text)), "")


@lru_cache(maxsize=16384)
def organization_score(text: str) -> float:
    """How much ``text`` looks like the name of a body, 0 to 1.

    >>> organization_score("Ghana Internet Users Association") > 0.7, organization_score("Deputy Director") < 0.5
    (True, True)
    """
    body = text.strip(" ,;.'\"“”")
    if not body or len(body) > LONGEST or place_of(body):
        return 0.0
    if is_known_organization(body):
        return 1.0
    return _by_words(body)


def _by_words(body: str) -> float:
    if is_han_body(body):
        return 0.85
    words = words_of(body)
    if not words:
        return 0.0
    if len(words) > 2 and not organization_words("predicates").isdisjoint(body.split()):
        return 0.1
    # "Communications of Ghana": a field of work in front is no evidence
    alone = len(words) == 1
    if any(is_body_word(word) and (alone or at > 0 or word not in job_words("areas")) for at, word in enumerate(words)):
        return 0.85
    if _REGISTERED.search(body) or (not alone and not organization_words("shouted").isdisjoint(words) and _is_shouted(body)):
        return 0.85
    if URL.fullmatch(body):
        return 0.7
    if has_own_acronym(body):
        return 0.8
    domain = any(map(is_domain, body.split()))
    if begins_small(body) and not domain:
        return 0.1
    if domain or _begins_or_ends_as_body(body, words):
        return 0.8
    score = _by_capitals(body)
    return max(score, 0.6) if len(words) > _NAME_WORDS and _COINED.match(body) else score


def _is_shouted(body: str) -> bool:
    """ "ONG Rafiki", "Velm Vivo ONG": a word for a body in capitals; otherwise, and behind a given name, it is a family name."""
    words = _WORD.findall(body)
    told = words[:-1] if is_given(body) else words
    return any(word.isupper() and fold(word) in organization_words("shouted") for word in told)


def _begins_or_ends_as_body(body: str, words: list[str]) -> bool:
    key = fold(body)
    if len(words) > 1 and key.startswith(organization_starts()):
        return True
    ends = len(words) == 1 and len(key) > 5 and key.endswith(organization_starts("endings"))
    return ends or words[-1] in organization_words("suffixes") or is_crowd(body)


def is_crowd(text: str) -> bool:
    """Whether a body is named for those who belong to it: "Lamp Makers", "Cable Users of Velm"; every word has its capital."""
    head = re.split(r"\s(?:of|for|in|without|against)\s", text.strip(), maxsplit=1)[0].split()
    named = len(head) > 1 and all(word[:1].isupper() for word in head)
    return named and fold(head[-1]) in organization_words("crowds") and fold(head[0]) not in organization_words("small")


def _by_capitals(body: str) -> float:
    """The score of a name that holds no word of a body: acronyms, a well-known body in front, an ampersand."""
    tokens = body.split()
    bare = [token.strip("().,") for token in tokens]
    shouted = body.isupper() and len(tokens) > 1 and all(map(str.isalpha, bare))
    if (
        not shouted
        and len(tokens) <= 5
        and any(_is_acronym(token, at > 0 and is_given(body), len(tokens) == 1) for at, token in enumerate(bare))
    ):
        return 0.7 if len(tokens) == 1 else 0.55
    if any(is_known_organization(" ".join(tokens[:size])) for size in (1, 2, 3)):
        return 0.65
    if "&" in tokens[1:-1] and not all(fold(token) in job_words("heads", "qualifiers", "areas") for token in bare if token != "&"):
        return 0.6  # "Foo & Bar", but neither "President & CEO" nor "Research & Development"
    return 0.4 if body[:1].isupper() or body[:1].isdigit() or body[1:2].isupper() else 0.3


def _is_acronym(token: str, named: bool, alone: bool = False) -> bool:
    """Whether a word of capitals is an acronym; long ones behind an honorific or a given name are a family name ("Dr Blaise NDINGA")."""
    known = _ACRONYM.fullmatch(token) is not None and fold(token) not in organization_words("not_bodies")
    known = known and (alone or fold(token) not in honorifics("particles"))  # "DE LA PEÑA Crisanto"
    return known and not (named and len(token) > _ACRONYM_LETTERS and token.isalpha())


def is_domain(word: str) -> bool:
    """Whether a word is a name on the internet ("velmwerk.org", "Saranto.gr"), by which bodies go as well."""
    found = _DOMAIN.search(word) if "." in word else None
    return found is not None and (len(found[1]) > 2 or found[1].lower() in _COUNTRY_DOMAINS or is_country(found[1].upper()))


def begins_small(text: str) -> bool:
    """Whether a text begins with a small letter and no coined name ("iNethi", "npIX", "guifi.lab")."""
    return text[:1].islower() and _COINED_CAPITAL.match(text) is None and _COINED_SMALL.match(text) is None
