"""What stands between a name and its groups: the office, the body, or both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from igf_extract.parsing.people.office_kinds import (
    OFFICES,
    is_code_of_office,
    is_of_forum,
    is_of_parliament,
    is_of_unit,
    is_unnamed_part,
    kind_of,
    names_field,
    settled,
)
from igf_extract.parsing.people.person import has_own_acronym
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.portfolio import portfolio_end
from igf_extract.parsing.people.post import SECOND_POST, Split
from igf_extract.parsing.people.second_post import before_second_post
from igf_extract.parsing.people.shape import (
    begins_small,
    only_areas,
    organization_score,
    title_score,
    words_of,
)
from igf_extract.parsing.people.split import country_owner, split_office
from igf_extract.parsing.people.work_fields import (
    begins_listed_body,
    fields_of_body,
    follows_field,
    is_body_of_fields,
    is_field,
    is_listed_unit,
    is_named_field,
    is_service_field,
    is_unit_of_office,
    lists_fields_of_office,
)
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code
from igf_extract.vocab.words import is_known_organization, organization_starts, organization_words

_IN_COUNTRY = re.compile(r"\s+(?:(?:based|located)\s+)?(?:in|en|em)\s+(?:the\s+)?(?=[^\W\d_a-z])")
_PROJECT = 2  # words of its name at the least, and one that says what it is
_LINKS = ("and", "&", "of", "for", "on", "the")
_GAP = 4  # pieces further apart have something else between them
_SECOND = (";", "&")  # separators before a second post, which is not read


@dataclass(frozen=True, slots=True)
class Office:
    """An office as written and the piece that names the body; ``sure`` falls where words could not tell which is which."""

    title: str | None = None
    body: Piece | None = None
    country: Piece | None = None
    sure: float = 1.0


def read_office(parts: list[Piece], whole: Piece) -> Office:
    """Title and organisation of the pieces that stand after a name, in the order of the line.

    ``parts`` hold no groups, regions, countries or notes; ``whole`` is the line that they were cut from.
    """
    if not parts:
        return Office()
    if parts[0].sep == ";":
        # "Ana Ruiz; Adviser; Foo Council": semicolons are this line's commas
        parts = [part.behind(",") if part.sep == ";" else part for part in parts]
    parts = before_second_post(parts)
    kinds = settled([kind_of(part.text) for part in parts], parts)
    if kinds[0] in OFFICES:
        return _title_first(parts, kinds, whole)
    if any(kind in OFFICES for kind in kinds):
        return _title_later(parts, kinds, whole)
    if begins_small(parts[0].text) and kinds[0] != "body" and (title_score(parts[0].text) >= 0.7 or 1 < len(parts[0].text.split()) < 4):
        return Office(parts[0].text, *_body(parts[1:], whole), 0.8)
    if kinds[0] == "area" and begins_listed_body(parts, 2):
        return Office(None, *_body(parts, whole), 0.85)  # "Internet Standards, Security & Safety Coalition"
    if kinds[0] == "area" and len(parts) > 1 and parts[1].sep == "," and follows_field(parts, kinds[1]):
        # "Public Policy, Nordwave": a field of work and the body
        return Office(parts[0].text, *_body(parts[1:], whole), 0.75)
    return Office(None, *_body(parts, whole), 1.0 if "body" in kinds else 0.85)


def _title_first(parts: list[Piece], kinds: list[str], whole: Piece) -> Office:
    """ "Director, Internet Governance Programmes, Foundation": the office runs on while pieces name fields of work or further offices."""
    bodied = kinds == ["title", "area"] and is_body_of_fields(parts)
    end = 2 if is_listed_unit(parts) else 1 if bodied else _end_of_title(parts, kinds, whole)
    end -= end == len(parts) and end > 1 and _is_project(parts[-1], kinds[-1])
    rest = _until_title(parts[end:], kinds[end:])
    if rest and kinds[end] in OFFICES and split_office(parts[end - 1].text):
        rest = []  # the first office has its body; what follows is a second post
    if rest and kinds[end] in OFFICES and rest[0].start - parts[end - 1].end > _GAP:
        rest = []
    if not rest and end == 2 and kinds[1] == "area" and parts[1].sep == "-":
        return Office(parts[0].text, *_body(parts[1:2], whole), 0.7)
    late = _late_link(parts[1:], 0.4) or fields_of_body(parts[1:])
    if late and all(is_field(part.text) for part in parts[1 : late[0] + 1]) and is_field(parts[late[0] + 1].text[: late[1].title_end]):
        at, link = late
        title = _joined([*parts[: at + 1], parts[at + 1].cut(0, link.title_end)], whole)
        return Office(title, *_body([parts[at + 1].cut(link.body_start)], whole))
    owner = country_owner(parts[0].text)
    if owner and end == 1 and not rest:
        return Office(parts[0].text[owner[2] :], country=parts[0].cut(owner[0], owner[1]), sure=0.9)
    return _title_with_body(parts, end, rest, whole)


def _is_project(part: Piece, kind: str) -> bool:
    """ "Senior Counsel, Media Access Project": fields of work that end as a project does, behind which no body follows, are the body."""
    words = words_of(part.text)
    named = kind == "area" and len(words) > _PROJECT and words[-1] in organization_words("projects") and not begins_small(part.text)
    return named and part.sep == "," and all(word[:1].isupper() or word in _LINKS for word in part.text.split())


def _title_with_body(parts: list[Piece], end: int, rest: list[Piece], whole: Piece) -> Office:
    """The body stands inside the office ("CEO of Foo"), in the pieces after it, or nowhere."""
    if end > 1 and not rest and is_of_parliament(parts[0].text, parts[end - 1].text):
        return Office(_joined(parts[:end], whole), sure=0.9)
    last, inside = parts[end - 1], split_office(parts[end - 1].text)
    if inside and rest and rest[0].sep == "(" and SECOND_POST.match(last.text, inside.body_end):
        rest = []  # "Director of Foo and lecturer at Bar University (Law School)": the bracket is of the second post
    if inside and rest and rest[0].sep == "-" and begins_small(rest[0].text):
        rest = []  # "Director of Foo - the village network": what she speaks about
    dashed = end == 1 and bool(rest) and rest[0].sep == "-" and " " in rest[0].text
    if inside and dashed and names_field(last.text[inside.body_start : inside.body_end]):
        return Office(_joined(parts[:end], whole), *_body(rest, whole), 0.85)  # "Head of Public Libraries – Foo Broadband"
    if inside and end == 1 and not inside.strong and is_unnamed_part(last.text[inside.body_start : inside.body_end], rest):
        return Office(_joined(parts[:end], whole), *_body(rest, whole), 0.85)  # "Head of News, Velm Online"
    of_state = bool(rest) and f"{fold(rest[0].text)} ".startswith(organization_starts("states"))  # "…, Government of Ghana"
    if inside and (not rest or inside.strong or (of_state and end == 1)):
        closes = inside.body_end == len(last.text) and inside.body_start > inside.title_start
        tail = last.cut(inside.body_start, inside.body_end)
        title = _joined([*parts[: end - 1], last.cut(inside.title_start, inside.title_end)], whole)
        return Office(title, *_body([tail, *rest] if closes else [tail], whole))
    first, inside = parts[0], split_office(parts[0].text)
    if inside and end > 1 and not rest:
        further = parts[1:end] if inside.body_end == len(first.text) and _goes_on(first.text, parts[1:end]) else []
        body = [first.cut(inside.body_start, inside.body_end), *further]
        return Office(first.text[inside.title_start : inside.title_end], *_body(body, whole))
    listed = inside is not None and words_of(first.text)[-1] not in organization_words("units")  # "Director of Names Department, VTS"
    if inside and listed and end == 1 and inside.body_end == len(first.text) and all(organization_score(part.text) <= 0.4 for part in rest):
        # "Chair of the Board of Names, Numbers and Protocols": commas inside the body's name
        return Office(first.text[inside.title_start : inside.title_end], *_body([first.cut(inside.body_start), *rest], whole), 0.8)
    late = _late_link(rest)
    if late:
        at, link = late
        title = _joined([*parts[:end], *rest[:at], rest[at].cut(0, link.title_end)], whole)
        return Office(title, *_body([rest[at].cut(link.body_start)], whole))
    return Office(_joined(parts[:end], whole), *_body(rest, whole))


def _goes_on(body: str, fields: list[Piece]) -> bool:
    """ "… of the Institute for Policy, Advocacy and Governance": fields of work, the last of them joined, go on with the body's own."""
    own = re.split(r"\s(?:for|of|on)\s", body)[-1]
    joined = any(f" {link} " in fields[-1].text for link in ("and", "&", "y", "e", "et", "und"))
    return joined and only_areas(own) and all(only_areas(field.text) and field.sep == "," for field in fields)


