"""What looks like a person's name: capitals, particles, scripts, and words that no name holds."""

from __future__ import annotations

import re
from functools import lru_cache

from igf_extract.vocab.fold import fold, fold_accents
from igf_extract.vocab.places import country_given_names, place_of
from igf_extract.vocab.words import (
    given_names,
    honorific_starts,
    honorifics,
    is_known_organization,
    job_words,
    never_in_names,
    organization_starts,
    organization_words,
)

_TOKEN = re.compile(r"[^\W\d_](?:[\w\u0300-\u036f'’ʼ‘`.\-‐‑]*)?|['’ʻ‘][^\W\d_][\w'’.\-]*|[“\"'‘(][^\W\d_][\w.\-]*[”\"'’)]")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
# letters without capitals; those of Georgian have some that no text uses, and joiners stand inside words of Indic scripts
_NO_CASE = re.compile(r"[\u0590-\u07ff\u0900-\u0fff\u1000-\u10ff\u1780-\u17ff\u200c\u200d]+")
# letters of Vietnamese only: a family name beside them may read like a word of English ("Long", "Long An")
_VIETNAMESE = re.compile(r"[đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.I)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&\-/]{1,3}")
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van|Von|Del|O['’])[^\W\d_]*[a-zà-ÿ][A-ZÀ-Þ][^\W\d_]*|[A-ZÀ-Þ]{3,}[a-zà-ÿ]{2,}")
_ELIDED = re.compile(r"(?:[dn]|de|dell|dall|sant)['’][^\W\d_a-zà-ÿ]")
_BREAK = re.compile(r"[.\s,]\s*")
_FAMILY_FIRST = re.compile(r"^([^\W\d_a-zà-ÿ]{3,30}),\s(?=[^\s,]{2,30}$)")  # "RUIZ, Ana"
_TURNED = re.compile(r"([^\W\d_]{2,30}(?:[-‐ ][^\W\d_]{2,30}){0,2}),\s([^\W\d_]{2,30})")  # "Ruiz, Ana", "Ruiz-Paz, Ana"
_QUOTES = "“\"'‘"
_LONGEST = 80
_MOST_WORDS = 7
_ADDRESSED = 0.65  # of two to four words behind an honorific, one of them an ordinary word
_BARE = 0.62  # two or more words with capitals and nothing else known
_MOST_HONORIFICS = 5
_KNOWN = 0.8  # a whole name in capitals that begins with a given name


@lru_cache(maxsize=16384)
def without_honorifics(text: str) -> tuple[int, tuple[str, ...]]:
    """Where the name begins after the honorifics in front, and those of them that belong to the title, as written.

    >>> without_honorifics("Prof. Dr. Ada Lindt"), without_honorifics("H.E. Ambassador Ana Ruiz")
    ((10, ()), (16, ('Ambassador',)))
    """
    at, kept = 0, []
    for _ in range(_MOST_HONORIFICS):
        found = None if at and _is_own_initial(text, at) else _honorific(text, at)
        if not found:
            break
        end, keep = found
        if keep:
            kept.append(text[at:end].strip(" ,"))
        at = end
    return at, tuple(kept)


def _honorific(text: str, at: int) -> tuple[int, bool] | None:
    """One honorific at ``at``: where the next word begins, and whether it belongs to the title."""
    head = text[at : at + 40]
    if not _honorific_key(head).startswith(honorific_starts()):
        return None
    for end in reversed([match.end() for match in _BREAK.finditer(head)][:4]):
        word = head[:end]
        if at + end >= len(text):
            continue
        key = _honorific_key(word)
        if key in honorifics("dropped") and _fits_case(word, key):
            # "M. Diop": before a single word it is an initial as often as "Monsieur", and before an initial it is one ("M. D. Khan")
            initial = key == "m" and (_is_single(text[at + end :]) or text[at + end + 1 : at + end + 2] == ".")
            return None if initial else (at + end, False)
        if key in honorifics("title") and word[:1].isupper() and _may_be_titled(text, at + end):
            given = key in honorifics("given_titles") and _is_single(text[at + end :])
            addressed = not at or fold(text[:at]).strip(" .") in honorifics("personal")
            return None if given and addressed else (at + end, True)
    return None


def _is_single(text: str) -> bool:
    """Whether a family name and nothing else stands here, with or without its particles ("de los Ruiz")."""
    return sum(fold(word) not in honorifics("particles") for word in text.split()) < 2


def _may_be_titled(text: str, at: int) -> bool:
    """Whether a name may begin here behind a title: a capital, or a letter of a script without any."""
    return text[at].isupper() or _NO_CASE.match(text, at) is not None or _HAN.match(text, at) is not None


def _is_own_initial(text: str, at: int) -> bool:
    """ "Ms. M. Ruiz": behind the honorific of one person "M." is an initial; behind an excellency's it is "Monsieur"."""
    return text.startswith("M. ", at) and _honorific_key(text[:at].split()[-1]) in honorifics("addressing")


def _honorific_key(text: str) -> str:
    return fold(text).replace(".", "").replace(",", "").replace("-", " ").strip(" ()")


def _fits_case(word: str, key: str) -> bool:
    """Short honorifics need their capital and, without a point, small letters behind it ("Me" but not "ME", "Mr" and "MR")."""
    if key.endswith(" a") and word.rstrip(" .,").endswith("A"):
        return False  # "Prof. A. Ruiz": an initial, and no "Prof.ª"
    if "." in word or (len(key) > 3 and key not in honorifics("pointed")):
        return True
    letters = word.strip(" .,()")
    if key in honorifics("pointed"):
        return letters.isupper()
    return letters[:1].isupper() and (letters[1:].islower() or (len(letters) > 1 and key in honorifics("capitals")))


@lru_cache(maxsize=16384)
def name_score(text: str) -> float:
    """How much ``text`` looks like one person's name (honorifics allowed), 0 to 1.

    >>> name_score("María Inés Veiga") > 0.8, name_score("Ministry of Justice") == 0
    (True, True)
    """
    if not 2 <= len(text) <= _LONGEST:
        return 0.0
    start, _ = without_honorifics(text)
    body = text[start:].strip(" ,;.'\"“”") if start else text.strip(' ,;"“”')
    if not body or "@" in body or any(map(str.isdigit, body)) or is_known_organization(body) or place_of(body) or has_own_acronym(body):
        return 0.0
    tokens = (_given_first(body) or _FAMILY_FIRST.sub(r"\1 ", body)).split()
    if len(tokens) > _MOST_WORDS:
        return 0.0
    if all(_HAN.fullmatch(token.strip("·.")) for token in tokens):
        return 0.9 if 2 <= sum(map(len, tokens)) <= 8 and not is_han_body(body) else 0.0
    if all(map(_NO_CASE.fullmatch, tokens)):
        return 0.75 if 2 <= len(tokens) <= 5 else 0.3
    return min(1.0, _cased_score(tokens, 0.3 if start else 0.0)) if all(map(_TOKEN.fullmatch, tokens)) else 0.0


def has_own_acronym(text: str) -> bool:
    """Whether words end in brackets that hold their first letters, as a body's name does; two letters may be a person's as well.

    >>> has_own_acronym("Velm Village Net (VVN)"), has_own_acronym("Velm Net (VN)"), has_own_acronym("Ana Ruiz Lima (ARL)")
    (True, False, False)
    """
    name, bracket, acronym = text.rstrip(")").rpartition(" (")
    told = bracket and text.endswith(")") and len(acronym) > 2 and not is_given(name)
    return bool(told) and "".join(word[0] for word in name.split() if word[0].isupper()) == acronym


def _given_first(body: str) -> str | None:
    """ "Ruiz, Ana" with the given name in front, where it is a known one and the family name is none; None for all else."""
    turned = _TURNED.fullmatch(body) if "," in body else None
    if turned is None or fold_accents(turned[2]) not in given_names() or fold_accents(turned[1]) in given_names():
        return None
    return f"{turned[2]} {turned[1]}"


def _cased_score(tokens: list[str], bonus: float) -> float:
    """The score of a name in a script with capitals."""
    words = [fold(token).strip(".'\"()") for token in tokens]
    given = [any(part in given_names() for part in fold_accents(word).split("-")) for word in words]
    begins = given[0] or (words[0] in honorifics("name_starts") and not (len(words[0]) < 3 and tokens[0].isupper()))  # "AI Hub"
    begins = begins or tokens[0][0] in _QUOTES  # "‘Chat’ Ruiz": what she is called
    shouted = organization_words("shouted")
    foreign = [
        word
        for at, (word, token) in enumerate(zip(words, tokens, strict=True))
        if (not (at == 0 and begins) and _is_foreign(word)) or (word in shouted and token.isupper() and not (at and begins))
    ]
    if foreign:
        odd = _with_odd_family_name(tokens, words, given[0], foreign, bonus)
        # of a name not all words are ordinary ("Vice President Mobile Money")
        addressed = bonus > 0 and len(foreign) < len(tokens) and _may_be_addressed(tokens, words)
        return max(odd, _ADDRESSED) if addressed else odd
    if _begins_with_article(tokens) or (len(tokens) > 1 and words[0] in honorifics("saints")):
        return 0.0
    capital = [token[:2].lower() != token[:2] or (at > 0 and _is_particle(token, words[at])) for at, token in enumerate(tokens)]
    if len(tokens) == 1:
        return min(0.65, (0.35 if given[0] else 0.2) + bonus) if capital[0] else 0.0
    small = capital.count(False)
    if small > len(tokens) / 2 and not _is_uncapitalised(tokens, given):
        return 0.0
    score = _BARE + bonus - 0.25 * small - (0.1 if len(tokens) > 4 else 0.0)
    if given[0]:
        return score + (0.3 if len(tokens) < 2 or not _is_land(tokens[-1]) else 0.1)
    return max(0.0, score + (0.2 if any(given) else 0.0) - _doubts(tokens, given))


def _begins_with_article(tokens: list[str]) -> bool:
    """ "A Velm Story", "An Inner Tarn"; before a consonant "An" is no article ("An Nguyen")."""
    if tokens[0] not in ("A", "An") or len(tokens) < 2 or len(tokens[1]) < 3:
        return False
    return tokens[0] == "A" or not tokens[1].istitle() or fold_accents(tokens[1])[0] in "aeiouh"


def _may_be_addressed(tokens: list[str], words: list[str]) -> bool:
    """ "Ms Long Van Lam": words that an honorific makes a name, though one of them is an ordinary word; none is of a body or an office."""
    plain = 2 <= len(tokens) <= 4 and all(token.istitle() for token in tokens)
    return plain and not any(
        is_body_word(word) or word in job_words("heads") or word in organization_words("small", "crowds") for word in words
    )


def _is_particle(token: str, word: str) -> bool:
    """ "de", "al-Mutlaq", "d'Almeida": a small word inside a name, by itself, before a hyphen or an apostrophe."""
    small, hyphen, rest = token.partition("-")
    joined = bool(hyphen) and rest[:1].isupper() and fold(small) in honorifics("particles")
    return word in honorifics("particles") or joined or _ELIDED.match(token) is not None


def _is_uncapitalised(tokens: list[str], given: list[bool]) -> bool:
    """Whether a name was typed without capitals ("paul ruiz", "ana lúcia de figueiredo"); a known given name must say so."""
    return len(tokens) <= 4 and all(map(str.islower, tokens)) and (given[0] or (len(tokens) == 2 and any(given)))


def _with_odd_family_name(tokens: list[str], words: list[str], given: bool, foreign: list[str], bonus: float) -> float:
    """A family name may be an ordinary word ("Emma Hall", "Anna House"); the given name must then be a known one."""
    odd = foreign[0]
    if len(foreign) == 1 and len(tokens) <= 4 and odd not in organization_words() and any(map(_VIETNAMESE.search, tokens)):
        return 0.7
    if not given or len(foreign) > 1 or len(tokens) > 3 or (odd in job_words("heads") and odd not in job_words("occupations")):
        return 0.0
    plain = fold_accents(odd) in never_in_names() and odd not in organization_words() and odd not in job_words("areas")
    ordinary = plain or odd in job_words("occupations") or odd in honorifics("odd_families")
    return 0.7 if ordinary and odd == words[-1] and tokens[-1][:1].isupper() else 0.4 + bonus


def _is_land(token: str) -> bool:
    """Whether a last word is a country and no family name for certain ("Mercy Malaysia", but "Anna Jordan")."""
    place = place_of(token)
    return place is not None and place.kind == "country" and fold(token) not in country_given_names()


def _doubts(tokens: list[str], given: list[bool]) -> float:
    """What speaks for a body: an acronym among other words, a capital inside a word, a country at either end."""
    shouted = all(token.isupper() for token in tokens)
    particles = honorifics("particles")  # "DE LA PEÑA Crisanto"
    short = [token for at, token in enumerate(tokens) if not given[at] and fold(token) not in particles]
    acronyms = [] if shouted else [token for token in short if _ACRONYM.fullmatch(token)]
    doubt = 0.25 if 0 < len(acronyms) < len(tokens) else 0.0
    doubt += 0.25 if any(map(_CAMEL.fullmatch, tokens)) else 0.0
    doubt += 0.4 if not any(given) and _is_land(tokens[0]) else 0.0  # "Bangladesh Telecommunication"
    place = place_of(tokens[-1])
    # "Li Na": a short family name is no abbreviation of a region, which stands in capitals
    told = place is not None and (place.kind != "region" or len(tokens[-1]) > 3 or tokens[-1].isupper())
    told = told and not (tokens[-1].istitle() and fold(tokens[-1]) in organization_words("not_bodies"))  # "Sixto Mena"
    return doubt + (0.4 if told else 0.0)


def _is_foreign(word: str) -> bool:
    """A word that no name holds: of headings, of a body, of an office, of a field of work."""
    if word in honorifics("particles"):
        return False
    if fold_accents(word) in never_in_names() or is_body_word(word) or word in organization_words("small", "crowds"):
        return True
    return word in job_words("heads") or (word in job_words("areas") and fold_accents(word) not in given_names())


def is_body_word(word: str) -> bool:
    """Whether a folded word names a kind of body, also at the end of a German compound ("bundesverband")."""
    return word in organization_words() or (len(word) > 8 and word.endswith(organization_starts("compounds")))


def is_han_body(text: str) -> bool:
    """Whether a text in Chinese or Japanese letters names a body: it ends in a word for one ("大学")."""
    return _HAN.fullmatch(text.replace(" ", "")) is not None and text.rstrip().endswith(organization_starts("han_endings"))


@lru_cache(maxsize=16384)
def is_given(text: str) -> bool:
    """Whether the first word of ``text`` (after honorifics, which tell as much) is a frequent given name."""
    start, _ = without_honorifics(text)
    words = text[start:].split(" ", 1)
    return start > 0 or any(part in given_names() for part in fold_accents(words[0]).strip(".,'").split("-"))


def is_known_name(text: str, least: float = _KNOWN) -> bool:
    """Whether ``text`` reads like a person's name whose first word is a given name that is known (or an honorific).

    >>> is_known_name("Ana Ruiz"), is_known_name("Velm Bytes"), is_known_name("Ana Council")
    (True, False, False)
    """
    return is_given(text) and name_score(text) >= least


def looks_like_person_name(text: str) -> bool:
    """Whether the whole of ``text`` may be one person's name."""
    return name_score(text.strip()) >= 0.5
