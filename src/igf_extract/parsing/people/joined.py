"""Where one thing ends and the next begins although nothing but a blank stands between them."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import is_domain, is_given, name_score, organization_score, title_score, without_honorifics
from igf_extract.parsing.people.split import split_office
from igf_extract.vocab.cities import is_city
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import Place, country_code, longest_place_words, place_of
from igf_extract.vocab.words import (
    biography_words,
    honorifics,
    is_known_organization,
    job_links,
    job_words,
    organization_words,
    pair_words,
    plain_words,
    sure_heads,
)

TOKEN = re.compile(r"\S+")
# "Ana Ruiz TLS": capitals without a vowel are an acronym and no family name
_CONSONANTS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,6}")
JOINING = (" with", " with the", " by", " avec", " con", " com", " of")
# "Adviser to MEP | Luis Paz": somebody whom an office is for
_ADDRESSEE = re.compile(r"\sto\s(?:the\s)?\w{2,20}$")
_MOST_NAME_WORDS = 5
_MOST_UNKNOWN = 3


@cache
def pair() -> re.Pattern[str]:
    """What stands between two persons: "A and B", "A/B"."""
    return re.compile(rf"\s+(?:{_alternatives()})\s+|\s{{0,3}}/\s{{0,3}}", re.I)


@cache
def joiner() -> re.Pattern[str]:
    """A joining word in front of a piece: "and B"."""
    return re.compile(rf"(?:{_alternatives()})\s+(?=\S)", re.I)


@cache
def joint_words() -> re.Pattern[str]:
    """What says that two bodies act together: "A in collaboration with the B"."""
    words = sorted((words for words in honorifics("joint") if words.endswith(JOINING)), key=len, reverse=True)
    return re.compile(rf"[,\s]\s{{0,3}}(?:{'|'.join(map(re.escape, words))})\s{{1,3}}(?:the\s)?", re.I)


@cache
def joint_start() -> re.Pattern[str]:
    """The same words in front of a piece: "in collaboration with B"."""
    words = sorted(honorifics("joint"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\s{{1,3}}", re.I)


def without_joiner(text: str) -> int:
    """Where a text ends without a closing "and" or slash."""
    words = text.split()
    closed = len(words) > 1 and (words[-1] == "/" or fold(words[-1]) in pair_words())
    return len(text.rstrip().removesuffix(words[-1]).rstrip()) if closed else len(text)


def _alternatives() -> str:
    return "|".join(map(re.escape, pair_words()))


def name_and_office(piece: Piece) -> tuple[Piece, Piece | None]:
    """Cuts "Ghita Chihab senior researcher in ICT" and "Ana Ruiz UNESCO" into the name and the rest."""
    start = office_after_name(piece.text)
    if start is None:
        return piece, None
    rest = _without_degree(piece.cut(start, None, " "))
    if not rest.text:
        return piece.cut(0, start).trim(" ,"), None
    for link in job_links("after_name"):
        if rest.text.casefold().startswith(link + " "):
            rest = rest.cut(len(link))
            break
    return piece.cut(0, start).trim(" "), without_article(rest.trim(" "))


def _without_degree(piece: Piece) -> Piece:
    """Without a degree in front, which belongs to the name before ("PhD, researcher")."""
    while piece.text:
        word = piece.text.split(" ", 1)[0]
        if fold(word).replace(".", "").strip(",") not in honorifics("suffixes") or word.islower():
            break
        piece = piece.cut(len(word)).trim(" ,")
    return piece


def office_after_name(text: str) -> int | None:
    """Where an office or a body follows a name without any comma: the offset of its first word, or None."""
    tokens = list(TOKEN.finditer(text[:300]))
    begin, _ = without_honorifics(text)
    starts = [token.start() for token in tokens[2 : _MOST_NAME_WORDS + 1] if token.start() > begin + 2]
    starts = [at for at in starts if len(text[begin:at].split()) > 1]
    # a word for an office is sought first: "Ana Lindt Baria Acting Director of the Bureau"
    for begins in (_begins_with_office, _begins_plain_office, _begins_body):
        for place, at in enumerate(starts):
            if begins(text[:at].strip(), text[at:]) and name_score(text[:at].strip()) >= 0.55:
                return _before_plain_words(text, starts[: place + 1]) if begins is _begins_with_office else at
    return None


def _before_plain_words(text: str, starts: list[int]) -> int:
    """The last of ``starts``, or an earlier one where plain words stand between ("Ana Lindt | Complaints Officer")."""
    at = starts.pop()
    while starts and fold(text[starts[-1] : at].strip()) in plain_words() and title_score(text[starts[-1] :]) >= 0.85:
        at = starts.pop()
    return at


def _begins_plain_office(name: str, rest: str) -> bool:
    """ "Technical Director", "Board member", "Founder/CEO": plain words before an office, which no pattern of offices holds."""
    if not name.split()[-1][:1].isupper():
        return False
    words = [fold(word).strip(".,") for word in rest.split()[:4]]
    first = words[0].split("/")[0]
    told = first in plain_words() or first in job_words("heads")
    heads = sure_heads("closing")
    office = next((at for at, word in enumerate(words) if word.split("/")[-1] in heads), None)
    return told and office is not None and title_score(rest) >= 0.7 and all(word in plain_words() for word in words[:office])


def _begins_with_office(name: str, rest: str) -> bool:
    words = rest.split()
    word = fold(words[0]).strip(".,")
    if word in job_words("areas") and _is_office_of_field(words):
        return True
    compound = "-" in word and words[0].islower() and not job_words("heads").isdisjoint(word.split("-"))  # "co-facilitator"
    return (compound or word in job_words("heads") or word in job_words("qualifiers")) and title_score(rest) >= 0.7


def _begins_body(name: str, rest: str) -> bool:
    words = rest.split()
    link = next((link for link in job_links("after_name") if rest[: len(link) + 1].casefold() == link + " "), None)
    if link is not None and len(words) > link.count(" ") + 1:
        return organization_score(rest[len(link) :].strip()) >= 0.4
    if is_known_organization(rest) or (_CONSONANTS.fullmatch(rest) and not name.split()[-1].isupper()):
        return True
    if any(fold(rest).startswith(mark) for mark in biography_words()):
        return True
    sentence = len(words) > 1 and words[1].islower() and not _is_small_word(words[1])  # "Luz keeps the books of a foundation"
    certain = not sentence and name_score(name) >= 0.9 and is_given(name) and organization_score(rest) >= 0.85
    return certain and len(words) > 1 and name_score(f"{name} {rest}") < 0.5


def _is_office_of_field(words: list[str]) -> bool:
    """ "Program Manager Foo", "Trust and Safety Officer at Bar": fields of work, each with its capital, and the office behind them."""
    plain, fielded, sure = job_words("areas", "qualifiers"), job_words("fielded"), sure_heads("fielded")
    keys = [fold(word).strip(".,") for word in words[:5]]
    at = next((at for at, key in enumerate(keys) if (key not in plain and key not in ("and", "&")) or key in fielded), 0)
    return at > 0 and keys[at] in sure and all(word[:1].isupper() or word in ("and", "&") for word in words[: at + 1])


def _is_small_word(word: str) -> bool:
    key = fold(word)
    return key in organization_words("small") or key in job_words("breaks")


def _leads_on(last: str) -> bool:
    """Whether a text that ends with this word goes on: a small word, or a particle of a name."""
    return _is_small_word(last) or last in honorifics("particles")


def without_article(piece: Piece) -> Piece:
    """A body's name after "of", "from": without "the"."""
    for article in ("the ", "de la ", "de l'", "de l’", "du ", "del "):
        if piece.text.startswith(article):
            return piece.cut(len(article)).trim(" ")
    return piece


