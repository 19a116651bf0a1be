"""Ids that outlast a run: each id with its founding mention; merges and splits are told."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from igf_extract.identity.ids import number_ids
from igf_extract.model import Identities, Identity


@dataclass(frozen=True, slots=True)
class Registry:
    """``founded``: kind -> id -> the keys of its entries, the founding mention first."""

    founded: Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an id: ``merged`` into ``other``, ``split`` with ``other`` new beside it, ``new``, or ``gone``."""

    kind: str
    id: str
    what: str
    other: str = ""


def kept_ids(found: Sequence[Identity], kind: str, registry: Registry | None) -> list[Identity]:
    """Each identity with its final id.

    An identity that holds the founding mention of an earlier id keeps it (the oldest of several: the others are merged
    into it). All others get the slug of their name; equal slugs are numbered by founding mention (year, document, place).
    """
    old = registry.founded.get(kind, {}) if registry else {}
    founder = {mentions[0]: number for number, mentions in old.items() if mentions}
    rank = {name: place for place, name in enumerate(old)}
    taken: list[str | None] = []
    for item in found:
        mine = [founder[str(key)] for key in item.entries if str(key) in founder]
        taken.append(min(mine, key=lambda name: rank[name]) if mine else None)
    fresh = [item.id for item, before in zip(found, taken, strict=True) if before is None]
    numbered = iter(number_ids(fresh, taken=(*old, *(name for name in taken if name))))
    return [replace(item, id=before if before is not None else next(numbered)) for item, before in zip(found, taken, strict=True)]


def changes(registry: Registry | None, result: Identities) -> tuple[Change, ...]:
    """What became of the ids of the registry."""
    out: list[Change] = []
    for kind, identities in (("person", result.persons), ("organization", result.organizations)):
        old = registry.founded.get(kind, {}) if registry else {}
        now = {str(key): item.id for item in identities for key in item.entries}
        for name, mentions in old.items():
            homes = list(dict.fromkeys(now[mention] for mention in mentions if mention in now))
            if not homes:
                out.append(Change(kind, name, "gone"))
            elif name not in homes:
                out.append(Change(kind, name, "merged", homes[0]))
            out += [Change(kind, name, "split", other) for other in homes if other != name and name in homes]
        out += [Change(kind, item.id, "new") for item in identities if item.id not in old]
    return tuple(sorted(out, key=lambda c: (c.kind, c.id, c.what, c.other)))


def remember(result: Identities, registry: Registry | None = None) -> Registry:
    """The registry after a run: every id of the result, and the earlier ids that this run did not meet."""
    founded: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for kind, identities in (("person", result.persons), ("organization", result.organizations)):
        old = dict(registry.founded.get(kind, {})) if registry else {}
        now = defaultdict(tuple[str, ...], {item.id: tuple(str(key) for key in item.entries) for item in identities})
        for name, mentions in now.items():
            first = old.get(name, ())[:1]
            old[name] = (*first, *(mention for mention in mentions if mention not in first))
        founded[kind] = MappingProxyType(old)
    return Registry(MappingProxyType(founded))


def read_registry(path: Path) -> Registry | None:
    """The registry of a JSON file, or None where there is no such file. Raises ``ValueError`` where it is no registry."""
    if not path.exists():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not all(isinstance(rows, dict) for rows in data.values()):
        raise ValueError(f"{path.name} is no registry of ids: delete it to begin anew, or bring back the last good copy")
    return Registry(MappingProxyType({kind: MappingProxyType({name: tuple(m) for name, m in rows.items()}) for kind, rows in data.items()}))


def write_registry(registry: Registry, path: Path) -> None:
    """Writes the registry as JSON, one id a line, replacing the file in one step."""
    plain = {kind: {name: list(mentions) for name, mentions in rows.items()} for kind, rows in registry.founded.items()}
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    partial = path.with_suffix(path.suffix + ".part")
    partial.write_text(text + "\n", encoding="utf-8")
    partial.replace(path)
