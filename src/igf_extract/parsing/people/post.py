"""An office and its body in one piece of a line: the record, and the marks by which both are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

POSSESSIVE = re.compile(r"([^\s,].{1,60}?)['’]s?\s+(?=\S)")
CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]+|[A-Z]{3,}[a-z]{3,}")
SECOND_POST = re.compile(r"\s*(?:;|\band\b|\bet\b|&|\by\b|\be\b|/)\s+", re.I)
WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Split:
    """Where the office and the body stand inside one piece. ``strong``: a link such as "at" says so."""

    title_start: int
    title_end: int
    body_start: int
    body_end: int
    strong: bool = False
