"""An office right behind its body or before it, without a link: "CTU Secretary", "CEO VillageNet"."""

from __future__ import annotations

import re

from igf_extract.parsing.people.post import CAMEL, POSSESSIVE, WORD, Split
from igf_extract.parsing.people.shape import (
    is_body_word,
    is_given,
    is_plain_office,
    only_areas,
    organization_score,
    title_score,
    words_of,
)
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code, place_kind, place_of
from igf_extract.vocab.words import is_known_organization, job_words, organization_starts, organization_words, plain_words, sure_heads

_LEADING_BODY = re.compile(r"((?:[A-Z][A-Z0-9&.\-]{1,9}|[A-Za-z][A-Za-z-]{1,30}\.[A-Za-z]{2,6})(?:\s[A-Z][A-Z0-9]{1,7})?)\s+(?=\S)")
_MOST_BODY = 5  # words of a body right before an office that goes on with "of"


def _is_rank(text: str) -> bool:
    """Whether words qualify an office or name its field ("Acting", "Regional") and no body."""
    words = words_of(text)
    return all(word in job_words("qualifiers") or word in job_words("areas") for word in words)


def after_body(text: str) -> Split | None:
    """ "Turku Law School Board member", "CTU Secretary", "OCF Ambassador": a bare office right behind its body."""
    words = list(WORD.finditer(text))
    for at in range(len(words) - 1, max(0, len(words) - 4), -1):
        left, right = text[: words[at - 1].end()], text[words[at].start() :]
        named = left[:1].isupper() and (is_known_organization(left) or not _is_rank(left)) and fold(left) not in job_words("articles")
        pair = named and fold(right) in job_words("owner_pairs")
        if pair and title_score(left) < 0.5 and organization_score(left) >= 0.4:
            return Split(words[at].start(), len(text), 0, len(left))
        led = at == len(words) - 1 and at > 1 and leads([fold(word[0]) for word in words[:3]])
        led = led and fold(right) not in job_words("adjectives") and fold(words[at - 1][0]) not in organization_words("small")
        chapter = at > 1 and fold(words[at - 1][0]) in organization_words("sections") and is_known_organization(words[0][0])
        closes = led or chapter or fold(words[at - 1][0]) in organization_words("closing")
        closes = closes and not left.islower()  # "high school student"
        office = title_score(right) >= 0.85 and fold(words[at][0]) not in organization_words("small")
        # "United Nations Under-Secretary-General", "Mozilla grantee"
        known = office and is_plain_office(right[:1].upper() + right[1:]) and is_known_organization(left)
        if fold(text[words[at - 1].start() :]) in job_words("owner_pairs"):
            continue  # "Velm School | Board member"
        named = office and text[words[at].start()].islower() and _is_named(words[:at])
        if (closes or known or named) and office and title_score(left) < 0.7:
            return Split(words[at].start(), len(text), 0, len(left))
    return _before_office_of(text, words) or _before_body(text, words) or _by_acronym(text)


def _before_office_of(text: str, words: list[re.Match[str]]) -> Split | None:
    """ "Velm Bytes Head of Research": a well-known body, or a name in capitals that no word of a rank or a field is in."""
    for at in range(1, min(len(words) - 2, _MOST_BODY + 1)):
        left = text[: words[at - 1].end()]
        if fold(words[at + 1][0]) != "of" or fold(words[at][0]) not in sure_heads():
            continue
        keys = [fold(word[0]).strip(".,") for word in words[:at]]
        ranked = not job_words("heads", "qualifiers", "breaks", "articles").isdisjoint(keys) or keys[-1] in job_words("areas")
        named = at > 1 and not ranked and any(key not in plain_words() and key not in job_words("areas") for key in keys)
        strange = named and all(word[0][:1].isupper() for word in words[:at]) and not is_given(left)
        if is_known_organization(left) or strange:
            return Split(words[at].start(), len(text), 0, len(left))
    return None


