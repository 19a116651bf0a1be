"""People whose given names are put together from syllables (Chinese, Korean), beside a surname of the same language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from igf_extract.ner.candidate import PERSON, Candidate
from igf_extract.ner.lists import key_of, places
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of


@dataclass(frozen=True, slots=True)
class Language:
    """One entry of ``data/syllable_names.toml``, compiled. ``fires``, ``silent``: as in the file."""

    id: str
    pattern: regex.Pattern[str]
    fires: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]

    def matches(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of names in ``text``; no place name is taken for a given name."""
        for match in self.pattern.finditer(text):
            given = match["given"] or match["given_behind"]
            if key_of(given) not in places():
                yield match.span()


@cache
def languages() -> tuple[Language, ...]:
    """All languages of the file."""
    return tuple(_language(entry) for entry in read_data("syllable_names.toml")["language"])


def _language(entry: dict[str, Any]) -> Language:
    first = any_of(map(str.capitalize, entry["syllables"].split()))
    second = any_of(entry["syllables"].split())
    surname = any_of(entry["surnames"].split())
    forms = [rf"(?:{first}){join}(?:{second})" if join == "" else rf"(?:{first}){join}(?:{second}|{first})" for join in entry["joins"]]
    given = "|".join(forms)
    edge = r"(?![\p{L}\p{N}'’]|-\p{Ll})"
    whole = rf"(?P<given>{given}) (?:\p{{Lu}}\. )?(?:{surname})(?:-\p{{Lu}}\p{{Ll}}+)?{edge}|(?:{surname}) (?P<given_behind>{given}){edge}"
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}'’.@/-]|\p{{Lu}}\p{{Ll}}{{1,12}} )(?:{whole})(?! \p{{Lu}}\p{{Ll}})")
    return Language(entry["id"], pattern, tuple((text, name) for text, name in entry["fires"]), tuple(entry["silent"]))


def syllable_candidates(text: str, offset: int) -> Iterator[Candidate]:
    """Names of all languages in a paragraph."""
    for language in languages():
        for start, end in language.matches(text):
            yield Candidate(offset + start, offset + end, PERSON, "syllables")
