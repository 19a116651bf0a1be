"""The atoms of a line of people: pieces with what each of them can be told to be on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from igf_extract.parse.people.pieces import URL, Piece, brackets, cut_at_separators, unmarked, unmarked
from igf_extract.parse.people.shape import name_score, organization_score, title_score, without_honorifics
from igf_extract.vocab.fold import fold, fold_accents
from igf_extract.vocab.places import Place, longest_place_words, place_of
from igf_extract.vocab.roles import RoleLabel, read_role_label
from igf_extract.vocab.words import biography_words, given_names, honorifics, job_words, is_known_organization, organization_words

_TOKEN = re.compile(r"\S+")
_STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[)\]])|(?<=\.[a-z]{2}))\.\s+(?=[^\W\d_a-zà-ÿ])")
_CONSONANTS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,6}")
# a heading that follows a person on a line whose breaks were lost ("… Serbia Organisational note: The programme …")
_HEADING = re.compile(r"[A-Z][^\s:,;]*(?:\s[^\s:,;]+){0,4}:\s+[A-Z]")
_JOINER = re.compile(r"(?:and|&|et|y|e|und|as well as)\s+(?=\S)", re.I)
_AFTER_NAME = re.compile(r":\s+|\s+/\s+")
_PAIR = re.compile(r"\s+(?:and|&|et|y|e|und|or|ou|o|oder)\s+|\s*/\s*", re.I)
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&.\-]{0,14}")


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece that is not cut further. ``kind``: text, place, note, role, break, drop. ``first``: a new person begins here for certain.

    ``pair``: the person stands beside the one before ("A and B") and shares what follows.
    """

    piece: Piece
    kind: str = "text"
    place: Place | None = None
    role: RoleLabel | None = None
    bracket: bool = False
    first: bool = False
    pair: bool = False

    @property
    def text(self) -> str:
        return self.piece.text

    @property
    def sep(self) -> str:
        return self.piece.sep


def atoms_of(piece: Piece) -> list[Atom]:
    """The atoms of the body of one line (labels are already off), in order."""
    found: list[Atom] = []
    for part in cut_at_separators(piece):
        for atom in _open_brackets(part):
            found.extend(_kinds(atom, not found))
    return found


def _open_brackets(piece: Piece) -> Iterator[Atom]:
    """Cuts brackets off a piece, except those that belong to a name of a body ("(ABRN)") or of a region ("(GRULAC)")."""
    start, sep = 0, piece.sep
    for left, right in brackets(piece.text):
        inner = piece.cut(left + 1, right - 1, "(").trim()
        if _stays(piece.text, start, left, right):
            continue
        before = piece.cut(start, left, sep).trim(" ")
        if before.text:
            yield Atom(before)
        yield from _inside(inner)
        start, sep = right, ")"
    rest = piece.cut(start, None, sep).trim(" ")
    if rest.text or (not start and piece.sep == "email"):
        yield Atom(rest)


def _inside(inner: Piece) -> Iterator[Atom]:
    """The atoms of a bracket. Beside a remark or a country a bare word is a city, which says nothing ("(online, Apia)", "(Tiznit, Morocco)")."""
    parts = [replace(part, sep="(" if at == 0 else part.sep) for at, part in enumerate(cut_at_separators(inner))]
    told = [_is_note(part.text) or getattr(place_of(part.text), "kind", "") == "country" for part in parts]
    for part, known in zip(parts, told, strict=True):
        city = (
            any(told)
            and not known
            and place_of(part.text) is None
            and organization_score(part.text) < 0.55
            and title_score(part.text) < 0.7
        )
        yield Atom(part, "note" if city and not read_role_label(part.text) else "text", bracket=True)


def _is_note(text: str) -> bool:
    return fold(text).strip(" .*") in honorifics("notes")


def _stays(text: str, start: int, left: int, right: int) -> bool:
    """Whether a bracket is part of what stands before it."""
    inner, before = text[left + 1 : right - 1].strip(), text[start:left].strip()
    joiner = _JOINER.match(before)
    before = before[joiner.end() :] if joiner else before
    if start == 0 and _is_nickname(before, inner, text[right:]):
        return True
    if not before:
        return False
    if place_of(text[start:right]) and place_of(inner) and place_of(inner) == place_of(before):
        return True
    if any(place_of(part.text) or read_role_label(part.text) or _is_note(part.text) for part in cut_at_separators(Piece(inner, 0))):
        return bool(left and right < len(text) and text[left - 1].isalnum() and text[right].isalnum())
    if name_score(before) >= 0.6 and organization_score(before) < 0.6:
        return (
            bool(re.fullmatch(r"[^\W\d_]{2,12}", inner))
            and inner[:1].isupper()
            and not inner.isupper()
            and organization_score(inner) < 0.5
            and right < len(text)
        )
    short = len(inner) <= 15 and "," not in inner and " " not in inner and bool(_ACRONYM.fullmatch(inner))
    glued = right < len(text) and text[right].isalnum()
    return (
        (short and (inner.upper() == inner or any(c.isupper() for c in inner[1:]) or organization_score(inner) >= 0.65))
        or glued
        or (organization_score(before) >= 0.6 and len(inner) > 3 and organization_score(inner) >= 0.8 and title_score(inner) < 0.6)
    )


