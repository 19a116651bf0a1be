"""A run that remembers the one before gives what a run over everything gives, and compares only what has changed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.identity.entry import entry

from igf_extract.identity import Memory, affiliations, people, remember, resolve
from igf_extract.model import Decision, Entry, History, Identities

GIVEN = ["Wanda", "Greta", "Maria", "Li", "José", "M.", "Ana Maria", "Bob", "Robert", "Yusuf", "Youssef"]
FAMILY = ["Okafor", "Holm", "Holme", "Na", "Nan", "Prado Lemos", "Prado", "Lemos", "al-Harbi", "Harbi", "van der Berg"]
BODIES = [
    "Tidewater Labs",
    "TideWater Labs Ltd",
    "Quillon Institute for Net Law",
    "QINL",
    "Ministry of ICT",
    "Ministry of ICT, Kenya",
    "Internet Society",
    "ISOC",
    "ISOC Ghana",
    "CIS",
    "Centre for Internet and Society",
    "Stanford Center for Internet and Society",
    "Instituto Quillón",
    "Quillón Institute",
    "Tidewater Labs and QINL",
    "Tidewater Labs / Brightmoor",
    "Brightmoor",
    "Faculty of Law, Quillon University",
    "Quillon University",
]
REGIONS = [None, "african", "weog", "asia_pacific"]
GROUPS = [None, "cs", "ps", "gov"]


def document(rng: random.Random, number: int) -> list[Entry]:
    """The entries of one document: a session of its own, or one of three that several documents tell of."""
    year = rng.choice([2009, 2012, 2015])
    session = f"{year}s{number if rng.random() < 0.6 else rng.randint(1, 3)}"
    out = []
    for place in range(rng.randint(1, 5)):
        name = None
        if rng.random() < 0.9:
            words = [rng.choice(GIVEN), rng.choice(FAMILY)]
            name = " ".join(words if rng.random() < 0.7 else words[::-1])
        found = entry(
            session,
            place,
            name,
            rng.choice(BODIES) if rng.random() < 0.8 or name is None else None,
            group=rng.choice(GROUPS),
            region=rng.choice(REGIONS),
            country=rng.choice([None, None, "KE", "US"]),
            role=rng.choice(["speaker", "speaker", "moderator", "organizer"]),
        )
        out.append(Entry(**{**{f: getattr(found, f) for f in found.__slots__}, "key": found.key._replace(document=f"d{number:03}")}))
    return out


def step(
    entries: Sequence[Entry], history: History | None, memory: Memory | None, decisions: Sequence[Decision]
) -> tuple[Identities, History]:
    found = remember(resolve(entries, decisions, history, memory), {e.key.document for e in entries}, history)
    assert found.registry is not None
    rows: Iterable[Any] = [
        *(("person", key, name) for key, name in found.person_of.items()),
        *(("organization", key, name) for key, name in found.organization_of.items()),
    ]
    present = {"person": frozenset(p.id for p in found.persons), "organization": frozenset(o.id for o in found.organizations)}
    return found, History(found.registry, found.changes, present, rows)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_in_batches_is_all_at_once(seed: int) -> None:
    """Random batches, one document taken away and one replaced: clusters, ids, links and log are those of runs without a memory."""
    rng = random.Random(seed)
    documents = {number: document(rng, number) for number in range(rng.randint(3, 14))}
    decisions = [Decision("Wanda Okafor", "Wanda Holm", "same"), Decision("Brightmoor", "CIS", "different", kind="organization")]
    decisions = decisions if rng.random() < 0.3 else []
    cuts = sorted(rng.sample(range(1, len(documents)), 2))
    order = rng.sample(list(documents), len(documents))
    batches = [order[: cuts[0]], order[: cuts[1]], order, [n for n in order if n != order[0]]]
    kept: bytes | None = None
    quick: History | None = None
    slow: History | None = None
    for turn, batch in enumerate(batches):
        if turn == 3:
            documents[order[1]] = document(rng, order[1])
        entries = [e for number in batch for e in documents[number]]
        memory = Memory.from_bytes(kept)
        found, quick = step(entries, quick, memory, decisions)
        expected, slow = step(entries, slow, None, decisions)
        assert found == expected
        kept = memory.to_bytes()
    fresh = resolve(entries, decisions)
    assert fresh.links == found.links
    assert {frozenset(p.entries) for p in fresh.persons} == {frozenset(p.entries) for p in found.persons}
    assert {frozenset(b.entries) for b in fresh.organizations} == {frozenset(b.entries) for b in found.organizations}


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The names and organisations of each part that is compared."""
    seen: list[set[str]] = []
    for module, name in ((people, "cluster_persons"), (affiliations, "cluster_organizations")):
        plain = getattr(module, name)

        def noting(items: Sequence[Any], *rest: Any, plain: Any = plain, kind: str = name) -> Any:
            seen.append({(item.entry.name if kind == "cluster_persons" else item.entry.organization) or "" for item in items})
            return plain(items, *rest)

        monkeypatch.setattr(module, name, noting)
    return seen


def islands() -> list[Entry]:
    """Forty people of twenty bodies, each twice, no two of them alike."""
    out = []
    for number in range(40):
        name, body = (
            f"{chr(65 + number % 26)}{'aeiou'[number % 5]}bert{number % 7}x {'bdgklmnp'[number % 8] * 2}umer{number}",
            f"Body{number % 20}q",
        )
        out += [entry(f"{2010 + part}s{number}", part, name, body, group="cs", region="weog") for part in (0, 1)]
    return out


def test_what_nothing_touches_is_not_compared_again(compared: list[set[str]]) -> None:
    entries = islands()
    first = Memory()
    resolve(entries, memory=first)
    everything = len(compared)
    compared.clear()
    resolve(entries, memory=Memory.from_bytes(first.to_bytes()))
    assert compared == [], "nothing has changed"
    new = entry("2015z", 0, entries[0].name, entries[0].organization, group="cs", region="weog")
    resolve([*entries, new], memory=Memory.from_bytes(first.to_bytes()))
    assert 0 < len(compared) <= 4 < everything
    assert all(part <= {entries[0].name, entries[0].organization} for part in compared)


def test_a_document_that_goes_touches_its_own_people_only(compared: list[set[str]]) -> None:
    entries = islands()
    first = Memory()
    resolve(entries, memory=first)
    gone = entries[7]
    left = [e for e in entries if e is not gone]
    expected = resolve(left)
    compared.clear()
    assert resolve(left, memory=Memory.from_bytes(first.to_bytes())) == expected
    assert 0 < len(compared) <= 4
    assert all(part <= {gone.name, gone.organization} for part in compared)


def test_a_second_bearer_of_a_name_is_seen_by_the_others(compared: list[set[str]]) -> None:
    """A word that was one person's and is not any more weighs less, for entries too that are as they were."""
    entries = [entry("2010a", 0, "Wanda Quillon", "Tidewater Labs"), entry("2011b", 0, "W. Quillon")]
    first = Memory()
    resolve(entries, memory=first)
    more = [*entries, entry("2012c", 0, "Greta Quillon", "Brightmoor")]
    assert resolve(more, memory=Memory.from_bytes(first.to_bytes())) == resolve(more)
    assert any("W. Quillon" in part for part in compared)
