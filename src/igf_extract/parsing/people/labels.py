"""Labels inside a line of people: "Organizer 1: …", "Moderator – …", "… Rapporteur: …", "Proposer's Name: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from igf_extract.parsing.people.pieces import Piece, brackets, unmarked
from igf_extract.parsing.people.programme import is_programme
from igf_extract.parsing.people.shape import is_body_word, is_given, name_score, only_areas, organization_score, title_score
from igf_extract.parsing.people.split import split_office
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import place_of
from igf_extract.vocab.roles import RoleLabel, attribute_labels, read_role_label, role_words
from igf_extract.vocab.words import honorifics, is_known_organization, organization_words, pair_words

_COLON = re.compile(r"\s{0,3}[:：](?!//)(?!\d\d\b)")
_WORD = re.compile(r"\S+")
_DASH = re.compile(r"\s{1,3}[-–—]{1,3}\s{1,3}|\s{0,3}[–—]\s{0,3}")
# the quoted title of a talk before its speaker
_TALK = re.compile(r"[“\"«„][^”\"»“]{3,200}[”\"»“][\s:–—-]*")
# "[moderation and coordination] Ana Ruiz, Luis Paz"
_BRACKET = re.compile(r"\[([^\[\]]{3,60})\]\s*(?=\S)")
# "Introduction par Mme Ruiz, directrice, Foo": an honorific says that a person follows
_ANNOUNCED = re.compile(
    r"[^\W\d_][^:;()]{2,60}?\s(?:by|par|por|from|de|of)\s+(?=(?:Mr|Ms|Mrs|Mme|Mlle|M|Dr|Prof|Sra?|H\.\s?E|S\.\s?E)\b\.?\s+[^\W\d_a-z])"
)
# where a name ends: "Ana Ruiz from Foo", "Ana Ruiz – Foo"
_NAME_END = re.compile(r"[,;(–—]|\s(?:-|from|of|at|with|and|&|de|du|et|y)\s")
# "Introduction by the moderator, Ana Ruiz"
_NAMED_ROLE = re.compile(
    r"[^\W\d_][^,;:()]{2,60}?\s(?:by|from)\s(?:the\s)?([^\W\d_][\w-]{2,30}(?:\s[a-zà-ÿ][\w-]{2,20})?),?\s+(?=[^\W\d_a-zà-ÿ])"
)
# where an item of a programme ends on a line that holds several
_ITEM_END = re.compile(r"[;•|]\s*|\s[-–—]\s+|\s{3,}")
# "Rapporteur’s summary", "the moderator's introduction"; "Wrap-up by the rapporteur"
_ROLE_ACT = re.compile(r"(?:the\s)?([^\W\d_][\w -]{3,30}?)['’]s?\s([^\W\d_][\w-]{2,20}(?:\s[\w-]{2,20}){0,2})", re.I)
_ACT_BY = re.compile(r"[^\W\d_][^,;:()]{2,60}?\s(?:by|from)\s(?:the\s)?([^\W\d_][\w-]{2,30}(?:\s[a-zà-ÿ][\w-]{2,20})?)")
_NAME_MARKS = re.compile(r"[-‐‑.'’\u0300-\u036f]")  # inside names ("Ana-Luz O’Dea")
_ARTICLE = re.compile(r"(?:the|la|le|el)\s+")
_MOST_WORDS = 10

_Mark = tuple[int, int, RoleLabel | None, str | None]  # a label: where it begins, where its value does, the role or the detail


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line under one label. ``label`` None: no role label before it; ``attribute``: the label names a detail of a person.

    ``prefix``: words before a colon that are no role ("Youth: ", "AMANA: "), left for the reader to judge.
    """

    body: Piece
    label: RoleLabel | None = None
    attribute: str | None = None
    prefix: Piece | None = None
    start: int = 0
    head: str = ""  # the label as written
    inside: bool = False  # the label stands in brackets and holds until these close
    whole_name: bool = False  # the line is one name ("Lindt, Anna"), as the lines around it show

    @property
    def led(self) -> bool:
        """Whether a label of its own stands before it, so that it tells nothing of the person above ("Organisers: Foo Council")."""
        return self.label is not None and not self.inside


