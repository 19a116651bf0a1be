"""One name is one thing on a page: where the model takes for a person what the text elsewhere shows to be a body, or the reverse."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from igf_extract.ner.candidate import GUESSES, Candidate
from igf_extract.ner.lists import key_of

_DOUBTED = GUESSES | {"acronym_behind"}


def agreed(text: str, chosen: Sequence[Sequence[Candidate]]) -> list[list[Candidate]]:
    """``chosen``, paragraph by paragraph, with one label for each name that is guessed: the label of a source other than a guess, else
    that of most guesses; where neither is clear, the labels stay."""
    labels = _labels(text, chosen)
    return [[_relabelled(text, c, labels) for c in paragraph] for paragraph in chosen]


def _labels(text: str, chosen: Sequence[Sequence[Candidate]]) -> Mapping[str, str]:
    """The names with guesses of both labels, or with a guess against a sure label -> the label that counts."""
    sure: dict[str, Counter[str]] = defaultdict(Counter)
    guessed: dict[str, Counter[str]] = defaultdict(Counter)
    for paragraph in chosen:
        for c in paragraph:
            (guessed if c.rule in _DOUBTED else sure)[key_of(c.of(text))][c.label] += 1
    found: dict[str, str] = {}
    for name, counts in guessed.items():
        known = sure.get(name)
        if known is not None:
            found.update({name: next(iter(known))} if len(known) == 1 else {})
        elif len(counts) > 1 and (first := counts.most_common(2))[0][1] > first[1][1]:
            found[name] = first[0][0]
    return found


def _relabelled(text: str, c: Candidate, labels: Mapping[str, str]) -> Candidate:
    label = labels.get(key_of(c.of(text)), c.label) if c.rule in _DOUBTED else c.label
    return c if label == c.label else replace(c, label=label)
