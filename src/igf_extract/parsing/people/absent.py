"""Placeholders ("TBD", "a youth delegate") and nameless representatives of a named body."""

from __future__ import annotations

import re
from functools import cache

from igf_extract.parsing.fields.rooms import names_room
from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.joined import name_and_office, office_after_name
from igf_extract.parsing.people.post import CAMEL
from igf_extract.parsing.people.programme import is_part
from igf_extract.parsing.people.shape import is_given, name_score, organization_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.places import place_of
from igf_extract.vocab.words import job_words, placeholder_words, plain_words

_LINK = re.compile(
    r"\s+(?:of|from|for|de|du|des|del|do|da|der|von)\s+(?:the\s+|la\s+|l['’]\s?|los\s+|las\s+)?|\s+d['’]\s?|\s+de\s+l['’]\s?", re.I
)
_DATED = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b|\b\d{1,2}\s?(?:am|pm)\b", re.I)
# "Report of workshop no. 96"
_NUMBERED_SESSION = re.compile(r"(?:workshop|session|atelier|taller|forum|panel) (?:n[o°º]|num|#)\.? ?\d{1,3}$")
NOBODY = "nobody"
_BODY = 0.65  # words are the name of a body from this score on
_BRIEF = 7  # letters and marks of an abbreviation for "to be confirmed"
_SURE_BODY = 0.8
_WORDS_TO_NOUN = 4  # "Velm Lamp Council representative"
_OFFICES = frozenset({"expert", "member", "official", "staff", "speaker", "person"})  # posts where nobody counts them


def absent(atom: Atom) -> str | None:
    """``NOBODY`` for a placeholder or a line that names no one; the body's name for its nameless representative; else None."""
    text = atom.text
    key = fold(text).strip(" .-–:;*()[]\"'")
    if not any(char.isalpha() for char in key) or _DATED.search(text) or key in placeholder_words("alone"):
        return NOBODY
    if is_part(key) or (text[-1].isdigit() and names_room(text)) or _NUMBERED_SESSION.search(key):
        return NOBODY
    body = represented(text)
    if _begins_absent(key) and not _is_motto(text):  # "a speaker from" the Lamp Council or from some town
        return body if body and (organization_score(body) >= _BODY or CAMEL.fullmatch(body)) else NOBODY
    if body is not None:
        return body or NOBODY
    if _is_one_more(text, key) and name_score(text) < 0.6:  # "An Nguyen"
        return NOBODY
    waiting = _held().search(key) is not None
    return NOBODY if waiting and name_score(text) < 0.6 and name_and_office(atom.piece)[1] is None else None


def _is_one_more(text: str, key: str) -> bool:
    """ "a youth delegate", "one speaker from Asia", "plus a speaker from the press": somebody who is not named."""
    added = next((words for words in placeholder_words("adding") if key.startswith(words + " ")), "")
    first, _, rest = key[len(added) :].strip().partition(" ")
    told = rest[:1].islower() and len(text.split()) > 1 and text.split()[1][:1].islower()  # "Um jovem", no "Uma Rao"
    counted = first in ("a", "an", "one", "two", "three", "another") or bool(added) or text[:1].islower() or told
    return bool(rest) and counted and first in placeholder_words("articles")


def is_waiting(text: str) -> bool:
    """Whether a detail is a placeholder ("TBD", "to be confirmed")."""
    key = fold(text).strip(" .-–:;*()[]\"'")
    return (_begins_absent(key) and not _is_motto(text)) or _held().search(key) is not None


@cache
def _held() -> re.Pattern[str]:
    """The words that say of a whole entry that nobody is named yet, as whole words: "tba" stands inside of "Brattbakk"."""
    return re.compile(rf"(?<!\w)(?:{any_of(placeholder_words('holds'))})(?!\w)")


def _is_motto(text: str) -> bool:
    """ "We Are Policy", "We Will Mend": a body that is named by the beginning of a sentence, whose words have their capitals."""
    words = text.split()
    return len(words) > 2 and fold(" ".join(words[:2])) in placeholder_words("mottos") and all(word[:1].isupper() for word in words)


def _begins_absent(key: str) -> bool:
    return key.startswith(placeholder_words("begins")) and any(_starts(key, words) for words in placeholder_words("begins"))


