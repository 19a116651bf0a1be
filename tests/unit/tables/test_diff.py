"""Two outputs compared: gains, losses, changes."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from tests.build import Page, full_page, session

from igf_extract.tables.build import build
from igf_extract.tables.diff import Change, diff
from igf_extract.tables.publish import OutputError, publish


def output(folder, *documents):
    return publish(build(documents), folder)


def test_equal_outputs_do_not_differ(tmp_path):
    old, new = output(tmp_path / "old", full_page()), output(tmp_path / "new", full_page())
    found = diff(old, new)
    assert not found and list(found.lines()) == [] and found.as_json() == {"missing": [], "tables": {}}


def test_gains_losses_and_changes_are_told_by_key(tmp_path):
    p = Page("x.txt")
    one = session(p, room="Room A")
    q = Page("x.txt")
    other = session(q, room="Room B")
    old = output(tmp_path / "old", p.document(one, sha256="ab" * 32), full_page("a.txt", "2"))
    new = output(tmp_path / "new", q.document(other, sha256="ab" * 32), full_page("a.txt", "3"))
    found = diff(old, new)
    sessions = found.tables["sessions"]
    assert sessions.gained == (("igf2023-ws3",),) and sessions.lost == (("igf2023-ws2",),)
    assert sessions.changed == (Change(("igf2023-ws1",), "room", "Room A", "Room B"),)
    assert not found.tables["persons"]
    lines = list(found.lines(most=1))
    assert "sessions: 1 gained, 1 lost, 1 changed" in lines
    assert "  ~ session_id=igf2023-ws1: room 'Room A' -> 'Room B'" in lines
    assert any(line.startswith("  + and ") for line in lines)
    assert json.loads(json.dumps(found.as_json()))["tables"]["sessions"]["gained"] == [["igf2023-ws3"]]


def test_null_against_a_value_is_a_change(tmp_path):
    p, q = Page("x.txt"), Page("x.txt")
    old = output(tmp_path / "old", p.document(session(p), sha256="ab" * 32))
    new = output(tmp_path / "new", q.document(session(q, room="Room B"), sha256="ab" * 32))
    assert diff(old, new).tables["sessions"].changed == (Change(("igf2023-ws1",), "room", None, "Room B"),)


def test_another_instant_is_a_change(tmp_path):
    morning, noon = (dt.datetime(2023, 10, 9, hour, tzinfo=dt.UTC) for hour in (9, 12))
    p, q = Page("x.txt"), Page("x.txt")
    old = output(tmp_path / "old", p.document(session(p, starts_at=morning), sha256="ab" * 32))
    new = output(tmp_path / "new", q.document(session(q, starts_at=noon), sha256="ab" * 32))
    assert diff(old, new).tables["sessions"].changed == (Change(("igf2023-ws1",), "starts_at", morning, noon),)


def test_a_table_that_one_output_lacks_is_told(tmp_path):
    old, new = output(tmp_path / "old", full_page()), output(tmp_path / "new", full_page())
    (old / "edits.parquet").unlink()
    found = diff(old, new)
    assert found and found.missing == ("edits",) and "edits" in next(found.lines())


def test_a_folder_that_is_no_output_is_refused(tmp_path):
    with pytest.raises(OutputError):
        diff(tmp_path, tmp_path)
