"""Where the labels of a line stand: behind which words its values begin, and which role or detail these name."""

from __future__ import annotations

import re

from igf_extract.parsing.people.pieces import Piece, unmarked
from igf_extract.parsing.people.programme import is_programme
from igf_extract.parsing.people.shape import is_given, name_score, organization_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import longest_place_words, place_kind, place_of
from igf_extract.vocab.roles import RoleLabel, attribute_of, read_role_label, role_words
from igf_extract.vocab.words import pair_words

COLON = re.compile(r"\s{0,3}[:：](?!//)(?!\d\d\b)")
_WORD = re.compile(r"\S+")
DASH = re.compile(r"\s{1,3}[-–—]{1,3}\s{1,3}|\s{0,3}[–—]\s{0,3}")
# "[moderation and coordination] Ana Ruiz, Luis Paz"
_BRACKET = re.compile(r"\[([^\[\]]{3,60})\]\s*(?=\S)")
# where a name ends: "Ana Ruiz from Foo", "Ana Ruiz – Foo"
_NAME_END = re.compile(r"[,;(–—]|\s(?:-|from|of|at|with|and|&|de|du|et|y)\s")
# where an item of a programme ends on a line that holds several
_ITEM_END = re.compile(r"[;•|]\s*|\s[-–—]\s+|\s{3,}")
# "Rapporteur’s summary", "the moderator's introduction"; "Wrap-up by the rapporteur"
_ROLE_ACT = re.compile(r"(?:the\s)?([^\W\d_][\w -]{3,30}?)['’]s?\s([^\W\d_][\w-]{2,20}(?:\s[\w-]{2,20}){0,2})", re.I)
_ACT_BY = re.compile(r"[^\W\d_][^,;:()]{2,60}?\s(?:by|from)\s(?:the\s)?([^\W\d_][\w-]{2,30}(?:\s[a-zà-ÿ][\w-]{2,20})?)")
_GLUED = re.compile(r"((?:[^\W\d_]{4,15}\s)?[^\W\d_]{2,15}(?:-[^\W\d_]{4,15})?)\s?#?(\d{1,2})(?=[^\W\d_a-zà-ÿ][^\W\d_A-Z])")
_LAST_DETAILS = 2  # group and land before a region
_DETAIL_MARKS = frozenset(",-–—")  # what stands before the details of a person
_ARTICLE = re.compile(r"(?:the|la|le|el)\s+")
_MOST_WORDS = 10
_MOST_LABEL_WORDS = 6  # of a label without a colon
_BY = ("by", "par", "por")

Mark = tuple[int, int, RoleLabel | None, str | None]  # a label: where it begins, where its value does, the role or the detail


def inner_topics(text: str, marks: list[Mark]) -> list[Mark]:
    """ "Welcome: Ana Ruiz; Award of the prize: Luis Paz, Foo": further items on one line, each before its person."""
    found: list[Mark] = []
    for colon in COLON.finditer(text):
        if text[colon.end() : colon.end() + 1] not in (" ", "\u00a0"):
            continue
        start = max((match.end() for match in _ITEM_END.finditer(text, max(0, colon.start() - 120), colon.start())), default=0)
        start = _behind_place(text, start, colon.start())
        if not start or any(start < end and begin < colon.end() for begin, end, _, _ in marks):
            continue
        head, name = text[start : colon.start()], _NAME_END.split(text[colon.end() : colon.end() + 120], maxsplit=1)[0].strip()
        named = name_score(name) >= 0.6 or name_score(name.partition(" ")[2]) >= 0.8  # "Teacher Luz Paz"
        if named and "," not in head and len(head.split()) <= _MOST_WORDS and name_score(head) < 0.6:
            found.append((start, colon.end(), None, None))
    return found


