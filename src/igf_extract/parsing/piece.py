"""One entry of a listing: its lines, and what the listing around it says of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from igf_extract.model import Fact, Line, Participation, Session, Theme
from igf_extract.vocab.fold import fold

_WORD = re.compile(r"\w+")
_OF_ALL = frozenset({"body", "zone"})  # facts about all entries that are no column of a session


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry: lines ``first`` up to (not including) ``last`` of the document, opened by the line ``opener``.

    ``facts`` hold values that the entry's own lines do not say as a page would: what the slot line of a programme names, what
    the listing's heading says of all. ``certain`` names those that overrule the page; the others fill what it leaves open.
    """

    first: int
    last: int
    opener: int
    rule: str
    facts: tuple[tuple[str, Fact[Any]], ...] = ()
    certain: frozenset[str] = frozenset()
    theme: Theme | None = None
    day: Line | None = None  # on which all sessions of the listing take place

    def complete(self, session: Session) -> Session:
        """The session as the piece's page gives it, with what the listing adds."""
        facts = [(name, fact) for name, fact in self.facts if name not in _OF_ALL]
        values: dict[str, Any] = {name: fact for name, fact in facts if name in self.certain or getattr(session, name) is None}
        if self.theme is not None and _words(self.theme) not in map(_words, session.themes):
            values["themes"] = (self.theme, *session.themes)
        body = next((fact for name, fact in self.facts if name == "body"), None)
        if body is not None:
            values["participations"] = tuple(_of_body(session.participations, body))
        zone = next((fact for name, fact in self.facts if name == "zone"), None)
        session = replace(session, **values) if values else session
        return session if zone is None or session.starts_at is not None else _in_zone(session, zone)


def _words(theme: Theme) -> frozenset[str]:
    """What a theme is told by, however its words are joined ("Access & Trust", "Access, and Trust.")."""
    return frozenset(_WORD.findall(fold(theme.theme))) - {"and"}


def _in_zone(session: Session, zone: Fact[int]) -> Session:
    """The session with its wall clock as instants, in the zone that the listing gives to all times."""
    values: dict[str, Any] = {}
    for name in ("starts", "ends"):
        local: Fact[dt.datetime] | None = getattr(session, f"{name}_local")
        if local is not None:
            aware = local.value.replace(tzinfo=dt.timezone(dt.timedelta(minutes=zone.value))).astimezone(dt.UTC)
            values[f"{name}_at"] = replace(local, value=aware, confidence=min(local.confidence, zone.confidence))
    return replace(session, **values)


def _of_body(people: Sequence[Participation], body: Fact[str]) -> Iterator[Participation]:
    """The people of an event on the site of a body: those without another one belong to it, and its name alone is nobody."""
    for person in people:
        if person.name is None and person.organization is not None and fold(person.organization) == fold(body.value):
            continue
        own = person.name is not None and person.organization is None
        yield replace(person, organization=body.value) if own else person