def _is_nickname(before: str, inner: str, after: str) -> bool:
    """ "Mary (Mimi) Stone": a short form of the given name inside a name."""
    follows = after.strip()[:1].isupper() and name_score(before + after) >= 0.5
    return follows and len(before.split()) <= 2 and inner.isalpha() and inner[:1].isupper() and not place_of(inner) and not inner.isupper()


def _kinds(atom: Atom, first: bool) -> Iterator[Atom]:
    """Says what an atom is, cutting it where it holds several things."""
    text = atom.text
    if not text:
        yield replace(atom, kind="break")
        return
    place = place_of(text)
    label = read_role_label(text)
    if place and not (label and atom.bracket):
        yield replace(atom, kind="place", place=place)
    elif atom.kind == "note" or (_is_note(text) and (atom.bracket or len(text) > 1) and not label):
        yield replace(atom, kind="note")
    elif URL.fullmatch(text) and atom.bracket:
        yield replace(atom, kind="note")
    elif fold(text).replace(".", "") in honorifics("suffixes") and not first:
        yield replace(atom, kind="note")
    elif (
        label and not first and (atom.bracket or (set(label.codes) & {"onsite_moderator", "online_moderator", "rapporteur"}) or label.plain)
    ):
        yield replace(atom, kind="role", role=label)
    elif _is_tail(atom):
        yield replace(atom, kind="drop")
    else:
        yield from _cut_text(atom, first)


def _is_tail(atom: Atom) -> bool:
    """Running text after a person: "– on the liability of makers"."""
    words = fold(atom.text).split()
    return atom.text[:1].islower() and (words[0] in honorifics("tails") or " ".join(words[:2]) in honorifics("tails")) and len(words) > 1


def _cut_text(atom: Atom, first: bool) -> Iterator[Atom]:
    for cut in (_joined_on, _at_colon, _at_stop, _at_places, _at_role, _at_tail, _at_pair, _at_known, _suffix_first):
        parts = cut(atom, first)
        if parts:
            for at, part in enumerate(parts):
                if part.kind == "text":
                    yield from _kinds(part, first and at == 0)
                else:
                    yield part
            return
    yield atom


def _split(atom: Atom, end: int, start: int, sep: str) -> tuple[Atom, Atom]:
    piece = atom.piece
    return replace(atom, piece=piece.cut(0, end).trim(" ")), replace(
        atom, piece=piece.cut(start, None, sep).trim(" "), first=False, pair=False
    )