def parts_of(line: Piece) -> list[Part]:
    """The parts of a line in order; the first has no label where the line begins with a person."""
    text = line.text
    marks: list[_Mark] = []
    last, several = 0, _holds_several(text)
    for colon in _COLON.finditer(text):
        found = _label_before(text, last, colon.start(), several)
        if found:
            start, label, attribute = found
            marks.append((start, colon.end(), label, attribute))
            last = colon.end()
    head = _label_without_colon(text)
    if head and (not marks or head[0] < marks[0][0]):
        marks.insert(0, (0, head[0], head[1], None))
    marks = sorted([*marks, *_bare_labels(text, marks)])
    marks = sorted([*marks, *_inner_topics(text, marks)]) if text.count(":") > 1 else marks
    parts: list[Part] = []
    if not marks or (text[: marks[0][0]].strip(" \t•-–—✓.,;|") and not _is_item(text, marks[0][0])):
        parts += _first_parts(line.cut(0, marks[0][0] if marks else None))
    closed = brackets(text)
    for at, (start, end, label, attribute) in enumerate(marks):
        inside = any(left < start < right for left, right in closed)
        stop = marks[at + 1][0] if at + 1 < len(marks) else len(text)
        stop = stop - 2 if text[max(end, stop - 2) : stop] == "/ " else stop  # "… / Speaker: …"
        body = unmarked(line.cut(end, stop, "").trim())
        if (
            inside
            and body.text[-1:] in (")", "]")
            and body.text.count("(") + body.text.count("[") < body.text.count(")") + body.text.count("]")
        ):
            body = body.cut(0, len(body.text) - 1).trim()  # the bracket around the label closes
        topic = None if label or attribute else line.cut(start, end).trim(" :")
        parts.append(Part(body, label, attribute, topic, line.start + start, "" if topic else text[start:end], inside))
    return parts


def _inner_topics(text: str, marks: list[_Mark]) -> list[_Mark]:
    """ "Welcome: Ana Ruiz; Award of the prize: Luis Paz, Foo": further items on one line, each before its person."""
    found: list[_Mark] = []
    for colon in _COLON.finditer(text):
        start = max((match.end() for match in _ITEM_END.finditer(text, max(0, colon.start() - 120), colon.start())), default=0)
        told = any(start < end and begin < colon.end() for begin, end, _, _ in marks)
        if not start or told or text[colon.end() : colon.end() + 1] not in (" ", "\u00a0"):
            continue
        head, name = text[start : colon.start()], _NAME_END.split(text[colon.end() : colon.end() + 120], maxsplit=1)[0].strip()
        named = name_score(name) >= 0.6 or name_score(name.partition(" ")[2]) >= 0.8  # "Teacher Luz Paz"
        if named and "," not in head and len(head.split()) <= _MOST_WORDS and name_score(head) < 0.6:
            found.append((start, colon.end(), None, None))
    return found


def _is_item(text: str, start: int) -> bool:
    """Whether the words before a label in brackets are an item of a programme: "Panel on masts (Moderator: Ana Ruiz)"."""
    before = text[:start].rstrip()
    return before.endswith(("(", "[")) and name_score(before[:-1].strip(" -–—•")) < 0.6


def _label_before(text: str, floor: int, colon: int, several: bool) -> tuple[int, RoleLabel | None, str | None] | None:
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
        if label and (listed or candidate[:1].isupper() or start == floor or not text[floor:start].strip(" \t•-–—✓*●▪(")):
            best = (start, label, None)
        attribute = attribute_labels().get(fold(text[start:colon]).strip(" *"))
        before = text[floor:start].rstrip()
        apart = candidate[:1].isupper() and (before[-1:] in (".", ";", "|") or " " in candidate or several)
        if attribute and not label and (apart or start == floor or not before.strip(" \t•-–—✓*●▪,;")):
            best = (start, None, attribute)
    return best


def _act_of_role(words: str) -> RoleLabel | None:
    """ "Rapporteur’s summary", "Wrap-up by the rapporteur": the role whose part of the programme the words before a colon are."""
    owned = _ROLE_ACT.fullmatch(words)
    if owned:
        return read_role_label(owned[1]) if is_programme(fold(owned[2])) else None
    spoken = _ACT_BY.fullmatch(words)
    return read_role_label(spoken[1]) if spoken and is_programme(fold(words[: spoken.start(1)]).removesuffix(" the ")) else None


def _holds_several(text: str) -> bool:
    """Whether two labels stand on one line, as on pages whose lines were joined ("Name: Ana Ruiz Title: Director Organization: Foo")."""
    ends = [text[max(0, colon.start() - 40) : colon.start()] for colon in _COLON.finditer(text)]
    told = [any(fold(word) in attribute_labels() for word in (end, *_last_words(end))) for end in ends]
    return sum(told) > 1


