"""What a name needs to count: filters against words that only look like names, and corrections of what the model found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from igf_extract.ner.around import is_no_name, is_share_line
from igf_extract.ner.candidate import FORM_OR_MODEL, ORG, PERSON, Candidate
from igf_extract.ner.likeness import (
    begins_with_office,
    has_article_of_a_body,
    is_degree,
    is_document,
    is_generic_with_article,
    is_lone_document,
    is_office,
    is_session,
    is_title_of_work,
    is_venue,
    names_a_body,
)
from igf_extract.ner.lists import (
    bodies_in_names,
    cities,
    given_names,
    is_common,
    job_heads,
    key_of,
    never_org,
    organization_words,
    phrases,
    places,
    sure_job_heads,
)
from igf_extract.ner.on_its_line import begins_a_line_abroad, is_label_or_heading
from igf_extract.ner.somebody import is_of_a_body, is_somebody, of_a_country, speaks
from igf_extract.ner.words import Word, lettered, words_of
from igf_extract.vocab.words import is_known_organization

_NOT_IN_NAMES = frozenset("|/@:")
_IN_A_PLACE = re.compile(r"(?<![^\W_])(?:[Ii]n|[Nn]ear) $")
_NOT_BEFORE_PEOPLE = re.compile(r"(?<![^\W_])(?:[Tt]he|[Ii]n|[Aa]t|[Nn]ear|into|[Ee][mn]) $")  # "the X", "in X": a body or a place
_SESSION_CODE = re.compile(r"(?:WS|OF|TH|LT|DC|BPF|NRI|Day|SDGs?)\s?#?\s?\d+")
_NO_WORDS = re.compile(r"[\d\s:.,()–—-]*(?:min|am|pm|h)?[\s:.)–—-]*")  # before an item of a programme: "10:00 ", "25 min "
_ACRONYM_WITH_ARTICLE = re.compile(r"(?:The|El|La|Los|Las|Le|Les|Il|O|A|Os|As|Der|Die|Das) ([A-Z]{3,10})")
_ZONE = re.compile(r"\.?(?:gov|com|co|edu|org|ac|net|mil|go|gob|gouv|gub|govt|or|ne|sch)\.[a-z]{2}")  # of domain names, not a body
_SENTENCE_SIGNS = '\n.!?:;)"*-|'
_SON_OF = re.compile(r" [asd]/[lpo] ")  # "Frosta a/l Lund"
_SURE = ("roster", "gazetteer", "definition")


def keep(text: str, candidate: Candidate, known_people: frozenset[str], english: bool = True) -> Candidate | None:
    """``candidate``, perhaps shortened, or None where the evidence is too thin.

    Args:
        known_people: the keys of all words of full names found in this document.
        english: whether the text is in English, where a list of common words helps.
    """
    if candidate.label == ORG and is_share_line(text, candidate):
        return None
    if is_no_name(text, candidate) or is_label_or_heading(text, candidate):
        return None
    if not english and begins_a_line_abroad(text, candidate):
        return None
    if candidate.rule.startswith(_SURE):
        is_body = candidate.rule == "roster" and candidate.label == PERSON and has_article_of_a_body(text, candidate)
        return replace(candidate, label=ORG) if is_body else candidate
    if speaks(text, candidate) and not {word.key for word in words_of(candidate.of(text))}.isdisjoint(known_people):
        candidate = replace(candidate, label=PERSON)
    candidate = of_a_country(text, replace(candidate, label=PERSON) if is_somebody(text, candidate) else candidate)
    candidate = candidate if english else _without_monsieur(text, candidate)
    candidate = _without_common_end(text, _body_not_person(text, candidate)) if english else _body_not_person(text, candidate)
    if candidate.rule in FORM_OR_MODEL and _only_begins_a_sentence(text, candidate, english):
        return None
    return _person(text, candidate, known_people) if candidate.label == PERSON else _org(text, candidate, known_people)


def _without_monsieur(text: str, candidate: Candidate) -> Candidate:
    """ "M. Adé Bada", "M. Bada": in French no initial."""
    if candidate.label != PERSON or not text.startswith("M. ", candidate.start):
        return candidate
    return replace(candidate, start=candidate.start + 3)


def _only_begins_a_sentence(text: str, candidate: Candidate, english: bool) -> bool:
    """One word whose capital letter comes from its place: a common word, or, in other languages, any."""
    name = candidate.of(text)
    if " " in name or not name.isalpha() or not name[1:].islower():
        return False
    before = text[max(0, candidate.start - 12) : candidate.start].rstrip(" \t\u00a0")
    if before and before[-1] not in _SENTENCE_SIGNS and before[-1].isascii() and not _begins_an_item(text, candidate.start):
        return False
    follows = text[candidate.end : candidate.end + 2]
    if follows in {"'s", "’s"} and candidate.label == ORG:
        return False
    if follows[:1] == ":" and candidate.rule == "model":
        return True  # "Lugar: …"
    return follows[:1] != "," and (is_common(name.casefold()) or not english)


def _begins_an_item(text: str, start: int) -> bool:
    """Whether only a time or a number stands before it on its line."""
    line = max(text.rfind("\n", max(0, start - 24), start) + 1, 0)
    return line > 0 and bool(_NO_WORDS.fullmatch(text, line, start))


def _person(text: str, candidate: Candidate, known_people: frozenset[str]) -> Candidate | None:
    words = words_of(candidate.of(text))
    keys = [word.key for word in lettered(words)]
    refused = (
        not keys
        or not _begins_like_a_name(candidate, words)
        or _is_a_place_or_body(text, candidate, keys)
        or (_is_one_word(candidate.of(text), keys) and not any(_may_be_alone(text, candidate, key, known_people) for key in keys))
        or _begins_like_a_place(candidate, keys)
        or (candidate.rule == "model" and _is_no_person_of_the_model(text, candidate, words))
    )
    return None if refused else candidate


def _is_one_word(name: str, keys: Sequence[str]) -> bool:
    """ "Frosta", "Copa-Frosta", "P-Frost"."""
    return len(keys) == 1 or ("-" in name and " " not in name)


def _is_a_place_or_body(text: str, candidate: Candidate, keys: list[str]) -> bool:
    """A name with a digit or a word that only bodies bear, or nothing but places and nations."""
    name = candidate.of(text)
    if any(c.isdigit() for c in name) or not bodies_in_names().isdisjoint(_not_surnames(keys)):
        return True
    if key_of(name) in never_org() | phrases("before_names"):
        return True
    if candidate.rule in {"model", "given_name"} and key_of(name).removeprefix("el ").removeprefix("la ") in places():
        return True
    return len(keys) > 1 and all(key in places() or key in phrases("demonyms") or key in phrases("sides") for key in keys)


def _is_no_person_of_the_model(text: str, candidate: Candidate, words: Sequence[Word]) -> bool:
    """An office, an address, what stands behind "the" or "in", or a phrase with an ordinary small word."""
    name = candidate.of(text)
    if is_office(words) or any(word.text in _NOT_IN_NAMES for word in words_of(_SON_OF.sub(" ", name))):
        return True
    if _NOT_BEFORE_PEOPLE.search(text, max(0, candidate.start - 8), candidate.start):
        return True
    return any(_is_small(name, word) for word in words)


def _begins_like_a_name(candidate: Candidate, words: Sequence[Word]) -> bool:
    """A capital letter, or behind a title a particle: "Ambassador van der Frost"."""
    if candidate.rule == "rule_person" and words[0].key in phrases("name_particles"):
        return words[-1].is_name_like
    return words[0].is_name_like


def _begins_like_a_place(candidate: Candidate, keys: Sequence[str]) -> bool:
    """ "African Ministers", "Kenyan", "San Frostel"."""
    if candidate.rule in {"model", "rule_person"} and keys[0] in phrases("demonyms") - given_names():
        return True
    return candidate.rule == "model" and len(keys) > 1 and keys[0] in phrases("saints") | phrases("place_heads")


def _not_surnames(keys: list[str]) -> list[str]:
    """Without the last word of "Ann Mary Hall", which is a body's word elsewhere."""
    known = len(keys) > 1 and keys[-1] in phrases("surnames_too") and keys[0] in given_names()
    return keys[:-1] if known else keys


