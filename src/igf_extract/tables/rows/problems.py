"""Rows of ``problems``: what the stages noted, duplicates, and values that the tables could not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from igf_extract.model import DecisionConflict, Link, Problem, Span
from igf_extract.tables.arrow import Row
from igf_extract.tables.corpus import Corpus
from igf_extract.tables.rows.cells import span_cells
from igf_extract.tables.rows.identity import entry_rows
from igf_extract.tables.scalars import LeftOut


def problem_rows(
    corpus: Corpus, left_out: Iterable[LeftOut], conflicts: Iterable[DecisionConflict] = (), unsure: Iterable[tuple[str, Problem]] = ()
) -> Iterator[dict[str, Any]]:
    """One row a problem, in the order in which they were noted; ``conflicts`` stand with the document of their entry.

    ``unsure``: further problems, each with the id of its document.
    """
    by_id = {known.document_id: known.document for known in corpus.documents}
    later: dict[str, list[Problem]] = defaultdict(list)
    for item in left_out:
        later[item.document_id].append(item.problem)
    for conflict in conflicts:
        decision = conflict.decision
        message = f"the decision that {decision.a!r} and {decision.b!r} are one {decision.kind} was not carried out: {conflict.why}"
        later[conflict.entry.document].append(Problem("decision_conflict", message))
    for document_id, problem in unsure:
        later[document_id].append(problem)
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
                **span_cells(problem.span),
            }


def unsure_problems(links: Iterable[Link], participations: Iterable[Row]) -> Iterator[tuple[str, Problem]]:
    """The problems of pairs that were kept apart for want of evidence, each with the id of its document: that of the first entry.

    The span is that of the first name; ``identity_review`` has the pair with its scores.
    """
    open_ones = [link for link in links if link.decision == "unsure"]
    rows = entry_rows(open_ones, participations)
    for link in open_ones:
        if not {link.a, link.b} <= rows.keys():
            continue
        a, b = rows[link.a], rows[link.b]
        what, column = ("person", "name") if link.kind == "person" else ("organisation", "organization")
        start, end = a[f"{column}_char_start"], a[f"{column}_char_end"]
        if start is None:
            start, end = a["char_start"], a["char_end"]
        message = f"{a[column]!r} and {b[column]!r} (session {b['session_id']}) may be one {what}; they were kept apart"
        yield a["document_id"], Problem("identity_unsure", message, Span(start, end))
