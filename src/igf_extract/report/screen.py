"""Tables on a screen: with a title and without frames; rows of any texts, which cannot steer the terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Row = tuple[str, ...]


def titled_table(title: str) -> Table:
    """An empty table without frames, its title above it."""
    from rich.table import Table

    return Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")


def show_rows(console: Console, title: str, head: Row, rows: Sequence[Row], style: Callable[[Row], str] = lambda row: "") -> None:
    """Prints a titled table, cut to the width of a terminal; full lines elsewhere; nothing where it has no rows.

    ``style``: how a row is coloured on a terminal.
    """
    if not rows:
        return
    console.print(f"\n{title}", style="bold", highlight=False)
    if console.is_terminal:
        _show_table(console, head, rows, style)
    else:
        _show_plain(console, head, rows)


def _show_table(console: Console, head: Row, rows: Sequence[Row], style: Callable[[Row], str]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    for name in head[:-1]:
        table.add_column(name, no_wrap=True, overflow="ellipsis", max_width=24)
    table.add_column(head[-1], no_wrap=True, overflow="ellipsis", ratio=1)
    for row in rows:
        table.add_row(*(Text(_printable(cell)) for cell in row), style=style(row))
    console.print(table)


def _show_plain(console: Console, head: Row, rows: Sequence[Row]) -> None:
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head) - 1)]
    for row in [head, *rows]:
        cells = [_printable(cell).ljust(width) for cell, width in zip(row, widths, strict=False)]
        console.file.write("  ".join([*cells, _printable(row[-1])]).rstrip() + "\n")


def _printable(cell: str) -> str:
    """Line breaks become blanks and control characters question marks, so that no text can steer the terminal."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in cell)