def _is_small(name: str, word: Word) -> bool:
    """An ordinary small word, which no name holds; particles are no such words, nor what follows an apostrophe."""
    small = len(word.text) > 1 and word.text.isalpha() and word.text.islower()
    return small and name[word.start - 1 : word.start] == " " and word.key not in phrases("name_particles")


def _body_not_person(text: str, candidate: Candidate) -> Candidate:
    """What the model took for a person although it ends with a word for a kind of body: "Frost Courier"."""
    if candidate.rule != "model" or candidate.label != PERSON:
        return candidate
    acronym = _ACRONYM_WITH_ARTICLE.fullmatch(text, candidate.start, candidate.end)
    if acronym:
        return replace(candidate, label=ORG, start=acronym.start(1))
    return replace(candidate, label=ORG) if names_a_body(text, candidate) or is_of_a_body(text, candidate) else candidate


def _may_be_alone(text: str, candidate: Candidate, key: str, known_people: frozenset[str]) -> bool:
    """A surname or first name alone: no title or office, and known from a full name, a frequent given name, or addressed."""
    if key in phrases("address_before") or key in sure_job_heads():
        return False
    return key in known_people or key in given_names() or _addressed(text, candidate)


def _addressed(text: str, candidate: Candidate) -> bool:
    """A title or greeting before the word, or a form that gives persons away."""
    before = [word for word in words_of(text[max(0, candidate.start - 24) : candidate.start]) if word.text not in {".", ","}]
    greeted = bool(before) and before[-1].key in phrases("address_before") | phrases("greeting_before")
    return greeted or candidate.rule == "rule_person"


