"""Puts a trained pipeline into the package: strings table emptied, meta.json with licence, sources, seed and figures.

usage: package.py TRAINED_FOLDER PACKAGE_FOLDER FIGURES.json [--steps N]
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

SOURCES = [
    ("UNER English-EWT, training set, first committed version", "CC BY-SA 4.0"),
    ("CrossNER (politics, science, AI, literature, music), without its CoNLL-2003 folder; sentences from Wikipedia", "MIT, CC BY-SA"),
    ("Re-DocRED, development and test sets; texts from Wikipedia", "MIT, CC BY-SA"),
    ("WikiGold", "CC BY 4.0"),
    ("GUM 6: academic, bio, court, voyage, news, interview; named mentions derived by rule", "CC BY 4.0, CC BY-SA 3.0, CC BY 2.5"),
    ("re3d: CENTCOM, US State Department, UK Government, Australian DFA, Wikipedia", "public domain, OGL 3.0, CC BY 3.0 AU, CC BY-SA 3.0"),
    ("rendered templates and sentences with exchanged names, made by training/", "CC BY-SA 4.0"),
]


def pack(trained: Path, target: Path, figures: dict[str, object], steps: int) -> int:
    """Writes the pipeline to ``target`` and gives its size in bytes."""
    import spacy
    from spacy.strings import StringStore

    nlp = spacy.load(trained)
    nlp.meta.update(
        name="igf_names",
        version="1.0.0",
        description="People and organisations in texts of the Internet Governance Forum. Tokenizer, tok2vec, ner; labels PERSON and ORG.",
        author="igf-extract contributors",
        license="CC BY-SA 4.0",
        sources=[{"name": name, "license": licence} for name, licence in SOURCES],
        notes=f"make train; seed 7, {steps} steps of 1,200 words. The figures are in figures.json.",
    )
    nlp.meta["performance"] = {}
    nlp.meta["spacy_version"] = ">=3.8.7,<3.9.0"
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    # features are hashes of the words themselves; the table of all training words is not needed
    StringStore().to_disk(target / "vocab" / "strings.json")
    (target / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return sum(path.stat().st_size for path in target.rglob("*") if path.is_file())


def main() -> int:
    """Packs and prints the size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("figures", type=Path)
    parser.add_argument("--steps", type=int, default=7000)
    args = parser.parse_args()
    figures = json.loads(args.figures.read_text(encoding="utf-8"))
    print(f"{pack(args.trained, args.target, figures, args.steps) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
