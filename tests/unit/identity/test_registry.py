"""Ids kept from run to run, and the log of what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.identity.entry import entry

from igf_extract.identity import remember, resolve
from igf_extract.model import Decision, Entry, History, Identities

SANTOS = entry("2015a", 0, "Maria Santos", "Tidewater Labs", group="cs", region="asia_pacific")
EARLIER = entry("2011x", 0, "Maria Santos", "Brightmoor Analytics", group="cs", region="grulac")
SAME = Decision(str(SANTOS.key), str(EARLIER.key), "same")


def run(entries: Sequence[Entry], history: History | None = None, decisions: Sequence[Decision] = ()) -> tuple[Identities, History]:
    """One run over ``entries``, and what its output remembers."""
    found = remember(resolve(entries, decisions, history), {e.key.document for e in entries}, history)
    assert found.registry is not None
    rows = [("person", key, name) for key, name in found.person_of.items()]
    rows += [("organization", key, name) for key, name in found.organization_of.items()]
    present = {"person": frozenset(p.id for p in found.persons), "organization": frozenset(o.id for o in found.organizations)}
    return found, History(found.registry, found.changes, present, rows)


def told(found: Identities) -> list[tuple[int, str, str, str | None]]:
    return [(c.run, c.old_id, c.what, c.new_id) for c in found.changes if c.kind == "person"]


def test_ids_outlast_an_earlier_namesake() -> None:
    _, history = run([SANTOS])
    found, _ = run([SANTOS, EARLIER], history)
    assert found.person_of[SANTOS.key] == "maria-santos"
    assert found.person_of[EARLIER.key] == "maria-santos-2"
    assert not found.changes


def test_without_a_registry_the_first_mention_has_the_plain_id() -> None:
    assert resolve([SANTOS, EARLIER]).person_of[EARLIER.key] == "maria-santos"


def test_a_merge_is_told_and_undone() -> None:
    apart, history = run([SANTOS, EARLIER])
    merged, history = run([SANTOS, EARLIER], history, [SAME])
    assert told(merged) == [(2, "maria-santos-2", "merged", "maria-santos")]
    again, history = run([SANTOS, EARLIER], history)
    assert again.person_of == apart.person_of
    assert told(again)[1:] == [(3, "maria-santos", "moved", "maria-santos-2")]
    assert run([SANTOS, EARLIER], history)[0] == again, "a run that changes nothing adds no line"


def test_a_split_is_told() -> None:
    joined, history = run([SANTOS, EARLIER], None, [SAME])
    assert len(joined.persons) == 1
    found, _ = run([SANTOS, EARLIER], history)
    assert told(found) == [(2, "maria-santos", "split", "maria-santos-2")]
    assert found.person_of[EARLIER.key] == "maria-santos", "the founding mention keeps the id"


def test_documents_that_go_and_come_back() -> None:
    first, history = run([SANTOS, EARLIER])
    without, history = run([SANTOS], history)
    assert without.person_of[SANTOS.key] == "maria-santos-2"
    assert told(without) == [(2, "maria-santos", "gone", None)]
    back, _ = run([SANTOS, EARLIER], history)
    assert back.person_of == first.person_of
    assert told(back) == told(without)


def test_the_next_mention_founds_an_id_whose_document_is_gone() -> None:
    later = entry("2019c", 0, "Maria Luisa Santos", "Tidewater Labs", group="cs", region="asia_pacific")
    first, history = run([SANTOS, later])
    (only,) = first.persons
    found, _ = run([later], history)
    assert found.person_of == {later.key: only.id}
    assert not found.changes


def test_an_id_is_never_given_again() -> None:
    _, history = run([SANTOS])
    found, _ = run([EARLIER], history)
    assert found.person_of[EARLIER.key] == "maria-santos-2"


def test_nothing_changes_on_a_second_run() -> None:
    first, history = run([SANTOS, EARLIER])
    assert run([SANTOS, EARLIER], history)[0] == first
