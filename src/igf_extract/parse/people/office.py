"""What stands between a name and its groups: the office, the body, or both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from igf_extract.parse.people.pieces import Piece
from igf_extract.parse.people.shape import name_score, only_areas, organization_score, title_score, words_of
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code
from igf_extract.vocab.words import job_links, job_words, is_known_organization, organization_words

_POSSESSIVE = re.compile(r"([^\s,].{1,60}?)['’]s?\s+(?=\S)")
_LEADING_BODY = re.compile(r"((?:[A-Z][A-Z0-9&.\-]{1,9}|[A-Z][A-Za-z]+\.[a-z]{2,4})(?:\s[A-Z][A-Z0-9]{1,7})?)\s+(?=\S)")
_IN_COUNTRY = re.compile(r"\s+(?:in|en|au|aux|em)\s+(?=[^\W\d_a-z])")
_SECOND_POST = re.compile(r"\s*(?:;|\band\b|\bet\b|&|\by\b|\be\b|/)\s+", re.I)


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
    kinds = [_kind(part.text) for part in parts]
    if kinds[0] in ("title", "both"):
        return _title_first(parts, kinds, whole)
    if "title" in kinds or "both" in kinds:
        return _title_later(parts, kinds, whole)
    if len(parts) > 1 and parts[0].text[:1].islower() and kinds[0] != "body":
        return Office(parts[0].text, *_body(parts[1:], whole), 0.8)
    if kinds[0] == "unknown" and parts[0].text[:1].islower():
        return Office(parts[0].text, sure=0.8)
    body, country = _body(parts, whole)
    return Office(None, body, country, 1.0 if "body" in kinds else 0.85)


def _kind(text: str) -> str:
    """title, body, both ("CEO of Foo"), area ("Technology Policy"), unknown."""
    title, body = title_score(text), organization_score(text)
    if title >= 0.7 and not (body == 1.0 or (body >= 0.8 and title < 0.8 and name_score(text) == 0)):
        return "both" if split_office(text) else "title"
    if body >= 0.55 and not (only_areas(text) and body < 1.0):
        return "both" if title >= 0.6 and split_office(text) else "body"
    if only_areas(text):
        return "area"
    return "title" if title >= 0.5 and text[:1].islower() else "unknown"


def _title_first(parts: list[Piece], kinds: list[str], whole: Piece) -> Office:
    """ "Director, Internet Governance Programmes, Foundation": the office runs on while pieces name fields of work or further offices."""
    end = 1
    while end < len(parts) and (
        kinds[end] in ("title", "area") or (kinds[end] == "both" and parts[end].sep == "," and not _body_inside(parts[0]))
    ):
        if parts[end].sep in (";", "&"):
            break
        end += 1
        if kinds[end - 1] == "both":
            break
    rest = [part for part in parts[end:] if part.sep not in (";", "&")] if parts[end:] and parts[end].sep not in (";", "&") else []
    rest = _until_title(rest, kinds[end:])
    if kinds[end - 1] == "area" and not rest and end > 1 and kinds[: end - 1] == ["title"] and parts[end - 1].sep == "-":
        return Office(parts[0].text, *_body(parts[end - 1 : end], whole), 0.7)
    owned = _POSSESSIVE.match(parts[0].text)
    if owned and end == 1 and not rest and country_code(owned[1]):
        return Office(parts[0].text[owned.end() :], country=parts[0].cut(owned.start(1), owned.end(1)), sure=0.9)
    last = parts[end - 1]
    split = split_office(last.text)
    if split and (not rest or split.strong):
        title = _joined([*parts[: end - 1], last.cut(split.title_start, split.title_end)], whole)
        tail = last.cut(split.body_start, split.body_end)
        body, country = _body([tail, *rest] if split.body_end == len(last.text) and split.body_start > split.title_start else [tail], whole)
        return Office(title, body, country)
    first_split = split_office(parts[0].text)
    if (
        first_split
        and end == 1
        and rest
        and all(organization_score(part.text) <= 0.4 for part in rest)
        and first_split.body_end == len(parts[0].text)
    ):
        title = parts[0].text[first_split.title_start : first_split.title_end]
        return Office(title, *_body([parts[0].cut(first_split.body_start), *rest], whole), 0.8)
    if first_split and not rest and end > 1:
        title = parts[0].text[first_split.title_start : first_split.title_end]
        body, country = _body([parts[0].cut(first_split.body_start, first_split.body_end)], whole)
        return Office(title, body, country)
    late = _late_link(rest)
    if late:
        at, tail = late
        return Office(
            _joined([*parts[:end], *rest[:at], rest[at].cut(0, tail.title_end)], whole), *_body([rest[at].cut(tail.body_start)], whole)
        )
    title = _joined(parts[:end], whole)
    if not rest:
        return Office(title)
    body, country = _body(rest, whole)
    return Office(title, body, country)


def _late_link(rest: list[Piece]) -> tuple[int, Split] | None:
    """ "…, Faculty of Law at University of Foo": a link in a later piece says that all before it belongs to the office."""
    for at, part in enumerate(rest):
        found = part.text.find(" at ")
        if found > 0 and organization_score(part.text[found + 4 :]) >= 0.55:
            return at, Split(0, found, found + 4, len(part.text), True)
    return None


def _body_inside(piece: Piece) -> bool:
    return split_office(piece.text) is not None


def _title_later(parts: list[Piece], kinds: list[str], whole: Piece) -> Office:
    """ "APNIC, Strategic Programmes Director": the body first."""
    at = next(i for i, kind in enumerate(kinds) if kind in ("title", "both"))
    if parts[at].sep in (";", "&") or (kinds[at] == "both" and "body" in kinds[:at]):
        return Office(None, *_body(parts[:at], whole))
    end = at + 1
    while end < len(parts) and kinds[end] == "area" and parts[end].sep not in (";", "&"):
        end += 1
    if kinds[0] in ("unknown", "area") and end < len(parts) and "body" in kinds[end:]:
        # nothing tells what the first piece is; the office and the body after it are certain
        title, (body, country) = _joined(parts[at:end], whole), _body(_until_title(parts[end:], kinds[end:]), whole)
        return Office(title if kinds[0] == "unknown" else _joined(parts[:end], whole), body, country, 0.7)
    body, country = _body(parts[:at], whole)
    return Office(_joined(parts[at:end], whole), body, country, 0.95)


def _until_title(parts: list[Piece], kinds: list[str]) -> list[Piece]:
    """The pieces before the next office: a second post is not read."""
    for at, (part, kind) in enumerate(zip(parts, kinds, strict=False)):
        if (kind in ("title", "both") and at) or (part.sep in (";", "&") and at):
            return parts[:at]
    return parts


def _joined(parts: list[Piece], whole: Piece) -> str:
    return whole.slice(parts[0].start, parts[-1].end).strip(" ,;.") if parts[-1].end <= whole.end else parts[0].text


def _body(parts: list[Piece], whole: Piece) -> tuple[Piece | None, Piece | None]:
    """The pieces of one body as one piece, and a country that "in X" names at its end."""
    parts = [part for part in parts if part.text]
    if not parts:
        return None, None
    last = parts[0]
    for part in parts[1:]:
        section = part.sep == "-" and words_of(part.text)[-1:] and words_of(part.text)[-1] in organization_words("sections")
        if (part.sep not in (",", " ", ")") and not section) or part.end > whole.end:
            break
        last = part
    body = Piece(whole.slice(parts[0].start, last.end), parts[0].start, parts[0].sep) if last is not parts[0] else parts[0]
    for match in _IN_COUNTRY.finditer(body.text):
        if country_code(body.text[match.end() :].strip(" .")):
            return body.cut(0, match.start()), body.cut(match.end()).trim(".")
    return body.trim(",;"), None


@dataclass(frozen=True, slots=True)
class Split:
    """Where the office and the body stand inside one piece. ``strong``: a link such as "at" says so."""

    title_start: int
    title_end: int
    body_start: int
    body_end: int
    strong: bool = False


def split_office(text: str) -> Split | None:
    """Cuts "Head of Policy at Org", "CEO of Org", "Org's Deputy Director", "CTU Secretary" into office and body.

    >>> s = split_office("Head of Policy at Foo"); ("Head of Policy at Foo"[: s.title_end], "Head of Policy at Foo"[s.body_start :])
    ('Head of Policy', 'Foo')
    """
    return _at_possessive(text) or _at_link(text) or _leading_body(text)


def _at_possessive(text: str) -> Split | None:
    for match in _POSSESSIVE.finditer(text[:120]):
        if (
            title_score(text[match.end() :]) >= 0.8
            and (organization_score(match[1]) >= 0.4)
            and match[1][:1].isupper()
            and title_score(match[1]) < 0.7
        ):
            return Split(match.end(), len(text), match.start(1), match.end(1), True)
    return None


def _at_link(text: str) -> Split | None:
    low = text.replace("’", "'").lower()
    if len(low) != len(text) or fold(text).startswith(tuple(job_words("idioms"))):
        return None
    for link in job_links("always"):
        at = low.find(f" {link} ")
        if at > 0 and title_score(text[:at]) >= 0.3 and at + len(link) + 2 < len(text):
            start = at + len(link) + 2
            return _until_second_post(text, at, start, True)
    at = low.find("@")
    if 2 < at < len(text) - 2 and title_score(text[:at]) >= 0.5:
        return _until_second_post(text, at, at + 1, True)
    found: list[tuple[int, int]] = []
    for link in job_links("body"):
        mark = f" {link}" if link.endswith("'") else f" {link} "
        at = low.find(mark)
        while at > 0:
            found.append((at, at + len(mark)))
            at = low.find(mark, at + 1)
    chosen: tuple[int, int] | None = None
    for at, start in sorted(found, key=lambda pair: (pair[0], -pair[1])):
        if chosen and at < chosen[1]:
            continue
        if chosen and not _is_field(text[chosen[1] : at]):
            break
        if _names_body(text[:at], text[start:], low[at:start].strip()):
            chosen = (at, start)
    return _until_second_post(text, *chosen, False) if chosen else None


def _is_field(text: str) -> bool:
    """Whether words between two links name a field of work ("Head of Names of Foo Council") and no body."""
    words = words_of(text)
    return (
        0 < len(words) <= 4
        and not any(word in organization_words() for word in words)
        and not is_known_organization(text)
        and not text.isupper()
    )


def _names_body(title: str, rest: str, link: str) -> bool:
    """Whether what follows "of", "for", "de" is a body and not the field of an office."""
    words = words_of(title)
    if not words or title_score(title) < 0.3 or not rest[:1].strip():
        return False
    rest = rest.strip()
    head = _SECOND_POST.split(rest)[0] if organization_score(rest) < 0.65 else rest
    if is_known_organization(rest) or is_known_organization(head):
        return True
    if (
        country_code(head)
        or country_code(re.split(r"\s+(?:to|auprès|ante|junto|bei)\s", rest)[0])
        or link in ("in", "en", "em", "na", "no")
    ):
        return False
    if link in ("in the", "au", "à la", "à l'", "with", "auprès de"):
        return organization_score(head) >= 0.8 or (link == "with" and organization_score(head) >= 0.55)
    if rest[:1].islower() and not rest[1:2].isupper():
        return False
    if (
        only_areas(rest)
        or only_areas(head.split(",")[0])
        or head.split()[0].upper().strip(".,") in {word.upper() for word in organization_words("not_bodies")}
    ):
        return False
    owner = words[-1] in job_words("owners") or " ".join(words[-2:]) in job_words("owner_pairs")
    score = organization_score(rest)
    return score >= (0.4 if owner else 0.55) and not (title_score(rest) >= 0.9 and score < 0.8)


def _until_second_post(text: str, end: int, start: int, strong: bool) -> Split:
    """Ends the body where a second post begins ("Professor at Foo and President of Bar") and the title where it is a list of posts."""
    stop = len(text)
    for match in _SECOND_POST.finditer(text, start):
        after = text[match.end() :]
        if title_score(after) >= 0.8 and organization_score(text[start : match.start()]) >= 0.3 and match.start() > start:
            stop = match.start()
            break
    title_end = end
    for match in _SECOND_POST.finditer(text[:end]):
        after = text[match.end() : end]
        if fold(after) in ("member", "a member", "membre", "miembro", "membro", "board member") and match[0].strip() not in ("&", "/"):
            title_end = match.start()
            break
    return Split(0, title_end, start, stop, strong)


def _leading_body(text: str) -> Split | None:
    """ "CTU Secretary", "OCF Ambassador", "ISOC Board member": capitals that name a body before a bare office."""
    words = list(re.finditer(r"\S+", text))
    for at in range(len(words) - 1, 1, -1):
        left, right = text[: words[at - 1].end()], text[words[at].start() :]
        if (
            fold(words[at - 1][0]) in organization_words("closing")
            and title_score(right) >= 0.85
            and len(words) - at <= 3
            and title_score(left) < 0.7
        ):
            return Split(words[at].start(), len(text), 0, len(left))
    match = _LEADING_BODY.match(text)
    if not match:
        return None
    rest, body = text[match.end() :], match[1]
    if (
        body.upper() in {word.upper() for word in organization_words("not_bodies")}
        or title_score(body) >= 0.5
        or organization_score(body) < 0.55
    ):
        return None
    return Split(match.end(), len(text), 0, match.end(1)) if title_score(rest) >= 0.8 and len(rest.split()) <= 4 else None
