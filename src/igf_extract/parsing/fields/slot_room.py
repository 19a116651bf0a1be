"""Where a session takes place, as the lines of its schedule say.

Consumes the lines and what they were taken apart into; produces the room as a fact.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from igf_extract.model import Fact, Line, Method
from igf_extract.parsing.fields.prefix import label_length
from igf_extract.parsing.fields.rooms import is_named_room, is_room_line, names_room, read_room
from igf_extract.parsing.fields.schedule_parts import Parts, schedule_labels

_SEPARATOR = regex.compile(r"\s[|•]\s|\|(?=\S)|[()]|,\s|\s[-–—]\s|^-|\s(?:in|at)\s(?:the\s)?(?=\p{Lu})")
_NOTE = regex.compile(r"\s?\([^()]{2,60}\)")
_ROOM_NAME = 40  # characters of a room's name behind a label inside a line


def room_of(lines: Sequence[Line], parts: Sequence[Parts]) -> Fact[str] | None:
    """The room that the lines of a schedule name: behind its label, alone on a line, or beside day and hours."""
    for line in lines:
        if label_length(line.text, schedule_labels("room")):
            return read_room(line)
        if names_room(line.text):
            return read_room(line)
    for part in parts:
        found = room_inside(part)
        if found is not None:
            return found
    return None


def room_inside(part: Parts) -> Fact[str] | None:
    """A room between separators on a line with a date or a time."""
    if not (part.days or part.clocks):
        return None
    begin = 0
    for cut in [*(m.span() for m in _SEPARATOR.finditer(part.run.text)), (len(part.run.text),) * 2]:
        piece = part.run.cut(begin, cut[0])
        named = label_length(piece.text, schedule_labels("room"))
        if named and len(piece.text) - named <= _ROOM_NAME:
            return piece.cut(named).fact("schedule.room", Method.LABEL, 0.9)  # "…, Room: Imperial A"
        if piece.text and (is_room_line(piece.text) >= 0.7 or is_named_room(piece.text.strip())):
            piece = part.run.cut(begin, _behind_note(part, cut[0]))
            return piece.fact("schedule.room", Method.LEXICON, 0.9)
        begin = cut[1]
    return None


def _behind_note(part: Parts, at: int) -> int:
    """Where a note in brackets ends that stands at ``at`` and holds no date or time ("Room 9 (Ground Floor / B5)"); else ``at``."""
    note = _NOTE.match(part.run.text, at)
    taken = [(d.start, d.end) for d in part.days] + [(c.start, c.end) for c in part.clocks]
    return note.end() if note is not None and not any(at < end and start < note.end() for start, end in taken) else at
