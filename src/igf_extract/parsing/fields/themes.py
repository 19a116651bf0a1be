"""Themes, subthemes and tags of a session, as written, each once, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

import regex

from igf_extract.model import Evidence, Line, Method, Theme
from igf_extract.parsing.fields.prefix import glued_label_length, is_label
from igf_extract.parsing.fields.run import Run, without_bar
from igf_extract.vocab.fold import fold
from igf_extract.vocab.load import read_data

_TAG = regex.compile(r"^(?:[-–•]\s*)?tag\s*\d{0,2}\s*[:.]\s*", regex.IGNORECASE)
_WORD = regex.compile(r"[\p{L}\p{N}'’-]+")
_HASH = regex.compile(r"#[^\s#,;|]+")
_HASH_WORDS = regex.compile(r"#[^\s#,;|]+(?:[ \t]{1,3}[^\s#,;|]+){0,3}(?=\s{0,5}(?:[#,;|]|$))|#[^\s#,;|]+")  # "#legal identity #births"
_MOST_COMMAS = 6
_LONGEST = 300
_LISTED = 4  # words of a name that lists things
_EXPLAINED = regex.compile(r"([^()\d:;]{3,80}?)\s?\(([^()\d]{3,160})\)")
_DASH = regex.compile(r"\s[-–—]\s")  # between a theme and what the meeting of the year made of it
_NO_THEME = regex.compile(r"[.?!:;]|\d")
_TIGHT = regex.compile(r"(?<=\p{L}),(?=\p{Lu})")  # "Cables,Waves": the site of some forums joins its tags so
_LINKED = regex.compile(r", | and | & ")  # one name that holds commas
_NOT_LETTER = regex.compile(r"[^\p{L}\p{N}]+")


def _key(text: str) -> str:
    return _NOT_LETTER.sub(" ", fold(text).replace("&", " and ").replace("/", " and ")).strip()


@cache
def _official() -> frozenset[str]:
    table = read_data("themes.toml")
    return frozenset(_key(name) for names in table["years"].values() for name in names)


@cache
def _listed() -> frozenset[frozenset[str]]:
    """The words of official names that list several things."""
    return frozenset(words for key in _official() if len(words := frozenset(key.split())) >= _LISTED)


@cache
def _top() -> frozenset[str]:
    return frozenset(map(_key, read_data("themes.toml")["top"]))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in read_data("themes.toml")[name])


def known_issue(name: str) -> bool:
    """Whether ``name`` is the name of an official theme, subtheme or issue of any year; pages change the order of long ones.

    >>> known_issue("Security, Safety, Stability and Resilience"), known_issue("Stability, Resilience")
    (True, False)
    """
    key = _key(name)
    return key in _official() or frozenset(key.split()) in _listed()


def read_themes(lines: Sequence[Line]) -> tuple[Theme, ...]:
    """The themes of one field. A line without a label has no ``level``."""
    out: list[Theme] = []
    seen: set[str] = set()
    level: str | None = None
    for line in lines:
        if is_label(line.text, _list("labels")):
            level = _level(line.text)
            continue
        if "?" in line.text and ":" in line.text:  # an issue with its questions
            continue
        cut = glued_label_length(line.text, _list("labels"))
        here = _level(line.text[:cut]) if cut else level
        tag = _TAG.match(line.text)
        if tag:
            cut, here = tag.end(), "tag"
        whole = without_bar(Run.of([line], cut).cut())
        marked = _HASH_WORDS if whole.text.startswith("#") else _HASH
        hashed = [whole.cut(*found.span()) for found in marked.finditer(whole.text)]
        here = "tag" if hashed else here
        for run in hashed or _split(whole):
            key = _key(run.text)
            if key and key not in seen and fold(run.text) not in _list("none"):
                seen.add(key)
                method = Method.LABEL if cut else Method.LEXICON if key in _official() else Method.SHAPE
                exact = "theme" if key in _top() and here != "tag" else here
                out.append(Theme(theme=run.text, evidence=Evidence(run.span(0, len(run.text)), "themes.line", method), level=exact))
    return tuple(out)


def _level(label: str) -> str:
    return "subtheme" if is_label(label, _list("sub")) else "theme"


def _split(run: Run) -> list[Run]:
    """Several themes on one line: at semicolons, and at commas where every part is an official name.

    A name that holds commas itself ("Access, Inclusion & Diversity") stays whole where it is official.
    """
    if not run.text or known_issue(run.text):
        return [run] if run.text else []
    joined = _TIGHT.search(run.text) is not None and not _LINKED.search(run.text)
    parts = _parts(run, "," if joined else ";")
    if len(parts) > 1:
        return [one for part in parts for one in _split(part)]
    names = _longest_names(_parts(run, ","), run)
    return names if all(known_issue(part.text) for part in names) else [run]


def _parts(run: Run, mark: str) -> list[Run]:
    places = [-1, *(i for i, c in enumerate(run.text) if c == mark), len(run.text)]
    return [part for a, b in pairwise(places) if (part := run.cut(a + 1, b)).text]


def _longest_names(parts: list[Run], run: Run) -> list[Run]:
    out: list[Run] = []
    first = 0
    while first < len(parts):
        last = next(
            (n for n in range(min(len(parts), first + _MOST_COMMAS), first + 1, -1) if known_issue(_span(parts, first, n, run).text)),
            first + 1,
        )
        out.append(_span(parts, first, last, run))
        first = last
    return out


def _span(parts: list[Run], first: int, last: int, run: Run) -> Run:
    base = run.span(0, 1).start
    begin = parts[first].span(0, 1).start - base
    tail = parts[last - 1]
    return run.cut(begin, tail.span(0, len(tail.text)).end - base)


def names_other_event(themes: Iterable[Theme]) -> bool:
    """Whether the answer to the theme of a workshop says that the page is of another event ("Other Events")."""
    return any(fold(theme.theme) in _list("other_events") for theme in themes)


def is_theme_line(text: str) -> float:
    """How much a line looks like a theme, 0 to 1: 1.0 for official names, high for labelled lines, low for the right words alone."""
    if len(text) > _LONGEST or (text.endswith(":") and not is_label(text, _list("labels"))):
        return 0.0
    if known_issue(text):
        return 1.0
    if _TAG.match(text) or glued_label_length(text, _list("labels")):
        return 0.95
    if "," in text and all(known_issue(run.text) for run in _split(Run(text, ((0, 0),)))):
        return 1.0
    if _is_explained(text) or all(map(known_issue, _DASH.split(text))):
        return 1.0
    return _shape(text)


def _is_explained(text: str) -> bool:
    """Whether a line is an official name, or several with slashes, and behind them in brackets what it stands for ("Access / Diversity
    (Internet as an Engine for Growth & Advancement)")."""
    found = _EXPLAINED.fullmatch(text)
    return found is not None and len(found[2].split()) >= _LISTED and all(map(known_issue, found[1].split("/")))


def _shape(text: str) -> float:
    words = _WORD.findall(text)
    folded = {fold(word) for word in words}
    if not 0 < len(words) <= 12 or not text[0].isalpha() or _NO_THEME.search(text) or folded & _list("not_words"):
        return 0.0
    if "," in text and " and " not in text and "&" not in text:
        return 0.0
    if text.isupper() and len(words) > 1:
        return 0.4
    long = [word for word in words if len(word) > 3]
    titled = sum(word[0].isupper() for word in long)
    if not folded & _list("words"):
        return 0.0
    return 0.35 if titled >= len(long) - 1 else 0.25 if text[0].isupper() else 0.0
