"""An output made from label files scores as labelled; each change of a value moves the counts of its field and of no other."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import igf_extract
from igf_extract.model import Document, Evidence, Fact, Mention, Outcome, Participation, Section, Session, Span, Theme
from igf_extract.report.evaluation.evaluate import Evaluation, evaluate
from igf_extract.report.evaluation.judged import Confusion, Group
from igf_extract.report.evaluation.labels import EvaluationError
from igf_extract.report.evaluation.tally import Tally
from igf_extract.tables.build import build
from igf_extract.tables.publish import publish

SHARED = Path(__file__).parents[4].parent / "shared"
TEXT = "A Talk about Ice\nAnn Lee of Ice Lab greets ICANN."
LABELS: dict[str, Any] = {
    "doc": "ice.txt",
    "kind": "session",
    "language": "en",
    "sessions": [
        {
            "year": 2021,
            "title": "A Talk about Ice",
            "themes": ["Ice"],
            "starts_at": "2021-12-07T10:00:00",
            "participants": [{"role": "speaker", "name": "Ann Lee", "organization": "Ice Lab", "country": None}],
            "takeaways": ["Ice is cold and it stays cold."],
            "sections": [{"field": "description", "begins": "Ann Lee", "ends": "ICANN."}],
        }
    ],
    "entities": [{"text": "Ann Lee", "label": "PERSON"}, {"text": "Ice Lab", "label": "ORG"}, {"text": "ICANN", "label": "ORG"}],
}


def at(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(Span(start, start + len(words)), "test")


def mention(words: str, label: str, source: str) -> Mention:
    return Mention(at(words).span, label, words, source)


def document() -> Document:
    import datetime as dt

    session = Session(
        year=Fact(2021, at("Ice")),
        title=Fact("A Talk about Ice", at("A Talk about Ice")),
        themes=(Theme(theme="Ice", evidence=at("Ice")),),
        starts_local=Fact(dt.datetime(2021, 12, 7, 10), at("Ice")),
        participations=(Participation(role="speaker", evidence=at("Ann Lee"), name="Ann Lee", organization="Ice Lab"),),
        outcomes=(Outcome(kind="key_takeaway", text="Ice is cold, and it stays cold", evidence=at("Ice")),),
    )
    line = TEXT.splitlines()[1]
    return Document(
        source="in/ice.txt",
        sha256="a" * 64,
        text=TEXT,
        kind="session",
        language="en",
        sessions=(session,),
        sections=(Section("description", line, at(line), session_index=0),),
        mentions=(mention("Ann Lee", "PERSON", "roster"), mention("Ice Lab", "ORG", "model"), mention("ICANN", "ORG", "gazetteer")),
    )


def evaluated(tmp_path: Path, made: Document, labels: dict[str, Any] = LABELS) -> Evaluation:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "ice.json").write_text(json.dumps(labels), encoding="utf-8")
    return evaluate(gold, publish(build([made]), tmp_path / "output"))


def wrong(evaluation: Evaluation) -> dict[str, tuple[int, int]]:
    return {name: (s.tally.extra, s.tally.missed) for name, s in evaluation.fields.items() if s.tally.extra or s.tally.missed}


def test_all_right(tmp_path: Path) -> None:
    evaluation = evaluated(tmp_path, document())
    assert not wrong(evaluation)
    assert evaluation.records == Tally(right=1)
    assert evaluation.overall.f1 == 1.0
    assert not evaluation.confusions
    assert {"takeaways", "starts_at", "participant_organization", "sections", "mentions_org"} <= evaluation.fields.keys()


def test_a_wrong_value_counts_as_extra_and_missed(tmp_path: Path) -> None:
    made = document()
    evaluation = evaluated(tmp_path, replace(made, sessions=(replace(made.sessions[0], title=Fact("Ice", at("Ice"))),)))
    assert wrong(evaluation) == {"title": (1, 1)}
    assert evaluation.records == Tally(missed=1)
    assert evaluation.confusions == {Confusion("title", "a talk about ice", "ice"): 1}


def test_a_person_in_a_wrong_role_loses_the_details(tmp_path: Path) -> None:
    made = document()
    moved = replace(made.sessions[0].participations[0], role="moderator")
    evaluation = evaluated(tmp_path, replace(made, sessions=(replace(made.sessions[0], participations=(moved,)),)))
    assert wrong(evaluation) == {"participants": (1, 1), "participant_organization": (0, 1)}
    assert Confusion("participants", "speaker: ann lee", None) in evaluation.confusions


def test_names_by_part_and_source(tmp_path: Path) -> None:
    made = document()
    evaluation = evaluated(tmp_path, replace(made, mentions=(made.mentions[0], mention("Ice", "ORG", "model"), made.mentions[2])))
    # "Ice" is first found in the title, which is no running text
    assert wrong(evaluation) == {"mentions_org": (0, 1)}
    assert evaluation.names[Group("known", "in a list", "ORG")] == Tally(right=1)
    assert evaluation.names[Group("known", "on the page", "ORG")] == Tally(missed=1)
    assert evaluation.names[Group("language", "en", "PERSON")] == Tally(right=1)
    assert evaluation.sources["ORG", "gazetteer"] == Tally(right=1)


def test_an_absent_document_is_all_missed(tmp_path: Path) -> None:
    evaluation = evaluated(tmp_path, replace(document(), source="in/fire.txt"))
    assert evaluation.absent == ("ice.txt",)
    assert evaluation.fields["kind"].tally == Tally(extra=1, missed=1)
    assert evaluation.overall.right == 0


def test_what_is_no_label_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no folder"):
        evaluate(tmp_path / "nothing", tmp_path)
    (tmp_path / "gold").mkdir()
    with pytest.raises(EvaluationError, match="did you mean"):
        evaluate(tmp_path, tmp_path)
    (tmp_path / "gold" / "x.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(EvaluationError, match="kind"):
        evaluate(tmp_path / "gold", tmp_path)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled documents (../shared) are not on this machine")
@pytest.mark.parametrize(("folder", "half"), [("seeds", None), ("devset", "b")])
def test_agrees_with_the_outside_scorer(tmp_path: Path, folder: str, half: str | None) -> None:
    gold = SHARED / folder / "gold"
    output = tmp_path / "output"
    igf_extract.extract(SHARED / folder / "docs", output, settings=igf_extract.Settings(workers=1, model="none"))
    scores = tmp_path / "scores.json"
    command = [sys.executable, SHARED / "score" / "score.py", gold, output, "--json", scores, *(["--half", half] if half else [])]
    subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=120)
    outside = json.loads(scores.read_text(encoding="utf-8"))
    ours = evaluate(gold, output, half).as_json()
    for name, row in outside["fields"].items():
        if name == "whole_records":
            continue
        for share in ("precision", "recall", "f1"):
            assert ours["fields"][name][share] == pytest.approx(row[share], abs=0.001), (name, share)
    assert outside["fields"].keys() - {"whole_records"} == ours["fields"].keys()
    assert ours["overall_f1"] == pytest.approx(outside["overall_f1"], abs=0.001)
    assert ours["mean_field_f1"] == pytest.approx(outside["mean_field_f1"], abs=0.001)
    assert (ours["whole_records"]["share"] or 0) == pytest.approx(outside["whole_records"], abs=0.001)
