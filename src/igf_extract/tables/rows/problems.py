"""Rows of ``problems``: what the stages noted, duplicates, and values that the tables could not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from igf_extract.model import DecisionConflict, Problem
from igf_extract.tables.corpus import Corpus
from igf_extract.tables.scalars import LeftOut


def problem_rows(corpus: Corpus, left_out: Iterable[LeftOut], conflicts: Iterable[DecisionConflict] = ()) -> Iterator[dict[str, Any]]:
    """One row a problem, in the order in which they were noted; ``conflicts`` stand with the document of their entry."""
    by_id = {known.document_id: known.document for known in corpus.documents}
    later: dict[str, list[Problem]] = defaultdict(list)
    for item in left_out:
        later[item.document_id].append(item.problem)
    for conflict in conflicts:
        decision = conflict.decision
        message = f"the decision that {decision.a!r} and {decision.b!r} are one {decision.kind} was not carried out: {conflict.why}"
        later[conflict.entry.document].append(Problem("decision_conflict", message))
    for known in corpus.documents:
        if known.duplicate_of:
            # the original's problems are its own; the copy has but one
            problems = [Problem("duplicate", f"the same bytes as {by_id[known.duplicate_of].source}")]
        else:
            problems = [p for p in known.document.problems if p.code != "duplicate"] + later[known.document_id]
        for ordinal, problem in enumerate(problems, 1):
            yield {
                "document_id": known.document_id,
                "source": known.document.source,
                "ordinal": ordinal,
                "severity": problem.severity.value,
                "code": problem.code,
                "message": problem.message,
                "char_start": problem.span.start if problem.span else None,
                "char_end": problem.span.end if problem.span else None,
            }
