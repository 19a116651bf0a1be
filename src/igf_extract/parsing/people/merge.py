"""Repeats of one participation in one session count once; a plain moderator beside an online one is the onsite one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from igf_extract.model import Participation
from igf_extract.vocab.fold import fold_accents

_PLACED = frozenset({"onsite_moderator", "online_moderator"})
_DETAILS = ("organization", "title", "stakeholder_group", "regional_group", "country")


def settle_moderators(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """A "Moderator" whose label did not say where is the onsite one where the session also has an online moderator.

    Chairs and facilitators stay ``moderator``. Call it with all participations of one session; ``merge_participations`` does.
    """
    parts = tuple(parts)
    if not any(part.role == "online_moderator" for part in parts):
        return parts
    return tuple(
        replace(part, role="onsite_moderator") if part.role == "moderator" and part.evidence.rule.endswith(".plain_moderator") else part
        for part in parts
    )


def _placed_moderators(parts: tuple[Participation, ...]) -> tuple[Participation, ...]:
    """A moderator of no said place who is also named as the onsite or online one is that one, and brings the details along."""
    details = {_plain(part.name): part for part in parts if part.role == "moderator" and part.name}
    placed = {_plain(part.name) for part in parts if part.role in _PLACED and part.name}
    kept = (part for part in parts if not (part.role == "moderator" and part.name and _plain(part.name) in placed))
    return tuple(
        _with(part, details[_plain(part.name)]) if part.role in _PLACED and part.name and _plain(part.name) in details else part
        for part in kept
    )


def merge_participations(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """One participation for each person (or body) and role of one session, in the order of first appearance.

    Doubled blocks, updated rosters and repeated run-on lines count once; the entry takes the details of all its repeats, the
    first of two different ones wins. A body that is listed as such and nameless organisers keep their own entries; nameless
    organisers are never merged here, because two of them may be alike (``drop_second_printing`` is for doubled blocks).
    """
    merged: dict[tuple[str, ...], Participation] = {}
    for at, part in enumerate(_bodies_known(_placed_moderators(settle_moderators(_people_known(tuple(parts)))))):
        key = _key(part, at)
        merged[key] = _with(merged[key], part) if key in merged else part
    return tuple(merged.values())


def _bodies_known(parts: tuple[Participation, ...]) -> tuple[Participation, ...]:
    """A bare "person" whose name is the body of somebody else in this session is that body."""
    bodies = {_plain(part.organization) for part in parts if part.name and part.organization}
    return tuple(
        replace(part, name=None, name_span=None, organization=part.name, organization_span=part.name_span)
        if part.name and part.name_span and not (part.organization or part.title) and _plain(part.name) in bodies
        else part
        for part in parts
    )


def _people_known(parts: tuple[Participation, ...]) -> tuple[Participation, ...]:
    """ "Ana Ruiz, Luis Paz" read as a person and a body are two people where the second one has a body elsewhere."""
    names = {_plain(part.name) for part in parts if part.name}
    people = {_plain(part.name) for part in parts if part.name and part.organization and _plain(part.organization) not in names}
    people -= {_plain(part.organization) for part in parts if part.organization and not part.name}
    out: list[Participation] = []
    for part in parts:
        other = _plain(part.organization) if part.name and part.organization and part.organization_span and not part.title else ""
        if not other or other not in people or any(getattr(part, name) is not None for name in _DETAILS[2:]):
            out.append(part)
            continue
        out.append(replace(part, organization=None, organization_span=None))
        out.append(replace(part, name=part.organization, name_span=part.organization_span, organization=None, organization_span=None))
    return tuple(out)


def _key(part: Participation, at: int) -> tuple[str, ...]:
    if part.name:
        return (part.role, "person", _plain(part.name))
    if part.organization:
        return (part.role, "body", _plain(part.organization))
    return (part.role, "nameless", part.evidence.rule, str(at))


def _plain(text: str) -> str:
    return "".join(char for char in fold_accents(text) if char.isalnum())


def _with(first: Participation, other: Participation) -> Participation:
    """The first entry with the details that only the other has."""
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
