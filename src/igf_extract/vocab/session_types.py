"""The session types of ``data/session_types.toml``: codes, letters for ids, and spellings as one ordered tuple."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import DataFileError, read_data

NEEDS = ("", "mark", "number")
_BETWEEN = r"\s{0,4}[-‐‑–/]?\s{0,4}"  # the words of a spelling
_LINKS = ("on", "of")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a type before a number or a title; the meaning of the fields is explained in the data file."""

    code: str
    text: str
    pattern: re.Pattern[str]
    needs: str = ""
    keep: bool = False
    numerals: bool = False
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class SessionType:
    """One type: the code of the tables and the letters of a session id."""

    code: str
    letters: str
    lines: tuple[str, ...]
    fires: tuple[str, ...]
    silent: tuple[str, ...]


def _pattern(text: str, tail: tuple[str, ...]) -> re.Pattern[str]:
    words = re.split(r"[\s/-]+", text.removesuffix("*").strip("-"))
    named = words[:-1] if words[-1] in _LINKS else words
    body = _BETWEEN.join(map(re.escape, named))
    if len(named) > 1:  # "Best Practice Forum (BPF) on", "Open Forum (OF)"
        body += rf"(?:\s\({re.escape(''.join(word[:1] for word in named))}s?\))?"
    body = _BETWEEN.join((body, *map(re.escape, words[len(named) :])))
    body = body.replace("’", "['’]?")
    if text.endswith("*"):
        body += r"[-‐‑–][^\W_][\w&.-]*"
    if tail:
        body += rf"(?:\s+(?:{'|'.join(map(re.escape, tail))})\b)?"
    # a code in capitals ("OF", "TH") is only read in capitals, because "of 14" and "th 2" stand in prose
    return re.compile(body + r"(?![^\W\d_])", 0 if text.rstrip("*").isupper() else re.IGNORECASE)


@cache
def session_types() -> tuple[SessionType, ...]:
    """Every session type, in the order of the data file.

    Raises:
        DataFileError: a code or an id occurs twice.
    """
    rows = read_data("session_types.toml")["type"]
    types = tuple(SessionType(r["code"], r["id"], tuple(r["lines"]), tuple(r["fires"]), tuple(r["silent"])) for r in rows)
    for values in ([t.code for t in types], [t.letters for t in types]):
        if len(values) != len(set(values)):
            raise DataFileError("data/session_types.toml: a code or an id occurs twice; make each unique")
    return types


@cache
def spellings() -> tuple[Spelling, ...]:
    """Every spelling, longest first, so that "Main Session on" is tried before "Main Session".

    Raises:
        DataFileError: a spelling stands under two types, or ``needs`` is unknown.
    """
    found: dict[str, Spelling] = {}
    for row in read_data("session_types.toml")["type"]:
        for entry in row.get("spelling", ()):
            text, needs = entry["text"], entry["needs"]
            if needs not in NEEDS:
                raise DataFileError(f"data/session_types.toml: {text!r} needs {needs!r}; use one of {NEEDS}")
            if fold(text) in found:
                raise DataFileError(f"data/session_types.toml: {text!r} stands twice; remove one")
            found[fold(text)] = Spelling(
                row["code"],
                text,
                _pattern(text, tuple(entry.get("tail", ()))),
                needs,
                entry.get("keep", False),
                entry.get("numerals", False),
                entry.get("numbered", True),
            )
    return tuple(sorted(found.values(), key=lambda s: (-len(s.text), s.text)))


@cache
def any_spelling() -> re.Pattern[str]:
    """One pattern that every spelling fits, to sort out quickly what none of them can."""
    return re.compile("|".join(spelling.pattern.pattern for spelling in spellings()), re.IGNORECASE)


@cache
def _type_lines() -> dict[str, str]:
    return {fold(line): kind.code for kind in session_types() for line in kind.lines}


def read_type_line(text: str) -> str | None:
    """The type that a line names and nothing else ("DC Session", "WS Report"), else None.

    >>> read_type_line("DC Session"), read_type_line("Open Forum / Town Hall")
    ('dynamic_coalition', None)
    """
    folded = fold(text)
    return _type_lines().get(folded) or _type_lines().get(folded.removesuffix(" report"))