def _starts(key: str, words: str) -> bool:
    return key.startswith(words) and (words.endswith(",") or not key[len(words) : len(words) + 1].isalnum())


def represented(text: str) -> str | None:
    """The body whose nameless representative ``text`` announces; "" where the body is not named; None where it is no such thing.

    >>> represented("representative of Facebook to be confirmed"), represented("Representative of the banking sector")
    ('Facebook', '')
    """
    text = settled_text(text)
    words = [word.strip(".,()") for word in fold(text).split()]
    counted = bool(words) and (words[0].isdigit() or words[0] in (*placeholder_words("articles"), "the", "le", "la", "el"))
    article = int(counted and len(words) > 1)
    before = text.rsplit(None, 1)[0].strip()
    strange = not article and len(words) > 1 and (_is_strange(before) or _is_named_body(before))
    most = _WORDS_TO_NOUN if organization_score(before) < _SURE_BODY else 2 * _WORDS_TO_NOUN
    closes = 2 <= len(words) - article <= most and words[-1] in placeholder_words("representatives")[:6]
    if closes and name_score(text) < 0.5 and (strange or office_after_name(text) is None):
        return _sent_by(text, before if not article else "", words, strange)
    return _sent_from(text, words, article)


def _sent_by(text: str, body: str, words: list[str], strange: bool) -> str | None:
    """What ``represented`` says of a text that ends with the noun ("Facebook representative"); ``strange``: unknown words name the body."""
    if strange and text.rsplit(None, 1)[-1].islower():
        return body
    if body and all(word in job_words("qualifiers") for word in words[:-1]):
        return None  # "Permanent Representative": an office
    named = body[:1].isupper() and organization_score(body) >= _BODY and set(words).isdisjoint(placeholder_words("unnamed"))
    return body if named else ""


def _sent_from(text: str, words: list[str], article: int) -> str | None:
    """What ``represented`` says of a text that begins with the noun ("a speaker from Facebook"), behind ``article`` words."""
    at = next((i for i, word in enumerate(words[: article + 2]) if word in placeholder_words("representatives")), None)
    if at is None:
        return None
    if not article:
        announced = words[at + 1 : at + 2] == ["from"]  # "Speaker from Velm Telecom"; "Member of Velm Council" is an office
        if at or (not announced and words[at] in _OFFICES):
            return None
    elif at > article:
        return ""
    link = _LINK.search(text)
    if link is None or fold(text[: link.start()]).split()[-1:] != [words[at]]:
        return "" if article or len(words) == at + 1 else None
    body = _confirmed(text[link.end() :])
    if (place := place_of(body)) is not None and place.kind == "region":
        return ""  # "one speaker from Asia"
    unnamed = any(f" {words} " in f" {fold(body).replace(',', ' ')} " for words in placeholder_words("unnamed"))
    return body if body[:1].isupper() and not (unnamed and organization_score(body) < 0.8) else ""


def _is_named_body(text: str) -> bool:
    """ "Tolmen Vahe Archive": a body of several words with capitals whose first one is no given name."""
    words = text.split()
    named = len(words) > 1 and all(word[:1].isupper() for word in words) and not is_given(text)
    return named and organization_score(text) >= _BODY and plain_words().isdisjoint(map(fold, words[:-1]))


def _is_strange(text: str) -> bool:
    """ "Velm Bytes": words with capitals, none of them a plain one, a place or a given name that is known."""
    words = text.split()
    named = len(words) > 1 and all(word[:1].isupper() for word in words) and plain_words().isdisjoint(map(fold, words))
    return named and not is_given(text) and place_of(text) is None and organization_score(text) >= 0.4


def settled_text(text: str) -> str:
    """Without a word at the end that says how far it is settled ("UNESCO representative TBC")."""
    head, _, last = text.rstrip().rpartition(" ")
    brief = bool(head) and len(last) <= _BRIEF  # "TBC", "(tbd)", and no "Audience"
    return head.rstrip(" ,;(–-") if brief and fold(last).strip(" .,()[]") in placeholder_words("begins") else text


def _confirmed(text: str) -> str:
    """Without a closing "to be confirmed"."""
    held = _held().search(text.casefold(), 1)
    text = (text[: held.start()] if held else text).strip(" ,;(-–.")
    return text if text.count("(") >= text.count(")") else text.strip(" ,;()-–.")
