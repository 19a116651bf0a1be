"""Floors on the labelled corpus of who is who: measured with its own scorer; they only rise."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from igf_extract.identity import resolve
from igf_extract.identity.lexicon import places
from igf_extract.model import Entry, EntryKey
from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data

SHARED = Path(__file__).resolve().parents[4] / "shared"
CORPUS = SHARED / "identity" / "dev"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the labelled corpus (../shared/identity/dev) is not beside the repository")

FLOORS = {
    "person": {"precision": 0.999, "f1": 0.98, "apart": 1.0},
    "organization": {"precision": 0.999, "f1": 0.99, "apart": 1.0},
}
COLUMNS = {"person": "person_entity", "organization": "organization_entity"}


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_identity", SHARED / "score" / "score_identity.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold() -> list[dict[str, str]]:
    with (CORPUS / "gold.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def code(table: str, written: str) -> str | None:
    found = {fold(word): name for name, words in read_data(table)["codes"].items() for word in words}
    return found.get(fold(written)) if written else None


def as_entries(rows: list[dict[str, str]]) -> list[Entry]:
    seen: Counter[str] = Counter()
    out = []
    for row in rows:
        document = hashlib.sha256(row["doc"].encode()).hexdigest()[:16]
        out.append(
            Entry(
                key=EntryKey(document, 0, seen[document]),
                session=row["doc"],
                year=int(row["doc"][4:8]),
                role=row["role"],
                name=row["name"] or None,
                organization=row["organization"] or None,
                stakeholder_group=row["stakeholder_group"].lower() or None,
                regional_group=code("regions.toml", row["regional_group"]),
                country=row["country"] or None,
                country_code=places().country(row["country"]) if row["country"] else None,
            )
        )
        seen[document] += 1
    return out


@pytest.fixture(scope="module")
def measured() -> dict[str, Any]:
    rows = gold()
    entries = as_entries(rows)
    found = resolve(entries)
    score = scorer()
    negatives = score.read_extra(CORPUS, "hard_negatives.csv")
    out = {}
    for kind, ids in (("person", found.person_of), ("organization", found.organization_of)):
        items = [
            (n, row[COLUMNS[kind]], ids.get(e.key) or ("alone", n))
            for n, (row, e) in enumerate(zip(rows, entries, strict=True))
            if row[COLUMNS[kind]]
        ]
        apart = score.kept_apart(items, negatives).values()
        out[kind] = {**score.measure(items)["pairwise"], "apart": sum(a for a, _ in apart) / sum(n for _, n in apart)}
    return out


@pytest.mark.parametrize("kind", list(FLOORS))
@pytest.mark.parametrize("figure", ["precision", "f1", "apart"])
def test_floor(measured: dict[str, Any], kind: str, figure: str) -> None:
    assert measured[kind][figure] >= FLOORS[kind][figure]


def test_half_of_the_entities_alone() -> None:
    """Each half resolved without the other: what holds only because of the company of the whole corpus would fail here."""
    rows = gold()
    score = scorer()
    for half in (0, 1):
        mine = [row for row in rows if row["person_entity"] and int(row["person_entity"][1:]) % 2 == half]
        entries = as_entries(mine)
        found = resolve(entries).person_of
        items = [(n, row["person_entity"], found.get(e.key)) for n, (row, e) in enumerate(zip(mine, entries, strict=True))]
        figures = score.measure(items)["pairwise"]
        assert figures["precision"] >= 0.98
        assert figures["f1"] >= 0.9
