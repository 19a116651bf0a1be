"""Pages that lost their head, their labels or one half of their lines are still told apart from articles and other texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from igf_extract.model import Document
from igf_extract.parsing.kind import classify
from igf_extract.parsing.lines import lines
from igf_extract.vocab.labels import LABELS

LABELLED = Path(__file__).parents[1] / "labelled"
_LABEL_WORDS = 6  # of a label that stands alone


def _without_head(texts: list[str]) -> list[str]:
    return texts[3:]


def _without_labels(texts: list[str]) -> list[str]:
    return [text for text in texts if LABELS().find(text) is None or len(text.split()) > _LABEL_WORDS]


def _first_half(texts: list[str]) -> list[str]:
    return texts[: len(texts) // 2]


def _second_half(texts: list[str]) -> list[str]:
    return texts[len(texts) // 2 :]


def _pages() -> list[list[str]]:
    """The lines of every labelled session and report."""
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((LABELLED / "gold").glob("*.json"))]
    pages = [(LABELLED / "docs" / gold["doc"]).read_bytes() for gold in golds if gold["kind"] in ("session", "report")]
    return [[text.strip() for text in page.decode("utf-8", "replace").splitlines() if text.strip()] for page in pages]


@pytest.mark.parametrize(
    ("damage", "floor"),
    [(_without_head, 0.965), (_without_labels, 0.96), (_first_half, 0.975), (_second_half, 0.9)],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_kind_survives(damage: Callable[[list[str]], list[str]], floor: float) -> None:
    pages = _pages()
    kinds = [classify(lines(Document(source="x.txt", text="\n".join(damage(page))))).kind for page in pages]
    told = sum(kind in ("session", "report") for kind in kinds) / len(pages)
    assert told >= floor, f"{told:.3f}"