def trailing_person(piece: Piece, told: bool) -> int | None:
    """Where the next person begins inside a piece that begins with a body or an office ("UNESCO Zaira Lodhi"), or None.

    ``told``: an office or a body follows the piece, so that a name which no list knows is believed as well.
    """
    whole_name = is_given(piece.text) and name_score(piece.text) >= 0.8  # "Bernard Koffi N'Goran"
    if without_honorifics(piece.text)[0] or whole_name:
        return None
    tokens = list(TOKEN.finditer(piece.text[:300]))
    for at in range(1, len(tokens) - 1):
        if is_addressed(piece.text[tokens[at].start() :]) and _may_precede(piece.text[: tokens[at].start()].strip()):
            return tokens[at].start()
    for at in range(max(1, len(tokens) - _MOST_NAME_WORDS), len(tokens) - 1):
        left, right = piece.text[: tokens[at].start()].strip(), piece.text[tokens[at].start() :]
        joined = at > 1 and told and left[:1].isupper() and (tokens[at - 1][0] == "/" or fold(tokens[at - 1][0]) in pair_words())
        if joined:
            left = piece.text[: tokens[at - 1].start()].strip()  # "Foo and Luis Paz, Bar", "Foo / Luis Paz, Bar"
        if joined and _is_whole_name(right) and organization_score(left) >= 0.55:
            return tokens[at].start()
        acronym = right.endswith(")") and right.count(" ") == 1  # "… for Seeds and Nutrition (GOSAN)"
        if acronym or _begins_elsewhere(right) or _is_seat(left, right.split(" ", 2)) or _ADDRESSEE.search(left):
            continue
        known = is_given(right) and name_score(right) >= 0.8
        strange = told and name_score(right) >= 0.6 and len(tokens) - at <= _MOST_UNKNOWN and not _is_office_alone(left)
        believed = known or strange
        # a body that no word tells of ends where a well-known given name begins
        unknown_body = known and told and _may_end(left)
        capitals = right.isupper() and right.replace("-", "").replace(" ", "").isalpha() and not left.isupper()
        shouted = told and capitals and name_score(right) >= 0.6
        if (believed and _is_complete(left)) or unknown_body or (shouted and (_may_end(left) or _may_close(left))):
            return tokens[at].start()
    return None


