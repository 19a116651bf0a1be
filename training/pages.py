"""Paragraphs of labelled pages for training; of every folder some pages are kept for measuring."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from evaluate_names import document_of, expected_of, regions_of

from igf_extract.ner.regions import paragraphs

Span = tuple[int, int, str]
OWN = Path(__file__).parents[1] / "tests" / "labelled"
MEASURED = ("n", "s", "t", "u", "v", "w", "x", "y", "z")  # the sets of ``tests/labelled`` that are kept for measuring


def half_a(folder: Path) -> list[Path]:
    """The first, third, fifth ... label file."""
    return sorted((folder / "gold").glob("*.json"))[0::2]


def trained_on(folder: Path) -> list[Path]:
    """The label files of ``tests/labelled`` that are trained on: every set but those that are kept for measuring."""
    return sorted(path for path in (folder / "gold").glob("*.json") if not path.name.startswith(MEASURED))


def training_paragraphs(folder: Path | None) -> list[tuple[str, list[Span]]]:
    """All paragraphs that are trained on: half a of ``folder``, where it is there, and pages of ``tests/labelled``."""
    found = list(labelled_paragraphs(OWN, trained_on(OWN)))
    return found + list(labelled_paragraphs(folder, half_a(folder)) if folder is not None and folder.is_dir() else [])


def labelled_paragraphs(folder: Path, labels: list[Path]) -> Iterator[tuple[str, list[Span]]]:
    """The running text of these pages of ``folder`` (``docs``, ``gold``), a paragraph at a time, with its names."""
    for path in labels:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / "docs" / gold["doc"]).read_bytes().decode("utf-8", errors="replace")
        names = sorted(expected_of(text, gold, regions_of(text, gold)))
        for paragraph in paragraphs(document_of(text, gold)):
            start, end = paragraph.start, paragraph.start + len(paragraph.text)
            yield paragraph.text, [(a - start, b - start, label) for a, b, label in names if start <= a and b <= end]
