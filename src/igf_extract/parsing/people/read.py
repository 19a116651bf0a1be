"""Lines of one people field become participations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from igf_extract.model import Evidence, Line, Method, Participation, Problem, Span
from igf_extract.parsing.people.address import without_street
from igf_extract.parsing.people.biography import people_told, without_biographies, without_biography
from igf_extract.parsing.people.blocks import told_by_block
from igf_extract.parsing.people.delegations import delegating_bodies
from igf_extract.parsing.people.fronts import bodies_in_front
from igf_extract.parsing.people.heads import leading_name
from igf_extract.parsing.people.invitations import without_invitation
from igf_extract.parsing.people.items import Item
from igf_extract.parsing.people.joining import joiner, without_backers
from igf_extract.parsing.people.labels import Part, parts_of
from igf_extract.parsing.people.naming import is_family_first
from igf_extract.parsing.people.peers import bodies_among, whole_bodies
from igf_extract.parsing.people.pieces import EMAIL, URL, Piece, unmarked, without_times
from igf_extract.parsing.people.programme import is_credit, is_part, is_sentence
from igf_extract.parsing.people.prose import is_event, without_clause
from igf_extract.parsing.people.represented import represented_pairs
from igf_extract.parsing.people.roster import Roster
from igf_extract.parsing.people.shape import name_score, organization_score, title_score
from igf_extract.parsing.people.standing_in import stands_in
from igf_extract.parsing.people.topic import topics_above
from igf_extract.parsing.people.unbroken import unbroken
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import place_of
from igf_extract.vocab.roles import SERVING, RoleLabel, read_role_label, role_words
from igf_extract.vocab.words import function_words, is_known_organization, organization_words, plain_words

_INITIALS = re.compile(r"[A-Z]{1,2}")
_LONGEST = 20_000  # characters of one line that are looked at; the longest lists of people are a tenth of that
# a line that was broken behind "and"
_OPEN_END = re.compile(r"[,;]?\s+(?:and|&|et|und)\s*$|[,;]\s*(?:y|e)\s*$")
_ARTICLE = re.compile(r"^the\s(?=[^\W\d_a-zà-ÿ])")  # before a body inside a list ("UNESCO, the Council of Foo")
_ANNOUNCEMENT = re.compile(r"[^:,;()–—\d]{30,300}:\s{1,3}(?=[^\W\d_a-zà-ÿ])")  # a sentence before a colon
_SENTENCE = 8  # words of such a sentence
_QUOTES = frozenset("'\"")
_DIGITS = re.compile(r"[\d\W_]*")
_BULLET = re.compile(r"[•●▪◦*–-]\s*\S")
_TORN, _LONG = 4, 7  # words of a piece of a sentence that is no body: from a small letter on, and from a capital on
_NAME_WORDS = (2, 4)
_TOLD, _NAMED = 0.5, 0.6  # how surely words are an office or a body, and a name
_COMMON = 0.7  # share of its small words that are frequent English words


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """The participations of some lines, in the order of the text, and what could not be read."""

    participations: tuple[Participation, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_people(
    lines: Sequence[Line], role: str, *, label_rule: str = "people", role_inferred: bool = False, bodies_only: bool = False
) -> PeopleReading:
    """The people and bodies of the consecutive ``lines`` of one field, in order; labels inside the lines win over ``role``.

    ``label_rule`` names the rule that gave the field its role (first part of ``Evidence.rule``); ``role_inferred`` says that
    the heading was lost, ``bodies_only`` that every line names a body. A line that cannot be taken apart gives an
    ``unreadable_person`` problem and no participation.
    """
    roster = Roster(RoleLabel((role,)))
    told = takewhile(lambda line: fold(line.text).strip(" :") not in role_words("ends"), lines)
    whole = unbroken([without_street(line) for line in _without_subjects(without_biographies(list(told)))])
    kinds, topics, bodies = told_by_block(whole), topics_above(whole), range(len(whole)) if bodies_only else bodies_among(whole, role)
    listed = RoleLabel((role if role not in SERVING else "speaker",), plural=True)
    entire = whole_bodies(whole)
    parts = [
        (replace(part, whole_body=True) if at in entire else part, line)
        for at, (line, post) in enumerate(_with_posts(whole))
        for part in ([_heading(line, listed)] if at in topics else _useful(line, post, kinds.get(at), at in bodies))
    ]
    parts = list(_without_pairs(_of_programme(parts, role)))
    only = [part for part, _ in parts]
    turned, fronted = _family_first(only), bodies_in_front(only)
    for at, (part, line) in enumerate(parts):
        roster.add(replace(part, whole_name=True) if at in turned else fronted.get(at, part), line)
    items, problems = roster.finished()
    torn = [item.entry for item in items if item.entry.kind == "body" and item.entry.body and _is_torn(item.entry.body.text)]
    for entry in torn:
        text = entry.whole.slice(entry.start, entry.end)
        problems.append(Problem("unreadable_person", f"words of a sentence: {text[:60]!r}", Span(entry.start, entry.end)))
    kept = [item for item in items if item.entry not in torn]
    found = [participation for item in kept for participation in _participations(item, label_rule, role_inferred)]
    return PeopleReading(tuple(found), tuple(problems))


def _is_torn(body: str) -> bool:
    """Whether what is read as a body are English words out of a sentence, most of them small: "followed by telephone as far as Velm"."""
    words = body.split()
    if words[-1] in role_words("open_ends") and organization_score(body) < _TOLD:
        return True  # "While the", the end of a text that was cut off
    small = [word.casefold() for word in words if word[0].islower()]
    if 2 * len(small) <= len(words) or len(words) < (_TORN if body[0].islower() else _LONG):
        return False
    common = sum(word in plain_words() or word in function_words() for word in small)
    return _COMMON * len(small) <= common and organization_words().isdisjoint(map(fold, words[:2])) and not is_known_organization(body)


def _without_subjects(lines: list[Line]) -> list[Line]:
    """The lines without what a part of the programme is about: right below its number ("Panel 2:"), with the list of its people apart."""
    return [line for at, line in enumerate(lines) if not (0 < at < len(lines) - 1 and _is_subject(lines[at - 1], line, lines[at + 1]))]


def _is_subject(above: Line, line: Line, below: Line) -> bool:
    touching = line.gap == 0 and below.gap > 0 and is_part(fold(above.text))
    return touching and _BULLET.match(line.text) is None and _BULLET.match(below.text) is not None


def _heading(line: Line, label: RoleLabel) -> Part:
    """A line that is nobody: those who stand under it have the role of the field."""
    end = line.span.end
    return Part(Piece("", end), label, start=end)


def _of_programme(parts: list[tuple[Part, Line]], role: str) -> list[tuple[Part, Line]]:
    """ "Panel 1: Ana Ruiz, Foo" right below a heading of moderators: which part of the programme each of them moderates."""
    if role not in SERVING or not parts or not _leads_part(parts[0][0]):
        return parts
    return [(replace(part, label=None, prefix=None, head="") if _leads_part(part) else part, line) for part, line in parts]


def _without_pairs(parts: Sequence[tuple[Part, Line]]) -> Iterator[tuple[Part, Line]]:
    """The parts, "Presenters: Ana Ruiz, Yaro Welm" taken for two: a label in the plural with nothing else behind it names two people."""
    for at, (part, line) in enumerate(parts):
        below = parts[at + 1][0] if at + 1 < len(parts) else None
        left, comma, right = part.body.text.partition(", ")
        alone = " " not in part.head.strip(" :") and unmarked(Piece(line.text, 0)).text.startswith(part.head)  # no body before the label
        plural = part.label is not None and part.label.plural and alone and (below is None or below.label is not None)
        if plural and comma and all(_is_bare_name(text) for text in (left, right)):
            yield replace(part, body=part.body.cut(0, len(left))), line
            yield replace(part, body=part.body.cut(len(left) + len(comma)).trim(" .;"), whole_name=True), line
        else:
            yield part, line


def _is_bare_name(text: str) -> bool:
    """Whether words may be a name and nothing tells of an office or a body."""
    words = text.strip(" .").split()
    shaped = _NAME_WORDS[0] <= len(words) <= _NAME_WORDS[1] and all(word[:1].isupper() and not word.isupper() for word in words)
    strange = shaped and max(organization_score(text), title_score(text)) < _TOLD and place_of(text) is None
    return strange and name_score(text) >= _NAMED


def _leads_part(part: Part) -> bool:
    """Whether the name of a part of the programme stands before one person, and not before a list of those who speak in it."""
    head = part.head if part.label is not None else part.prefix.text if part.prefix is not None else ""
    return bool(head) and is_part(fold(head)) and ";" not in part.body.text


def _family_first(parts: Sequence[Part]) -> frozenset[int]:
    """The parts of runs of "Family, Given" lines. One such line alone is a name and a body, and so is a run with a word of a body in it."""
    found: list[int] = []
    run: list[int] = []
    for at, part in enumerate([*parts, None]):
        if part is not None and part.label is None and part.attribute is None and is_family_first(part.body.text):
            run.append(at)
            continue
        if part is None or not part.body.text or part.label is not None:
            single = sum(" " not in parts[i].body.text.partition(", ")[2] for i in run)
            found += run if len(run) > 1 and 2 * single >= len(run) else []
        run = []
    return frozenset(found)


def _with_posts(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether a word alone on it that may be a role is the post of the person above, who begins a block of lines."""
    for at, line in enumerate(lines):
        inside = 0 < at < len(lines) - 1 and line.gap == 0 and lines[at + 1].gap == 0 and lines[at - 1].gap > 0
        alone = inside and " " not in line.text and ":" not in line.text
        yield line, alone and name_score(lines[at - 1].text) >= 0.6 and name_score(lines[at + 1].text) < 0.6


