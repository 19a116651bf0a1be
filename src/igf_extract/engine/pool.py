"""Several worker processes, results in the order of the input. A worker that dies takes no other document with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain

from igf_extract.engine.guard import KILL_FACTOR, Work, failed, last_resort, out_of_time, pipeline_work, read_one
from igf_extract.model import Document, RawDocument
from igf_extract.settings import Settings

Batch = tuple[RawDocument, ...]

BATCH_DOCUMENTS = 16  # enough that handing over costs little against reading
BATCH_BYTES = 512 * 1024
WAITING_BATCHES = 2  # a worker has one batch in hand and one waiting; more would only fill memory


def batches(documents: Iterable[RawDocument]) -> Iterator[Batch]:
    """Cuts the stream into batches of bounded number and size; a large document travels alone or last in its batch."""
    batch: list[RawDocument] = []
    size = 0
    for raw in documents:
        batch.append(raw)
        size += len(raw.data or b"")
        if len(batch) >= BATCH_DOCUMENTS or size >= BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def start_worker() -> None:
    """Runs once in each worker: the parent alone answers Ctrl-C, and one worker is one thread."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def read_batch(batch: Batch, settings: Settings, work: Work | None) -> list[Document]:
    """What a worker does with one batch."""
    chosen = work or pipeline_work(settings)
    results = []
    for raw in batch:
        with last_resort(settings.hard_limit_seconds * KILL_FACTOR):
            results.append(read_one(raw, settings, chosen))
    return results


def _executor(workers: int) -> ProcessPoolExecutor:
    # spawn: a forked copy of a process with threads (Arrow, BLAS) may hang, and macOS has no safe fork
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=start_worker)


@dataclass
class Pool:
    """The worker processes of one run.

    Batches whose pool broke are read again: first whole, then one document at a time, by one worker of their own, so that
    exactly the document that ends its worker is given up.
    """

    settings: Settings
    work: Work | None = None
    _main: ProcessPoolExecutor | None = field(default=None, init=False)
    _alone: ProcessPoolExecutor | None = field(default=None, init=False)

    def read(self, documents: Iterable[RawDocument]) -> Iterator[Document]:
        """Reads every document; yields in the order of the input."""
        waiting: deque[tuple[Batch, Future[list[Document]]]] = deque()
        limit = self.settings.workers * (1 + WAITING_BATCHES)
        try:
            for batch in batches(documents):
                waiting.append((batch, self._submit(batch)))
                if len(waiting) >= limit:
                    yield from self._collect(*waiting.popleft())
            while waiting:
                yield from self._collect(*waiting.popleft())
        finally:
            for executor in (self._main, self._alone):
                if executor is not None:
                    executor.shutdown(wait=True, cancel_futures=True)
            self._main = self._alone = None

    def _submit(self, batch: Batch) -> Future[list[Document]]:
        if self._main is None:
            self._main = _executor(self.settings.workers)
        try:
            return self._main.submit(read_batch, batch, self.settings, self.work)
        except BrokenProcessPool:
            self._main.shutdown(wait=False)
            self._main = _executor(self.settings.workers)
            return self._main.submit(read_batch, batch, self.settings, self.work)

    def _collect(self, batch: Batch, future: Future[list[Document]]) -> list[Document]:
        try:
            return future.result()
        except BrokenProcessPool:
            return self._again(batch)

    def _again(self, batch: Batch) -> list[Document]:
        try:
            return self._isolated(batch)
        except BrokenProcessPool:
            return list(chain.from_iterable(self._one(raw) for raw in batch))

    def _one(self, raw: RawDocument) -> list[Document]:
        begun = time.monotonic()
        try:
            return self._isolated((raw,))
        except BrokenProcessPool:
            if time.monotonic() - begun >= self.settings.hard_limit_seconds:
                return [out_of_time(raw, self.settings)]
            return [failed(raw, "stage_failed", "the document ended the process that read it (out of memory, or a fault outside Python)")]

    def _isolated(self, batch: Batch) -> list[Document]:
        if self._alone is None:
            self._alone = _executor(1)
        try:
            return self._alone.submit(read_batch, batch, self.settings, self.work).result()
        except BrokenProcessPool:
            self._alone.shutdown(wait=False)
            self._alone = None
            raise