def _end_of_title(parts: list[Piece], kinds: list[str], whole: Piece) -> int:
    """How many pieces the office takes."""
    listed = portfolio_end(parts)
    if listed:
        return listed
    closed = split_office(parts[0].text) is not None
    for at in range(1, len(parts)):
        if kinds[at] == "unknown" and (is_named_field(parts[at : at + 2]) or lists_fields_of_office(parts[at:], kinds[at:])):
            continue
        named = parts[at : at + 2]
        service = kinds[0] == "title" and kinds[at] == "body" and (is_service_field(named) or is_unit_of_office(parts[0], named))
        if at == 1 and (service or is_code_of_office(parts[1:3], kinds[2:3])):
            continue
        if parts[at].sep in _SECOND or kinds[at] not in ("title", "area", "both"):
            return at
        if kinds[at] == "area" and " " in parts[0].text and begins_listed_body(parts[at:]):
            return at
        closed_bracket = parts[0].sep == "(" and ")" in whole.slice(parts[at - 1].end, parts[at].start)
        if kinds[at] == "area" and closed_bracket and " " in parts[at].text:
            return at  # "Ana Ruiz (network engineer), Velm Online": the bracket closes the office
        apart = parts[at].start - parts[at - 1].end > _GAP  # "MP, Velmland, Chair of the Foo Network"
        if kinds[at] in OFFICES and (apart or (closed and kinds[at] == "title")):
            return at  # "Member of the Foo project, Co-chair, Bar": a second post
        if kinds[at] == "both":
            return at if closed or parts[at].sep != "," else at + 1
    return len(parts)


