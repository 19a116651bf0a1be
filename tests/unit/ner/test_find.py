from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igf_extract.model import Document, Evidence, Participation, Section, Session, Span
from igf_extract.ner.find import find_names


class Scripted:
    """A model that finds what it was told."""

    name, version = "scripted", "0"

    def __init__(self, *names: tuple[str, str]) -> None:
        self.names = names

    def find(self, texts: Sequence[str]) -> Iterator[list[tuple[int, int, str]]]:
        for text in texts:
            yield [(text.index(n), text.index(n) + len(n), label) for n, label in self.names if n in text]


def article(text: str) -> Document:
    return Document(source="x", text=text, kind="article")


def description(text: str) -> Document:
    section = Section("description", text, Evidence(Span(0, len(text)), "test"))
    return Document(source="x", text=text, kind="session", sections=(section,))


def names(document: Document) -> list[tuple[str, str]]:
    return [(m.text, m.label) for m in document.mentions]


def test_spans_quote_exactly() -> None:
    document = find_names(article("The Ministry of Ice met the Council of Europe and UNESCO."))
    assert names(document) == [("Ministry of Ice", "ORG"), ("Council of Europe", "ORG"), ("UNESCO", "ORG")]
    assert all(m.span.of(document.text) == m.text for m in document.mentions)


def test_roster_in_prose_and_in_its_lines() -> None:
    text = "Ann Okoro-Lind, Ice Watch\nIn the first part Okoro-Lind speaks, then Ice Watch."
    line = Evidence(Span(0, 25), "people")
    session = Session(participations=(Participation(role="speaker", evidence=line, name="Ann Okoro-Lind", organization="Ice Watch"),))
    prose = Section("description", text[26:], Evidence(Span(26, len(text)), "label"), session_index=0)
    found = find_names(Document(source="x", text=text, kind="session", sessions=(session,), sections=(prose,)))
    assert names(found) == [("Ann Okoro-Lind", "PERSON"), ("Ice Watch", "ORG"), ("Okoro-Lind", "PERSON"), ("Ice Watch", "ORG")]
    assert {m.source for m in found.mentions} == {"roster"}
    assert [m.session_index for m in found.mentions] == [0, 0, 0, 0]
    assert found.mentions[2].section_ordinal == 0


def test_acronym_defined_in_the_text_counts_everywhere() -> None:
    found = find_names(article("The Frozen Lakes Network (FLN) began.\n\nLater FLN grew."))
    assert names(found) == [("Frozen Lakes Network", "ORG"), ("FLN", "ORG"), ("FLN", "ORG")]


def test_surname_alone_after_the_full_name() -> None:
    document = article("First Ilse Brandt spoke.\n\nThen Brandt left.")
    assert names(find_names(document, Scripted(("Ilse Brandt", "PERSON")))) == [("Ilse Brandt", "PERSON"), ("Brandt", "PERSON")]


def test_one_word_person_needs_evidence() -> None:
    document = article("Then Lantern came. Mr Brandt left.")
    assert names(find_names(document, Scripted(("Lantern", "PERSON"), ("Brandt", "PERSON")))) == [("Brandt", "PERSON")]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The Budapest Convention applies.", "Budapest Convention"),
        ("We use Zoom today.", "Zoom"),
        ("People in Kenya agree.", "Kenya"),
        ("The Committee met.", "Committee"),
        ("It was a Frozen Lakes Act of sorts.", "Frozen Lakes Act"),
    ],
)
def test_what_is_no_organisation(text: str, wrong: str) -> None:
    found = find_names(article(text), Scripted((wrong, "ORG"))).mentions
    assert not [m for m in found if m.label in ("PERSON", "ORG")]


def test_year_stays_outside() -> None:
    assert names(find_names(article("At Frostcon 2031 we met."), Scripted(("Frostcon 2031", "ORG")))) == [("Frostcon", "ORG")]


def test_nationality_belongs_to_an_institution() -> None:
    assert names(find_names(article("the Belgian Ministry of Ice said"))) == [("Belgian Ministry of Ice", "ORG")]


def test_social_network_in_a_share_line() -> None:
    assert not find_names(article("You can follow us on Twitter for updates.")).mentions
    assert names(find_names(article("In May, Twitter and Facebook removed it."))) == [("Twitter", "ORG"), ("Facebook", "ORG")]


@pytest.mark.parametrize("piece", ["Ministry of ", "A, ", "UNESCO (UNESCO) ", "Open Foundation ", "Maria-", "(", "Maria Silva "])
def test_hostile_text_takes_no_time(piece: str) -> None:
    began = time.process_time()
    find_names(article(piece * 3000))
    assert time.process_time() - began < 10


PIECES = ["UNESCO", "(", ")", "Ann Lee", "\n", "•", "’s", "Ministry of", "the", "-", ". ", "🔒", "\u2011"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_text_gives_mentions_that_quote(text: str) -> None:
    found = find_names(article(text))
    assert all(m.span.of(text) == m.text and m.text.strip() for m in found.mentions)
    ordered = [m.span for m in found.mentions]
    assert all(a.end <= b.start for a, b in itertools.pairwise(ordered))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We asked Ambassador van der Frosten about it.", [("van der Frosten", "PERSON")]),
        ("Then Moderator Velmoro asked each of them.", [("Velmoro", "PERSON")]),
        ("Eng. Velmoro opened with the price.", [("Velmoro", "PERSON")]),
        ("In the Justice Index it is last.", []),
        ("Some supported XX, others YY.", []),
        ("Maria Lund from Frostagen in Banjul spoke.", [("Maria Lund", "PERSON"), ("Frostagen", "ORG")]),
        ("Maria Lund from Frostagen in Kenya spoke.", [("Maria Lund", "PERSON")]),
        ("Network neutrality (NN) is the topic.", []),
        ("Public trust (PT) is the topic.", []),
        ("The Velm university (VU) is the host.", [("Velm university", "ORG"), ("VU", "ORG")]),
    ],
)
def test_in_a_sentence(text: str, found: list[tuple[str, str]]) -> None:
    assert [n for n in names(find_names(description(text))) if n[1] in ("PERSON", "ORG")] == found
