"""Where an office, a body or the next person begins although nothing but a blank stands before it."""

from __future__ import annotations

import re
from functools import lru_cache

from igf_extract.parsing.people.joining import pair
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import is_given, is_known_name, name_score, organization_score, title_score, without_honorifics
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import Place, longest_place_words, place_kind, place_of
from igf_extract.vocab.words import (
    biography_words,
    honorifics,
    is_known_organization,
    job_links,
    job_words,
    organization_words,
    plain_words,
    sure_heads,
)

TOKEN = re.compile(r"\S+")
# "Ana Ruiz TLS": capitals without a vowel are an acronym and no family name
_CONSONANTS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,6}")
# "Ana Ruiz ISOC-NL": an acronym with the code of a country
_CHAPTER = re.compile(r"[A-Z]{3,8}-[A-Z]{2}")
MOST_NAME_WORDS = 5


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


@lru_cache(maxsize=4096)
def office_after_name(text: str) -> int | None:
    """Where an office or a body follows a name without any comma: the offset of its first word, or None."""
    tokens = list(TOKEN.finditer(text[:300]))
    begin, _ = without_honorifics(text)
    starts = [token.start() for token in tokens[2 : MOST_NAME_WORDS + 1] if token.start() > begin + 2]
    starts = [at for at in starts if len(words := text[begin:at].split()) > 1 and fold(words[-1]) not in honorifics("particles")]
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
    if _CHAPTER.fullmatch(rest) or _names_land_first(name, words, rest):
        return True
    if is_known_organization(rest) or (_CONSONANTS.fullmatch(rest) and not name.split()[-1].isupper()):
        return True
    if fold(rest).startswith(biography_words()):
        return True
    sentence = len(words) > 1 and words[1].islower() and not is_small_word(words[1])  # "Luz keeps the books of a foundation"
    if fold(words[0]) in organization_words("bear_names") and (len(words) < 2 or words[1] in ("&", "and", "et", "y", "e", "und")):
        return False  # "Ana Ruiz Foundation & the Foo Link"
    certain = not sentence and is_known_name(name, 0.9) and organization_score(rest) >= 0.85
    return certain and len(words) > 1 and name_score(f"{name} {rest}") < 0.5


def _names_land_first(name: str, words: list[str], rest: str) -> bool:
    """ "Ana Ruiz | Rwanda Net Users Forum": a certain body that begins with its country, behind a name of two words or three."""
    land = len(words) > 2 and place_kind(words[0]) == "country" and not name.split()[-1].isupper()
    return land and organization_score(rest) >= 0.85 and name_score(name) >= 0.55


def _is_office_of_field(words: list[str]) -> bool:
    """ "Program Manager Foo", "Trust and Safety Officer at Bar": fields of work, each with its capital, and the office behind them."""
    plain, fielded, sure = job_words("areas", "qualifiers"), job_words("fielded"), sure_heads("fielded")
    keys = [fold(word).strip(".,") for word in words[:5]]
    at = next((at for at, key in enumerate(keys) if (key not in plain and key not in ("and", "&")) or key in fielded), 0)
    return at > 0 and keys[at] in sure and all(word[:1].isupper() or word in ("and", "&") for word in words[: at + 1])


def is_small_word(word: str) -> bool:
    """Whether a word stands between the words of a body or an office and ends neither ("of", "and")."""
    key = fold(word)
    return key in organization_words("small") or key in job_words("breaks")


def without_article(piece: Piece) -> Piece:
    """A body's name after "of", "from": without "the"."""
    for article in ("the ", "de la ", "de l'", "de l’", "du ", "del "):
        if piece.text.startswith(article):
            return piece.cut(len(article)).trim(" ")
    return piece


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
