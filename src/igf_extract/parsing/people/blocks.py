"""Blocks of lines, of a name, an office and a body, of a name, a body and a land, of a name and a body: what the place of a line tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from igf_extract.model import Line
from igf_extract.parsing.people.prose import is_prose
from igf_extract.parsing.people.shape import begins_small, is_given, is_known_name, name_score, organization_score, title_score
from igf_extract.parsing.people.split import split_office
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code, place_kind, place_of
from igf_extract.vocab.roles import read_role_label, role_words
from igf_extract.vocab.words import honorifics, is_known_organization

_LONGEST = 120  # characters of a line of such a block
_SIZES = (3, 4)  # lines of a block of name, group and body, without and with a country
_BLOCKS = 2  # blocks that repeat one order, at the least
_MARKS = frozenset(",;:|/()[]•–—")


def told_by_block(lines: Sequence[Line]) -> Mapping[int, str]:
    """Which lines (by their index in ``lines``) hold a title or an organization for certain, because of the block in which they stand.

    A block begins at the first line, behind a blank line or behind another block, and ends before a blank line, a further block or
    the end. Nothing is said of lines whose own words tell what they are.
    """
    texts = [line.text.strip() for line in lines]
    told: dict[int, str] = _of_pairs(lines) or _of_columns(texts) or _of_groups(lines, texts)
    begins = True
    at = 0
    while at + 2 < len(lines):
        begins = begins or lines[at].gap > 0
        found = _of_block(texts[at : at + 3]) if begins and _is_closed(lines, texts, at) else None
        if found is None:
            begins, at = False, at + 1
            continue
        told.update({at + offset: kind for offset, kind in found.items()})
        begins, at = True, at + 3
    return told


def _apart(lines: Sequence[Line]) -> list[range]:
    """The places of the lines that stand together, one range for each stretch without a blank line inside."""
    starts = [at for at, line in enumerate(lines) if at == 0 or line.gap > 0]
    return [range(at, end) for at, end in pairwise([*starts, len(lines)])]


def _of_pairs(lines: Sequence[Line]) -> dict[int, str]:
    """Bodies that nothing tells of below bare names, where all blocks hold two lines and most of them a certain body."""
    blocks = _apart(lines)
    if len(blocks) < _BLOCKS or any(len(block) != 2 for block in blocks):
        return {}
    starts = [block.start for block in blocks]
    below = [lines[at + 1].text.strip() for at in starts]
    certain = sum(organization_score(text.split(",")[0]) >= 0.65 and name_score(text) < 0.5 for text in below)
    if 2 * certain < len(below) or not all(_is_bare_name(lines[at].text.strip()) for at in starts):
        return {}
    strange = [name_score(text) >= 0.5 and not is_given(text) and _MARKS.isdisjoint(text) for text in below]
    return {at + 1: "organization" for at, told in zip(starts, strange, strict=True) if told}


def _of_columns(texts: Sequence[str]) -> dict[int, str]:
    """The bodies and countries where all lines repeat one order, of a bare name, a stakeholder group and a body that may be anything.

    Each name stands in the first line of its block, each group in the same line of it, and what is left is the body.
    """
    for size in _SIZES:
        columns = [texts[at::size] for at in range(size)]
        if len(texts) % size or len(columns[0]) < _BLOCKS or not all(map(_is_bare_name, columns[0])):
            continue
        kinds = ["name", *map(_kind_of, columns[1:])]
        lands = ["country"] * (size - _SIZES[0])
        ordered = sorted(kinds[1:]) == sorted(["group", "organization", *lands])
        if ordered and all(map(_may_be_any_body, columns[kinds.index("organization")])):
            return {at: kinds[at % size] for at in range(len(texts)) if kinds[at % size] in ("organization", "country")}
    return {}


def _of_groups(lines: Sequence[Line], texts: Sequence[str]) -> dict[int, str]:
    """The bodies of blocks of a name, a stakeholder group and a body, each behind a blank line, where one of them is a certain body."""
    starts = [block.start for block in _apart(lines) if len(block) == 3]
    starts = [at for at in starts if place_kind(texts[at + 1]) == "group" and _may_be_any_body(texts[at + 2])]
    certain = any(organization_score(texts[at + 2]) >= 0.65 for at in starts)
    return {at + 2: "organization" for at in starts if _is_bare_name(texts[at])} if certain and len(starts) >= _BLOCKS else {}


def _kind_of(column: Sequence[str]) -> str:
    """What all lines of a column hold: stakeholder groups, countries; bodies where they differ or nothing tells."""
    kinds = {place_kind(text) for text in column}
    return next(iter(kinds)) if len(kinds) == 1 and kinds <= {"group", "country"} else "organization"


def _may_be_any_body(text: str) -> bool:
    """Whether a line between others of a block may name a body: short, no label, no group, no sentence."""
    return 0 < len(text) <= _LONGEST and ":" not in text and not is_prose(text) and place_kind(text) != "group"


def _of_block(texts: Sequence[str]) -> dict[int, str] | None:
    """What the second and third line of a block hold; None where the three lines are no such block."""
    name, second, third = texts
    if not _is_bare_name(name):
        return None
    if _is_office(second, third) and _may_be_body(third):
        listed = "," in third and place_of(third.rpartition(",")[2].strip()) is None  # "Gavi, the Vaccine Alliance"
        strange = organization_score(third) < 0.55 or name_score(third) >= 0.5 or " " not in third
        strange = listed or (_MARKS.isdisjoint(third) and strange)
        return {1: "title", 2: "organization"} if strange else {1: "title"}
    return {1: "organization"} if _is_strange(second) and country_code(third) else None


def _is_closed(lines: Sequence[Line], texts: Sequence[str], at: int) -> bool:
    """Whether the three lines from ``at`` on stand together and the next line is not theirs."""
    if lines[at + 1].gap or lines[at + 2].gap:
        return False
    if at + 3 >= len(lines) or lines[at + 3].gap > 0:
        return True
    follows = at + 5 < len(lines) and not lines[at + 4].gap and not lines[at + 5].gap
    return follows and _of_block(texts[at + 3 : at + 6]) is not None


def _is_bare_name(text: str) -> bool:
    """Whether a line is a name of a person for all that its words tell, and nothing else."""
    return len(text) <= _LONGEST and _MARKS.isdisjoint(text) and name_score(text) >= 0.6 and title_score(text) < 0.5


def _is_office(text: str, body: str) -> bool:
    """An office without a body of its own ("Coordinator", "Head of the Road Department"), since one stands on the line below."""
    if len(text) > _LONGEST or not (_MARKS - {"/"}).isdisjoint(text) or fold(text) in role_words("sure_roles"):
        return False
    label = read_role_label(text)
    if label is not None and (label.plain or label.plural):
        return False
    inside = split_office(text)
    alone = inside is None or (
        organization_score(body) >= 0.65 and not inside.strong and not is_known_organization(text[inside.body_start : inside.body_end])
    )
    return (title_score(text) >= 0.7 or fold(text).strip(".") in honorifics("title")) and alone


def _may_be_body(text: str) -> bool:
    """Whether words may name a body that nothing tells of: no known given name, no office, no role, no place, no prose."""
    if not text or len(text) > _LONGEST or begins_small(text) or ":" in text or is_prose(text) or read_role_label(text):
        return False
    place = place_of(text)
    known = is_known_name(text) or country_code(text) is not None
    return (place is None or text.isupper()) and not known and title_score(text) < 0.7


def _is_strange(text: str) -> bool:
    """Two or more words that read like a name, whose first is no given name that is known."""
    return _is_bare_name(text) and " " in text and not is_given(text) and organization_score(text) < 0.55
