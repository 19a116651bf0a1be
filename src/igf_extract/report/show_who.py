"""A ``Who`` on the screen: what an id rests on, in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from igf_extract.report.screen import show_rows
from igf_extract.report.who import Who, WhoEntry, WhoLink

if TYPE_CHECKING:
    from rich.console import Console

_ENTRY = ("year", "session", "role", "entry", "name", "organization | group | region | country", "source")
_LINK = ("judgement", "score", "margin", "entry", "with", "reason", "name | organization | id")


def show_who(found: Who, console: Console) -> None:
    """Prints the head, the written names, the entries, the links, the places in prose and the changes of the id."""
    short = f" ({found.acronym})" if found.acronym else ""
    console.print(
        f"{found.kind} {found.id}: {found.name}{short}, sure {found.confidence:.2f}", highlight=False, markup=False, soft_wrap=True
    )
    counts = f"{len(found.entries)} entries, {sum(count for *_, count in found.prose)} mentions, {found.turns} turns"
    console.print(counts, highlight=False)
    show_rows(console, "Names", ("times", "name"), [(str(count), name) for name, count in found.names])
    show_rows(console, "Entries", _ENTRY, [_entry(entry) for entry in found.entries])
    joined = [_link(link) for link in found.links if link.decision == "same"]
    show_rows(console, "Links that joined it", _LINK, joined)
    others = [_link(link) for link in found.links if link.decision != "same"]
    show_rows(console, "Links left open", _LINK, others)
    show_rows(console, "Mentions", ("times", "name", "source"), [(str(n), text, source) for source, text, n in found.prose])
    changes = [(str(run), old, what, str(rows), new or "") for run, old, what, new, rows in found.changes]
    show_rows(console, "Changes of the id", ("run", "old id", "what", "rows", "new id"), changes)


def _entry(entry: WhoEntry) -> tuple[str, ...]:
    details = " | ".join(detail or "-" for detail in (entry.organization, entry.group, entry.region, entry.country))
    place = f"{entry.source}:{entry.char_start}-{entry.char_end}"
    return str(entry.year or "-"), entry.session_id, entry.role, entry.entry_id, entry.name or "-", details, place


def _link(link: WhoLink) -> tuple[str, ...]:
    margin = "" if link.margin is None else f"{link.margin:.1f}"
    other = " | ".join(detail or "-" for detail in (link.other_name, link.other_organization, link.other_id))
    return link.decision, f"{link.score:.2f}", margin, link.mine, link.other, link.reason, other
