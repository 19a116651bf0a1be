"""Role labels ("Onsite Moderator", "Co-organisers", "Intervenants :") and what they say, from ``data/roles.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import MappingProxyType

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data

_NOTE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_PLURAL = re.compile(r"(?<=\w)\(e?s\)")
_NUMBER = re.compile(r"#|\bno\.|\b\d{1,2}\b|\b(?:i|ii|iii|iv)\b(?=\s*$)")
_TOKEN = re.compile(r"[^\s,/&+:;.]+|[,/&+]")
_LONGEST_LABEL = 90


# those who chair a session or write it down: always persons, and often one person in two of the roles
SERVING = frozenset({"moderator", "onsite_moderator", "online_moderator", "rapporteur"})


@dataclass(frozen=True, slots=True)
class RoleLabel:
    """What a role label says. ``plain`` is a "Moderator" proper without a place, which is onsite beside an online one."""

    codes: tuple[str, ...]
    plural: bool = False
    plain: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class _Noun:
    code: str
    place: bool
    plain: bool
    plural: bool


@cache
def _nouns() -> Mapping[str, _Noun]:
    nouns: dict[str, _Noun] = {}
    for entry in read_data("roles.toml")["nouns"]:
        for number in ("plural", "singular"):
            for word in entry[number]:
                noun = _Noun(entry["code"], entry.get("place", False), entry.get("plain", False), number == "plural")
                nouns.setdefault(fold(word), noun)
    return MappingProxyType(nouns)


@cache
def role_words(name: str) -> frozenset[str]:
    """One list of words of ``data/roles.toml``, folded: joiners, modifiers, colon_only, acts, asking and so on."""
    return frozenset(map(fold, read_data("roles.toml")[name]))


@cache
def _places() -> Mapping[str, str]:
    return MappingProxyType({fold(word): place for place, words in read_data("roles.toml")["places"].items() for word in words})


@cache
def attribute_labels() -> Mapping[str, str]:
    """Folded label of a detail ("proposer's organization") -> which detail it is ("proposer_organization")."""
    table = read_data("roles.toml")["attributes"]
    return MappingProxyType({fold(word): name for name, words in table.items() for word in words})


@lru_cache(maxsize=4096)
def attribute_of(label: str) -> str | None:
    """Which detail of a person a label names, or None; it may say of whom ("Regional Group of Speakers", "Speaker's affiliation").

    >>> attribute_of("Regional group of the speakers"), attribute_of("Name of the game")
    ('region', None)
    """
    words = fold(label).strip(" *")
    found = attribute_labels().get(words)
    if found is not None or " " not in words:
        return found
    head, of, owner = words.partition(" of ")
    if of:
        return attribute_labels().get(head) if owner.removeprefix("the ") in _nouns() else None
    owner, _, detail = words.partition(" ")
    return attribute_labels().get(detail) if owner.removesuffix("'s").removesuffix("'") in _nouns() else None


@cache
def seats() -> Mapping[str, str]:
    """Folded words that say where a moderator sits -> online or onsite: those of labels, and those that only brackets hold ("(floor)")."""
    bracketed = {fold(word): place for place, words in read_data("roles.toml")["seats"].items() for word in words}
    return MappingProxyType({**_places(), **bracketed})


def read_role(text: str) -> tuple[str, ...]:
    """The role codes that a heading names, in its order; empty where it is no role heading.

    >>> read_role("In-person Moderator and Organiser 4:")
    ('onsite_moderator', 'organizer')
    >>> read_role("Speaker's Corner")
    ()
    """
    label = read_role_label(text)
    return label.codes if label else ()


def read_role_label(text: str) -> RoleLabel | None:
    """What a role label says, or None where ``text`` is more or less than a role label."""
    if not 2 <= len(text) <= _LONGEST_LABEL:
        return None
    return _read(fold(text))


@lru_cache(maxsize=8192)
def _read(folded: str) -> RoleLabel | None:
    label = folded.rstrip(" :-.")
    colon = folded.rstrip().endswith(":")
    if not colon and label in role_words("colon_only"):
        return None
    if colon and (served := _served_by(label)) is not None:
        return served
    whole = _nouns().get(label)
    bare = _NOTE.sub(_note, _PLURAL.sub("s", label))
    numbered = bool(_NUMBER.search(bare))
    parts = [label.split()] if whole else _parts(_NUMBER.sub(" ", bare))
    if not whole and not all(word in _words() for part in parts for word in part):
        return None
    codes: dict[str, None] = {}
    places: list[str] = []
    plural, plain = False, True
    for part in parts:
        noun, here = _noun_of(part)
        places += [here] if here else []
        if noun is None:
            if here is None and not all(word in role_words("modifiers") for word in part):
                return None
            continue
        if noun.code == "other" and codes and " - " in folded:
            continue  # "Moderator - Debate/Timekeeper": what else the moderator does
        codes.update(dict.fromkeys(f"{place}_moderator" for place in places) if noun.place and places else {noun.code: None})
        plain = plain and noun.plain and not places
        plural = plural or noun.plural
        places = []
    return RoleLabel(tuple(codes), plural, plain and tuple(codes) == ("moderator",), numbered) if codes else None


def _served_by(label: str) -> RoleLabel | None:
    """ "Co-moderation by the PN co-chairs": who moderates, told by another role of theirs."""
    head, by, tail = label.partition(" by ")
    whose = _nouns().get(tail.split()[-1]) if by and tail.split() else None
    led = _read(f"{head}:") if whose is not None else None
    return replace(led, plural=whose.plural) if led is not None and whose is not None and led.codes == ("moderator",) else None


@cache
def _words() -> frozenset[str]:
    """Every word that a role label may hold beside its joiners."""
    return frozenset(word for phrase in (*_nouns(), *_places()) for word in phrase.split()) | role_words("modifiers")


def _note(match: re.Match[str]) -> str:
    """A note in brackets says nothing of the role, unless it names the place ("Moderator (online)")."""
    inside = match[0][1:-1].strip()
    return f" {inside} " if inside in _places() else " "


def _parts(label: str) -> list[list[str]]:
    """The words of a label, cut at its joiners. Notes in brackets are already off."""
    parts: list[list[str]] = [[]]
    for token in _TOKEN.findall(label):
        if token in role_words("joiners") or token == "-":
            parts.append([])
        else:
            parts[-1].append(token.strip("'\"*"))
    return [part for part in parts if part]


def _noun_of(words: list[str]) -> tuple[_Noun | None, str | None]:
    """The noun of one part after its modifiers are taken off, and the place that a modifier names."""
    place: str | None = None
    left, right = 0, len(words)
    while left < right:
        noun = _nouns().get(" ".join(words[left:right]))
        if noun:
            return noun, place
        step, here = _modifier(words, left, right)
        if not step:
            return None, None
        place = here or place
        left, right = (left + step, right) if step > 0 else (left, right + step)
    return None, place


def _modifier(words: list[str], left: int, right: int) -> tuple[int, str | None]:
    """How many words to take off in front (positive) or at the end (negative), and the place they name."""
    for size in (3, 2, 1):
        if right - left >= size:
            for at, sign in ((left, 1), (right - size, -1)):
                place = _places().get(" ".join(words[at : at + size]))
                if place:
                    return sign * size, place
    if words[left] in role_words("modifiers"):
        return 1, None
    if words[right - 1] in role_words("modifiers"):
        return -1, None
    return 0, None
