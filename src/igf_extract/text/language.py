"""Consumes ``Document.text``; produces ``Document.language`` (ISO 639-1) or None with the problem ``language_unsure``; later, of the
sections, ``Section.language``, so that a page in two languages tells which part is in which.

Only prose is listened to: rosters, labels and lists of names speak no language of their own. Method: py3langid, restricted to
``data/languages.toml``, on pieces of prose; the pieces vote by length, and a document of two languages gets no answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from igf_extract.model import Document, Problem
from igf_extract.vocab.load import read_data

_PIECE = 600  # characters of prose that are judged at once
_MOST = 40  # pieces of a document that are judged, spread over it
_SHORTEST = 30  # characters of prose that are needed for an answer
_SECTION_LETTERS = 60  # letters of prose that a section needs for an answer of its own
_SURE = 0.9  # probability below which a text gets no answer
_SHARE = 0.75  # share of the prose that must agree
_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(read_data("languages.toml")["codes"]))
    return identifier


def tell_language(text: str) -> str | None:
    """The language of a piece of prose (ISO 639-1), or None where it is too short or not certain.

    >>> tell_language("The participants discussed how the rules of the network should be written.")
    'en'
    """
    text = text[: 4 * _PIECE]
    if len(text) < _SHORTEST and len(_UNSPACED.findall(text)) < _SHORTEST // 3:
        return None
    code, probability = _identifier().classify(text)
    return str(code) if probability >= _SURE else None


def language(document: Document) -> Document:
    """The stage: fills ``language``."""
    told = _document_language(document.text)
    if told is not None:
        return replace(document, language=told)
    unsure = Problem("language_unsure", "the text is too short or too mixed to tell its language")
    return replace(document, problems=(*document.problems, unsure))


def section_languages(document: Document) -> Document:
    """The stage: fills ``language`` of the sections that are prose; lists of people, titles and short answers get none."""
    silent = frozenset(read_data("languages.toml")["no_prose"])
    sections = tuple(
        section if section.field in silent else replace(section, language=_text_language(section.text)) for section in document.sections
    )
    return replace(document, sections=sections) if sections != document.sections else document


def _text_language(text: str) -> str | None:
    """The language of one section, by the votes of its lines; a section in two languages and one with a few words have none."""
    prose = list(_prose(text))
    return _elected(prose[:_MOST]) if sum(map(_weight, prose)) >= _SECTION_LETTERS else None


def _weight(line: str) -> int:
    """Letters; a sign of a script without blanks stands for four."""
    return sum(character.isalpha() for character in line[:_PIECE]) + 3 * len(_UNSPACED.findall(line[:_PIECE]))


def _elected(pieces: Iterable[str]) -> str | None:
    """The language that most of the prose speaks, by the lengths of its pieces; None where too little of it agrees."""
    votes: Counter[str | None] = Counter()
    for piece in pieces:
        votes[tell_language(piece)] += len(piece)
    best = max(votes, key=lambda code: (votes[code], code or ""), default=None)
    return best if best is not None and votes[best] >= _SHARE * sum(votes.values()) else None


def _document_language(text: str) -> str | None:
    prose = "\n".join(_prose(text))
    pieces = [prose[start : start + _PIECE] for start in range(0, len(prose), _PIECE)]
    step = -(-len(pieces) // _MOST) or 1
    return _elected(pieces[::step])


def _prose(text: str) -> Iterator[str]:
    """Lines that hold sentences: mostly small words, or a script that writes without blanks."""
    for line in text.split("\n"):
        words = _WORD.findall(line[: 4 * _PIECE])
        small = sum(word[0].islower() or not word[0].isupper() for word in words)
        if (len(words) >= 7 and small >= 0.6 * len(words)) or len(_UNSPACED.findall(line[:_PIECE])) >= 12:
            yield line[: 20 * _PIECE]
