"""What somebody speaks about, behind the colon that follows her details: "Ana Ruiz (Foo Council): How masts fall"."""

from __future__ import annotations

import re
from dataclasses import replace

from igf_extract.parsing.people.atom import Atom
from igf_extract.parsing.people.shape import is_body_word, name_score, title_score, words_of
from igf_extract.vocab.places import place_of
from igf_extract.vocab.words import organization_words

_COLON = re.compile(r":\s+(?=\S)")
_QUOTED = ("“", '"', "«", "„", "‘")
_LEAST = 3  # words of a topic without quotes
_NAME = 0.6


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
    running = [word for word in words[1:] if word.isalpha() and word.islower() and word not in organization_words("small")]
    return bool(running) and name_score(" ".join(words[:2])) < _NAME


def at_topic(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Foo Council: The price of a trench": a body behind a name, and what she speaks about."""
    mark = _COLON.search(atom.text) if not first and not atom.bracket and ":" in atom.text else None
    if mark is None or not mark.start() or not is_topic(atom.text[mark.end() :]):
        return None
    left, right = atom.split(mark.start(), mark.end(), ":")
    return left, replace(right, kind="drop")
