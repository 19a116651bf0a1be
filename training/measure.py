"""Measures a model for names: alone on labelled sentences, in the whole stage on labelled documents, on unseen names, and its speed.

usage: measure.py MODEL DATA [--labelled FOLDER] [--pages FOLDER] [--json FILE]

DATA holds the sentences; FOLDER holds ``devset`` and ``seeds`` (documents with labels); what is not there is not measured.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

import pages
import read
from evaluate_names import Found, Tally, evaluate
from origins import recall_by_origin

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.edges import clean
from igf_extract.ner.lists import key_of
from igf_extract.ner.model import NameModel, load_model
from igf_extract.vocab.institutions import institutions


def alone(model: NameModel, path: Path) -> dict[str, Tally]:
    """The bare model on sentences (edges cleaned, nothing else)."""
    rows = list(read.sentences(path))
    tallies = {"PERSON": Tally(), "ORG": Tally()}
    for (text, spans), names in zip(rows, model.find([text for text, _ in rows]), strict=True):
        cleaned = [clean(text, Candidate(a, b, label, "model")) for a, b, label in names]
        found: Found = {(c.start, c.end, c.label) for c in cleaned if c is not None}
        for label, tally in tallies.items():
            tally.add({f for f in found if f[2] == label}, {s for s in spans if s[2] == label})
    return tallies


def known_names(data: Path, folder: Path | None) -> frozenset[str]:
    """Keys of every organisation of the gazetteer, of the training sentences and of the pages that are trained on."""
    keys = {key_of(row.name) for row in institutions()} | {key_of(row.acronym) for row in institutions() if row.acronym}
    for text, spans in (*read.human(data), *pages.training_paragraphs(folder)):
        keys.update(key_of(text[a:b]) for a, b, label in spans if label == "ORG")
    return frozenset(keys)


def unseen_recall(folder: Path, model: NameModel | None, half: str, known: frozenset[str]) -> tuple[int, int]:
    """(found, expected) mentions of organisations that stand in no list, no training sentence and not in the page's own roster."""
    _, details = evaluate(folder, model, half)
    hit = total = 0
    for _, document, found, expected in details:
        roster = {key_of(p.organization) for s in document.sessions for p in s.participations if p.organization}
        for a, b, label in expected:
            if label == "ORG" and key_of(document.text[a:b]) not in known | roster:
                total += 1
                hit += (a, b, label) in found
    return hit, total


def words_per_second(model: NameModel, path: Path) -> float:
    """Speed of the bare model on running text, one core."""
    texts = [text for text, _ in read.sentences(path)]
    joined = [" ".join(texts[i : i + 4]) for i in range(0, len(texts), 4)]
    list(model.find(joined[:50]))
    began = time.process_time()
    list(model.find(joined))
    return sum(len(text.split()) for text in joined) / (time.process_time() - began)


def scores(tallies: dict[str, Tally]) -> dict[str, Any]:
    """Precision, recall and F1 by label, rounded."""
    return {label.lower(): dict(zip("prf", (round(x, 3) for x in tally.scores), strict=True)) for label, tally in tallies.items()}


def measure(name: str, data: Path, labelled: Path, pages_of: Path | None) -> dict[str, Any]:
    """All figures for which there are labels; ``pages_of``: the folder that train.py had as ``--pages``."""
    began = time.perf_counter()
    model = load_model(name)
    loaded = time.perf_counter() - began
    assert model is not None
    test = data / "uner_ewt_test.jsonl"
    figures: dict[str, Any] = {
        "seconds_to_load": round(loaded, 2),
        "words_per_second": round(words_per_second(model, test)),
    }
    figures["uner_ewt_test_alone"] = scores(alone(model, test))
    figures["person_recall_by_origin"] = {origin: round(share, 3) for origin, share in recall_by_origin(model).items()}
    if (labelled / "devset" / "gold").is_dir():
        figures |= on_pages(model, labelled, known_names(data, pages_of))
    return figures


def on_pages(model: NameModel, shared: Path, known: frozenset[str]) -> dict[str, Any]:
    """The whole stage on labelled documents."""
    figures: dict[str, Any] = {}
    for half in "ab":
        figures[f"devset_{half}"] = scores(evaluate(shared / "devset", model, half)[0])
        figures[f"devset_{half}_without_roster"] = scores(evaluate(shared / "devset", model, half, False)[0])
        hit, total = unseen_recall(shared / "devset", model, half, known)
        figures[f"devset_{half}_unseen_org_recall"] = {"recall": round(hit / max(1, total), 3), "of": total}
    figures["seeds"] = scores(evaluate(shared / "seeds", model)[0])
    figures["not_english"] = scores(not_english(shared / "devset", model))
    return figures


def not_english(folder: Path, model: NameModel) -> dict[str, Tally]:
    """The devset's documents in other languages, both halves."""
    tallies = {"PERSON": Tally(), "ORG": Tally()}
    for half in "ab":
        for name, _, found, expected in evaluate(folder, model, half)[1]:
            gold = json.loads((folder / "gold" / (Path(name).stem + ".json")).read_text(encoding="utf-8"))
            if gold["language"] != "en":
                for label, tally in tallies.items():
                    tally.add({f for f in found if f[2] == label}, {e for e in expected if e[2] == label})
    return tallies


def main() -> int:
    """Prints the figures, and writes them where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("data", type=Path)
    parser.add_argument("--labelled", type=Path, default=Path("../shared"))
    parser.add_argument("--pages", type=Path, help="the folder of labelled pages that the model was trained on with train.py --pages")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    figures = measure(args.model, args.data, args.labelled, args.pages)
    for key, value in figures.items():
        print(f"{key:32} {value}")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
