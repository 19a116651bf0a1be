"""Questions of a form in nearly the words of a label that is known: the site changed a word of them from year to year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from igf_extract.vocab.fold import fold
from igf_extract.vocab.label_wording import same_word
from igf_extract.vocab.load import read_data

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_FEWEST = 5  # telling words of a question that can be known by them
_MOST = 30
_LEAST = 0.8  # share of their telling words that two wordings of one question have in common
_CUT, _LEAST_OF_CUT = 7, 0.85  # telling words of a question that the site cut, and how many of them are the label's

Wordings = Mapping[frozenset[str], tuple[str, str]]


@cache
def _idle() -> frozenset[str]:
    wording = read_data("labels.toml")["wording"]
    return frozenset(fold(word) for name in ("asking", "passing", "idle") for word in wording[name])


def telling(folded: str) -> frozenset[str]:
    """The words of a folded question that tell what is asked, in one spelling, whatever their order.

    >>> sorted(telling("please describe how your workshop conforms with the tunis agenda"))
    ['agenda', 'conform', 'tunis', 'workshop']
    """
    return frozenset(same_word(word) for word in _WORD.findall(folded) if word not in _idle())


def wordings(labels: Iterable[tuple[str, str]]) -> Wordings:
    """Telling words -> spelling and key of each label that has enough of them; words that stand for two keys are left out."""
    found: dict[frozenset[str], tuple[str, str]] = {}
    doubtful = set()
    for spelling, key in sorted(labels):
        words = telling(spelling)
        if _FEWEST <= len(words) <= _MOST and found.setdefault(words, (spelling, key))[1] != key:
            doubtful.add(words)
    return {words: told for words, told in found.items() if words not in doubtful}


def nearest(folded: str, known: Wordings) -> tuple[str, str] | None:
    """Spelling and key of the label that asks in nearly the words of ``folded``; None where none does, or labels of several keys do."""
    words = telling(folded)
    if not _FEWEST <= len(words) <= _MOST:
        return None
    near = [(_likeness(words, other), told) for other, told in known.items() if not words.isdisjoint(other)]
    likely = [(share, told) for share, told in near if share >= _LEAST]
    return max(likely)[1] if likely and len({key for _, (_, key) in likely}) == 1 else None


def _likeness(words: frozenset[str], label: frozenset[str]) -> float:
    """The share of words in common: of both, or of a long question that the site cut."""
    common = len(words & label)
    cut = len(words) >= _CUT and common >= _LEAST_OF_CUT * len(words)
    return max(common / len(words | label), _LEAST if cut else 0.0)
