"""Trains the weights that tell the field of a paragraph by its words, and measures them on sets that were left out.

usage: prose_fields.py [--out FILE.npz] [--leave-out SETS]

Sources: the sections of the labelled pages in ``tests/labelled``, a line each, and the paragraphs of ``data/paragraphs.jsonl``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from evaluate_names import regions_of
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from igf_extract.parsing.prose_field import WEIGHTS, ProseFields, read_weights, terms

ROOT = Path(__file__).parents[1]
LABELLED = ROOT / "tests" / "labelled"
WRITTEN = Path(__file__).parent / "data" / "paragraphs.jsonl"
HEAD = 40  # characters by which a question is found
FEWEST_WORDS = 5  # a shorter line is no paragraph
FEWEST_PARAGRAPHS = 3  # a term of fewer is not learnt
INVERSE_PENALTY = 30.0  # of the squared weights; 5 to 30 are alike on sets left out
STEEPEST = 1e-6  # of the loss at the end: with 1e-4 the weights differ by 0.7 between machines, with this by less than 0.01
Sample = tuple[str, str]  # text, field


def paragraphs_of(folder: Path, sets: str, *, but: bool = False) -> Iterator[Sample]:
    """The lines of the sections of the labelled pages whose names begin with one of ``sets``, or with none of them."""
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if (path.name[0] in sets) == but or gold["kind"] not in ("session", "report"):
            continue
        text = (folder / "docs" / gold["doc"]).read_bytes().decode("utf-8", errors="replace")
        yield from ((line, field) for line, field in lines_of(text, gold) if len(line.split()) >= FEWEST_WORDS)


def lines_of(text: str, gold: dict[str, Any]) -> Iterator[Sample]:
    """The lines of the sections of one page, and outside them those that hold a policy question or name a participant."""
    fields = [section["field"] for session in gold["sessions"] for section in session["sections"]]
    regions = regions_of(text, gold)
    if len(regions) != len(fields):
        return
    asked = [" ".join(question.split())[:HEAD] for session in gold["sessions"] for question in session["policy_questions"]]
    named = [person["name"] for session in gold["sessions"] for person in session["participants"] if person["name"]]
    at = 0
    for line in text.split("\n"):
        inside = next((field for field, (start, end) in zip(fields, regions, strict=True) if start <= at + len(line) // 2 < end), None)
        if inside is None and any(question in line for question in asked):
            inside = "policy_questions"
        elif inside is None and any(name in line for name in named):
            inside = "participants"
        if inside is not None:
            yield line.strip(), inside
        at += len(line) + 1


def written(path: Path = WRITTEN) -> list[Sample]:
    """The paragraphs written for training."""
    entries = map(json.loads, path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()
    return [(entry["text"], entry["field"]) for entry in entries]


def train(samples: Iterable[Sample]) -> dict[str, np.ndarray]:
    """The arrays of ``ProseFields`` from paragraphs and their fields."""
    texts, fields = zip(*samples, strict=True)
    vectorizer = TfidfVectorizer(analyzer=terms, min_df=FEWEST_PARAGRAPHS, sublinear_tf=True)
    model = LogisticRegression(C=INVERSE_PENALTY, tol=STEEPEST, max_iter=5000).fit(vectorizer.fit_transform(texts), fields)
    counts = np.array([fields.count(name) for name in model.classes_], float)
    known = "\n".join(vectorizer.get_feature_names_out()).encode("utf-8")
    return {
        "fields": np.array(model.classes_, dtype=str),
        "terms": np.frombuffer(known, np.uint8),
        "idf": vectorizer.idf_.astype(np.float16),
        "weights": model.coef_.T.astype(np.float16),
        "bias": model.intercept_.astype(np.float32),
        "prior": np.log(counts / counts.sum()).astype(np.float32),
    }


def accuracy(weights: ProseFields, samples: Iterable[Sample]) -> float:
    """The share of paragraphs whose likeliest field, by their words and the share of each field, is the labelled one."""
    right = [weights.fields[int((weights.log_odds(text) + weights.prior).argmax())] == field for text, field in samples]
    return sum(right) / max(1, len(right))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", type=Path, default=ROOT / "src" / "igf_extract" / WEIGHTS)
    arguments.add_argument("--leave-out", default="mw", metavar="SETS", help="sets of tests/labelled to measure on, not trained on")
    options = arguments.parse_args()
    samples = [*paragraphs_of(LABELLED, options.leave_out, but=True), *written()]
    arrays = train(samples)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(options.out, **arrays)
    left_out = list(paragraphs_of(LABELLED, options.leave_out))
    figures = {
        "paragraphs": len(samples),
        "terms": len(arrays["idf"]),
        "left_out": {"sets": options.leave_out, "paragraphs": len(left_out)},
        "accuracy_left_out": round(accuracy(read_weights(options.out), left_out), 3),
    }
    options.out.with_name("figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures), file=sys.stderr)


if __name__ == "__main__":
    main()
