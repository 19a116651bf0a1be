"""What a piece behind a name is for all that its words tell: an office, a body, both, a field of work."""

from __future__ import annotations

from igf_extract.parsing.people.pieces import Piece
from igf_extract.parsing.people.shape import (
    begins_small,
    is_body_word,
    name_score,
    only_areas,
    organization_score,
    title_score,
    words_of,
)
from igf_extract.parsing.people.split import is_unit, split_office
from igf_extract.vocab.cities import is_city
from igf_extract.vocab.fold import fold
from igf_extract.vocab.words import is_known_organization, job_edges, job_words, organization_words

OFFICES = ("title", "both")


def settled(kinds: list[str], parts: list[Piece]) -> list[str]:
    """The kinds, with acronyms that are a body's and an office's ("CTO") read as the office where another piece may be the body."""
    both = [fold(part.text) in job_words("acronyms") and kind == "body" for part, kind in zip(parts, kinds, strict=True)]
    kinds = [
        "body" if at and _is_body_too(part.text, kinds[at - 1]) else kind for at, (part, kind) in enumerate(zip(parts, kinds, strict=True))
    ]
    alone = sum(kind in ("body", "unknown") for kind in kinds) < 2 or any(kind in OFFICES for kind in kinds)
    return kinds if alone else ["title" if told else kind for told, kind in zip(both, kinds, strict=True)]


def _is_body_too(text: str, before: str) -> bool:
    """ "Coordinator, Coordinadora Velma del Agua": behind an office a word for a woman's office begins the name of a body."""
    return before == "title" and " " in text and text[:1].isupper() and words_of(text)[0] in job_words("bodies_too")


def kind_of(text: str) -> str:
    """title, body, both ("CEO of Foo"), area ("Technology Policy"), unknown."""
    title, body = title_score(text), organization_score(text)
    if " @ " in text and split_office(text):
        return "both"
    if fold(text).endswith(job_edges("boards")) and title_score(text.split()[0]) < 0.7:
        return "body"
    rather_body = (body == 1.0 and not _is_high_office(text)) or (body >= 0.8 and title < 0.8 and name_score(text) == 0)
    if title >= 0.7 and _is_small_office(text):
        return "title"
    if title >= 0.7 and not rather_body:
        return "both" if split_office(text) else "title"
    if only_areas(text) and body < 1.0:
        return "area"
    if body >= 0.55:
        return "both" if (title >= 0.6 or _ends_in_office(text)) and split_office(text) else "body"
    if title >= 0.6 and split_office(text):
        return "both"  # "Program Manager KICTANet"
    return "title" if title >= 0.5 and begins_small(text) else "unknown"


def _ends_in_office(text: str) -> bool:
    """ "Velm Assembly Board member": two words that are an office wherever they stand, behind a body."""
    return " ".join(words_of(text)[-2:]) in job_words("owner_pairs")


def _is_small_office(text: str) -> bool:
    """ "school principal": an occupation in small letters, whose first word is where it is followed and names no body."""
    words = text.split()
    return text.islower() and len(words) in (2, 3) and all(map(str.isalpha, words)) and words[-1] in job_words("heads")


def _is_high_office(text: str) -> bool:
    """ "High Commissioner for Human Rights": an office by whose name its body goes as well."""
    return fold(text).startswith(job_edges("high_offices"))


def is_generic(body: str) -> bool:
    """ "Public Libraries": words for bodies and fields of work and nothing that names one."""
    plain = job_words("areas", "breaks") | organization_words("small")
    return all(word in plain or is_body_word(word) for word in words_of(body)) and not is_known_organization(body)


def names_field(body: str) -> bool:
    """ "Public Libraries", "SME Programmes": what an office is for, with the body behind a dash."""
    return is_generic(body) or (words_of(body)[-1:] or [""])[0] in job_words("field_ends")


def is_code_of_office(pieces: list[Piece], behind: list[str]) -> bool:
    """ "Adviser (CS) Tide Authority of Velm": a few capitals in brackets that name no body that is known, right between office and body."""
    closed = len(pieces) > 1 and pieces[0].sep == "(" and pieces[1].sep == ")" and behind == ["body"]
    code = closed and len(pieces[0].text) < 5 and pieces[0].text.isupper() and pieces[0].text.isalpha()
    return code and not is_known_organization(pieces[0].text) and pieces[1].text[:1].isupper()


def is_unnamed_part(part: str, rest: list[Piece]) -> bool:
    """ "News", "Institute of Law" before one piece of words that no list knows: a part of the body that these name, and not a town."""
    if len(rest) != 1 or rest[0].sep != "," or not is_generic(part) or not (is_unit(part) or " " not in part):
        return False
    words = rest[0].text.split()
    strange = len(words) > 1 and all(word[:1].isupper() for word in words) and organization_score(rest[0].text) <= 0.4
    return strange and not only_areas(rest[0].text) and title_score(rest[0].text) < 0.5 and not is_city(rest[0].text, None)


def is_of_parliament(mandate: str, office: str) -> bool:
    """ "MP, Chair of the Committee on Roads": a committee of the parliament in which she sits, and no body of her own."""
    return fold(mandate).strip(".") in job_words("mandates") and not job_words("committees").isdisjoint(words_of(office))


def is_of_forum(text: str) -> bool:
    """ "BPF co-facilitator": an office in a group of the forum itself, which the session goes on about."""
    inside = split_office(text)
    return inside is not None and fold(text[inside.body_start : inside.body_end]) in job_words("forum_groups")


def is_of_unit(text: str) -> bool:
    """ "Head of the Road Department", "Superintendent of Police": an office in a part of the body that stands before it."""
    inside = split_office(text)
    if inside is None or inside.strong or inside.body_start < inside.title_start:
        return False
    body, office = text[inside.body_start : inside.body_end], words_of(text[inside.title_start : inside.title_end])
    return is_unit(body) or (is_generic(body) and office[-1] not in job_words("owners"))