def _behind_place(text: str, start: int, colon: int) -> int:
    """Where the words before a colon begin, behind the group and the region of the person who ends there: "… - Academia | Velm Net: "."""
    comma = text.rfind(", ", start, colon)
    begin = comma + 2 if comma >= 0 else start
    dashed = text[:begin].rstrip()[-1:] in _DETAIL_MARKS
    words = list(_WORD.finditer(text, begin, colon)) if dashed else []
    for size in range(min(len(words) - 1, longest_place_words()), 0, -1):
        kind = place_kind(text[begin : words[size - 1].end()])
        if kind == "group" or (kind and _ends_in_group(text[:begin])):
            return words[size].start()
    return start


def _ends_in_group(text: str) -> bool:
    """Whether one of the last details is a stakeholder group, with a land behind it or without."""
    details = [detail.rpartition(", ")[2].split() for detail in _ITEM_END.split(text[-160:].rstrip(" ,-–—"))[-_LAST_DETAILS:]]
    return any(place_kind(" ".join(words[:size])) == "group" for words in details for size in range(1, len(words) + 1))


def label_before(text: str, floor: int, colon: int, several: bool) -> tuple[int, RoleLabel | None, str | None] | None:
    """The longest label that ends at ``colon``: its offset and what it says. ``several``: the line holds several labels of details."""
    words = list(_WORD.finditer(text, max(floor, colon - 100), colon))[-_MOST_WORDS:]
    best: tuple[int, RoleLabel | None, str | None] | None = None
    for word in reversed(words):
        start = word.start() + (len(word[0]) - len(word[0].lstrip("•-–—(✓*>[●▪")))
        if word.start() < floor or start >= colon:
            continue
        candidate = text[start:colon] + ":"
        if fold(candidate[:1]) in "&/,+-":
            continue
        label = read_role_label(candidate) or _act_of_role(candidate[:-1])
        listed = text[floor:start].rstrip()[-1:] in (",", ";", "(", "[")
        if label and not listed and _is_family_name(text[floor:start], candidate, text[colon + 1 :]):
            label = None
        if label and (listed or candidate[:1].isupper() or start == floor or not text[floor:start].strip(" \t•-–—✓*●▪(")):
            best = (start, label, None)
        attribute = attribute_of(text[start:colon])
        before = text[floor:start].rstrip()
        apart = candidate[:1].isupper() and (before[-1:] in (".", ";", "|") or " " in candidate or several)
        if attribute and not label and (apart or start == floor or not before.strip(" \t•-–—✓*●▪,;")):
            best = (start, None, attribute)
    return best


def _is_family_name(before: str, candidate: str, value: str) -> bool:
    """ "• Chenai Chair: Civil Society (Africa)": a word of a role behind one given name, and no person behind the colon but her group."""
    given = before.strip(" \t•-–—✓*●▪")
    if not given or " " in given or " " in candidate or not is_given(given) or not given[:1].isupper():
        return False
    group = re.split(r"[,;(/]|\s[-–—]\s", value, maxsplit=1)[0].strip()
    return place_of(group) is not None


def _act_of_role(words: str) -> RoleLabel | None:
    """ "Rapporteur’s summary", "Wrap-up by the rapporteur": the role whose part of the programme the words before a colon are."""
    owned = _ROLE_ACT.fullmatch(words)
    if owned:
        return read_role_label(owned[1]) if is_programme(fold(owned[2])) else None
    spoken = _ACT_BY.fullmatch(words)
    return read_role_label(spoken[1]) if spoken and is_programme(fold(words[: spoken.start(1)]).removesuffix(" the ")) else None


def holds_several(text: str) -> bool:
    """Whether two labels stand on one line, as on pages whose lines were joined ("Name: Ana Ruiz Title: Director Organization: Foo")."""
    ends = [text[max(0, colon.start() - 40) : colon.start()] for colon in COLON.finditer(text)]
    told = [any(attribute_of(word) for word in (end, *_last_words(end))) for end in ends]
    return sum(told) > 1


def _last_words(text: str) -> list[str]:
    words = [text[match.start() :] for match in _WORD.finditer(text)]
    return [word for word in words[-3:] if word[:1].isupper()]


