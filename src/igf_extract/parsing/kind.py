"""Consumes ``Document.lines``; produces ``kind`` and ``kind_confidence``.

Kinds are told apart by the structure of the page: turns make a transcript, several session heads with text between them a
listing, the fields of a proposal form a session, the questions of a report form a report. Cue words of ``data/kinds.toml``
speak where structure is silent. Where two kinds are close the reading says so (``kind_unsure``) instead of hiding it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from igf_extract.model import Document, Problem
from igf_extract.parsing.kind_listings import own_report
from igf_extract.parsing.kind_rules import RULES
from igf_extract.parsing.kind_scores import SURE, KindReading, Scores
from igf_extract.parsing.page_shape import is_prose, measure
from igf_extract.vocab.kinds import cues_of

UNSURE = 0.75  # below this confidence the document gets the problem kind_unsure
_STRANGE = re.compile("[\ufffd\x00-\x08\x0e-\x1a\x1c-\x1f]")


def classify(document: Document) -> KindReading:
    """Tell the kind of a document from its lines.

    Never raises; a document without a readable line is ``unreadable``.
    """
    if not document.lines or _unreadable(document.text):
        return KindReading("unreadable", SURE, ("no readable line",))
    shape = measure(document.lines)
    if not shape.lines:
        return KindReading("other", 0.95, ("nothing but messages of the server",))
    scores = Scores()
    own = own_report(shape)
    for cue, index in cues_of([line.text for line in shape.lines]):
        if cue.kind == "report" and index >= own:
            continue  # the head of the report at the end of a session's page
        line = shape.lines[index]
        scores.add(cue.kind, cue.told if is_prose(line.text) else cue.weight, f"{cue.name} (line {line.index + 1})")
    for rule in RULES:
        rule(shape, scores)
    return scores.reading()


def kind(document: Document) -> Document:
    """The stage: fills ``kind`` and ``kind_confidence``."""
    reading = classify(document)
    problems = document.problems
    if reading.confidence < UNSURE:
        message = f"The document was taken for a {reading.kind} ({'; '.join(reading.reasons) or 'nothing spoke for any kind'})."
        problems = (*problems, Problem("kind_unsure", message))
    return replace(document, kind=reading.kind, kind_confidence=reading.confidence, problems=problems)


def _unreadable(text: str) -> bool:
    """Mostly characters that no encoding gives to a page of text."""
    sample = text[:20_000]
    return len(_STRANGE.findall(sample)) > 0.3 * len(sample)
