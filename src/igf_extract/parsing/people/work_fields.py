"""Fields of work behind an office, and the bodies and units whose names list them: "Director of Names, Numbers and Protocols"."""

from __future__ import annotations

import re

from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.post import Split
from igf_extract.parsing.people.shape import first_word, only_areas, organization_score, title_score, words_of
from igf_extract.parsing.people.split import split_office
from igf_extract.vocab.words import is_known_organization, job_words, organization_words, plain_words

_OF_BODY = re.compile(r"\s(?:of|at|de|da|do|du)\s(?:the\s|la\s)?(?=[A-ZÀ-Þ])")
_UNIT = 4  # words of the name of a unit
_SMALL = frozenset(("of", "for", "in", "without", "against", "de", "del", "da", "do", "des", "du", "pour", "para", "per", "für"))
_JOINED_FIELDS = re.compile(r"\w[\w-]*\s(?:&|and)\s\w[\w-]*\s\w")
_OF_FIELDS = re.compile(r"\b(?:of|for)\s(?:the\s)?[A-Z]\S+(?:\s[A-Z]\S+)?$")


def is_field(text: str) -> bool:
    """Whether words name fields of work only ("Safety and Integrity"), so that they go on with the office before them."""
    return only_areas(text) or not text.strip()


def fields_of_body(parts: list[Piece]) -> tuple[int, Split] | None:
    """ "Vice President, | Trust and Safety of Velm Games": fields of work behind an office, and the body whose they are."""
    link = _OF_BODY.search(parts[0].text) if parts and parts[0].sep == "," else None
    if link is None or not only_areas(parts[0].text[: link.start()]):
        return None
    body = parts[0].text[link.end() :]
    coined = organization_score(body) > 0.3 and plain_words().isdisjoint(words_of(body)[:1]) and not only_areas(body)
    return (0, Split(0, link.start(), link.end(), len(parts[0].text), True)) if coined or organization_score(body) >= 0.55 else None


def follows_field(parts: list[Piece], kind: str) -> bool:
    """Whether a body stands behind a field of work; behind a field of one word ("Compliance, Velm Bank") it must be a certain one."""
    if " " in parts[0].text:
        return kind in ("body", "unknown")
    body = parts[1].text
    return kind == "body" and len(parts) == 2 and organization_score(body) >= 0.8 and _JOINED_FIELDS.search(body) is None


def is_body_of_fields(parts: list[Piece]) -> bool:
    """ "Head of Legal Affairs, Children of America": behind an office that tells its field, or needs none ("Producer"), words for
    fields of work at the end of a line are the name of a body."""
    office, field = parts[0].text, parts[1].text
    named = parts[1].sep == "," and " " in field and all(word[:1].isupper() or word in _SMALL for word in field.split())
    if not named or " & " in field or " and " in field:
        return False
    words = words_of(office)
    if " ".join(words) in job_words("unfielded"):
        return True
    if len(words) == 1:
        return words[0] in job_words("occupations", "people", "makers")
    told = any(word in job_words("areas") for word in words[1:])
    return told and words[-1] not in job_words("heads") and words[-1] not in organization_words("units")


def is_named_field(parts: list[Piece]) -> bool:
    """ "…, Next Generation Programmes, Foo Society": what an office is for, by its last word, and a certain body behind it."""
    told = len(parts) == 2 and parts[0].sep == parts[1].sep == "," and organization_score(parts[1].text) >= 0.55
    return told and " " in parts[0].text and words_of(parts[0].text)[-1] in job_words("field_ends")


def is_service_field(parts: list[Piece]) -> bool:
    """ "…, Universal Service, Foo Authority": a service that every authority has and no body of its own, and a certain body behind it."""
    words = words_of(parts[0].text) if _is_before_body(parts) else []
    if len(words) < 2 or words[-1] not in job_words("service_ends") or words[0] in organization_words("event_words"):
        return False
    return all(word in job_words("service_fields", "areas") for word in words[:-1])


def is_unit_of_office(office: Piece, parts: list[Piece]) -> bool:
    """ "Director | Policy Unit, Foo Centre": a unit in which somebody has an office, and the certain body that it is part of; behind "Head
    of Unit" its name. Whoever is its head and nothing else leads the unit, and a university's units stand for themselves."""
    words = words_of(parts[0].text) if _is_before_body(parts) else []
    if not words or len(words) > _UNIT:
        return False
    last = words_of(office.text)[-1]
    if last in job_words("unit_ends") and " of " in office.text:
        return not is_known_organization(parts[0].text)
    unit = len(words) > 1 and words[-1] in job_words("unit_ends") and parts[0].text[:1].isupper() and last not in job_words("unit_heads")
    return unit and organization_words("academic").isdisjoint(words_of(parts[1].text))


def _is_before_body(parts: list[Piece]) -> bool:
    """Whether the first of two parts stands between commas before a certain body that is no office."""
    told = len(parts) == 2 and parts[0].sep == parts[1].sep == ","
    return told and organization_score(parts[1].text) >= 0.65 and title_score(parts[1].text) < 0.7


def lists_fields_of_office(parts: list[Piece], kinds: list[str]) -> bool:
    """ "Head of Division, | Data Flows, Governance and Privacy, UNESCO": fields of work to the last, and a well-known body at the end."""
    if len(parts) < 2 or any(part.sep != "," for part in parts) or organization_score(parts[-1].text) < 1.0 or " " not in parts[-2].text:
        return False
    # a ministry's fields name a unit of it ("Cyber Laws and Data Governance, Ministry of Networks")
    unit = first_word(parts[-1].text) in organization_words("fields")
    closes = (
        not unit and " " in parts[0].text and words_of(parts[0].text)[-1] in job_words("areas") and organization_score(parts[0].text) < 0.55
    )
    return all(kind == "area" for kind in kinds[1:-1]) and (len(parts) > 2 or closes)


def begins_listed_body(parts: list[Piece], words: int = 1) -> bool:
    """ "Communications, Space & Technology Commission": fields of work of so many words, the last two joined, and a word for a body."""
    if len(parts) < 2 or len(parts[0].text.split()) > words or parts[1].sep != ",":
        return False
    if " " not in parts[1].text:
        return begins_listed_body(parts[1:], words)
    joined = _JOINED_FIELDS.match(parts[1].text)
    return joined is not None and organization_score(parts[1].text) >= 0.8


def is_listed_unit(parts: list[Piece]) -> bool:
    """ "Director of the Human Rights, Freedoms and Inclusion Bureau, Foo": a unit with several fields of work before its body."""
    if len(parts) < 3 or parts[1].sep != "," or parts[2].sep != "," or organization_score(parts[2].text) < 0.4:
        return False
    fields = _OF_FIELDS.search(parts[0].text)
    told = fields is not None and _JOINED_FIELDS.match(parts[1].text) is not None
    unit = words_of(parts[1].text)[-1:] and words_of(parts[1].text)[-1] in organization_words("units")
    return told and bool(unit) and not split_office(parts[0].text)