def _is_whole_name(text: str) -> bool:
    """ "Giang Thi Minh Hoa": two to four words that read like a name, none of them a plain word."""
    words = text.split()
    return 2 <= len(words) <= 4 and name_score(text) >= 0.6 and plain_words().isdisjoint(map(fold, words))


def _is_office_alone(text: str) -> bool:
    """ "Dyrektor | Departamentu Polityki": an office without a body; words that no list knows go on with it."""
    return title_score(text) >= 0.7 and split_office(text) is None


def _is_seat(left: str, words: list[str]) -> bool:
    """ "ISOC | Velmland Keti Baria": a land or a town behind a well-known body is part of it where a whole name follows."""
    whole = len(words) > 2 and name_score(" ".join(words[1:])) >= 0.6
    seat = country_code(words[0]) is not None or is_city(words[0], None)
    return whole and seat and (is_known_organization(left) or _ends_in_land(left.split()))


def _begins_elsewhere(text: str) -> bool:
    """ "Rio ANA RUIZ", "(VIRA) Ana Ruiz", "Mexico Ana Ruiz", "El Gamal": a person begins behind the first word or before it."""
    first, *others = text.split()
    country = getattr(place_of(first), "kind", "") == "country" and not is_given(first)
    named = country and len(others) > 1 and (is_given(" ".join(others)) or name_score(" ".join(others)) >= 0.6)
    if first[0] in "([" or fold(first) in honorifics("surnamed") or named:
        return True
    return not first.isupper() and len(others) > 1 and all(word.isupper() and word.isalpha() and len(word) > 1 for word in others)


def is_addressed(text: str) -> bool:
    """ "Dr. Keti Baria": an honorific that is no office, and a name to the end."""
    start, kept = without_honorifics(text)
    return start > 0 and not kept and text[:1].isupper() and " " in text[start:] and name_score(text) >= 0.6


def _may_precede(text: str) -> bool:
    """Whether a body or an office may end here, before the honorific of the next person."""
    last = fold(text.split()[-1]).strip(".,")
    small = _leads_on(last)
    return text[-1:].isalnum() and not small and max(organization_score(text), title_score(text)) >= 0.4


