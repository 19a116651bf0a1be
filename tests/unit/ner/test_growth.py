"""Pages with very many names: time grows with their number, not with its square."""

from __future__ import annotations

import string
import time

from igf_extract.model import Document, Evidence, Participation, Section, Session, Span
from igf_extract.ner.find import find_names

LETTERS = string.ascii_lowercase


def page(count: int) -> Document:
    """One line with so many people of one first name, each of a university of their own."""
    surnames = [f"Silva{LETTERS[i % 26]}{LETTERS[i // 26 % 26]}{LETTERS[i // 676]}" for i in range(count)]
    text = ". ".join(f"Maria {surname} (University of {surname})" for surname in surnames)
    whole = Evidence(Span(0, len(text)), "test")
    people = tuple(
        Participation(
            role="speaker",
            evidence=whole,
            name=f"Maria {surname}",
            organization=f"University of {surname}",
            name_span=Span(0, 1),
            organization_span=Span(0, 1),
        )
        for surname in surnames
    )
    return Document(
        source="x",
        text=text,
        kind="session",
        language="en",
        sessions=(Session(participations=people),),
        sections=(Section("other", text, whole),),
    )


def seconds(document: Document) -> float:
    began = time.process_time()
    found = find_names(document)
    assert {m.label for m in found.mentions} == {"PERSON", "ORG"}
    return time.process_time() - began


def test_time_grows_with_the_names() -> None:
    find_names(page(10))
    few, many = seconds(page(500)), seconds(page(2500))
    assert many < 12 * few + 0.5  # five times the names; the square would be 25 times


def test_each_of_many_alike_is_found() -> None:
    found = find_names(page(300)).mentions
    assert sum(m.label == "PERSON" and m.source == "roster" and " " in m.text for m in found) >= 300
