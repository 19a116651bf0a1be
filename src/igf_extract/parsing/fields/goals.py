"""Sustainable Development Goals: the page's own list, and goals or targets named in prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from igf_extract.model import Evidence, Goal, Line, Method, Span
from igf_extract.parsing.fields.run import Run
from igf_extract.vocab.fold import fold, fold_accents
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of

_LONGEST = 1000  # seventeen titles on one line
_LEAD = 12  # characters before the first goal that a list may take for its heading
_NOT_LETTER = regex.compile(r"[^\p{L}\p{N}]+")
_NUMBER_BEFORE = regex.compile(r"(?:(?:goal|sdg|ods|odd|objetivo|objectif)\s*)?#?\s?(\d{1,2})\s*[.:)–-]*\s*$", regex.IGNORECASE)
_PROSE_CODE = regex.compile(r"(?<![\w.,$€£])(?P<sdg>1[0-7]|[1-9])\.(?P<sub>1?\d|[a-d])(?![\w%]|[.,]\d)")
_BARE = regex.compile(r"(?<![\w.])(?P<sdg>1[0-7]|[1-9])(?:\s?\.\s?(?P<sub>1?\d|[a-dA-D])(?!\w))?(?![\w%]|\.\d)")


def _key(text: str) -> str:
    return _NOT_LETTER.sub(" ", fold_accents(text).replace("&", " and ")).strip()


@cache
def _titles() -> dict[str, int]:
    return {_key(title): goal["number"] for goal in read_data("sdgs.toml")["goal"] for title in goal["titles"]}


@cache
def _hints() -> tuple[str, ...]:
    """The longest word of each title, one of which a line with a title must hold."""
    titles = (title.lower() for goal in read_data("sdgs.toml")["goal"] for title in goal["titles"])
    return tuple(sorted({max(regex.split(r"\W+", title), key=len) for title in titles}))


@cache
def _title_pattern() -> regex.Pattern[str]:
    keys = sorted((title for goal in read_data("sdgs.toml")["goal"] for title in goal["titles"]), key=len, reverse=True)
    spelled = (
        r"[\W_]+(?:and[\W_]+)?".join(map(regex.escape, [w for w in regex.split(r"\W+", t) if w and w.lower() != "and"])) for t in keys
    )
    return regex.compile(r"(?<!\w)(?:" + "|".join(f"({one})" for one in spelled) + r")(?!\w)", regex.IGNORECASE)


@cache
def _cue_pattern() -> regex.Pattern[str]:
    table = read_data("sdgs.toml")
    cues, targets = any_of(table["cues"]), any_of(table["target_cues"])
    number = r"(?:1[0-7]|[1-9])(?:\.(?:1?\d|[a-d])(?!\w))?(?![\w%]|\.\d)"
    more = rf"(?:\s{{0,4}}(?:,|;|/|&|-|–|and|und|et|y|e|or)\s{{0,4}}(?:and\s{{1,4}})?(?:#\s?)?{number}){{0,16}}"
    head = rf"(?:(?P<goals>{cues})(?:['’]s)?(?:\s+(?P<both>{targets}))?|(?P<targets>{targets}))"
    return regex.compile(rf"(?<!\w){head}\s{{0,4}}[:#№.]?\s{{0,4}}(?P<numbers>(?:#\s?)?{number}{more})", regex.IGNORECASE)


def read_goals(lines: Sequence[Line]) -> tuple[Goal, ...]:
    """The goals of the page's own list (``listed``): numbered titles, ``GOAL 4: …``, ``SDG 9``, titles alone, bare target codes."""
    found = (goal for line in lines for goal in _listed(Run.of([line])))
    return _once(found)


def read_targets(lines: Sequence[Line]) -> tuple[Goal, ...]:
    """Goals and targets that the prose names by number (``listed`` is False): "SDG 5 and 16", "Target 9.c", "16.10"."""
    return _once(goal for line in lines for goal in _named(Run.of([line])))


def _listed(run: Run) -> Iterator[Goal]:
    marks = list(_titled(run))
    if marks:
        yield from marks
        return
    cued = list(_cued(run, listed=True))
    if cued:
        yield from cued
    elif _only_codes(run.text):
        for found in _BARE.finditer(run.text):
            yield from _goal(run, found, found.start(), found.end(), True, "goals.code")


