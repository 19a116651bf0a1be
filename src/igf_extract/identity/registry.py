"""Ids that outlast a run: each id with its founding mention; what became of the ids of an earlier output is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from igf_extract.identity.decisions import KINDS
from igf_extract.identity.ids import number_ids
from igf_extract.identity.prose_key import PROSE, prose_keys, remembered
from igf_extract.model import EntryKey, History, IdChange, Identities, Identity, MentionKey, Registry, TurnKey

RowKey = EntryKey | MentionKey | TurnKey


def kept_ids(found: Sequence[Identity], kind: str, history: History | None) -> list[Identity]:
    """Each identity with its final id.

    An identity that holds the founding mention of an earlier id keeps it (the oldest of several: the others are merged into it).
    Where the document of a founding mention is not read any more, the next mention of the id that is read founds it. Who was
    named in prose only, and takes part now, keeps the id too. All others get the slug of their name; equal slugs are numbered
    in the order of ``found``, past every id that was ever given.
    """
    taken = _claimed(found, kind, history) if history else [None] * len(found)
    fresh = [item.id for item, before in zip(found, taken, strict=True) if before is None]
    numbered = iter(number_ids(fresh, taken=_founded(history, kind)))
    return [replace(item, id=before if before is not None else next(numbered)) for item, before in zip(found, taken, strict=True)]


def _founded(history: History | None, kind: str) -> Mapping[str, tuple[str, ...]]:
    return history.registry.founded.get(kind, {}) if history else {}


def _claimed(found: Sequence[Identity], kind: str, history: History) -> list[str | None]:
    old, since = history.registry.founded.get(kind, {}), history.registry.since.get(kind, {})
    now = {str(key): number for number, item in enumerate(found) for key in item.entries}
    taken: list[str | None] = [None] * len(found)
    for name in sorted(old, key=lambda name: (since[name], name)):
        home = next((now[mention] for mention in old[name] if mention in now), None)
        if home is not None and taken[home] is None:
            taken[home] = name
    told = remembered(old, {name for name in taken if name})
    for number, item in enumerate(found if told else ()):
        if taken[number] is None:
            keys = (key for written, _ in item.names for key in prose_keys(kind, written))
            taken[number] = next((told.pop(key) for key in keys if key in told), None)
    return taken


def remember(result: Identities, documents: Set[str], history: History | None = None) -> Identities:
    """``result`` with the registry for the next run, and the log of all changes of ids so far, those of this run behind.

    ``documents``: the ids of all documents of this run; rows of others have not changed but are gone.
    """
    run = _next_run(history)
    founded: dict[str, Mapping[str, tuple[str, ...]]] = {}
    since: dict[str, Mapping[str, int]] = {}
    for kind, identities in zip(KINDS, (result.persons, result.organizations), strict=True):
        names = dict(_founded(history, kind))
        runs = dict(history.registry.since.get(kind, {})) if history else {}
        for item in identities:
            now = [str(key) for key in item.entries] or [f"{PROSE}{item.told}"]
            first = names.get(item.id, ())[:1]
            names[item.id] = (*first, *(mention for mention in now if mention not in first))
            runs.setdefault(item.id, run)
        founded[kind], since[kind] = MappingProxyType(names), MappingProxyType(runs)
    registry = Registry(MappingProxyType(founded), MappingProxyType(since))
    log = (*history.changes, *_changes(history, result, documents, run)) if history else ()
    return replace(result, registry=registry, changes=log)


def _next_run(history: History | None) -> int:
    if history is None:
        return 1
    runs = [run for kind in history.registry.since.values() for run in kind.values()]
    return max([*runs, *(change.run for change in history.changes)], default=0) + 1


def _changes(history: History, result: Identities, documents: Set[str], run: int) -> Iterator[IdChange]:
    """What became of the ids of the earlier output, one line for each pair of an old and a new id."""
    moved = _moved_rows(history.rows, result, documents)
    for kind, identities in zip(KINDS, (result.persons, result.organizations), strict=True):
        present = {item.id for item in identities}
        known = _founded(history, kind)
        gone: set[str] = set(history.present.get(kind, frozenset())) - present
        for (old, new), rows in sorted(moved[kind].items(), key=lambda pair: (pair[0][0], pair[0][1] or "")):
            if new is None:
                what = "unlinked"
            elif new not in known:
                what = "split"
            else:
                what = "moved" if old in present else "merged"
            gone.discard(old)
            yield IdChange(run, kind, old, what, new, rows)
        for old in sorted(gone):
            yield IdChange(run, kind, old, "gone", None, 0)


def _moved_rows(
    rows: Iterable[tuple[str, RowKey, str]], result: Identities, documents: Set[str]
) -> dict[str, Counter[tuple[str, str | None]]]:
    """Rows of both outputs whose id is another one now, by kind and pair of ids."""
    moved: dict[str, Counter[tuple[str, str | None]]] = defaultdict(Counter)
    for kind, key, old in rows:
        if key.document in documents:
            new = _id_of(result, kind, key)
            if new != old:
                moved[kind][(old, new)] += 1
    return moved


def _id_of(result: Identities, kind: str, key: RowKey) -> str | None:
    if isinstance(key, EntryKey):
        return (result.person_of if kind == "person" else result.organization_of).get(key)
    if isinstance(key, MentionKey):
        return (result.person_of_mention if kind == "person" else result.organization_of_mention).get(key)
    return result.person_of_turn.get(key)
