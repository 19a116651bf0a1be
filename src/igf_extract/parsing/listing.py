"""Cuts a listing into its sessions: which lines belong to which, and what stands outside but holds for one or all of them.

The kinds of listing differ in what opens an entry: a title with its number, a type line above "Updated:", a slot of a
schedule, a slot of a programme, the first label of a repeated form, or a number before a title. The first rule that
finds two entries is taken, surest rule first; lines before the first entry are the listing's own head.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igf_extract.model import Claim, Document, Evidence, Line
from igf_extract.parsing.align import SURE
from igf_extract.parsing.event import MARGIN, slot
from igf_extract.parsing.listing_head import day_of_all, filter_theme, heading_facts
from igf_extract.parsing.listing_inline import RULE, taken_apart
from igf_extract.parsing.listing_rules import RULES, form_pieces
from igf_extract.parsing.listing_slots import under_days
from igf_extract.parsing.page import Page, Run, read_page
from igf_extract.parsing.piece import Piece
from igf_extract.parsing.sched import read_sched
from igf_extract.parsing.sched_list import is_filtered
from igf_extract.vocab.forms import Form
from igf_extract.vocab.kinds import field_keys
from igf_extract.vocab.labels import LABELS

_NUMBERED = Form("numbered-list", "listing", frozenset(), (2006, 2035), {}, ())

__all__ = ["Piece", "read_piece", "split_listing"]


def split_listing(document: Document) -> tuple[Piece, ...]:
    """The sessions of a listing in order; a text in which no entry is found is one piece as a whole."""
    lines = document.lines
    if not lines:
        return ()
    best: list[Piece] = []
    for rule in RULES:
        found = rule(lines)
        if len(found) > len(best):
            best = found
        if len(best) >= 2 or (best and best[0].rule == "sched" and is_filtered(lines)):
            break
    if not best:
        return (Piece(lines[0].index, lines[-1].index + 1, lines[0].index, "whole"),)
    best = _under_headings(lines, best)
    head = lines[: best[0].first]
    common, theme, day = heading_facts(head), filter_theme(head), day_of_all(head, lines)
    return tuple(replace(piece, facts=(*piece.facts, *common), theme=theme, day=day or piece.day) for piece in best)


def _under_headings(lines: Sequence[Line], pieces: list[Piece]) -> list[Piece]:
    """Entries told by their titles: all that bear the same fields where some have a title without a type; and the days above them."""
    if pieces[0].rule not in ("title", "form"):
        return pieces
    alike = form_pieces(lines) if pieces[0].rule == "title" else []
    if len(alike) > len(pieces) and {piece.first for piece in pieces} <= {piece.first for piece in alike}:
        pieces = alike
    return under_days(lines, pieces)


def read_piece(lines: Sequence[Line], piece: Piece) -> Page | None:
    """The page of one entry; ``lines`` are those of the piece. None where nothing but noise is left."""
    if piece.rule == "sched":
        return read_sched(lines, cut=True)
    if piece.rule == "number":
        claims = tuple(Claim(line.index, "title", Evidence(line.span, "listing.number")) for line in lines)
        return Page(_NUMBERED, "numbered-list", None, SURE, None, (), (Run(slot("title"), tuple(lines), None, None, MARGIN),), claims, ())
    if piece.rule == RULE:
        return read_page(list(taken_apart(lines)), "session")
    return read_page(lines, None if _may_report(lines, piece) else "session")


def _may_report(lines: Sequence[Line], piece: Piece) -> bool:
    """Whether an entry may be a report: a date of update or a heading of a report form stands in it."""
    labels = (LABELS().find(line.text) for line in lines)
    keys = field_keys("report")
    return piece.rule == "updated" or any(label is not None and (label.key in keys or label.key == "updated") for label in labels)