def _useful(line: Line, post: bool = False, attribute: str | None = None, body: bool = False) -> Iterator[Part]:
    """The parts of a line that may say something of people; ``post``: no role is read from it; ``attribute``: what it holds for certain;
    ``body``: it is one."""
    text = line.text
    if _is_noise(text) or is_credit(text) or is_event(text):
        return
    piece = without_times(Piece(text[:_LONGEST], line.span.start).trim())
    if not piece.text:
        return
    open_end = _OPEN_END.search(piece.text, max(0, len(piece.text) - 12))
    piece = piece.cut(0, open_end.start()) if open_end else piece
    piece = piece if is_sentence(piece.text) else without_clause(piece)
    piece = piece.cut(0, without_backers(piece.text))
    for told in people_told(_without_joiner(_without_notice(without_invitation(piece)))):
        yield from _parts_of(without_biography(told), post, attribute, body)


def _parts_of(piece: Piece, post: bool, attribute: str | None, body: bool) -> Iterator[Part]:
    """The parts of what a line says of people; the arguments are those of ``_useful``."""
    bare = unmarked(piece)
    label = read_role_label(bare.text) if attribute is None else None
    if attribute is not None:
        yield Part(bare, attribute=attribute, start=bare.start)
    elif body:
        yield Part(bare, peer_body=True, start=bare.start)
    elif label and post:
        yield Part(bare, start=bare.start)
    elif label:
        yield Part(bare.cut(len(bare.text)), label, start=bare.start, head=bare.text)
    elif bodies := delegating_bodies(piece):
        yield from (Part(body, start=body.start, whole_body=True) for body in bodies)
    elif pairs := represented_pairs(piece):
        yield from pairs
    else:
        yield from map(stands_in, parts_of(piece))


