"""The word lists of the stage, folded once: words that are no names, words of bodies and offices, places, given names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from igf_extract.ner.words import Word, words_of
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.words import plain_words

_SHORTEST_COUNTRY = 3  # letters


@lru_cache(maxsize=16384)
def key_of(text: str) -> str:
    """The normal form of a phrase: its words without case, accents and blanks' width.

    >>> key_of("Asia‑Pacific  Group")
    'asia - pacific group'
    """
    return " ".join(word.key for word in words_of(text))


@cache
def phrases(name: str) -> frozenset[str]:
    """One list of ``data/not_names.toml``, as keys."""
    return frozenset(key_of(entry) for entry in read_data("not_names.toml")[name])


@cache
def any_of_phrases(name: str) -> str:
    """The same list as a part of a pattern, in the letters of the file: texts keep their accents and capitals."""
    return any_of(read_data("not_names.toml")[name])


@cache
def any_word_of(name: str) -> str:
    """The same as the beginning of a word, in any case; for the start of a pattern."""
    return rf"(?i)(?<![\p{{L}}-])(?:{any_of_phrases(name)})"


@cache
def places() -> frozenset[str]:
    """Countries, regions and cities of ``data/ner_places.toml``, as keys."""
    return frozenset().union(*map(_listed_places, read_data("ner_places.toml"))) | _countries_abroad()


@cache
def _listed_places(name: str) -> frozenset[str]:
    return frozenset(map(key_of, read_data("ner_places.toml")[name]))


@cache
def regions() -> frozenset[str]:
    """Regions of the world, as keys."""
    return _listed_places("regions")


@cache
def countries() -> frozenset[str]:
    """Countries, as keys; also in other languages than English."""
    return _listed_places("countries") | _countries_abroad()


@cache
def _countries_abroad() -> frozenset[str]:
    """Names of countries in several languages; short ones are acronyms or words."""
    names = (name for forms in read_data("countries.toml")["names"].values() for name in forms)
    return frozenset(key_of(name) for name in names if len(name) > _SHORTEST_COUNTRY)


@cache
def cities() -> frozenset[str]:
    """Cities and towns of both lists, as keys."""
    return towns() | _listed_places("cities")


@cache
def towns() -> frozenset[str]:
    """Towns, languages and peoples of ``data/towns.toml``, as keys: alone they are no bodies."""
    data = read_data("towns.toml")
    return frozenset(key_of(entry.replace("_", " ")) for name in ("towns", "tongues") for entry in str(data[name]).split())


@cache
def given_names() -> frozenset[str]:
    """Given names of many languages."""
    names = [str(read_data(name)["names"]) for name in ("given_names.toml", "more_given_names.toml")]
    return frozenset(key_of(name) for name in " ".join(names).split())


@cache
def never_org() -> frozenset[str]:
    """Phrases that are no organisation: treaties, products, generic words, places, languages, calendar."""
    return phrases("treaties") | phrases("products") | phrases("generic") | phrases("languages") | phrases("calendar") | places()


@cache
def never_in_person() -> frozenset[str]:
    """Words that a person's name never holds: of organisations, of places, of the language of programmes."""
    return phrases("not_in_person") | organization_words() | never_org() | (phrases("body_endings") - {"carrier"})


@cache
def job_heads() -> frozenset[str]:
    """Words that name an office by themselves: director, economist, undersecretary."""
    return frozenset(key_of(word) for word in read_data("job_words.toml")["heads"]) | phrases("role_words")


@cache
def sure_job_heads() -> frozenset[str]:
    """Those of ``job_heads`` that are hardly ever part of a body's name: "regulator" is left out."""
    return job_heads() - frozenset(key_of(word) for word in read_data("job_words.toml")["doubtful"])


@cache
def bodies_in_names() -> frozenset[str]:
    """Words of organisations and programmes that no person's name holds."""
    return phrases("not_in_person") | frozenset(word for word in organization_words() if len(word) > 3)


def is_common(key: str) -> bool:
    """Whether a word is a frequent English one that is no name, or its plural."""
    return key.removesuffix("s") in plain_words() or key in plain_words()


@cache
def organization_words(name: str = "words") -> frozenset[str]:
    """One list of ``data/organization_words.toml``, as keys; words that name a kind of body (ministry, university) where none is named."""
    return frozenset(map(key_of, read_data("organization_words.toml")[name]))


def has_body_word(words: Iterable[Word]) -> bool:
    """Whether a word for a kind of body is among them: "Ministry of Posts", "Public Media Alliance"."""
    return any(word.key in organization_words() for word in words)


@cache
def acronym_is_safe(acronym: str) -> bool:
    """Whether an acronym of the gazetteer is a name by itself: three letters or more, and without common other meanings."""
    ambiguous = set(read_data("not_names.toml")["ambiguous_acronyms"])
    return acronym not in ambiguous and (len(acronym) >= 3 or acronym in {"UN", "EU", "AU"}) and acronym[0].isupper()