def trailing_stranger(piece: Piece, told: bool) -> int | None:
    """Where a person whom no list knows begins behind a body, on a line that holds several people ("Municipality of Velm Keti Baria")."""
    tokens = list(TOKEN.finditer(piece.text[:300]))
    for size in (2, 3) if told and name_score(piece.text) < 0.6 else ():
        if len(tokens) > size:
            start = tokens[-size].start()
            left, right = piece.text[:start].strip(), piece.text[start:]
            office = split_office(left)  # "Founder of Foo Keti Baria"
            ended = _may_end(left[office.body_start :]) if office and office.body_end == len(left) else _may_end(left)
            named = name_score(right) >= 0.6 and organization_score(right) < 0.55 and not _begins_elsewhere(right)
            if named and (ended or _is_complete(left)):
                return start
    return None


def _may_end(text: str) -> bool:
    """Whether the name of a body that no word tells of may end here ("Radio Tolmen", but not "Radio" or "Institute for")."""
    words = text.split()
    last, score = fold(words[-1]).strip(".,"), organization_score(text)
    small = _leads_on(last)
    if not text[-1].isalnum() or title_score(text) >= 0.5 or small:
        return False
    return 0.4 <= score < 0.55 or (score >= 0.55 and len(words) > 1 and fold(words[0]) in organization_words())


def _may_close(text: str) -> bool:
    """Whether a certain body may end before a name in capitals ("Association of Spectrum Managers")."""
    last = fold(text.split()[-1]).strip(".,")
    small = _leads_on(last)
    return len(text.split()) > 2 and text[-2:].isalpha() and text[-2:].islower() and not small and organization_score(text) >= 0.65


def _is_complete(text: str) -> bool:
    """Whether a body or an office may end here ("Universidad" alone may not: its name follows)."""
    words = text.split()
    if is_known_organization(text) or place_of(text) or _ends_in_land(words):
        return True
    last = fold(words[-1]).strip(".,")
    if _leads_on(last):
        return False
    if last in organization_words():
        return len(words) > 1
    if last.isdigit() and len(words) > 2:  # "Study Group 5"
        return fold(words[-2]) in organization_words() | organization_words("parts")
    camel = any(map(str.isupper, words[-1][1:])) and any(map(str.islower, words[-1]))
    coined = camel or is_domain(words[-1])
    return coined or last in job_words("areas") or last in job_words("heads") or words[-1].isupper() or text.endswith(")")


def _ends_in_land(words: list[str]) -> bool:
    """ "Data Council of Velmland", "ISOC Velmland", "ISOC Velmland Velmtown": a body with its land or its town behind it."""
    for size in (1, 2, 3):
        land, before = " ".join(words[-size:]), words[:-size]
        if before and country_code(land):
            linked = fold(before[-1]) in organization_words("small") or fold(before[-1]) in honorifics("particles")
            return is_known_organization(" ".join(before)) or (linked and organization_score(" ".join(words)) >= 0.8)
    return len(words) > 2 and is_city(words[-1], None) and is_known_organization(" ".join(words[:-1]))


def begins_person(rest: str, place: Place) -> bool:
    """Whether ``rest`` after a closed word is the next person and not the end of a longer name ("Kenya Airways")."""
    head = pair().split(rest)[0]
    score = name_score(head)
    if len(head.split()) < 2 or organization_score(head) >= 0.6 or title_score(head) >= 0.6:
        return office_after_name(rest) is not None and is_given(rest)
    return score >= 0.6 and (place.kind != "country" or is_given(rest) or len(head.split()) <= 4)


def leading_place(text: str) -> Place | None:
    """A place at the beginning of ``text`` that a person's name follows ("Asia Pacific Theavy Luy")."""
    tokens = list(TOKEN.finditer(text[:300]))
    for size in range(min(len(tokens) - 1, longest_place_words()), 0, -1):
        place = place_of(text[: tokens[size - 1].end()])
        if place and begins_person(text[tokens[size].start() :], place):
            return place
    return None
