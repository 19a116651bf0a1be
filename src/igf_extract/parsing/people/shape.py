"""What looks like an office or a body. Scores in 0 to 1 from word lists and capitals; no side effects."""

from __future__ import annotations

import re
from functools import lru_cache

from igf_extract.parsing.people.person import is_body_word, is_given, is_han_body, looks_like_person_name, name_score, without_honorifics
from igf_extract.parsing.people.pieces import URL
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import is_country, place_of
from igf_extract.vocab.words import honorifics, is_known_organization, job_words, organization_starts, organization_words, sure_heads

__all__ = [
    "begins_small",
    "is_body_word",
    "is_domain",
    "is_given",
    "is_plain_office",
    "looks_like_organization",
    "looks_like_person_name",
    "name_score",
    "only_areas",
    "organization_score",
    "title_score",
    "without_honorifics",
    "words_of",
]

_WORD = re.compile(r"[^\s,;/()\[\]\"“”]+")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.\-/]{1,11}")
# "VillageNet 2022 focal points": a coined name with capitals inside, and more words than a name of a person has
_NAME_WORDS = 5
_COINED = re.compile(r"[A-Z][a-z]{2,}[A-Z]+[A-Za-z]*\s(?:\d{4}\s)?[A-Za-z]{3,}\b")
_COINED_SMALL = re.compile(r"[a-z][\w-]{2,30}\.[a-z]{2,10}(?=[\s,;)]|$)")
_COINED_CAPITAL = re.compile(r"[a-z]{1,5}[A-Z]")
# what may stand behind an office and belongs to it: "Youth Ambassador 2014", "Policy Manager (Africa & Asia)"
_CLOSING_NOTE = re.compile(r"\s(?:(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?|\([^()]{2,60}\))$")
_PRESIDING = (["speaker", "of"], ["deputy", "speaker"])  # of a parliament
_DOMAIN = re.compile(r"[\w-]{2,}\.(org|net|com|asia|info|io|int|eu|uk|africa|works|kiwi|[a-z]{2})\b", re.I)
_COUNTRY_DOMAINS = frozenset(("eu", "io", "uk"))  # beside the codes of countries
_REGISTERED = re.compile(r"\be\.\s?V\.?$")  # "e. V.", an association of Germany
_OWNED = re.compile(  # "Mayor's Office", "Governor’s Private Office of Velm"
    r"['’]s?\s+(?:\S+\s)?(?:office|cabinet|secretariat|department|bureau|institution|association|union|guild|chambers|commission|division)"
    r"(?:$|\s(?:of|for|in)\s(?!.*\b(?:director|head|manager|officer|adviser|advisor)$))",
    re.I,
)
_GLUED_AND = re.compile(r"(?<=[^\W\d_]{3})&(?=[^\W\d_]{3})")  # "President&CEO"
_LONGEST = 300
_ACRONYM_LETTERS = 4
_RANKED, _AGENT = 4, 4  # words of an office that no list knows, and the letters that its last one has more than


def words_of(text: str) -> list[str]:
    """Folded words without closing points and possessives."""
    words = (word.strip(".'*:!?").removesuffix("'s") for word in _WORD.findall(_GLUED_AND.sub(" & ", fold(text))))
    return [word for word in words if word]


def first_word(text: str) -> str:
    """The first of ``words_of``; empty where there is none."""
    return next(iter(words_of(text)), "")


@lru_cache(maxsize=16384)
def organization_score(text: str) -> float:
    """How much ``text`` looks like the name of a body, 0 to 1.

    >>> organization_score("Ghana Internet Users Association") > 0.7, organization_score("Deputy Director") < 0.5
    (True, True)
    """
    body = text.strip(" ,;.'\"“”")
    if not body or len(body) > _LONGEST or place_of(body):
        return 0.0
    if is_known_organization(body):
        return 1.0
    return _by_words(body)


