"""What a program or a notebook uses: ``extract`` a folder into tables, ``parse`` for one text, ``load`` tables again.

Nothing heavy is imported until one of them is called.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from igf_extract.model import Decision, Document, History, Identities, RawDocument
from igf_extract.settings import Settings

if TYPE_CHECKING:
    from igf_extract.identity import Memory
    from igf_extract.report.summary import Summary
    from igf_extract.tables.corpus import Corpus
    from igf_extract.tables.load import Tables

_MEMORY = "who_is_who"  # the name under which a cache keeps what is known of persons and organisations


class SeveralDocumentsError(Exception):
    """One document was asked for."""


def extract(
    paths: str | Path | Iterable[str | Path],
    output: str | Path = "output",
    *,
    settings: Settings | None = None,
    progress: Callable[[Document], None] | None = None,
    cache: str | Path | None = None,
) -> Summary:
    """Reads texts and writes the tables.

    The same texts give the same bytes, whatever the order of ``paths`` and the number of workers. The output folder is
    replaced in one step at the end; until then its old tables stay as they are. Persons and organisations of an earlier
    output in it keep their ids (another folder in ``settings.registry`` stands in its place).

    Args:
        paths: files and folders to read (folders with everything below them).
        output: the folder of the tables; made where it is missing.
        settings: the choices of the run (workers, model, limits).
        progress: called with each document when it has been read.
        cache: a folder that keeps what was read and compared, so that the next run with it reads only new and changed texts,
            compares only the people and organisations whom they touch, and an interrupted one goes on where it was.
            Results of other code, models or settings in it are never used.

    Raises:
        FileNotFoundError: one of ``paths`` does not exist.
        OutputError: ``output`` holds something that is not an earlier output, or ``settings.registry`` is no output.
        ModelError, DecisionFileError: the model or file that the settings name cannot be used.
    """
    from igf_extract.engine import Store, run, run_key
    from igf_extract.identity import Memory
    from igf_extract.pipeline import name_model
    from igf_extract.report.summary import summarize
    from igf_extract.sources import documents
    from igf_extract.tables.build import build
    from igf_extract.tables.merge import merge
    from igf_extract.tables.publish import check_output, publish

    started = time.monotonic()
    settings = settings or Settings()
    inputs = _inputs(paths)
    check_output(output)
    known = _known_before(settings, output)
    name_model(settings.model)  # a wrong name stops the run here; later it would be a problem of every single document
    store = None if cache is None else Store(Path(cache), run_key(settings))
    raws = documents(inputs, settings.max_bytes, leave_out=Path(output))  # or a second run would read an output inside its input
    read = list(run(raws, settings, progress, store=store))
    corpus = merge(read)
    memory = Memory.from_bytes(store.kept(_MEMORY) if store else None)
    identities, notes = _who_is_who(corpus, *known, memory)
    tables = build(read, identities, corpus)
    publish(tables, output)
    if store:
        store.keep(_MEMORY, memory.to_bytes())
    return replace(summarize(tables, str(output), time.monotonic() - started), notes=notes)


def parse(text: str | bytes, *, source: str = "text", settings: Settings | None = None) -> Document:
    """Everything that one text says, with the evidence of each value; nothing is written.

    >>> parse("Internet Governance Forum", settings=Settings(model="none")).status
    'parsed'
    """
    from igf_extract.pipeline import run_document

    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return run_document(RawDocument(source, data), settings or Settings())


def parse_file(path: str | Path, *, settings: Settings | None = None) -> Document:
    """As ``parse``, for one file of any format that ``extract`` reads; ``-`` is standard input.

    Raises:
        FileNotFoundError: there is no such file.
        SeveralDocumentsError: the file is a folder or an archive of several documents.
    """
    from igf_extract.pipeline import run_document
    from igf_extract.sources import documents

    settings = settings or Settings()
    raws = list(islice(documents(_inputs(path), settings.max_bytes), 2))
    if len(raws) != 1:
        raise SeveralDocumentsError(f"{path} holds {'several documents' if raws else 'no document'}; give one text")
    return run_document(raws[0], settings)


def load(output: str | Path = "output") -> Tables:
    """The tables of an output folder, for notebooks: ``load("output").sessions`` is a pandas DataFrame.

    Raises:
        OutputError: the folder holds no tables.
    """
    from igf_extract.tables.load import load as load_tables

    return load_tables(output)


def _known_before(settings: Settings, output: str | Path) -> tuple[Sequence[Decision], History | None]:
    """Decisions on record and the ids of the earlier output; read before the texts, so that a wrong file is said at once."""
    from igf_extract.identity.decisions import read_decisions
    from igf_extract.tables.history import read_history

    decisions = read_decisions(settings.decisions) if settings.decisions else ()
    return decisions, read_history(settings.registry or output, must_exist=settings.registry is not None)


def _who_is_who(
    corpus: Corpus, decisions: Sequence[Decision], history: History | None, memory: Memory
) -> tuple[Identities, tuple[str, ...]]:
    """The identities of a corpus with the ids of the earlier output, and what to tell the user about his decisions and changed ids."""
    from igf_extract.identity import link_names, remember, resolve
    from igf_extract.tables.rows.participations import entries

    entered = entries(corpus)
    told = [(known.document_id, known.document) for known in corpus.documents if known.duplicate_of is None]
    identities = link_names(resolve(entered, decisions, history, memory), entered, told, corpus.session_ids, history)
    identities = remember(identities, {document_id for document_id, _ in told}, history)
    notes = [f"no entry answers to the decision {d.a!r} {d.decision} {d.b!r}" for d in identities.unused_decisions]
    if identities.conflicts:
        notes.append(f"{len(identities.conflicts)} decisions contradict others and were not carried out; the table problems names them")
    new = identities.changes[len(history.changes) :] if history else ()
    counts = Counter(change.what for change in new)
    notes += [f"{count} ids {what} since the earlier output; see the table identity_changes" for what, count in sorted(counts.items())]
    return identities, tuple(notes)


def _inputs(paths: str | Path | Iterable[str | Path]) -> Sequence[Path]:
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    inputs = [Path(path) for path in given]
    for path in inputs:
        if str(path) != "-" and not (path.exists() or path.is_symlink()):
            raise FileNotFoundError(f"{path} does not exist; give a file or a folder of texts")
    return inputs
