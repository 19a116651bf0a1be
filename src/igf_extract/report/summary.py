"""What a run gave, in counts: read from the finished tables, shown to a person or written as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from igf_extract.model import PROBLEMS

SESSION_FIELDS = ("title", "year", "session_type", "number", "date", "starts_local", "format", "duration_minutes", "description")
PERSON_FIELDS = ("organization", "title", "stakeholder_group", "regional_group", "country_code")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``total`` rows have a value."""

    filled: int
    total: int

    @property
    def share(self) -> float | None:
        """In [0, 1]; None of no rows."""
        return self.filled / self.total if self.total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts over the tables of one output.

    Keys that are None stand for "not said in the text". ``rows`` gives the number of rows of each table; ``seconds`` is
    the wall-clock time of the run, or None where the summary was made from tables alone.
    """

    output: str
    rows: Mapping[str, int]
    documents: Mapping[tuple[str, str], int]
    """(kind, status) -> documents"""
    sessions: Mapping[tuple[int | None, str | None], int]
    """(year, session type) -> sessions"""
    roles: Mapping[str, int]
    """role -> participations"""
    filled: Mapping[str, Share]
    """column -> how often it is filled; columns of participations are prefixed with ``participations.``"""
    problems: Mapping[str, int]
    """code -> problems"""
    layouts: Mapping[str, tuple[int, Share]] = field(default_factory=dict)
    """form of the pages -> (documents, how many of their lines a rule claimed)"""
    seconds: float | None = None
    notes: tuple[str, ...] = ()
    """Sentences about the run itself, such as decisions that no entry answers to"""

    @property
    def rejected_share(self) -> float:
        """Share of the documents that could not be read at all, in [0, 1]."""
        total = sum(self.documents.values())
        return sum(count for (_, status), count in self.documents.items() if status == "rejected") / total if total else 0.0

    def to_json(self) -> dict[str, Any]:
        """The same as plain lists and dictionaries, for ``json.dumps``."""
        plain = asdict(self)
        plain["documents"] = [{"kind": k, "status": s, "documents": n} for (k, s), n in self.documents.items()]
        plain["sessions"] = [{"year": y, "session_type": t, "sessions": n} for (y, t), n in self.sessions.items()]
        plain["rejected_share"] = self.rejected_share
        return plain


def summarize(tables: Mapping[str, Any], output: str, seconds: float | None = None) -> Summary:
    """Counts what stands in ``tables`` (name -> ``pyarrow.Table``)."""
    filled = {name: _filled(tables["sessions"], name) for name in SESSION_FIELDS}
    filled |= {f"participations.{name}": _filled(tables["participations"], name) for name in PERSON_FIELDS}
    return Summary(
        output=output,
        rows={name: table.num_rows for name, table in tables.items()},
        documents=_count(tables["documents"], "kind", "status"),
        sessions=_count(tables["sessions"], "year", "session_type"),
        roles={role: count for (role,), count in _count(tables["participations"], "role").items()},
        filled=filled,
        problems={code: count for (code,), count in _count(tables["problems"], "code").items()},
        layouts=_layouts(tables["documents"]),
        seconds=seconds,
    )


def _layouts(documents: Any) -> dict[str, tuple[int, Share]]:
    counts: dict[str, list[int]] = {}
    columns = (documents.column(name).to_pylist() for name in ("layout", "line_count", "unclaimed_line_count"))
    for layout, lines, unclaimed in zip(*columns, strict=True):
        if layout is not None:
            count = counts.setdefault(layout.partition("/")[0], [0, 0, 0])
            count[0], count[1], count[2] = count[0] + 1, count[1] + lines, count[2] + unclaimed
    return {name: (number, Share(lines - unclaimed, lines)) for name, (number, lines, unclaimed) in sorted(counts.items())}


def _count(table: Any, *columns: str) -> dict[Any, int]:
    counts = Counter(zip(*(table.column(name).to_pylist() for name in columns), strict=True))
    return dict(sorted(counts.items(), key=lambda item: tuple((value is None, value) for value in item[0])))


def _filled(table: Any, column: str) -> Share:
    return Share(table.num_rows - table.column(column).null_count, table.num_rows)


def lines_of_problems(problems: Mapping[str, int]) -> Sequence[tuple[str, str, int, str]]:
    """(severity, code, count, meaning), the most severe and most frequent first."""
    order = {"error": 0, "warning": 1, "info": 2}
    rows = [(str(PROBLEMS[code][0]), code, count, PROBLEMS[code][1]) for code, count in problems.items()]
    return sorted(rows, key=lambda row: (order[row[0]], -row[2], row[1]))
