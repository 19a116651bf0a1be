"""From raw documents to read ones, in one process or many. The number of workers changes the time and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from igf_extract.engine.guard import Work, pipeline_work, read_one
from igf_extract.engine.pool import Pool
from igf_extract.engine.store import Store, resume
from igf_extract.model import Document, RawDocument
from igf_extract.settings import Settings

Progress = Callable[[Document], None]
"""Called with each document when it has been read, in the order of the input."""

FEW_DOCUMENTS = 24  # so few are read before further processes have started


def run(
    documents: Iterable[RawDocument],
    settings: Settings | None = None,
    progress: Progress | None = None,
    *,
    work: Work | None = None,
    few: int = FEW_DOCUMENTS,
    store: Store | None = None,
) -> Iterator[Document]:
    """Reads ``documents`` and yields one ``Document`` for each, in their order.

    Args:
        documents: raw documents, read lazily; at most a few batches for each worker are held at a time.
        settings: the choices of the run; ``settings.workers`` is the number of processes.
        progress: called once for each document.
        work: what reads one document, for tests; the pipeline where it is None. Must be importable by its name.
        few: inputs of at most this many documents are read in this process.
        store: results of earlier runs; what it knows is not read again.
    """
    chosen = settings or Settings()

    def read(raws: Iterable[RawDocument]) -> Iterator[Document]:
        return _read(raws, chosen, work, few)

    for document in read(documents) if store is None else resume(documents, store, read):
        if progress is not None:
            progress(document)
        yield document


def _read(documents: Iterable[RawDocument], settings: Settings, work: Work | None, few: int) -> Iterator[Document]:
    stream = iter(documents)
    head = list(islice(stream, few + 1)) if settings.workers > 1 else []
    everything = chain(head, stream)
    if settings.workers > 1 and len(head) > few:
        yield from Pool(settings, work).read(everything)
        return
    first = next(everything, None)
    if first is None:
        return  # nothing to read, so the pipeline need not be imported
    work = work or pipeline_work(settings)
    for raw in chain((first,), everything):
        yield read_one(raw, settings, work)