def _without_joiner(piece: Piece) -> Piece:
    """ "and Eva Kral, Foo Council" on a line of its own, below a line that ends in a comma."""
    joining = joiner().match(piece.text)
    rest = piece.cut(joining.end()) if joining else piece
    return rest if rest.text[:1].isupper() and name_score(rest.text.split(",")[0]) >= 0.6 else piece


def _without_notice(piece: Piece) -> Piece:
    """ "Please note that Ana Ruiz, Adviser, Foo, will join": without the words that announce a person."""
    low = piece.text.casefold()
    told = [len(words) for words in role_words("notices") if low.startswith(words + " ")] if len(low) == len(piece.text) else []
    notice = max(told, default=None)
    if notice is None:
        return _without_announcement(piece)
    rest = piece.cut(notice).trim(" :,")
    return rest if name_score(rest.text.split(",")[0]) >= 0.6 else piece


def _without_announcement(piece: Piece) -> Piece:
    """ "The members of the group were asked to speak at the forum : ANA RUIZ — Head, Foo": without the sentence before the colon."""
    colon = _ANNOUNCEMENT.match(piece.text)
    if colon is None or len(colon[0].split()) < _SENTENCE:
        return piece
    rest = piece.cut(colon.end())
    return rest if name_score(leading_name(rest.text)) >= 0.6 else piece