def _by_words(body: str) -> float:
    if is_han_body(body):
        return 0.85
    words = words_of(body)
    if not words:
        return 0.0
    if len(words) > 2 and not organization_words("predicates").isdisjoint(body.split()):
        return 0.1
    # "Communications of Ghana": a field of work in front is no evidence
    alone = len(words) == 1
    if any(is_body_word(word) and (alone or at > 0 or word not in job_words("areas")) for at, word in enumerate(words)):
        return 0.85
    if _REGISTERED.search(body) or (not alone and not organization_words("shouted").isdisjoint(words) and _is_shouted(body)):
        return 0.85
    if URL.fullmatch(body):
        return 0.7
    domain = any(map(is_domain, body.split()))
    if begins_small(body) and not domain:
        return 0.1
    if domain or _begins_or_ends_as_body(body, words):
        return 0.8
    score = _by_capitals(body)
    return max(score, 0.6) if len(words) > _NAME_WORDS and _COINED.match(body) else score


def _is_shouted(body: str) -> bool:
    """ "ONG Rafiki", "Velm Vivo ONG": a word for a body in capitals; otherwise, and behind a given name, it is a family name."""
    words = _WORD.findall(body)
    told = words[:-1] if is_given(body) else words
    return any(word.isupper() and fold(word) in organization_words("shouted") for word in told)


def _begins_or_ends_as_body(body: str, words: list[str]) -> bool:
    key = fold(body)
    if len(words) > 1 and key.startswith(organization_starts()):
        return True
    ends = len(words) == 1 and len(key) > 5 and key.endswith(organization_starts("endings"))
    return ends or words[-1] in organization_words("suffixes") or is_crowd(body)


def is_crowd(text: str) -> bool:
    """Whether a body is named for those who belong to it: "Lamp Makers", "Cable Users of Velm"; every word has its capital."""
    head = re.split(r"\s(?:of|for|in|without|against)\s", text.strip(), maxsplit=1)[0].split()
    named = len(head) > 1 and all(word[:1].isupper() for word in head)
    return named and fold(head[-1]) in organization_words("crowds") and fold(head[0]) not in organization_words("small")


def _by_capitals(body: str) -> float:
    """The score of a name that holds no word of a body: acronyms, a well-known body in front, an ampersand."""
    tokens = body.split()
    bare = [token.strip("().,") for token in tokens]
    shouted = body.isupper() and len(tokens) > 1 and all(map(str.isalpha, bare))
    if (
        not shouted
        and len(tokens) <= 5
        and any(_is_acronym(token, at > 0 and is_given(body), len(tokens) == 1) for at, token in enumerate(bare))
    ):
        return 0.7 if len(tokens) == 1 else 0.55
    if any(is_known_organization(" ".join(tokens[:size])) for size in (1, 2, 3)):
        return 0.65
    if "&" in tokens[1:-1] and not all(fold(token) in job_words("heads", "qualifiers", "areas") for token in bare if token != "&"):
        return 0.6  # "Foo & Bar", but neither "President & CEO" nor "Research & Development"
    return 0.4 if body[:1].isupper() or body[:1].isdigit() or body[1:2].isupper() else 0.3


def _is_acronym(token: str, named: bool, alone: bool = False) -> bool:
    """Whether a word of capitals is an acronym; long ones behind an honorific or a given name are a family name ("Dr Blaise NDINGA")."""
    known = _ACRONYM.fullmatch(token) is not None and fold(token) not in organization_words("not_bodies")
    known = known and (alone or fold(token) not in honorifics("particles"))  # "DE LA PEÑA Crisanto"
    return known and not (named and len(token) > _ACRONYM_LETTERS and token.isalpha())


def is_domain(word: str) -> bool:
    """Whether a word is a name on the internet ("velmwerk.org", "Saranto.gr"), by which bodies go as well."""
    found = _DOMAIN.search(word)
    return found is not None and (len(found[1]) > 2 or found[1].lower() in _COUNTRY_DOMAINS or is_country(found[1].upper()))


def begins_small(text: str) -> bool:
    """Whether a text begins with a small letter and no coined name ("iNethi", "npIX", "guifi.lab")."""
    return text[:1].islower() and _COINED_CAPITAL.match(text) is None and _COINED_SMALL.match(text) is None


