"""Time plans inside the descriptions of igf20xx.sched.com: parts with numbers, the people of each part below it as bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from igf_extract.model import Line
from igf_extract.parsing.event import Event
from igf_extract.parsing.line_shape import is_name
from igf_extract.parsing.wrapped import join
from igf_extract.vocab.list_marks import has_mark, has_sign

_PART = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|X)\s?(?:[-–—.:)]|\s-)\s*[^\W\d_]")  # "II - VOICES FROM THE TRACKS - 30 mins"
_TIMED = re.compile(r"\d{1,2}[.)]\s.{0,200}?[(\[~–-]\s?\d{1,3}\s?(?:min|mins|minutes)\b", re.IGNORECASE)  # "2. Summary (5 minutes)"
_CLOCK = r"\d{1,2}(?:[:.h]\d\d)(?!\d)(?:\s?[ap]\.?m\.?)?"
_HOURS = re.compile(rf"[\[(]?{_CLOCK}\s?(?:[-–—]|to)\s?{_CLOCK}[\s:,.)\]–—-]{{1,4}}[^\W\d_]", re.IGNORECASE)  # "11:00 – 11:05 Welcome"
_LASTING = re.compile(r"[^.?!]{3,120}[(\[]\s?\d{1,3}\s?(?:min|mins|minutes)\.?\s?[)\]]\.?$", re.IGNORECASE)  # "Questions (35 minutes)"
_NOTE = re.compile(r"\s\([^()]{2,40}\)\s{0,3}$")  # "Ana Lima (by video)"
_HEADS = (_PART, _TIMED, _HOURS, _LASTING)
_FEWEST = 2  # parts that make a plan
_WORK_WORDS = 30  # of a line that tells office and body


def parts_of_plan(lines: Sequence[Line]) -> frozenset[int]:
    """The places of the lines that head the parts of a plan, numbered the Roman way, with their minutes or their hours; none where
    these are fewer than two."""
    found = frozenset(at for at, line in enumerate(lines) if any(head.match(line.text) for head in _HEADS))
    return found if len(found) >= _FEWEST else frozenset()


def with_work(lines: Sequence[Line], event: Event) -> list[Line]:
    """The lines, a bullet that is a name joined with the work on the indented line below it; the characters stay in their places."""
    out: list[Line] = []
    for line in lines:
        before = out[-1] if out else None
        if before is not None and _is_work(line, before):
            event.claim(line, "agenda", "work")
            out[-1] = join(before, line, mark=" " if before.text.endswith(",") else ",")
        else:
            out.append(line)
    return out


def _is_work(line: Line, above: Line) -> bool:
    bullet = has_sign(above.text) and not has_mark(line.text)
    if not bullet or line.gap or line.indent <= above.indent or len(line.text.split()) > _WORK_WORDS:
        return False
    return is_name(_NOTE.sub("", above.text[1:]).strip(" ,‘’'"))
