"""Exact expectations for whole documents: the facts that the rules alone (no statistical model) read in each text of ``raw/``.

One JSON file for each text, one fact a line, so that a difference reads as gains and losses. ``make golden`` shows them and
writes the files again; in continuous integration it refuses to.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import igf_extract
from igf_extract import Settings
from igf_extract.model import Document, Section, Turn
from igf_extract.report.explain import explain

ROOT = Path(__file__).parents[2]
RAW = ROOT / "raw"
EXPECTED = Path(__file__).parent / "expected"
TEXTS = sorted(RAW.rglob("*.txt"))

Fact = dict[str, Any]


def expected_file(text: Path) -> Path:
    return EXPECTED / text.relative_to(RAW).with_suffix(".json")


def read(text: Path) -> list[Fact]:
    """The facts of one text, in the order of the tables."""
    settings = Settings(model="none", seconds_per_document=600)  # a busy machine must not cut a golden short
    document = igf_extract.parse(text.read_bytes(), source=text.relative_to(RAW).as_posix(), settings=settings)
    return list(_facts(document))


def _facts(document: Document) -> Iterator[Fact]:
    for field in ("kind", "layout", "language", "encoding", "status", "repaired_characters"):
        yield {"document": field, "value": getattr(document, field)}
    explanation = explain(document)
    for reading in explanation.readings:
        yield {"session": reading.session, "field": reading.field, "value": reading.value, "line": reading.line}
    for person in explanation.people:
        yield {"session": person.session, "role": person.field, "person": person.value, "line": person.line}
    yield from map(_section, document.sections)
    yield from map(_turn, document.turns)
    for mention in sorted({(m.label, m.text, m.source) for m in document.mentions}):
        yield {"named": mention[1], "label": mention[0], "source": mention[2]}
    for problem in document.problems:
        yield {"problem": problem.code, "message": problem.message}


def _section(section: Section) -> Fact:
    return {"section": section.field, "heading": section.heading, "inferred": section.heading_inferred, **_ends(section.text)}


def _turn(turn: Turn) -> Fact:
    return {"turn": turn.speaker, **_ends(turn.text)}


def _ends(text: str) -> Fact:
    return {"begins": text[:40], "ends": text[-40:], "characters": len(text)}


def write(text: Path, facts: list[Fact]) -> None:
    file = expected_file(text)
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(fact, ensure_ascii=False) for fact in facts)
    file.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def expected(text: Path) -> list[Fact]:
    file = expected_file(text)
    if not file.exists():
        return []
    facts: list[Fact] = json.loads(file.read_text(encoding="utf-8"))
    return facts


def differences(old: list[Fact], new: list[Fact]) -> list[str]:
    """Losses (-) and gains (+), one fact a line; a changed order of equal facts is one line of its own."""
    before, after = ([json.dumps(fact, ensure_ascii=False) for fact in facts] for facts in (old, new))
    lost, gained = _without(before, after), _without(after, before)
    if before != after and not lost and not gained:
        return ["~ the same facts in another order"]
    return [f"- {fact}" for fact in lost] + [f"+ {fact}" for fact in gained]


def _without(facts: list[str], others: list[str]) -> list[str]:
    rest = list(others)
    kept = []
    for fact in facts:
        if fact in rest:
            rest.remove(fact)
        else:
            kept.append(fact)
    return kept


def main() -> None:
    """Shows what changed and writes the expectations again."""
    if os.environ.get("CI"):
        sys.exit("error: expectations are not written in continuous integration; run `make golden` and commit what you have read")
    changed = 0
    for text in TEXTS:
        facts = read(text)
        lines = differences(expected(text), facts)
        if lines:
            changed += 1
            print(text.relative_to(RAW), *lines, sep="\n  ")
            write(text, facts)
    for file in set(EXPECTED.rglob("*.json")) - {expected_file(text) for text in TEXTS}:
        file.unlink()
    print(f"{changed} of {len(TEXTS)} expectations written; read the difference before you commit it")


if __name__ == "__main__":
    main()
