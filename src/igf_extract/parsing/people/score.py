"""How sure it is that a line is one of people, for the alignment of lines with fields."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from igf_extract.parsing.people.atoms import atoms_of
from igf_extract.parsing.people.details import Entry
from igf_extract.parsing.people.entry import read_entry
from igf_extract.parsing.people.group import groups_of
from igf_extract.parsing.people.labels import TALK, parts_of
from igf_extract.parsing.people.pieces import Piece, unmarked
from igf_extract.parsing.people.shape import name_score, organization_score, title_score
from igf_extract.parsing.people.turned import title_behind
from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.words import function_words, honorifics, organization_words

_LONGEST = 1500
_STOP = re.compile(r"(?<=[^\W\d_]{3})\. ")
_WORD = re.compile(r"[^\W\d_]+")
_SET_OFF = re.compile(r"\s\(|\s[-–—]\s")
_LONGEST_NAME = 60
_SENTENCE = 12  # words from which a line may be told to be running text at a glance
_SMALL, _FUNCTION_SHARE = 0.75, 0.1  # least shares of words in small letters and of function words
_REPORT = 10  # words of a sentence that reports what a person did
_TOLD = 0.65  # the share of words in small letters from which on a labelled line is told in sentences
_PROSE = frozenset("the is will that this are how what we our can which who".split())


@lru_cache(maxsize=8192)
def person_line_score(text: str) -> float:
    """How sure it is that ``text`` is a roster line (a person with details, a body with groups, a nameless organiser), 0 to 1.

    A bare name scores 0.4 to 0.65, a bare body 0.45, running text near 0.
    """
    text = text.strip()
    if not 2 <= len(text) <= _LONGEST or _is_running(text):
        return 0.0
    parts = parts_of(Piece(text, 0))
    groups = [(group, part.body) for part in parts if part.body.text for group in title_behind(groups_of(atoms_of(part.body)))]
    entries = [read_entry(group, body, person=False) for group, body in groups]
    persons = [entry for entry in entries if entry.kind == "person"]
    labelled = any(part.label for part in parts)
    best = max((_certainty(entry) for entry in entries), default=0.0)
    score = min(1.0, best + 0.2 * bool(labelled and persons))
    places = sum(bool(entry.group or entry.region or entry.country) for entry in entries)
    junk = sum(entry.kind == "unreadable" or (entry.kind == "details" and not entry.title) for entry in entries)
    words = fold(text).split()
    prose = len(_STOP.findall(text)) + text.endswith((".", "?", "!")) + sum(word in _PROSE for word in words)
    placed = any(entry.title and entry.body for entry in persons) and organization_words("verbs", "predicates").isdisjoint(words)
    told = len(words) > 14 and prose > 2 + places + placed and (not labelled or _is_told(text))
    told = told or (len(words) >= _REPORT and text.endswith((".", "!", "?")) and _reported().search(text) is not None)
    if junk > len(persons) or told or len(words) > 40 * max(1, len(persons)):
        score *= 0.3
    if len(words) > 8 and not (labelled or places or "," in text or _is_set_off(text)) and name_score(text) < 0.5:
        score *= 0.6
    return round(score, 3)


@cache
def _reported() -> re.Pattern[str]:
    """ "Ana Ruiz (Adviser, Foo) noted that …": what somebody did, behind a bracket or a comma."""
    return re.compile(rf"[),]\s(?:also\s|then\s)?(?:{any_of(honorifics('reported'))})\s")


def _is_set_off(text: str) -> bool:
    """Whether a name stands in front, or behind the title of a talk in quotation marks, and all else in brackets, or an office behind a
    dash ("Ana Ruiz (Adviser of the Council of Foo)")."""
    bare = unmarked(Piece(text, 0)).text
    talk = TALK.match(bare)
    text = bare[talk.end() :].lstrip(" ,") if talk is not None else text
    mark = _SET_OFF.search(text[:_LONGEST_NAME])
    if mark is None or name_score(text[: mark.start()]) < 0.6:
        return False
    return text.endswith(")") if mark[0].strip() == "(" else title_score(text[mark.end() :]) >= 0.85


def _is_running(text: str) -> bool:
    """Whether small letters and the small words of a sentence leave no room for people, so that a closer look is spared."""
    words = _WORD.findall(text)
    if len(words) < _SENTENCE or sum(map(str.islower, words)) < _SMALL * len(words):
        return False
    return sum(word.lower() in function_words() for word in words) >= _FUNCTION_SHARE * len(words)


def _is_told(text: str) -> bool:
    """Whether sentences tell what a person with a role did ("The session was opened by Ms Ruiz, who thanked all. She …")."""
    words = _WORD.findall(text)
    return text.endswith((".", "!", "?")) and sum(map(str.islower, words)) >= _TOLD * len(words)


def _certainty(entry: Entry) -> float:
    """How much an entry says that its line is one of people."""
    if entry.kind == "nameless":
        return 0.95 if entry.group and entry.region else 0.0
    if entry.kind == "body":
        return 0.8 if entry.group and entry.region else 0.45
    if entry.kind != "person":
        return 0.0
    name = name_score(entry.names[0].text)
    if entry.group and entry.region:
        return 0.97
    if entry.bare:
        told = entry.label is not None and name >= 0.6  # "Ana Ruiz, Moderator"
        return 0.65 if name >= 0.8 or told else 0.4
    evident = entry.group or entry.region or entry.country or (entry.title and title_score(entry.title) >= 0.7)
    evident = evident or (entry.body and organization_score(entry.body.text) >= 0.55)
    return 0.9 if name >= 0.8 or (evident and name >= 0.5) else 0.55
