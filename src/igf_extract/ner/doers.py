"""Bodies that a post or a verb of doing before them shows, in languages where the model knows few: "directrice du Gelsti", "promovido pela
Frostia", "hosted by Frostnet"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from igf_extract.ner.candidate import ORG, Candidate
from igf_extract.ner.lists import (
    any_of_phrases,
    cities,
    given_names,
    is_common,
    job_heads,
    key_of,
    never_org,
    organization_words,
    phrases,
)

_WORD = r"(\p{Lu}[\p{L}\p{N}]{2,24}+(?:-\p{Lu}[\p{L}\p{N}]{2,24}+)?)"
_ENDS = regex.compile(r"[,;)\n]|\.(?:\s|$)|$| (?:and|et|e|y) ")
_SHORT = regex.compile(r"\p{Lu}{3,}\p{N}?|\p{Lu}\p{Ll}+\p{Lu}[\p{L}]+|\p{L}+-\p{L}+")  # "PRODEL", "FrostNet", "Copa-Frosta"
# endings of nouns and adjectives of the Romance languages that name a field or a kind
_PLAIN = regex.compile(
    r"\p{L}+(?:ci[óo]n(?:es)?|si[óo]n(?:es)?|ç(?:ão|ões)|[ts]ions?|[aei]mi?ent[oe]s?|ments?|[dt]ades?|dad|tés?|ismos?|[iy]smes?|[íi]as?|i[eé]s?|iques?|ic[oa]s?"
    r"|al|ales?|[ae]ux|ances?|ências?|encias?|anzas?|ures?|ur[ao]s?|eurs?|or|or[ae]s?|id[oa]s?|ad[oa]s?|ées?|nos?|nas?|ios?|ias?)"
)


@cache
def _before() -> regex.Pattern[str]:
    """A post and "of the", or what was done and "by", up to one word."""
    posts = rf"(?i:{any_of_phrases('posts_before_bodies')}) (?:d[aeo]|del|du|de la|de l['’]|chez)"
    done = rf"(?:{any_of_phrases('done_by')}) (?:by|par|por|pelo|pela)(?: the| la| l['’]| el| le| [oa])?"
    return regex.compile(rf"(?<!\p{{L}})(?:{posts}|{done})(?: |(?<=['’])){_WORD}(?![\p{{L}}\p{{N}}@'’.-]\p{{L}}| \p{{Lu}})")


def doer_candidates(text: str, offset: int) -> Iterator[Candidate]:
    """Single words behind posts and verbs of doing in a paragraph; ``offset`` is where it begins."""
    for found in _before().finditer(text):
        if _may_be_a_body(text, *found.span(1)):
            yield Candidate(offset + found.start(1), offset + found.end(1), ORG, "beside_post")


def _may_be_a_body(text: str, start: int, end: int) -> bool:
    """An acronym or a word with two capitals; else a word that is no common noun, field, place or given name, and closes a clause."""
    word = text[start:end]
    if not is_unknown_word(word):
        return False
    return _SHORT.fullmatch(word) is not None or (_ENDS.match(text, end) is not None and word.lower() not in text)


def is_unknown_word(word: str) -> bool:
    """An acronym or a word with two capitals that is no known other thing, or a word that is no noun, place or given name."""
    key = key_of(word)
    listed = (phrases(name) for name in ("demonyms", "document_words", "starters"))
    if any(key in kind for kind in (never_org(), organization_words(), job_heads(), *listed)):
        return False
    if _SHORT.fullmatch(word):
        return key not in phrases("no_acronyms")
    known = key in given_names() or key in cities() or is_common(key)
    return not known and len(word) > 3 and _PLAIN.fullmatch(word) is None


def is_field_abroad(word: str) -> bool:
    """Whether a word of a Romance language ends like a noun or adjective that names a field or a kind: "Energia", "Dados"."""
    return _PLAIN.fullmatch(word) is not None and key_of(word) not in cities() and key_of(word) not in given_names()