def _is_noise(text: str) -> bool:
    """Lines of a schedule page around people: portraits, initials, cut biographies, addresses; a title in quotes."""
    key = fold(text)
    if key[:1] in _QUOTES and key[-1:] == key[:1] and (":" in key or key[-2:-1] in ("!", "?")):
        return True  # "“Masts and Meters: Who Pays?”"
    around = key.startswith("avatar for ") or key.endswith(("read more →", "read more"))
    return around or any(pattern.fullmatch(text) for pattern in (URL, EMAIL, _DIGITS, _INITIALS))


def _one_line(text: str) -> str:
    """A value without the blanks that stand for a break of the line."""
    return " ".join(text.split()) if "  " in text or "\n" in text else text


def _trimmed_title(text: str) -> str | None:
    """An office without the joiner in front ("and counsel to Foo") and without words at its end that lost what they lead to ("Director of
    the"); None for words that are no office then ("representing | youth from")."""
    words = _one_line(text).split(" ")
    words = words[1:] if len(words) > 1 and words[0] in role_words("open_pairs") else words
    said, trimmed = " ".join(words), words.copy()
    while trimmed and trimmed[-1] in role_words("open_ends"):
        trimmed.pop()
    whole = " ".join(trimmed)
    return whole if whole and (whole == said or title_score(whole) >= _TOLD) else None


def _participations(item: Item, rule: str, inferred: bool) -> Iterator[Participation]:
    entry = item.entry
    article = _ARTICLE.match(entry.body.text) if entry.body else None
    body = entry.body.cut(article.end()) if entry.body and article else entry.body
    if item.labelled:
        method = Method.LABEL
    else:
        method = Method.POSITION if inferred else Method.SHAPE
    for name in entry.names or (None,):
        for role in item.label.codes:
            plain = item.label.plain and role == "moderator"
            yield Participation(
                role=f"{entry.seat}_moderator" if entry.seat and role in ("moderator", "onsite_moderator") else role,
                evidence=Evidence(Span(entry.start, entry.end), f"{rule}.{'plain_moderator' if plain else entry.kind}", method),
                name=_one_line(name.text) if name else None,
                organization=_one_line(body.text) if body else None,
                title=_trimmed_title(entry.title) if entry.title else None,
                stakeholder_group=entry.group,
                regional_group=entry.region,
                country=entry.country.text if entry.country else None,
                country_code=entry.country_code,
                role_inferred=inferred and not item.labelled,
                confidence=round(entry.sure, 3),
                name_span=name.span if name and name.start >= 0 else None,
                organization_span=body.span if body else None,
            )
