"""The schema is whole: every reference, vocabulary and key points to something, and everything is described."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from igf_extract.model import Method, Session, Severity
from igf_extract.tables.column import CODE, vocabulary
from igf_extract.tables.dictionary import dictionary, markdown
from igf_extract.tables.scalars import SCALARS
from igf_extract.tables.schema import TABLES
from igf_extract.vocab.load import DataFileError, read_data

CONTRACT = Path(__file__).parents[4] / "shared" / "TABLES.md"


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_a_table_is_whole(table):
    assert len(set(table.names)) == len(table.names)
    assert all(table.column(name).required for name in table.key)
    for column in table.columns:
        assert column.description
        assert (column.type == CODE) == bool(column.codes), column.name
    for link in table.foreign_keys:
        target = TABLES[link.table]
        assert all(table.column(a).type == target.column(b).type for a, b in zip(link.columns, link.other, strict=True))


def test_every_vocabulary_of_the_data_file_is_used_and_known():
    used = {c.vocabulary for table in TABLES.values() for c in table.columns if c.vocabulary}
    assert used == {*read_data("codes.toml"), "problem"}
    with pytest.raises(DataFileError, match="nonsense"):
        vocabulary("nonsense")


def test_codes_that_the_records_know_too_are_the_same():
    assert [*vocabulary("method")] == [m.value for m in Method]
    assert [*vocabulary("severity")] == [s.value for s in Severity]
    assert [*vocabulary("session_type")] == [row["code"] for row in read_data("session_types.toml")["type"]]


def test_scalars_are_fields_of_the_session_record():
    assert set(SCALARS) <= {field.name for field in dataclasses.fields(Session)}


def test_an_unknown_column_is_told_with_those_there_are():
    with pytest.raises(KeyError, match=r"no column 'nmae'.*person_id"):
        TABLES["persons"].column("nmae")


def test_the_dictionary_names_every_column_and_is_json():
    page, data = markdown(), json.loads(json.dumps(dictionary()))
    assert [table["name"] for table in data["tables"]] == list(TABLES)
    for table, found in zip(TABLES.values(), data["tables"], strict=True):
        assert f"## {table.name}\n" in page
        assert [field["name"] for field in found["schema"]["fields"]] == list(table.names)
        assert found["schema"]["primaryKey"] == list(table.key)
    assert data["vocabularies"]["role"]["rapporteur"] in page
    assert "<" not in re.sub(r"dictionary<string>", "", page)


@pytest.mark.skipif(not CONTRACT.parent.exists(), reason="the folder ../shared with the output contract is not there")
def test_the_schema_holds_the_contract():
    text = CONTRACT.read_text(encoding="utf-8")
    found = dict(re.findall(r"^\| `(\w+)` \|[^|]*\|(.*)\|$", text, re.MULTILINE))
    assert set(found) <= set(TABLES)
    for name, columns in found.items():
        bare = re.sub(r"\([^()]*(\([^()]*\))?[^()]*\)", "", columns)  # remarks
        wanted = set(re.findall(r"`(\w+)`", bare)) - {"theme", "subtheme", "tag"} | ({"theme"} if name == "session_themes" else set())
        assert wanted <= set(TABLES[name].names), name
    for code in re.findall(r"`(\w+)`", text[text.index("## Closed vocabularies") :]):
        known = {c for v in (*read_data("codes.toml"), "problem") for c in vocabulary(v)}
        assert code in known | {*read_data("codes.toml")} | {"session_id", "seating"}, code
