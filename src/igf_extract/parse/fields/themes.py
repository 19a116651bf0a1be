"""Themes, subthemes and tags of a session, as written, each once, in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import regex

from igf_extract.model import Evidence, Line, Method, Theme
from igf_extract.parse.fields.prefix import is_label, label_length
from igf_extract.parse.fields.run import Run
from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data

_TAG = regex.compile(r"^(?:[-–•]\s*)?tag\s*\d{0,2}\s*[:.]\s*", regex.IGNORECASE)
_NOT_LETTER = regex.compile(r"[^\p{L}\p{N}]+")


def _key(text: str) -> str:
    return _NOT_LETTER.sub(" ", fold(text).replace("&", " and ")).strip()


@cache
def _official() -> frozenset[str]:
    table = read_data("themes.toml")
    return frozenset(_key(name) for names in table["years"].values() for name in names)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in read_data("themes.toml")[name])


def known_issue(name: str) -> bool:
    """Whether ``name`` is the name of an official theme, subtheme or issue of any year."""
    return _key(name) in _official()


def read_themes(lines: Sequence[Line]) -> tuple[Theme, ...]:
    """The themes of one field. A line without a label has no ``level``."""
    out: list[Theme] = []
    seen: set[str] = set()
    level: str | None = None
    for line in lines:
        if is_label(line.text, _list("labels")):
            level = _level(line.text)
            continue
        cut = label_length(line.text, _list("labels"))
        here = _level(line.text[:cut]) if cut else level
        tag = _TAG.match(line.text)
        if tag:
            cut, here = tag.end(), "tag"
        for run in _split(Run.of([line], cut).cut(), bool(cut)):
            key = _key(run.text)
            if key and key not in seen and fold(run.text) not in _list("none"):
                seen.add(key)
                method = Method.LABEL if cut else Method.LEXICON if key in _official() else Method.SHAPE
                out.append(Theme(theme=run.text, evidence=Evidence(run.span(0, len(run.text)), "themes.line", method), level=here))
    return tuple(out)


def _level(label: str) -> str:
    return "subtheme" if is_label(label, _list("sub")) else "theme"


def _split(run: Run, labelled: bool) -> list[Run]:
    """Several themes on one line: at semicolons; at commas only where every part is an official name."""
    for mark in (";", ","):
        places = [-1, *(i for i, c in enumerate(run.text) if c == mark), len(run.text)]
        if len(places) > 2:
            parts = [run.cut(a + 1, b) for a, b in pairwise(places)]
            if (mark == ";" and not known_issue(run.text)) or all(known_issue(part.text) for part in parts):
                return parts
    return [run] if run.text else []


def is_theme_line(text: str) -> float:
    """How much a line looks like a theme: 1.0 for an official name, high for a labelled one."""
    if known_issue(text):
        return 1.0
    if _TAG.match(text) or label_length(text, _list("labels")):
        return 0.95
    return 0.0
