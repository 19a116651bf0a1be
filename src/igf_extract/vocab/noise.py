"""Lines of the site, its mirrors and mail filters that say nothing about a session (``data/noise.toml``)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data


@cache
def _rules() -> tuple[tuple[str, frozenset[str], tuple[str, ...], tuple[str, ...], re.Pattern[str] | None], ...]:
    return tuple(
        (
            entry["rule"],
            frozenset(map(fold, entry.get("exact", ()))),
            tuple(map(fold, entry.get("starts", ()))),
            tuple(map(fold, entry.get("contains", ()))),
            re.compile(entry["pattern"]) if "pattern" in entry else None,
        )
        for entry in read_data("noise.toml")["noise"]
    )


@cache
def ends_page(rule: str) -> bool:
    """Whether all that follows a line of this rule is noise, such as the address at the foot of a page."""
    return any(entry["rule"] == rule and entry.get("to_end", False) for entry in read_data("noise.toml")["noise"])


@cache
def names_year(rule: str) -> bool:
    """Whether lines of this rule name the year of the meeting in four digits."""
    return any(entry["rule"] == rule and entry.get("names_year", False) for entry in read_data("noise.toml")["noise"])


@cache
def follows(rule: str) -> frozenset[str]:
    """Folded lines that are noise as well right behind a line of this rule, such as the names of the networks to share a page on."""
    return frozenset(fold(line) for entry in read_data("noise.toml")["noise"] if entry["rule"] == rule for line in entry.get("next", ()))


def noise_rule(line: str) -> str | None:
    """The rule that says that this line is noise, or None. Where a rule has ``starts`` and ``contains``, both must hold.

    >>> noise_rule("You are here")
    'legacy_banner'
    """
    return _noise_rule(fold(line[:400]))


@lru_cache(maxsize=8192)
def _noise_rule(folded: str) -> str | None:
    for rule, exact, starts, contains, pattern in _rules():
        if folded in exact or (pattern is not None and pattern.fullmatch(folded)):
            return rule
        if starts and folded.startswith(starts) and (not contains or any(part in folded for part in contains)):
            return rule
    return None
