"""Recall of people's names by their origin, on sentences rendered from ``data/person_origins.toml``; the page has no roster.

usage: python training/origins.py [--model NAME|PATH|none] [--json]

Each origin has as many names; a name is right with its exact characters and the label PERSON.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator

from data_files import data_file

from igf_extract.model import Document, Evidence, Section, Span
from igf_extract.ner.find import find_names
from igf_extract.ner.model import DEFAULT, NameModel, load_model

NAMES = 96  # of each origin
SEED = 5
_SHAPES = ("{first} {last}",) * 8 + ("{first} {last}-{other}", "{first} {initial}. {last}")


def rendered(first: list[str], last: list[str], sentences: list[str], count: int = NAMES) -> Iterator[tuple[str, int, int]]:
    """``count`` sentences with the place of the name in each: (text, start, end)."""
    rng = random.Random(SEED)
    for number in range(count):
        shape = rng.choice(_SHAPES)
        name = shape.format(first=rng.choice(first), last=rng.choice(last), other=rng.choice(last), initial=rng.choice("ABDEGHJKLMNRST"))
        sentence = sentences[number % len(sentences)]
        start = sentence.index("{P}")
        yield sentence.replace("{P}", name), start, start + len(name)


def is_found(model: NameModel | None, text: str, start: int, end: int) -> bool:
    """Whether the stage finds exactly this person in a document of this one paragraph."""
    section = Section("description", text, Evidence(Span(0, len(text)), "benchmark"))
    document = find_names(Document(source="x", text=text, kind="session", language="en", sections=(section,)), model)
    return any(m.label == "PERSON" and m.span == Span(start, end) for m in document.mentions)


def recall_by_origin(model: NameModel | None, count: int = NAMES) -> dict[str, float]:
    """The share of names found, by origin, and under ``all`` their mean."""
    lists = data_file("person_origins.toml")
    shares = {}
    for origin, names in lists["origins"].items():
        cases = rendered(names["first"].split(), names["last"].split(), lists["sentences"], count)
        shares[origin] = sum(is_found(model, *case) for case in cases) / count
    return shares | {"all": sum(shares.values()) / len(shares)}


def main() -> int:
    """Prints a line for each origin, those that are farthest behind first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default=DEFAULT)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    shares = recall_by_origin(load_model(args.model))
    if args.json:
        print(json.dumps({origin: round(share, 3) for origin, share in shares.items()}))
        return 0
    print(f"people's names found, by origin ({NAMES} rendered sentences each, no roster; {args.model}):")
    for origin, share in sorted(shares.items(), key=lambda item: item[1]):
        print(f"  {origin.replace('_', ' '):32} {share:.3f}  {share - shares['all']:+.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
