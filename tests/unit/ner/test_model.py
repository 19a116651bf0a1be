from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from igf_extract.ner.model import DEFAULT, ModelError, SpacyModel, load_model


def test_none_is_no_model() -> None:
    assert load_model("none") is None


def test_a_missing_model_says_what_to_try() -> None:
    with pytest.raises(ModelError, match=r"no_such_model.*--model none"):
        load_model("no_such_model")


def test_a_folder_that_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline"):
        load_model(str(tmp_path))


def test_a_pipeline_without_names(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(ModelError, match="does not find PERSON"):
        load_model(str(tmp_path / "empty"))


def test_labels_are_mapped(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(
        [{"label": "PER", "pattern": "Ada"}, {"label": "ORG", "pattern": "Oxfam"}, {"label": "GPE", "pattern": "Oslo"}]
    )
    nlp.to_disk(tmp_path / "toy")
    model = load_model(str(tmp_path / "toy"))
    assert isinstance(model, SpacyModel)
    assert list(model.find(["Ada of Oxfam in Oslo", ""])) == [[(0, 3, "PERSON"), (7, 12, "ORG")], []]


SENTENCES = (  # (before, person, between, body, behind): names that stand in no list
    ("", "Ilse Brandtova", " of the ", "Frozen Lakes Initiative", " spoke about cables."),
    ("", "Ngozi Adebrimfa", " from the ", "Brimfold Bridges Network", " asked why rivers matter."),
    ("Then ", "Tomoko Hirasaki", ", director of ", "Kalmund Open Lab", ", showed a map."),
    ("The reply came from ", "Rafael Quintomar", " and the ", "Alliance for Quiet Ports", "."),
    ("", "Aigul Serikbova", " works at the ", "University of Tarvask", " in the north."),
    ("In her view, ", "Leilani Faumuiva", " said, the ", "Pacific Reef Cable Company", " had promised more."),
    ("", "Samir Belhamdoun", " presented the survey of the ", "Velm Consumers Association", "."),
    ("Questions by ", "Anneke van Dorsten", " were answered by ", "Sendra Telecom", " in writing."),
)


def test_the_shipped_model_finds_names_that_stand_in_no_list() -> None:
    model = load_model()
    assert model is not None
    found = list(model.find(["".join(parts) for parts in SENTENCES]))
    starts = [(len(before), len(before + person + between)) for before, person, between, _, _ in SENTENCES]
    people = [(at, at + len(parts[1]), "PERSON") for (at, _), parts in zip(starts, SENTENCES, strict=True)]
    bodies = [(at, at + len(parts[3]), "ORG") for (_, at), parts in zip(starts, SENTENCES, strict=True)]
    assert sum(person in names for person, names in zip(people, found, strict=True)) >= len(SENTENCES) - 1
    assert sum(body in names for body, names in zip(bodies, found, strict=True)) >= len(SENTENCES) - 2


def test_memory_does_not_grow_with_the_words_of_a_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igf_extract.ner.model._REMEMBERED", 50)
    model = load_model()
    assert isinstance(model, SpacyModel)
    vocabulary = model._nlp.vocab
    list(model.find(["the first words stay " + " ".join(f"early{i}" for i in range(60))]))
    before = len(list(vocabulary))
    for turn in range(5):
        list(model.find([" ".join(f"later{turn}n{i}" for i in range(200))]))
    assert len(list(vocabulary)) == before


def test_remembered_words_change_nothing() -> None:
    text = "Ilse Brandtova of the Frozen Lakes Initiative, who doesn't fly, spoke about Norway (again)."
    model = load_model()
    assert model is not None
    first = list(model.find([text]))
    list(model.find(["doesn't Frozen frozen Initiative Initiative, (again) (again). Lakes"]))
    assert list(model.find([text])) == first


def test_the_shipped_model_is_small_and_says_where_it_comes_from() -> None:
    folder = Path(str(files("igf_extract").joinpath("models", DEFAULT)))
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 8_000_000
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert all(source["name"] and source["license"] for source in meta["sources"])
    assert json.loads((folder / "figures.json").read_text(encoding="utf-8"))["devset_b"]["org"]["f"] > 0.9
