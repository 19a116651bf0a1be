"""Bodies that a word for their kind shows in the languages and places that the patterns of ``data/entity_rules.toml`` leave out:
before the name ("Fundacja Cichy Port", "au Centre Frostia") or behind it ("Frosta Parishad")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from igf_extract.ner.candidate import ORG, Candidate
from igf_extract.ner.lists import countries, given_names, organization_words, phrases
from igf_extract.ner.starters import plain_starters
from igf_extract.ner.words import Word, words_of

_CAP = r"\p{Lu}[\p{L}\p{M}\p{N}'’-]*+"
_LINK = r"(?:d[aeio]|del|della|dei|of|na|za|oa|wa|ya|a|i|og|och|und|dan|ve|pentru|pre|pro|për|for|für|för|til|voor|van|untuk|w|z) "
_NAME_BEHIND = regex.compile(rf" (?:(?:{_LINK})?{_CAP}(?![\p{{L}}\p{{N}}@]))(?: (?:{_LINK})?{_CAP}(?![\p{{L}}\p{{N}}@])){{0,4}}")
_PLAIN_NAME_BEHIND = regex.compile(rf"(?: {_CAP}(?![\p{{L}}\p{{N}}@])){{1,4}}(?! d[aeou]s? | del | d['’])")
_NAME_BEFORE = regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{_CAP} (?:{_LINK})?){{1,4}}$")
_ROMANCE_ARTICLE = regex.compile(
    r"(?<!\p{L})(?:l[aeo]|l['’]|au|du|del|el|al|[oa]|[dn][oa]|pel[oa]|une?|una|uma?|son|notre|nuestr[oa]|noss[oa]) ?$"
)
_ADJECTIVES = regex.compile(
    r"(?: \p{Lu}\p{Ll}+(?:al|ales?|an[oa]s?|ense|ic[oa]s?|iques?|iv[oa]s?|if|ives?|ari[oa]s?|aires?|ente|ar))+"
)  # "el Centro Comercial"
_REACH = 70  # characters


def begins_with_head(words: Sequence[Word]) -> bool:
    """Whether a name begins with a word of the lists: "Coordenação Nacional de Portos"."""
    return words[0].key in organization_words("heads_abroad") | organization_words("heads_behind_article")


def head_candidates(text: str, words: Sequence[Word], offset: int) -> Iterator[Candidate]:
    """Names with a word of the lists of ``data/organization_words.toml`` in a paragraph; ``offset`` is where it begins."""
    sure, doubtful, tails = (
        organization_words("heads_abroad"),
        organization_words("heads_behind_article"),
        organization_words("tails_abroad"),
    )
    national = organization_words("tails_behind_country")
    if (sure | doubtful | tails | national).isdisjoint(word.key for word in words):
        return
    plain = plain_starters(text)
    for word in words:
        if not word.text[0].isupper():
            continue
        if word.key in sure:
            found = _NAME_BEHIND.match(plain, word.end, word.end + _REACH)
        elif word.key in doubtful and _ROMANCE_ARTICLE.search(plain, max(0, word.start - 9), word.start):
            found = _PLAIN_NAME_BEHIND.match(plain, word.end, word.end + _REACH)
        else:
            found = None
        is_head = word.key in sure and word.key not in phrases("posts_before_bodies")  # "Coordinadora General" is a post
        if found and _is_a_name(found[0]) and (is_head or not _ADJECTIVES.fullmatch(found[0])):
            yield Candidate(offset + word.start, offset + found.end(), ORG, "rule")
        before = _NAME_BEFORE.search(plain, max(0, word.start - _REACH), word.start) if word.key in tails | national else None
        if before and _is_a_name(before[0]) and (word.key in tails or _begins_with_country(before[0])):
            yield Candidate(offset + before.start(), offset + word.end, ORG, "rule")


def _begins_with_country(name: str) -> bool:
    """ "Frostland Meteorological" before "Services", "South Frostish Film" before "Board"; a word must stand between."""
    keys = [word.key for word in words_of(name) if word.text[0].isalpha()]
    firsts = {" ".join(keys[:count]) for count in range(1, len(keys))}
    nation = keys[1:] if keys and keys[0] in phrases("sides") else keys  # "South African Frost"
    return not firsts.isdisjoint(countries()) or (len(nation) > 1 and nation[0] in phrases("demonyms"))


def _is_a_name(rest: str) -> bool:
    """Not only nations, ordinals of meetings or a person's given name alone."""
    keys = [word.key for word in words_of(rest) if word.text[0].isupper()]
    if all(key in phrases("demonyms") for key in keys):
        return False
    return not (len(keys) == 1 and keys[0] in given_names())
