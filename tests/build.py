"""Builders with defaults: documents as the stages would leave them, with evidence that quotes its text.

A ``Page`` collects text; each of its methods writes a value as a line of its own and returns the record that points to it:

    page = Page("2023/ws1.txt")
    session = Session(year=page.fact(2023), title=page.fact("A title"))
    document = page.document(session)
"""

from __future__ import annotations

import hashlib
from typing import Any

from igf_extract.model import (
    Document,
    Evidence,
    Fact,
    Goal,
    Identities,
    Identity,
    Mention,
    Method,
    Outcome,
    Participation,
    Section,
    Session,
    Span,
    Theme,
    Turn,
)


class Page:
    """A text that grows with the records that are read from it."""

    def __init__(self, source: str = "a.txt", kind: str = "session") -> None:
        self.source, self.kind, self.text = source, kind, ""

    def write(self, words: str) -> Span:
        """Appends a line; the span covers ``words``."""
        start = len(self.text)
        self.text += words + "\n"
        return Span(start, start + len(words))

    def evidence(self, words: str, rule: str = "test") -> Evidence:
        return Evidence(self.write(words), rule, Method.LABEL)

    def fact(self, value: Any, words: str | None = None, confidence: float = 1.0) -> Fact[Any]:
        return Fact(value, self.evidence(words or str(value)), confidence)

    def theme(self, theme: str, level: str | None = None) -> Theme:
        return Theme(theme=theme, level=level, evidence=self.evidence(theme))

    def goal(self, sdg: int, target: str = "", listed: bool = True) -> Goal:
        return Goal(sdg=sdg, target=target, listed=listed, evidence=self.evidence(f"Goal {sdg} {target}".strip()))

    def outcome(self, text: str, kind: str = "key_takeaway") -> Outcome:
        return Outcome(kind=kind, text=text, evidence=self.evidence(f"- {text}"))

    def person(self, name: str | None, role: str = "speaker", organization: str | None = None, **details: Any) -> Participation:
        words = ", ".join(word for word in (name, organization, *map(str, details.values())) if word)
        return Participation(**{"role": role, "name": name, "organization": organization, "evidence": self.evidence(words), **details})

    def section(self, text: str, field: str = "description", session_index: int | None = 0) -> Section:
        return Section(field=field, text=text, evidence=self.evidence(text), session_index=session_index)

    def turn(self, text: str, speaker: str | None = None, session_index: int | None = 0) -> Turn:
        return Turn(speaker, text, self.evidence(f">> {speaker}: {text}" if speaker else text), session_index)

    def mention(self, text: str, label: str = "PERSON", session_index: int | None = 0, **details: Any) -> Mention:
        return Mention(self.write(text), label, text, "model", session_index=session_index, **details)

    def document(self, *sessions: Session, **fields: Any) -> Document:
        """The document with the text written so far."""
        data = self.text.encode("utf-8")
        cells: dict[str, Any] = {
            "source": self.source,
            "data": data,
            "sha256": hashlib.sha256(data).hexdigest(),
            "size_bytes": len(data),
            "text": self.text,
            "encoding": "utf-8",
            "language": "en",
            "kind": self.kind,
            "sessions": sessions,
        }
        return Document(**(cells | fields))


def session(page: Page, year: int | None = 2023, kind: str | None = "workshop", number: str | None = "1", **fields: Any) -> Session:
    """A session with its title; give ``title=None`` for one without. Values that are no records yet are written to the page."""
    cells: dict[str, Any] = {"year": year, "session_type": kind, "number": number, "title": "Trust in connected things", **fields}
    scalars = {
        "year",
        "session_type",
        "number",
        "title",
        "format",
        "duration_minutes",
        "date",
        "room",
        "starts_at",
        "ends_at",
        "description",
    }
    scalars |= {"seating", "format_as_written", "starts_local", "ends_local", "time_as_written", "language"}
    written = {k: page.fact(v) if k in scalars and v is not None and not isinstance(v, Fact) else v for k, v in cells.items()}
    return Session(**written)


def full_page(source: str = "a.txt", number: str = "1", title: str = "Trust in connected things", kind: str = "session") -> Document:
    """A page with something in every table that one document fills."""
    page = Page(source, kind)
    page.write(f"Page {source}")  # no two pages have the same bytes
    one = session(
        page,
        number=number,
        title=title,
        format="panel",
        duration_minutes=60,
        room="Room A",
        themes=(page.theme("Trust", "theme"), page.theme("Sécurité 🔒")),
        goals=(page.goal(9), page.goal(16, "16.3")),
        policy_questions=(page.fact("Who decides?", "1) Who decides?"), page.fact("Who pays?", "2) Who pays?")),
        outcomes=(page.outcome("Standards help."), page.outcome("Publish them.", "call_to_action")),
        participations=(
            page.person("Ana Ruiz", "organizer", "Open Net Trust", stakeholder_group="civil_society"),
            page.person("Bo Lind", "speaker", regional_group="weog"),
            page.person(None, "organizer", "Ministry of Post"),
        ),
    )
    description = page.section("Things talk to each other.\n    Bo Lind explains.")
    turn = page.turn("Good morning.", "ANA RUIZ")
    mention = page.mention("Bo Lind", section_ordinal=0)
    return page.document(one, sections=(description,), turns=(turn,), mentions=(mention,))


def identity(id: str, name: str, **fields: Any) -> Identity:
    return Identity(**{"id": id, "name": name, "names": ((name, 1),), "entries": (), **fields})


def identities(**fields: Any) -> Identities:
    return Identities(**fields)
