"""Names by form that run on into a person: "Ice Agency of Norway and Ann Lee of the University of Oslo" is a body, a person and a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import regex

from igf_extract.ner.candidate import FORM_OR_MODEL, ORG, PERSON, Candidate
from igf_extract.ner.lists import any_of_phrases, cities, given_names, has_body_word, key_of, organization_words, phrases
from igf_extract.ner.words import Word, words_of
from igf_extract.vocab.words import is_known_organization, plain_words

_JOINED = regex.compile(r"(?:,? and| &|,|;| y| e| et| und)(?: the)? $")
_AFTER_PERSON = (" of ", " from ", " at ", " (", ", ", " de ", " du ", " da ")
_AND = regex.compile(r" (?:and|&) (?=[\p{Lu}\d])")
_AND_PERSON = regex.compile(r" (?:y|e|et|and|und|&) (\p{Lu}[\p{L}-]++)\.? \p{Lu}")
_SENTENCE_BEGIN = regex.compile(r"(?:^|[.!?]\s{1,2}|\n)(?:The )?$")
_ENDS = frozenset({", ", ".", ". ", "; ", "", "\n"})
_POST_REACH = 40  # characters: a post and its article
_REACH = 9  # characters of what joins


def without_people(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """``candidates``, those by form cut before a whole person's name that ``and`` or a comma joins to them."""
    people = [c for c in candidates if c.label == PERSON and " " in c.of(text)]
    for candidate in candidates:
        if candidate.label == ORG and candidate.rule in FORM_OR_MODEL:
            candidate = _before_list(text, candidate, people)
        if candidate.label == ORG and candidate.rule == "rule":
            inside = (p for p in people if candidate.start < p.start and p.end < candidate.end)
            ends = [end for p in inside if (end := _end_before(text, p)) is not None]
            candidate = replace(candidate, end=max(min(ends), candidate.start + 1)) if ends else candidate
        yield candidate


_JOINED_BODIES = regex.compile(r" (?:and|&|y|e|et|und) (?:the )?")


