"""An office and its body with a link between them: "Head of Policy at Foo", "director de la Fundación Foo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from igf_extract.parsing.people.post import CAMEL, SECOND_POST, Split
from igf_extract.parsing.people.shape import (
    first_word,
    is_body_word,
    is_domain,
    only_areas,
    organization_score,
    title_score,
    words_of,
)
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code, place_of
from igf_extract.vocab.words import is_known_organization, job_links, job_words, organization_words, plain_words

_TOWARDS = re.compile(r"\s+(?:to|auprès|ante|junto|bei|presso)\s")


def at_link(text: str) -> Split | None:
    """At "at", "from"; else at the last "of", "for", "de" whose right side is a body."""
    low = text.replace("’", "'").lower()
    if len(low) != len(text):
        return None
    idiom = max((len(words) for words in job_words("idioms") if low.startswith(words)), default=0)
    for link, mark in _marks("always"):
        at = low.find(mark, idiom)
        left = text[:at].strip()
        if _is_of_name(text, at, mark):
            continue
        if at > 0 and at + len(mark) < len(text) and (title_score(left) >= 0.3 or (link == "@" and only_areas(left))):
            return _to_second_post(text, at, at + len(mark), True)
    chosen: tuple[int, int] | None = None
    for at, start in _body_links(low):
        if at < idiom:
            continue
        if text[at:start].strip()[:1].islower() and not text[at:start].islower():
            continue  # "de La Gazette": the article belongs to the name
        between = text[chosen[1] : at] if chosen and at >= chosen[1] else ""
        if between and not _is_field(between) and not (_is_unit(between) and _is_place(low[at:start])):
            break
        named = _is_served if low[at:start].strip() == "to the" else _names_body
        if (chosen is None or at >= chosen[1]) and named(text[:at], text[start:].strip(), low[at:start].strip()):
            chosen = (at, start)
    return _to_second_post(text, *chosen, _is_place(low[slice(*chosen)])) if chosen else None


def _is_of_name(text: str, at: int, mark: str) -> bool:
    """ "journalist at The Nyali Courier", "Editor at Bei Tarn": whether the article or the link itself belongs to a name."""
    if mark.endswith(" the ") and text[at : at + len(mark)].endswith(" The "):
        return True
    return at > 0 and text[at + 1 : at + 2].isupper() and not text.isupper()


def _is_place(link: str) -> bool:
    """Whether a link names where somebody works ("à", "am", "pela") and not what an office is of."""
    return link.strip() in job_links("certain") or link.strip() in job_links("placed")


def _mark(link: str) -> str:
    """A link as it stands between two words; behind an apostrophe no blank follows ("presso l'Istituto"), around "@" none is needed."""
    return link if link == "@" else f" {link}" if link.endswith("'") else f" {link} "


@cache
def _marks(name: str) -> tuple[tuple[str, str], ...]:
    """The links of one list, each with its form between two words."""
    return tuple((link, _mark(link)) for link in job_links(name))


def _body_links(low: str) -> Iterator[tuple[int, int]]:
    """Every link that may stand before a body, in order, the longest first where several begin together."""
    found: list[tuple[int, int]] = []
    for _, mark in _marks("body"):
        at = low.find(mark)
        while at > 0:
            found.append((at, at + len(mark)))
            at = low.find(mark, at + 1)
    yield from sorted(found, key=lambda pair: (pair[0], -pair[1]))


def _is_field(text: str) -> bool:
    """Whether words between two links name a field of work ("Head of Names of Foo Council") and no body."""
    words = words_of(text)
    if not 0 < len(words) <= 4 or is_known_organization(text) or text.isupper():
        return False
    if any(title_score(text[mark.end() :]) >= 0.8 for mark in SECOND_POST.finditer(text)):
        return False  # "Professora da UFV e ex-conselheira do …": a second post
    return not any(word in organization_words() and word not in job_words("fields_too") for word in words)


def _is_unit(text: str) -> bool:
    """ "département Réseaux", "Dirección de Redes": a part of a body, which belongs to the office where the body follows with "à", "en"."""
    return first_word(text) in organization_words("divisions")


def _is_served(title: str, rest: str, link: str) -> bool:
    """ "Adviser to the | Velm Council": the body that somebody advises."""
    advising = not job_words("advising").isdisjoint(words_of(title)[-1:])
    return advising and organization_score(rest) >= 0.8 and title_score(rest) < 0.7


def _names_body(title: str, rest: str, link: str) -> bool:
    """Whether what follows "of", "for", "de" is a body and not the field of an office."""
    words = words_of(title)
    if not words or not rest or title_score(title) < 0.3 or rest[0] in '"“«„':
        return False  # "Author of “The Copper Road”"
    head = SECOND_POST.split(rest)[0] if organization_score(rest) < 0.65 else rest
    score, head_score = organization_score(rest), organization_score(head)
    if any(word in job_words("portfolios") for word in words) and not _is_place(link):
        return False
    if is_known_organization(rest) or is_known_organization(head) or CAMEL.fullmatch(rest.split(" ", 1)[0]) or is_domain(rest):
        return True
    if fold(rest).removeprefix("the ") in organization_words("nameless"):
        return False
    inside = link in job_links("never_of") and not _is_own_body(rest)
    if inside or _is_field_of_work(rest) or country_code(head) or country_code(_TOWARDS.split(rest)[0]):
        return False
    if link in job_links("placed"):
        return _is_seat(rest, score, words, " " in link or link in job_links("placed_articles"))
    if link in job_links("certain"):
        return head_score >= (0.55 if link == "with" else 0.8)
    if any(only_areas(rest[: fold(rest).find(mark)]) for mark in _placed_marks(rest)):
        return False  # "Gerente de | Políticas Públicas en Foo"
    small = rest[:1].islower() and not rest[1:2].isupper() and not _is_named_body(rest)
    if (
        small
        or only_areas(rest)
        or only_areas(head.split(",")[0])
        or not first_word(head)
        or first_word(head) in organization_words("not_bodies")
    ):
        return False
    former = words[-1].removeprefix("ex-")  # "ex-CEO of Foo"
    owner = former in job_words("owners") or fold(title) in job_words("idioms") or " ".join(words[-2:]) in job_words("owner_pairs")
    owner = owner or (_has_field(title, words) and _is_coined(rest))
    return score >= (0.4 if owner else 0.55) and not (title_score(rest) >= 0.9 and score < 0.8)


def _is_own_body(text: str) -> bool:
    """ "lecturer in | Anna University": a body with a name of its own, and no field ("expert in Digital Society")."""
    words = words_of(text)
    named = len(words) > 1 and all(word[:1].isupper() or fold(word) in organization_words("small") for word in text.split())
    plain = words[0] in plain_words() or words[0] in job_words("areas") if words else True
    return named and not plain and (is_body_word(words[-1]) or organization_score(text) >= 0.8)


def _has_field(title: str, words: list[str]) -> bool:
    """ "Responsable des partenariats", "Head of Public Policy": an office with its field, which is no part of a body."""
    if not 3 <= len(words) <= 4 or words[1] not in job_words("breaks"):
        return False
    field = words[-1]
    part = is_body_word(field) or field in organization_words("units", "divisions", "parts")
    return field in job_words("areas") or (title.rsplit(None, 1)[-1].islower() and not part)


def _is_coined(text: str) -> bool:
    """ "Ember", "Velm Doni": words with capitals, and none of them a plain one, behind an office that has its field already."""
    words = text.split()
    return len(words) < 4 and all(word[:1].isupper() for word in words) and plain_words().isdisjoint(map(fold, words))


def _is_field_of_work(text: str) -> bool:
    """ "Safety Policy UK & Ireland": a field of work, and the lands or the region in which it is done; "Policy and Head of Foo Institute":
    a field, and a second office behind it."""
    second = SECOND_POST.search(text)
    if second is not None and only_areas(text[: second.start()]) and title_score(text[second.end() :]) >= 0.8:
        return True
    words = re.split(r"[\s,]+", text)
    at = next((at for at, word in enumerate(words) if fold(word) not in job_words("areas")), 0)
    rest = [word for word in words[at:] if fold(word) not in ("&", "and")]
    return at > 0 and bool(rest) and (all(map(place_of, rest)) or place_of(" ".join(words[at:])) is not None)


def _placed_marks(text: str) -> list[str]:
    """The links inside a text behind which a place of work may follow."""
    low = text.replace("’", "'").lower()
    return [mark for name in ("placed", "certain") for _, mark in _marks(name) if low.find(mark) > 0]


def _is_seat(rest: str, score: float, office: list[str], article: bool) -> bool:
    """ "analista en Fundación Foo", "gerente na Foo Telecom": where somebody works, and no field of study ("doctora en redes").

    ``article``: one stands before ``rest``, so that an acronym is a body ("catedrático en la UV").
    """
    head = words_of(rest)[:1]
    if head and head[0] in organization_words("seats"):
        return rest[:1].isupper()
    if article and rest.isupper() and " " not in rest:
        return score >= 0.7
    told = score >= 0.55 or (len(words_of(rest)) > 1 and any(map(is_body_word, words_of(rest))))
    return told and rest[:1].isupper() and job_words("learned").isdisjoint(office)


def _is_named_body(text: str) -> bool:
    """A word for a body in small letters before its name: "association VoixLibres", "journal Le Phare"."""
    words = text.split()
    return len(words) > 1 and fold(words[0]) in organization_words() and words[1][:1].isupper()


def _to_second_post(text: str, end: int, start: int, strong: bool) -> Split:
    """Ends the body where a second post begins ("Professor at Foo and President of Bar") and the title before "and member"."""
    stop = len(text)
    for match in SECOND_POST.finditer(text, start):
        if is_crowd_of_body(text, match):
            continue
        if match.start() > start and title_score(text[match.end() :]) >= 0.8 and organization_score(text[start : match.start()]) >= 0.3:
            stop = match.start()
            break
    for match in SECOND_POST.finditer(text[:end]):
        if fold(text[match.end() : end]) in job_words("memberships") and match[0].strip() not in ("&", "/"):
            end = match.start()
            break
    return Split(0, end, start, stop, strong)


def is_crowd_of_body(text: str, link: re.Match[str]) -> bool:
    """ "… at Trust for Tenants and Alumni": those for whom the body is there, the last of them; a second post names one person."""
    rest, before = words_of(text[link.end() :]), words_of(text[: link.start()])
    plural = len(rest) == 1 and (rest[0].endswith("s") or rest[0] in job_words("plurals"))
    return plural and link[0].strip().isalpha() and len(before) > 2 and before[-2] in organization_words("small")
