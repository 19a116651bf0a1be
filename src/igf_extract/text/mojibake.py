"""Puts right UTF-8 that was read as a legacy code page (``๐Ÿ”’`` -> 🔒, ``â€™`` -> ’, ``AntĂ³nio`` -> António).

Method: for each candidate page, the characters whose bytes in that page are valid UTF-8 are looked at. A sequence that clean text does not
contain is a *proof* and votes for its page. Pages with a proof are applied, the best proven first; a sequence that clean text may contain
("Ä“", a Thai syllable) is repaired only where it touches a proof, or where its page has a proof and explains nearly all that is not ASCII
in the document, so that there is no clean text to harm. No proof, no change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import islice

from igf_extract.model import Edit
from igf_extract.text.broken import PLAIN_TIERS, Sequence, runs, sequences, shapes
from igf_extract.text.hanzi import hanzi_sequences

RULE = "mojibake"
_DEPTH = 3  # text may have been spoilt more than once
_CHAIN = 64  # characters beside a broken sequence that may belong to it one after the other
_REACH = 3  # characters before or behind a broken sequence that may belong to one with it
_BALLOT = 20_000  # sequences of a page that are looked at for its vote
_WHOLE = 0.8  # share of the document's characters beyond ASCII that a page must explain before look-alikes count


def mojibake_edits(text: str) -> tuple[Edit, ...]:
    """The repairs of ``text`` in order: one for each broken sequence, or for each run where it was broken several times.

    >>> [(edit.old, edit.new) for edit in mojibake_edits("Organizer 1: Ana, \\u0e50\\u0178\\u201d\\u2019")]
    [('๐Ÿ”’', '🔒')]
    """
    broken = list(runs(_chosen(text)))
    ends = [0, *(run[-1].end for run in broken)]
    starts = [*(run[0].start for run in broken[1:]), len(text)]
    return tuple(edit for run, low, high in zip(broken, ends, starts, strict=False) for edit in _run_edits(text, run, low, high))


def repair(text: str) -> str:
    """``text`` with its mojibake put right.

    >>> repair("Ant\\u0102\\u00b3nio")
    'António'
    """
    return _replaced(text, [(edit.start, edit.start + len(edit.old), edit.new) for edit in mojibake_edits(text)])


def _searches(text: str) -> Iterator[Callable[[str], Iterator[Sequence]]]:
    """One search for each page whose characters occur in ``text`` at all."""
    characters = set(text)
    for shape in shapes():
        if shape.leads & characters and shape.followers & characters:
            yield partial(sequences, shape=shape)
    if any("\u4e00" <= char <= "\u9fff" for char in characters):
        yield hanzi_sequences


def _chosen(text: str) -> list[Sequence]:
    """The vote: pages by the number of their proofs, each taking what better proven pages left."""
    if text.isascii():
        return []
    ballots = [(_votes(search(text)), -place, search) for place, search in enumerate(_searches(text))]
    elected = sorted((one for one in ballots if one[0]), key=lambda one: one[:2], reverse=True)
    strange = len(text) - len(text.encode("ascii", "ignore")) if elected else 0
    taken: list[Sequence] = []
    for _, _, search in elected:
        found = list(search(text))
        covered = sum(one.end - one.start for one in found)
        believed = list(_believed(found, whole=covered >= _WHOLE * strange))
        if believed:
            taken += believed
            text = _replaced(text, [(one.start, one.end, " " * (one.end - one.start)) for one in believed])
            strange -= sum(one.end - one.start for one in believed)
    return sorted(taken, key=lambda one: one.start)


def _votes(found: Iterator[Sequence]) -> int:
    return sum(one.proof for one in islice(found, _BALLOT))


def _believed(found: list[Sequence], whole: bool) -> Iterator[Sequence]:
    """Proofs and what touches them; the rest only where the page explains the ``whole`` document: no clean text is at risk."""
    repairable = PLAIN_TIERS | {one.tier for one in found if one.proof}
    for run in runs(found):
        if whole or any(one.proof for one in run):
            yield from (one for one in run if one.tier in repairable)


def _run_edits(text: str, run: list[Sequence], low: int, high: int) -> Iterator[Edit]:
    """The edits of one run, which may take in what is beside it from ``low`` to ``high``, where the runs before and after stand."""
    first = "".join(one.new for one in run)
    start, end, new = _with_neighbours(text, run[0].start, run[-1].end, _deeper(first), low, high)
    if new == first and end - start == run[-1].end - run[0].start:
        yield from (Edit(one.start, text[one.start : one.end], one.new, RULE) for one in run)
    else:
        yield Edit(start, text[start:end], new, RULE)


def _with_neighbours(text: str, start: int, end: int, new: str, low: int, high: int) -> tuple[int, int, str]:
    """What was put right may be half of a broken sequence itself, with the character before or behind it ("ÂÂ¼")."""
    for _ in range(_CHAIN):
        left, right = text[max(low, start - _REACH) : start], text[end : min(high, end + _REACH)]
        around, seams = left + new + right, (len(left), len(left) + len(new))
        crossing = _crossing(around, seams) if not (left[-1:] + right[:1]).isascii() else ()
        if not crossing:
            break
        begin, stop = min(crossing[0].start, seams[0]), max(crossing[-1].end, seams[1])
        new = _replaced(around[begin:stop], [(one.start - begin, one.end - begin, one.new) for one in crossing])
        start, end = start - (seams[0] - begin), end + (stop - seams[1])
    return start, end, new


@lru_cache(maxsize=4096)
def _crossing(around: str, seams: tuple[int, int]) -> tuple[Sequence, ...]:
    """The broken sequences that lie across one of the seams."""
    return tuple(one for one in _chosen(around) if any(one.start < seam < one.end for seam in seams))


@lru_cache(maxsize=4096)
def _deeper(text: str) -> str:
    for _ in range(_DEPTH - 1):
        again = _chosen(text)
        if not again:
            break
        text = _replaced(text, [(one.start, one.end, one.new) for one in again])
    return text


def _replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, new in changes:
        parts += (text[done:start], new)
        done = end
    return "".join((*parts, text[done:]))