def looks_like_organization(text: str) -> bool:
    """Whether the whole of ``text`` is the name of a body for all that words can tell (an office or a group is none)."""
    text = text.strip()
    return organization_score(text) >= 0.65 and title_score(text) < 0.7 and name_score(text) < 0.7


@lru_cache(maxsize=16384)
def title_score(text: str) -> float:
    """How much ``text`` looks like an office, with or without the body after it, 0 to 1.

    >>> title_score("Head of Policy at Foo") > 0.8, title_score("Youth Observatory") < 0.5
    (True, True)
    """
    if len(text) > _LONGEST or _is_addressed(text) or _is_sentence(text) or _OWNED.search(text):
        return 0.0
    if text.endswith(tuple(job_words("han_offices"))) and len(text) <= 12:
        return 0.95
    words = [_head_of(word) for word in words_of(_CLOSING_NOTE.sub("", text))]
    heads, sure = job_words("heads"), sure_heads()
    begin = next((at for at, word in enumerate(words) if word not in job_words("qualifiers") and word not in job_words("articles")), 0)
    if _is_ranked(words):
        return 0.85
    if not words or not any(word in heads for word in words):
        return max(_presides(words), 0.5 if begins_small(text) and 0 < len(words) <= 8 else 0.0)
    if words[-1] in job_words("occupations") and name_score(text) >= 0.7:
        return 0.3  # "Adam Driver": a family name
    if (words[begin] in job_words("occupations") and _closes_as_body(words[begin:])) or _is_named_body(words, begin, text):
        return 0.4
    if words[begin] in sure or " ".join(words[:2]) in job_words("owner_pairs"):
        return 0.95
    if _is_office_of_fields(words):
        return 0.9
    return _title_by_place(words) or (0.5 if begins_small(text) and len(words) <= 8 else 0.35)


def _title_by_place(words: list[str]) -> float | None:
    """The score by where the word for an office stands; None where that tells nothing."""
    heads, sure = job_words("heads"), sure_heads()
    # words that qualify may be offices too ("Deputy", "Chief")
    link = next((at for at, word in enumerate(words) if word in job_words("breaks")), len(words))
    before = words[:link]
    if _unites_people(words, link):
        return 0.35
    if any(word in heads for word in before) and all(word in heads or word in job_words("qualifiers") for word in before):
        return 0.9 if len(before) > 1 or link < len(words) else 0.85
    if len(before) > 1 and before[-1] in heads:
        return 0.9 if before[-1] in sure or before[-1] in job_words("closing") else 0.4
    if words[-1] in sure or _leads_field(words):
        return 0.85
    if any(word in sure for word in words):
        return 0.6
    return None


def _leads_field(words: list[str]) -> bool:
    """ "Team Leader Cybersecurity", "Country Manager Kenya": an office, and behind it nothing but its field of work or its land."""
    heads = sure_heads("fielded")
    at = next((at for at, word in enumerate(words) if word in heads), 0)
    plain = job_words("areas", "qualifiers", "led")
    if not 0 < at < len(words) - 1 or not plain.issuperset(words[:at]):
        return False
    return job_words("areas").issuperset(words[at + 1 :]) or place_of(" ".join(words[at + 1 :])) is not None


def _unites_people(words: list[str], link: int) -> bool:
    """ "Board of Technologists", "Union of Journalists of Velm": a body that is named by the people in it."""
    before, behind = words[:link], words[link + 1 : link + 2]
    if words[link : link + 1] != ["of"] or not behind or behind[0] not in job_words("heads"):
        return False
    united = any(map(is_body_word, before)) and job_words("heads").isdisjoint(before)
    governs = " ".join(words[link - 1 : link + 2]) in job_words("boards")  # "Chair, Board of Directors of Foo"
    return united and not governs and (len(words) == link + 2 or words[-1] not in job_words("heads"))


def _is_office_of_fields(words: list[str]) -> bool:
    """ "Research Associate Diplomacy and Global Governance", "Policy and Government Relations Lead": an office, else fields of work."""
    at = next((at for at, word in enumerate(words) if word in job_words("fielded")), len(words))
    if not 0 < at < len(words) or len(words) <= 2:
        return False
    plain = job_words("areas", "qualifiers") | organization_words("small") | {"government"}
    return plain.issuperset([*words[:at], *words[at + 1 :]])


