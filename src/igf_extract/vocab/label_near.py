"""Questions of a form in nearly the words of a label that is known: the site changed a word of them from year to year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from igf_extract.vocab.label_wording import same_word, wording

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_FEWEST = 5  # telling words of a question that can be known by them
_MOST = 30
_LEAST = 0.8  # share of their telling words that two wordings of one question have in common
_CUT, _LEAST_OF_CUT = 7, 0.85  # telling words of a question that the site cut, and how many of them are the label's

Wordings = Mapping[str, Sequence[tuple[frozenset[str], tuple[str, str]]]]  # first word -> telling words, (spelling, key)


def _first(folded: str) -> str:
    """The first word of a question, behind those that ask for an answer; what stands before it on its line is not of the question."""
    words = (match[0] for match in _WORD.finditer(folded) if match[0] not in wording("asking", "passing"))
    return same_word(next(words, ""))


def telling(folded: str) -> frozenset[str]:
    """The words of a folded question that tell what is asked, in one spelling, whatever their order.

    >>> sorted(telling("please describe how your workshop conforms with the agenda of tunis"))
    ['agenda', 'conform', 'tuni', 'workshop']
    """
    return frozenset(same_word(word) for word in _WORD.findall(folded) if word not in wording("asking", "passing", "idle"))


def wordings(labels: Iterable[tuple[str, str]]) -> Wordings:
    """The labels that have enough telling words, by their first word; words that stand for two keys are left out."""
    found: dict[frozenset[str], tuple[str, str]] = {}
    doubtful = set()
    for spelling, key in sorted(labels):
        words = telling(spelling)
        if _FEWEST <= len(words) <= _MOST and found.setdefault(words, (spelling, key))[1] != key:
            doubtful.add(words)
    by_first: dict[str, list[tuple[frozenset[str], tuple[str, str]]]] = {}
    for words, told in found.items():
        if words not in doubtful:
            by_first.setdefault(_first(told[0]), []).append((words, told))
    return by_first


def nearest(folded: str, known: Wordings) -> tuple[str, str] | None:
    """Spelling and key of the label that asks in nearly the words of ``folded`` and begins as it does; None where none does, or labels of
    several keys do."""
    alike = known.get(_first(folded), ())
    words = telling(folded) if alike else frozenset()
    if not _FEWEST <= len(words) <= _MOST:
        return None
    likely = [(share, told) for other, told in alike if (share := _likeness(words, other)) >= _LEAST]
    return max(likely)[1] if likely and len({key for _, (_, key) in likely}) == 1 else None


def _likeness(words: frozenset[str], label: frozenset[str]) -> float:
    """The share of words in common: of both, or of a long question that the site cut."""
    common = len(words & label)
    cut = len(words) >= _CUT and common >= _LEAST_OF_CUT * len(words)
    return max(common / len(words | label), _LEAST if cut else 0.0)