def _org(text: str, candidate: Candidate, known_people: frozenset[str]) -> Candidate | None:
    words = words_of(candidate.of(text))
    if " " not in candidate.of(text) and _is_lone_word(words, candidate.rule, known_people):
        return None
    if candidate.rule in FORM_OR_MODEL and _is_something_else(words):
        return None
    if candidate.rule == "model" and (is_degree(words) or is_generic_with_article(words)):
        return None
    while len(words) > 1 and words[-1].text.isdigit() and len(words[-1].text) == 4:  # a year is no part of the name
        words = words[:-1]
    if not words:
        return None
    candidate = replace(candidate, end=candidate.start + words[-1].end)
    refused = _is_no_name_of_a_body(candidate.of(text)) or _is_text(candidate, words, candidate.of(text))
    if refused or (candidate.rule == "model" and _is_wrong_guess(text, candidate, words)):
        return None
    if candidate.rule == "rule" and len(words) == 2 and words[-1].key in job_heads() - organization_words():
        return None  # "ISOC Ambassador"
    return candidate


def _is_no_name_of_a_body(name: str) -> bool:
    """Too short, without letters, all in small letters or the zone of domain names, or a phrase that is never a body."""
    if len(name) < 2 or key_of(name) in never_org() or not any(c.isalpha() for c in name):
        return True
    return name.islower() and ("." not in name or _ZONE.fullmatch(name) is not None)


def _is_text(candidate: Candidate, words: Sequence[Word], name: str) -> bool:
    return is_document(words) if len(words) > 1 else candidate.rule == "model" and is_lone_document(name)


def _is_lone_word(words: Sequence[Word], rule: str, known_people: frozenset[str]) -> bool:
    """One word of a person's name, a double surname too, or with which a sentence starts."""
    keys = [word.key for word in lettered(words)]
    return all(key in known_people or key in phrases("starters") or (rule == "rule" and key in given_names()) for key in keys)


def _is_something_else(words: Sequence[Word]) -> bool:
    return begins_with_office(words) or is_session(words) or is_title_of_work(words) or is_venue(words)


def _is_wrong_guess(text: str, candidate: Candidate, words: Sequence[Word]) -> bool:
    """An office, a place, a nation or the code of a session that the model takes for a body."""
    name = candidate.of(text)
    if len(words) == 1 and (_stands_in(text, candidate, name) or _are_people(words[0].key) or words[0].key in phrases("before_names")):
        return True
    if len(words) > 1 and words[0].key in phrases("starters") | phrases("possessives") and _is_small(name, words[1]):
        return True
    if len(words) == 2 and (words[1].key in phrases("place_tails") or words[0].key in phrases("place_heads")):
        return True
    if words[-1].key in phrases("before_names"):
        return True
    return is_office(words) or _are_places(words) or _is_kind_in_a_place(words) or bool(_SESSION_CODE.fullmatch(name))


def _stands_in(text: str, candidate: Candidate, name: str) -> bool:
    """One word after "in" or "near", written like a place: "a lawyer in Ravensmoor"."""
    return name[1:].islower() and bool(_IN_A_PLACE.search(text, max(0, candidate.start - 8), candidate.start))


def _are_places(words: Sequence[Word]) -> bool:
    """ "Pacific and West African": nothing but places and nations."""
    plain = (places(), phrases("demonyms"), phrases("sides"), phrases("small_words"))
    return all(any(word.key in keys for keys in plain) for word in lettered(words))


def _is_kind_in_a_place(words: Sequence[Word]) -> bool:
    """ "Lagos start-up": a place, and in small letters a kind of body."""
    capitals = [word for word in words if not word.text.islower() and word.text.isalpha()]
    if len(words) < 2 or not words[-1].text.islower() or words[-1].key not in organization_words() | {"up"}:
        return False
    return bool(capitals) and all(word.key in cities() | places() | phrases("demonyms") for word in capitals)


def _without_common_end(text: str, candidate: Candidate) -> Candidate:
    """ "Frostwork engineers" is named "Frostwork": an ordinary small word ends no English name, save "Northern Crossing consortium"."""
    if candidate.label != ORG or candidate.rule != "model":
        return candidate
    words = words_of(candidate.of(text))
    small = [word for word in words if word.text.isalpha() and word.text.islower() and word.key not in phrases("small_words")]
    if len(words) < 2 or small != [words[-1]] or words[-2].end == words[-1].start:
        return candidate
    whole = not is_known_organization(text[candidate.start : candidate.start + words[-2].end])  # "Ice Watch secretariat" stays
    if whole and (not is_common(words[-1].key) or words[-1].key in phrases("small_last_words")):
        return candidate
    last = next((word for word in reversed(words[:-1]) if word.key not in phrases("small_words")), words[-2])  # "Frostwork the task"
    return replace(candidate, end=candidate.start + last.end)


def _are_people(key: str) -> bool:
    """A nation or a body's people: "Kenyans", "Kenyan", "Representantes"."""
    return key in phrases("people_abroad") or not phrases("demonyms").isdisjoint((key, key.removesuffix("s")))