def _last_words(text: str) -> list[str]:
    words = [text[match.start() :] for match in _WORD.finditer(text)]
    return [word for word in words[-3:] if word[:1].isupper()]


def _label_without_colon(text: str) -> tuple[int, RoleLabel] | None:
    """ "Moderator – Ana Ruiz", "Rapporteur Ana Ruiz, Org" at the beginning of a line: where the value begins, and the label."""
    skip = len(text) - len(unmarked(Piece(text, 0)).text)
    dash = _DASH.search(text, skip)
    if dash and dash.start() > skip:
        label = read_role_label(text[skip : dash.start()])
        if label:
            return dash.end(), label
    bracket = _BRACKET.match(text, skip)
    label = read_role_label(bracket[1] + ":") if bracket else None
    if bracket and label:
        return bracket.end(), label
    words = list(_WORD.finditer(text, skip, skip + 80))
    if (
        len(words) > 2
        and fold(words[0][0]) in role_words("announcing")
        and name_score(re.split(r"[,(]", text[words[1].start() :])[0]) >= 0.6
    ):
        return words[1].start(), RoleLabel(("speaker",))
    for size in (6, 5, 4, 3, 2, 1):
        if len(words) > size + 1:
            label = read_role_label(text[words[0].start() : words[size - 1].end()])
            rest = _NAME_END.split(text[words[size].start() :], maxsplit=1)[0]
            by = fold(words[size - 1][0]) in ("by", "par", "por")
            brief = by and size == 2  # "Organised by the Foo Council", but no sentence ("The session is hosted by …")
            article = _ARTICLE.match(rest) if brief else None
            named = name_score(rest) >= 0.6 or (brief and organization_score(rest[article.end() if article else 0 :]) >= 0.55)
            if label and (by or label.numbered or _bare(label)) and words[0][0][:1].isupper() and named:
                return words[size].start() + (article.end() if article else 0), label
    return None


def _bare_labels(text: str, marks: list[_Mark]) -> list[_Mark]:
    """ "… Rapporteur Ana Ruiz", "…, online moderator Ana Ruiz" inside a line that holds other labels."""
    found: list[_Mark] = []
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
            rest = _NAME_END.split(text[words[at + size].start() : words[min(at + size + 2, len(words) - 1)].end()] + " ", maxsplit=1)[
                0
            ].strip()
            if name_score(rest) >= 0.6 and text[end - 1] not in ",:":
                found.append((word.start(), end, label, None))
                break
    return found


def _bare(label: RoleLabel) -> bool:
    """Roles whose word alone announces a person; "Chair" and "Expert" are as often offices."""
    return label.plain or set(label.codes) <= {"rapporteur", "online_moderator", "onsite_moderator", "other"}


def _first_parts(piece: Piece) -> list[Part]:
    """The part without a role label; "Youth: <NAME>" and "<INITIATIVE>: <NAME>" keep the words before the colon as prefix."""
    body = unmarked(piece)
    talk = _TALK.match(body.text)
    if talk and name_score(re.split(r"[,;(–—]", body.text[talk.end() :])[0]) >= 0.6:
        body = body.cut(talk.end()).trim(" -–—:,")
    announced = _announced_part(body)
    if announced is not None:
        return [announced]
    spoken = _represented().search(body.text)
    if spoken and name_score(re.split(r"[,(–—]", body.text[spoken.end() :])[0]) >= 0.6:
        head = body.cut(0, spoken.start()).trim(" ,")
        if organization_score(head.text) >= 0.4 and name_score(head.text) < 0.7:
            return [Part(body.cut(spoken.end()).trim(), prefix=head, start=body.start)]
    colon = _COLON.search(body.text)
    if not colon or not body.text[colon.end() : colon.end() + 1].isspace():
        dash = _DASH.search(body.text)
        if dash and _announces(body.text[: dash.start()], body.text[dash.end() :]):
            return [Part(body.cut(dash.end()).trim(), prefix=body.cut(0, dash.start()), start=body.start)]
        return [Part(body, start=body.start)]
    head, rest = body.cut(0, colon.start(), "").trim(), body.cut(colon.end(), None, "").trim()
    joint = _joint(head.text)
    if joint is not None and rest.text:
        before = head.cut(0, joint).trim(" ,")
        parts = [Part(before, start=before.start)] if before.text else []
        return [*parts, Part(rest, start=rest.start)]
    return [Part(rest, prefix=head, start=body.start) if rest.text and _leads(head.text, rest.text) else Part(body, start=body.start)]


