"""Which written organisations may be one body, and so which entries have to be looked at together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from igf_extract.identity.body import text_relation
from igf_extract.identity.body_name import read_body
from igf_extract.identity.known import known
from igf_extract.identity.memory import Memory, packed
from igf_extract.identity.target import Target
from igf_extract.identity.union import Union
from igf_extract.identity.written_body import CROWDED, NEXT_NEIGHBOURS, WrittenBody

_Node = Hashable  # a text; ("short", acronym); ("known", number); ("wording", words); ("target", target)


class Neighbours:
    """Ties between written organisations: by their words, their acronyms, their targets, and round by round by their people."""

    def __init__(self, bodies: Mapping[str, WrittenBody], memory: Memory) -> None:
        self._bodies = {text: body for text, body in bodies.items() if body.target is not None}
        self._memory = memory
        self._ties: list[tuple[_Node, _Node]] = []
        self._by_target()
        self._by_words()
        self._by_acronym()
        self._by_wording()

    def parts(self, texts: Sequence[str | None], people: Sequence[Hashable | None], same: Iterable[tuple[int, int]]) -> list[list[int]]:
        """The places of the entries that belong together, ascending. Entries whose text is None or no body's are left out.

        ``texts`` and ``people``: of each entry; ``same``: places of entries that a decision ties.
        """
        union: Union[_Node] = Union()
        for a, b in self._ties:
            union.tie(a, b)
        for shelf in self._shared_people(texts, people):
            for a, b in self._related(sorted(shelf)):
                union.tie(a, b)
        for one, other in same:
            left, right = texts[one], texts[other]
            if left in self._bodies and right in self._bodies:
                union.tie(left, right)
        found: dict[_Node, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            if text is not None and text in self._bodies:
                found[union.root(text)].append(place)
        return list(found.values())

    def _shared_people(self, texts: Sequence[str | None], people: Sequence[Hashable | None]) -> set[frozenset[str]]:
        """The texts of each person who has several."""
        by_person: dict[Hashable, set[str]] = defaultdict(set)
        for text, person in zip(texts, people, strict=True):
            if person is not None and text in self._bodies and self._comparable(text):
                by_person[person].add(text)
        return {frozenset(found) for found in by_person.values() if len(found) > 1}

    def _comparable(self, text: str) -> bool:
        """Whether its words may make it one with another: those of a chapter and an acronym do not."""
        body = self._bodies[text]
        return not body.is_acronym and body.target is not None and body.target.kind not in ("chapter", "short")

    def _by_target(self) -> None:
        for text, body in self._bodies.items():
            self._ties.append((text, _node(body.target)))

    def _by_words(self) -> None:
        shelves: dict[tuple[str, str], list[str]] = defaultdict(list)
        for text in self._bodies:
            if self._comparable(text):
                for key in self._bodies[text].keys:
                    shelves[key].append(text)
        for shelf in shelves.values():
            self._ties += self._related(shelf)

    def _related(self, texts: Sequence[str]) -> list[tuple[str, str]]:
        if len(texts) < 2:
            return []
        if len(texts) <= CROWDED:
            return self._pairs(texts, len(texts))
        return [pair for place in range(len(texts) - 1) for pair in self._pairs(texts[place : place + 1 + NEXT_NEIGHBOURS], 1)]

    def _pairs(self, texts: Sequence[str], heads: int) -> list[tuple[str, str]]:
        content = packed(str(heads), *texts)
        return [(texts[a], texts[b]) for a, b in self._memory.of("bodies", content, lambda: _related_places(texts, heads))]

    def _by_acronym(self) -> None:
        wanted = {body.target.key for body in self._bodies.values() if body.target and body.target.kind == "short"}
        acronyms = known().acronyms
        self._ties += [(("short", short), ("known", number)) for short in wanted for number in acronyms.get(short, ())]
        self._ties += [(text, ("short", short)) for text, body in self._bodies.items() for short in body.shorts if short in wanted]

    def _by_wording(self) -> None:
        """A public body without a country may turn out to be that of any country, one of the list among them."""
        wordings = {body.wording for body in self._bodies.values() if body.is_public}
        wordings |= {body.target.key for body in self._bodies.values() if body.target and body.target.kind == "public"}
        for text, body in self._bodies.items():
            if body.is_public:
                self._ties.append((text, ("wording", body.wording)))
        self._ties += [(("wording", words), ("known", number)) for (words, _), number in known().publics.items() if words in wordings]


def _node(target: Target | None) -> _Node:
    if target is None:
        return None
    if target.kind == "known":
        return ("known", int(target.key))
    if target.kind == "public":
        return ("wording", target.key)
    return (target.kind, target.key)


def _related_places(texts: Sequence[str], heads: int) -> tuple[tuple[int, int], ...]:
    names = [read_body(text) for text in texts]
    return tuple(
        (a, b)
        for a in range(heads)
        for b in range(a + 1, len(texts))
        if (x := names[a]) is not None and (y := names[b]) is not None and text_relation(x, y) is not None
    )
