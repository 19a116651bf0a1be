"""What the words of a guess are like: a body and no person, an office, a text, a degree, a session, a common noun with its article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import regex

from igf_extract.ner.candidate import Candidate
from igf_extract.ner.lists import (
    any_of_phrases,
    countries,
    given_names,
    job_heads,
    key_of,
    organization_words,
    phrases,
    places,
    regions,
    sure_job_heads,
)
from igf_extract.ner.words import Word, lettered, words_of
from igf_extract.vocab.words import job_words, plain_words

_ARTICLES = frozenset({"el", "la", "los", "las", "le", "les", "o", "os", "as", "il", "der", "die", "das", "the"})
_PREPOSITIONS = frozenset({"of", "on", "for", "to", "de", "del", "du", "des", "da", "do", "para", "pour", "sobre", "sur", "für"})
_SIDE = regex.compile(r" del? (?:Norte|Sur|Sul|Este|Oeste|Pacífico|Atlántico|Caribe|Golfo|Istmo|Valle|Bajío|Mar|Pueblo|Campo|Agua)$")
_LONGEST_PLACE = 4  # words


def names_a_body(text: str, candidate: Candidate) -> bool:
    """Whether what the model took for a person is a body: "Frost Courier", "Ensemble Frost", "Signa Caucasus", "Ruedas del Norte"."""
    name = candidate.of(text)
    words = lettered(words_of(name))
    if len(words) < 2:
        return False
    first = words[0].key
    if _legal_form().search(text, candidate.start, candidate.end + 1) or _legal_form().search(name):
        return True
    if first not in given_names() | phrases("demonyms") and (_names_things(words) or _has_article(text, candidate, words)):
        return True
    if words[-1].key in phrases("body_endings") or (first in phrases("body_beginnings") and first not in given_names()):
        return True
    if first in given_names():
        return words[-1].key in regions() and words[-1].key not in phrases("surname_countries")
    if first in countries() and first not in given_names() | phrases("surname_countries"):
        return True  # "Algérie Poste"
    if first in places() and words[-1].text.isupper() and len(words[-1].text) > 2 and not words[0].text.isupper():
        return True  # "Vanuatu FRBR"
    return bool(_SIDE.search(name)) or _ends_with_place(name)


_THE = regex.compile(r"\b[Tt]he $")
_NEXT_WORD = regex.compile(r" ([\p{L}-]++)")
_REACH = 8  # characters


def has_article_of_a_body(text: str, candidate: Candidate) -> bool:
    """ "The Frosta Energi has invited", of which a list made a person; no given name is among its words."""
    words = lettered(words_of(candidate.of(text)))
    return len(words) > 1 and not any(word.key in given_names() for word in words) and _has_article(text, candidate, words)


def _has_article(text: str, candidate: Candidate, words: Sequence[Word]) -> bool:
    """ "the Frostal Ayeyar has asked"; but "the Ayla Frost award", "the Frostal Ayeyar that we knew", "the Ice Economy"."""
    if all(word.key in plain_words() for word in words):
        return False
    if not _THE.search(text, max(0, candidate.start - _REACH), candidate.start):
        return False
    following = _NEXT_WORD.match(text, candidate.end)
    return following is None or key_of(following[1]) in phrases("behind_bodies")


def _names_things(words: Sequence[Word]) -> bool:
    """ "Frostal Names", "Ayla Towers", "Frostal FM": things, or the letters of a station, behind a word that is no given name."""
    last = words[-1]
    if last.text.isupper() and not any(word.text.isupper() for word in words[:-1]):
        return last.key in phrases("letters_behind_bodies")
    plural = last.key.endswith("s") and not last.key.endswith("ss") and last.key[:-1] in plain_words()
    return plural and last.text[1:].islower() and last.key not in phrases("plural_surnames")


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


def _head(words: Sequence[Word]) -> Word:
    """The word on which the others depend: the last one before "of", "on" or "for", else the last."""
    for word, following in pairwise(words):
        if following.text in _PREPOSITIONS and word.text[0].isalpha():
            return word
    return words[-1]


def is_document(words: Sequence[Word]) -> bool:
    """A text or event and not a body: "Ice Convention", "Policy Options for the North"; but "Forum for Ice Regulations"."""
    texts = phrases("document_words")
    head = _head(words)
    if head.key in texts or words[0].key in phrases("days_and_years"):
        return True
    return words[-1].key in texts and not (head is not words[-1] and head.key in organization_words())


def is_lone_document(name: str) -> bool:
    """ "the Accord": a text, named by its last word; in capitals it is an acronym."""
    return name[1:].islower() and key_of(name) in phrases("document_words")


def is_office(words: Sequence[Word]) -> bool:
    """A post and not a body: "Undersecretary of Labour", "Chief Economist", "Co-Facilitator & Reporter"."""
    keys = [word.key for word in lettered(words)]
    if len(keys) > 1 and keys[-1] in job_heads() and job_words("areas", "qualifiers").issuperset(set(keys[:-1]) - {"and"}):
        return True  # "Trust and Safety Lead": fields of work only
    if not keys or keys[0] in phrases("body_beginnings") or any(key in organization_words() - job_heads() for key in keys):
        return False
    second = len(keys) > 2 and keys[1] in job_heads()  # "Research Associate Cables and Ports"
    return keys[0] in job_heads() or second or keys[-1] in job_heads() or _head(words).key in job_heads()


def begins_with_office(words: Sequence[Word]) -> bool:
    """ "Ministre des Ports et des Communications": an office, whatever follows."""
    head = words[0].key in sure_job_heads() - phrases("body_beginnings")
    return len(words) > 2 and head and words[1].key in _PREPOSITIONS


def is_session(words: Sequence[Word]) -> bool:
    """A session and not a body: "Open Forum on Cables"."""
    name = " ".join(word.key for word in words)
    return any(name.startswith(f"{noun} {joint} ") for noun in phrases("session_nouns") for joint in ("on", "about", "for"))
