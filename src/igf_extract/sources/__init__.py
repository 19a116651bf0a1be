"""From files and folders to raw documents. ``READERS`` is the registry; ``contract`` says how to add a format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from igf_extract.model import RawDocument
from igf_extract.settings import MOST_BYTES
from igf_extract.sources import compressed, jsonl, plain, tarred, warc, zipped
from igf_extract.sources.contract import Found, Limits, MissingPackageError, Reader
from igf_extract.sources.walk import find_files

__all__ = ["READERS", "Found", "Limits", "MissingPackageError", "documents", "find_files", "read_found", "reader_of"]

# suffix (lower case) -> reader; the longest suffix that fits wins; without one a file is plain text
READERS: dict[str, Reader] = {
    ".gz": compressed.read,
    ".zip": zipped.read,
    ".tar": tarred.read,
    ".tar.gz": tarred.read,
    ".tgz": tarred.read,
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"), jsonl.read),
    **dict.fromkeys((".warc", ".warc.gz", ".warc.zst", ".wet", ".wet.gz", ".wet.zst", ".arc", ".arc.gz"), warc.read),
}


def reader_of(name: str) -> Reader:
    """The reader of a file by its name."""
    lower = name.lower()
    fitting = [suffix for suffix in READERS if lower.endswith(suffix)]
    return READERS[max(fitting, key=len)] if fitting else plain.read


def read_found(found: Found, limits: Limits | None = None) -> Iterator[RawDocument]:
    """The documents of one file. Never raises for what a file holds."""
    if found.problem is not None:
        yield RawDocument(found.source, None, (found.problem,))
    else:
        yield from reader_of(found.path.name)(found, limits or Limits())


def documents(paths: Sequence[str | Path], max_bytes: int = MOST_BYTES, leave_out: Path | None = None) -> Iterator[RawDocument]:
    """Every raw document of the files and folders ``paths``; files are listed at once and read one by one.

    The order is that of the sources (path below the input, with "/"; a container's members follow in its place), whatever the order of
    ``paths``. ``-`` is standard input as one document. A path that is not there gives a document with a problem. What lies in the
    folder ``leave_out`` is not read.

    Raises:
        MissingPackageError: a file needs a package that is not installed.
    """
    limits = Limits(max_bytes=max_bytes)
    left_out = None if leave_out is None else leave_out.resolve()
    if any(str(path) == "-" for path in paths):
        yield plain.read_standard_input(limits)
    for found in find_files([Path(path) for path in paths if str(path) != "-"]):
        if left_out is None or not found.path.resolve().is_relative_to(left_out):
            yield from read_found(found, limits)
