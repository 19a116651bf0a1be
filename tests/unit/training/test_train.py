"""A tiny model is trained from scratch through the code of ``make train``, packed, loaded, and finds names."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from igf_extract.ner.model import load_model

TRAINING = Path(__file__).parents[3] / "training"


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(TRAINING / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture
def sentences(tmp_path: Path) -> Path:
    """Invented sentences under the names of the files that training needs."""
    rng = random.Random(1)
    folder = tmp_path / "data"
    folder.mkdir()
    for name in ("uner_ewt_train", "uner_ewt_dev", "uner_ewt_test"):
        lines = []
        for _ in range(60):
            person, body = f"Anna Lee{rng.choice('abcdef')}", f"Ice {rng.choice(('Lab', 'Fund', 'Trust'))}"
            text = f"{person} works for the {body}."
            spans = [[0, len(person), "PERSON"], [text.index(body), text.index(body) + len(body), "ORG"]]
            lines.append(json.dumps({"text": text, "spans": spans}))
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.mark.slow
def test_a_tiny_model(tmp_path: Path, sentences: Path) -> None:
    trained, packed, figures = tmp_path / "trained", tmp_path / "packed", tmp_path / "figures.json"
    done = run("train.py", sentences, trained, "--steps", 300, "--silver", 100, "--replaced", 30, "--gentle", 20)
    assert done.returncode == 0, done.stderr
    done = run("measure.py", trained, sentences, "--labelled", tmp_path / "none", "--json", figures)
    assert done.returncode == 0, done.stderr
    measured: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
    assert measured["uner_ewt_test_alone"]["org"]["f"] > 0.5
    done = run("package.py", trained, packed, figures, "--version", "0.0.1")
    assert done.returncode == 0, done.stderr
    model = load_model(str(packed))
    assert model is not None and model.version == "0.0.1"
    assert str(tmp_path) not in (packed / "config.cfg").read_text(encoding="utf-8")
    card = (packed / "README.md").read_text(encoding="utf-8")
    assert card.startswith("# en_igf_names 0.0.1\n")
    assert "make train, from scratch, in one run: seed 9, 300 steps of 1,200 words and 20 at a lower rate, 100 rendered paragraphs" in card


def test_missing_sentences_are_one_clear_error(tmp_path: Path) -> None:
    done = run("train.py", tmp_path / "nothing", tmp_path / "out")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "make train DATA=" in done.stderr
