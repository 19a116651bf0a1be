"""People on a line whose breaks were lost, whom the page names elsewhere as well: "Ana Ruiz, Velm Net Keti Baria, Foo Council"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from igf_extract.model import Line, Participation, Span
from igf_extract.parsing.people.joined import TOKEN, is_small_word
from igf_extract.parsing.people.read import read_people
from igf_extract.parsing.people.shape import name_score, organization_score, title_score

_COMMA = re.compile(r",\s")
_SIZES = (4, 3, 2)  # words of a name, the longest first
_LONGEST = 400  # characters of a body in which a person is sought
_NAME, _BODY, _OFFICE = 0.35, 0.55, 0.5
_ACRONYM = 3  # letters of a short word in capitals that is no family name


def cut_at_named(parts: Iterable[Participation], text: str) -> tuple[Participation, ...]:
    """The participations; one whose body holds a further person before a comma, whom ``text`` (the document) names elsewhere, is cut."""
    return _with_last_words(tuple(entry for part in parts for entry in _cut(part, text)), text)


def _with_last_words(parts: tuple[Participation, ...], text: str) -> tuple[Participation, ...]:
    """The participations; the first word of a name that the document gives elsewhere without it is the last one of the body that ends
    right before ("Ana Ruiz, CD | Projekt Keti Baria, Foo Council")."""
    found = list(parts)
    for at, (above, part) in enumerate(pairwise(parts)):
        body, name, said = above.organization_span, part.name_span, part.name or ""
        first, _, rest = said.partition(" ")
        beside = body is not None and name is not None and text[body.end : name.start] == " " and name.end - name.start == len(said)
        if not beside or body is None or name is None or rest.count(" ") < 1 or not _may_be_name(rest):
            continue
        if _stands_elsewhere(said, above.name or "", text, name) or not _stands_elsewhere(rest, first, text, name):
            continue
        start = name.start + len(first) + 1
        found[at] = replace(found[at], organization=text[body.start : start - 1], organization_span=Span(body.start, start - 1))
        found[at + 1] = replace(found[at + 1], name=rest, name_span=Span(start, name.end))
    return tuple(found)


def _cut(part: Participation, text: str) -> Iterator[Participation]:
    whole, span, said = part.organization, part.organization_span, part.evidence.span
    told = part.name is not None and whole is not None and span is not None and " " in whole and len(whole) <= _LONGEST
    if not told or whole is None or span is None or text[span.start : span.end] != whole or span.end > said.end:
        yield part
        return
    ends = [comma.start() for comma in _COMMA.finditer(whole)]
    for end in [*ends, len(whole)] if _COMMA.match(text, span.end, said.end) else ends:
        at = _named(whole[:end], text, said)
        further = _as_person(_read(part, Span(span.start + at, said.end), text), whole[at:end]) if at else ()
        if further:
            yield _with_body(part, span, whole[:at].rstrip(" ,;"), text)
            yield from cut_at_named(further, text)
            return
    yield part


def _with_body(part: Participation, span: Span, body: str, text: str) -> Participation:
    """The person before the cut: what stands behind it is of the next one."""
    title = part.title if part.title and text.find(part.title, part.evidence.span.start, span.start) >= 0 else None
    return replace(
        part,
        organization=body,
        organization_span=Span(span.start, span.start + len(body)),
        title=title,
        stakeholder_group=None,
        regional_group=None,
        country=None,
        country_code=None,
    )


def _read(part: Participation, span: Span, text: str) -> tuple[Participation, ...]:
    """What stands behind the cut, in the role of the person before."""
    line = Line(0, span, text[span.start : span.end])
    rule = part.evidence.rule.rpartition(".")[0] or part.evidence.rule
    return read_people([line], part.role, label_rule=rule, role_inferred=part.role_inferred).participations


def _as_person(parts: tuple[Participation, ...], name: str) -> tuple[Participation, ...]:
    """What was read, where the first is the person with that name or two bodies, of which the first is called so; else nothing."""
    if parts and parts[0].name == name:
        return parts
    bodies = len(parts) == 2 and parts[0].name is None and parts[1].name is None and parts[0].organization == name
    return (replace(parts[1], name=name, name_span=parts[0].organization_span),) if bodies else ()  # "Vosko TANG, City of Velm"


def _named(head: str, text: str, said: Span) -> int:
    """Where a name that stands elsewhere in ``text`` begins at the end of ``head``, behind a body; 0 where none does."""
    words = list(TOKEN.finditer(head))
    for size in _SIZES:
        start = words[-size].start() if len(words) > size else 0
        name, before = head[start:], head[:start].rstrip()
        if start and _may_be_name(name) and _may_end(before) and _stands_elsewhere(name, before.split()[-1], text, said):
            return start
    return 0


def _may_be_name(name: str) -> bool:
    last = name.rsplit(None, 1)[-1]
    told = name[:1].isupper() and last[:1].isupper() and not (last.isupper() and len(last) <= _ACRONYM)
    return told and name_score(name) >= _NAME and organization_score(name) <= _BODY and title_score(name) < _OFFICE


def _may_end(body: str) -> bool:
    last = body.split()[-1]
    return last[-1:] not in (",", ";") and not is_small_word(last) and body[:1].isupper()


def _stands_elsewhere(name: str, before: str, text: str, said: Span) -> bool:
    """Whether the whole name stands outside of ``said``, and not behind the same word (a second printing of the line)."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        whole = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum() and text[end : end + 1] != "-"
        same = bool(before) and text[max(0, at - 80) : at].rstrip().endswith(before)
        if whole and not said.start <= at < said.end and not same:
            return True
        at = text.find(name, end)
    return False
