"""The page's own people and organisations, found again in its running text.

Consumes ``sessions`` (participations) and ``turns`` (speakers); a name counts in any order and case of its words, without its
middle parts, and as surname or first name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, permutations

from igf_extract.model import Document, Participation, Span
from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.gazetteer import acronyms
from igf_extract.ner.lists import cities, given_names, has_body_word, is_common, key_of, never_org, organization_words, phrases, places
from igf_extract.ner.words import Lexicon, Word, lettered, words_of
from igf_extract.vocab.words import is_known_organization

_SPLIT = re.compile(r"\s*(?:[,;/|()\[\]–—]|\s-\s)\s*")
_TURN_ROLE = re.compile(r"^(?:(?:CO-?)?CHAIR(?:MAN|PERSON|WOMAN)?|MODERATOR|SECRETARIAT|THE|MR|MS|MRS|DR|AMBASSADOR|H\.E)\b\.?\s*|\(.*$")
_LEGAL = re.compile(r",?\s+(?:AG|Inc|Ltd|Limited|LLC|GmbH|Corp|Corporation|Co|S\.A|SA|B\.V|BV|Oy|AB|PLC|Plc|e\.V)\.?$")
_WITH_ACRONYM = re.compile(r"\w \([A-Z][A-Z.&-]{1,9}\)$")
# "Ice Archive he wrote a guide": a list's column that runs on into a sentence about the person
_NEXT_SENTENCE = re.compile(r",? (?:he|she|they|who|il|elle|ele|ela|él|ella|quien|qui) (?=[a-zà-ÿ])")
_MIN_PART = 3
_WIDEST_GAP = 2  # blanks between two words of a name
_MOST_WORDS = 12  # of a name
_MOST_ALIKE = 200  # people of one page with two words of their names in common
_GLUE = frozenset("-'./@_")


@dataclass(frozen=True, slots=True)
class Person:
    """The words of one name, in their order; particles do not count. ``small``: words that the page writes without capital."""

    words: tuple[str, ...]
    small: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self.words)


@dataclass(slots=True)
class Roster:
    """Names known of this document, ready for looking up."""

    people: list[Person] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    small_words: set[str] = field(default_factory=set)
    """Words of names that the page writes without capital; such a word alone is no name."""
    particles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Word of a name -> the small particles that the page writes before it"""
    by_pair: dict[tuple[str, str], list[Person]] = field(default_factory=dict)
    """Two words of a name, in either order -> the people with both"""
    known: set[tuple[str, ...]] = field(default_factory=set)
    key_sets: set[frozenset[str]] = field(default_factory=set)
    organizations: Lexicon[str] = field(default_factory=Lexicon)

    def add_person(self, name: str) -> None:
        particles = phrases("name_particles")
        found = [w for w in words_of(name) if w.text[0].isalpha() and (w.key not in particles or w.text[0].isupper())]
        words = tuple(w.key for w in found)
        self._add_particles(name)
        if not words or len(words) > _MOST_WORDS or words in self.known:
            return
        person = Person(words, frozenset(w.key for w in found if w.text[0].islower()))
        self.known.add(words)
        self.people.append(person)
        self.words |= person.keys
        self.small_words |= person.small
        self.key_sets.add(person.keys)
        for pair in set(permutations(words, 2)):
            self.by_pair.setdefault(pair, []).append(person)

    def _add_particles(self, name: str) -> None:
        small: list[str] = []
        for word in words_of(name):
            if word.key in phrases("name_particles") and word.text.islower():
                small.append(word.key)
                continue
            if small:
                self.particles.setdefault(word.key, tuple(small))
            small = []

    def add_organization(self, name: str, rule: str = "roster") -> None:
        for form in organization_forms(_NEXT_SENTENCE.split(name, maxsplit=1)[0]):
            self.organizations.add(form, rule)


def organization_forms(name: str) -> Iterator[str]:
    """The forms in which the text may name an organisation of the roster.

    >>> list(organization_forms("European Classnet (ECN)"))
    ['European Classnet', 'ECN']
    """
    whole = name.strip(" .,;:🔒")
    seen = {whole} if _is_two_names(whole) else set()
    for form in (whole, _LEGAL.sub("", whole), *_SPLIT.split(whole)):
        form = form.strip(" .,;:")
        key = key_of(form)
        if form and form not in seen and key not in never_org() and _is_distinct(form, whole):
            seen.add(form)
            yield form


