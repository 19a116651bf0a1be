"""What a reader of one file format must offer, and how to add one.

A reader is a module with one function ``read(found, limits)`` that yields a ``RawDocument`` for everything in the file:

1. Write ``sources/<format>.py`` with that function. It never raises for what a file holds: what cannot be read becomes a ``RawDocument``
   whose ``data`` is None and whose ``problems`` say why; what came before a damage is kept. It holds at most one document in memory.
2. Name its suffixes in ``READERS`` of ``sources/__init__.py``.

Documents inside a container are named ``<container>/<member>``. A reader that needs an extra package imports it inside ``read`` and
raises ``MissingPackageError`` where it is not installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from igf_extract.model import Problem, RawDocument
from igf_extract.settings import MEBIBYTE, MOST_BYTES

GZIP_MAGIC = b"\x1f\x8b"


class MissingPackageError(Exception):
    """A format needs a package that is not installed; the message says which extra to install."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep hostile files from filling memory or time.

    ``max_bytes``: of one document. An archive may grow to ``max_growth`` times its size when unpacked, but always to ``free_growth`` bytes.
    """

    max_bytes: int = MOST_BYTES
    max_growth: int = 200
    free_growth: int = 1024 * MEBIBYTE

    def unpacked(self, packed: int) -> int:
        """Bytes that an archive of ``packed`` bytes may hold."""
        return max(self.free_growth, self.max_growth * packed)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was found: its name in the output and its path; ``problem`` where it is not to be opened."""

    source: str
    path: Path
    problem: Problem | None = None


Reader = Callable[[Found, Limits], Iterator[RawDocument]]


def media_type(name: str) -> str | None:
    """What the suffix of ``name`` says of its content; ``.gz`` does not count.

    >>> media_type("page.HTML.gz")
    'text/html'
    """
    lower = name.lower().removesuffix(".gz")
    return "text/html" if lower.endswith((".html", ".htm", ".xhtml")) else None


def reason(error: Exception) -> str:
    """What an error says, for a message: that of the system without number and path, else its own, else its kind.

    >>> reason(EOFError())
    'EOFError'
    """
    told = error.strerror if isinstance(error, OSError) else None
    return told or str(error) or type(error).__name__


def without_data(source: str, code: str, message: str, size: int | None = None) -> RawDocument:
    """The row of something that could not be read."""
    return RawDocument(source, None, (Problem(code, message),), size_bytes=size)


def too_large(source: str, limit: int, size: int | None = None) -> RawDocument:
    """The row of a document over the limit."""
    shown = f"{size} bytes" if size is not None else "more bytes than the limit"
    return without_data(source, "too_large", f"the document has {shown}; the limit is {limit} bytes", size)
