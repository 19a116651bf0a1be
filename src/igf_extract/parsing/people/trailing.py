"""Where the next person begins inside a piece that begins with a body or an office: "UNESCO Zaira Lodhi"."""

from __future__ import annotations

import re

from igf_extract.parsing.people.joined import MOST_NAME_WORDS, TOKEN, is_small_word
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import (
    is_domain,
    is_given,
    is_known_name,
    name_score,
    organization_score,
    title_score,
    without_honorifics,
)
from igf_extract.parsing.people.split import split_office
from igf_extract.vocab.cities import is_city
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import country_code, place_kind, place_of
from igf_extract.vocab.words import (
    honorifics,
    is_known_organization,
    job_words,
    organization_words,
    pair_words,
    plain_words,
    sure_heads,
)

# "Adviser to MEP | Luis Paz": somebody whom an office is for
_ADDRESSEE = re.compile(r"\sto\s(?:the\s)?\w{2,20}$")
_RULER = re.compile(r"\s[IVX]{1,5}$")
_MOST_UNKNOWN = 3
# behind a Latin word two or three words of letters without capitals
_OTHER_LETTERS = r"[\u0590-\u07ff\u0900-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,20}"
_OTHER_SCRIPT = re.compile(rf"(?<=[A-Za-zà-ÿ)])\s+((?:{_OTHER_LETTERS}\s+){{1,3}})(?=[A-Za-z])")


def _leads_on(last: str) -> bool:
    """Whether a text that ends with this word goes on: a small word, or a particle of a name."""
    return is_small_word(last) or last in honorifics("particles")


def trailing_person(piece: Piece, told: bool) -> int | None:
    """Where the next person begins inside a piece that begins with a body or an office ("UNESCO Zaira Lodhi"), or None.

    ``told``: an office or a body follows the piece, so that a name which no list knows is believed as well.
    """
    whole_name = is_known_name(piece.text)  # "Bernard Koffi N'Goran"
    if without_honorifics(piece.text)[0] or whole_name:
        return None
    tokens = list(TOKEN.finditer(piece.text[:300]))
    for at in range(1, len(tokens) - 1):
        if is_addressed(piece.text[tokens[at].start() :]) and _may_precede(piece.text[: tokens[at].start()].strip()):
            return tokens[at].start()
    strange = _at_other_script(piece.text)
    if strange is not None and _may_precede(piece.text[:strange].strip()):
        return strange
    officer = _before_office(piece.text, tokens)
    if officer is not None:
        return officer
    for at in range(max(1, len(tokens) - MOST_NAME_WORDS), len(tokens) - 1):
        if _begins_person(piece.text, tokens, at, told):
            return tokens[at].start()
    return None


def _begins_person(text: str, tokens: list[re.Match[str]], at: int, told: bool) -> bool:
    """Whether a person begins with the token at ``at``, behind words that may be a body or an office."""
    left, right = text[: tokens[at].start()].strip(), text[tokens[at].start() :]
    if at > 1 and told and left[:1].isupper() and (tokens[at - 1][0] == "/" or fold(tokens[at - 1][0]) in pair_words()):
        left = text[: tokens[at - 1].start()].strip()  # "Foo and Luis Paz, Bar", "Foo / Luis Paz, Bar"
        if _is_whole_name(right) and organization_score(left) >= 0.55:
            return True
    if name_score(right) < 0.6 or fold(tokens[at][0]).strip(".") in organization_words("suffixes"):
        return False  # "Velm Telekom | AG Ana Ruiz"
    acronym = right.endswith(")") and right.count(" ") == 1  # "… for Seeds and Nutrition (GOSAN)"
    elsewhere = acronym or _is_king_of_body(left, right) or _is_inside_land(left, right) or _begins_elsewhere(right)
    if elsewhere or _is_seat(left, right.split(" ", 2)) or _ADDRESSEE.search(left):
        return False
    known = is_known_name(right)
    strange = told and len(tokens) - at <= _MOST_UNKNOWN and not _is_office_alone(left)
    if (known or strange) and _is_complete(left):
        return True
    if known and told and _may_end(left):
        return True  # a body that no word tells of ends where a well-known given name begins
    shouted = told and right.isupper() and right.replace("-", "").replace(" ", "").isalpha() and not left.isupper()
    return shouted and (_may_end(left) or _may_close(left))