def _joined_on(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "; and Lin Mei", "- 2. Ana Ruiz": joining words and list marks before a further piece are no part of it."""
    if first or not atom.sep:
        return None
    piece = unmarked(atom.piece) if atom.sep in ("-", ";", "•", "email", "  ") else atom.piece
    joiner = _JOINER.match(piece.text)
    if joiner and piece.text[joiner.end() :][:1].isupper():
        piece = piece.cut(joiner.end())
    return (
        (replace(atom, piece=piece, first=atom.first or (joiner is not None and name_score(piece.text) >= 0.6)),)
        if piece.text and piece.text != atom.text
        else None
    )


def _at_colon(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Ana Ruiz: Director of Foo", "Ana Ruiz / Foo": a colon or a spaced slash after a name."""
    mark = _AFTER_NAME.search(atom.text)
    if not first or not mark or name_score(atom.text[: mark.start()]) < 0.6:
        return None
    rest = atom.text[mark.end() :]
    told = organization_score(rest) >= 0.4 or title_score(rest) >= 0.7 or place_of(rest)
    return _split(atom, mark.start(), mark.end(), ",") if told and name_score(rest) < 0.6 and len(rest.split()) <= 12 else None


def _at_role(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Ana Ruiz-Additional Online moderator": a role after a hyphen."""
    at = atom.text.rfind("-")
    if at > 3 and at < len(atom.text) - 6 and name_score(_PAIR.split(atom.text[:at])[0]) >= 0.5:
        label = read_role_label(atom.text[at + 1 :])
        if label:
            left, right = _split(atom, at, at + 1, "-")
            return left, replace(right, kind="role", role=label)
    return None


def _at_tail(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Ana Ruiz on the liability of makers", "Ana Ruiz will moderate": running text after a name."""
    for match in list(_TOKEN.finditer(atom.text))[2:6]:
        if match[0] in honorifics("tails") and name_score(atom.text[: match.start()].strip()) >= 0.6 and match.end() < len(atom.text):
            left, right = _split(atom, match.start(), match.start(), " ")
            return left, replace(right, kind="drop")
    return None


def _at_stop(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Usman Qureshi. Village Net Foundation": a full stop between things that are complete."""
    for match in _STOP.finditer(atom.text):
        left, right = atom.text[: match.start()], atom.text[match.end() :]
        whole = (
            place_of(left)
            or place_of(right)
            or ((first or atom.pair or atom.first) and name_score(left) >= 0.6 and len(left.split()) > 1)
            or organization_score(left) >= 0.65
            or title_score(left) >= 0.8
        )
        if whole and without_honorifics(left + ". x")[0] <= len(left):
            return _split(atom, match.start(), match.end(), ".")
    return None


def _at_places(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Technical Community Europe", "WEOG Luz An Menacho", "Niger Lucélia Montenegro": a closed word, then another one or a person."""
    slash = re.search(r"\s*[/|]\s*", atom.text)
    if slash and place_of(atom.text[slash.end() :]) and (place_of(atom.text[: slash.start()]) or " " in slash[0]):
        return _split(atom, slash.start(), slash.end(), "/")
    tokens = list(_TOKEN.finditer(atom.text))
    for size in range(min(len(tokens) - 1, longest_place_words()), 0, -1):
        end, start = tokens[size - 1].end(), tokens[size].start()
        place = place_of(atom.text[:end])
        if not place:
            continue
        joiner = _JOINER.match(atom.text, start)
        start = joiner.end() if joiner else start
        rest = atom.text[start:]
        if not first and _HEADING.match(rest):
            left, right = _split(atom, end, start, " ")
            return replace(left, kind="place", place=place), replace(right, kind="drop")
        other = place_of(rest) or _leading_place(rest)
        if other and (place.kind != other.kind):
            left, right = _split(atom, end, start, " ")
            return replace(left, kind="place", place=place), right
        if not first and _begins_person(rest, place) and (place.kind != "country" or atom.sep != "," or _is_given(rest)):
            left, right = _split(atom, end, start, " ")
            return replace(left, kind="place", place=place), replace(right, first=True)
    return None


def _leading_place(text: str) -> Place | None:
    """A place at the beginning of ``text`` that a person's name follows ("Asia Pacific Theavy Luy")."""
    tokens = list(_TOKEN.finditer(text))
    for size in range(min(len(tokens) - 1, longest_place_words()), 0, -1):
        place = place_of(text[: tokens[size - 1].end()])
        if place and _begins_person(text[tokens[size].start() :], place):
            return place
    return None


def _begins_person(rest: str, place: Place) -> bool:
    """Whether ``rest`` after a closed word is the next person and not the end of a longer name ("Kenya Airways")."""
    head = _PAIR.split(rest)[0]
    score = name_score(head)
    if len(head.split()) < 2 or organization_score(head) >= 0.6 or title_score(head) >= 0.6:
        return _name_and_office(rest) is not None and _is_given(rest)
    return score >= (0.6 if place.kind != "country" or _is_given(rest) else 0.7) or (
        place.kind == "country" and score >= 0.6 and place.code is not None and len(head.split()) <= 4
    )


def _is_given(text: str) -> bool:
    start, _ = without_honorifics(text)
    word = fold_accents(text[start:].split(" ")[0]).strip(".,'") if text[start:] else ""
    return start > 0 or any(part in given_names() for part in word.split("-"))


def _at_pair(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "A and B", "A/B": two persons; "<office> and <Name>": the next person."""
    for match in _PAIR.finditer(atom.text):
        left, right = atom.text[: match.start()].strip(), atom.text[match.end() :].strip()
        if not left or not right or atom.bracket:
            continue
        person = name_score(right) if not _PAIR.search(right) else name_score(_PAIR.split(right)[0])
        if (
            person >= 0.5
            and name_score(left) >= 0.5
            and organization_score(left) < 0.6
            and (len(left.split()) > 1 or fold_accents(left) in given_names())
            and len(right.split()) > 1
        ):
            a, b = _split(atom, match.start(), match.end(), "&")
            return a, replace(b, pair=True)
        if (
            not first
            and person >= 0.8
            and _is_given(right)
            and len(right.split()) > 1
            and max(organization_score(left), title_score(left)) >= 0.5
        ):
            a, b = _split(atom, match.start(), match.end(), "&")
            return a, replace(b, first=True)
    return None


def _at_known(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "European Parliament European Commission": two well-known bodies side by side."""
    tokens = list(_TOKEN.finditer(atom.text))
    for size in range(1, min(len(tokens), 8)):
        left, right = atom.text[: tokens[size - 1].end()], atom.text[tokens[size].start() :]
        if first and " " in left + right and is_known_organization(left) and is_known_organization(right):
            a, b = _split(atom, tokens[size - 1].end(), tokens[size].start(), "•")
            return a, replace(b, first=first)
    return None


def _suffix_first(atom: Atom, first: bool) -> tuple[Atom, ...] | None:
    """ "Ph.D. Prairie State University": a degree that belongs to the name before."""
    token = _TOKEN.match(atom.text)
    if (
        first
        or not token
        or fold(token[0]).replace(".", "").strip(",") not in honorifics("suffixes")
        or len(token[0]) < 3
        or token.end() >= len(atom.text)
    ):
        return None
    left, right = _split(atom, token.end(), token.end(), " ")
    return (replace(left, kind="note"), right) if title_score(right.text) < 0.7 else None


def _name_and_office(text: str) -> int | None:
    """Where an office or a body follows a name without any comma: the offset of its first word, or None."""
    tokens = list(_TOKEN.finditer(text))
    begin, _ = without_honorifics(text)
    for at in range(2, min(len(tokens), 6)):
        start = tokens[at].start()
        if start <= begin + 2:
            continue
        name, rest = text[:start].strip(), text[start:]
        word = fold(tokens[at][0]).strip(".,")
        if name_score(name) < 0.55 or len(name[begin:].split()) < 2:
            continue
        lead = tokens[at][0]
        if (word in job_words("heads") or word in job_words("qualifiers")) and title_score(rest) >= 0.7:
            return start
        if (
            word in ("from", "at", "representing", "with", "of", "chez", "de")
            and word != "de"
            and organization_score(rest.split(" ", 1)[-1]) >= 0.4
        ):
            return start
        if is_known_organization(rest) or (at == len(tokens) - 1 and _CONSONANTS.fullmatch(rest) and not name.split()[-1].isupper()):
            return start
        if any(fold(rest).startswith(mark) for mark in biography_words()):
            return start
        if (
            at + 1 < len(tokens)
            and _is_given(text)
            and name_score(name) >= 0.9
            and organization_score(rest) >= 0.85
            and name_score(text) < 0.5
        ):
            return start
    return None


def name_and_office(piece: Piece) -> tuple[Piece, Piece | None]:
    """Cuts "Ghita Chihab senior researcher in ICT" and "Ana Ruiz UNESCO" into the name and the rest."""
    start = _name_and_office(piece.text)
    if start is None:
        return piece, None
    rest = piece.cut(start, None, " ")
    for word in ("from the ", "from ", "at ", "representing ", "of ", "with ", "chez "):
        if rest.text.casefold().startswith(word):
            rest = rest.cut(len(word))
            break
    return piece.cut(0, start).trim(" "), without_article(rest.trim(" "))


def without_article(piece: Piece) -> Piece:
    """A body's name after "of", "from": without "the"."""
    return piece.cut(4).trim(" ") if piece.text[:4] == "the " else piece


def trailing_person(piece: Piece) -> int | None:
    """Where the next person begins inside a piece that begins with a body or an office ("UNESCO Zaira Lodhi"), or None."""
    tokens = list(_TOKEN.finditer(piece.text))
    for at in range(1, len(tokens) - 1):
        left, right = piece.text[: tokens[at].start()].strip(), piece.text[tokens[at].start() :]
        words = len(tokens) - at
        if words > 5 or not _is_given(right) or name_score(right) < 0.8:
            continue
        last = fold(left.split()[-1]).strip(".,")
        complete = (
            is_known_organization(left)
            or last in job_words("areas")
            or last in job_words("heads")
            or last in organization_words()
            or left.split()[-1].isupper()
            or left.endswith(")")
        )
        if (
            complete
            and not (at == 1 and last in organization_words() and not is_known_organization(left))
            and last not in ("of", "the", "and", "for", "in", "&", "to", "de")
        ):
            return tokens[at].start()
    return None
