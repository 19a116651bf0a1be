"""What one written name of an organisation points to, before anything but its words is looked at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import regex

from igf_extract.identity.body_name import BodyName, acronym_key, read_body
from igf_extract.identity.known import known
from igf_extract.identity.lexicon import bodies, places

_JOINT = regex.compile(r"\s+[/+;]\s+|\s+&\s+|\s+and\s+|(?<=[^\s/:])/(?=[^\s/])|;\s+", regex.I)
_CERTAIN_JOINT = regex.compile(r"\s+/\s+|;\s+|\s+\+\s+")
_CHAPTER = frozenset({"chapter", "chapters", "capitulo", "chapitre", "section", "sig", "national", "committee", "local", "group"})
_SCHOOLS = (("law", "school"), ("business", "school"), ("medical", "school"), ("school", "of", "law"))


@dataclass(frozen=True, slots=True)
class Target:
    """``kind``: known, chapter, public (wording, country), short (an acronym), name. Equal targets are one body, but for ``short``."""

    kind: str
    key: str
    country: str | None = None


def joint_parts(written: str, standing: Collection[str]) -> tuple[str, ...]:
    """The bodies of a joint affiliation, or nothing where the name is one body's. ``standing``: joined forms that stand alone."""
    if known().lookup(read_body(written) or _EMPTY) is not None or "://" in written or written.lower().startswith("www."):
        return ()
    if _CERTAIN_JOINT.search(written):
        return tuple(part.strip() for part in _CERTAIN_JOINT.split(written) if part.strip())
    whole = read_body(written)
    if whole and whole.joined in standing:
        return ()
    for match in _JOINT.finditer(written):
        parts = (written[: match.start()].strip(), written[match.end() :].strip())
        if all(_stands(part, standing) for part in parts):
            return parts
    return ()


_EMPTY = BodyName("", (), (), ())


def _stands(part: str, standing: Collection[str]) -> bool:
    body = read_body(part)
    if body is None or len(body.joined) < 2:
        return False
    index = known()
    return body.joined in standing or index.lookup(body) is not None or acronym_key(part) in index.acronyms


def bears_joint_sign(written: str) -> bool:
    """Whether a name may be a joint affiliation; the joined forms of all others are ``standing``: what a part must be to make it one."""
    return _JOINT.search(written) is not None


def target_of(body: BodyName, standing: Collection[str]) -> Target:
    """The target of one name: list first, then chapter or unit of a body, then the name's own words."""
    index = known()
    if body.page:
        return _page_target(body.page)
    found = index.lookup(body)
    if found is not None:
        row = index.rows[found]
        if row.chapters and body.places and row.seat not in body.places:
            return Target("chapter", f"{found}:{' '.join(sorted(body.places))}")
        return Target("known", str(found))
    if body.is_acronym:
        return Target("short", acronym_key("".join(body.words)))
    return _of_another(body, standing) or _own(body)


def _page_target(page: str) -> Target:
    index = known()
    if page in index.exact:
        return Target("known", str(index.exact[page]))
    return Target("short", page) if len(index.acronyms.get(page, ())) else Target("name", page)


def _own(body: BodyName) -> Target:
    if body.is_public:
        named = body.places or body.inside
        return settled(Target("public", body.wording, next(iter(named)) if len(named) == 1 else None))
    return Target("name", body.joined)


def settled(target: Target) -> Target:
    """A public body whose country is known may be one of the list."""
    if target.kind == "public" and target.country:
        found = known().publics.get((target.key, target.country))
        if found is not None:
            return Target("known", str(found))
    return target


def _of_another(body: BodyName, standing: Collection[str]) -> Target | None:
    for written in _bodies_of_unit(body, standing):
        inner = read_body(written)
        if inner is not None and inner.joined != body.joined:
            return target_of(inner, standing)
    return _headed(body) or _school(body, standing) or _local_unit(body, standing)


def _is_unit(words: tuple[str, ...]) -> bool:
    units = bodies().units
    return any(words[:size] in units or words[-size:] in units for size in (1, 2, 3) if len(words) >= size)


def _is_university(body: BodyName) -> bool:
    index = known()
    found = index.lookup(body)
    words = body.words if found is None else (*body.words, *(read_body(index.rows[found].name) or body).words)
    if body.is_acronym and found is None:
        rows = [index.rows[n] for n in index.acronyms.get(acronym_key(body.written), ())]
        words = (*words, *(word for row in rows for word in (read_body(row.name) or body).words))
    return any(word in bodies().university or bodies().concept.get(word) == "university" for word in words)


def _bodies_of_unit(body: BodyName, standing: Collection[str]) -> list[str]:
    """The piece of "Faculty of Law, Volga State University" or "European Commission - DG CONNECT" that names the body."""
    if len(body.pieces) < 2:
        return []
    read = [(piece, read_body(piece)) for piece in body.pieces[:4]]
    pairs = [(piece, inner) for piece, inner in read if inner is not None]
    others = [inner for _, inner in pairs if _is_unit(inner.words)]
    wholes = [(piece, inner) for piece, inner in pairs if inner not in others]
    universities = [piece for piece, inner in pairs if _is_university(inner) and not (inner in others and wholes)]
    if others and universities:
        return universities[-1:]
    if others and len(wholes) == 1 and _stands(wholes[0][0], standing):
        return [wholes[0][0]]
    first, rest = pairs[0], pairs[1:]
    if rest and _stands(first[0], standing) and not first[1].is_public and all(_is_university(inner) for _, inner in rest):
        return [first[0]]  # a centre with a name of its own, which also stands alone, beside its university
    return []


def _headed(body: BodyName) -> Target | None:
    """``<institution> <place, chapter or unit>``, in either order."""
    index = known()
    content = body.content
    for size in range(len(content) - 1, 0, -1):
        for head, rest in ((content[:size], content[size:]), (content[len(content) - size :], content[: len(content) - size])):
            found = index.heads.get(head)
            if found is None or (len(head) == 1 and len(head[0]) < 2):
                continue
            target = _part_of(found, rest)
            if target is not None:
                return target
    return None


def _part_of(found: int, rest: tuple[str, ...]) -> Target | None:
    row = known().rows[found]
    if known().exact.get("".join(rest)) == found:
        return Target("known", str(found))
    bare = tuple(word for word in rest if word not in _CHAPTER)
    place = places().country(" ".join(bare)) if bare else None
    is_chapter = len(bare) < len(rest)
    if row.chapters and (place or (is_chapter and bare)):
        return Target("chapter", f"{found}:{place or ' '.join(sorted(bare))}")
    if row.umbrella or not bare:
        return None
    return Target("known", str(found)) if place or _is_unit(rest) else None


def _school(body: BodyName, standing: Collection[str]) -> Target | None:
    """A named school of a university that stands in the corpus: Stanford Law School."""
    for school in _SCHOOLS:
        if body.words[-len(school) :] == school and len(body.words) > len(school):
            inner = read_body(" ".join((*body.words[: -len(school)], "university")))
            if inner is not None and (inner.joined in standing or known().lookup(inner) is not None):
                return target_of(inner, standing)
    return None


def _local_unit(body: BodyName, standing: Collection[str]) -> Target | None:
    """A unit before or behind a body that stands alone elsewhere: "Faculty of Law of Volga State University"."""
    words = body.content
    for size in range(len(words) - 1, 1, -1):
        for head, rest in ((words[:size], words[size:]), (words[len(words) - size :], words[: len(words) - size])):
            if "".join(head) in standing and _is_unit(rest):
                inner = read_body(" ".join(head))
                if inner is not None and (not inner.is_public):
                    return target_of(inner, standing)
    return None