def _titled(run: Run) -> Iterator[Goal]:
    """Titles with or without a number before them. A number that names another goal than the title is left to the title."""
    lowered = run.text.lower()
    if not any(word in lowered for word in _hints()):  # most lines; the pattern of all titles is slow
        return
    for found in _title_pattern().finditer(run.text):
        sdg = _titles().get(_key(found[0]))
        if sdg is None:
            continue
        start = found.start()
        before = _NUMBER_BEFORE.search(run.text[max(0, start - 20) : start])
        if before and int(before[1]) == sdg:
            start -= len(before[0])
        yield Goal(sdg=sdg, evidence=Evidence(run.span(start, found.end()), "goals.title", Method.LEXICON))


def _only_codes(text: str) -> bool:
    rest = regex.sub(r"\b(?:and|et|y|e|or)\b", " ", _BARE.sub(" ", text))
    return not regex.search(r"[\p{L}\p{N}]", rest)


def _cued(run: Run, listed: bool) -> Iterator[Goal]:
    for found in _cue_pattern().finditer(run.text):
        at = found.start("numbers")
        for index, number in enumerate(_BARE.finditer(found["numbers"])):
            if number["sub"] is None and found["targets"]:
                continue  # "target 4" names no goal for certain
            start = at + number.start() if index else found.start()
            yield from _goal(run, number, start, at + number.end(), listed, "goals.cue")


@cache
def _subs() -> dict[int, frozenset[str]]:
    goals = read_data("sdgs.toml")["goal"]
    return {g["number"]: frozenset([*map(str, range(1, g["targets"] + 1)), *g["letters"]]) for g in goals}


@cache
def _unit_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"\s*(?:%|(?:{any_of(read_data('sdgs.toml')['units'])})\b)", regex.IGNORECASE)


@cache
def _before_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"\b(?:{any_of(read_data('sdgs.toml')['before'])})\.?\s*$", regex.IGNORECASE)


def _named(run: Run) -> Iterator[Goal]:
    yield from _cued(run, listed=False)
    for found in _PROSE_CODE.finditer(run.text):
        if not _unit_pattern().match(run.text, found.end()) and not _before_pattern().search(
            run.text[max(0, found.start() - 16) : found.start()]
        ):
            yield from _goal(run, found, found.start(), found.end(), False, "goals.code")


def _goal(run: Run, found: regex.Match[str], start: int, end: int, listed: bool, rule: str) -> Iterator[Goal]:
    """The goal or target of a number; nothing where the goal has no such target."""
    sdg, sub = int(found["sdg"]), (found["sub"] or "").lower()
    if sub and sub not in _subs()[sdg]:
        return
    target = f"{sdg}.{sub}" if sub else ""
    yield Goal(sdg=sdg, target=target, listed=listed, evidence=Evidence(run.span(start, end), rule))


def _once(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    seen: dict[tuple[int, str], Goal] = {}
    for goal in goals:
        seen.setdefault((goal.sdg, goal.target), goal)
    return tuple(seen.values())


def is_goal_line(text: str) -> float:
    """How much a line looks like an entry of a list of goals: a goal's title with little else, a cue with a number, bare target codes."""
    goals = read_goals([Line(0, Span(0, len(text)), text)]) if 0 < len(text) <= _LONGEST else ()
    if not goals:
        return 0.0
    covered = sum(g.evidence.span.end - g.evidence.span.start for g in goals)
    if goals[0].evidence.rule == "goals.code":
        return 0.9 if any(g.target for g in goals) else 0.1
    if goals[0].evidence.rule == "goals.cue":
        told = text.rstrip().endswith(".") and goals[0].evidence.span.start > _LEAD  # "The session is linked to SDG 9."
        return 0.9 if len(text) < 30 + 10 * len(goals) and not told else 0.2
    numbered = text[:1].isdigit() or fold(text).startswith(("goal", "sdg"))
    return (1.0 if numbered else 0.8) if covered > 0.6 * len(text) else 0.2
