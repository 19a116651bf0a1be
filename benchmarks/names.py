"""How fast names are found: words a second of the model alone, on one core, and of the whole stage with and without it.

usage: python benchmarks/names.py [--model NAME|PATH] [--words 60000]

The figures are of processor time of this process, so that a busy machine changes them less; the load of the machine is printed as well.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from statistics import median

from igf_extract.model import Document, Evidence, Section, Span
from igf_extract.ner.find import find_names
from igf_extract.ner.model import DEFAULT, load_model
from igf_extract.ner.regions import paragraphs

RAW = Path(__file__).parents[1] / "raw"
REPEATS = 5


def documents(words: int) -> Iterator[Document]:
    """Sample texts as one section each, over and over, until there are so many words."""
    count = 0
    for path in cycle(sorted(RAW.rglob("*.txt"))):
        if count >= words:
            return
        text = path.read_bytes().decode("utf-8", errors="replace")
        count += len(text.split())
        section = Section("description", text, Evidence(Span(0, len(text)), "benchmark"))
        yield Document(source=path.name, text=text, kind="session", language="en", sections=(section,))


def speed(words: int, work: Callable[[], object]) -> float:
    """Words a second of processor time, the median of five."""
    seconds = []
    for _ in range(REPEATS):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return words / max(1e-9, median(seconds))


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default=DEFAULT)
    parser.add_argument("--words", type=int, default=60_000)
    args = parser.parse_args()
    began = time.perf_counter()
    import spacy

    imported = time.perf_counter()
    model = load_model(args.model)
    loaded = time.perf_counter()
    print(f"load of the machine {os.getloadavg()[0]:.1f}")
    print(f"spaCy {spacy.__version__} imported in {imported - began:.2f} s, {args.model} loaded in {loaded - imported:.2f} s")
    many = list(documents(args.words))
    texts = [paragraph.text for document in many for paragraph in paragraphs(document)]
    words = sum(len(text.split()) for text in texts)
    find_names(many[0], model)  # word lists are read at the first call
    blank = spacy.blank("en")
    print(f"blank tokenizer      {speed(words, lambda: list(blank.pipe(texts))):9,.0f} words a second, the baseline")
    if model is not None:
        print(f"model alone          {speed(words, lambda: list(model.find(texts))):9,.0f}")
        print(f"stage with model     {speed(words, lambda: [find_names(document, model) for document in many]):9,.0f}")
    print(f"stage without model  {speed(words, lambda: [find_names(document, None) for document in many]):9,.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
