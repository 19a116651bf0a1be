"""Names by form that run on into a person: "Ice Agency of Norway and Ann Lee of the University of Oslo" is a body, a person and a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from igf_extract.ner.candidate import ORG, PERSON, Candidate

_JOINED = regex.compile(r"(?:,? and| &|,|;| y| e| et| und)(?: the)? $")
_AFTER_PERSON = (" of ", " from ", " at ", " (", ", ", " de ", " du ", " da ")
_REACH = 9  # characters of what joins


def without_people(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """``candidates``, those by form cut before a whole person's name that ``and`` or a comma joins to them."""
    people = [c for c in candidates if c.label == PERSON and " " in text[c.start : c.end]]
    for candidate in candidates:
        if candidate.label == ORG and candidate.rule == "rule":
            inside = (p for p in people if candidate.start < p.start and p.end < candidate.end)
            ends = [end for p in inside if (end := _end_before(text, p)) is not None]
            candidate = replace(candidate, end=max(min(ends), candidate.start + 1)) if ends else candidate
        yield candidate


def _end_before(text: str, person: Candidate) -> int | None:
    """Where the name before a person ends; None where the person may be part of it ("Ann and Bob Lee Foundation")."""
    joined = _JOINED.search(text, max(0, person.start - _REACH), person.start)
    follows = text[person.end : person.end + 6].startswith(_AFTER_PERSON)
    return joined.start() if joined and follows else None
