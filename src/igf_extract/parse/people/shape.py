"""What a piece of text looks like: a person's name, an office, a body. Scores in 0 to 1 from word lists and capitals; no side effects."""

from __future__ import annotations

import re
from functools import lru_cache

from igf_extract.parse.people.pieces import URL
from igf_extract.vocab.fold import fold, fold_accents
from igf_extract.vocab.places import place_of
from igf_extract.vocab.words import (
    given_names,
    honorifics,
    job_words,
    is_known_organization,
    never_in_names,
    organization_starts,
    organization_words,
)

_WORD = re.compile(r"[^\s,;/()\[\]\"“”]+")
_NAME_TOKEN = re.compile(r"[^\W\d_](?:[\w'’ʼ‘`.\-‐‑]*)?|['’ʻ‘][^\W\d_][\w'’.\-]*|[“\"'‘(][^\W\d_][\w.\-]*[”\"'’)]")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_NO_CASE = re.compile(r"[\u0590-\u07ff\u0900-\u0fff\u1000-\u109f\u1780-\u17ff]+")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.\-/]{1,11}")
_DOMAIN = re.compile(
    r"[\w-]+\.(?:org|net|com|asia|info|io|int|eu|br|no|de|uk|ch|fr|africa|at|in|id|ng|ke|ru|jp|cn|ca|us|tv|me|co|pl|mx|works|kiwi)\b", re.I
)
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van|Von|Del|O['’])[^\W\d_]*[a-zà-ÿ][A-ZÀ-Þ][^\W\d_]*")
_MAX_NAME = 80


def words_of(text: str) -> list[str]:
    """Folded words without closing points and possessives."""
    out = []
    for word in _WORD.findall(fold(text)):
        word = word.strip(".'*:!?").removesuffix("'s")
        if word:
            out.append(word)
    return out


def without_honorifics(text: str) -> tuple[int, tuple[str, ...]]:
    """Where the name begins after the honorifics in front, and those of them that belong to the title, as written.

    >>> without_honorifics("Prof. Dr. Ada Lindt"), without_honorifics("H.E. Ambassador Ana Ruiz")
    ((10, ()), (16, ('Ambassador',)))
    """
    at, kept = 0, []
    for _ in range(5):
        found = _honorific(text, at)
        if not found:
            break
        end, keep = found
        if keep:
            kept.append(text[at:end].strip(" .,") if not text[at:end].strip().endswith("n.") else text[at:end].strip(" ,"))
        at = end
    return at, tuple(kept)


def _honorific(text: str, at: int) -> tuple[int, bool] | None:
    """One honorific at ``at``: where the next word begins, and whether it belongs to the title."""
    head = text[at : at + 40]
    ends = [m.end() for m in re.finditer(r"[.\s,]\s*", head)][:4]
    for end in reversed(ends):
        word = head[:end]
        if end == len(text) - at and not word.strip(" .,"):
            continue
        key = fold(word).replace(".", "").replace(",", "").replace("-", " ").strip()
        if key in honorifics("dropped") and _fits_case(word, key):
            return (at + end, False) if at + end < len(text) else None
        if key in honorifics("title") and word[:1].isupper():
            return (at + end, True) if at + end < len(text) else None
    return None


def _fits_case(word: str, key: str) -> bool:
    """Short honorifics need their capital and no capitals behind it ("Me" but not "ME", "M." but not "m")."""
    if len(key) > 3 or "." in word:
        return True
    letters = word.strip(" .,")
    return letters[:1].isupper() and (
        letters[1:].islower() or (len(letters) > 1 and key in ("mr", "ms", "mrs", "dr", "he", "ing", "eng") and key != "he")
    )


@lru_cache(maxsize=16384)
def name_score(text: str) -> float:
    """How much ``text`` looks like one person's name (honorifics allowed).

    >>> name_score("María Inés Veiga") > 0.8, name_score("Ministry of Justice") == 0
    (True, True)
    """
    if not 2 <= len(text) <= _MAX_NAME:
        return 0.0
    start, _ = without_honorifics(text)
    body = text[start:].strip(" ,;.'\"“”") if start else text.strip(' ,;"“”')
    if not body or is_known_organization(body) or place_of(body) or any(char.isdigit() for char in body) or "@" in body:
        return 0.0
    bonus = 0.3 if start else 0.0
    tokens = body.split()
    if len(tokens) > 7:
        return 0.0
    if all(_HAN.fullmatch(token.strip("·.")) for token in tokens):
        return 0.9 if 2 <= sum(map(len, tokens)) <= 8 else 0.0
    if all(_NO_CASE.fullmatch(token) for token in tokens):
        return 0.75 if 2 <= len(tokens) <= 5 else 0.3
    return min(1.0, _latin_score(tokens, bonus)) if all(map(_NAME_TOKEN.fullmatch, tokens)) else 0.0


def _latin_score(tokens: list[str], bonus: float) -> float:
    folded = [fold(token).strip(".'\"()") for token in tokens]
    plain = [fold_accents(word) for word in folded]
    given = [any(part in given_names() for part in word.split("-")) for word in plain]
    particles = [word in honorifics("particles") and 0 < at for at, word in enumerate(folded)]
    capital = tokens[-1][:1].isupper()
    if any(_foreign(word) and not (given[at] and at == 0) for at, word in enumerate(folded)):
        # a family name may be such a word ("Emma Young", "Anna House"); the given name must then be a known one
        odd = [word for word in folded if _foreign(word)]
        if not given[0] or len(odd) != 1 or len(tokens) > 3 or folded[0] == odd[0] or odd[0] in job_words("heads"):
            return 0.0
        if (
            fold_accents(odd[0]) in never_in_names()
            and odd[0] not in organization_words()
            and odd[0] not in job_words("areas")
            and odd[0] == folded[-1]
            and capital
        ):
            return 0.7
        return 0.4 + bonus
    if tokens[0] in ("A", "An") and len(tokens) > 1 and len(tokens[1]) > 2:
        return 0.0
    capitals = [token[:1].isupper() or token[1:2].isupper() or particles[at] for at, token in enumerate(tokens)]
    if len(tokens) == 1:
        return min(0.65, (0.35 if given[0] else 0.2) + bonus) if capitals[0] else 0.0
    small = capitals.count(False)
    if small > len(tokens) / 2 and not (small == len(tokens) == 2 and any(given)):
        return 0.0
    acronyms = sum(
        1
        for at, token in enumerate(tokens)
        if not given[at] and _ACRONYM.fullmatch(token) and len(token.strip(".")) > 1 and "." not in token
    )
    if acronyms and acronyms < len(tokens) and any(len(token) <= 4 for token in tokens if _ACRONYM.fullmatch(token)) and not given[0]:
        bonus -= 0.25
    if not given[0] and any(_CAMEL.fullmatch(token) for token in tokens):
        bonus -= 0.25
    if not given[0] and place_of(tokens[-1]):
        bonus -= 0.4
    score = 0.62 + bonus - 0.25 * small
    if given[0]:
        score += 0.3
    elif any(given):
        score += 0.2
    return max(0.0, score - (0.1 if len(tokens) > 4 else 0.0))


def _foreign(word: str) -> bool:
    """A word that no name holds: of a body, of an office, of a field of work."""
    if word in honorifics("particles"):
        return False
    if fold_accents(word) in never_in_names():
        return True
    return (
        word in organization_words()
        or word in job_words("heads")
        or (word in job_words("areas") and word not in ("may", "grace"))
        or word in organization_words("small")
    )


def is_given(text: str) -> bool:
    """Whether the first word of ``text`` (after honorifics, which tell as much) is a frequent given name."""
    start, _ = without_honorifics(text)
    words = text[start:].split(" ", 1)
    return start > 0 or any(part in given_names() for part in fold_accents(words[0]).strip(".,'").split("-"))


def looks_like_person_name(text: str) -> bool:
    """Whether the whole of ``text`` may be one person's name."""
    return name_score(text.strip()) >= 0.5


@lru_cache(maxsize=16384)
def organization_score(text: str) -> float:
    """How much ``text`` looks like the name of a body.

    >>> organization_score("Ghana Internet Users Association") > 0.7, organization_score("Deputy Director") < 0.3
    (True, True)
    """
    body = text.strip(" ,;.'\"“”")
    key = fold(body)
    if not body or len(body) > 300:
        return 0.0
    if is_known_organization(body):
        return 1.0
    if place_of(body):
        return 0.0
    words = words_of(body)
    if not words:
        return 0.0
    if URL.fullmatch(body):
        return 0.7
    # "Communications of Ghana": a field of work in front is no evidence
    marks = sum(
        word in organization_words() and not (at == 0 and len(words) > 1 and word in job_words("areas")) for at, word in enumerate(words)
    )
    if body[:1].islower() and not marks and not _DOMAIN.search(body):
        return 0.1
    if marks:
        return 0.85
    if key.startswith(tuple(organization_starts())) and len(words) > 1:
        return 0.8
    if (
        _DOMAIN.search(body)
        or words[-1] in organization_words("suffixes")
        or key.endswith(tuple(organization_starts("endings")))
        and len(words) == 1
        and len(key) > 5
    ):
        return 0.8
    tokens = body.split()
    if (
        any(_ACRONYM.fullmatch(token.strip("().,")) and token.strip("().,").upper() not in _not_bodies() for token in tokens)
        and len(tokens) <= 5
    ):
        return 0.7 if len(tokens) == 1 else 0.55
    if any(is_known_organization(" ".join(tokens[:size])) for size in (1, 2, 3)):
        return 0.65
    if "&" in tokens[1:-1]:
        return 0.6
    return 0.4 if body[:1].isupper() or body[:1].isdigit() else 0.3


def _not_bodies() -> frozenset[str]:
    return frozenset(word.upper() for word in organization_words("not_bodies"))


def looks_like_organization(text: str) -> bool:
    """Whether the whole of ``text`` is the name of a body for all that words can tell (an office or a group is none)."""
    text = text.strip()
    return organization_score(text) >= 0.65 and title_score(text) < 0.7 and name_score(text) < 0.7


@lru_cache(maxsize=16384)
def title_score(text: str) -> float:
    """How much ``text`` looks like an office, with or without the body after it.

    >>> title_score("Head of Policy at Foo") > 0.8, title_score("Youth Observatory") < 0.5
    (True, True)
    """
    words = words_of(text)
    if not words or len(text) > 300 or _addressed(text):
        return 0.0
    heads, doubtful = job_words("heads"), job_words("doubtful")
    at = 0
    while at < len(words) and (words[at] in job_words("qualifiers") or words[at] in ("the", "a", "an", "our", "its")):
        at += 1
    if at < len(words) and words[at] in heads and words[at] not in doubtful:
        return 0.95
    if all(word in heads or word in job_words("qualifiers") for word in words) and any(word in heads for word in words):
        return 0.85
    # words that qualify may be offices too ("Deputy", "Chief"): before a link they are
    link = next((i for i, word in enumerate(words) if word in job_words("breaks")), len(words))
    before = words[:link]
    if before and all(word in heads or word in job_words("qualifiers") for word in before) and any(word in heads for word in before):
        return 0.9 if len(before) > 1 or link < len(words) else 0.7
    if len(before) > 1 and before[-1] in heads:
        return 0.9 if before[-1] not in doubtful or before[-1] in job_words("closing") else 0.4
    if words[-1] in heads and words[-1] not in doubtful:
        return 0.85
    if any(word in heads and word not in doubtful for word in words):
        return 0.6
    if text[:1].islower() and len(words) <= 8:
        return 0.5
    return 0.35 if any(word in heads for word in words) else 0.0


def _addressed(text: str) -> bool:
    """An honorific and a name ("Professor Ada Lindt") are no office."""
    return without_honorifics(text)[0] > 0 and name_score(text) >= 0.6


def is_prose(text: str) -> bool:
    """Running text and no name of a body."""
    words = text.split()
    verbs = any(word in organization_words("verbs") for word in words)
    return text.endswith("?") or len(words) > 25 or (len(words) > 5 and verbs) or (len(words) > 9 and text.endswith("."))


def only_areas(text: str) -> bool:
    """Whether a piece names a field of work and nothing else, so that it continues the office before it."""
    words = words_of(text)
    return bool(words) and all(word in job_words("areas") for word in words)
