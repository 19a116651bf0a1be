"""Reads sentences with labelled names: one JSON object a line, {"text", "spans": [[start, end, label]], "source"}."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from igf_extract.ner.words import same_length

Span = tuple[int, int, str]
# tweets help on tweets only; the test file is for measuring
LEFT_OUT = ("btc", "wnut17", "uner_ewt_test", "uner_ewt_dev")


def sentences(path: Path) -> Iterator[tuple[str, list[Span]]]:
    """The texts of a file with their spans; typographic signs made plain, so that offsets stay."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = [(a, b, label) for a, b, label in row["spans"] if label in ("PERSON", "ORG")]
        yield same_length(row["text"]), spans


def human(folder: Path) -> Iterator[tuple[str, list[Span]]]:
    """The sentences of all files but those in ``LEFT_OUT``."""
    for path in sorted(folder.glob("*.jsonl")):
        if path.stem not in LEFT_OUT:
            yield from sentences(path)
