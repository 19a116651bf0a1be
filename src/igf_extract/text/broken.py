"""Broken sequences of one single-byte page: finds them and tells proofs from look-alikes.

A *proof* is a sequence that clean text does not contain at that place. See ``data/mojibake.toml`` for the characters that leave doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from igf_extract.text.codepages import Page, pages
from igf_extract.text.ranges import code_points
from igf_extract.vocab.load import read_data

PLAIN_TIERS = frozenset({"sign", "latin"})  # of all scripts; the other tiers are scripts of their own


@dataclass(frozen=True, slots=True)
class Sequence:
    """Characters ``text[start:end]`` that stand for ``new``; ``proof``: clean text does not contain them there."""

    start: int
    end: int
    new: str
    tier: str
    proof: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A page prepared for the search.

    ``pattern`` finds one sequence; ``letters`` are the letters of the page's own script where that is not Latin; ``doubt`` are
    the followers that clean text also puts after a letter (``doubt_other``: those after all but the lead bytes C2 and C3).
    """

    page: Page
    pattern: re.Pattern[str]
    leads: frozenset[str]
    followers: frozenset[str]
    letters: frozenset[str]
    doubt: frozenset[str]
    doubt_other: frozenset[str]


@cache
def tiers() -> dict[str, str]:
    """Every character that may come out of a repair -> its tier."""
    return {chr(point): target["tier"] for target in read_data("mojibake.toml")["target"] for point in code_points(target["ranges"])}


@cache
def shapes() -> tuple[Shape, ...]:
    """The single-byte pages that are candidates for repair."""
    return tuple(_shape(page) for page in pages() if page.repair and page.table)


def _shape(page: Page) -> Shape:
    two, three, four, follow = (
        [char for char, byte in page.byte_of.items() if low <= byte <= high]
        for low, high in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4), (0x80, 0xBF))
    )
    more = f"[{re.escape(''.join(follow))}]"
    pattern = "|".join(f"[{re.escape(''.join(lead))}]{more * count}" for count, lead in enumerate((two, three, four), 1))
    words = read_data("mojibake.toml")["doubt"]
    doubt = frozenset(words["after_any"]) | {char for char in follow if char.isalpha()}
    letters: frozenset[str] = frozenset()
    if page.script != "latin":  # a Latin letter beside a letter of another script is no doubt but a sign of damage
        letters = frozenset(char for char in page.byte_of if 0x370 <= ord(char) < 0x1E00)
        doubt = frozenset(words["after_any"]) | letters | frozenset(words["after_foreign"])
    leads, other = frozenset(two + three + four), frozenset(words["after_other"])
    return Shape(page, re.compile(pattern), leads, frozenset(follow), letters, doubt, other)


def sequences(text: str, shape: Shape) -> Iterator[Sequence]:
    """All sequences of one page in order, proofs marked; those that read as clean text are left out."""
    known, place = tiers(), shapes().index(shape)
    read = ((match, _read(match.group(), place)) for match in shape.pattern.finditer(text))
    for run in runs(Sequence(match.start(), match.end(), new, known[new]) for match, new in read if new in known):
        yield from _judged(text, run, shape)


def runs(found: Iterable[Sequence]) -> Iterator[list[Sequence]]:
    """The sequences, which stand in order, in runs of those that touch."""
    run: list[Sequence] = []
    for one in found:
        if run and one.start != run[-1].end:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


@lru_cache(maxsize=8192)
def _read(old: str, place: int) -> str:
    byte_of = shapes()[place].page.byte_of
    try:
        return bytes([byte_of[char] for char in old]).decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _judged(text: str, run: list[Sequence], shape: Shape) -> Iterator[Sequence]:
    before = text[run[0].start - 1] if run[0].start else ""
    after = text[run[-1].end : run[-1].end + 1]
    if before in shape.letters or after in shape.letters:  # inside a word of the page's own script
        return
    script = _script(text, run, shape)
    for number, one in enumerate(run):
        last = run[number - 1].new if number else before
        if one.tier not in PLAIN_TIERS:
            yield Sequence(one.start, one.end, one.new, one.tier, one.tier == script)
        elif not _ends_capitals(last, text[one.start : one.end], text[one.end : one.end + 1], shape):
            proof = _is_proof(text[one.start : one.end], one, last, text[one.end : one.end + 1], shape)
            yield Sequence(one.start, one.end, one.new, one.tier, proof)


def _script(text: str, run: list[Sequence], shape: Shape) -> str:
    """The script that the run is proven to be written in: three letters of it, or two where a character is odd."""
    counts = Counter(one.tier for one in run)
    script = max((tier for tier in counts if tier not in PLAIN_TIERS), key=lambda tier: counts[tier], default="")
    if not script or counts[script] < 2:
        return ""
    odd = counts[script] > 2 or any(_odd(char, shape, 0) for char in text[run[0].start : run[-1].end] if char in shape.followers)
    return script if odd else ""


def _odd(char: str, shape: Shape, lead: int) -> bool:
    return char not in shape.doubt and (lead in {0xC2, 0xC3} or char not in shape.doubt_other)


def _is_proof(old: str, one: Sequence, last: str, following: str, shape: Shape) -> bool:
    """Whether clean text cannot contain ``old`` between the characters ``last`` and ``following``."""
    lead, second = shape.page.byte_of[old[0]], shape.page.byte_of[old[1]]
    if len(old) == 4 or (lead == 0xE2 and second in {0x80, 0x84}) or (one.start == 0 and one.new == "\ufeff"):
        return True
    if any("\x80" <= char <= "\x9f" or _odd(char, shape, lead) for char in old[1:]):
        return True
    lower = bool(last) and last.islower()
    if shape.letters:  # a letter of another script inside a Latin word
        return lower and last not in shape.letters and (len(old) == 2 or not old[1].isalpha())
    if lead == 0xE1:  # Vietnamese: a quote or dash between letters
        return following.isalpha() and not old[1].isalpha()
    if lead == 0xE2:
        return old[1].isalpha()
    return len(old) == 2 and lower and old[0].isupper()  # a capital after a small letter


def _ends_capitals(last: str, old: str, following: str, shape: Shape) -> bool:
    """A capital at the end of a word in capitals, then a quote, dash or brand sign: clean text (``«AMANHÃ»``)."""
    if len(old) > 2 or not (last.isupper() and old[0].isupper()) or following.isalpha():
        return False
    return (old[1] in shape.doubt or old[1] in shape.doubt_other) and not old[1].isalpha()
