"""People whom a sentence of a list names as invited or confirmed: "We have invited Ana Ruiz (Foo) and Luis Paz (Bar)."."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import name_score
from igf_extract.vocab.announcements import announces, is_announcing
from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.roles import role_words

_WORD = re.compile(r"\S+")
_MOST = 16  # words of what announces
_LONGEST = 1500  # characters of such a sentence
_NAME_END = re.compile(r"[,;(:–—]|\s-\s|\s(?:of|from|and|at|for|as|will|has|have|is)\s")
_HEAD = 200  # characters of a line in which such a sentence begins
_CLOSING = re.compile(r",?\s(?=(?:have|has|will|are|is|was|were)\s[\w\s]{2,60}\.?$)")


def without_invitation(piece: Piece) -> Piece:
    """A list of people without the words of the sentence around it; other text as it is."""
    given = _given().search(piece.text, 0, _HEAD) if " by " in piece.text[:_HEAD] else None
    if given is not None and len(piece.text) <= _LONGEST and _begins_with_person(piece.text[given.end() :]):
        return _without_closing(piece.cut(given.end()))
    if len(piece.text) > _LONGEST or not is_announcing(fold(piece.text.split(" ", 1)[0]).strip(",:")):
        return _without_closing(piece)
    words: list[str] = []
    for found in list(_WORD.finditer(piece.text[:400]))[:_MOST]:
        word = fold(found[0]).strip(",:")
        if not is_announcing(word):
            apart = piece.text[: found.start()].rstrip().endswith(",")  # "To be confirmed, Ubuntu Ledger"
            told = len(words) > 1 and announces(words) and found[0][:1].isupper() and not apart
            rest = piece.cut(found.start()) if told else piece
            return _without_closing(rest) if told and _begins_with_name(rest.text) else piece
        words.append(word)
    return piece


@cache
def _given() -> re.Pattern[str]:
    """ "… will be given by", "… are presented by": what stands before those who speak."""
    return re.compile(rf"\s(?:will be|is|are|being)\s(?:{any_of(role_words('given'))})\sby\s(?:the\s)?(?=[^\W\d_a-zà-ÿ])")


def _begins_with_person(text: str) -> bool:
    """Whether a name with its details behind a comma or in brackets stands in front; a name alone is told of in passing."""
    name = _NAME_END.split(text, maxsplit=1)[0].strip()
    return " " in name and name_score(name) >= 0.6 and text[len(name) :].lstrip()[:1] in (",", "(")


def _without_closing(piece: Piece) -> Piece:
    """ "Ana Ruiz (Foo) and Luis Paz (Bar) have confirmed their participation": without the last words."""
    closing = _CLOSING.search(piece.text, max(0, len(piece.text) - 80))
    if closing is None or not _begins_with_name(piece.text):
        return piece
    words = fold(piece.text[closing.end() :]).strip(" .").split()
    return piece.cut(0, closing.start()) if announces(words) and all(map(is_announcing, words)) else piece


def _begins_with_name(text: str) -> bool:
    return name_score(_NAME_END.split(text, maxsplit=1)[0].strip()) >= 0.6
