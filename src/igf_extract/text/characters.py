"""Cleaner of single characters: line ends, no-break blanks, invisible and control characters (``data/characters.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from igf_extract.model import Edit
from igf_extract.text.edits import MOST_EDITS, join_near
from igf_extract.text.ranges import code_points
from igf_extract.vocab.load import read_data

_JOINED_SCRIPTS = 0x0600  # joiners between two characters from here on are part of the writing


@dataclass(frozen=True, slots=True)
class _Rules:
    becomes: dict[str, str]  # character -> what one of them becomes
    names: dict[str, str]  # character -> its rule


@cache
def _rules() -> _Rules:
    becomes: dict[str, str] = {}
    names: dict[str, str] = {}
    for rule in read_data("characters.toml")["rule"]:
        for point in code_points(rule["characters"]):
            char = chr(point)
            names[char] = rule["name"]
            becomes[char] = bytes([point]).decode("cp1252") if rule["becomes"] == "windows-1252" else rule["becomes"]
    return _Rules(becomes, names)


@cache
def _pattern(characters: frozenset[str]) -> re.Pattern[str]:
    """Runs of one of ``characters``; CR LF counts as one. Only those that a text has: the search stays fast."""
    branches = [r"(?:\r\n?)+"] if "\r" in characters else []
    others = "".join(re.escape(char) for char in sorted(characters - {"\r"}))
    return re.compile("|".join([*branches, rf"([{others}])\1*"] if others else branches))


def character_edits(text: str) -> Iterator[Edit]:
    """The edits that clean ``text``, in order; runs of one character are one edit.

    >>> [(edit.start, edit.new, edit.rule) for edit in character_edits("a\\r\\nb")]
    [(1, '\\n', 'line_end')]
    """
    return _edits_between(text, _suspects(text), 0, len(text))


def _suspects(text: str) -> frozenset[str]:
    return frozenset(_rules().becomes.keys() & set(text))


def _edits_between(text: str, suspects: frozenset[str], start: int, end: int) -> Iterator[Edit]:
    rules = _rules()
    for match in _pattern(suspects).finditer(text, start, end) if suspects else ():
        old = match.group()
        new = _replacement(text, match.start(), old, rules)
        if new != old:
            yield Edit(match.start(), old, new, rules.names[old[0]])


def _replacement(text: str, start: int, old: str, rules: _Rules) -> str:
    char = old[0]
    if char == "\r":
        return "\n" * (len(old) - old.count("\n"))
    name = rules.names[char]
    before = text[start - 1] if start else ""
    after = text[start + len(old) : start + len(old) + 1]
    if name == "joiner" and len(old) == 1 and before and after and min(ord(before), ord(after)) >= _JOINED_SCRIPTS:
        return old
    if name == "form_feed":
        return "" if before in {"\n", "\r"} or after in {"\n", "\r"} else rules.becomes[char]
    return rules.becomes[char] * len(old)


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """``text`` with its characters cleaned."""
    parts: list[str] = []
    done = 0
    for edit in character_edits(text):
        parts += (text[done : edit.start], edit.new)
        done = edit.start + len(edit.old)
    return "".join((*parts, text[done:])) if parts else text


def with_character_edits(text: str, repairs: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """``repairs`` (in order, not overlapping) with the character edits of the text between them; what they put in is cleaned too."""
    suspects = _suspects(text)
    expected = sum(text.count(char) for char in suspects) + len(repairs)
    gap = 0 if expected <= MOST_EDITS else 64 * expected // MOST_EDITS
    return tuple(join_near(text, _merged(text, suspects, repairs), gap))


def _merged(text: str, suspects: frozenset[str], repairs: tuple[Edit, ...]) -> Iterator[Edit]:
    done = 0
    for repair in repairs:
        yield from _edits_between(text, suspects, done, repair.start)
        yield Edit(repair.start, repair.old, clean(repair.new), repair.rule)
        done = repair.start + len(repair.old)
    yield from _edits_between(text, suspects, done, len(text))
