"""Fills templates with invented names: training sentences with exact spans.

A template is text with slots. ``{P}`` person, ``{P:1}`` a person who comes back as ``{F:1}`` (first name) and ``{L:1}``
(surname), ``{O}`` organisation, ``{OA:1}`` one with its acronym in brackets, which comes back as ``{AC:1}``, ``{=UN}`` that
very organisation; the other slots are those of ``slots.py``. Only people and organisations become spans.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import bodies
import organizations as org
from people import PersonName, person
from slots import ORGANIZATIONS, PLAIN

from igf_extract.ner.words import same_length

_SLOT = re.compile(r"\{(=?)([^{}:]+)(?::(\d))?\}")
Span = tuple[int, int, str]


@dataclass(slots=True)
class Rendered:
    """A text and its names as (start, end, label)."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)

    def add(self, piece: str, label: str | None = None) -> None:
        if label and piece:
            self.spans.append((len(self.text), len(self.text) + len(piece), label))
        self.text += piece

    def join(self, other: Rendered, between: str) -> None:
        shift = len(self.text) + len(between)
        self.spans += [(a + shift, b + shift, label) for a, b, label in other.spans]
        self.text += between + other.text


_INITIAL = re.compile(r"[A-ZÀ-Þ]")


def _acronym_of(name: str) -> str:
    return "".join(_INITIAL.findall(name))[:7]


def _add_body(out: Rendered, name: str) -> str:
    """Adds a name with its acronym in brackets, where it has one; gives the short form by which the text may go on."""
    out.add(name, "ORG")
    short = _acronym_of(name)
    if len(short) < 2 or short == name:
        return name
    out.add(" (")
    out.add(short, "ORG")
    out.add(")")
    return short


def _person_slot(slot: str, who: PersonName) -> str:
    forms = {
        "P": who.full,
        "F": who.first,
        "PF": who.first,
        "L": who.last,
        "PL": who.last,
        "PU": who.full.upper(),
        "PLU": who.last.upper(),
        "PN2": f"{who.last} {who.first}",
    }
    return forms[slot]


_PEOPLE = frozenset({"P", "F", "PF", "L", "PL", "PU", "PLU", "PN2"})


def fill(template: str, rng: random.Random) -> Rendered:
    """``template`` with every slot filled."""
    out = Rendered()
    known: dict[str, PersonName] = {}
    bodies_known: dict[str | None, str] = {}
    at = 0
    for match in _SLOT.finditer(template):
        out.add(template[at : match.start()])
        literal, slot, index = match.groups()
        if literal:
            out.add(slot, "ORG")
        elif slot in _PEOPLE:
            who = known.setdefault(index, person(rng)) if index else person(rng)
            out.add(_person_slot(slot, who), "PERSON")
        elif slot == "OA":
            name = rng.choice((org.english, bodies.nested, org.any_organization))(rng)
            bodies_known[index] = _add_body(out, name)
        elif slot == "AC":
            out.add(bodies_known.get(index) or org.acronym(rng), "ORG")
        elif slot in ORGANIZATIONS:
            out.add(ORGANIZATIONS[slot](rng).strip(), "ORG")
        else:
            out.add(PLAIN[slot](rng))
        at = match.end()
    out.add(template[at:])
    return out


def templates(folder: Path) -> list[str]:
    """The lines of all template files, without comments."""
    lines: list[str] = []
    for path in sorted(folder.glob("templates*.txt")):
        lines += [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return lines


def respaced(text: str, spans: list[Span], rng: random.Random) -> tuple[str, list[Span]]:
    """``text`` as captions and wrapped lines have it: here and there two blanks or more, also inside a name."""
    draw = rng.random()
    chance = 0.9 if draw < 0.06 else 0.05 if draw < 0.16 else 0.0
    blanks = " " * rng.choice((2, 2, 3, 5))
    wide = [m.end() for m in re.finditer(r"[.?!,] " if draw < 0.06 else " ", text) if rng.random() < chance]
    for at in reversed(wide):
        text = text[: at - 1] + blanks + text[at:]
    more = len(blanks) - 1
    return text, [(a + more * bisect_right(wide, a), b + more * bisect_left(wide, b), label) for a, b, label in spans]


def silver(folder: Path, count: int, seed: int) -> Iterable[tuple[str, list[Span]]]:
    """``count`` paragraphs of one to four filled templates."""
    rng = random.Random(seed)
    lines = templates(folder)
    for _ in range(count):
        out = fill(rng.choice(lines), rng)
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
            out.join(fill(rng.choice(lines), rng), " ")
        yield respaced(same_length(out.text), out.spans, rng)


def replaced(text: str, spans: list[Span], rng: random.Random) -> tuple[str, list[Span]]:
    """A labelled sentence with its names exchanged for invented ones; short forms stay short."""
    out = Rendered()
    at = 0
    for start, end, label in sorted(spans):
        if start < at:
            continue
        out.add(text[at:start])
        old = text[start:end]
        out.add(_exchange(old, label, rng), label)
        at = end
    out.add(text[at:])
    return same_length(out.text), out.spans


def _exchange(old: str, label: str, rng: random.Random) -> str:
    if label == "PERSON":
        who = person(rng)
        return who.full if " " in old else rng.choice((who.first, who.last))
    if " " in old:
        return org.any_organization(rng)
    return org.acronym(rng) if old.isupper() else org.brand(rng)