def _is_two_names(whole: str) -> bool:
    """A name with its acronym in brackets, with a town or the body above it: running text names them apart."""
    return bool(_WITH_ACRONYM.search(whole)) or key_of(whole.rpartition(", ")[2]) in cities() or _is_part_and_whole(whole)


def _is_part_and_whole(whole: str) -> bool:
    """ "Committee for Ice, Parliament of Norway": a body and the one to which it belongs, each with a word for its kind."""
    first, comma, second = whole.partition(", ")
    if not comma or ", " in second or " " not in second:
        return False
    kinds = phrases("second_bodies") | phrases("sure_tails")
    return any(w.key in kinds for w in words_of(second)) and has_body_word(words_of(first))


def _is_distinct(form: str, whole: str) -> bool:
    """A piece of a longer entry counts with two words or more, or as an acronym."""
    if not any(c.isupper() for c in form) and form.isascii():
        return False
    return form == whole or " " in form or (len(form) >= _MIN_PART and form.isupper())


def roster_of(document: Document) -> Roster:
    """The people and organisations that the page lists, and the speakers of its turns."""
    roster = Roster()
    for session in document.sessions:
        for participation in session.participations:
            if participation.name:
                (roster.add_organization if _is_a_body(participation.name) else roster.add_person)(participation.name)
            if participation.organization and not _is_no_name(participation.organization):
                roster.add_organization(participation.organization)
    for turn in document.turns:
        speaker = _TURN_ROLE.sub("", turn.speaker or "").strip(" :.")
        if speaker and speaker not in acronyms() and 1 <= len(speaker.split()) <= 5 and key_of(speaker) not in never_org():
            roster.add_person(speaker)
    return roster


def _is_a_body(name: str) -> bool:
    """A list's "name" that is a body's: "Foro de Abogados", "Frost Stiftung"; but "Ann Park", "Hall, Ann"."""
    words = lettered(words_of(name))
    kinds = phrases("sure_tails") | phrases("body_beginnings") | phrases("body_endings")
    body = len(words) > 1 and (words[-1].key in kinds | organization_words() or words[0].key in phrases("body_beginnings"))
    return body and not any(word.key in given_names() | phrases("surnames_too") for word in words)


def _is_no_name(organization: str) -> bool:
    """What a list's column for bodies holds and prose never repeats as a name: a clause ("teaches at Frost College"), a given name."""
    words = words_of(organization)
    if len(words) < 2:
        return bool(words) and words[0].key in given_names() and words[0].text[1:].islower() and not is_known_organization(organization)
    clause = words[0].text.islower() and words[1].text.islower() and len(words) > 2
    return clause and (is_common(words[0].key) or is_common(words[0].key.removesuffix("es"))) and words[0].key not in organization_words()


def roster_candidates(roster: Roster, words: Sequence[Word], offset: int) -> Iterator[Candidate]:
    """The roster's names in a paragraph."""
    yield from _people(roster, words, offset)
    for first, after, _ in roster.organizations.matches(words):
        found = words[first:after]
        if all(word.text[0].isupper() or not word.text[0].isalpha() for word in (found[0], found[-1])) or len(found) > 3:
            yield Candidate(offset + found[0].start, offset + found[-1].end, ORG, "roster")


def _people(roster: Roster, words: Sequence[Word], offset: int) -> Iterator[Candidate]:
    at = 0
    while at < len(words):
        after, strength = _farthest(roster, words, at)
        if strength >= 2:
            yield Candidate(offset + words[at].start, offset + words[after - 1].end, PERSON, "roster")
            at = after
        elif strength == 1 and _may_stand_alone(words, at, after):
            first = at - _particles_before(roster, words, at)
            yield Candidate(offset + words[first].start, offset + words[after - 1].end, PERSON, "roster_part")
            at = after
        elif strength == 1 and _first_name_before(roster, words, at, after):
            yield Candidate(offset + words[at - 1].start, offset + words[after - 1].end, PERSON, "roster")
            at = after
        else:
            at += 1


