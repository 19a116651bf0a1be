"""The names in running text against their labels: strict spans, by label, source, kind of document, language, whether they are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from igf_extract.model import Span
from igf_extract.report.evaluation.found import Row
from igf_extract.report.evaluation.judged import Group, Judged
from igf_extract.report.evaluation.labels import Labels
from igf_extract.report.evaluation.tally import Tally, count
from igf_extract.vocab.fold import fold
from igf_extract.vocab.institutions import institutions

LABELS = ("PERSON", "ORG")
_WHOLE_TEXT_KINDS = frozenset({"article", "other"})


class Name(NamedTuple):
    """A labelled or found name."""

    start: int
    end: int
    label: str


def judge_names(judged: Judged, labels: Labels, text: str, mentions: Iterable[Row]) -> None:
    """Counts the names of a document; nothing where its labels name none."""
    if not labels.get("entities"):
        return
    regions = prose(text, labels)
    expected = labelled_names(text, labels["entities"], regions)
    source = {
        Name(row["char_start"], row["char_end"], row["label"]): row["source"]
        for row in mentions
        if row["label"] in LABELS and any(region.holds(Span(row["char_start"], row["char_end"])) for region in regions)
    }
    roster = _roster(labels)
    for label in LABELS:
        here = {name for name in source if name.label == label}
        there = {name for name in expected if name.label == label}
        judged.fields[f"mentions_{label.lower()}"] += count(here, there)
        for name in here:
            judged.sources[label, source[name]] += Tally(1) if name in there else Tally(extra=1)
        for group, found_part, expected_part in _parts(labels, text, label, here, there, roster):
            judged.names[group] += count(found_part, expected_part)
        for name in here - there:
            judged.confuse(f"mentions_{label.lower()}", None, text[name.start : name.end])
        for name in there - here:
            judged.confuse(f"mentions_{label.lower()}", text[name.start : name.end], None)


def prose(text: str, labels: Labels) -> list[Span]:
    """Where running text stands: the labelled sections and turns, or the whole of an article."""
    if labels["kind"] in _WHOLE_TEXT_KINDS:
        return [Span(0, len(text))]
    parts = [section for session in labels["sessions"] for section in session.get("sections") or []]
    regions = []
    at = 0
    for part in [*parts, *(labels.get("turns") or [])]:
        begin = _find(text, part["begins"], at)
        begin = _find(text, part["begins"], 0) if begin is None else begin
        end = None if begin is None else _find(text, part["ends"], begin.start)
        if begin is not None and end is not None:
            at = begin.start
            regions.append(Span(at, end.start + len(part["ends"])))
    return regions


def _words(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split()))


def _find(text: str, phrase: str, start: int) -> Span | None:
    found = re.compile(_words(phrase)).search(text, start)
    return Span(*found.span()) if found else None


def labelled_names(text: str, entities: Iterable[Mapping[str, str]], regions: Iterable[Span]) -> list[Name]:
    """Every whole-word occurrence of the labelled names in running text, longer ones first, none inside another."""
    within = list(regions)
    taken: list[Span] = []
    names = []
    for entity in sorted(entities, key=lambda e: -len(e["text"])):
        for match in re.finditer(rf"(?<!\w){_words(entity['text'])}(?!\w)", text):
            span = Span(*match.span())
            if any(region.holds(span) for region in within) and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                names.append(Name(span.start, span.end, entity["label"]))
    return names


def _parts(
    labels: Labels, text: str, label: str, found: set[Name], expected: set[Name], roster: frozenset[str]
) -> Iterator[tuple[Group, set[Name], set[Name]]]:
    yield Group("kind", labels["kind"], label), found, expected
    yield Group("language", labels.get("language") or "unknown", label), found, expected
    for value in ("in a list", "on the page", "unseen"):
        mine = [{name for name in names if _known(text[name.start : name.end], roster) == value} for names in (found, expected)]
        yield Group("known", value, label), mine[0], mine[1]


def _known(name: str, roster: frozenset[str]) -> str:
    """Whether the shipped list of institutions has the name, or the page's own people and organisations."""
    key = fold(name)
    return "in a list" if key in _listed() else "on the page" if key in roster else "unseen"


def _roster(labels: Labels) -> frozenset[str]:
    people: list[Mapping[str, Any]] = [p for session in labels["sessions"] for p in session.get("participants") or []]
    return frozenset(fold(value) for p in people for value in (p.get("name"), p.get("organization")) if value)


@cache
def _listed() -> frozenset[str]:
    """Names and acronyms of the shipped list of institutions."""
    return frozenset(fold(cell) for one in institutions() for cell in (one.name, one.acronym) if cell)
