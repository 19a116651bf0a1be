"""The parts of a line of people, each under its label: "Organizer 1: …", "Moderator – …", "… Rapporteur: …", "Proposer's Name: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from igf_extract.parsing.people.absent import is_waiting, represented
from igf_extract.parsing.people.heads import leading_name
from igf_extract.parsing.people.joining import joint_phrases
from igf_extract.parsing.people.marks import COLON, DASH, Mark, bare_labels, holds_several, inner_topics, label_before, label_without_colon
from igf_extract.parsing.people.office_kinds import is_generic
from igf_extract.parsing.people.pieces import Piece, brackets, unmarked
from igf_extract.parsing.people.programme import is_programme
from igf_extract.parsing.people.shape import (
    is_body_word,
    is_known_name,
    name_score,
    only_areas,
    organization_score,
    title_score,
    without_honorifics,
)
from igf_extract.parsing.people.split import split_office
from igf_extract.parsing.people.talks import before_semicolon, is_account, speaker_of_talk
from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.places import place_kind, place_of
from igf_extract.vocab.roles import RoleLabel, read_role_label
from igf_extract.vocab.words import honorifics, is_known_organization, job_words, organization_words, placeholder_words

# the quoted title of a talk before its speaker
TALK = re.compile(r"[“\"«„][^”\"»“]{3,200}[”\"»“][\s:–—-]*")
# "Introduction par Mme Ruiz, directrice, Foo": an honorific says that a person follows
_ANNOUNCED = re.compile(
    r"[^\W\d_][^:;()]{2,60}?\s(?:by|par|por|from|de|of)\s+(?=(?:Mr|Ms|Mrs|Mme|Mlle|M|Dr|Prof|Sra?|H\.\s?E|S\.\s?E)\b\.?\s+[^\W\d_a-z])"
)
# "Introduction by the moderator, Ana Ruiz"
_NAMED_ROLE = re.compile(
    r"[^\W\d_][^,;:()]{2,60}?\s(?:by|from)\s(?:the\s)?([^\W\d_][\w-]{2,30}(?:\s[a-zà-ÿ][\w-]{2,20})?),?\s+(?=[^\W\d_a-zà-ÿ])"
)
_TALK_END = re.compile(r"[,;:]\s|\s[-–—]\s")
# "… Region: Africa 2. Name: Ana Ruiz", "Stakeholder: Academia and Region: Africa"
_NEXT_ITEM = re.compile(r"(?<!\S)(?:\d{1,2}\s?[.)]|and|&)\s{0,3}\Z")
_BETWEEN_PLACES = re.compile(r"[,/]")
_CLOSE = re.compile(r"[,;(–—]")  # what ends a name behind a title or a role, where a spaced hyphen does not
_TALK_WORDS = (4, 16)  # of the title of a talk
_OWNER = 0.65  # words right before a role are the body of the person from this score on
_RUNNING = 2  # words in small letters that make one
_NAME_MARKS = re.compile(r"[-‐‑.'’\u0300-\u036f]")  # inside names ("Ana-Luz O’Dea")


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
    fronted: bool = False  # ``prefix`` is a body, as the lines around show
    dashed: bool = False  # a dash stands behind it
    whole_body: bool = False  # the words are one body, of which somebody without a name takes part
    peer_body: bool = False  # the line names a body, as the other items of its list show

    @property
    def led(self) -> bool:
        """Whether a label of its own stands before it, so that it tells nothing of the person above ("Organisers: Foo Council")."""
        return self.label is not None and not self.inside


def parts_of(line: Piece) -> list[Part]:
    """The parts of a line in order; the first has no label where the line begins with a person."""
    text, marks = line.text, _marks_of(line.text)
    if len(marks) == 1 and (owned := _owned_role(line, marks[0])) is not None:
        return [owned]
    parts: list[Part] = []
    if not marks or (text[: marks[0][0]].strip(" \t•-–—✓.,;|") and not _is_item(text, marks[0][0])):
        parts += _first_parts(line.cut(0, marks[0][0] if marks else None))
    closed = brackets(text)
    for mark, following in zip_longest(marks, marks[1:]):
        inside = any(left < mark[0] < right for left, right in closed)
        parts.append(_labelled(line, mark, following[0] if following else None, inside))
    return parts


def _marks_of(text: str) -> list[Mark]:
    """The labels of a line in order: with a colon, without one, and further items that stand before their people."""
    marks: list[Mark] = []
    last, several = 0, holds_several(text)
    for colon in COLON.finditer(text):
        found = label_before(text, last, colon.start(), several)
        if found:
            start, label, attribute = found
            marks.append((start, colon.end(), label, attribute))
            last = colon.end()
    head = label_without_colon(text)
    if head and (not marks or head[0] < marks[0][0]):
        marks.insert(0, (0, head[0], head[1], None))
    marks = sorted([*marks, *bare_labels(text, marks)])
    several = text.count(":") > 1 or (";" in text and name_score(leading_name(text)) >= 0.6)
    return sorted([*marks, *inner_topics(text, marks)]) if several else marks


def _labelled(line: Piece, mark: Mark, following: int | None, inside: bool) -> Part:
    """The part under one label. ``following``: where the next label begins; ``inside``: this one stands in brackets."""
    text = line.text
    start, end, label, attribute = mark
    stop = len(text) if following is None else following
    stop = stop - 2 if text[max(end, stop - 2) : stop] == "/ " else stop  # "… / Speaker: …"
    tail = _NEXT_ITEM.search(text, end, stop) if following is not None else None
    body = unmarked(line.cut(end, tail.start() if tail else stop, "").trim())
    unopened = sum(map(body.text.count, "([")) < sum(map(body.text.count, ")]"))
    if inside and unopened and body.text.endswith((")", "]")):
        body = body.cut(0, len(body.text) - 1).trim()  # the bracket around the label closes
    topic = None if label or attribute else line.cut(start, end).trim(" :")
    return Part(body, label, attribute, topic, line.start + start, "" if topic else text[start:end], inside)


def _owned_role(line: Piece, mark: Mark) -> Part | None:
    """ "Velm Society Panelist: Ana Ruiz": the body whose people take part stands right before their role."""
    start, _, label, _ = mark
    body = unmarked(line.cut(0, start)).trim(" ") if label is not None and start else None
    if body is None or line.text[start - 1] != " " or not body.text[-1:].isalnum() or organization_score(body.text) < _OWNER:
        return None
    # "Forum Rapporteur", "MAG Chair": words of the session and its forum
    own = is_generic(body.text) or fold(body.text) in job_words("forum_groups")
    if title_score(body.text) >= 0.5 or name_score(body.text) >= 0.5:
        return None
    part = _labelled(line, mark, None, False)
    return replace(part, prefix=None if own else body) if name_score(leading_name(part.body.text)) >= 0.6 else None


def _is_item(text: str, start: int) -> bool:
    """Whether the words before a label in brackets are an item of a programme: "Panel on masts (Moderator: Ana Ruiz)"."""
    before = text[:start].rstrip()
    return before.endswith(("(", "[")) and name_score(before[:-1].strip(" -–—•")) < 0.6


def _first_parts(piece: Piece) -> list[Part]:
    """The part without a role label; "Youth: <NAME>" and "<INITIATIVE>: <NAME>" keep the words before the colon as prefix."""
    body = unmarked(piece)
    talk = TALK.match(body.text)
    if talk and name_score(_CLOSE.split(body.text[talk.end() :], maxsplit=1)[0]) >= 0.6:
        body = body.cut(talk.end()).trim(" -–—:,")
    body = _without_awaited_talk(body)
    given = speaker_of_talk(body)
    if given is not None:
        return [Part(given, start=body.start)]
    announced = _announced_part(body)
    if announced is not None:
        return [announced]
    spoken = represented_by().search(body.text)
    if spoken and name_score(re.split(r"[,(–—]", body.text[spoken.end() :])[0]) >= 0.6:
        head = body.cut(0, spoken.start()).trim(" ,")
        if organization_score(head.text) >= 0.4 and name_score(head.text) < 0.7:
            return [Part(body.cut(spoken.end()).trim(), prefix=head, start=body.start)]
    topic = before_semicolon(body)
    if topic:
        return [Part(body.cut(topic).trim(" "), start=body.start)]
    colon = COLON.search(body.text)
    if not colon or not body.text[colon.end() : colon.end() + 1].isspace():
        dash = DASH.search(body.text)
        if dash and _announces(body.text[: dash.start()], body.text[dash.end() :]):
            head = body.cut(0, dash.start())
            return [Part(body.cut(dash.end()).trim(), prefix=None if is_account(head.text) else head, start=body.start)]
        return [Part(body, start=body.start)]
    head, rest = body.cut(0, colon.start(), "").trim(), body.cut(colon.end(), None, "").trim()
    joint = _joint(head.text)
    if joint is not None and rest.text:
        before = head.cut(0, joint).trim(" ,")
        parts = [Part(before, start=before.start)] if before.text else []
        return [*parts, Part(rest, start=rest.start)]
    return [Part(rest, prefix=head, start=body.start) if rest.text and _leads(head.text, rest.text) else Part(body, start=body.start)]


def _without_awaited_talk(body: Piece) -> Piece:
    """ "Title to be announced, Ana Ruiz (Foo)": the speaker of a talk that has no title yet."""
    mark = _TALK_END.search(body.text)
    if mark is None or fold(body.text).split(" ", 1)[0] not in placeholder_words("talks") or not is_waiting(body.text[: mark.start()]):
        return body
    return body.cut(mark.end()).trim(" -–—:,")


def _leads(head: str, rest: str) -> bool:
    """Whether the words before a colon tell of the person or the body behind it ("Youth: Ana Ruiz", "Closing: UNESCO (tbc)")."""
    if place_kind(head) == "group" or _are_places(head):
        return True
    name = leading_name(rest)
    if _is_talk(head) and ((name_score(name) >= 0.6 and "," in rest) or represented(rest)):
        return True
    if len(head.split()) <= 8 and "," not in head and name_score(name) >= 0.55 and name_score(head) < 0.6:
        return DASH.search(head) is None or name_score(leading_name(head)) < 0.6  # "Ana Ruiz - Academia - Foo: Luis Paz"
    return is_programme(fold(head)) and is_known_organization(name)


def _is_talk(head: str) -> bool:
    """ "Measuring the line at home, first results from Lima": running words before the colon, commas or not, that begin with no name."""
    words = head.split()
    running = sum(word.isalpha() and word.islower() and word not in organization_words("small") for word in words[1:])
    plain = _TALK_WORDS[0] <= len(words) <= _TALK_WORDS[1] and running >= _RUNNING and title_score(head) < 0.5
    return plain and name_score(" ".join(words[:2])) < 0.6 and name_score(leading_name(head)) < 0.6


def _announced_part(body: Piece) -> Part | None:
    """The person whom running words announce: "Introduction par Mme Ruiz, …", "Introduction by the moderator, Ana Ruiz"."""
    announced = _ANNOUNCED.match(body.text)
    if announced and "," not in announced[0]:
        return Part(body.cut(announced.end()), RoleLabel(("speaker",)), start=body.start, head=announced[0])
    named = _NAMED_ROLE.match(body.text)
    label = read_role_label(named[1]) if named else None
    if named and label and name_score(_CLOSE.split(body.text[named.end() :], maxsplit=1)[0]) >= 0.6:
        return Part(body.cut(named.end()), label, start=body.start, head=named[0])
    return None


def _are_places(text: str) -> bool:
    """ "Civil Society, African Group", "NGO / Africa": closed words between commas or slashes and nothing else."""
    parts = _BETWEEN_PLACES.split(text)
    return len(parts) > 1 and all(place_of(part.strip()) for part in parts)


@cache
def represented_by() -> re.Pattern[str]:
    """ "represented by", between a body and a person."""
    return re.compile(rf"[,\s]\s{{0,2}}(?:{any_of(honorifics('represented'))})\s+", re.I)


def _announces(head: str, rest: str) -> bool:
    """Whether the words before a dash tell of the person behind it: her group, her country, or what she speaks about."""
    closed = head.endswith(")") and place_of(head[head.rfind("(") + 1 : -1]) is not None  # "Ana Ruiz (government)" is a person
    named = name_score(leading_name(rest)) >= 0.6
    if "," in head or closed or without_honorifics(head)[0]:
        return named and "," in rest and not closed and _is_talk(head)  # "Velm, two boats of the library – Ana Ruiz, Foo"
    kind = place_kind(head)
    return kind == "group" or (named and (kind == "country" or is_account(head) or _is_topic(head, rest) or _is_affiliation(head, rest)))


def _is_lone_name(text: str) -> bool:
    """ "Erion Hoxha": two to four words, for all that is known a name, and nothing else."""
    words = text.split()
    letters = _NAME_MARKS.sub("", text.replace(" ", "")).isalpha()
    plain = 1 < len(words) < 5 and letters and not any(is_body_word(fold(word)) or place_of(word) for word in words)
    return plain and name_score(text) >= 0.6


def _is_detail_alone(text: str) -> bool:
    """An office without a body, the field of work of one, or group and region ("Deputy Director", "Public Affairs", "NGO / Africa")."""
    return (title_score(text) >= 0.7 and split_office(text) is None) or only_areas(text) or _are_places(text)


def _is_affiliation(head: str, rest: str) -> bool:
    """ "Foo Council – Ana Ruiz, Director": a body before the one person who belongs to it."""
    certain = organization_score(head) >= 0.65 and max(title_score(head), name_score(head)) < 0.5 and not is_account(head)
    if certain and organization_score(head) >= 0.8 and _is_lone_name(rest):
        return True
    others = [part.strip(" )") for part in re.split(r"[,;(]|\s[-–—]\s", rest)]
    if certain and len(others) > 1 and ";" not in rest and _is_lone_name(others[0]) and all(map(_is_detail_alone, others[1:])):
        return True
    return certain and is_known_name(others[0]) and all(organization_score(part) < 0.55 or _are_places(part) for part in others[1:])


def _is_topic(head: str, rest: str) -> bool:
    """ "Riders without routes – Ana Ruiz, Foo": running words before a person with details."""
    small = [word for word in head.split()[1:] if word.islower() and word not in organization_words("small")]
    return bool(small) and "," in rest and len(head.split()) > 2 and max(name_score(head), title_score(head)) < 0.3


def _joint(head: str) -> int | None:
    """Where "jointly with partners" begins at the end of ``head``; words of joining may follow one another."""
    low, end = head.casefold(), len(head)
    while True:
        words = next((words for words in joint_phrases() if low[:end].rstrip().endswith(words)), None)
        if words is None:
            return end if end < len(head) else None
        end = len(low[:end].rstrip()) - len(words)