def _before_office(text: str, tokens: list[re.Match[str]], listed: bool = False) -> int | None:
    """ "Velm Bytes Ana Ruiz Vice Chair Tarn Council": where a known name begins between a body and an office, without any comma.

    ``listed``: the line holds several people, so that a name which no list knows is believed behind a body that ends for certain.
    """
    heads = sure_heads()
    office = next((at for at in range(3, len(tokens) - 1) if fold(tokens[at][0]) in heads), None)
    while office is not None and office > 3 and fold(tokens[office - 1][0]) in job_words("qualifiers"):
        office -= 1
    if office is None or title_score(text[tokens[office].start() :]) < 0.85:
        return None
    for at in range(max(1, office - 3), office - 1):
        left, name = text[: tokens[at].start()].strip(), text[tokens[at].start() : tokens[office].start()].strip()
        known = is_known_name(name) and (_is_complete(left) or _may_end(left))
        strange = listed and name_score(name) >= 0.7 and organization_score(name) < 0.55 and _is_complete(left)
        if (known or strange) and title_score(left) < 0.5:
            return tokens[at].start()
    return None


def _at_other_script(text: str) -> int | None:
    """ "Velm Games יוסף אמיר Vice Chair Tarn Council": where two words in a script without capitals begin, and an office behind them."""
    if text.isascii():
        return None
    mark = _OTHER_SCRIPT.search(text[:300])
    return mark.start(1) if mark is not None and title_score(text[mark.end() :]) >= 0.8 else None


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


def _is_king_of_body(left: str, right: str) -> bool:
    """ "Université | Hassan II", "King's College | Rama IX": a body that bears the name of a ruler, with her number."""
    return _RULER.search(right) is not None and fold(left.split()[-1]) in organization_words()


def _is_inside_land(left: str, right: str) -> bool:
    """ "New | Zealand Keti Baria", "Foo Council, Costa | Rica Luis Paz": the first word behind the cut ends the name of a land."""
    land = f"{left.rsplit(' ', 1)[-1]} {right.split(' ', 1)[0]}"
    return country_code(land) is not None


def _begins_elsewhere(text: str) -> bool:
    """ "Rio ANA RUIZ", "(VIRA) Ana Ruiz", "Mexico Ana Ruiz", "El Gamal": a person begins behind the first word or before it."""
    first, *others = text.split()
    country = place_kind(first) == "country" and not is_given(first)
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
    return text[-1:].isalnum() and not _leads_on(last) and max(organization_score(text), title_score(text)) >= 0.4


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
    return _before_office(piece.text, tokens, listed=True)


def _may_end(text: str) -> bool:
    """Whether the name of a body that no word tells of may end here ("Radio Tolmen", but not "Radio" or "Institute for")."""
    words = text.split()
    last, score = fold(words[-1]).strip(".,"), organization_score(text)
    if not text[-1].isalnum() or title_score(text) >= 0.5 or _leads_on(last):
        return False
    return 0.4 <= score < 0.55 or (score >= 0.55 and len(words) > 1 and fold(words[0]) in organization_words())


def _may_close(text: str) -> bool:
    """Whether a certain body may end before a name in capitals ("Association of Spectrum Managers")."""
    words = text.split()
    ended = len(words) > 2 and text[-2:].isalpha() and text[-2:].islower() and not _leads_on(fold(words[-1]).strip(".,"))
    return ended and organization_score(text) >= 0.65


def _is_complete(text: str) -> bool:
    """Whether a body or an office may end here ("Universidad" alone may not: its name follows)."""
    words = text.split()
    if is_known_organization(text) or place_of(text) or _ends_in_land(words):
        return True
    last = fold(words[-1]).strip(".,")
    if last in organization_words("suffixes"):
        return len(words) > 1  # "Velm Telekom AG"
    if _leads_on(last):
        return False
    if last in organization_words() or last in organization_words("firms"):
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
