"""Reader of plain files (``.txt``, ``.html`` and everything without a reader of its own): one file, one document."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from igf_extract.model import RawDocument
from igf_extract.sources.contract import Found, Limits, media_type, reason, too_large, without_data


def read(found: Found, limits: Limits) -> Iterator[RawDocument]:
    """The file as one document."""
    try:
        with open_regular(found.path) as file:
            size = os.fstat(file.fileno()).st_size
            if size > limits.max_bytes:
                yield too_large(found.source, limits.max_bytes, size)
                return
            data = file.read(limits.max_bytes + 1)
    except (OSError, ValueError) as error:
        yield unreadable(found.source, error)
        return
    yield whole(found.source, data, limits)


def read_standard_input(limits: Limits) -> RawDocument:
    """Standard input as one document named ``-``."""
    try:
        data = sys.stdin.buffer.read(limits.max_bytes + 1)
    except (OSError, ValueError) as error:
        return unreadable("-", error)
    return whole("-", data, limits)


def whole(source: str, data: bytes, limits: Limits) -> RawDocument:
    """A document of ``data``, of which at most one byte over the limit was read."""
    if len(data) > limits.max_bytes:
        return too_large(source, limits.max_bytes)
    return RawDocument(source, data, media_type=media_type(source))


def unreadable(source: str, error: Exception) -> RawDocument:
    """The row of a file that could not be opened or read."""
    return without_data(source, "unreadable_file", f"the file could not be read: {reason(error)}")


def open_regular(path: Path) -> BinaryIO:
    """``path`` opened for reading, if it is a regular file: a pipe or device would block or never end.

    Raises:
        OSError: it cannot be opened, or is no regular file.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(None, "it is no regular file")
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(descriptor, "rb")
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return file
    file.close()
    raise OSError(None, "it is no regular file")