def _is_named(words: list[re.Match[str]]) -> bool:
    """ "Mekong Press Room | co-Coordinator": words with capitals, a word for a body among them and one that is no plain word."""
    texts = [word[0] for word in words]
    keys = [fold(text).strip(".,'\"()") for text in texts]
    plain = job_words("areas", "heads", "qualifiers", "breaks")
    strange = any(key not in plain and key not in plain_words() and not is_body_word(key) for key in keys)
    return len(texts) > 1 and all(text[:1].isupper() for text in texts) and strange and keys[0] not in job_words("qualifiers")


def leads(words: list[str]) -> bool:
    """ "Red de Pueblos | Coordinator", "Ministry of Roads | Director", "Dynamic Coalition on Wires | Coordinator": the word for the body
    stands in front, its field behind."""
    first, second, *more = words
    small = organization_words("small")
    if first in organization_words("leading") or (first in organization_words("fields") and second in small):
        return True
    kinds = organization_words("closing", "kinds_of")
    if first in kinds:
        return second in small
    return second in kinds and bool(more) and more[0] in small and first not in small


def _before_body(text: str, words: list[re.Match[str]]) -> Split | None:
    """ "CEO VillageNet", "President ISOC Benin", "Professor University of Oslo": an office and a certain body without a link."""
    for at in range(1, min(len(words), 4)):
        title, body = text[: words[at - 1].end()], text[words[at].start() :]
        named = (
            is_known_organization(body) or (at == len(words) - 1 and CAMEL.fullmatch(body)) or fold(body).startswith(organization_starts())
        )
        named = named or body.endswith(("e. V.", "e.V.")) or (at < len(words) - 1 and fold(words[at][0]) in organization_words("leading"))
        if fold(words[at][0]) in job_words("heads"):
            continue  # "Chief Executive | Officer Foo Limited"
        paired = fold(title) in job_words("owner_pairs") and body[:1].isupper() and organization_score(body) >= 0.8
        named = named or (body.count(" ") < 4 and (_is_proper_body(body) or _is_landed(body)))
        ranked = at < len(words) - 1 and fold(words[at][0]) in job_words("qualifiers") and fold(words[at + 1][0]) in job_words("breaks")
        plain = named and not ranked and is_plain_office(title[:1].upper() + title[1:])  # "Coordonnateur National du Projet"
        if (plain or paired) and not only_areas(body):
            return Split(0, len(title), words[at].start(), len(text))
    return None


def _is_proper_body(text: str) -> bool:
    """ "Share Lab", "Radio Kalima": a word for a body that is no unit of one, and a name that is neither a field of work nor an office."""
    words = words_of(text)
    heads = [word for word in words if is_body_word(word)]
    unit = not organization_words("units", "divisions").isdisjoint(words)
    plain, small = job_words("areas", "heads", "qualifiers", "breaks"), organization_words("small")
    named = any(word not in plain and word not in small and not is_body_word(word) for word in words)
    return bool(heads) and not unit and named and all(word[:1].isupper() for word in text.split())


def _is_landed(text: str) -> bool:
    """ "Electronic Frontier Finland": a name that is no field of work, and the land at its end."""
    words = text.split()
    for size in (1, 2):
        name, land = words[:-size], " ".join(words[-size:])
        if name and place_kind(land) in ("country", "region"):
            plain, small = job_words("areas", "qualifiers"), organization_words("small")
            strange = any(fold(word) not in plain and fold(word) not in small for word in name) and title_score(" ".join(name)) < 0.4
            return strange and text[:1].isupper() and place_of(text) is None
    return False


def _by_acronym(text: str) -> Split | None:
    """ "CTU Secretary": an acronym before its office."""
    match = _LEADING_BODY.match(text)
    if not match or fold(match[1]) in organization_words("not_bodies"):
        return None
    start, end = match.end(), match.end(1)
    for word in list(WORD.finditer(text, start))[1:3]:
        if country_code(text[start : word.start()]):  # "IGF Kenya coordinator"
            end, start = len(text[: word.start()].rstrip()), word.start()
            break
    rest, body = text[start:], match[1]
    if POSSESSIVE.match(rest):
        return None  # "UN Secretary-General’s Envoy": an office of somebody's
    named = title_score(body) < 0.5 and organization_score(body) >= 0.55
    return Split(start, len(text), 0, end) if named and title_score(rest) >= 0.8 and len(rest.split()) <= 4 else None
