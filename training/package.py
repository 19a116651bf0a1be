"""Puts a trained pipeline into the package: strings table emptied, meta.json with licence, sources, seed and figures.

usage: package.py TRAINED_FOLDER PACKAGE_FOLDER FIGURES.json [--version 1.4.0] [--notes TEXT]

The card README.md is written from the same figures.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Any

SOURCES = [
    ("UNER English-EWT, training set, first committed version", "CC BY-SA 4.0"),
    ("CrossNER (politics, science, AI, literature, music), without its CoNLL-2003 folder; sentences from Wikipedia", "MIT, CC BY-SA"),
    ("Re-DocRED, development and test sets; texts from Wikipedia", "MIT, CC BY-SA"),
    ("WikiGold", "CC BY 4.0"),
    ("GUM 6: academic, bio, court, voyage, news, interview; named mentions derived by rule", "CC BY 4.0, CC BY-SA 3.0, CC BY 2.5"),
    ("re3d: CENTCOM, US State Department, UK Government, Australian DFA, Wikipedia", "public domain, OGL 3.0, CC BY 3.0 AU, CC BY-SA 3.0"),
    ("rendered templates and sentences with exchanged names, made by training/", "CC BY-SA 4.0"),
]
OWN_PAGES = (
    "pages of tests/labelled, sets p, q and r: as they are, and with their names exchanged",
    "CC BY-SA 4.0",
)
PAGES = ("labelled look-alike pages, half a: as they are, and with their names exchanged", "CC BY-SA 4.0")  # where train.py had --pages


VERSION = "1.4.0"  # of what this folder trains; a change of data, templates or settings is a new one


def made_by(training: dict[str, Any] | None) -> str:
    """How a pipeline was made, from what train.py wrote into its meta.json."""
    if training is None:
        return "unknown."
    of_pages = ", some of half a of the pages" if training.get("pages") else ""
    gentle = f" and {training['gentle']:,} at a lower rate" if training.get("gentle") else ""
    start = f"going on from {training['start']}" if training["start"] else "from scratch, in one run"
    return (
        f"make train, {start}: seed {training['seed']}, {training['steps']:,} steps of 1,200 words{gentle}, "
        f"{training['rendered']:,} rendered paragraphs, {training['exchanged']:,} sentences with exchanged names{of_pages}."
    )


def sources(training: dict[str, Any] | None) -> list[tuple[str, str]]:
    """(what, licence) of all that a pipeline was trained on."""
    return [*SOURCES, OWN_PAGES, PAGES] if training and training.get("pages") else [*SOURCES, OWN_PAGES]


def card(version: str, notes: str, figures: dict[str, Any], made_of: list[tuple[str, str]]) -> str:
    """The model's card in Markdown; ``made_of``: what ``sources`` gives."""
    rows = []
    for name, figure in figures.items():
        if isinstance(figure, dict) and "person" in figure:
            cells = [f"{figure[label][share]:.3f}" for label in ("person", "org") for share in "prf"]
            rows.append(f"| {name.replace('_', ' ')} | " + " | ".join(cells) + " |")
    unseen = [f"{name.split('_')[1]}: {figure['recall']:.3f} of {figure['of']}" for name, figure in figures.items() if "unseen" in name]
    origins = figures["person_recall_by_origin"]
    least = min(origins, key=origins.__getitem__)
    return "\n".join(
        [
            f"# en_igf_names {version}",
            "",
            "People and organisations (PERSON, ORG) in texts of the Internet Governance Forum. A spaCy 3.8 pipeline: tokenizer, tok2vec,",
            "ner.",
            "",
            f"- Made by: {notes}",
            "- Licence: CC BY-SA 4.0.",
            *(f"- Source: {name} ({licence})." for name, licence in made_of),
            f"- Recall of organisations in no list, no training sentence and no roster, by half: {'; '.join(unseen) or 'not measured'}.",
            f"- People's names found in rendered sentences, no roster: {origins['all']:.3f} as a mean of {len(origins) - 1} origins, least "
            f"{least.replace('_', ' ')} ({origins[least]:.3f}).",
            f"- Speed of the model alone: {figures['words_per_second']:,} words a second of one core.",
            "",
            "Strict spans: precision, recall, F1. Pages: the whole stage with the labels' own rosters; no text of half b was read while",
            "rules and templates were written (its errors were counted by their shape), and no page of it was trained on"
            + ("; half a was trained on, its figures only show that." if PAGES in made_of else ", nor of half a."),
            "A column of zeros: there is no such name in the labels, and none was found.",
            "",
            "| | PERSON P | R | F1 | ORG P | R | F1 |",
            "|---|---|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def pack(trained: Path, target: Path, figures: dict[str, Any], version: str, notes: str | None = None) -> int:
    """Writes the pipeline and its card to ``target`` and gives its size in bytes; ``notes``: what is said instead of ``made_by``."""
    import spacy
    from spacy.strings import StringStore

    nlp = spacy.load(trained)
    made_of = sources(nlp.meta.get("training"))
    notes = notes or made_by(nlp.meta.get("training"))
    nlp.meta.update(
        name="igf_names",
        version=version,
        description="People and organisations in texts of the Internet Governance Forum. Tokenizer, tok2vec, ner; labels PERSON and ORG.",
        author="igf-extract contributors",
        license="CC BY-SA 4.0",
        sources=[{"name": name, "license": licence} for name, licence in made_of],
        notes=f"{notes} The figures are in figures.json.",
    )
    nlp.meta["performance"] = {}
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # folders of the machine that trained
    nlp.meta["spacy_version"] = ">=3.8.7,<3.9.0"
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    # features are hashes of the words themselves; the table of all training words is not needed
    StringStore().to_disk(target / "vocab" / "strings.json")
    (target / "README.md").write_text(card(version, notes, figures, made_of), encoding="utf-8")
    (target / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return sum(path.stat().st_size for path in target.rglob("*") if path.is_file())


def main() -> int:
    """Packs and prints the size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("figures", type=Path)
    parser.add_argument("--version", default=VERSION)
    parser.add_argument("--notes")
    args = parser.parse_args()
    figures = json.loads(args.figures.read_text(encoding="utf-8"))
    print(f"{pack(args.trained, args.target, figures, args.version, args.notes) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
