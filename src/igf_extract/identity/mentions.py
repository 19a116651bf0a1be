"""Names in running text and speakers of turns, tied to the people and organisations of who is who. Never guesses between two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import regex

from igf_extract.identity.body_name import acronym_key, read_body
from igf_extract.identity.known import known
from igf_extract.identity.lexicon import names
from igf_extract.identity.name_match import relate, word_step
from igf_extract.identity.newcomers import Found, Newcomers
from igf_extract.identity.person_name import PersonName, read_name
from igf_extract.identity.prose_key import body_key
from igf_extract.identity.target import Target, target_of
from igf_extract.model import Document, Entry, History, Identities, MentionKey, TurnKey

_TURN = 0.9  # confidence of a speaker's label as a name
_LABEL_END = regex.compile(r"\s*[:>]+\s*$|^\s*>>+\s*|\([^()]{0,80}\)")
_CLOSE = frozenset({"same", "spelling", "variant", "part", "nickname", "initials", "slip"})


@dataclass(slots=True)
class _Roster:
    """Who takes part in one session, over all its documents."""

    people: dict[str, set[PersonName]] = field(default_factory=lambda: defaultdict(set))
    bodies: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Corpus:
    rosters: dict[str, _Roster] = field(default_factory=lambda: defaultdict(_Roster))
    by_name: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_joined: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_target: dict[Target, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_acronym: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def link_names(
    result: Identities,
    entries: Sequence[Entry],
    documents: Iterable[tuple[str, Document]],
    session_ids: Mapping[tuple[str, int], str],
    history: History | None = None,
) -> Identities:
    """``result`` with the persons and organisations of mentions and turns filled in; who is named in prose only gets an identity too.

    ``documents``: each with its id; ``session_ids``: (document id, index of the session) -> the session as in the entries.
    A person is linked by name within the session's roster, by one word of it where exactly one person of the roster and of the
    document bears it, and over the corpus by a full name that one person only bears. What fits two is left without a link.
    """
    corpus = _corpus(result, entries)
    people, bodies = Newcomers("person"), Newcomers("organization")
    persons: dict[MentionKey, Found] = {}
    organizations: dict[MentionKey, Found] = {}
    turns: dict[TurnKey, Found] = {}
    for document_id, document in documents:
        page = _Page(corpus, document_id, document, session_ids)
        for mention in document.mentions:
            key = MentionKey(document_id, mention.span.start, mention.span.end, mention.label)
            if mention.label == "PERSON" and (person := page.person(mention.text, mention.session_index)):
                persons[key] = people.note(person, mention.text, mention.confidence)
            elif mention.label == "ORG" and (body := page.body(mention.text, mention.session_index)):
                organizations[key] = bodies.note(body, mention.text, mention.confidence)
        for ordinal, turn in enumerate(document.turns):
            label = _LABEL_END.sub("", turn.speaker or "")
            if label and (speaker := page.speaker(label, turn.session_index)):
                turns[TurnKey(document_id, ordinal)] = people.note(speaker, label, _TURN)
    new_people, new_bodies = people.settle(result.persons, history), bodies.settle(result.organizations, history)
    return replace(
        result,
        persons=tuple(sorted((*result.persons, *new_people), key=lambda identity: identity.id)),
        organizations=tuple(sorted((*result.organizations, *new_bodies), key=lambda identity: identity.id)),
        person_of_mention=people.ids(persons),
        organization_of_mention=bodies.ids(organizations),
        person_of_turn=people.ids(turns),
    )


def _corpus(result: Identities, entries: Sequence[Entry]) -> _Corpus:
    corpus = _Corpus()
    for entry in entries:
        roster = corpus.rosters[entry.session]
        person, body = result.person_of.get(entry.key), result.organization_of.get(entry.key)
        name = read_name(entry.name) if entry.name else None
        if person and name:
            roster.people[person].add(name)
        if body:
            roster.bodies.add(body)
    for one in result.persons:
        for written, _ in one.names:
            if (read := read_name(written)) is not None:
                corpus.by_name[read.key].add(one.id)
    for one in result.organizations:
        for written in (one.name, *(form for form, _ in one.names)):
            _index_body(corpus, one.id, written)
        if one.acronym:
            corpus.by_acronym[acronym_key(one.acronym)].add(one.id)
    return corpus


def _index_body(corpus: _Corpus, body_id: str, written: str) -> None:
    name = read_body(written)
    if name is None:
        return
    target = target_of(name, ())
    if target.kind == "short":
        corpus.by_acronym[target.key].add(body_id)
        return
    corpus.by_joined[name.joined].add(body_id)
    corpus.by_target[target].add(body_id)
    for short in name.acronyms:
        corpus.by_acronym[short].add(body_id)


class _Page:
    """One document, whose names are tied to those who take part in its sessions, else to those of the corpus."""

    def __init__(self, corpus: _Corpus, document_id: str, document: Document, session_ids: Mapping[tuple[str, int], str]) -> None:
        self._corpus = corpus
        self._others = _others(document)
        found = [session_ids.get((document_id, index)) for index in range(len(document.sessions))]
        self._by_session = [corpus.rosters.get(session or "") for session in found]
        self._whole = _together([roster for roster in self._by_session if roster is not None])

    def person(self, text: str, session: int | None) -> Found | None:
        """Whom a name means in this session of the document; None: in none of them."""
        return _person(self._corpus, self._roster(session), text, self._others)

    def speaker(self, label: str, session: int | None) -> Found | None:
        """Whom the label of a turn means. A label alone makes nobody: who is new must be named in the document too."""
        found = self.person(label, session)
        return found if found and (found.id or any(found.new == other.key for other in self._others)) else None

    def body(self, text: str, session: int | None) -> Found | None:
        """Which organisation a name means."""
        return _body(self._corpus, self._roster(session), text)

    def _roster(self, session: int | None) -> _Roster:
        """The roster of the session; of all sessions of the document where the place belongs to none."""
        if session is None:
            return self._whole
        return (self._by_session[session] if session < len(self._by_session) else None) or _Roster()


def _together(rosters: Sequence[_Roster]) -> _Roster:
    if len(rosters) == 1:
        return rosters[0]
    whole = _Roster()
    for roster in rosters:
        whole.bodies |= roster.bodies
        for person, forms in roster.people.items():
            whole.people[person] |= forms
    return whole


def _others(document: Document) -> frozenset[PersonName]:
    """The full names of people whom the document mentions."""
    read = (read_name(mention.text) for mention in document.mentions if mention.label == "PERSON")
    return frozenset(name for name in read if name is not None and len(name.core) > 1)


def _person(corpus: _Corpus, roster: _Roster, text: str, others: frozenset[PersonName]) -> Found | None:
    name = read_name(text)
    if name is None:
        return None
    if len(name.core) == 1:
        return None if name.initials else _by_one_word(corpus, roster, name, others)
    exact = {person for person, forms in roster.people.items() if any(form.key == name.key for form in forms)}
    if len(exact) == 1:
        return Found(next(iter(exact)))
    near = {person for person, forms in roster.people.items() if any((r := relate(form, name)) and r.kind in _CLOSE for form in forms)}
    if exact or near:
        return Found(next(iter(near))) if len(near) == 1 and not exact else None
    longer = {other.key: other for other in others if (r := relate(other, name)) and r.kind == "part" and r.a_covers}
    return _elsewhere(corpus, next(iter(longer.values())) if len(longer) == 1 else name)


def _elsewhere(corpus: _Corpus, name: PersonName) -> Found | None:
    """The one person of the corpus with this full name; somebody new where nobody has it; nobody where it may be one of several."""
    bearers = corpus.by_name.get(name.key, set())
    if not bearers:
        return Found(new=name.key)
    alone = len(bearers) == 1 and not all(word in names().common for word in name.core)
    return Found(next(iter(bearers))) if alone else None


def _by_one_word(corpus: _Corpus, roster: _Roster, name: PersonName, others: frozenset[PersonName]) -> Found | None:
    """The one person of the roster, or else of the document's prose, who bears the word; nobody where two bear it."""
    word = name.core[0]
    bearers = [person for person, forms in roster.people.items() if any(_bears(form, word) for form in forms)]
    mine = {form for person in bearers for form in roster.people[person]}
    strangers = {other.key: other for other in others if _bears(other, word) and not any(relate(form, other) for form in mine)}
    if len(bearers) + len(strangers) != 1:
        return None
    return Found(bearers[0]) if bearers else _elsewhere(corpus, next(iter(strangers.values())))


def _bears(form: PersonName, word: str) -> bool:
    return len(word) > 1 and any(word_step(word, other) in ("same", "spelling") for other in form.core)


def _body(corpus: _Corpus, roster: _Roster, text: str) -> Found | None:
    name = read_body(text)
    if name is None:
        return None
    target = target_of(name, corpus.by_joined)
    if target.kind == "short":
        found = corpus.by_acronym.get(target.key, set())
        listed = known().acronyms.get(target.key, ())
        if not found and len(listed) == 1:
            return Found(new=body_key(Target("known", str(listed[0]))))
    else:
        found = corpus.by_joined.get(name.joined, set()) | corpus.by_target.get(target, set())
    chosen = found & roster.bodies or found
    if len(chosen) == 1:
        return Found(next(iter(chosen)))
    if chosen or target.kind == "short" or (target.kind == "public" and not target.country):
        return None
    return Found(new=body_key(target))
