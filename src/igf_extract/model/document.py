"""A raw document and what the stages have learned of it. The record is frozen: each stage returns a new one."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field

from igf_extract.model.evidence import Evidence, Fact, Span
from igf_extract.model.problem import Problem
from igf_extract.model.session import Session


@dataclass(frozen=True, slots=True)
class RawDocument:
    """Bytes as found. ``source`` is the path relative to the input (``archive.zip/member``), with "/" on every system.

    ``data`` is None where the bytes could not be read; ``problems`` then says why. ``size_bytes`` is the size where it is
    known without the bytes. ``media_type`` ("text/html") and ``charset`` are what the container says of them, None where it says nothing.
    """

    source: str
    data: bytes | None = field(repr=False)
    problems: tuple[Problem, ...] = ()
    media_type: str | None = None
    charset: str | None = None
    size_bytes: int | None = None

    @property
    def byte_count(self) -> int:
        """The size in bytes; 0 where nothing is known of it."""
        return len(self.data) if self.data is not None else self.size_bytes or 0

    @property
    def sha256(self) -> str | None:
        """The hash of the bytes, hexadecimal; None where they could not be read."""
        return None if self.data is None else hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Edit:
    """One repair of the decoded text: ``old`` at ``start`` (an offset into the DECODED text) became ``new``."""

    start: int
    old: str
    new: str
    rule: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. ``span`` excludes indentation and trailing blanks; ``gap`` counts the blank lines before it."""

    index: int
    span: Span
    text: str
    indent: int = 0
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """What claimed a line: a field, by which rule, and what came second.

    ``fits`` is False where nothing but the order of the page put the line there: no rule claims it for its own sake.
    """

    line: int
    field: str
    evidence: Evidence
    heading_inferred: bool = False
    session_index: int | None = None
    runner_up: str | None = None
    margin: float | None = None
    fits: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A block of the page. ``text`` is the slice with indentation taken off; ``session_index`` points into ``Document.sessions``."""

    field: str
    text: str
    evidence: Evidence
    heading: str | None = None
    heading_inferred: bool = False
    session_index: int | None = None
    confidence: float = 1.0
    language: str | None = None  # ISO 639-1, of prose that tells it for certain


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a transcript; ``speaker`` as written, None where unnamed."""

    speaker: str | None
    text: str
    evidence: Evidence
    session_index: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or organisation named in the text. ``source``: roster, gazetteer, model."""

    span: Span
    label: str
    text: str
    source: str
    confidence: float = 1.0
    section_ordinal: int | None = None
    session_index: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What an article shows of itself: its heading, the day it came out, who published it. None of it is of a session."""

    title: Fact[str] | None = None
    published_on: Fact[dt.date] | None = None
    publisher: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A session of the forum that the text names by year, type and number ("WS #12 at IGF 2022"), and is not about itself."""

    year: int
    session_type: str
    number: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The state that folds through the stages. Fields are in the order in which the stages fill them."""

    source: str
    data: bytes | None = field(default=None, repr=False)
    sha256: str | None = None
    size_bytes: int = 0
    text: str = field(default="", repr=False)
    encoding: str | None = None
    edits: tuple[Edit, ...] = ()
    repaired_characters: int = 0
    language: str | None = None
    lines: tuple[Line, ...] = field(default=(), repr=False)
    line_count: int = 0
    kind: str = "unreadable"
    kind_confidence: float = 1.0
    layout: str | None = None
    layout_runner_up: str | None = None
    sessions: tuple[Session, ...] = ()
    sections: tuple[Section, ...] = ()
    turns: tuple[Turn, ...] = ()
    publication: Publication | None = None
    references: tuple[Reference, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = field(default=(), repr=False)
    unclaimed_line_count: int = 0
    status: str = "parsed"  # parsed, partial, rejected, duplicate
    confidence: float = 1.0
    problems: tuple[Problem, ...] = ()