def _farthest(roster: Roster, words: Sequence[Word], at: int) -> tuple[int, int]:
    """The farthest reach of any person from ``at``. A second word counts within three, so only people with both are tried."""
    first = words[at].key
    if first not in roster.words or not (words[at].is_name_like or first in roster.small_words):
        return at, 0
    near = {word.key for word in words[at + 1 : at + 4]}
    people = [person for other in near for person in roster.by_pair.get((first, other), ())[:_MOST_ALIKE]]
    return max((_reach(person, words, at) for person in people), default=(at + 1, 1))


def _reach(person: Person, words: Sequence[Word], at: int) -> tuple[int, int]:
    """How far from ``at`` the text goes on with words of this person: (word after the last, how many of the name's words)."""
    left = list(person.words)
    particles = phrases("name_particles")
    after = i = at
    count = 0
    while i < len(words) and i - after < 3:
        word = words[i]
        if i > at and words[i - 1].gap_to(word) > _WIDEST_GAP:
            break
        joined = i > at and words[i - 1].text == "-" and words[i - 1].gap_to(word) == 0
        if word.key in left and (word.is_name_like or word.key in person.small or joined):
            left.remove(word.key)
            count += not joined
            after = i + 1
        elif not (word.text in "-'." or word.key in particles or (len(word.text) == 1 and word.text.isupper())):
            break
        i += 1
    return after, count


def _particles_before(roster: Roster, words: Sequence[Word], at: int) -> int:
    """How many words before a surname belong to it: "Ambassador van der Lund"."""
    known = roster.particles.get(words[at].key, ())
    found = tuple(word.key for word in words[max(0, at - len(known)) : at])
    return len(known) if known == found else 0


def _first_name_before(roster: Roster, words: Sequence[Word], at: int, after: int) -> bool:
    """Whether the page knows this person by the surname only ("CHAIR OKORO") and the text puts a first name before it."""
    if at == 0 or not words[at - 1].is_name_like or words[at - 1].gap_to(words[at]) != 1:
        return False
    known = {word.key for word in words[at:after]}
    before = words[at - 1].key
    alone = any(frozenset(part) in roster.key_sets for n in range(1, len(known) + 1) for part in combinations(known, n))
    return alone and before not in _not_alone()


@cache
def _not_alone() -> frozenset[str]:
    return phrases("not_in_person") | phrases("starters") | phrases("calendar") | places()


def _may_stand_alone(words: Sequence[Word], first: int, after: int) -> bool:
    """A surname or first name alone: long enough, no ordinary word, and no part of a longer, other name."""
    text = words[first].text
    if not words[first].is_name_like:
        return False
    if len(text) < _MIN_PART or words[first].key in _not_alone():
        return len(text) == 2 and text.isalpha() and not text.isascii()
    return not _name_goes_on(words, after) and _may_begin(words, first)


def _name_goes_on(words: Sequence[Word], after: int) -> bool:
    """Whether a capitalised word right behind makes it the beginning of another name; a day or a month does not."""
    if after >= len(words) or words[after - 1].gap_to(words[after]) > 1:
        return False
    return words[after].text[0].isupper() and words[after].key not in phrases("calendar")


def _may_begin(words: Sequence[Word], first: int) -> bool:
    """Whether no capitalised word of the same phrase stands before it, save an address or the first word of a sentence."""
    if first == 0:
        return True
    before = words[first - 1]
    gap = before.gap_to(words[first])
    if gap == 0 and before.text in _GLUE:
        return False
    if gap > 1 or not before.text[0].isupper():
        return True
    starts = first < 2 or words[first - 2].text in {".", "!", "?", ":", '"'}
    return before.key in phrases("address_before") | phrases("greeting_before") or (starts and before.key in phrases("starters"))


def roster_lines(document: Document) -> Iterator[tuple[Candidate, int | None]]:
    """The names where the roster itself stands, with the index of their session."""
    for index, session in enumerate(document.sessions):
        for participation in session.participations:
            for span, label in _spans(document.text, participation):
                yield Candidate(span.start, span.end, label, "roster_line"), index


def _spans(text: str, participation: Participation) -> Iterator[tuple[Span, str]]:
    for value, span, label in (
        (participation.name, participation.name_span, PERSON),
        (participation.organization, participation.organization_span, ORG),
    ):
        if value and span is None:
            line = participation.evidence.span
            at = text.find(value, line.start, line.end)
            span = Span(at, at + len(value)) if at >= 0 else None
        if value and span is not None and span.end > span.start:
            yield span, label
