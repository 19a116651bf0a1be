"""Tables in a notebook: types, SQL, one session, and errors that say what to try."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import pandas as pd
import pyarrow.parquet as pq
import pytest
from tests.build import Page, full_page, session

from igf_extract.tables.build import build
from igf_extract.tables.load import UnknownSession, UnknownTable, load
from igf_extract.tables.publish import OutputError, publish
from igf_extract.tables.schema import TABLES


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    p = Page("c.txt")
    tokyo = dt.timezone(dt.timedelta(hours=9))
    start = dt.datetime(2023, 10, 9, 9, tzinfo=tokyo)
    timed = session(p, number="3", title="Time & zones", date=start.date(), starts_at=start, starts_local=start.replace(tzinfo=None))
    documents = [full_page(kind="report"), full_page("b.txt"), full_page("d.txt", "2", "Access for all"), p.document(timed)]
    return publish(build(documents), tmp_path_factory.mktemp("run") / "output")


def test_columns_have_types_that_analysts_can_use(output):
    tables = load(output)
    sessions = tables.sessions
    assert sessions["year"].dtype == pd.Int16Dtype() and sessions["duration_minutes"].isna().sum() == 1
    assert list(sessions["session_type"].cat.categories) == list(TABLES["sessions"].column("session_type").codes)
    assert str(sessions["date"].dtype) == "datetime64[s]" and str(sessions["starts_local"].dtype) == "datetime64[s]"
    assert str(sessions["starts_at"].dtype) == "datetime64[s, UTC]"
    timed = sessions.set_index("session_id").loc["igf2023-ws3"]
    assert timed["starts_at"] == pd.Timestamp("2023-10-09T00:00:00Z") and timed["starts_local"] == pd.Timestamp("2023-10-09 09:00")
    assert isinstance(sessions["title"].dtype, pd.StringDtype)
    assert tables.policy_questions["confidence"].dtype == "float32"
    assert tables.participations["role_inferred"].dtype == pd.BooleanDtype()


def test_a_table_is_read_once_and_is_the_same_by_name(output):
    tables = load(output)
    assert tables.turns is tables.turns is tables["turns"]
    assert tables.tables == tuple(TABLES) and set(TABLES) <= set(dir(tables))
    assert "sessions" in repr(tables) and "3 rows" in repr(tables)


def test_every_table_answers_to_sql(output):
    tables = load(str(output))
    for name in TABLES:
        assert tables.sql(f"SELECT count(*) AS n FROM {name}")["n"][0] == len(tables[name])
    answer = tables.sql("SELECT session_id, starts_at FROM sessions WHERE starts_at IS NOT NULL")
    assert answer["starts_at"][0] == pd.Timestamp("2023-10-09T00:00:00Z")
    assert tables.sql("SET threads = 1").empty


def test_the_characters_behind_a_row_can_be_shown_with_sql(output):
    query = """SELECT o.text, d.text[o.char_start + 1 : o.char_end] AS quote FROM outcomes o JOIN documents d USING (document_id)"""
    answer = load(output).sql(query)
    assert len(answer) == 4 and all(quote == f"- {text}" for text, quote in zip(answer["text"], answer["quote"], strict=True))


def test_the_characters_behind_any_rows_can_be_shown(output):
    tables = load(output)
    assert list(tables.quotes(tables.outcomes)) == ["- Publish them.", "- Standards help."] * 2
    chosen = tables.mentions[tables.mentions["label"] == "PERSON"]
    assert set(tables.quotes(chosen)) == {"Bo Lind"} and tables.quotes(chosen).index.equals(chosen.index)
    assert tables.quotes(tables.problems.assign(document_id="x")).empty


def test_one_session_with_everything_about_it(output):
    view = load(output).session("igf2023-ws1")
    assert view.title == "Trust in connected things" and view.seating is None
    assert list(view.documents["source"]) == ["b.txt", "a.txt"]  # the leading one first
    assert list(view.participations["name"].dropna()) == ["Ana Ruiz", "Bo Lind"]
    assert len(view.sections) == 2 and len(view.turns) == 2
    quotes = view.evidence().set_index("column")["quote"]
    assert quotes["room"] == "Room A" and quotes["title"] == view.title
    shown = repr(view)
    for words in ("igf2023-ws1", "Trust in connected things", "Ana Ruiz, Open Net Trust, civil_society", "Who pays?", "16"):
        assert words in shown
    assert "<pre>" in view._repr_html_()
    with pytest.raises(AttributeError, match="nonsense"):
        _ = view.nonsense


def test_a_session_without_title_can_be_shown(tmp_path):
    p = Page()
    view = load(publish(build([p.document(session(p, year=None, title=None))]), tmp_path / "o")).session
    assert "(no title)" in repr(view(f"doc-{p.document().sha256[:16]}-1"))


def test_views_can_be_copied_and_pickled(output):
    view = load(output).session("igf2023-ws1")
    assert copy.copy(view).title == pickle.loads(pickle.dumps(view)).title == view.title


def test_errors_suggest_what_is_close(output, tmp_path):
    tables = load(output)
    with pytest.raises(UnknownTable, match=r"did you mean sessions"):
        _ = tables.session_
    with pytest.raises(UnknownTable, match=r"it has documents, sessions"):
        _ = tables["xyz"]
    with pytest.raises(UnknownSession, match=r"did you mean igf2023-ws"):
        tables.session("igf2023-ws99")
    with pytest.raises(OutputError, match=r"there is no folder .*outptu \(did you mean output\?\)"):
        load(output.with_name("outptu"))
    with pytest.raises(OutputError, match="holds no tables"):
        load(tmp_path)
    assert not hasattr(tables, "_repr_mimebundle_")


def test_a_table_may_be_a_folder_of_part_files(output, tmp_path):
    folder = tmp_path / "parts"
    folder.mkdir()
    for name in TABLES:
        table = pq.read_table(output / f"{name}.parquet")
        (folder / name).mkdir()
        half = table.num_rows // 2
        pq.write_table(table.slice(0, half), folder / name / "part-00000.parquet")
        pq.write_table(table.slice(half), folder / name / "part-00001.parquet")
    tables, whole = load(folder), load(output)
    assert repr(tables).split("\n")[1:] == repr(whole).split("\n")[1:]
    for name in TABLES:
        pd.testing.assert_frame_equal(tables[name], whole[name])
    assert tables.sql("SELECT count(*) AS n FROM sections")["n"][0] == len(whole.sections)
    assert repr(tables.session("igf2023-ws2")) == repr(whole.session("igf2023-ws2"))
