"""What somebody speaks about, behind the colon that follows her details: "Ana Ruiz (Foo Council): How masts fall"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from igf_extract.model import Line
from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.shape import is_body_word, name_score, organization_score, title_score, words_of
from igf_extract.vocab.list_marks import MARK
from igf_extract.vocab.places import place_of
from igf_extract.vocab.roles import read_role_label
from igf_extract.vocab.words import is_known_organization, organization_words

_COLON = re.compile(r":\s+(?=\S)")
_QUOTED = ("“", '"', "«", "„", "‘")
_LEAST = 3  # words of a topic without quotes
_NAME, _OFFICE = 0.6, 0.5
_CERTAIN = 0.8  # words before a colon are a body for certain from this score on
_BULLET = re.compile(rf"{MARK}\s{{0,4}}\w")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+")
_LISTED = 3  # people behind bullets from which on lines without one may be headings
_LONGEST = 100


def is_topic(text: str, *, behind_bracket: bool = False) -> bool:
    """Whether words behind a colon are the title of a talk: quoted, a question, or running words without one for a body or an office.

    ``behind_bracket``: the colon follows a bracket with her details, where small letters alone tell a topic ("(Foo): masts, cables").

    >>> is_topic("The price of a trench"), is_topic("Ministry of trade and masts"), is_topic("Net Trust")
    (True, False, False)
    """
    if text.startswith(_QUOTED) or text.endswith("?"):
        return True
    words = text.split()
    if behind_bracket and text[:1].islower() and title_score(text) < 0.6 and not any(map(is_body_word, words_of(text))):
        return True
    if len(words) < _LEAST or place_of(text) is not None or any(map(is_body_word, words_of(text))) or title_score(text) >= 0.5:
        return False
    return _runs(text)


def _runs(text: str) -> bool:
    """Whether words behind the first are in small letters, as in no name, and the first two are no person."""
    words = text.split()
    running = [word for word in words[1:] if word.isalpha() and word.islower() and word not in organization_words("small")]
    return bool(running) and name_score(" ".join(words[:2])) < _NAME


def at_topic(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Foo Council: The price of a trench": a body behind a name, and what she speaks about."""
    mark = _COLON.search(atom.text) if not first and not atom.bracket and ":" in atom.text else None
    if mark is None or not mark.start():
        return None
    if not is_topic(atom.text[mark.end() :]) and not _is_talk_of_body(atom.text[: mark.start()], atom.text[mark.end() :]):
        return None
    left, right = atom.split(mark.start(), mark.end(), ":")
    return left, replace(right, kind="drop")


def _is_talk_of_body(body: str, talk: str) -> bool:
    """ "Council of Velm: Erosion of Masts on the Coast": words behind a certain body that end in no word for one, and are no name."""
    certain = organization_score(body) >= _CERTAIN and title_score(body) < _NAME
    words = words_of(talk)
    plain = len(words) > 1 and max(name_score(talk), title_score(talk)) < _OFFICE and place_of(talk) is None
    return certain and plain and not is_known_organization(talk) and not is_body_word(words[-1])


def topics_above(lines: Sequence[Line]) -> frozenset[int]:
    r"""The places of lines without a bullet that name what the people behind the bullets below them speak about.

    >>> from igf_extract.parsing.lines import split_lines
    >>> page = "Masts, Cables and Courts\n-Ana Ruiz, Foo\n-Luis Paz, Bar\n\nThe price of a trench\n-Eva Kral, Foo"
    >>> sorted(topics_above(list(split_lines(page))))
    [0, 3]
    """
    bullets = [_BULLET.match(line.text) is not None for line in lines]
    if sum(bullets) < _LISTED:
        return frozenset()
    return frozenset(
        at for at in range(len(lines) - 1) if bullets[at + 1] and not bullets[at] and _heads(lines[at], lines[at + 1], at == 0)
    )


def _heads(line: Line, below: Line, first: bool) -> bool:
    """Whether a line above the first of some bullets is a heading: set apart from what stands above it, or running words."""
    text = line.text.rstrip(" :")
    numbered = _NUMBER.match(text)
    if numbered is not None:  # "2. Broadband as advertised", people behind bullets below it
        text = text[numbered.end() :]
        return len(text) <= _LONGEST and not any(mark in text for mark in ",:;(@/") and _runs(text) and not is_known_organization(text)
    if not text or len(text) > _LONGEST or text.endswith(".") or any(mark in text for mark in ":;(@/") or read_role_label(line.text):
        return False
    apart = below.gap == 0 and (first or line.gap > 0)
    return (apart and _is_subject(text)) or is_topic(text)


def _is_subject(text: str) -> bool:
    """Whether words are no person, office, body or place; with commas only where they are a list ("Masts, Cables and Courts")."""
    listed = any(word in ("and", "&", "y", "et", "e", "und") for word in text.rpartition(",")[2].split())
    pieces = [piece.strip() for piece in text.split(",")]
    plain = all(max(name_score(piece), title_score(piece)) < _NAME and place_of(piece) is None for piece in pieces)
    known = is_known_organization(text) or any(organization_score(piece) >= 0.55 for piece in pieces)
    return plain and not known and (listed or len(pieces) == 1)
