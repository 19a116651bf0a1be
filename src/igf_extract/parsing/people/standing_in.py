"""Sentences that change a list of people: "Ana Ruiz replaces Luis Paz as moderator", "Keti Baria will act as rapporteur"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from igf_extract.parsing.people.labels import Part
from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import name_score, without_honorifics
from igf_extract.vocab.fold import fold
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.roles import RoleLabel, read_role_label, role_words
from igf_extract.vocab.words import job_words

_NAME_END = re.compile(r"[,(–—]|\s-\s")
_AS = re.compile(r"\s(?:as|at|en tant que|comme|como|als)\s(?:the\s|an?\s)?")
_WORD = re.compile(r"\S+")
_LONGEST_ROLE = 40  # characters of a role before a name, and of the words before it
_LONGEST = 300  # characters of such a sentence


def stands_in(part: Part) -> Part:
    """The person who takes part, without the words that say for whom or as what; any other part as it is."""
    text = part.body.text
    low = text.casefold()
    if len(text) > _LONGEST or not any(word in low for word in role_words("stand_in_hints")):
        return part
    return _successor(part) or _stand_in(part) or _acting(part) or part


def _successor(part: Part) -> Part | None:
    """ "Luis Paz has been replaced by Ana Ruiz, Adviser, Foo": the second person takes part."""
    match = _words("replaced_by").search(part.body.text)
    if match is None or not _is_person(part.body.text[match.end() :]):
        return None
    whom = part.body.text[: match.start()]
    begin, label = _leading_role(whom)
    if not _is_person(whom[begin:]) and not without_honorifics(whom[begin:])[0]:  # "Mr Paz"
        return None
    return _in_role(part, part.body.cut(match.end()), label)


def _leading_role(text: str) -> tuple[int, RoleLabel | None]:
    """ "Speaker 3 Luis Paz", "The moderator, Luis Paz": where the name behind the role begins, and the role."""
    words = list(_WORD.finditer(text[:_LONGEST_ROLE]))
    begin = words[0].end() if words and fold(words[0][0]) in job_words("articles") else 0
    ends = [word.end() for word in words[:4] if word.end() > begin]
    for end in reversed(ends):
        label = read_role_label(text[begin:end].strip(" ,"))
        if label is not None:
            return end, label
    return 0, None


def _stand_in(part: Part) -> Part | None:
    """ "Ana Ruiz, Foo, replaces Luis Paz as online moderator": the first person takes part, in the role of the other."""
    match = _words("stands_in_for").search(part.body.text)
    if match is None or not _is_person(part.body.text[: match.start()]):
        return None
    behind = " " + part.body.text[match.end() :].strip(" .)")
    link = next(reversed(list(_AS.finditer(behind))), None)
    label = read_role_label(behind[link.end() :] + ":") if link else None
    whom = (behind[: link.start()] if link and label else behind).strip()
    if " " in whom and not _is_person(whom):
        return None
    person = part.body.cut(0, match.start())
    doing = _words("moderating").search(person.text)
    if doing is not None:
        person, label = person.cut(0, doing.start()), label or read_role_label("moderator")
    return _in_role(part, person, label)


def _acting(part: Part) -> Part | None:
    """ "Keti Baria will act as online moderator"."""
    match = _words("acts_as").search(part.body.text)
    if match is None or not _is_person(part.body.text[: match.start()]):
        return None
    said = part.body.text[match.end() :].strip(" .)")
    label = read_role_label(re.sub(r"^(?:the|a|an|our)\s", "", said) + ":")
    return _in_role(part, part.body.cut(0, match.start()), label) if label else None


def _in_role(part: Part, person: Piece, label: RoleLabel | None) -> Part:
    return replace(part, body=_closed(person), label=part.label or (replace(label, plural=False) if label else None))


def _closed(piece: Piece) -> Piece:
    """Without a bracket that only half of which is left, and without commas at the end."""
    piece = piece.trim(" ,;–—-")
    if piece.text.count("(") < piece.text.count(")") and piece.text.rstrip(" .").endswith(")"):
        piece = piece.cut(0, piece.text.rindex(")")).trim(" ,;")
    return piece.cut(0, piece.text.rindex("(")).trim(" ,;") if piece.text.endswith("(") else piece


def _is_person(text: str) -> bool:
    name = _NAME_END.split(text.strip(" ,;(–—-"), maxsplit=1)[0].strip()
    doing = _words("moderating").search(name)
    return name_score(name[: doing.start()].strip() if doing else name) >= 0.6


@cache
def _words(name: str) -> re.Pattern[str]:
    """Any of the phrases of one list of ``data/roles.toml``, as whole words, the longest first."""
    return re.compile(rf"(?:^|(?<=[\s(,]))(?:{any_of(role_words(name))})(?:\s|$)", re.IGNORECASE)
