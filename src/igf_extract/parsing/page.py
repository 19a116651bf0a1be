"""One page, or one piece of a listing: noise set aside, labels found, the best form and mode chosen.

Consumes the lines of the piece; produces a ``Page``: the runs of lines that belong to one slot each, in order, with the
headings that were printed or lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from igf_extract.model import Claim, Evidence, Fact, Line, Method
from igf_extract.parsing.align import SURE, placements
from igf_extract.parsing.aside import banner_year, glued_title, head_facts, heads_of, is_of_site, is_tab, second_printing
from igf_extract.parsing.fields.title import TitleReading
from igf_extract.parsing.flat import cut_flat_lines
from igf_extract.parsing.lines import part_of
from igf_extract.parsing.neighbours import with_open_persons
from igf_extract.parsing.page_form import best_lattices, type_of, year_of
from igf_extract.parsing.page_items import items_of
from igf_extract.parsing.page_runs import TITLE_LINE, Run, claims_of, runs_of, with_own_people, with_speakers_last, with_text_on_format
from igf_extract.parsing.page_title import find_title, title_of_archive
from igf_extract.parsing.wrapped import claims_of_all, unwrapped
from igf_extract.vocab.forms import Form
from igf_extract.vocab.noise import noise_rule

__all__ = ["TITLE_LINE", "Page", "Run", "read_page"]

_ROWS = 3  # lines that end with a bar from which on a page is a table
_SITE = 3  # lines above the title from which on they name the site


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of text as runs of lines, and how sure its form is."""

    form: Form
    layout: str
    runner_up: str | None
    tie: float
    title: TitleReading | None
    title_lines: tuple[Line, ...]
    runs: tuple[Run, ...]
    claims: tuple[Claim, ...]
    unclaimed: tuple[Line, ...]
    year: Fact[int] | None = None
    session_type: Fact[str] | None = None  # of all sessions below the page's head ("Best Practice Forums 2009 - Reports")


def _trimmed(line: Line) -> Line:
    """The line without the bar that ends a table cell in some copies."""
    text = line.text
    if not text.endswith("|"):
        return line
    return part_of(line, 0, len(text.rstrip("| \t")))


def _rows(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that are rows of a table, by index: those that end with its bar and, where several do, those right below one, whose
    row ends further down."""
    ends = [at for at, line in enumerate(lines) if line.text.endswith("|")]
    below = [at + 1 for at in ends if at + 1 < len(lines)] if len(ends) >= _ROWS else []
    return frozenset(lines[at].index for at in (*ends, *below))


def _without(lines: Sequence[Line], aside: Sequence[tuple[Line, str]]) -> list[Line]:
    gone = {id(line) for line, _ in aside}
    return [line for line in lines if id(line) not in gone]


def read_page(lines: Sequence[Line], kind: str | None = None) -> Page | None:
    """Aligns the lines of one page or piece; ``kind`` is that of the document, where it is known. None where no line but noise is left."""
    printed = lines
    lines, heads = cut_flat_lines(with_open_persons(unwrapped(lines)))
    cells = _rows(lines) if not heads else frozenset(line.index for line in lines)
    lines = [_trimmed(line) for line in lines if line.text.strip("| ")]
    above, named = _set_aside(lines)
    lines = _without(lines, above)
    head_year, head_type = head_facts(named)
    title, first, last = _title_at(lines)
    site = [(line, "above_title") for line in lines[:first] if is_of_site(line)] if first >= _SITE else []
    lines, first, last = _without(lines, site), first - len(site), last - len(site)
    lines, again = _unglued(lines, title, last)
    items, noise = items_of(lines, (first, last), cells, heads, title, kind)
    if not items:
        return None
    aside = [*above, *site, *again, *noise]
    banner = head_year or banner_year(aside)
    session_type = type_of(items, title)
    session_type = session_type if session_type or head_type is None else head_type.value
    winner, second = best_lattices(items, session_type, year_of(items, title, banner), kind)
    placed = with_speakers_last(items, placements(winner), winner.slots)
    placed = with_text_on_format(items, with_own_people(items, placed))
    claims = _claims((*claims_of(items, winner, placed), *map(_noise_claim, aside)), printed)
    misfits = {claim.line for claim in claims if not claim.fits}
    return Page(
        form=winner.form,
        layout=f"{winner.form.name}/{winner.mode.name}",
        runner_up=f"{second.form.name}/{second.mode.name}" if second is not None else None,
        tie=winner.score - second.score if second is not None else SURE,
        title=title,
        title_lines=tuple(lines[first:last]),
        runs=runs_of(items, placed),
        claims=claims,
        unclaimed=tuple(item.line for item in items if item.line.index in misfits),
        year=banner,
        session_type=head_type,
    )


def _set_aside(lines: Sequence[Line]) -> tuple[list[tuple[Line, str]], list[Line]]:
    """The lines that stand for the site and not for the page, each with its rule: the name of its tab, a second printing, the lines that
    name the meeting; and these once more alone. Noise that a line tells by itself is found later."""
    kept = _without_noise(lines)
    again = second_printing(kept)
    tab = int(bool(kept) and is_tab(kept[0], kept[1:]))
    named = heads_of(kept[tab:again])
    rows = ((kept[:tab], "tab"), (kept[again:], "second_printing"), (named, "page_head"))
    return [(line, rule) for group, rule in rows for line in group], named


def _without_noise(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if noise_rule(line.text) is None]


def _title_at(lines: Sequence[Line]) -> tuple[TitleReading | None, int, int]:
    """The title's reading and the range of ``lines`` that it takes, noise inside it included; an empty range where there is none."""
    kept = _without_noise(lines)
    title, first, last = find_title(kept)
    if title is None:
        title, first, last = title_of_archive(kept)
    if last:
        first, last = (next(i for i, line in enumerate(lines) if line is kept[at]) for at in (first, last - 1))
        last += 1
    return title, first, last


def _unglued(lines: Sequence[Line], title: TitleReading | None, below: int) -> tuple[list[Line], list[tuple[Line, str]]]:
    """The lines without the title that is printed again right below itself, glued to the first label; and this title with its rule."""
    if title is None or title.title is None or below >= len(lines):
        return list(lines), []
    pair = glued_title(lines[below], title.title.value)
    return (list(lines), []) if pair is None else ([*lines[:below], pair[1], *lines[below + 1 :]], [(pair[0], "second_printing")])


def _noise_claim(noise: tuple[Line, str]) -> Claim:
    line, rule = noise
    return Claim(line.index, "noise", Evidence(line.span, f"noise:{rule}", Method.LEXICON))


def _claims(claims: Sequence[Claim], printed: Sequence[Line]) -> tuple[Claim, ...]:
    """The claims in the order of the page, for every line as it was ``printed``."""
    return claims_of_all(sorted(claims, key=lambda claim: claim.line), printed)
