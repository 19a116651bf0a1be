"""Whether a guess of the model is a person or a body by what stands beside it: "Azor Gwan, a journalist", "volunteers of Frost Brekka"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.lists import any_of_phrases, any_word_of, cities, countries, given_names, has_body_word, key_of, places, towns
from igf_extract.ner.words import Word, lettered, words_of
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.words import is_known_organization, plain_words

_REACH = 40  # characters before a name
_FULL_NAME = regex.compile(r"\p{Lu}[\p{Ll}’'-]++(?: \p{Lu}[\p{Ll}\p{Lu}’'-]++){1,3}")
_SAID = regex.compile(r"(?<!\p{L})(?:said|asked by|[Aa]ccording to) $")
_SURNAME = regex.compile(r"\p{Lu}\p{Ll}{2,}+(?:-\p{Lu}\p{Ll}++)?")
_SURNAME_FIRST = regex.compile(r"\p{Lu}{5,}+(?:[’'-]\p{Lu}++)? (\p{Lu}\p{Ll}{2,}+)")
_AS_A_PERSON = regex.compile(r", (?:who|speaking|representing|whose|stood|from|of)(?!\p{L})")
_GOES_ON = regex.compile(r"[,)]|\.(?:\s|$)")
_ACRONYM_BEHIND = regex.compile(r" \((\p{Lu}{3,8})\)")
_LAW_FIRM = regex.compile(r",? (?:LLP|LLC|L\.L\.P\.|GmbH|Inc\.?|Ltd\.?|PLC|S\.L\.P\.)(?!\p{L})")  # behind two surnames
_OF_PLACE = regex.compile(r"(\p{Lu}[\p{L}\p{M}’'-]*+(?: \p{Lu}[\p{L}\p{M}’'-]*+){0,2}) (?:du|d[aeo]|del|of|from)(?: the| la)? (\p{Lu}.*)")


@cache
def _occupation() -> regex.Pattern[str]:
    return regex.compile(rf", (?:an?|the|une?|una|uma?) (?:\p{{Ll}}[\p{{L}}-]*+ ){{0,2}}?(?:{any_of_phrases('occupations')})(?!\p{{L}})")


@cache
def _post_behind() -> regex.Pattern[str]:
    """ ", head of public policy at", ", director of", " of the Réseau", ", who"."""
    posts = any_of_phrases("posts_behind_people")
    return regex.compile(rf", (?:(?:{posts}) (?:of|at|for|de|du|da|do) |who |qui |quien )| (?:of|from) the \p{{Lu}}")


@cache
def _surname() -> regex.Pattern[str]:
    """ "Hrafnsdóttir": one word with the ending of surnames."""
    return regex.compile(rf"\p{{Lu}}\p{{Ll}}{{2,20}}(?:{any_of_phrases('surname_endings')})")


@cache
def _says() -> regex.Pattern[str]:
    return regex.compile(rf" (?:{any_of_phrases('verbs_of_saying')})(?!\p{{L}})")


def speaks(text: str, candidate: Candidate) -> bool:
    """ "Lindeborg said", "asked by Lindeborg": one word beside a verb of saying may be a surname, save that of a well-known body."""
    if candidate.rule != "model" or not _SURNAME.fullmatch(text, candidate.start, candidate.end):
        return False
    if is_known_organization(candidate.of(text)) or has_body_word(words_of(candidate.of(text))):
        return False
    before = _SAID.search(text, max(0, candidate.start - 14), candidate.start)
    return before is not None or _says().match(text, candidate.end) is not None


def is_somebody(text: str, candidate: Candidate) -> bool:
    """Whether what the model took for a body is a person by what follows: "Azor Gwan, a journalist who"."""
    name = candidate.of(text)
    if candidate.rule != "model" or candidate.label == PERSON:
        return False
    if _surname().fullmatch(name):
        return True
    full, surname_first = _FULL_NAME.fullmatch(name), _SURNAME_FIRST.fullmatch(name)
    if not full and not surname_first:
        return False
    words = words_of(name)
    if has_body_word(words):
        return False
    if surname_first:
        return _is_surname_first(text, candidate, key_of(surname_first[1]))
    behind = _occupation().match(text, candidate.end) is not None
    given = any(word.key in given_names() for word in words[: max(1, len(words) - 1)][:2])  # the last word is no given name
    return behind or (given and _post_behind().match(text, candidate.end) is not None)


def _is_surname_first(text: str, candidate: Candidate, given: str) -> bool:
    """ "FROSTALU Sereana, speaking for": a surname in capitals, a word that is no place and no thing, and what a person does."""
    if _AS_A_PERSON.match(text, candidate.end) is None:
        return False
    return given in given_names() or not (given in places() or given in towns() or given in plain_words())


@cache
def _belongings() -> regex.Pattern[str]:
    return regex.compile(rf"{any_word_of('a_body_has')} of (?:the )?$")


def is_of_a_body(text: str, candidate: Candidate) -> bool:
    """Whether what the model took for a person has what only bodies have ("volunteers of Frost Brekka"), is named behind its kind, or
    has its acronym behind; it begins with no given name."""
    words = lettered(words_of(candidate.of(text)))
    if not words or words[0].key in given_names():
        return False
    if _belongings().search(text, max(0, candidate.start - _REACH), candidate.start):
        return True
    if _behind_its_kind(text, candidate) or _before_its_acronym(text, candidate, words):
        return True
    return _LAW_FIRM.match(text, candidate.end) is not None


@cache
def _kinds() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """A kind of body in small letters behind a small word: right before the name, or with a comma between."""
    lists = read_data("entity_rules.toml")["lists"]
    names = ("kind_of_body", "apposed", "apposed_abroad")
    kinds = any_of(sorted({kind for name in names for kind in lists[name]} | set(read_data("not_names.toml")["kinds_beside_names"])))
    before = rf"(?<=\p{{Ll}}[ ’'\-])(?:{kinds})"
    return regex.compile(rf"{before}(?: [\"“«‘])? ?$"), regex.compile(rf"{before}, $")


@cache
def _what_people_do() -> regex.Pattern[str]:
    """ " founded", " which leads": of an institution, whose kind stands before the person."""
    return regex.compile(rf" (?:that |which )?(?:{any_of_phrases('verbs_of_people')})(?!\p{{L}})")


def _behind_its_kind(text: str, candidate: Candidate) -> bool:
    """ "the legal aid group Frosta Vazhi", "a small foundation, Frosta Athu, which"; but "the network Frosta Vazhi founded"."""
    right, comma = _kinds()
    from_here = max(0, candidate.start - _REACH)
    if right.search(text, from_here, candidate.start):
        return _what_people_do().match(text, candidate.end) is None
    return comma.search(text, from_here, candidate.start) is not None and _GOES_ON.match(text, candidate.end) is not None


def _before_its_acronym(text: str, candidate: Candidate, words: Sequence[Word]) -> bool:
    """ "Frosta Bachao Andolan (FBA)": three letters or more, those with which its words begin."""
    acronym = _ACRONYM_BEHIND.match(text, candidate.end)
    return acronym is not None and acronym[1] == "".join(word.text[0] for word in words if word.text[0].isupper())


def of_a_country(text: str, candidate: Candidate) -> Candidate:
    """ "Serge Frosta du Bénin", "Satish of Lund", which the model took for a body: the person, without the place."""
    if candidate.label != ORG or candidate.rule != "model":
        return candidate
    found = _OF_PLACE.fullmatch(text, candidate.start, candidate.end)
    if found is None or key_of(found[2]) not in countries() | cities():
        return candidate
    words = words_of(found[1])
    is_person = words[0].key in given_names() and not has_body_word(words)
    return replace(candidate, label=PERSON, end=found.end(1)) if is_person else candidate
