"""A name and a body with nothing but a blank between them, which the other entries of the session tell apart: "Velko Tarn Lamp Council"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from igf_extract.model import Participation, Span
from igf_extract.parsing.people.shape import name_score, organization_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import place_of
from igf_extract.vocab.words import plain_words

_NAME, _BODY = 0.35, 0.55  # words that may be a name, and those that are a body as likely
_MOST_WORDS = 4  # of a name
_INVITING = frozenset({"organizer"})  # roles in which bodies stand by themselves


def unglued(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """The participations; one that begins with the whole name of a person of another entry, or ends with the body of another one,
    is a person and a body."""
    parts = tuple(parts)
    people = sorted({part.name for part in parts if part.name and " " in part.name}, key=len, reverse=True)
    bodies = sorted({part.organization for part in parts if part.name and part.organization and " " in part.organization}, key=len)
    return tuple(_unglued(part, people, bodies) for part in parts)


def _unglued(part: Participation, people: list[str], bodies: list[str]) -> Participation:
    whole = _whole(part)
    if whole is None:
        return part
    text, start = whole
    name = next((name for name in people if text.startswith(f"{name} ") and text[len(name) + 1].isupper()), "")
    if not name and part.name is None and part.role not in _INVITING:
        name = next((text[: -len(body) - 1] for body in bodies if text.endswith(f" {body}") and _may_be_name(text[: -len(body) - 1])), "")
    if not name or name == part.name:
        return part
    body = Span(start + len(name) + 1, start + len(text))
    return replace(part, name=name, name_span=Span(start, start + len(name)), organization=text[len(name) + 1 :], organization_span=body)


def _whole(part: Participation) -> tuple[str, int] | None:
    """Name and body as they stand in the text, side by side, and where they begin; None where something else stands between them."""
    body, span, name = part.organization, part.organization_span, part.name_span
    if not body or span is None or span.end - span.start != len(body) or part.title:
        return None
    if part.name is None:
        return body, span.start
    beside = name is not None and name.end - name.start == len(part.name) and name.end + 1 == span.start
    return (f"{part.name} {body}", name.start) if beside and name is not None else None


def _may_be_name(text: str) -> bool:
    words = text.split()
    told = 2 <= len(words) <= _MOST_WORDS and all(word[:1].isupper() and not word.isupper() for word in words)
    strange = told and plain_words().isdisjoint(map(fold, words)) and not any(map(place_of, words))
    return strange and name_score(text) >= _NAME and organization_score(text) <= _BODY