def _late_link(rest: list[Piece], least: float = 0.55) -> tuple[int, Split] | None:
    """ "…, Faculty of Law at University of Foo": a link in a later piece says that all before it belongs to the office."""
    for at, part in enumerate(rest):
        found = part.text.find(" at ")
        if found > 0 and organization_score(part.text[found + 4 :]) >= least:
            return at, Split(0, found, found + 4, len(part.text), True)
    return None


def _title_later(parts: list[Piece], kinds: list[str], whole: Piece) -> Office:
    """ "APNIC, Strategic Programmes Director": the body first."""
    at = next(i for i, kind in enumerate(kinds) if kind in OFFICES)
    own = at == len(parts) - 1 and kinds[at] == "title" and parts[at].sep == ";"  # "Foo; radio reporter"
    forum = kinds[at] == "both" and at == len(parts) - 1 and parts[at].sep == "," and is_of_forum(parts[at].text)
    unit = kinds[at] == "both" and parts[at].sep not in _SECOND and is_of_unit(parts[at].text)
    if (parts[at].sep in _SECOND and not own) or (kinds[at] == "both" and "body" in kinds[:at] and not forum and not unit):
        return Office(None, *_body(parts[:at], whole))
    end = at + 1
    while end < len(parts) and kinds[end] == "area" and parts[end].sep not in _SECOND:
        end += 1
    if kinds[0] in ("unknown", "area") and "body" in kinds[end:]:
        # nothing tells what the first piece is; the office and the body after it are certain
        title = _joined(parts[at:end] if kinds[0] == "unknown" else parts[:end], whole)
        return Office(title, *_body(_until_title(parts[end:], kinds[end:]), whole), 0.7)
    return Office(_joined(parts[at:end], whole), *_body(parts[:at], whole), 0.95)


def _until_title(parts: list[Piece], kinds: list[str]) -> list[Piece]:
    """The pieces before the next office: a second post is not read."""
    for at, (part, kind) in enumerate(zip(parts, kinds, strict=True)):
        if part.sep in _SECOND or (kind in OFFICES and at):
            return parts[:at]
    return parts


def _leaves_bracket(text: str) -> bool:
    """Whether a bracket closes that did not open: the text begins inside one and ends outside."""
    return text.count(")") > text.count("(") or text.count("]") > text.count("[")


def _joined(parts: list[Piece], whole: Piece) -> str:
    if parts[-1].end > whole.end:
        return parts[0].text
    text = whole.slice(parts[0].start, parts[-1].end)
    if len(parts) > 1 and _leaves_bracket(text):
        return _joined(parts[1:], whole)
    closed = text.count("(") > text.count(")") and whole.slice(parts[-1].end, parts[-1].end + 1) == ")"
    return (text + ")" * closed).strip(" ,;.")


def _body(parts: list[Piece], whole: Piece) -> tuple[Piece | None, Piece | None]:
    """The pieces of one body as one piece, and a country that "in X" names at its end."""
    parts = [part for part in parts if part.text]
    if not parts:
        return None, None
    body = last = parts[0]
    for part in parts[1:]:
        section = part.sep == "-" and words_of(part.text)[-1:] and words_of(part.text)[-1] in organization_words("sections")
        acronym = part.sep == "-" and has_own_acronym(f"{body.text} ({part.text})")  # "Association of Velm Writers - AVW"
        apart = part.sep not in (",", " ", ")") and not section and not acronym
        again = " " in body.text and fold(body.text) in fold(part.text)  # "Chad IGF, MAG of the Chad IGF": a second post
        if apart or again or part.end > whole.end or part.start - last.end > _GAP or _leaves_bracket(whole.slice(body.start, part.end)):
            break
        last = part
    if last is not body:
        body = Piece(whole.slice(body.start, last.end), body.start, body.sep)
    for match in _IN_COUNTRY.finditer(body.text):
        if country_code(body.text[match.end() :].strip(" .")) and not is_known_organization(body.text):
            return body.cut(0, match.start()), body.cut(match.end()).trim(".")
    return body.trim(",;"), None
