"""Repeats of one participation in one session count once; a plain moderator beside an online one is the onsite one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from igf_extract.model import Participation
from igf_extract.parsing.people.elsewhere import cut_at_named
from igf_extract.parsing.people.glued import unglued
from igf_extract.parsing.people.known import bodies_behind, bodies_known, people_known, plain
from igf_extract.parsing.people.shape import CLOSING_ACRONYM

_PLACED = frozenset({"onsite_moderator", "online_moderator"})
_PLAIN = ".plain_moderator"  # end of the rule of a moderator whose label did not say where
_DETAILS = ("organization", "title", "stakeholder_group", "regional_group", "country")


def settle_moderators(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """A "Moderator" whose label did not say where is the onsite one where the session also has an online moderator.

    Chairs and facilitators stay ``moderator``. Call it with all participations of one session; ``merge_participations`` does.
    """
    parts = tuple(parts)
    if not any(part.role == "online_moderator" for part in parts):
        return parts
    return tuple(map(as_onsite, parts))


def as_plain_moderator(part: Participation) -> Participation:
    """A moderator whose label did not say where, told so for the settling of all moderators of the session."""
    if part.role != "moderator":
        return part
    return replace(part, evidence=replace(part.evidence, rule=part.evidence.rule.rpartition(".")[0] + _PLAIN))


def as_onsite(part: Participation) -> Participation:
    """A moderator whose label did not say where, as the one in the room; any other participation as it is."""
    plain = part.role == "moderator" and part.evidence.rule.endswith(_PLAIN)
    return replace(part, role="onsite_moderator") if plain else part


def _placed_moderators(parts: tuple[Participation, ...]) -> tuple[Participation, ...]:
    """A moderator of no said place who is also named as the onsite or online one is that one, and brings the details along."""
    details = {plain(part.name): part for part in parts if part.role == "moderator" and part.name}
    placed = {plain(part.name) for part in parts if part.role in _PLACED and part.name}
    kept = (part for part in parts if not (part.role == "moderator" and part.name and plain(part.name) in placed))
    return tuple(
        _with(part, details[plain(part.name)]) if part.role in _PLACED and part.name and plain(part.name) in details else part
        for part in kept
    )


def merge_participations(parts: Iterable[Participation], text: str = "") -> tuple[Participation, ...]:
    """One participation for each person (or body) and role of one session, in the order of first appearance.

    Doubled blocks, updated rosters and repeated run-on lines count once; the entry takes the details of all its repeats, the
    first of two different ones wins. A body that is listed as such and nameless organisers keep their own entries; nameless
    organisers are never merged, because two of them may be alike. ``text``: that of the document, where it names people of a line
    whose breaks were lost.
    """
    merged: dict[tuple[str, ...], Participation] = {}
    parts = unglued(cut_at_named(parts, text) if text else parts)
    for at, part in enumerate(bodies_known(_placed_moderators(settle_moderators(bodies_behind(people_known(parts)))))):
        key = _key(part, at)
        first = merged.get(key)
        merged[key] = part if first is None else _with(first, part)
    return tuple(merged.values())


def _key(part: Participation, at: int) -> tuple[str, ...]:
    if part.name:
        return (part.role, "person", plain(part.name))
    if part.organization:
        return (part.role, "body", plain(CLOSING_ACRONYM.sub("", part.organization)))
    return (part.role, "nameless", part.evidence.rule, str(at))


def _with(first: Participation, other: Participation) -> Participation:
    """The first entry with the details that only the other has; of two spellings of a body the one with its acronym."""
    if not first.name and len(other.organization or "") > len(first.organization or ""):
        first, other = other, first
    changes: dict[str, object] = {
        name: getattr(other, name) for name in _DETAILS if getattr(first, name) is None and getattr(other, name) is not None
    }
    if "organization" in changes:
        changes["organization_span"] = other.organization_span
    if first.country is None and other.country is not None:
        changes["country_code"] = other.country_code
    changes["role_inferred"] = first.role_inferred and other.role_inferred
    changes["confidence"] = max(first.confidence, other.confidence)
    return replace(first, **changes)  # type: ignore[arg-type]
