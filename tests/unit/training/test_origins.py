"""Recall of people's names by origin does not fall; the sentences of this measure stay out of training."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from igf_extract.ner.model import load_model

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def origins() -> Any:
    sys.path.insert(0, str(ROOT / "training"))
    try:
        import origins
    finally:
        sys.path.pop(0)
    return origins


def test_recall_by_origin_does_not_fall(origins: Any) -> None:
    shares = origins.recall_by_origin(load_model())
    assert shares["all"] >= 0.98
    assert min(shares.values()) >= shares["all"] - 0.05, "no origin falls more than five points behind"


def test_places_of_the_names(origins: Any) -> None:
    cases = list(origins.rendered(["Ann"], ["Lee"], ["By {P}.", "{P} came."], 4))
    assert [text[start:end].split()[0] for text, start, end in cases] == ["Ann"] * 4


def test_apart_from_training() -> None:
    lists = tomllib.loads((ROOT / "training/data/person_origins.toml").read_text(encoding="utf-8"))
    people = tomllib.loads((ROOT / "training/data/people.toml").read_text(encoding="utf-8"))
    templates = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "training/data").glob("templates*.txt"))
    assert not [sentence for sentence in lists["sentences"] if len(sentence) > 20 and sentence in templates]
    trained = {word for region in people["regions"].values() for kind in ("first", "last") for word in re.split(r"[\s_]+", region[kind])}
    trained |= {word for language in people["syllabic"].values() for word in language["last"].split()}
    for origin, names in lists["origins"].items():
        both = trained & {*names["first"].split(), *names["last"].split()}
        assert not both, origin
