"""The wording of labels of several words: what may change from form to form without changing what is asked.

"Please provide a concise description of the proposed workshop" and "Concise description of the workshop" are one label, and so are
"Name of the organiser(s)" and "Names of organizers".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|#")
_FEWEST = 3  # words that a label must keep
_MOST = 45  # words of the longest question
_PLURAL = 4  # letters from which on a closing "s" is taken off


@cache
def wording(*names: str) -> frozenset[str]:
    """Lists of words that may change in a label, joined: ``asking``, ``passing``, ``idle``."""
    return frozenset(fold(word) for name in names for word in read_data("labels.toml")["wording"][name])


@cache
def _spelled() -> Mapping[str, str]:
    return {fold(old): fold(new) for old, new in read_data("labels.toml")["wording"]["spelled"].items()}


def core(folded: str) -> str | None:
    """The words of a folded label that say what is asked, in one spelling; None where fewer than three are left.

    >>> core("please provide a concise description of the proposed workshop"), core("concise description of workshop")
    ('concise description of workshop', 'concise description of workshop')
    >>> core("the workshop") is None
    True
    """
    words = _WORD.findall(folded.replace("(s)", "s"))
    if not _FEWEST <= len(words) <= _MOST:
        return None
    start = 0
    while start < len(words) and words[start] in wording("asking"):
        start += 1
    kept = [same_word(word) for word in words[start:] if word not in wording("passing")]
    return " ".join(kept) if len(kept) >= _FEWEST else None


def same_word(word: str) -> str:
    """A word without its plural, in American spelling."""
    for old, new in _spelled().items():
        if old in word:
            word = word.replace(old, new)
    return word[:-1] if len(word) > _PLURAL and word.endswith("s") and not word.endswith("ss") else word


def cores(table: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
    """Core -> spelling and key of each label of ``table``; where it stands for two keys, the label that is nothing but it tells."""
    found: dict[str, tuple[str, str]] = {}
    doubtful: set[str] = set()
    for spelling, key in sorted(table.items(), key=lambda item: (core(item[0]) != item[0], item[0])):
        meant = core(spelling)
        if meant is not None and found.setdefault(meant, (spelling, key))[1] != key and found[meant][0] != meant:
            doubtful.add(meant)
    return {meant: told for meant, told in found.items() if meant not in doubtful}
