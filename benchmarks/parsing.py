"""How long a document takes without the model: milliseconds of processor time, beside spaCy's blank English tokenizer on the same texts.

usage: python benchmarks/parsing.py [FOLDER] [--repeats 5]

Each repeat is a process of its own that reads every document once, as a run does: words of one page that later pages use again are known
then, but no document is read twice. The first document is read before the clock starts, since word lists are loaded at the first use.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from igf_extract import Settings
from igf_extract.model import RawDocument
from igf_extract.pipeline import run_document

RAW = Path(__file__).parents[1] / "raw"
WITHOUT_MODEL = Settings(model="none")


def milliseconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def parsing(paths: list[Path]) -> list[float]:
    """Milliseconds for each document, from bytes to records."""
    documents = [RawDocument(source=path.name, data=path.read_bytes(), size_bytes=path.stat().st_size) for path in paths]
    run_document(documents[0], WITHOUT_MODEL)
    return [milliseconds(lambda raw=raw: run_document(raw, WITHOUT_MODEL)) for raw in documents]


def tokenizing(paths: list[Path]) -> list[float]:
    """Milliseconds for each text with the baseline."""
    import spacy

    blank = spacy.blank("en")
    texts = [path.read_bytes().decode("utf-8", errors="replace") for path in paths]
    blank(texts[0])
    return [milliseconds(lambda text=text: blank(text)) for text in texts]


def medians(work: Callable[[list[Path]], list[float]], paths: list[Path], repeats: int) -> list[float]:
    """For each document the median over the repeats, each in a fresh process."""
    runs = []
    for _ in range(repeats):
        with get_context("spawn").Pool(1) as pool:
            runs.append(pool.apply(work, (paths,)))
    return [median(of_one) for of_one in zip(*runs, strict=True)]


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=RAW)
    parser.add_argument("--repeats", type=int, default=5)
    args = parser.parse_args()
    paths = sorted(args.folder.rglob("*.txt"))
    if not paths:
        print(f"error: no *.txt in {args.folder}", file=sys.stderr)
        return 2
    ours, theirs = (medians(work, paths, args.repeats) for work in (parsing, tokenizing))
    slowest = max(range(len(paths)), key=lambda at: ours[at])
    size = median(path.stat().st_size for path in paths)
    print(f"{len(paths)} documents, median {size:,.0f} bytes; load of the machine {os.getloadavg()[0]:.1f}")
    print(f"parsing, no model    median {median(ours):7.1f} ms, slowest {ours[slowest]:7.1f} ms ({paths[slowest].name})")
    print(f"blank tokenizer      median {median(theirs):7.1f} ms, slowest {max(theirs):7.1f} ms, the baseline")
    print(f"parsing / tokenizer  {median(a / b for a, b in zip(ours, theirs, strict=True)):.0f} (median over documents)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
