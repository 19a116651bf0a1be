"""What mirrors and extractors do to a page's text: damages that can be run, each a pure function from text to text.

They are the other direction of ``data/modes.toml``: the aligner undoes what these do. ``data/damages.toml`` names the modes
that are made of them, which costs the aligner uses for each, and what a mode destroys for good.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.load import DataFileError, read_data

Damage = Callable[[str], str]

_NUMBERED = re.compile(r"^(?:Organizer|Speaker) \d+:|^Duration \(minutes\):|^Format description:")
_LOST_WHEN_FLAT = ("title", "schedule", "room")
_BULLET = re.compile(r"^\s*[•●]\s+")


def _label(line: str) -> Label | None:
    return LABELS().find(line.strip()) if line.strip() else None


def drop_one_token(text: str) -> str:
    """Lines of one token vanish: labels such as ``Moderator``, values such as ``UNESCO``; the blank lines around them stay."""
    return "\n".join(line for line in text.split("\n") if len(line.split()) != 1)


def indent(text: str) -> str:
    """Every line but the first gets four blanks in front."""
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    return "\n".join(line if i <= first or not line.strip() else "    " + line for i, line in enumerate(lines))


def thin_blank_lines(text: str) -> str:
    """Blank lines between a label and its value go, others shrink to one."""
    kept: list[str] = []
    for line in text.split("\n"):
        above = kept[-1] if kept else ""
        label = _label(above)
        if line.strip() or (above.strip() and (label is None or label.value_start is not None)):
            kept.append(line)
    return "\n".join(kept)


def lose_title(text: str) -> str:
    """The first line that is not blank is lost."""
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), -1)
    return "\n".join(line for i, line in enumerate(lines) if i != first)


def flatten(text: str) -> str:
    """The name of the tab instead of title, date and room; no blank lines; bullets become dashes."""
    kept: list[str] = []
    skip = valued = False  # in a field that is lost; behind its value
    for line in lose_title(text).split("\n"):
        label = _label(line)
        if label is not None:
            skip, valued = label.key in _LOST_WHEN_FLAT, label.value_start is not None
        elif not line.strip():
            skip = skip and not valued  # what stands apart behind the value is another field
        else:
            valued = True
        if line.strip() and not skip:
            kept.append(_BULLET.sub("- ", line).strip())
    return "\n".join(["Session", *kept])


def drop_headings(text: str) -> str:
    """Every label that stands alone on its line is lost."""
    return "\n".join(line for line in text.split("\n") if (label := _label(line)) is None or label.value_start is not None)


def print_twice(text: str) -> str:
    """Each block of numbered or inline labels is printed whole, and then again from its second line."""
    out: list[str] = []
    block: list[str] = []
    for line in [*text.split("\n"), ""]:
        same = _NUMBERED.match(line) and (not block or _kind(line) == _kind(block[0]))
        if not same:
            out.extend([*block, *block[1:]])
            block = []
        if _NUMBERED.match(line):
            block.append(line)
        else:
            out.append(line)
    return "\n".join(out[:-1])


def _kind(line: str) -> str:
    return "person" + line[:7] if line[0] in "OS" else "format"


def legacy_banner(text: str) -> str:
    """The banner and the breadcrumb of the old site stand before the page."""
    return "This is now a legacy site and could be not up to date. Please move to the new IGF Website at\n\nYou are here\n\n" + text


def check_in_line(text: str) -> str:
    """The line with the link to the schedule stands before the page."""
    return "Check-in and access this session from the IGF Schedule.\n\n" + text


def one_node_a_line(text: str) -> str:
    """Every label, name and rest of a person line stands on a line of its own."""
    out = []
    for line in text.split("\n"):
        head, colon, rest = line.partition(": ")
        name, comma, more = rest.partition(", ")
        if _NUMBERED.match(line) and colon and comma and head[0] in "OS":
            out.extend([head + ":", name, ", " + more])
        else:
            out.append(line)
    return "\n".join(out)


def table_cells(text: str) -> str:
    """A bar ends every line, as in a table printed row by row."""
    return "\n".join(line + " |" if line.strip() else line for line in text.split("\n"))


def fragment(text: str) -> str:
    """The text begins in the middle: at the label nearest to its half."""
    lines = text.split("\n")
    labels = [i for i, line in enumerate(lines) if _label(line) is not None]
    if not labels:
        return text
    return "\n".join(lines[min(labels, key=lambda i: abs(i - len(lines) // 2)) :])


DAMAGES: Mapping[str, Damage] = MappingProxyType(
    {
        damage.__name__: damage
        for damage in (
            drop_one_token,
            indent,
            thin_blank_lines,
            lose_title,
            flatten,
            drop_headings,
            print_twice,
            legacy_banner,
            check_in_line,
            one_node_a_line,
            table_cells,
            fragment,
        )
    }
)


@dataclass(frozen=True, slots=True)
class TextMode:
    """A way in which pages became text: damages in order. ``destroys`` names the facts that cannot come back, ``since`` the first year."""

    name: str
    damages: tuple[str, ...]
    destroys: frozenset[str]
    since: int = 2006

    def __call__(self, text: str) -> str:
        """The text that a page gives in this mode."""
        for name in self.damages:
            text = DAMAGES[name](text)
        return text


def _mode(name: str, entry: Mapping[str, Any]) -> TextMode:
    unknown = set(entry["damages"]) - set(DAMAGES)
    if unknown:
        raise DataFileError(f"data/damages.toml: mode {name} names unknown damages {sorted(unknown)}")
    return TextMode(name, tuple(entry["damages"]), frozenset(entry["destroys"]), entry.get("since", 2006))


@cache
def text_modes() -> tuple[TextMode, ...]:
    """All modes of ``data/damages.toml``.

    Raises:
        DataFileError: a mode names a damage that does not exist.
    """
    return tuple(_mode(name, entry) for name, entry in read_data("damages.toml").items())