def seen_as_two(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """``candidates``, a body by form cut in two where the model saw two bodies joined by "and": "Centro de Frost and Norway IGF"."""
    guesses = {(c.start, c.end) for c in candidates if c.label == ORG and c.rule == "model"}
    ends = {end for _, end in guesses}
    for candidate in candidates:
        by_form = candidate.rule == "rule" and candidate.label == ORG and candidate.end in ends
        join = _join_of_two(text, candidate, guesses) if by_form else None
        yield from candidate.parted(*join.span()) if join else (candidate,)


def _join_of_two(text: str, candidate: Candidate, guesses: set[tuple[int, int]]) -> regex.Match[str] | None:
    """The "and" on whose two sides the model saw a body each."""
    joins = _JOINED_BODIES.finditer(text, candidate.start, candidate.end)
    join = next((j for j in joins if (candidate.start, j.start()) in guesses and (j.end(), candidate.end) in guesses), None)
    second = text[join.end() : candidate.end] if join else ""
    return join if " " in second or is_known_organization(second) else None  # "Department of Ice and Telecom" is one


def _before_list(text: str, body: Candidate, people: Sequence[Candidate]) -> Candidate:
    """A body behind which the next person of a list stands without a comma: "Frost University Ann Lee, Ice Lab"."""
    for person in people:
        inside = body.start < person.start and person.end == body.end and text[person.start - 1] == " "
        ends = inside and text[person.end : person.end + 2] in _ENDS
        if ends and (_is_whole(words_of(text[body.start : person.start])) or _is_of_a_post(text, body, person)):
            return replace(body, end=person.start - 1)
    return body


@cache
def _post_before() -> regex.Pattern[str]:
    links = r"(?:de la |de l['’]|du |de |des |da |do |del )$"
    return regex.compile(rf"(?<!\p{{L}})(?i:{any_of_phrases('posts_before_bodies')}) {links}")


def _is_of_a_post(text: str, body: Candidate, person: Candidate) -> bool:
    """ "présidente de l'Autorité des lacs Ann Lee": behind a post, small letters close the body and the person follows."""
    last = text[body.start : person.start - 1].rpartition(" ")[2]
    return last.islower() and len(last) > 3 and _post_before().search(text, max(0, body.start - _POST_REACH), body.start) is not None


def _is_whole(words: Sequence[Word]) -> bool:
    """Whether words are a body's name without what follows: they close with a kind of body, or with an acronym."""
    return (len(words) > 1 and words[-1].key in organization_words()) or _is_acronym(words[-1].text)


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper()


_OWNER = regex.compile(r"(\p{L}++)['’]s (?=\p{Lu})")


def two_bodies(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """A guess cut where two whole bodies or people are joined: "Frost Rights Fund and Ice Advocacy Fund", "Ann Lee y Bob Frost"."""
    cut = None
    if candidate.rule == "model" and candidate.label == PERSON:
        cut = _between_people(text, candidate)
    elif candidate.rule in FORM_OR_MODEL and candidate.label == ORG:
        cut = _behind_owner(text, candidate) or _before_larger_body(text, candidate)
        if cut is None and candidate.rule == "model":
            cut = _between_bodies(text, candidate)
    yield from candidate.parted(*cut) if cut else (candidate,)


def _between_people(text: str, candidate: Candidate) -> tuple[int, int] | None:
    """Where the first person ends and the second begins."""
    second = _AND_PERSON.search(text, candidate.start, candidate.end)
    known = second is not None and key_of(second[1]) in given_names() | phrases("before_names")
    return (second.start(), second.start(1)) if second and known else None


def _behind_owner(text: str, candidate: Candidate) -> tuple[int, int] | None:
    """Where the owner ends and its own begins: "Frost Data Authority's Club on Ice"."""
    for owner in _OWNER.finditer(text, candidate.start, candidate.end):
        owned = words_of(text[owner.end() : candidate.end])
        whole = key_of(owner[1]) in phrases("sure_tails") and " " in text[candidate.start : owner.start(1)].strip()
        if whole and len(owned) > 1 and has_body_word(owned):
            return owner.end(1), owner.end()
    return None


_OF_THE = regex.compile(r" of the (?=\p{Lu})")


def _before_larger_body(text: str, candidate: Candidate) -> tuple[int, int] | None:
    """Where a body with a name of its own ends before the well-known one of which it is a part: "Ice Cluster of the United Nations"; a
    chapter, a secretariat or a faculty has none."""
    for link in _OF_THE.finditer(text, candidate.start, candidate.end):
        part = words_of(text[candidate.start : link.start()])
        named = len(part) > 1 and has_body_word(part) and {part[0].key, part[-1].key}.isdisjoint(phrases("units_of_bodies"))
        if named and is_known_organization(text[link.end() : candidate.end]) and not is_known_organization(candidate.of(text)):
            return link.span()
    return None


def _between_bodies(text: str, candidate: Candidate) -> tuple[int, int] | None:
    """Where the first of two whole bodies ends and the second begins."""
    neither = _NEITHER.search(text, candidate.start, candidate.end)
    if neither is not None:
        return neither.span()
    join = _AND.search(text, candidate.start, candidate.end)
    if join is None:
        return _between_bodies_abroad(text, candidate)
    halves = [words_of(half) for half in candidate.of(text).split(join.group())]
    two = len(halves) == 2
    whole = two and all(len(half) > 1 and half[-1].key in phrases("sure_tails") for half in halves)
    known = two and _are_well_known(text[candidate.start : join.start()], text[join.end() : candidate.end])
    return join.span() if whole or known or _is_of_a_town(halves[0], halves[-1]) else None


_NEITHER = regex.compile(r" (?:ni|nor|nem) (?=\p{Lu})")  # no name holds it: "ni Frostcom ni Ice Velm"
_AND_ABROAD = regex.compile(r" (?:et|y|e) (?:l[ae]s? |l['’]|los |el |[ao]s? )(?=\p{Lu})")


def _between_bodies_abroad(text: str, candidate: Candidate) -> tuple[int, int] | None:
    """ "Agence velmoise de pêche et la Banque des lacs": behind the second article the kind of another body stands."""
    for join in _AND_ABROAD.finditer(text, candidate.start, candidate.end):
        first, second = words_of(text[candidate.start : join.start()]), words_of(text[join.end() : candidate.end])
        if len(first) > 1 and len(second) > 1 and first[0].key in organization_words() and second[0].key in organization_words():
            return join.span()
    return None


_FIELD = regex.compile(r" (?:on|for|of|against) ")
_ARE = regex.compile(r" (?:have|are|were|both|each)(?!\p{L})")


def _are_well_known(first: str, second: str) -> bool:
    """Whether one of two is a well-known body, and the other a body too or one word that is no field: "Article 19 and Frostcom"."""
    if is_known_organization(second) and has_body_word(words_of(first)):
        return True  # "Ministry of Ice and 7frost"
    if not is_known_organization(first) or _FIELD.search(first):  # "Network on Environment and Ice" is one
        return False
    return second.isalpha() and key_of(second) not in plain_words() | organization_words()


def are_several(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """A subject whose verb is one of many: "The Coalition on Ice and Frostpeace were named"; what fields of work say stays one."""
    is_subject = candidate.label == ORG and candidate.rule in FORM_OR_MODEL and _ARE.match(text, candidate.end) is not None
    joins = list(_AND.finditer(text, candidate.start, candidate.end)) if is_subject else []
    second = text[joins[0].end() : candidate.end] if len(joins) == 1 else ""
    is_name = second.isalpha() and second[1:].islower() and key_of(second) not in plain_words()
    yield from candidate.parted(*joins[0].span()) if is_name and _begins_subject(text, candidate) else (candidate,)


def _begins_subject(text: str, candidate: Candidate) -> bool:
    """Whether a sentence begins with it, so that nothing before it is joined to it."""
    return _SENTENCE_BEGIN.search(text, max(0, candidate.start - 8), candidate.start) is not None


def _is_of_a_town(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """ "University of Lublin" before "and Frostwork": the first name is whole, and the second is no field of work."""
    if len(first) < 3 or first[-2].text != "of" or first[0].key not in organization_words() or first[-1].key not in cities():
        return False
    body = len(second) > 1 and second[-1].key in organization_words()
    return second[-1].key not in cities() and (body or not any(word.key in plain_words() for word in second))


def _end_before(text: str, person: Candidate) -> int | None:
    """Where the name before a person ends; None where the person may be part of it ("Ann and Bob Lee Foundation")."""
    joined = _JOINED.search(text, max(0, person.start - _REACH), person.start)
    follows = text[person.end : person.end + 6].startswith(_AFTER_PERSON)
    return joined.start() if joined and follows else None
