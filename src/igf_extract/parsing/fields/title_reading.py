"""What one title line says, as a record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from igf_extract.model import Fact, Span


@dataclass(frozen=True, slots=True)
class TitleReading:
    """What one title line says; every span is relative to the text that was read.

    ``form`` names the strongest sign that this is a title: ``type`` (a type word), ``year`` ("IGF 2020 …"), ``number``
    ("(No.77) …"), ``label`` ("Title: …"), ``head`` (the head of a transcript).
    """

    form: str
    year: Fact[int] | None = None
    session_type: Fact[str] | None = None
    number: Fact[str] | None = None
    title: Fact[str] | None = None
    room: Fact[str] | None = None
    day: Fact[int] | None = None
    date: Fact[dt.date] | None = None
    theme: Fact[str] | None = None  # in brackets behind the type ("Focus Session (Security): …")

    def at(self, offset: int) -> TitleReading:
        """The same reading with every span moved by ``offset``, the line's first character in the document."""
        moved: dict[str, Any] = {}
        for field in fields(self):
            fact = getattr(self, field.name)
            if isinstance(fact, Fact):
                span = Span(fact.evidence.span.start + offset, fact.evidence.span.end + offset)
                moved[field.name] = replace(fact, evidence=replace(fact.evidence, span=span))
        return replace(self, **moved)

    def said(self, *names: str) -> Iterator[tuple[str, Fact[Any]]]:
        """Those of the parts ``names`` that the line gives, each with its name."""
        return ((name, fact) for name in names if (fact := getattr(self, name)) is not None)
