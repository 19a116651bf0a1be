"""Rows of ``session_themes``, ``session_sdgs``, ``policy_questions`` and ``outcomes``: what tellings repeat stands once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from igf_extract.model import Goal
from igf_extract.tables.corpus import Corpus, MergedSession, Telling
from igf_extract.tables.rows.cells import evidence_cells
from igf_extract.tables.schema import TABLES
from igf_extract.vocab.fold import fold

_SDG = TABLES["session_sdgs"].column("sdg")


def theme_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row a theme."""
    for merged in corpus.sessions:
        first: dict[str, dict[str, Any]] = {}
        for telling in merged.tellings:
            for theme in telling.session.themes:
                cells = {**_owner(merged, telling), "theme": theme.theme, "level": theme.level, **evidence_cells(theme.evidence)}
                first.setdefault(fold(theme.theme), cells)
        yield from ({**cells, "ordinal": ordinal} for ordinal, cells in enumerate(first.values(), 1))


def goal_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row a goal or target; a listing of it counts more than its name in prose."""
    for merged in corpus.sessions:
        best: dict[tuple[int, str], tuple[Telling, Goal]] = {}
        for telling in merged.tellings:
            for goal in telling.session.goals:
                known = best.get((goal.sdg, goal.target))
                if _SDG.allows(goal.sdg) and (known is None or (goal.listed and not known[1].listed)):
                    best[goal.sdg, goal.target] = telling, goal
        for (sdg, target), (telling, goal) in best.items():
            yield {**_owner(merged, telling), "sdg": sdg, "target": target, "listed": goal.listed, **evidence_cells(goal.evidence)}


def question_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row a policy question."""
    for merged in corpus.sessions:
        first: dict[str, dict[str, Any]] = {}
        for telling in merged.tellings:
            for fact in telling.session.policy_questions:
                cells = {"text": fact.value, **evidence_cells(fact.evidence), "confidence": fact.confidence}
                first.setdefault(fold(fact.value), {**_owner(merged, telling), **cells})
        yield from ({**cells, "ordinal": ordinal} for ordinal, cells in enumerate(first.values(), 1))


def outcome_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row an outcome; ordinals count for each kind."""
    for merged in corpus.sessions:
        first: dict[tuple[str, str], dict[str, Any]] = {}
        for telling in merged.tellings:
            for outcome in telling.session.outcomes:
                cells = {"kind": outcome.kind, "text": outcome.text, **evidence_cells(outcome.evidence)}
                first.setdefault((outcome.kind, fold(outcome.text)), {**_owner(merged, telling), **cells})
        count: Counter[str] = Counter()
        for (kind, _), cells in first.items():
            count[kind] += 1
            yield {**cells, "ordinal": count[kind]}


def _owner(merged: MergedSession, telling: Telling) -> dict[str, Any]:
    return {"session_id": merged.session_id, "document_id": telling.document_id}
