"""The names and the id that a cluster shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from igf_extract.identity.body_name import looks_like_acronym, read_body
from igf_extract.identity.ids import best_form, counted, shown, slug
from igf_extract.identity.known import known
from igf_extract.identity.memory import Memory, packed
from igf_extract.identity.target import Target
from igf_extract.model import EntryKey, Identity

Face = tuple[str, str, tuple[tuple[str, int], ...], str | None]  # id, name, names, acronym


def person(names: Sequence[str], entries: tuple[EntryKey, ...], confidence: float, memory: Memory) -> Identity:
    """The identity of a person whose entries bear these ``names``."""
    face = memory.of("face of a person", packed(*sorted(names)), lambda: _person(Counter(names)))
    return _identity(face, entries, confidence)


def organization(
    names: Sequence[str], targets: Sequence[Target | None], entries: tuple[EntryKey, ...], confidence: float, memory: Memory
) -> Identity:
    """The identity of an organisation whose entries bear these ``names``, which point to these ``targets``."""
    row = next((target.key for target in targets if target is not None and target.kind == "known"), "")
    face = memory.of("face of a body", packed(row, *sorted(names)), lambda: _organization(Counter(names), row))
    return _identity(face, entries, confidence)


def _identity(face: Face, entries: tuple[EntryKey, ...], confidence: float) -> Identity:
    found, name, names, acronym = face
    return Identity(id=found, name=name, names=names, entries=entries, acronym=acronym, confidence=confidence)


def _forms(written: Counter[str]) -> Counter[str]:
    forms: Counter[str] = Counter()
    for text, count in sorted(written.items()):
        forms[shown(text)] += count
    return forms


def _person(written: Counter[str]) -> Face:
    forms = _forms(written)
    name = best_form(forms, person=True)
    return slug(name), name, counted(forms), None


def _organization(written: Counter[str], number: str) -> Face:
    forms = _forms(written)
    row = known().rows[int(number)] if number else None
    name = row.name if row else best_form(forms)
    acronym = row.short[0] if row and row.short and looks_like_acronym(row.short[0]) else _acronym(written, forms)
    return slug(name), name, counted(forms), acronym


def _acronym(written: Counter[str], forms: Counter[str]) -> str | None:
    """The most frequent acronym among the names; else of those that the names give."""
    short = {form: count for form, count in forms.items() if looks_like_acronym(form)}
    if short:
        return min(short, key=lambda form: (-short[form], form))
    given: Counter[str] = Counter()
    for text, count in written.items():
        body = read_body(text)
        given.update(dict.fromkeys(body.acronyms if body else (), count))
    return min(given, key=lambda form: (-given[form], form)).upper() if given else None
