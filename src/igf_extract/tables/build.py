"""The entry of this stage: from documents (and who is who) to one Arrow table for each table of the schema."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from igf_extract.model import Document, Identities
from igf_extract.tables.arrow import to_arrow
from igf_extract.tables.corpus import Corpus
from igf_extract.tables.merge import merge
from igf_extract.tables.rows.documents import document_rows, edit_rows
from igf_extract.tables.rows.entities import Rows, name_rows, organization_rows, person_rows
from igf_extract.tables.rows.identity import change_rows, judged, link_rows, registry_rows, review_rows
from igf_extract.tables.rows.lists import goal_rows, outcome_rows, question_rows, theme_rows
from igf_extract.tables.rows.participations import participation_rows
from igf_extract.tables.rows.problems import problem_rows, unsure_problems
from igf_extract.tables.rows.publications import publication_rows, reference_rows
from igf_extract.tables.rows.sessions import session_document_rows, session_evidence_rows, session_rows
from igf_extract.tables.rows.text import mention_rows, section_rows, turn_rows
from igf_extract.tables.scalars import scalars
from igf_extract.tables.schema import TABLES


def build(documents: Sequence[Document], identities: Identities | None = None, corpus: Corpus | None = None) -> dict[str, pa.Table]:
    """Every table of the schema, by name; those without rows too. The order of ``documents`` changes nothing.

    ``corpus`` is ``merge(documents)`` where the caller has it already (the identity stage needs it, see ``entries``).

    Raises:
        SchemaError: a record holds a code that its vocabulary does not know.
    """
    corpus = corpus or merge(documents)
    rows = _rows(corpus, identities or Identities())
    return {name: to_arrow(table, rows[name]) for name, table in TABLES.items()}


def _rows(corpus: Corpus, identities: Identities) -> dict[str, Iterable[dict[str, Any]]]:
    told = {merged.session_id: scalars(merged) for merged in corpus.sessions}
    readings = {session_id: kept for session_id, (kept, _) in told.items()}
    left_out = [item for _, left in told.values() for item in left]
    session_ids = corpus.session_ids
    participations = list(participation_rows(corpus, identities))
    turns = list(turn_rows(corpus, session_ids, identities))
    mentions = list(mention_rows(corpus, session_ids, identities))
    years = {session_id: kept["year"].fact.value if "year" in kept else None for session_id, kept in readings.items()}
    named = Rows(participations, mentions, turns, years)
    return {
        "documents": document_rows(corpus),
        "sessions": session_rows(corpus, readings),
        "session_evidence": session_evidence_rows(corpus, readings),
        "session_documents": session_document_rows(corpus),
        "session_references": reference_rows(corpus),
        "session_themes": theme_rows(corpus),
        "session_sdgs": goal_rows(corpus),
        "policy_questions": question_rows(corpus),
        "outcomes": outcome_rows(corpus),
        "participations": participations,
        "sections": section_rows(corpus, session_ids),
        "publications": publication_rows(corpus),
        "turns": turns,
        "mentions": mentions,
        "persons": person_rows(identities, named),
        "person_names": name_rows(identities.persons, "person_id"),
        "organizations": organization_rows(identities, named),
        "organization_names": name_rows(identities.organizations, "organization_id"),
        "identity_links": link_rows(identities),
        "identity_review": review_rows(identities, participations),
        "identity_registry": registry_rows(identities),
        "identity_changes": change_rows(identities),
        "edits": edit_rows(corpus),
        "problems": problem_rows(corpus, left_out, identities.conflicts, unsure_problems(judged(identities), participations)),
    }
