"""Blocks of people on igf20xx.sched.com: heading, then for each person a picture or initials, the name, the work, a biography."""

from __future__ import annotations

import re
from collections.abc import Sequence

from igf_extract.model import Line, Method
from igf_extract.parsing.event import Event
from igf_extract.parsing.line_shape import is_name
from igf_extract.parsing.lines import part_of
from igf_extract.parsing.people import are_keywords, read_people
from igf_extract.parsing.turns import is_sentence
from igf_extract.parsing.wrapped import join
from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import Label
from igf_extract.vocab.load import read_data

_INITIALS = re.compile(r"[^\W\d_]{1,3}")
_MORE = re.compile(r"\s*(?:\.{3}|…)\s*read more\b.*$", re.IGNORECASE)
_JOB_WORDS = 30  # of a line that tells office and body
_UNPICTURED = 8  # lines that a block of people without pictures may have above one with them


def _block_key(line: Line) -> str | None:
    key = read_data("sched.toml")["blocks"].get(fold(line.text).rstrip(" :"))
    return str(key) if key is not None else None


def _is_picture(line: Line) -> bool:
    marks = tuple(read_data("sched.toml")["marks"]["pictures"])
    return fold(line.text).startswith(marks) or bool(_INITIALS.fullmatch(line.text) and (line.text.isupper() or len(line.text) < 3))


def blocks_start(lines: Sequence[Line], begin: int, tail: int) -> int:
    """The first heading of people behind the description: one that a picture or initials follow, or right above it one without any."""
    pictured = (at for at in range(begin, tail - 1) if _block_key(lines[at]) is not None and _is_picture(lines[at + 1]))
    start = next(pictured, tail)
    for index in range(start - 2, max(begin, start - _UNPICTURED), -1):
        if _block_key(lines[index]) is not None and lines[index].gap:
            block = lines[index + 1 : start]
            return index if all(map(_may_stand_in_block, block)) and is_name(block[0].text) else start
    return start


def _may_stand_in_block(line: Line) -> bool:
    """A name or a short line of work, and no item of a list, no sentence, no label with a value."""
    return len(line.text.split()) <= _JOB_WORDS and line.text[:1].isalpha() and ":" not in line.text and not is_sentence(line.text)


def read_blocks(lines: Sequence[Line], event: Event) -> None:
    """Heading, then for each person: picture, name, work, words about the person."""
    key, heading, pictured = "speakers", None, True
    entries: list[Line] = []

    def close() -> None:
        label = None if heading is None else Label(key, len(heading.text), None, fold(heading.text))
        event.run(key, entries, label, None if heading is None else heading.span)
        entries.clear()

    index = 0
    while index < len(lines):
        line = lines[index]
        found = _block_key(line)
        below = lines[index + 1] if index + 1 < len(lines) else None
        if found is not None and below is not None and (_is_picture(below) or (not index and is_name(below.text))):
            pictured = _is_picture(below)
            close()
            key, heading = found, line
            event.claim(line, "participants", f"heading:{key}", Method.LABEL)
            index += 1
        elif not pictured and (heading is lines[index - 1] or line.gap) and is_name(line.text):
            index = _person(lines, index, key, entries, event)
        elif _is_picture(line) and below is not None:
            event.claim(line, "noise", "picture")
            index = _person(lines, index + 1, key, entries, event)
        else:
            _about(line, event)
            index += 1
    close()


def _person(lines: Sequence[Line], index: int, key: str, entries: list[Line], event: Event) -> int:
    """One person: the name, and the line below it where it tells the work. Returns the next index."""
    name = lines[index]
    event.claim(name, "participants", f"name:{key}")
    entry, index = name, index + 1
    if index < len(lines) and _tells_work(lines[index], name) and _block_key(lines[index]) is None and not _is_picture(lines[index]):
        event.claim(lines[index], "participants", f"work:{key}")
        entry = join(name, lines[index], mark=",")
        index += 1
    entries.append(entry)
    return index


def _tells_work(line: Line, name: Line) -> bool:
    """A short line set apart from the name as the name is from the picture; what follows without a blank line is about the person,
    unless it names office and body."""
    work = len(line.text.split()) <= _JOB_WORDS and not _MORE.search(line.text) and not is_sentence(line.text)
    return work and (line.gap >= min(name.gap, 1) or _names_post(line, name)) and not are_keywords(line.text)


def _names_post(line: Line, name: Line) -> bool:
    """Whether a line holds nothing but an office and a body ("General Manager, Velm Telecom")."""
    if "," not in line.text or not line.text[:1].isupper() or name.span.end >= line.span.start:
        return False
    found = read_people([join(name, line, mark=",")], "speaker").participations
    return len(found) == 1 and bool(found[0].name and found[0].title and found[0].organization)


def _about(line: Line, event: Event) -> None:
    """Words about a person are a section of their own; mere keywords are none."""
    more = _MORE.search(line.text)
    if more is None and not is_sentence(line.text):
        event.claim(line, "noise", "keywords")
        return
    event.claim(line, "other", "about_a_person")
    event.run("aside", [part_of(line, 0, more.start()) if more else line])
