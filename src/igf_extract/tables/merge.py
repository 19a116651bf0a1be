"""Which tellings are of one session. Consumes the documents of a run; produces ``Corpus``.

Two rules, the strict one first; what neither decides stays apart, since a wrong merge is worse than a missed one.
1. The same year, type and number, unless the titles are clearly different.
2. The same year and title, where type, number and day contradict nowhere and no document tells of it twice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from igf_extract.model import Document
from igf_extract.tables.corpus import Corpus, MergedSession, Telling, known_documents
from igf_extract.tables.scalars import SCALARS
from igf_extract.tables.session_id import distinct_ids, number_key
from igf_extract.vocab.fold import fold_accents
from igf_extract.vocab.session_types import read_type_line

_LEADS = {kind: rank for rank, kind in enumerate(("session", "report", "listing", "transcript", "article", "other", "unreadable"))}
_COMMON_WORDS = 0.5  # share of the shorter title's words; titles that have less in common are clearly different

Group = list[Telling]


def merge(documents: Sequence[Document]) -> Corpus:
    """The documents under their ids and their sessions, merged; the order of ``documents`` does not matter."""
    known = known_documents(documents)
    tellings = [Telling(k, i) for k in known if k.duplicate_of is None for i in range(len(k.document.sessions))]
    groups = _by_title(_by_number(tellings))
    place = {k.document_id: i for i, k in enumerate(known)}
    ranked = [tuple(sorted(group, key=lambda t: _rank(t, place))) for group in groups]
    ranked.sort(key=lambda group: (place[group[0].document_id], group[0].index))
    merged = [MergedSession(name, group) for name, group in zip(distinct_ids(ranked), ranked, strict=True)]
    return Corpus(known, tuple(sorted(merged, key=lambda m: m.session_id)))


def _rank(telling: Telling, place: dict[str, int]) -> tuple[int, int, int, int]:
    session, known = telling.session, telling.known
    facts = sum(getattr(session, name) is not None for name in SCALARS)
    facts += len(session.themes) + len(session.goals) + len(session.policy_questions) + len(session.outcomes) + len(session.participations)
    return _LEADS.get(known.document.kind, len(_LEADS)), -facts, place[known.document_id], telling.index


def _by_number(tellings: Iterable[Telling]) -> list[Group]:
    numbered: dict[tuple[int, str, str], Group] = defaultdict(list)
    rest: list[Group] = []
    for telling in tellings:
        s = telling.session
        key = number_key(s.number.value) if s.number else ""
        if telling.year and s.session_type and key:
            numbered[telling.year, s.session_type.value, key].append(telling)
        else:
            rest.append([telling])
    return [group for same in numbered.values() for group in _split_by_title(same)] + rest


def _split_by_title(tellings: Group) -> list[Group]:
    """Tellings of one number, apart where titles are clearly different; one without a title goes with the only group."""
    groups: list[Group] = []
    untitled: Group = []
    for telling in sorted(tellings, key=lambda t: (-len(_words(t)), t.known.document.source, t.document_id, t.index)):
        if not _words(telling):
            untitled.append(telling)
            continue
        home = next((g for g in groups if _alike(_words(g[0]), _words(telling))), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    if len(groups) == 1:
        return [groups[0] + untitled]
    return groups + ([untitled] if untitled else [])


def _words(telling: Telling) -> tuple[str, ...]:
    title = telling.session.title
    return tuple(re.findall(r"[^\W_]+", fold_accents(title.value))) if title else ()


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    common = len(set(a) & set(b))
    return common >= _COMMON_WORDS * min(len(set(a)), len(set(b)))


def _by_title(groups: list[Group]) -> list[Group]:
    """Joins the groups that share year and title, first all of a title, else those of one type."""
    buckets: dict[tuple[int | None, tuple[str, ...]], list[Group]] = defaultdict(list)
    out: list[Group] = []
    for group in groups:
        keys = ((t.year, _words(t)) for t in group if t.year and _tells_apart(t))
        if (key := next(keys, None)) is None:
            out.append(group)
        else:
            buckets[key].append(group)
    for bucket in buckets.values():
        out.extend(_joined(bucket) or [g for same in _of_one_type(bucket) for g in (_joined(same) or same)])
    return out


def _tells_apart(telling: Telling) -> bool:
    """Whether the title is one that two sessions of a year will hardly share: more than a word, more than a type's name."""
    title = telling.session.title
    return title is not None and len(_words(telling)) > 1 and read_type_line(title.value) is None


def _of_one_type(bucket: list[Group]) -> list[list[Group]]:
    by_type: dict[str, list[Group]] = defaultdict(list)
    for group in bucket:
        by_type["".join(sorted(_values(group, "session_type")))].append(group)
    # a group without a type may be of any of them: it stays alone
    return [[group] for group in by_type.pop("", [])] + list(by_type.values())


def _joined(bucket: list[Group]) -> list[Group] | None:
    """The bucket as one group, or None where something speaks against it."""
    one = [telling for group in bucket for telling in group]
    documents = [{t.document_id for t in group} for group in bucket]
    twice = sum(map(len, documents)) > len(set().union(*documents))
    days = [t.session.date.value for t in one if t.session.date]
    far = bool(days) and (max(days) - min(days)).days > 1  # the day of the zone and the day of UTC may differ
    numbers = {number_key(value) for value in _values(one, "number")}
    if len(bucket) > 1 and (twice or far or len(_values(one, "session_type")) > 1 or len(numbers) > 1):
        return None
    return [one]


def _values(group: Group, name: str) -> set[str]:
    return {str(fact.value) for t in group if (fact := getattr(t.session, name)) is not None}
