from __future__ import annotations

from pathlib import Path

import pytest

from igf_extract.ner.model import ModelError, SpacyModel, load_model


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
