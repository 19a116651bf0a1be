"""A corpus that grows folder by folder: in any order the clusters are those of one run, and no id changes without a line in the log."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.identity.entry import entry

import igf_extract
from igf_extract import Settings
from igf_extract.identity import remember, resolve
from igf_extract.model import Entry, History, Identities

FOLDERS = ("2009-2012", "2013-2016", "2017-2020", "2021-2024")
LABELLED = Path(__file__).resolve().parents[3] / "shared" / "identity" / "dev" / "docs"
# each row: written forms of one person; namesakes and near names are rows of their own
PEOPLE = (
    (
        ("Wanda Okafor", "OKAFOR Wanda", "Dr. Wanda Okafor", "W. Okafor"),
        ("Tidewater Labs", "TideWater Labs Ltd"),
        "Civil Society",
        "African Group",
    ),
    (("Wanda Okafor",), ("Brightmoor Analytics",), "Private Sector", "Western European and Others Group (WEOG)"),
    (("Ana Clara Prado Lemos", "Ana Clara Prado", "Ana Lemos"), ("Instituto Ribeira", "Ribeira Institute"), "Civil Society", "GRULAC"),
    (("Lim Ji-won", "Jiwon Lim", "Lim Ji Won"), ("Network of Quiet Servers (NQS)", "NQS"), "Technical Community", "Asia-Pacific Group"),
    (
        ("Otto Grünau", "Otto Gruenau", "GRÜNAU Otto"),
        ("Ministry of ICT", "Ministry of ICT, Austria"),
        "Government",
        "Western European and Others Group (WEOG)",
    ),
    (("Otto Grunow",), ("University of Halden",), "Civil Society", "Eastern European Group"),
)


def page(rng: random.Random, year: int, number: int) -> str:
    lines = [f"IGF {year} WS #{number} Session number {number} of a year", ""]
    for place, (names, bodies, group, region) in enumerate(rng.sample(PEOPLE, 4), 1):
        who = (
            f"{rng.choice(names)}, {group}, {region}"
            if rng.random() < 0.3
            else f"{rng.choice(names)}, {rng.choice(bodies)}, {group}, {region}"
        )
        lines += [f"Speaker {place}: {who}", ""]
    named = rng.choice(PEOPLE)[0][0]
    return "\n".join(
        [*lines, "Description", "", f"{named} and Petra Quill of the Lantern Society will speak about names, says {named}.", ""]
    )


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = random.Random(7)
    base = tmp_path_factory.mktemp("growing")
    for folder in FOLDERS:
        (base / folder).mkdir()
        for number in range(1, 6):
            year = rng.randint(int(folder[:4]), int(folder[-4:]))
            (base / folder / f"{number}.txt").write_text(page(rng, year, number), encoding="utf-8")
    return base


def bearers(output: Path) -> dict[tuple[object, ...], str]:
    """(kind, place of the row) -> id, for every row that has one."""
    tables = igf_extract.load(output)
    out: dict[tuple[object, ...], str] = {}
    for kind in ("person", "organization"):
        for name, key in (("participations", ["entry_id"]), ("mentions", ["document_id", "char_start", "char_end", "label"])):
            rows = tables[name].dropna(subset=[f"{kind}_id"])
            for row in rows[[*key, f"{kind}_id"]].itertuples(index=False):
                out[(kind, *row[:-1])] = row[-1]
    return out


def clusters(ids: dict[tuple[object, ...], str]) -> set[frozenset[tuple[object, ...]]]:
    found: dict[tuple[object, str], set[tuple[object, ...]]] = {}
    for key, name in ids.items():
        found.setdefault((key[0], name), set()).add(key)
    return {frozenset(keys) for keys in found.values()}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_folder_by_folder_is_one_run(corpus: Path, tmp_path: Path, seed: int) -> None:
    folders = [corpus / name for name in FOLDERS]
    igf_extract.extract(folders, tmp_path / "once", settings=Settings(model="none"))
    _folder_by_folder(folders, tmp_path, seed, tmp_path / "cache", tmp_path / "once")


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The documents of the labelled corpus in four folders by year; the cache is shared by all orders."""
    base = tmp_path_factory.mktemp("labelled")
    folders = [base / name for name in FOLDERS]
    for folder in folders:
        folder.mkdir()
    for path in sorted(LABELLED.glob("*.txt")):
        year = int(next(part for part in path.stem.replace("_", "-").split("-") if part.isdigit() and len(part) == 4))
        home = next((f for f in folders if int(f.name[:4]) <= year <= int(f.name[-4:])), folders[-1])
        (home / path.name).write_bytes(path.read_bytes())
    igf_extract.extract(folders, base / "once", settings=Settings(model="none"))
    return folders


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled corpus (../shared/identity/dev) is not beside the repository")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_labelled_corpus_folder_by_folder(labelled: list[Path], tmp_path: Path, seed: int) -> None:
    base = labelled[0].parent
    _folder_by_folder(labelled, tmp_path, seed, base / "cache", base / "once")


