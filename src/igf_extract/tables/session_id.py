"""Stable, readable ids of sessions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from types import MappingProxyType

from igf_extract.tables.corpus import Telling
from igf_extract.vocab.fold import fold_accents
from igf_extract.vocab.load import read_data

_LONGEST_SLUG = 60


@cache
def _letters() -> MappingProxyType[str, str]:
    return MappingProxyType({row["code"]: row["id"] for row in read_data("session_types.toml")["type"]})


def slug(text: str, longest: int = _LONGEST_SLUG) -> str:
    """Letters and digits of ``text``, folded, words joined by "-", cut between words where they get too long.

    >>> slug("Données & Démocratie: what next?")
    'donnees-democratie-what-next'
    """
    words = re.findall(r"[^\W_]+", fold_accents(text))
    out = ""
    for word in words:
        if out and len(out) + 1 + len(word) > longest:
            break
        out = f"{out}-{word}" if out else word[:longest]
    return out


def number_key(number: str) -> str:
    """A number as it is compared: "#012" and "12" are one.

    >>> number_key("#012"), number_key("12a")
    ('12', '12a')
    """
    folded = slug(number)
    return folded.lstrip("0") or folded if folded.isdigit() else folded


def plain_id(tellings: Sequence[Telling]) -> str:
    """The id that a session would have if it were the only one of its kind. ``tellings``: best first."""

    def first(name: str) -> str | None:
        return next((str(fact.value) for t in tellings if (fact := getattr(t.session, name)) is not None), None)

    year = next((t.year for t in tellings if t.year), None)
    kind, number, title = first("session_type"), first("number"), first("title")
    if year and kind and number and number_key(number):
        return f"igf{year}-{_letters().get(kind, 'x')}{number_key(number)}"
    if year and title and slug(title):
        return f"igf{year}-{slug(title)}"
    return f"doc-{tellings[0].document_id}-{tellings[0].index + 1}"


def distinct_ids(groups: Sequence[Sequence[Telling]]) -> list[str]:
    """One id a group, in the order given; an id that is taken gets -2, -3 ... in that order."""
    wanted = [plain_id(tellings) for tellings in groups]
    taken = set(wanted)
    seen: Counter[str] = Counter()
    out = []
    for name in wanted:
        seen[name] += 1
        unique = name
        while seen[name] > 1 and unique in taken:
            unique = f"{name}-{seen[name]}"
            seen[name] += unique in taken
        taken.add(unique)
        out.append(unique)
    return out
