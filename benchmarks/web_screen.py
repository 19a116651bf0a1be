"""How long the screen over a web archive takes against reading it, and that it misses nothing.

usage: python benchmarks/web_screen.py [--records 200000] [--rounds 5] [--seed 1]

A WET file is generated: one record in 2,000 is a text of the forum (the sample texts of ``raw/``, each copy changed), one in a hundred
a hard negative (internet governance in passing, other forums, IGF as a growth factor, civil society, people called Fernando); the rest
are invented pages in eight languages with the lengths of the web. Then, in turns: fastwarc alone reads every record; fastwarc alone
skips every record; the reader of this package screens them and hands over documents. Needs the extra ``web``.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

RAW = Path(__file__).parents[1] / "raw"
ONE_IN = 2_000
HARD_IN = 100
# language -> the letters of its invented words and a few real ones
LANGUAGES = {
    "eng": (
        "bcdfghlmnprstw aeiou",
        "the of and to in is for that with on government society session forum internet".split(),
    ),
    "deu": ("bcdfghklmnrstwz aeiouäü", "der die und in den von zu das mit sich Regierung Forum Internet Workshop".split()),
    "fra": ("bcdfgjlmnprstv aeiouéè", "le la les de des et en un une du gouvernement atelier forum".split()),
    "spa": ("bcdfglmnprstvz aeioáó", "el la de que y en un los del se gobierno foro sociedad taller".split()),
    "por": ("bcdfglmnprstvx aeioãç", "o a de que e do da em um para governo sociedade painel".split()),
    "rus": ("бвгдзклмнпрст аеиоуя", "и в не на что с по как из форум интернет".split()),
    "jpn": ("かさたなはまやらわ がざだばぱ", "の に は を た が で と です ます 会議".split()),
    "ara": ("بتجدرسشفقكلمن اوي", "في من على أن إلى هذا مع كان منتدى".split()),
}
CHANCE = "Fernando governance Hernandez gouvernance Fernanda Civil stakeholders".split()  # a page in a hundred has one of these
HARD = [
    "The minister said that internet governance was a matter for everybody.",
    "A code of internet governance was proposed last year by two law firms.",
    "Levels of IGF-1 and IGFBP-3 were measured in every session of the treatment.",
    "The IGF 1 receptor (IGF1R) is studied in this workshop.",
    "Welcome to our forum! Log in to reply, or start a session as a guest.",
    "Civil Society organisations met the government and the private sector on a panel.",
    "Fernando Hernandez spoke at the governance session of the shareholders.",
    "Corporate governance and good governance are subjects of the forum of bankers.",
]
HOSTS = [
    "www.intgovforum.org/en/content/",
    "info.intgovforum.org/yy/",
    "igf2019.sched.com/event/",
    "mirror.example/pages/",
    "archive.example/x?id=",
]


def sentences(rng: random.Random, language: str, count: int = 3000) -> list[str]:
    """Invented sentences of ``language``: frequent words are short and come often."""
    letters, real = LANGUAGES[language]
    consonants, vowels = letters.split(" ")
    words = ["".join(rng.choice(consonants) + rng.choice(vowels) for _ in range(rng.randint(1, 5))) for _ in range(4000)] + real
    weights = [1 / (place + 10) for place in range(4000)] + [0.02] * len(real)
    made = []
    for _ in range(count):
        chosen = rng.choices(words, weights, k=rng.randint(3, 28))
        made.append(" ".join(chosen).capitalize() + rng.choice([".", ".", ".", "?", "", f" {rng.randint(1, 2025)}"]))
    return made


def record(number: int, address: str, body: bytes, language: str) -> bytes:
    """One WET record, with the header lines that Common Crawl writes."""
    head = (
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://{address}\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:032x}>\r\nWARC-Refers-To: <urn:uuid:{number + 2**64:032x}>\r\n"
        f"WARC-Block-Digest: sha1:{number:032X}\r\nWARC-Identified-Content-Language: {language}\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode("ascii") + body + b"\r\n\r\n"


def generate(path: Path, records: int, seed: int) -> set[str]:
    """Writes the archive; returns the addresses of the texts of the forum."""
    rng = random.Random(seed)
    pools = {language: sentences(rng, language) for language in LANGUAGES}
    ours = [text.read_text(encoding="utf-8") for text in sorted(RAW.rglob("*.txt"))]
    relevant: set[str] = set()
    with path.open("wb") as file:
        for number in range(records):
            language = rng.choices(list(pools), [45, 8, 7, 8, 6, 12, 8, 6])[0]
            if number % ONE_IN == ONE_IN // 2:
                address, text = _ours(rng, number, ours[number // ONE_IN % len(ours)])
                relevant.add(f"https://{address}")
            else:
                address = f"www.site{rng.randint(1, 99999)}.example/{rng.choice(['forum', 'news', 'shop', 'big', 'p'])}/{number}"
                text = _other(rng, pools[language], hard=rng.randrange(HARD_IN) == 0)
            file.write(gzip.compress(record(number, address, text.encode("utf-8"), language), 6, mtime=0))
    return relevant


def _ours(rng: random.Random, number: int, text: str) -> tuple[str, str]:
    """A copy of a sample text between lines of navigation. Only texts that name the forum are put on foreign hosts."""
    named = "IGF" in text or "Internet Governance Forum" in text
    host = rng.choice(HOSTS if named else HOSTS[:3])
    menu = "Home\nAbout\nPrograms\nContact\n" if rng.random() < 0.5 else ""
    return f"{host}{number}", f"{menu}{text}\n{number}\n"


def _other(rng: random.Random, pool: list[str], hard: bool) -> str:
    count = min(400, max(2, int(rng.lognormvariate(3.2, 0.9))))
    lines = rng.choices(pool, k=count)
    if rng.random() < 0.01:
        lines.append(rng.choice(CHANCE))
    if hard:
        lines.insert(rng.randrange(count), rng.choice(HARD))
    return ("\n" if rng.random() < 0.6 else " ").join(lines)


def reading(path: Path) -> int:
    """fastwarc alone reads every record."""
    from fastwarc.warc import ArchiveIterator

    with path.open("rb") as file:
        return sum(len(one.reader.read()) for one in ArchiveIterator(file, parse_http=False))


def skipping(path: Path) -> int:
    """fastwarc alone passes over every record."""
    from fastwarc.warc import ArchiveIterator

    with path.open("rb") as file:
        return sum(1 for _ in ArchiveIterator(file, parse_http=False))


def screening(path: Path) -> set[str]:
    """The reader of this package; what it hands over."""
    from igf_extract.sources import documents

    return {raw.source for raw in documents([path])}


def timed(work: Callable[[Path], object], path: Path) -> tuple[float, float, object]:
    """Seconds on the wall, seconds of processor, result."""
    wall, processor = time.perf_counter(), time.process_time()
    result = work(path)
    return time.perf_counter() - wall, time.process_time() - processor, result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if importlib.util.find_spec("fastwarc") is None:
        print("the screen over web archives was not measured: pip install 'igf-extract[web]' first")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "generated.warc.wet.gz"
        relevant = generate(path, options.records, options.seed)
        rounds = [[timed(work, path) for work in (reading, skipping, screening)] for _ in range(options.rounds)]
        size = path.stat().st_size
    length, _, found = (result for _, _, result in rounds[0])
    assert isinstance(length, int) and isinstance(found, set)
    missed = relevant - found
    print(f"{options.records:,} records, {length / 2**20:,.0f} MiB, packed {size / 2**20:,.0f} MiB; {len(relevant)} texts of the forum")
    print(f"handed over: {len(found):,} records; missed: {len(missed)}")
    for name, place in (("reading", 0), ("skipping", 1), ("screening", 2)):
        wall, processor = (statistics.median(one[place][clock] for one in rounds) for clock in (0, 1))
        print(f"{name:10} {wall:7.2f} s, {processor:7.2f} s of processor (median of {options.rounds})")
    for name, place in (("reading", 0), ("skipping", 1)):
        wall, processor = (statistics.median(one[2][clock] / one[place][clock] for one in rounds) for clock in (0, 1))
        print(f"screening / {name}: {wall:.2f} on the wall, {processor:.2f} of processor")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    for source in sorted(missed)[:20]:
        print(f"missed: {source}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
