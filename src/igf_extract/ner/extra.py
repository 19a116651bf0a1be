"""Laws and treaties, named meetings, countries: names of ``data/entity_labels.toml`` and ``data/countries.toml``, and patterns.

They are looked for after people and organisations, and take none of their characters; only a meeting named by body and year
("IGF 2023") may hold that body.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from igf_extract.model import Mention, Span
from igf_extract.ner.candidate import EVENT, GPE, LAW, ORG, Candidate
from igf_extract.ner.gazetteer import same_case, whole
from igf_extract.ner.lists import key_of, phrases
from igf_extract.ner.rules import Rule, load_rules
from igf_extract.ner.starters import plain_starters
from igf_extract.ner.words import Lexicon, Word, words_of
from igf_extract.vocab.load import read_data

FILE = "entity_labels.toml"
_YEAR = re.compile(r" (?:19|20)\d\d(?!\d)")
_RULE_OF = {LAW: "law", EVENT: "event", GPE: "country"}
WITH_YEAR = "event_with_year"


@cache
def extra_rules() -> tuple[Rule, ...]:
    """The patterns of the file.

    Raises:
        DataFileError: a rule lacks a key, uses an unknown list, or does not compile.
    """
    return load_rules(FILE)


@cache
def _names() -> Mapping[str, Any]:
    names: Mapping[str, Any] = read_data(FILE)["names"]
    return names


@cache
def _lexicon() -> Lexicon[tuple[tuple[str, tuple[str, ...]], ...]]:
    """Words as keys -> every (rule, spelling)."""
    names = _names()
    forms = [(_RULE_OF[label], name) for label in (LAW, EVENT, GPE) for name in names[label]["words"]]
    forms += [(WITH_YEAR, name) for name in names[EVENT]["with_year"]]
    left_out = set(names[GPE]["except"])
    # the article is no part of a name, here as elsewhere
    countries = [name for code in read_data("countries.toml")["names"].values() for name in code if not name.startswith("The ")]
    forms += [("country", name) for name in countries if name not in left_out]
    spelled: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for rule, name in forms:
        spelled.setdefault(key_of(name), []).append((rule, tuple(word.text for word in words_of(name))))
    lexicon: Lexicon[tuple[tuple[str, tuple[str, ...]], ...]] = Lexicon()
    for key, entries in spelled.items():
        lexicon.add(key, tuple(entries))
    return lexicon


@cache
def _given_names() -> frozenset[str]:
    return frozenset(key_of(name) for name in read_data("countries.toml")["also_given_names"])


def extra_candidates(text: str, words: Sequence[Word], offset: int) -> Iterator[Candidate]:
    """Laws, meetings and countries in a paragraph, overlapping ones too."""
    plain = plain_starters(text)
    for first, after, entries in _lexicon().matches(words):
        for rule in {rule for rule, spelling in entries if same_case(spelling, words[first:after])}:
            found = _read(text, plain, words, (first, after), rule)
            if found is not None and whole(words, first, after):
                yield Candidate(offset + found.start, offset + found.end, found.label, found.rule)
    keys = frozenset(word.key for word in words)
    for pattern in extra_rules():
        if pattern.may_match(keys):
            for start, end in pattern.matches(text, plain, left_out=frozenset()):
                if not _goes_on(plain, end):
                    end = _with_year(text, end) if pattern.label == EVENT else end
                    yield Candidate(offset + start, offset + end, pattern.label, _RULE_OF[pattern.label])


def _read(text: str, plain: str, words: Sequence[Word], at: tuple[int, int], rule: str) -> Candidate | None:
    """A name of the lists with what follows it; None where the words around it make it part of something else."""
    first, after = at
    start, end = words[first].start, words[after - 1].end
    if rule in ("event", WITH_YEAR):
        longer = _with_year(text, end)
        if (rule == WITH_YEAR and longer == end) or (longer == end and _goes_on(plain, end)):
            return None
        return Candidate(start, longer, EVENT, rule)
    if _goes_on(plain, end):
        return None
    if rule == "law":
        return Candidate(start, end, LAW, rule)
    if _comes_from_before(plain, words, first) or (key_of(text[start:end]) in _given_names() and not _behind_place_word(words, first)):
        return None
    return Candidate(start, end, GPE, rule)


def _with_year(text: str, end: int) -> int:
    year = _YEAR.match(text, end)
    return year.end() if year else end


def _goes_on(plain: str, end: int) -> bool:
    """Whether a capitalised word follows right behind: then the name is part of a longer one."""
    following = plain[end : end + 2]
    if len(following) < 2 or following[0] not in " -" or not following[1].isupper():
        return False
    word = words_of(plain[end + 1 : end + 25])[0]
    return word.key not in phrases("calendar")


def _comes_from_before(plain: str, words: Sequence[Word], first: int) -> bool:
    """Whether a capitalised word, or a hyphen, stands right before."""
    if first == 0:
        return False
    before = words[first - 1]
    gap = before.gap_to(words[first])
    if gap == 0:
        return before.text in "-.@/_#"
    return gap == 1 and plain[before.start].isupper() and len(before.text) > 1


def _behind_place_word(words: Sequence[Word], first: int) -> bool:
    return first > 0 and (words[first - 1].key in _names()[GPE]["before_given_names"] or words[first - 1].text == ",")


def beside(extra: Iterable[Mention], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those of ``extra`` that take no character of a person or organisation, or hold it with its year."""
    ordered = sorted(mentions, key=lambda m: m.span)
    starts = [m.span.start for m in ordered]
    longest = max((m.span.end - m.span.start for m in ordered), default=0)
    for mention in extra:
        span = mention.span
        near = ordered[bisect_left(starts, span.start - longest) : bisect_left(starts, span.end)]
        touched = [other for other in near if other.span.overlaps(span)]
        if all(mention.label == EVENT and _is_the_body_of(other, span) for other in touched):
            yield mention


def _is_the_body_of(mention: Mention, event: Span) -> bool:
    """ "IGF" in "IGF 2023": the body begins where the meeting begins, and only the year follows."""
    return mention.label == ORG and mention.span.start == event.start and event.end - mention.span.end == len(" 2023")
