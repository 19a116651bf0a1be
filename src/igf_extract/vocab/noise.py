"""Lines of the site, its mirrors and mail filters that say nothing about a session (``data/noise.toml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data


@dataclass(frozen=True, slots=True)
class _Rule:
    """One entry of the file, folded; its head explains the fields."""

    name: str
    exact: frozenset[str]
    starts: tuple[str, ...]
    contains: tuple[str, ...]
    pattern: re.Pattern[str] | None
    to_end: bool
    names_year: bool
    next: frozenset[str]

    def fits(self, folded: str) -> bool:
        """Whether a folded line is noise of this rule."""
        if folded in self.exact or (self.pattern is not None and self.pattern.fullmatch(folded)):
            return True
        begins = bool(self.starts) and folded.startswith(self.starts)
        return begins and (not self.contains or any(part in folded for part in self.contains))


def _rule(entry: Mapping[str, Any]) -> _Rule:
    exact, starts, contains, behind = (tuple(map(fold, entry.get(name, ()))) for name in ("exact", "starts", "contains", "next"))
    pattern = re.compile(entry["pattern"]) if "pattern" in entry else None
    flags = entry.get("to_end", False), entry.get("names_year", False)
    return _Rule(entry["rule"], frozenset(exact), starts, contains, pattern, *flags, frozenset(behind))


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(map(_rule, read_data("noise.toml")["noise"]))


@cache
def ends_page(rule: str) -> bool:
    """Whether all that follows a line of this rule is noise, such as the address at the foot of a page."""
    return any(entry.to_end for entry in _rules() if entry.name == rule)


@cache
def names_year(rule: str) -> bool:
    """Whether lines of this rule name the year of the meeting in four digits."""
    return any(entry.names_year for entry in _rules() if entry.name == rule)


@cache
def follows(rule: str) -> frozenset[str]:
    """Folded lines that are noise as well right behind a line of this rule, such as the names of the networks to share a page on."""
    return frozenset().union(*(entry.next for entry in _rules() if entry.name == rule))


def noise_rule(line: str) -> str | None:
    """The rule that says that this line is noise, or None. Where a rule has ``starts`` and ``contains``, both must hold.

    >>> noise_rule("You are here")
    'legacy_banner'
    """
    return _noise_rule(fold(line[:400]))


@lru_cache(maxsize=8192)
def _noise_rule(folded: str) -> str | None:
    return next((rule.name for rule in _rules() if rule.fits(folded)), None)
