"""The summary of a run as a person likes to read it: small tables, 80 columns, plain where the output is not a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from igf_extract.report.screen import titled_table
from igf_extract.report.summary import Share, Summary, lines_of_problems

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

STATUSES = ("parsed", "partial", "rejected", "duplicate")
WIDTH_OF_TYPES = 50  # what is left of 80 columns for the types of sessions; those that do not fit are added up
SHOWN_PROBLEMS = 10


def show_summary(summary: Summary, console: Console) -> None:
    """Prints ``summary``."""
    total = sum(summary.documents.values())
    if total == 0:
        console.print(f"No documents were found; the tables in {summary.output} are empty.", highlight=False)
        return
    took = "" if summary.seconds is None else f" in {_duration(summary.seconds)}"
    noun = "document" if total == 1 else "documents"
    console.print(f"\n{total:,} {noun}{took}", style="bold", highlight=False)
    for table in _tables(summary):
        console.print()
        console.print(table)
    _show_end(summary, console)


def _tables(summary: Summary) -> Iterable[Table]:
    yield _documents(summary)
    if summary.sessions:
        yield _sessions(summary)
    if summary.roles:
        yield _roles(summary.roles)
    if summary.sessions:
        yield _filled(summary.filled)
    if summary.layouts:
        yield _layouts(summary.layouts)
    if summary.problems:
        yield _problems(summary.problems)


def _table(title: str, *numbers: str, first: str = "") -> Table:
    table = titled_table(title)
    table.add_column(first, no_wrap=True, min_width=18)
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _number(count: int) -> str:
    return f"{count:,}" if count else "-"


def _documents(summary: Summary) -> Table:
    of_kind = Counter[str]()
    for (kind, _), count in summary.documents.items():
        of_kind[kind] += count
    table = _table("Documents", *STATUSES, "all", first="kind")
    for kind, _ in of_kind.most_common():
        counts = [summary.documents.get((kind, status), 0) for status in STATUSES]
        table.add_row(kind, *map(_number, counts), _number(sum(counts)))
    return table


def _sessions(summary: Summary) -> Table:
    types = Counter[str | None]()
    for (_, session_type), count in summary.sessions.items():
        types[session_type] += count
    shown = _that_fit([name for name, _ in sorted(types.items(), key=lambda item: (-item[1], item[0] or "")) if name])
    table = _table("Sessions", *(name.replace("_", " ") for name in shown), "other", "all", first="year")
    for year in dict.fromkeys(year for year, _ in summary.sessions):
        of_year = {kind: count for (y, kind), count in summary.sessions.items() if y == year}
        counts = [of_year.get(name, 0) for name in shown]
        everything = sum(of_year.values())
        table.add_row("not said" if year is None else str(year), *map(_number, [*counts, everything - sum(counts), everything]))
    return table


def _that_fit(names: Sequence[str]) -> list[str]:
    widths = accumulate(len(name) + 2 for name in names)
    return [name for name, width in zip(names, widths, strict=True) if width <= WIDTH_OF_TYPES]


def _roles(roles: Mapping[str, int]) -> Table:
    table = _table("Participations", "rows", first="role")
    for role, count in sorted(roles.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(role.replace("_", " "), _number(count))
    return table


def _filled(filled: Mapping[str, Share]) -> Table:
    """Sessions left, participations right: the share of rows in which a field is filled."""
    table = _table("Filled fields", "filled", first="of sessions")
    table.add_column("of participations", no_wrap=True, min_width=18)
    table.add_column("filled", justify="right", no_wrap=True)
    sessions = [(name, share) for name, share in filled.items() if "." not in name]
    people = [(name.partition(".")[2], share) for name, share in filled.items() if "." in name]
    for index in range(max(len(sessions), len(people))):
        cells = [_filled_cells(rows[index]) if index < len(rows) else ("", "") for rows in (sessions, people)]
        table.add_row(*cells[0], *cells[1])
    return table


def _filled_cells(row: tuple[str, Share]) -> tuple[str, str]:
    name, share = row
    return name, "" if share.share is None else f"{share.share:.0%}"


def _layouts(layouts: Mapping[str, tuple[int, Share]]) -> Table:
    """The forms of the pages, and the share of their lines that no rule claimed."""
    table = _table("Layouts", "documents", "unclaimed lines", first="form")
    for name, (documents, claimed) in sorted(layouts.items(), key=lambda item: (-item[1][0], item[0])):
        table.add_row(name, _number(documents), "" if claimed.share is None else f"{1 - claimed.share:.1%}")
    return table


def _problems(problems: Mapping[str, int]) -> Table:
    table = _table("Things to look at", "rows", first="problem")
    table.add_column("meaning", overflow="fold")
    rows = lines_of_problems(problems)
    styles = {"error": "red", "warning": "yellow", "info": ""}
    for severity, code, count, meaning in rows[:SHOWN_PROBLEMS]:
        table.add_row(code, _number(count), meaning, style=styles[severity])
    if len(rows) > SHOWN_PROBLEMS:
        table.add_row(f"{len(rows) - SHOWN_PROBLEMS} more kinds", "", "see the table problems", style="dim")
    return table


def _show_end(summary: Summary, console: Console) -> None:
    for note in summary.notes:
        console.print(f"note: {note}", style="yellow", highlight=False, markup=False, soft_wrap=True)
    rows = sum(summary.rows.values())
    console.print(f"\n{len(summary.rows)} tables with {rows:,} rows are in {summary.output}", highlight=False, soft_wrap=True)
    console.print(
        f"Next: igf-extract validate {summary.output}, or in Python:\n"
        f"  import igf_extract; tables = igf_extract.load({summary.output!r}); tables.sessions",
        highlight=False,
        soft_wrap=True,
        markup=False,
    )


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s"
