"""``decisions.csv``: a person's judgements (a, b, same or different, why), replayed on every run; they win over every rule."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from igf_extract.model import Decision, Entry, EntryKey

_COLUMNS = ["a", "b", "decision", "why", "kind"]
Pairs = tuple[list[tuple[EntryKey, EntryKey]], list[tuple[EntryKey, EntryKey]]]


class DecisionFileError(Exception):
    """A decisions file is wrong: says which line and what to write there."""


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a CSV file with the columns a, b, decision (same, different), why, and optionally kind (person, organization).

    Raises:
        DecisionFileError: a column is missing, or a line has another decision or kind.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = set(_COLUMNS[:3]) - set(reader.fieldnames or ())
        if missing:
            raise DecisionFileError(f"{path.name}: column {sorted(missing)[0]!r} is missing; the first line must be: {','.join(_COLUMNS)}")
        return tuple(_decision(path, reader.line_num, row) for row in reader)


def _decision(path: Path, line: int, row: Mapping[str, str | None]) -> Decision:
    a, b, decision = ((row.get(name) or "").strip() for name in _COLUMNS[:3])
    kind = (row.get("kind") or "person").strip()
    if decision not in ("same", "different"):
        raise DecisionFileError(f"{path.name}, line {line}: decision is {decision!r}; write same or different")
    if kind not in ("person", "organization"):
        raise DecisionFileError(f"{path.name}, line {line}: kind is {kind!r}; write person or organization")
    if not a or not b or a == b:
        raise DecisionFileError(f"{path.name}, line {line}: a and b must be two different entries or names")
    return Decision(a, b, decision, (row.get("why") or "").strip(), kind)


def as_pairs(decisions: Sequence[Decision], entries: Sequence[Entry]) -> tuple[dict[str, Pairs], list[Decision]]:
    """The decisions as pairs of entries, by kind; and those that no entry answers to.

    ``a`` and ``b`` are the keys of entries as in ``links`` (document/session/ordinal), or names exactly as written; a name
    stands for all entries that bear it.
    """
    found: dict[str, Pairs] = {"person": ([], []), "organization": ([], [])}
    unused = []
    index: dict[tuple[str, str], list[EntryKey]] = {}
    if decisions:
        for entry in entries:
            for kind, written in (("person", entry.name), ("organization", entry.organization)):
                for text in {str(entry.key), written or ""} - {""}:
                    index.setdefault((kind, text), []).append(entry.key)
    for decision in sorted(decisions, key=lambda d: (d.kind, d.a, d.b, d.decision)):
        left, right = index.get((decision.kind, decision.a)), index.get((decision.kind, decision.b))
        if not left or not right:
            unused.append(decision)
            continue
        same, different = found[decision.kind]
        if decision.decision == "same":
            same += [(left[0], other) for other in (*left[1:], *right)]
        else:
            different += [(a, b) for a in left for b in right if a != b]
    return found, unused
