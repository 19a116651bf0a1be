"""The summary counts what stands in the tables and fits 80 columns."""

from __future__ import annotations

import io
import json

import pyarrow as pa
from rich.console import Console

from igf_extract.report.console import show_summary
from igf_extract.report.summary import PERSON_FIELDS, SESSION_FIELDS, Summary, lines_of_problems, summarize


def tables() -> dict[str, pa.Table]:
    sessions = {name: [None, None, None] for name in SESSION_FIELDS}
    sessions |= {"title": ["A", "B", None], "year": [2023, 2023, None], "session_type": ["workshop", "town_hall", None]}
    people = {name: [None, None] for name in PERSON_FIELDS} | {"role": ["speaker", "organizer"], "organization": ["X", None]}
    return {
        "documents": pa.table(
            {
                "kind": ["session", "session", "unreadable"],
                "status": ["parsed", "duplicate", "rejected"],
                "layout": ["workshop-2023/labels_kept", "workshop-2023/flattened", None],
                "line_count": [30, 10, 0],
                "unclaimed_line_count": [1, 1, 0],
            }
        ),
        "sessions": pa.table(sessions),
        "participations": pa.table(people),
        "problems": pa.table({"code": ["no_title", "no_title", "empty"]}),
    }


def shown(summary: Summary) -> str:
    stream = io.StringIO()
    show_summary(summary, Console(file=stream, width=80))
    return stream.getvalue()


def test_counts() -> None:
    summary = summarize(tables(), "output")
    assert summary.documents == {("session", "duplicate"): 1, ("session", "parsed"): 1, ("unreadable", "rejected"): 1}
    assert summary.sessions == {(2023, "town_hall"): 1, (2023, "workshop"): 1, (None, None): 1}
    assert list(summary.sessions)[-1] == (None, None)
    assert summary.filled["title"].share == 2 / 3
    assert summary.filled["participations.organization"].filled == 1
    assert summary.rejected_share == 1 / 3


def test_unclaimed_lines_are_shown_for_each_layout() -> None:
    summary = summarize(tables(), "output")
    documents, claimed = summary.layouts["workshop-2023"]
    assert (documents, claimed.filled, claimed.total) == (2, 38, 40)
    assert "5.0%" in shown(summary)


def test_json_can_be_written() -> None:
    plain = json.loads(json.dumps(summarize(tables(), "output", 1.5).to_json()))
    assert plain["seconds"] == 1.5
    assert {"year": None, "session_type": None, "sessions": 1} in plain["sessions"]


def test_shown_in_80_columns_without_control_codes() -> None:
    text = shown(summarize(tables(), "output", 61.2))
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text
    assert "3 documents in 1 min 01 s" in text
    assert "not said" in text
    assert "67%" in text


def test_no_documents() -> None:
    empty = {name: table.slice(0, 0) for name, table in tables().items()}
    assert "No documents were found" in shown(summarize(empty, "output"))


def test_errors_come_before_frequent_remarks() -> None:
    assert [row[1] for row in lines_of_problems({"no_title": 90, "empty": 1, "layout_tie": 3})] == ["empty", "layout_tie", "no_title"]
