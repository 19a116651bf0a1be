"""What the words of a guess are like: a body and no person, a degree, the title of a session, a common noun with its article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.lists import any_of_phrases, given_names, key_of, organization_words, phrases, places, regions
from igf_extract.ner.words import Word, words_of

_ARTICLES = frozenset({"el", "la", "los", "las", "le", "les", "o", "os", "as", "il", "der", "die", "das", "the"})
_SIDE = regex.compile(r" del? (?:Norte|Sur|Sul|Este|Oeste|Pacífico|Atlántico|Caribe|Golfo|Istmo|Valle|Bajío|Mar|Pueblo|Campo|Agua)$")
_LONGEST_PLACE = 4  # words


def names_a_body(text: str, candidate: Candidate) -> bool:
    """Whether what the model took for a person is a body: "Frost Courier", "Ensemble Frost", "Signa Caucasus", "Ruedas del Norte"."""
    name = text[candidate.start : candidate.end]
    words = [word for word in words_of(name) if word.text[0].isalpha()]
    if len(words) < 2:
        return False
    first = words[0].key
    if _legal_form().search(text, candidate.start, candidate.end + 1):
        return True
    if words[-1].key in phrases("body_endings") or (first in phrases("body_beginnings") and first not in given_names()):
        return True
    if first in given_names():
        return words[-1].key in regions() and words[-1].key not in phrases("surname_countries")
    if first in places() and words[-1].text.isupper() and len(words[-1].text) > 2 and not words[0].text.isupper():
        return True  # "Vanuatu FRBR"
    return bool(_SIDE.search(name)) or _ends_with_place(name)


@cache
def _legal_form() -> regex.Pattern[str]:
    """ "Farmacia Frost A.C.", "Lund Frost GmbH": at the end, as written in the list."""
    return regex.compile(rf" (?:{any_of_phrases('legal_forms')})\.?$")


def _ends_with_place(name: str) -> bool:
    """A country or region at the end, which is no surname: "Conexión El Salvador", "Wikimédia Côte d'Ivoire"."""
    words = name.split(" ")
    ends = (key_of(" ".join(words[-count:])) for count in range(1, min(len(words), _LONGEST_PLACE + 1)))
    return any(end in places() and end not in phrases("surname_countries") for end in ends)


def is_venue(words: Sequence[Word]) -> bool:
    """ "Gramsund Congress Centre", "Avenue de Frost"."""
    name = " ".join(word.key for word in words)
    return any(f" {name}".endswith(f" {tail}") for tail in phrases("venue_tails")) or (
        len(words) > 1 and words[0].key in phrases("venue_heads")
    )


def is_degree(words: Sequence[Word]) -> bool:
    """ "Máster en Derecho, Ciencia"."""
    return len(words) > 2 and words[0].key in phrases("degrees") and words[1].key in phrases("degree_joints")


def is_generic_with_article(words: Sequence[Word]) -> bool:
    """ "El Comité", "La Dra"."""
    rest = " ".join(word.key for word in words[1:])
    return words[0].key in _ARTICLES and rest in phrases("generic") | phrases("before_names")


def is_title_of_work(words: Sequence[Word]) -> bool:
    """ "Rethinking Trust", "Enabling Cooperation on Ice"; but "Bridging Gaps Foundation" is a body."""
    if len(words) < 2 or words[0].key not in phrases("title_gerunds"):
        return False
    return not any(word.key in organization_words() and word.key not in phrases("objects_of_gerunds") for word in words[1:])
