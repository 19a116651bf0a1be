"""How fast a run is and how much memory it takes: copies of the sample texts, each copy different by one line.

usage: python benchmarks/throughput.py [--copies 10] [--workers 1 2] [--model none]
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import igf_extract
from igf_extract import Settings

RAW = Path(__file__).parents[1] / "raw"


def corpus(folder: Path, copies: int) -> int:
    """Writes the texts; returns their number."""
    texts = sorted(RAW.rglob("*.txt"))
    for copy in range(copies):
        for number, text in enumerate(texts):
            body = text.read_text(encoding="utf-8")
            (folder / f"{copy:05}-{number:03}.txt").write_text(f"{body}\ncopy {copy}\n", encoding="utf-8")
    return copies * len(texts)


def mebibytes(who: int) -> float:
    """Peak resident memory; Linux counts KiB, macOS bytes."""
    peak = resource.getrusage(who).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024**2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--model", default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as base:
        raw = Path(base) / "raw"
        raw.mkdir()
        documents = corpus(raw, options.copies)
        print(f"{'workers':>8}{'documents':>11}{'seconds':>9}{'per second':>12}{'MiB here':>10}{'MiB worker':>12}")
        for workers in options.workers:
            begun = time.perf_counter()
            igf_extract.extract(raw, Path(base) / f"out{workers}", settings=Settings(workers=workers, model=options.model))
            seconds = time.perf_counter() - begun
            memory = f"{mebibytes(resource.RUSAGE_SELF):10.0f}{mebibytes(resource.RUSAGE_CHILDREN):12.0f}"
            print(f"{workers:8}{documents:11,}{seconds:9.1f}{documents / seconds:12.1f}{memory}")


if __name__ == "__main__":
    main()
