"""The key of somebody who is named in prose only: what a registry remembers in place of an entry."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from igf_extract.identity.body_name import read_body
from igf_extract.identity.known import known
from igf_extract.identity.person_name import read_name
from igf_extract.identity.target import Target, target_of

_LISTED = "known:"  # in front of the name of an institution of the list
PROSE = "prose:"  # in front of a key in the registry; the key of an entry begins with the digits of a document's id


def body_key(target: Target) -> str:
    """One key for equal targets; an institution of the list by its name, since its number changes with the list."""
    if target.kind == "known":
        return f"{_LISTED}{known().rows[int(target.key)].name}"
    return f"{target.kind}:{target.key}:{target.country or ''}"


def listed_name(key: str) -> str | None:
    """The institution of the list that a ``body_key`` stands for, by its name; None for all others."""
    return key.removeprefix(_LISTED) if key.startswith(_LISTED) else None


def remembered(founded: Mapping[str, tuple[str, ...]], given: Collection[str]) -> dict[str, str]:
    """Mention in prose (with ``PROSE`` in front) -> the id that it was given for, of those ids that are not ``given`` in this run.

    ``founded``: id -> its mentions, as a registry has them.
    """
    free = ((name, mentions) for name, mentions in founded.items() if name not in given)
    return {mention: name for name, mentions in free for mention in mentions if mention.startswith(PROSE)}


def prose_keys(kind: str, written: str, standing: Collection[str] = ()) -> list[str]:
    """The keys, with ``PROSE`` in front, under which somebody of that name may have been remembered."""
    if kind == "person":
        name = read_name(written)
        return [] if name is None else [f"{PROSE}{name.key}"]
    body = read_body(written)
    return [] if body is None else [f"{PROSE}{body_key(target_of(body, standing))}"]
