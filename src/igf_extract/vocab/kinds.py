"""The cues of ``data/kinds.toml``: words that speak for one kind of document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from igf_extract.vocab.fold import fold
from igf_extract.vocab.list_marks import without_marks
from igf_extract.vocab.load import DataFileError, read_data
from igf_extract.vocab.patterns import any_of

KINDS = ("session", "report", "transcript", "listing", "article", "other", "unreadable")
_PLACES = ("line", "start", "within")
_DIGITS = re.compile(r"\d+")
_SENTENCE = 500  # characters of a first sentence


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that speak for ``kind`` with ``weight`` points, in running text with ``told``; the data file explains the fields."""

    kind: str
    name: str
    weight: float
    told: float
    at: str
    head: int
    phrases: tuple[str, ...]
    digits: bool
    within: re.Pattern[str]

    def fires(self, folded: str, masked: str) -> bool:
        """Whether the folded line counts; ``masked`` is the line with each run of digits as "#"."""
        text = masked if self.digits else folded
        if self.at == "line":
            return text.rstrip(" :.") in self.phrases
        if self.at == "start":
            return text.startswith(self.phrases)
        return bool(self.within.search(text))


def masked(folded: str) -> str:
    """Runs of digits as "#", so that one phrase stands for every year and number.

    >>> masked("igf 2019 reports")
    'igf # reports'
    """
    return _DIGITS.sub("#", folded)


@cache
def field_keys(group: str) -> frozenset[str]:
    """The label keys of a group of ``[fields]`` ("session", "report", "entry").

    Raises:
        DataFileError: a key is not one of ``labels.toml``.
    """
    keys = frozenset(read_data("kinds.toml")["fields"][group])
    unknown = keys - set(read_data("labels.toml")["keys"])
    if unknown:
        raise DataFileError(f"data/kinds.toml: [fields] {group} names unknown keys {sorted(unknown)}; see data/labels.toml")
    return keys


@cache
def _session_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(read_data('kinds.toml')['words']['session'])})(?!\w)")


def tells_of_session(text: str) -> bool:
    """Whether a text holds a word of those that tell of a session.

    >>> tells_of_session("The workshop asks who pays."), tells_of_session("Our team counts birds.")
    (True, False)
    """
    return _session_words().search(fold(text)) is not None


@cache
def _told() -> re.Pattern[str]:
    data = read_data("kinds.toml")["told"]
    future = r"(?!.{0,200}?\b(?:will|aims|seeks|would)\b)"
    return re.compile(rf"(?:the|this)\s(?:{any_of(data['nouns'])})\b{future}.{{0,160}}?\b(?:{any_of(data['verbs'])})\b")


def tells_of_past_session(text: str) -> bool:
    """Whether the first sentence of a text says what took place in a session.

    >>> tells_of_past_session("The workshop on masts discussed who pays."), tells_of_past_session("The workshop will ask who pays.")
    (True, False)
    """
    return _told().match(fold(text[:_SENTENCE]).split(". ", 1)[0]) is not None


@cache
def cues() -> tuple[Cue, ...]:
    """Every cue; one with "#" in its phrases is split in two, so that the others keep their digits.

    Raises:
        DataFileError: a kind or a place is unknown, or a cue has no phrases.
    """
    found: list[Cue] = []
    for row in read_data("kinds.toml")["cue"]:
        if row["kind"] not in KINDS or row["at"] not in _PLACES or not row["phrases"]:
            raise DataFileError(f"data/kinds.toml: cue {row.get('name')!r} has an unknown kind or place, or no phrases")
        found += [cue for digits in (False, True) if (cue := _cue(row, digits)) is not None]
    return tuple(found)


def _cue(row: Mapping[str, Any], digits: bool) -> Cue | None:
    """The cue of those phrases of an entry that hold "#", or of those that hold none; a blank at the edge of a phrase stays."""
    phrases = tuple(
        (" " if phrase.startswith(" ") else "") + fold(phrase) + (" " if phrase.endswith(" ") else "")
        for phrase in row["phrases"]
        if ("#" in phrase) is digits
    )
    within = re.compile("|".join(map(re.escape, phrases)))
    told = row.get("told", row["weight"])
    return Cue(row["kind"], row["name"], row["weight"], told, row["at"], row["head"], phrases, digits, within) if phrases else None


def cues_of(lines: Sequence[str]) -> Iterator[tuple[Cue, int]]:
    """The cues that fire on the lines, each name once, with the index of the first line that shows it."""
    seen: set[str] = set()
    for index, line in enumerate(lines):
        folded = without_marks(fold(line[:600]))
        hidden = masked(folded)
        for cue in cues():
            if cue.name not in seen and (not cue.head or index < cue.head) and cue.fires(folded, hidden):
                seen.add(cue.name)
                yield cue, index
