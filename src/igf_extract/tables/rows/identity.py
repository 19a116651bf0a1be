"""Rows of the tables about who is who itself: judged links, what to review, the registry of ids and the log of its changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from igf_extract.model import Identities, Link
from igf_extract.tables.arrow import Row

_SURE = 2.0  # log odds: a link whose evidence would have to change by more is not worth a look


def link_rows(identities: Identities) -> Iterator[dict[str, Any]]:
    """One row a judged pair; the last judgement of a pair stands."""
    for link in judged(identities):
        yield {
            "kind": link.kind,
            "a": link.a,
            "b": link.b,
            "decision": link.decision,
            "score": link.score,
            "margin": link.margin,
            "reason": link.reason,
        }


def judged(identities: Identities) -> list[Link]:
    """Each judged pair once, by its last judgement."""
    return list({(link.kind, link.a, link.b): link for link in identities.links}.values())


def entry_rows(links: Iterable[Link], participations: Iterable[Row]) -> Mapping[str, Row]:
    """The rows of the entries that the links are about, by ``entry_id``; an entry without a row is not in it."""
    wanted = {entry for link in links for entry in (link.a, link.b)}
    return {row["entry_id"]: row for row in participations if row["entry_id"] in wanted}


def review_rows(identities: Identities, participations: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """The links that a person should look at, the nearest to the opposite decision first; rivals of equal margin by their entries.

    Both sides as written, so that a line can be judged without a look at the texts.
    """
    near = [link for link in judged(identities) if link.margin is not None and link.margin <= _SURE]
    near.sort(key=lambda link: (link.margin or 0.0, link.kind, link.a, link.b))
    rows = entry_rows(near, participations)
    for rank, link in enumerate(near, 1):
        yield {
            "rank": rank,
            "kind": link.kind,
            "a": link.a,
            "b": link.b,
            "decision": link.decision,
            "margin": link.margin,
            "score": link.score,
            "reason": link.reason,
            **_side("a", link.kind, rows[link.a]),
            **_side("b", link.kind, rows[link.b]),
        }


def _side(side: str, kind: str, row: Row) -> dict[str, Any]:
    return {
        f"{side}_id": row[f"{kind}_id"],
        f"{side}_session_id": row["session_id"],
        f"{side}_name": row["name"],
        f"{side}_organization": row["organization"],
    }


def registry_rows(identities: Identities) -> Iterator[dict[str, Any]]:
    """One row for each mention of each id that was ever given, the founding mention first."""
    if identities.registry is None:
        return
    for kind, ids in identities.registry.founded.items():
        for name, mentions in ids.items():
            for ordinal, mention in enumerate(mentions, 1):
                yield {
                    "kind": kind,
                    "id": name,
                    "ordinal": ordinal,
                    "mention": mention,
                    "since": identities.registry.since[kind][name],
                }


def change_rows(identities: Identities) -> Iterator[dict[str, Any]]:
    """One row for each pair of an old and a new id, over all runs into this output."""
    for ordinal, change in enumerate(identities.changes, 1):
        yield {
            "ordinal": ordinal,
            "run": change.run,
            "kind": change.kind,
            "old_id": change.old_id,
            "what": change.what,
            "new_id": change.new_id,
            "rows": change.rows,
        }
