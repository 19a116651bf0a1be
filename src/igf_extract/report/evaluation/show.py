"""An evaluation as a person likes to read it: tables of 100 columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from igf_extract.report.evaluation.evaluate import Evaluation, Interval
from igf_extract.report.screen import titled_table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_MOST = 30
_WIDEST = 40


def show_evaluation(evaluation: Evaluation, console: Console) -> None:
    """Prints ``evaluation``."""
    for table in (_fields(evaluation), _sources(evaluation), _names(evaluation), _confusions(evaluation)):
        if table.row_count:
            console.print(table)
            console.print()
    absent, records = evaluation.absent, evaluation.records
    if absent:
        console.print(f"labelled documents that the output lacks: {len(absent)}: {', '.join(absent[:5])}", highlight=False)
    console.print(
        f"{evaluation.documents} documents, overall F1 {_share(evaluation.overall.f1)}, mean of the fields {_share(evaluation.mean_f1)}, "
        f"whole records right {_share(records.recall)} ({_range(evaluation.records_interval)}) of {records.right + records.missed}",
        highlight=False,
    )


def _table(title: str, texts: Iterable[str], numbers: Iterable[str]) -> Table:
    table = titled_table(title)
    for name in texts:
        table.add_column(name, no_wrap=True)
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _fields(evaluation: Evaluation) -> Table:
    table = _table("Fields", ["field"], ["precision", "recall", "F1", "95 %", "labelled", "found"])
    for name, score in evaluation.fields.items():
        t = score.tally
        shares = [_share(t.precision), _share(t.recall), _share(t.f1), _range(score.interval)]
        table.add_row(name, *shares, str(t.right + t.missed), str(t.right + t.extra))
    return table


def _sources(evaluation: Evaluation) -> Table:
    table = _table("Names in prose by source", ["label", "source"], ["precision", "right", "extra"])
    for (label, source), t in sorted(evaluation.sources.items()):
        table.add_row(label, source, _share(t.precision), str(t.right), str(t.extra))
    return table


def _names(evaluation: Evaluation) -> Table:
    table = _table("Names in prose by part", ["by", "part", "label"], ["precision", "recall", "F1", "labelled"])
    for group, t in sorted(evaluation.names.items()):
        table.add_row(group.by, group.value, group.label, _share(t.precision), _share(t.recall), _share(t.f1), str(t.right + t.missed))
    return table


def _confusions(evaluation: Evaluation) -> Table:
    table = _table("Most frequent confusions", ["field", "labelled", "found"], ["count"])
    for confusion, count in evaluation.most_frequent(_MOST):
        table.add_row(confusion.field, _cut(confusion.expected), _cut(confusion.found), str(count))
    return table


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _range(interval: Interval) -> str:
    return "-" if interval is None else f"{interval[0]:.3f}-{interval[1]:.3f}"


def _cut(value: str | None) -> str:
    from rich.markup import escape

    if value is None:
        return "-"
    return escape(value if len(value) <= _WIDEST else value[: _WIDEST - 1] + "…")