def _is_ranked(words: list[str]) -> bool:
    """ "Chief Forecaster", "Senior Cable Splicer": a word of rank, and at the end an occupation that no list knows."""
    if not words or words[0] not in job_words("ranking"):
        return False
    words = words[: next((at for at, word in enumerate(words) if word in job_words("breaks")), len(words))]
    if not 2 <= len(words) <= _RANKED or not all(word.isalpha() for word in words):
        return False
    last = words[-1]
    told = len(last) > _AGENT and last.endswith(tuple(job_words("agent_endings"))) and last not in job_words("no_agents")
    return told and not any(map(is_body_word, words)) and place_of(last) is None


def _closes_as_body(words: list[str]) -> bool:
    """ "Worker Info Exchange", "Publisher Network": an occupation, and a word for a body at the end without a link between them."""
    return len(words) > 1 and is_body_word(words[-1]) and job_words("breaks").isdisjoint(words)


def _presides(words: list[str]) -> float:
    """ "Speaker of the Knesset": the head of a parliament; the word alone is a role as often."""
    return (0.95 if len(words) > 2 else 0.3) if words[:2] in _PRESIDING or words == ["speaker"] else 0.0


def _is_named_body(words: list[str], begin: int, text: str) -> bool:
    """ "Student Parliament", "Office of the Special Adviser": bodies whose names hold an office."""
    linked = len(words) > 2 and words[1] in job_words("breaks") and words[1] not in ("and", "&")
    unit = linked and words[0] in organization_words("units")
    # "Fundación Libro Mayor"
    greater = len(words) > 2 and words[0] in organization_words("leading") and words[-1] in job_words("adjectives")
    # "Assemblée parlementaire", "Consejo Asesor de Foo"
    seated = len(words) > 1 and is_body_word(words[0]) and words[0] not in job_words("heads") and words[1] in job_words("body_adjectives")
    return unit or greater or seated or _names_people(words[begin:], text)


def _names_people(words: list[str], text: str) -> bool:
    """ "Student Parliament of Velm", "Teachers' Union": people, right behind them a word for a body, and no office at the end."""
    people = len(words) > 1 and (words[0] in job_words("people") or words[0].removesuffix("s") in job_words("people"))
    capital = all(word[:1].isupper() for word in text.split()[:2])
    return people and capital and is_body_word(words[1]) and words[-1] not in job_words("heads")


def is_plain_office(text: str) -> bool:
    """Whether ``text`` is an office without a body that ends in its head: "Deputy Minister", "Senior Policy Adviser"."""
    words = [_head_of(word) for word in words_of(text)]
    known = all(word in job_words("heads") or word in job_words("qualifiers") or word in job_words("areas") for word in words)
    return known and bool(words) and words[-1] in sure_heads() and text[:1].isupper() and "," not in text


def _head_of(word: str) -> str:
    """The office inside a joined word ("enseignant-chercheur"), else the word itself."""
    heads = job_words("heads")
    if word in heads or is_body_word(word):
        return word
    if "." in word and word.replace(".", "") in heads - honorifics("suffixes"):
        return word.replace(".", "")  # "M.P."
    if len(word) > 8 and word.endswith(tuple(job_words("head_endings"))):
        return "specialist"
    return next((part for part in word.split("-") if part in heads), word) if "-" in word else word


def _is_sentence(text: str) -> bool:
    """ "Ana is an engineer": capitals at the beginning and a verb in small letters."""
    return text[:1].isupper() and not organization_words("predicates").isdisjoint(text.split())


def _is_addressed(text: str) -> bool:
    """An honorific and a name ("Professor Ada Lindt") are no office."""
    return without_honorifics(text)[0] > 0 and name_score(text) >= 0.6


def only_areas(text: str) -> bool:
    """Whether a piece names a field of work and nothing else, so that it continues the office before it."""
    words = words_of(text)
    return bool(words) and all(word in job_words("areas") for word in words)
