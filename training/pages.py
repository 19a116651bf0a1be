"""Paragraphs of labelled pages (half a only: the first, third, fifth ... label file), for training; the other half is for measuring."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from evaluate_names import document_of, expected_of, regions_of

from igf_extract.ner.regions import paragraphs

Span = tuple[int, int, str]


def labelled_paragraphs(folder: Path) -> Iterator[tuple[str, list[Span]]]:
    """The running text of half a of ``folder`` (``docs``, ``gold``), a paragraph at a time, with its names."""
    for path in sorted((folder / "gold").glob("*.json"))[0::2]:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / "docs" / gold["doc"]).read_bytes().decode("utf-8", errors="replace")
        names = sorted(expected_of(text, gold, regions_of(text, gold)))
        for paragraph in paragraphs(document_of(text, gold)):
            start, end = paragraph.start, paragraph.start + len(paragraph.text)
            yield paragraph.text, [(a - start, b - start, label) for a, b, label in names if start <= a and b <= end]