def label_without_colon(text: str) -> tuple[int, RoleLabel] | None:
    """ "Moderator – Ana Ruiz", "Rapporteur Ana Ruiz, Org" at the beginning of a line: where the value begins, and the label."""
    skip = len(text) - len(unmarked(Piece(text, 0)).text)
    dash = DASH.search(text, skip)
    if dash and dash.start() > skip:
        label = read_role_label(text[skip : dash.start()])
        if label:
            return dash.end(), label
    bracket = _BRACKET.match(text, skip)
    label = read_role_label(bracket[1] + ":") if bracket else None
    if bracket and label:
        return bracket.end(), label
    return _glued_number(text, skip) or _label_in_words(text, list(_WORD.finditer(text, skip, skip + 80)))


def _glued_number(text: str, skip: int) -> tuple[int, RoleLabel] | None:
    """ "Speaker 5Ana Ruiz, Foo": a numbered label whose colon and blank were lost before a name."""
    mark = _GLUED.match(text, skip)
    label = read_role_label(f"{mark[1]} {mark[2]}") if mark else None
    named = mark is not None and name_score(_NAME_END.split(text[mark.end() :], maxsplit=1)[0].strip()) >= 0.6
    return (mark.end(), label) if mark and named and label is not None and label.numbered else None


def _label_in_words(text: str, words: list[re.Match[str]]) -> tuple[int, RoleLabel] | None:
    """ "Introducing Ana Ruiz", "Rapporteur Ana Ruiz", "Organised by the Foo Council": ``words`` are the first of ``text``."""
    if len(words) < 3:
        return None
    if fold(words[0][0]) in role_words("announcing") and name_score(re.split(r"[,(]", text[words[1].start() :], maxsplit=1)[0]) >= 0.6:
        return words[1].start(), RoleLabel(("speaker",))
    for size in range(min(_MOST_LABEL_WORDS, len(words) - 2), 0, -1) if words[0][0][:1].isupper() else ():
        label = read_role_label(text[words[0].start() : words[size - 1].end()])
        by = fold(words[size - 1][0]) in _BY
        if label is None or not (by or label.numbered or _bare(label)):
            continue
        rest = _NAME_END.split(text[words[size].start() :], maxsplit=1)[0]
        brief = by and size == 2  # "Organised by the Foo Council", but no sentence ("The session is hosted by …")
        article = _ARTICLE.match(rest) if brief else None
        behind = article.end() if article else 0
        if name_score(rest) >= 0.6 or (brief and organization_score(rest[behind:]) >= 0.55):
            return words[size].start() + behind, label
    return None


def bare_labels(text: str, marks: list[Mark]) -> list[Mark]:
    """ "… Rapporteur Ana Ruiz", "…, online moderator Ana Ruiz" inside a line that holds other labels."""
    found: list[Mark] = []
    if not marks:
        return found
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words[:-2]):
        if word.start() < marks[0][1] or any(start <= word.start() < end for start, end, _, _ in [*marks, *found]):
            continue
        listed = text[: word.start()].rstrip().endswith((",", ";")) or (at > 0 and fold(words[at - 1][0]) in pair_words())
        for size in (2, 1) if word[0][:1].isupper() or listed else ():
            end = words[at + size - 1].end()
            label = read_role_label(text[word.start() : end])
            if at + size >= len(words) or label is None or not _bare(label) or (size == 1 and not word[0][:1].isupper()):
                continue
            behind = text[words[at + size].start() : words[min(at + size + 2, len(words) - 1)].end()] + " "
            rest = _NAME_END.split(behind, maxsplit=1)[0].strip()
            if name_score(rest) >= 0.6 and text[end - 1] not in ",:":
                found.append((word.start(), end, label, None))
                break
    return found


def _bare(label: RoleLabel) -> bool:
    """Roles whose word alone announces a person; "Chair" and "Expert" are as often offices."""
    return label.plain or set(label.codes) <= {"rapporteur", "online_moderator", "onsite_moderator", "other"}
