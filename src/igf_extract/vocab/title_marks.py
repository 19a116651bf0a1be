"""The words around a title (``data/title_marks.toml``) as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of

DASH = "‐‑‒–—―−-"  # the plain hyphen last, so that it is literal in a character class


@cache
def alternatives(*names: str) -> str:
    """The entries of ``title_marks.toml`` as one alternation, longest first."""
    values: Any = read_data("title_marks.toml")
    for name in names:
        values = values[name]
    return any_of(values).replace(r"\ ", r"\s{1,4}")


@cache
def room_pattern() -> re.Pattern[str]:
    """A place as the heads of transcripts write it ("Convention Hall I-C", "Salle XI", "Main Room")."""
    before, nouns, whole = (alternatives("rooms", key) for key in ("before", "nouns", "whole"))
    tag = rf"(?:\s?(?:[IVX]{{1,6}}|\d{{1,3}}|[A-Z])(?![a-z]))?(?:[{DASH}][A-Z0-9]{{1,2}}(?!\w)(?!\s?#?\d))?"  # not "6-WS 214"
    return re.compile(rf"(?:(?:WS|SC)\s?\d{{0,2}}\s?[{DASH}]\s)?(?:{whole}|(?:(?:{before})\s){{0,3}}(?:{nouns}){tag})(?!\w)", re.IGNORECASE)


@cache
def index_pattern() -> re.Pattern[str]:
    """What follows "IGF <year>" on the head of an index, a form or a collection of reports."""
    return re.compile(rf"(?:{alternatives('indexes')})\s*$", re.IGNORECASE)


@cache
def status_pattern() -> re.Pattern[str]:
    """The captioners' marks ("FINISHED", "RAW")."""
    return re.compile(rf"(?:{alternatives('status')})(?!\w)", re.IGNORECASE)


@cache
def paper_pattern() -> re.Pattern[str]:
    """What a page is, before the session that it is about ("Report of the", "Minutes -", "Summary report on")."""
    link = rf"\s(?:of|on|from|for|about)(?:\sthe)?|\s?[:{DASH}]"
    return re.compile(rf"(?:the\s)?(?:{alternatives('papers')})(?:{link})\s{{1,3}}", re.IGNORECASE)


@cache
def forum_pattern() -> re.Pattern[str]:
    """The forum's name without a year, before the type of a session ("IGF Workshop 94: …", "UN IGF Open Forum #3 …")."""
    return re.compile(rf"(?:the\s)?(?:UN\s)?(?:IGF|Internet Governance Forum)(?:['’]s)?(?:\s[{DASH}]\s|[\s:]{{1,3}})", re.IGNORECASE)


@cache
def report_pattern() -> re.Pattern[str]:
    """What a page is and of which kind of session, before its title: "Report of the workshop on: ", "Summary of the panel entitled "."""
    of = rf"(?:the\s)?(?:{alternatives('papers')})\s(?:of|on|from|for)\s(?:(?:the|our|this)\s)?(?:IGF\s)?"
    end = rf"(?:\s(?:on|about))?\s{{0,2}}(?::\s{{0,3}}|(?=[“\"«„])|\s(?:{alternatives('paper_named')})[\s:]{{1,3}})"
    return re.compile(rf"{of}({alternatives('paper_sessions')}){end}(?=\S)", re.IGNORECASE)


@cache
def label_pattern() -> re.Pattern[str]:
    """A label before a title on the same line ("Session Title:")."""
    return re.compile(rf"(?:[-•*]\s{{0,3}})?(?:{alternatives('labels')})\s{{0,3}}:", re.IGNORECASE)
