"""One document under guard: whatever a stage does, a ``Document`` comes back, within its time."""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from types import FrameType

from igf_extract.model import Document, Problem, RawDocument
from igf_extract.settings import Settings

Work = Callable[[RawDocument, Settings], Document]
"""What reads one document: ``pipeline.run_document``, or a stand-in of the same shape."""

_FIRST_PAGE = b"IGF 2021 WS #1 Masts and birds\n\nOrganizer 1: Ana Ruiz, Civil Society, GRULAC\n\nMasts fall, and nobody counts the birds."
KILL_FACTOR = 1.25  # a worker that does not answer the alarm (code outside Python) is ended this much later


class _OutOfTime(BaseException):
    """Not an ``Exception``: a stage that catches those must not swallow the alarm."""


@cache
def pipeline_work(settings: Settings) -> Work:
    """The pipeline, imported when first needed so that light commands stay light.

    It has read one small page when it is handed out: the word lists and the model are loaded outside the time of any document.
    """
    from igf_extract.pipeline import run_document

    with suppress(Exception):  # what goes wrong here is told with each document
        run_document(RawDocument("", _FIRST_PAGE), settings)
    return run_document


def failed(raw: RawDocument, code: str, message: str) -> Document:
    """The row of a document that could not be worked through: its identity, and why."""
    return Document(
        source=raw.source,
        sha256=raw.sha256,
        size_bytes=raw.byte_count,
        status="rejected",
        confidence=0.0,
        problems=(*raw.problems, Problem(code, message)),
    )


def out_of_time(raw: RawDocument, settings: Settings) -> Document:
    """The row of a document that hung."""
    return failed(raw, "time_budget", f"no result after {settings.hard_limit_seconds:g} seconds; the document was given up")


def _alarm(signum: int, frame: FrameType | None) -> None:
    raise _OutOfTime


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises ``_OutOfTime`` inside the block after ``seconds``. Without effect outside the main thread, where no alarm can arrive."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    previous = signal.signal(signal.SIGALRM, _alarm)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


@contextmanager
def last_resort(seconds: float) -> Iterator[None]:
    """Ends this process after ``seconds``, whatever it does: the watchdog thread of ``faulthandler`` needs no help of the interpreter."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, not a file
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def read_one(raw: RawDocument, settings: Settings, work: Work) -> Document:
    """Reads one document; an error or a hang becomes a rejected document with ``stage_failed`` or ``time_budget``.

    What only ``explain`` needs (bytes, lines, claims) is left out of the result, which may travel between processes.
    """
    try:
        with time_limit(settings.hard_limit_seconds):
            document = work(raw, settings)
    except _OutOfTime:
        return out_of_time(raw, settings)
    except Exception as error:  # the net under every stage: no document may end the run
        return failed(raw, "stage_failed", f"the document could not be worked through: {type(error).__name__}: {error}"[:500])
    return replace(document, data=None, lines=(), claims=())