def _folder_by_folder(folders: Sequence[Path], place: Path, seed: int, cache: Path, once: Path) -> None:
    """Adds the folders one by one in a random order: no id changes without a line in the log, and the end is that of one run."""
    chosen = Settings(model="none")
    order = random.Random(seed).sample(list(folders), len(folders))
    before: dict[tuple[object, ...], str] = {}
    for count in range(1, len(order) + 1):
        igf_extract.extract(order[:count], place / "out", settings=chosen, cache=cache)
        now = bearers(place / "out")
        log = igf_extract.load(place / "out").identity_changes
        told = {(row.kind, row.old_id, None if pd.isna(row.new_id) else row.new_id) for row in log.itertuples()}
        changed = {(key[0], old, now.get(key)) for key, old in before.items() if now.get(key) != old}
        assert changed <= told
        before = now
    assert clusters(bearers(place / "out")) == clusters(bearers(once))
    assert not [str(failure) for failure in _failures(place / "out")]


def _failures(output: Path) -> Sequence[object]:
    from igf_extract.tables.validate import validate

    return validate(output)


NAMES = st.sampled_from(["Wanda Okafor", "Okafor Wanda", "W. Okafor", "Wanda Maria Okafor", "Greta Holm", "Greta Holme", "Li Na", "Na Li"])
BODIES = st.none() | st.sampled_from(["Tidewater Labs", "Tidewater Lab", "ISOC", "Internet Society", "CIS", "Ministry of ICT"])
ROWS = st.lists(
    st.tuples(
        st.integers(0, 2), st.sampled_from(["2015a", "2016b", "2017c"]), NAMES, BODIES, st.none() | st.sampled_from(["weog", "african"])
    ),
    min_size=1,
    max_size=14,
)


def run(entries: Iterable[Entry], history: History | None) -> tuple[Identities, History]:
    everything = list(entries)
    found = remember(resolve(everything, (), history), {e.key.document for e in everything}, history)
    assert found.registry is not None
    rows = [("person", key, name) for key, name in found.person_of.items()]
    rows += [("organization", key, name) for key, name in found.organization_of.items()]
    present = {"person": frozenset(p.id for p in found.persons), "organization": frozenset(o.id for o in found.organizations)}
    return found, History(found.registry, found.changes, present, rows)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_no_id_changes_without_a_line(rows: list[tuple[int, str, str, str | None, str | None]]) -> None:
    entries = [
        (part, entry(f"{session}{part}", n, name, body, region=region)) for n, (part, session, name, body, region) in enumerate(rows)
    ]
    history: History | None = None
    before: Identities | None = None
    for last in range(3):
        found, history = run([e for part, e in entries if part <= last], history)
        told = {(c.kind, c.old_id, c.new_id) for c in found.changes}
        for kind in ("person_of", "organization_of"):
            for key, old in getattr(before, kind, {}).items():
                new = getattr(found, kind).get(key)
                assert new == old or (kind.removesuffix("_of"), old, new) in told
        assert run([e for part, e in entries if part <= last], history)[0] == found, "a second run changes nothing"
        before = found
