"""What looks like an office. Scores in 0 to 1 from word lists and capitals; no side effects."""

from __future__ import annotations

import re
from functools import lru_cache

from igf_extract.parsing.people.body_shape import (
    BRACKETED_ACRONYM,
    CLOSING_ACRONYM,
    LONGEST,
    begins_small,
    first_word,
    is_domain,
    organization_score,
    words_of,
)
from igf_extract.parsing.people.person import is_body_word, is_given, is_known_name, looks_like_person_name, name_score, without_honorifics
from igf_extract.vocab.places import place_of
from igf_extract.vocab.words import honorifics, job_edges, job_words, organization_words, sure_heads

__all__ = [
    "BRACKETED_ACRONYM",
    "CLOSING_ACRONYM",
    "begins_small",
    "first_word",
    "is_body_word",
    "is_domain",
    "is_given",
    "is_known_name",
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

# what may stand behind an office and belongs to it: "Youth Ambassador 2014", "Policy Manager (Africa & Asia)"
_CLOSING_NOTE = re.compile(r"\s(?:(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?|\([^()]{2,60}\))$")
_PRESIDING = (["speaker", "of"], ["deputy", "speaker"])  # of a parliament
_JUDGES, _RANKS_OF_JUDGES = (["justice", "of"], ["justice", "at"]), frozenset({"chief", "associate", "presiding", "deputy", "senior"})
_OWNER_LINK = re.compile(r"\s(?:of|at|with|from)\s")
_OWNED = re.compile(
    r"['’]s?\s+(?:\S+\s)?(?:office|cabinet|secretariat|department|bureau|institution|association|union|guild|chambers|commission|division)"
    r"(?:$|\s(?:of|for|in)\s(?!.*\b(?:director|head|manager|officer|adviser|advisor)$))",
    re.I,
)
_RANKED, _AGENT = 4, 4  # words of an office that no list knows, and the letters that its last one has more than


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
    if len(text) > LONGEST or _is_addressed(text) or _is_sentence(text) or _is_owned(text):
        return 0.0
    if text.endswith(job_edges("han_offices")) and len(text) <= 12:
        return 0.95
    words = [_head_of(word) for word in words_of(_CLOSING_NOTE.sub("", text))]
    heads, sure = job_words("heads"), sure_heads()
    begin = next((at for at, word in enumerate(words) if word not in job_words("qualifiers") and word not in job_words("articles")), 0)
    if told := _by_first_words(words):
        return told
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


def _by_first_words(words: list[str]) -> float:
    """The score of a text whose first words tell an office whatever follows, or that it is none; 0 where they do not tell."""
    if _judges(words):
        return 0.95
    return 0.85 if _is_ranked(words) else 0.3 if _is_directorate(words) else 0.0


def _is_directorate(words: list[str]) -> bool:
    """ "DG Justice", "DG CONNECT": a general directorate of a commission, called by its field; "DG VillageNet" is whoever directs it."""
    return words[:1] == ["dg"] and len(words) > 1 and words[1] in organization_words("directorates")


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
    told = len(last) > _AGENT and last.endswith(job_edges("agent_endings")) and last not in job_words("no_agents")
    return told and not any(map(is_body_word, words)) and place_of(last) is None


def _closes_as_body(words: list[str]) -> bool:
    """ "Worker Info Exchange", "Publisher Network": an occupation, and a word for a body at the end without a link between them."""
    return len(words) > 1 and is_body_word(words[-1]) and job_words("breaks").isdisjoint(words)


def _presides(words: list[str]) -> float:
    """ "Speaker of the Knesset": the head of a parliament; the word alone is a role as often."""
    return (0.95 if len(words) > 2 else 0.3) if words[:2] in _PRESIDING or words in (["speaker"], ["justice"]) else 0.0


def _judges(words: list[str]) -> bool:
    """ "Chief Justice", "Justice of the Supreme Court": the word is an office by its rank or by the court behind it."""
    rank = int(words[:1] != [] and words[0] in _RANKS_OF_JUDGES)
    if words[rank : rank + 1] != ["justice"]:
        return False
    return (rank == 1 and len(words) == 2) or (words[rank : rank + 2] in _JUDGES and not organization_words("courts").isdisjoint(words))


def _is_named_body(words: list[str], begin: int, text: str) -> bool:
    """ "Student Parliament", "Office of the Special Adviser": bodies whose names hold an office."""
    linked = len(words) > 2 and words[1] in job_words("breaks") and words[1] not in ("and", "&")
    unit = linked and words[0] in organization_words("units")
    # "Fundación Libro Mayor"
    greater = len(words) > 2 and words[0] in organization_words("leading") and words[-1] in job_words("adjectives")
    # "Assemblée parlementaire", "Consejo Asesor de Foo"
    seated = len(words) > 1 and is_body_word(words[0]) and words[0] not in job_words("heads") and words[1] in job_words("body_adjectives")
    return unit or greater or seated or _names_people(words[begin:], text) or _is_cause_of_people(words, text)


def _is_cause_of_people(words: list[str], text: str) -> bool:
    """ "Researchers for Good", "Alumni without Borders": many people and what they are for; "Adviser for Digital Trust" is an office."""
    if len(words) < 3 or words[1] not in ("for", "without", "against", "sans", "sin", "sem") or not text[:1].isupper():
        return False
    many = words[0] in job_words("plurals") or words[0].removesuffix("s") in job_words("heads") - {words[0]}
    return many and text.split()[2][:1].isupper()


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
    bare = word.replace(".", "")
    if bare != word and bare in heads and bare not in honorifics("suffixes"):
        return bare  # "M.P."
    if len(word) > 8 and word.endswith(job_edges("head_endings")):
        return "specialist"
    return next((part for part in word.split("-") if part in heads), word) if "-" in word else word


def _is_sentence(text: str) -> bool:
    """ "Ana is an engineer": capitals at the beginning and a verb in small letters."""
    return text[:1].isupper() and not organization_words("predicates").isdisjoint(text.split())


def _is_owned(text: str) -> bool:
    """ "Mayor's Office", "Governor’s Private Office of Velm": a body that is named by an office."""
    owned = _OWNED.search(text) if "'" in text or "’" in text else None
    if owned is None:
        return False
    office, *body = _OWNER_LINK.split(text[: owned.start()], maxsplit=1)
    words = words_of(office)
    # "President of the Mayor's Office", "Legal Adviser at …": an office in such a body
    return not body or sure_heads().isdisjoint({*words[:1], *words[-1:]})


def _is_addressed(text: str) -> bool:
    """An honorific and a name ("Professor Ada Lindt") are no office."""
    return without_honorifics(text)[0] > 0 and name_score(text) >= 0.6


def only_areas(text: str) -> bool:
    """Whether a piece names a field of work and nothing else, so that it continues the office before it."""
    words = words_of(text)
    told = len(words) > 1 and words[-1] in job_words("area_adjectives") and text[:1].isupper()  # "Media Freedom International" is a body
    return bool(words) and not told and all(word in job_words("areas") for word in words)
