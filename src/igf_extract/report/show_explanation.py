"""An ``Explanation`` on the screen: tables cut to the terminal's width, or plain full lines where the output is a file or a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from igf_extract.model import Claim
from igf_extract.report.explain import ExplainedLine, Explanation, Reading, names_in_prose
from igf_extract.report.screen import Row, show_rows

if TYPE_CHECKING:
    from rich.console import Console

UNCLAIMED = "(unclaimed)"
CERTAIN = 99  # margins are cut off here; a label that is printed has no real competitor
NARROW = 110  # terminals below this many columns show no runner-up
PEOPLE_HEAD = "name | title | organization | group | region | country"


def show_explanation(explanation: Explanation, console: Console) -> None:
    """Prints the head, the lines, the values, the people, the names in prose and the problems."""
    for line in _head(explanation):
        console.print(line, highlight=False, markup=False, soft_wrap=True)
    _show_lines(console, explanation)
    show_rows(console, "Values", ("line", "field", "rule", "sure", "value"), [_reading_row(r, explanation) for r in explanation.readings])
    show_rows(console, "People", ("line", "role", "rule", "sure", PEOPLE_HEAD), [_reading_row(r, explanation) for r in explanation.people])
    names = [(label, source, str(count), text) for label, text, source, count in names_in_prose(explanation.document)]
    show_rows(console, "Names", ("label", "source", "times", "name"), names)
    problems = [(str(p.severity), p.code, p.message) for p in explanation.document.problems]
    show_rows(console, "Problems", ("severity", "code", "message"), problems)


def _head(explanation: Explanation) -> Iterator[str]:
    document = explanation.document
    layout = document.layout or "no known layout"
    second = f" (second: {document.layout_runner_up})" if document.layout_runner_up else ""
    yield f"{document.source}: {document.status}, {document.kind} (sure {document.kind_confidence:.2f}), {layout}{second}"
    yield (
        f"{document.size_bytes:,} bytes of {document.encoding or 'unknown encoding'}, language {document.language or 'not told'}, "
        f"{document.repaired_characters:,} characters repaired, {len(document.sessions)} sessions, {len(document.turns)} turns"
    )
    yield f"{len(explanation.lines):,} lines, {len(explanation.unclaimed):,} of them unclaimed"


def _show_lines(console: Console, explanation: Explanation) -> None:
    head: Row = ("line", "field", "rule", "runner-up", "text")
    rows = [_line_row(line, explanation.document.layout) for line in explanation.lines]
    if console.is_terminal and console.width < NARROW:
        head, rows = head[:3] + head[4:], [row[:3] + row[4:] for row in rows]
    show_rows(console, "Lines", head, rows, _line_style)


def _line_style(row: Row) -> str:
    return "yellow" if UNCLAIMED in row else "dim" if row[1] == "noise" else ""


def _line_row(line: ExplainedLine, layout: str | None) -> Row:
    claim = line.claim
    if claim is None:
        return str(line.number), UNCLAIMED, "", "", line.text
    note = UNCLAIMED if not claim.fits else "(inferred)" if claim.heading_inferred else ""
    field = f"{claim.field} {note}".rstrip()
    rule = claim.evidence.rule
    if layout and rule.startswith(f"{layout}:"):  # the head says which form it is
        rule = f"form{rule.removeprefix(layout)}"
    return str(line.number), field, rule, _runner_up(claim), line.text


def _runner_up(claim: Claim) -> str:
    if claim.runner_up is None or (claim.margin is not None and claim.margin >= CERTAIN):
        return ""
    return claim.runner_up if claim.margin is None else f"{claim.runner_up} -{claim.margin:g}"


def _reading_row(reading: Reading, explanation: Explanation) -> Row:
    several = len(explanation.document.sessions) > 1
    field = f"{reading.session}: {reading.field}" if several else reading.field
    sure = "" if reading.confidence is None else f"{reading.confidence:.2f}"
    return str(reading.line), field, f"{reading.rule} ({reading.method})", sure, reading.value
