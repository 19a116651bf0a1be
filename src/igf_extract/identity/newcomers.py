"""People and organisations that are named in prose or speak, and take part nowhere: identities without entries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from igf_extract.identity.body_name import looks_like_acronym
from igf_extract.identity.ids import best_form, counted, number_ids, shown, slug
from igf_extract.identity.known import known
from igf_extract.identity.prose_key import PROSE, listed_name, remembered
from igf_extract.model import History, Identity

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name means: an ``id`` of the corpus, or the key of somebody ``new``; exactly one of the two is set."""

    id: str = ""
    new: str = ""


class Newcomers:
    """Collects the names of the new ones, then gives each an identity. ``kind``: person or organization."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        self._sure: dict[str, float] = {}
        self._ids: dict[str, str] = {}

    def note(self, found: Found, text: str, confidence: float) -> Found:
        """Remembers one written form; gives ``found`` back."""
        if found.new:
            self._forms[found.new][shown(text)] += 1
            self._sure[found.new] = max(confidence, self._sure.get(found.new, 0.0))
        return found

    def settle(self, taken: Sequence[Identity], history: History | None = None) -> list[Identity]:
        """The new identities, in the order of their keys; their ids are the slugs of their names, numbered after those taken.

        With a ``history`` who was named in an earlier output keeps that id, and no other id of it is given again.
        """
        keys = sorted(self._forms)
        names = [self._name(key) for key in keys]
        used = {identity.id for identity in taken}
        old = history.registry.founded.get(self._kind, {}) if history else {}
        told = remembered(old, used)
        kept = [told.get(f"{PROSE}{key}") for key in keys]
        fresh = iter(number_ids([slug(name) for name, id_ in zip(names, kept, strict=True) if id_ is None], taken={*used, *old}))
        self._ids = {key: id_ if id_ is not None else next(fresh) for key, id_ in zip(keys, kept, strict=True)}
        return [self._identity(key, name) for key, name in zip(keys, names, strict=True)]

    def ids(self, found: Mapping[K, Found]) -> dict[K, str]:
        """The final id of everything found; call after ``settle``."""
        return {key: who.id or self._ids[who.new] for key, who in found.items()}

    def _name(self, key: str) -> str:
        return listed_name(key) or best_form(self._forms[key], person=self._kind == "person")

    def _identity(self, key: str, name: str) -> Identity:
        forms = self._forms[key]
        short = [form for form in forms if looks_like_acronym(form)] if self._kind == "organization" else []
        return Identity(
            id=self._ids[key],
            name=name,
            names=counted(forms),
            entries=(),
            acronym=self._acronym(key, short),
            confidence=round(self._sure[key], 4),
            told=key,
        )

    def _acronym(self, key: str, short: Sequence[str]) -> str | None:
        if (name := listed_name(key)) is not None:
            row = known().rows[known().by_name[name]]
            return next((form for form in row.short if looks_like_acronym(form)), None)
        return min(short, default=None)
