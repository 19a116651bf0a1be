"""Laws, meetings and countries: each entry of data/entity_labels.toml against its own examples, and a labelled sample."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from igf_extract.model import Document, Evidence, Section, Span
from igf_extract.ner.extra import extra_candidates, extra_rules
from igf_extract.ner.find import find_names
from igf_extract.ner.merge import merge
from igf_extract.ner.rules import Rule
from igf_extract.ner.words import words_of
from igf_extract.vocab.load import read_data

SAMPLE = Path(__file__).parents[2] / "ner_extra_labels.jsonl"
NAMES = read_data("entity_labels.toml")["names"]
# lowest precision and recall on the sample; they only rise
FLOORS = {"LAW": (0.95, 0.90), "EVENT": (0.95, 0.90), "GPE": (0.95, 0.95)}


def found(text: str, label: str) -> list[str]:
    candidates = merge(extra_candidates(text, words_of(text), 0), text)
    return [text[c.start : c.end] for c in candidates if c.label == label]


def document(text: str) -> Document:
    section = Section("description", text, Evidence(Span(0, len(text)), "test"))
    return Document(source="x", text=text, kind="session", language="en", sections=(section,))


@pytest.mark.parametrize("label", NAMES)
def test_names_fire_and_stay_silent(label: str) -> None:
    for text, name in NAMES[label]["fires"]:
        assert name in found(text, label), text
    for text in NAMES[label]["silent"]:
        assert not found(text, label), text


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in extra_rules()])
def test_rules_fire_and_stay_silent(rule: Rule) -> None:
    for text, name in rule.fires:
        assert name in found(text, rule.label), text
    for text in rule.silent:
        assert not found(text, rule.label), text


@pytest.mark.parametrize("label", FLOORS)
def test_labelled_sample(label: str) -> None:
    right, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        got = Counter(m.text for m in find_names(document(row["text"])).mentions if m.label == label)
        wanted = Counter(text for text, its in row["names"] if its == label)
        right += got & wanted
        extra += got - wanted
        missed += wanted - got
    precision, recall = FLOORS[label]
    assert right.total() / (right.total() + extra.total()) >= precision, extra
    assert right.total() / (right.total() + missed.total()) >= recall, missed


def test_people_and_organisations_keep_their_characters() -> None:
    text = "The Government of Mexico and the Bank of India met Jordan Lee of Kenya Mobile Ltd at IGF 2023 in Japan."
    mentions = find_names(document(text)).mentions
    plain = [m for m in mentions if m.label in ("PERSON", "ORG")]
    for m in mentions:
        touched = [other.text for other in plain if other is not m and other.span.overlaps(m.span)]
        assert not touched or (m.label == "EVENT" and touched == ["IGF"]), m
    assert {("IGF 2023", "EVENT"), ("IGF", "ORG"), ("Japan", "GPE")} <= {(m.text, m.label) for m in mentions}
    assert "Mexico" not in {m.text for m in mentions}


def test_hostile_text_takes_no_time() -> None:
    for piece in ("Convention on A of ", "World A B ", "IGF 20", "Act on the ", "Kenya, "):
        assert find_names(document(piece * 2000)).status == "parsed"
