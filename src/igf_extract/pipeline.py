"""The flow of one document, to be read first: bytes in, a ``Document`` record out.

``decode`` makes a Document of the bytes; then each stage of ``STAGES`` takes the record and returns a fuller one. Stages
are pure: no I/O, no state. What a stage cannot do becomes a problem of the document, never an exception.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from igf_extract.model import Document, Problem, RawDocument
from igf_extract.parsing.kind import kind
from igf_extract.parsing.lines import lines
from igf_extract.parsing.references import references
from igf_extract.parsing.structure import structure
from igf_extract.settings import Settings
from igf_extract.text import decode
from igf_extract.text.language import language, section_languages

if TYPE_CHECKING:
    from igf_extract.ner.model import NameModel

Stage = Callable[[Document], Document]

# stage name -> stage, in order
STAGES: tuple[tuple[str, Stage], ...] = (
    ("lines", lines),
    ("language", language),
    ("kind", kind),
    ("structure", structure),
    ("references", references),
    ("section languages", section_languages),
)


@cache
def name_model(name: str | None) -> NameModel | None:
    """The model for names in prose, loaded once in a process: ``name``, or the shipped one where it is None.

    Raises:
        ModelError: there is no such model.
    """
    from igf_extract.ner.model import DEFAULT, load_model

    if name is None:
        name = DEFAULT if files("igf_extract").joinpath("models", DEFAULT).is_dir() else "none"
    return load_model(name)


def _names(document: Document, settings: Settings) -> Document:
    from igf_extract.ner.find import find_names

    return find_names(document, name_model(settings.model))


def run_document(raw: RawDocument, settings: Settings) -> Document:
    """Folds one raw document through all stages.

    A stage that fails leaves the document as it was before it, with status ``partial`` and a problem; a document over its
    time budget is left where it is. Never raises for what a document holds.
    """
    budget = _Budget(settings.seconds_per_document)
    document = decode(raw, max_characters=settings.max_characters)
    if document.status == "rejected":
        return document
    stages: list[tuple[str, Stage]] = [*STAGES, ("names", lambda state: _names(state, settings))]
    for name, stage in stages:
        if budget.is_spent():
            return _cut_short(
                document,
                Problem("time_budget", f"the time budget of {settings.seconds_per_document:g} s was spent before the stage {name!r}"),
            )
        try:
            document = stage(document)
        except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError, AssertionError, TimeoutError) as error:
            document = _cut_short(document, Problem("stage_failed", f"the stage {name!r} failed: {type(error).__name__}: {error}"))
    return document


class _Budget:
    """Seconds of processor time: a busy machine must not change what is read. The clock on the wall is asked first, since it costs less."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._began, self._spent_before = time.perf_counter(), time.thread_time()

    def is_spent(self) -> bool:
        """Whether the time is over."""
        if time.perf_counter() - self._began <= self._seconds:
            return False
        return time.thread_time() - self._spent_before > self._seconds


def _cut_short(document: Document, problem: Problem) -> Document:
    return replace(document, status="partial", problems=(*document.problems, problem))
