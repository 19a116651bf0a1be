"""Measures names in prose on labelled documents: strict spans, precision, recall, F1 for PERSON and ORG, by half.

usage: evaluate_names.py FOLDER_WITH_docs_AND_gold [--model NAME|PATH|none] [--errors] [--half a|b] [--no-roster]
                         [--by-confidence]

The documents' sections, turns and participants come from the labels, so that only the names are measured.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import re
import sys
from collections.abc import Iterable
from typing import Any

from igf_extract.model import Document, Evidence, Mention, Participation, Section, Session, Span, Turn
from igf_extract.ner.find import find_names
from igf_extract.ner.model import DEFAULT, NameModel, load_model

Regions = list[tuple[int, int]]
Found = set[tuple[int, int, str]]
Detail = tuple[str, Document, Found, Found]  # the page, its document, what was found, what was expected
Group = tuple[str, str, float]  # label, source, confidence


def place(text: str, needle: str, start: int = 0) -> int | None:
    """Where ``needle`` stands, blanks counting as equal."""
    match = re.compile(r"\s+".join(map(re.escape, needle.split()))).search(text, start)
    return match.start() if match else None


def regions_of(text: str, gold: dict[str, Any]) -> Regions:
    """The ranges of running text: sections and turns of the labels, or the whole of an article."""
    if gold["kind"] in ("article", "other"):
        return [(0, len(text))]
    regions: Regions = []
    at = 0
    for part in _parts(gold):
        a = place(text, part["begins"], at)
        a = place(text, part["begins"]) if a is None else a
        b = place(text, part["ends"], a) if a is not None else None
        if a is not None and b is not None:
            regions.append((a, b + len(part["ends"])))
            at = a
    return regions


def _parts(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [s for session in gold["sessions"] for s in session.get("sections") or []] + (gold.get("turns") or [])


def expected_of(text: str, gold: dict[str, Any], regions: Regions) -> Found:
    """Every whole-word occurrence of the labelled names inside the regions, longest first, none nested."""
    taken: list[tuple[int, int]] = []
    out: Found = set()
    for entity in sorted(gold["entities"], key=lambda e: -len(e["text"])):
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, entity["text"].split())) + r"(?!\w)"
        for m in re.finditer(pattern, text):
            inside = any(a <= m.start() and m.end() <= b for a, b in regions)
            if inside and not any(m.start() < b and a < m.end() for a, b in taken):
                taken.append(m.span())
                out.add((m.start(), m.end(), entity["label"]))
    return out


def document_of(text: str, gold: dict[str, Any], with_roster: bool = True) -> Document:
    """The document as a perfect parser would hand it over."""
    sections, turns = [], []
    whole = [Evidence(Span(a, b), "label") for a, b in regions_of(text, gold)]
    is_turn = [False] * sum(len(s.get("sections") or []) for s in gold["sessions"]) + [True] * len(gold.get("turns") or [])
    parts = _parts(gold)
    if gold["kind"] not in ("article", "other") and len(parts) == len(whole):
        for part, turned, evidence in zip(parts, is_turn, whole, strict=True):
            if turned:
                turns.append(Turn(part.get("speaker"), evidence.span.of(text), evidence))
            else:
                sections.append(Section(part["field"], evidence.span.of(text), evidence))
    else:
        sections = [Section("description", evidence.span.of(text), evidence) for evidence in whole]
    sessions = tuple(_session(s) if with_roster else Session() for s in gold["sessions"])
    return Document(
        source=gold["doc"],
        text=text,
        kind=gold["kind"],
        language=gold["language"],
        sessions=sessions,
        sections=tuple(sections),
        turns=tuple(turns),
    )


def _session(gold: dict[str, Any]) -> Session:
    nowhere = Evidence(Span(0, 0), "label")
    people = tuple(
        Participation(role=p["role"], evidence=nowhere, name=p.get("name"), organization=p.get("organization"))
        for p in gold.get("participants") or []
    )
    return Session(participations=people)


class Tally:
    """Counts of one label."""

    def __init__(self) -> None:
        self.hit = self.extra = self.missed = 0

    def add(self, found: Found, expected: Found) -> None:
        self.hit += len(found & expected)
        self.extra += len(found - expected)
        self.missed += len(expected - found)

    @property
    def scores(self) -> tuple[float, float, float]:
        p = self.hit / max(1, self.hit + self.extra)
        r = self.hit / max(1, self.hit + self.missed)
        return p, r, 2 * p * r / max(1e-9, p + r)


def evaluate(
    folder: pathlib.Path, model: NameModel | None, half: str | None = None, roster: bool = True
) -> tuple[dict[str, Tally], list[Detail]]:
    """The tallies by label, and for each document what was found and what was expected."""
    paths = sorted((folder / "gold").glob("*.json"))
    tallies = {"PERSON": Tally(), "ORG": Tally()}
    details = []
    for path in paths if half is None else paths[half == "b" :: 2]:
        gold = json.loads(path.read_text(encoding="utf-8"))
        if not gold.get("entities"):
            continue
        text = (folder / "docs" / gold["doc"]).read_bytes().decode("utf-8", errors="replace")
        regions = regions_of(text, gold)
        document = find_names(document_of(text, gold, roster), model)
        found = {
            (m.span.start, m.span.end, m.label)
            for m in document.mentions
            if m.label in tallies and any(a <= m.span.start and m.span.end <= b for a, b in regions)
        }
        expected = expected_of(text, gold, regions)
        for label, tally in tallies.items():
            tally.add({f for f in found if f[2] == label}, {e for e in expected if e[2] == label})
        details.append((gold["doc"], document, found, expected))
    return tallies, details


def by_confidence(details: Iterable[Detail]) -> dict[Group, tuple[int, int]]:
    """How many mentions of running text are right, and how many there are, by label, source and confidence."""
    right: collections.Counter[Group] = collections.Counter()
    count: collections.Counter[Group] = collections.Counter()
    for _, document, found, expected in details:
        for mention in document.mentions:
            item = (mention.span.start, mention.span.end, mention.label)
            if item in found:
                group = (mention.label, mention.source, mention.confidence)
                count[group] += 1
                right[group] += item in expected
    return {group: (right[group], n) for group, n in sorted(count.items())}


def _show_errors(details: list[Detail]) -> None:
    for name, document, found, expected in details:
        by_span = {(m.span.start, m.span.end): m for m in document.mentions}
        wrong = [("+", f) for f in found - expected] + [("-", e) for e in expected - found]
        for sign, (a, b, label) in sorted(wrong, key=lambda w: w[1]):
            mention: Mention | None = by_span.get((a, b))
            source = f"{mention.source} {mention.confidence}" if mention and sign == "+" else ""
            around = document.text[max(0, a - 30) : a] + "[" + document.text[a:b] + "]" + document.text[b : b + 30]
            print(f"{sign} {label:6} {source:16} {name[:26]:26} {around!r}")


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--model", default=DEFAULT)
    parser.add_argument("--half", choices="ab")
    parser.add_argument("--errors", action="store_true", help="each wrong and missing name with its surroundings (half a only)")
    parser.add_argument("--no-roster", action="store_true")
    parser.add_argument("--by-confidence", action="store_true")
    args = parser.parse_args()
    model = load_model(args.model)
    for half in args.half or "ab":
        tallies, details = evaluate(args.folder, model, half, not args.no_roster)
        for label, tally in tallies.items():
            p, r, f = tally.scores
            print(f"half {half} {label:6} P {p:.3f} R {r:.3f} F1 {f:.3f}   ({tally.hit} right, {tally.extra} extra, {tally.missed} missed)")
        if args.errors and half == "a":
            _show_errors(details)
        if args.by_confidence:
            for group, (right, count) in by_confidence(details).items():
                print(f"   {group}: {right / count:.3f} of {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
