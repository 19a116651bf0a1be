"""Each written organisation once: its target, and what it may share with others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from igf_extract.identity.body_name import BodyName, initials, read_body
from igf_extract.identity.memory import Memory, packed
from igf_extract.identity.target import Target, bears_joint_sign, joint_parts, target_of

CROWDED = 40  # names under one key: beyond that each is compared with its next neighbours only
NEXT_NEIGHBOURS = 8


@dataclass(frozen=True, slots=True)
class WrittenBody:
    """``target``: None for a joint affiliation. ``keys``: what a name that relates to it shares with it; ``shorts``: acronyms
    that it gives or may make; ``wording``: of a public body, else ""; ``seats``: countries that it names."""

    target: Target | None
    joined: str
    joint_sign: bool
    is_acronym: bool
    is_public: bool
    wording: str
    keys: tuple[tuple[str, str], ...]
    shorts: tuple[str, ...]
    inside: frozenset[str]
    seats: frozenset[str]


class _Asked(Collection[str]):
    """A set that notes what it is asked, so that an answer can be told from an outdated one."""

    def __init__(self, words: Collection[str]) -> None:
        self._words = words
        self.answers: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        found = word in self._words
        self.answers[str(word)] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


_Aimed = tuple[tuple[str, str, str | None] | None, tuple[tuple[str, bool], ...]]
_Facts = tuple[Any, ...]  # the fields of a WrittenBody after its target


def read_bodies(written: Iterable[str], memory: Memory) -> dict[str, WrittenBody]:
    """Each text with what it is; texts without a word are left out. The order of the texts changes nothing."""
    facts: dict[str, _Facts] = {}
    for text in sorted(set(written)):
        found = memory.of("body", packed(text), lambda text=text: _facts(text))  # type: ignore[misc]
        if found:
            facts[text] = found
    standing = frozenset(found[0] for found in facts.values() if not found[1])
    out = {}
    for text, own in facts.items():
        aimed, _ = memory.of(
            "target",
            packed(text),
            lambda text=text: _aimed(text, standing),  # type: ignore[misc]
            lambda value: all((word in standing) == answer for word, answer in value[1]),
        )
        out[text] = WrittenBody(Target(*aimed) if aimed else None, *own)
    return out


def _facts(text: str) -> _Facts:
    body = read_body(text)
    if body is None:
        return ()
    shorts = {*body.acronyms, *(short for short in initials(body.words) | initials(body.content) if len(short) > 2)}
    return (
        body.joined,
        bears_joint_sign(text),
        body.is_acronym,
        body.is_public,
        body.wording if body.is_public else "",
        tuple(sorted(name_keys(body))),
        tuple(sorted(shorts)),
        body.inside,
        body.inside | body.places,
    )


def _aimed(text: str, standing: Collection[str]) -> _Aimed:
    asked = _Asked(standing)
    body = None if joint_parts(text, asked) else read_body(text)
    target = target_of(body, asked) if body else None
    return (target.kind, target.key, target.country) if target else None, tuple(asked.answers.items())


def name_keys(name: BodyName) -> set[tuple[str, str]]:
    """Keys of which two relating names share at least one."""
    keys = {("joined", name.joined_concepts), ("sorted", name.sorted_concepts), ("page", name.page or name.joined)}
    keys |= {("proper", word) for word in name.proper}
    concepts = sorted(set(name.concepts))
    keys |= {("all but one", " ".join(concepts[:n] + concepts[n + 1 :])) for n in range(len(concepts)) if 2 < len(concepts) < 10}
    keys |= {("start", name.joined[:9]), ("end", name.joined[-9:])}
    keys.add(("joined", name.joined))
    for words in (name.content, name.concepts):
        keys |= {("joined", "".join(words[:at] + words[at + 1 :])) for at in range(len(words)) if len(words) > 1}
    return keys