def _leads(head: str, rest: str) -> bool:
    """Whether the words before a colon tell of the person or the body behind it ("Youth: Ana Ruiz", "Closing: UNESCO (tbc)")."""
    if getattr(place_of(head), "kind", "") == "group" or _are_places(head):
        return True
    name = re.split(r"[,;(–—]|\s-\s", rest, maxsplit=1)[0]
    if len(head.split()) <= 8 and "," not in head and name_score(name) >= 0.55 and name_score(head) < 0.6:
        return True
    return is_programme(fold(head)) and is_known_organization(name.strip())


def _announced_part(body: Piece) -> Part | None:
    """The person whom running words announce: "Introduction par Mme Ruiz, …", "Introduction by the moderator, Ana Ruiz"."""
    announced = _ANNOUNCED.match(body.text)
    if announced and "," not in announced[0]:
        return Part(body.cut(announced.end()), RoleLabel(("speaker",)), start=body.start, head=announced[0])
    named = _NAMED_ROLE.match(body.text)
    label = read_role_label(named[1]) if named else None
    if named and label and name_score(re.split(r"[,;(–—]", body.text[named.end() :])[0]) >= 0.6:
        return Part(body.cut(named.end()), label, start=body.start, head=named[0])
    return None


def _are_places(text: str) -> bool:
    """ "Civil Society, African Group": closed words between commas and nothing else."""
    return "," in text and all(place_of(part.strip()) for part in text.split(","))


@cache
def _represented() -> re.Pattern[str]:
    """ "represented by", between a body and a person."""
    return re.compile(rf"[,\s]\s{{0,2}}(?:{'|'.join(sorted(map(re.escape, honorifics('represented'))))})\s+", re.I)


def _announces(head: str, rest: str) -> bool:
    """Whether the words before a dash tell of the person behind it: her group, her country, or what she speaks about."""
    closed = head.endswith(")") and place_of(head[head.rfind("(") + 1 : -1]) is not None  # "Ana Ruiz (government)" is a person
    if "," in head or closed:
        return False
    kind = getattr(place_of(head), "kind", "")
    named = name_score(re.split(r"[,;(–—]|\s-\s", rest, maxsplit=1)[0]) >= 0.6
    return kind == "group" or (named and (kind == "country" or _is_topic(head, rest) or _is_affiliation(head, rest)))


def _is_lone_name(text: str) -> bool:
    """ "Erion Hoxha": two to four words, for all that is known a name, and nothing else."""
    words = text.split()
    letters = _NAME_MARKS.sub("", text.replace(" ", "")).isalpha()
    plain = 1 < len(words) < 5 and letters and not any(is_body_word(fold(word)) or place_of(word) for word in words)
    return plain and name_score(text) >= 0.6


def _is_office_alone(text: str) -> bool:
    """An office without a body, or the field of work of one ("Deputy Director", "Public Affairs")."""
    return (title_score(text) >= 0.7 and split_office(text) is None) or only_areas(text)


def _is_affiliation(head: str, rest: str) -> bool:
    """ "Foo Council – Ana Ruiz, Director": a body before the one person who belongs to it."""
    certain = organization_score(head) >= 0.65 and title_score(head) < 0.5 and name_score(head) < 0.5
    if certain and organization_score(head) >= 0.8 and _is_lone_name(rest):
        return True
    others = [part.strip(" )") for part in re.split(r"[,;(]|\s[-–—]\s", rest)]
    if certain and len(others) > 1 and ";" not in rest and _is_lone_name(others[0]) and all(map(_is_office_alone, others[1:])):
        return True
    return certain and name_score(others[0]) >= 0.8 and is_given(others[0]) and all(organization_score(part) < 0.55 for part in others[1:])


def _is_topic(head: str, rest: str) -> bool:
    """ "Riders without routes – Ana Ruiz, Foo": running words before a person with details."""
    small = [word for word in head.split()[1:] if word.islower() and word not in organization_words("small")]
    return bool(small) and "," in rest and len(head.split()) > 2 and max(name_score(head), title_score(head)) < 0.3


def _joint(head: str) -> int | None:
    """Where "jointly with partners" begins at the end of ``head``; words of joining may follow one another."""
    low, end = head.casefold(), len(head)
    while True:
        words = next((words for words in honorifics("joint") if low[:end].rstrip().endswith(words)), None)
        if words is None:
            return end if end < len(head) else None
        end = len(low[:end].rstrip()) - len(words)
