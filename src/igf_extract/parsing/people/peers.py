"""Bodies whose own words do not tell what they are, in lists of which the other items do: what stands in their place is a body too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from igf_extract.model import Line
from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.pieces import Piece, unmarked
from igf_extract.parsing.people.prose import is_prose
from igf_extract.parsing.people.shape import (
    begins_small,
    is_given,
    is_known_name,
    name_score,
    only_areas,
    organization_score,
    title_score,
    without_honorifics,
)
from igf_extract.vocab.list_marks import has_mark
from igf_extract.vocab.places import place_kind, place_of
from igf_extract.vocab.roles import SERVING, read_role_label

_BRACKET = re.compile(r"\s{0,2}[(\[][^()\[\]]{1,80}[)\]]\s{0,2}[,;.]?$")
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_DETAILS = re.compile(r"[,;(\[]|\s[-–—]\s")  # what stands between a person and her details
_LONGEST = 100  # characters of such an item
_MOST_WORDS = 10
_LISTED = 3  # items that make a list of people
_NAME, _BODY, _PART = 0.5, 0.65, 0.55


def bodies_among(lines: Sequence[Line], role: str) -> frozenset[int]:
    """The places of lines that are bodies for certain because of the lines of their list; ``role``: that of the field.

    Among organizers of which none has a detail but a group or an address in brackets, most of them certain bodies or single words, no
    stranger is a person. Among people with their details an item without any is a body where all others have honorifics, or where
    its words are no name.
    """
    if len(lines) < 2 or role in SERVING:
        return frozenset()
    told = _without_persons if role == "organizer" else _without_details
    return frozenset(at for listed in _lists(lines) for at in told(lines, listed))


def as_bodies(atoms: list[Atom]) -> list[Atom]:
    """ "Velm Bytes; Lyitau; Foo Council": the atoms of such a list of organizers on one line, of which strangers are bodies."""
    if len(atoms) < _LISTED or any(not atom.is_plain or (at and atom.sep != ";") for at, atom in enumerate(atoms)):
        return atoms
    if not _are_bodies([atom.text for atom in atoms]):
        return atoms
    return [replace(atom, body=is_strange(atom.text), first=at > 0) for at, atom in enumerate(atoms)]


def whole_bodies(lines: Sequence[Line]) -> frozenset[int]:
    """The places of items of a list of bodies that name a part of a body and the whole of it ("• Centre for Maps, University of Velm"):
    the lines divide the bodies, all with marks or all without, and commas stand inside their names."""
    texts = {at: _BRACKET.sub("", unmarked(Piece(line.text, 0)).text).rstrip(" .") for at, line in enumerate(lines)}
    alike = len({has_mark(line.text) for line in lines}) == 1
    if len(texts) < _LISTED or not alike or not all(_is_body_in_parts(text) for text in texts.values()):
        return frozenset()
    inside = frozenset(at for at, text in texts.items() if ", " in text and "(" not in lines[at].text)
    return inside if len(inside) < len(texts) else frozenset()


def _is_body_in_parts(text: str) -> bool:
    """Whether all words between commas are bodies for certain, no people or lands."""
    parts = text.split(", ")
    return len(parts) <= _LISTED and all(_is_bare(part) and organization_score(part) >= _PART and place_of(part) is None for part in parts)


def is_stranger_among(text: str) -> bool:
    """Whether an item without honorific and details may be a body among people who have theirs."""
    core = _core(text)
    return _is_bare(core) and not only_areas(core)


def is_strange(text: str) -> bool:
    """Whether words read like a name of a person whom no list knows."""
    return name_score(text) >= _NAME and not is_given(text)


def has_honorific(text: str) -> bool:
    """Whether an item is a person with an honorific and her details ("• Ms. Ana Ruiz, Velm Bytes")."""
    text = unmarked(Piece(text[:_LONGEST], 0)).text
    return _DETAILS.search(text) is not None and without_honorifics(text)[0] > 0


def _core(text: str) -> str:
    """An item without its mark and a bracket at its end; empty where it is longer than any name."""
    return _BRACKET.sub("", unmarked(Piece(text, 0)).text).strip(" ,;") if len(text) <= _LONGEST else ""


def _are_bodies(cores: Sequence[str]) -> bool:
    """Whether all items stand alone, most of them are certain bodies or single words, and some are not."""
    if len(cores) < _LISTED or not all(map(_is_bare, cores)) or not any(map(is_strange, cores)):
        return False
    return 2 * sum(map(_is_certain, cores)) > len(cores)


def _is_certain(core: str) -> bool:
    """Whether an item is a body for certain, or a single word, which no whole name of a person is."""
    if " " not in core:
        return len(core) > 2 and not is_given(core)
    return organization_score(core) >= _BODY and name_score(core) < _NAME


def _is_bare(core: str) -> bool:
    """Whether an item may be a name of a body and nothing else: no details, no honorific, no known name, no office, place or sentence."""
    if not core or any(mark in core for mark in ",;:()[]@?!") or _SPACED_DASH.search(core) or begins_small(core):
        return False
    if len(core.split()) > _MOST_WORDS or without_honorifics(core)[0] or is_known_name(core, _NAME):
        return False
    told = title_score(core) >= 0.7 or place_of(core) is not None or read_role_label(core) is not None
    return not told and not is_prose(core)


def _lists(lines: Sequence[Line]) -> Iterator[range]:
    """The places of the lines that make a list: they follow one another with no more blank lines than any do, or have marks."""
    start, usual = 0, min(line.gap for line in lines[1:])
    for at in range(1, len(lines) + 1):
        if at == len(lines) or _begins_list(lines[at - 1], lines[at], usual):
            if at - start > 1:
                yield range(start, at)
            start = at


def _begins_list(above: Line, line: Line, usual: int) -> bool:
    """Whether a list begins here: marks begin or end, or more blank lines stand above than between the items."""
    marked = has_mark(line.text)
    return marked != has_mark(above.text) or (line.gap > usual and not marked)


def _without_persons(lines: Sequence[Line], listed: range) -> Iterator[int]:
    """The strangers in a list of bodies; people with their details ("Ms. Ana Ruiz, Velm Bytes") may stand among these."""
    cores = {at: core for at in listed if not _DETAILS.search(core := _core(lines[at].text))}
    texts = [lines[at].text for at in listed]
    apart = has_mark(texts[0]) or all(map(_BRACKET.search, texts))
    # else the first may be a person, with her body below
    led = apart or (cores and _is_certain(next(iter(cores.values()))))
    if (led and _are_bodies([*cores.values()])) or _are_grouped(texts, [*cores.values()]):
        yield from (at for at, core in cores.items() if is_strange(core))


def _are_grouped(texts: Sequence[str], cores: Sequence[str]) -> bool:
    """Whether every item has its group in brackets, one is a body for certain, and none a known person ("Velm Doni (civil society)")."""
    brackets = [_BRACKET.search(text) for text in texts]
    groups = [mark is not None and place_kind(mark[0].strip(" ()[],;.").split(",")[0].strip()) == "group" for mark in brackets]
    return len(cores) == len(texts) and all(groups) and all(map(_is_bare, cores)) and any(map(_is_certain, cores))


def _without_details(lines: Sequence[Line], listed: range) -> Iterator[int]:
    """The items of a list that have no details where all others do, and are bodies."""
    told = {at: _DETAILS.search(lines[at].text[:_LONGEST]) is not None for at in listed}
    plain, others = [at for at in listed if not told[at]], [lines[at].text for at in listed if told[at]]
    if not plain or 3 * len(plain) > len(listed) or len(listed) < _LISTED:
        return
    if any(":" in text for text in others):
        return
    addressed = all(map(has_honorific, others))
    for at in plain:
        core = _core(lines[at].text)
        words = name_score(core) < _NAME and " " in core and _is_titled(core)
        heads = at == listed.start and not has_mark(lines[at].text)
        if not heads and is_stranger_among(core) and (addressed or words):
            yield at


def _is_titled(core: str) -> bool:
    """Whether every word of a text begins with a capital, but for the small ones of a name ("Bureau of Masts")."""
    return all(not word[:1].islower() or len(word) < 4 for word in core.split())
