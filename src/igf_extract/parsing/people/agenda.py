"""People inside agendas, bullets and lists of prose: only those with an affiliation, a title or a role label count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from igf_extract.model import Line, Method, Participation
from igf_extract.parsing.people.absent import represented
from igf_extract.parsing.people.agenda_items import items_of_lines
from igf_extract.parsing.people.joining import pair
from igf_extract.parsing.people.labels import parts_of
from igf_extract.parsing.people.peers import has_honorific, is_stranger_among
from igf_extract.parsing.people.pieces import Piece, brackets, minutes, unmarked, without_times
from igf_extract.parsing.people.programme import heading_role, is_programme
from igf_extract.parsing.people.read import PeopleReading, read_people
from igf_extract.parsing.people.score import person_line_score
from igf_extract.parsing.people.shape import begins_small, is_body_word, looks_like_organization, name_score, title_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.list_marks import MARKS, has_mark, without_marks
from igf_extract.vocab.roles import RoleLabel, read_role_label, role_words

_TOPIC = re.compile(r"\s[-–—]\s+(?=[a-z])")
_FROM = re.compile(r"\b(?:from|by|of|with|par|por|del|du)\b\s+(?:the\s+)?", re.I)
_HEADING = re.compile(r"(?:(?:[IVX]{1,5}|\d{1,2}|[A-Z])[.)]|[IVX]{1,5}\s[-–—])\s")
_LIST_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s")
_DASH = re.compile(r"\s[-–—]\s+")
# "Welcome by Ms Ruiz, Director, Foo", "Chat between Ana Ruiz, Foo and …"; a name alone behind it counts for nobody
_BY = re.compile(r"\s(?:by|from|par|por|between|entre|with|avec|con)\s+(?=[^\W\d_a-zà-ÿ])")
_ACT_OF = re.compile(r"([^\W\d_][^,;:()]{2,60}?)\s(?:by|from|of|par|por|de|del|da|do)\s([^,;:()]{2,60})$")
_REPRESENTS = re.compile(
    r"(?:(?:an?|one|un|une|una|uma)\s)?(?:repr[eé]sent|delegad|d[eé]l[eé]gu|(?:speaker|expert|official|panell?ist)s?\s(?:from|of)\s)",
    re.IGNORECASE,
)  # no "Member of Parliament"
_REPRESENTED = re.compile(r"\b(?:representative|delegate)s?(?:\s\(?[a-z]{3}\)?)?\.?$", re.IGNORECASE)  # "Lamp Council representative (tbc)"
_DOERS = ("by", "par", "por")
_TAIL = 30  # characters at the end of a bullet in which such words stand
_MOST_WORDS = 8
_ACT_WORDS = (4, 3, 2)  # words that tell a role, from the most telling on
_MOST_ITEM_WORDS = 14  # of an item with a number
_FEWEST = 2  # people that make bullets a list of people
_LEAST = 0.5
_CERTAIN = 0.85
_NAME, _KNOWN, _TOLD = 0.6, 0.8, 0.7  # how surely words are a name, a known one, and an office or a body


def read_agenda_people(lines: Sequence[Line], *, label_rule: str = "agenda") -> PeopleReading:
    """Participations inside an agenda or a list; a person who is only mentioned in prose gives none.

    The role is ``speaker`` unless a label on the line or the agenda item above says otherwise ("Statement from the Host
    Country Chair"). Lines that hold nobody give no problem.
    """
    found: list[Participation] = []
    lines = items_of_lines(lines)
    role = RoleLabel(("speaker",))
    bodies, topics, items = _bodies_among_people(lines), _behind_topics(lines), _items_with_names(lines)
    for at, line in enumerate(lines):
        above = heading_role(line.text) or _item_role(line.text)
        role = above if above is not None else role
        for piece, sure in [(topics[at], True)] if at in topics else () if at in items else _stretches(line):
            lone = Line(line.index, piece.span, piece.text, line.indent, line.gap)
            told = _announced_role(line.text[: piece.start - line.span.start]) or role
            reading = read_people([lone], told.codes[0], label_rule=label_rule)
            found += [part for part in reading.participations if _counts(part, line, sure)]
        if at in bodies:
            found += read_people([line], role.codes[0], label_rule=label_rule, bodies_only=not _represents(line.text)).participations
        elif _told_below(line, lines[at + 1 : at + 2]):
            reading = read_people(lines[at : at + 2], role.codes[0], label_rule=label_rule)
            found += [part for part in reading.participations if part.name and _affiliated(part)]
    return PeopleReading(tuple(found))


def _behind_topics(lines: Sequence[Line]) -> dict[int, Piece]:
    """Who stands behind a topic and a semicolon in a list of such ("• Access; Ana Ruiz,", "• Trust; Jo Lee, Foo"), by place."""
    found: dict[int, Piece] = {}
    for at, line in enumerate(lines):
        topic, mark, rest = line.text.partition("; ")
        name = rest.split(",")[0].split("(")[0].strip()
        if mark and has_mark(line.text) and len(topic.split()) <= _MOST_WORDS and name_score(name) >= _LEAST:
            found[at] = Piece(line.text, line.span.start).cut(len(topic) + len(mark)).trim()
    certain = sum(person_line_score(piece.text.rstrip(" ,")) >= _CERTAIN for piece in found.values())
    listed = sum(has_mark(line.text) for line in lines)
    return found if certain >= _FEWEST and 2 * len(found) > listed else {}


def _items_with_names(lines: Sequence[Line]) -> frozenset[int]:
    """The places of numbered items with nothing but a name behind the dash ("3. Introduction – Ana Ruiz"): where most of these begin with
    a topic, the others do too ("4. Coalition liaison – Jo Lee")."""
    found: dict[int, bool] = {}
    for at, line in enumerate(lines):
        dash = _DASH.search(line.text) if _LIST_NUMBER.match(line.text) else None
        name = line.text[dash.end() :] if dash is not None else ""
        if "," not in name and name_score(name) >= _NAME:
            found[at] = person_line_score(line.text) >= _CERTAIN
    told = sum(found.values())
    return frozenset(found) if len(found) - told >= _FEWEST and 2 * told < len(found) else frozenset()


def _told_below(line: Line, below: Sequence[Line]) -> bool:
    """Whether a bullet is a name and nothing else, and the line right below it says her office or body ("• Ana Ruiz", "Director, Foo")."""
    if not has_mark(line.text) or not below or below[0].gap or has_mark(below[0].text):
        return False
    text, name = below[0].text, name_score(without_marks(line.text).rstrip(" ,"))
    told = text[:1].isupper() and len(text.split()) <= _MOST_ITEM_WORDS and not text.endswith((".", "?", "!", ":"))
    if name < _NAME or not told or name_score(text) >= _NAME:
        return False
    office = max(title_score(text), title_score(text.split(",")[0])) >= _TOLD
    return office or (name >= _KNOWN and looks_like_organization(text) >= _TOLD)


def _bodies_among_people(lines: Sequence[Line]) -> frozenset[int]:
    """The places of items that are bodies, in lists of which all others are people with their affiliation, or their representatives."""
    found: list[int] = []
    for marked, same in groupby(enumerate(lines), lambda numbered: _mark(numbered[1].text)):
        listed = {at: line.text for at, line in same} if marked else {}
        addressed = sum(map(has_honorific, listed.values()))
        bodies = {at: text for at, text in listed.items() if _may_be_body(text, addressed, len(listed))}
        people = sum(person_line_score(text) >= _CERTAIN or has_honorific(text) for at, text in listed.items() if at not in bodies)
        whole = people >= _FEWEST and people + len(bodies) == len(listed)
        found += [at for at, text in bodies.items() if whole or _represents(text)] if people else []
    return frozenset(found)


def _may_be_body(text: str, addressed: int, listed: int) -> bool:
    """Whether an item of a list names a body or its representative. ``addressed``: how many of the ``listed`` have an honorific."""
    return _is_body(text) or _represents(text) or _is_lone(text, addressed, listed)


def _mark(text: str) -> str:
    """The mark of a list before a line, "1" for all numbers; empty for other lines."""
    return "1" if _LIST_NUMBER.match(text) else text[:1] if has_mark(text) else ""


def _counts(part: Participation, line: Line, sure: bool) -> bool:
    """Whether a person is told of more than her name, or a body of its nameless representative ("…; a representative of the Velm Bank")."""
    if part.name:
        return sure or _affiliated(part)
    span = part.evidence.span
    return part.organization is not None and _represents(line.text[span.start - line.span.start : span.end - line.span.start])


def _represents(text: str) -> bool:
    """Whether a bullet announces the nameless representative of a body ("A representative of the Harbour Council", "Harbour
    Council representative (tbc)")."""
    text = _LIST_NUMBER.sub("", text.strip(MARKS + " \t"), count=1)
    said = _REPRESENTS.match(text) is not None or _REPRESENTED.search(text[-_TAIL:]) is not None
    return said and bool(represented(text))


def _is_body(text: str) -> bool:
    """Whether a bullet is the name of a body and nothing else ("• Harbour Lamp Federation (HLF)")."""
    text = without_marks(text)
    short = len(text.split()) <= _MOST_WORDS and text[-1:] not in ".?!:;" and "," not in text
    return short and looks_like_organization(text) >= _CERTAIN and person_line_score(text) < _CERTAIN


def _is_lone(text: str, addressed: int, listed: int) -> bool:
    """Whether the one item without an honorific and without details, among people who have both, is a body of any name."""
    return _FEWEST <= addressed == listed - 1 and not has_honorific(text) and is_stranger_among(text)


def _announced_role(before: str) -> RoleLabel | None:
    """ "Discussion moderated by", "Remote participation was moderated by", "Welcome by the moderators (": the role that the words before
    a name give to her."""
    opened = before.rfind("(")
    if opened > before.rfind(")"):
        words = before[:opened].split()
        label = read_role_label(words[-1] + ":") if words else None
        if label:
            return label
    act = _ACT_OF.search(before.rstrip(" ,")) if before.rstrip().endswith(",") else None
    if act is not None:
        said = read_role_label(act[2])
        return said if said is not None and "other" not in said.codes else None  # "Report of the consultant, Ana Ruiz": she speaks
    words = [word for word in before.split() if fold(word) not in role_words("auxiliary")]
    if len(words) < 2 or fold(words[-1]) not in _DOERS:
        return None
    told = (read_role_label(" ".join(words[-count:]) + ":") for count in _ACT_WORDS if count <= len(words))
    return next((label for label in told if label is not None), None)


def _affiliated(part: Participation) -> bool:
    """Whether a person is told of with an office, a body, a group or a land, or stands behind a label."""
    if part.title and part.title[:1].islower() and title_score(part.title) < 0.7:
        return False  # "Ms Ruiz, Foo Council, showed figures": prose
    if part.organization and begins_small(part.organization) and not is_body_word(fold(part.organization).split()[0]):
        return False  # "presented by Ana Ruiz, shows that …"
    told = part.organization or part.title or part.stakeholder_group or part.country
    return bool(told) or part.evidence.method is Method.LABEL


def _stretches(line: Line) -> Iterator[tuple[Piece, bool]]:
    """The stretches of an agenda line that name people: after a role label, in closing brackets, or the line itself."""
    piece = _without_minutes(without_times(Piece(line.text, line.span.start).trim()))
    if not piece.text:
        return
    inside = [piece.cut(left + 1, right - 1).trim() for left, right in brackets(piece.text)]
    told = [part for part in inside if _lists_people(part)]
    if told and name_score(unmarked(piece).text.split("(")[0].strip()) < 0.6:
        for part in told:
            yield from ((stretch, False) for stretch in _slashed(part))
        return
    topic = _TOPIC.search(piece.text)
    head = _without_item(piece.cut(0, topic.start()) if topic else piece)
    if person_line_score(head.text) >= _LEAST and not _BY.search(head.text.split(",")[0]):
        yield head, False
        return
    link = _BY.search(piece.text)
    most = _MOST_ITEM_WORDS if _HEADING.match(line.text) else _MOST_WORDS
    if link and len(piece.text[: link.start()].split()) <= most and person_line_score(piece.text[link.end() :]) >= _CERTAIN:
        yield piece.cut(link.end()), False
        return
    dash = next(reversed(list(_DASH.finditer(piece.text))), None)
    if dash and person_line_score(piece.text[dash.end() :]) >= _CERTAIN:
        yield piece.cut(dash.end()), False
        return
    topic_end = piece.text.rfind(": ")
    if topic_end > 0 and _represents(piece.text[topic_end + 2 :]):  # "The view of the shops: a representative of Foo Council"
        yield piece.cut(topic_end + 2), False


def _without_item(piece: Piece) -> Piece:
    """Without the item before a person: "Opening remarks, Ana Ruiz, Foo"."""
    piece = unmarked(piece)
    item, comma, rest = piece.text.partition(", ")
    told = comma and _names_part(item) and person_line_score(rest) >= _CERTAIN
    return piece.cut(len(item) + len(comma)) if told else piece


def _lists_people(part: Piece) -> bool:
    """Whether a bracket holds people with a label or an affiliation, and not the affiliation of the person before it."""
    parts = parts_of(part)
    if any(found.label for found in parts):
        return True
    first = part.text.split(",")[0]
    return "," in part.text and name_score(pair().split(first)[0]) >= 0.6 and person_line_score(part.text) >= _LEAST


def _slashed(part: Piece) -> Iterator[Piece]:
    """ "A, Org / B, Org": a slash between people."""
    start = 0
    for match in re.finditer(r"\s/\s", part.text):
        if "," in part.text[start : match.start()] and name_score(part.text[match.end() :].split(",")[0]) >= 0.6:
            yield part.cut(start, match.start()).trim()
            start = match.end()
    yield part.cut(start).trim()


def _without_minutes(piece: Piece) -> Piece:
    """Without a duration at its beginning or end; durations inside stay."""
    for left, right in minutes(piece.text):
        if not piece.text[right:].strip(" .:-–"):
            return piece.cut(0, left).trim(" -–—")
        if not piece.text[:left].strip():
            return piece.cut(right).trim(" -–—:")
    return piece


def _names_part(text: str) -> bool:
    """Whether words are nothing but a part of a programme ("Closing remarks", "Welcome by the liaisons of the council")."""
    act = _ACT_OF.fullmatch(text)
    return len(text.split()) <= _MOST_WORDS and is_programme(fold(act[1] if act is not None else text))


def _item_role(text: str) -> RoleLabel | None:
    """The role that an agenda item gives to the unlabelled people under it ("Introduction by moderators"); every other item, told by
    its number or its words, gives ``speaker`` again."""
    mark = _HEADING.match(text)
    if not mark and (has_mark(text) or not _names_part(text)):
        return None
    piece = _without_minutes(Piece(text, 0).cut(mark.end() if mark else 0).trim())
    for link in _FROM.finditer(piece.text):
        doer = piece.text[link.end() :]
        label = read_role_label(doer)
        if label and (not label.plain or (doer.isalpha() and fold(link[0]).split()[0] in _DOERS)):
            return label
    return RoleLabel(("speaker",)) if person_line_score(text) < _LEAST else None
