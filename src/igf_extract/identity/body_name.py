"""An organisation's name taken apart for comparing: words, places, acronyms, the pieces of a unit and its body."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import regex

from igf_extract.identity.letters import is_han, plain, unlocked
from igf_extract.identity.lexicon import bodies, places

_WORD = regex.compile(r"[^\W_]+(?:[.'’][^\W_]+)*", regex.UNICODE)
_URL = regex.compile(r"^(?:https?://)?(?:www\.)?([\w\-]+)((?:\.[\w\-]+){1,3})/?\S*$", regex.I)
_ELECTRONIC = regex.compile(r"\b(e)[-‐‑](?=\p{L}{4})", regex.I)  # e-Learning, eLearning
_PARENTHESIS = regex.compile(r"[(\[]([^()\[\]]{1,120})[)\]]")
_BREAK = regex.compile(r"\s+[-–—|]\s+|\s*[,;]\s+|\s+[-–—]|[-–—]\s+")
_SHORT = regex.compile(r"^(?=.{2,14}$)[\w.&+/\-]*\p{Lu}[\w.&+/\-]*$")
_LIKE_ACRONYM = regex.compile(r"\p{Lu}.*\p{Lu}|^\p{Lu}{2,}$")


@dataclass(frozen=True, slots=True)
class BodyName:
    """``words``: folded, in order; ``content``: without small words and legal forms; ``concepts``: the same in English.

    ``places``: countries named beside the name (after a comma, in parentheses); ``inside``: those within it.
    """

    written: str
    words: tuple[str, ...]
    content: tuple[str, ...]
    concepts: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    pieces: tuple[str, ...] = ()
    is_acronym: bool = False
    is_public: bool = False
    page: str | None = None
    proper: frozenset[str] = field(default=frozenset())

    def __hash__(self) -> int:
        return hash(self.written)

    @property
    def joined(self) -> str:
        """Hard key: the content written as one word."""
        return "".join(self.content)

    @property
    def joined_concepts(self) -> str:
        return "".join(self.concepts)

    @property
    def wording(self) -> str:
        """Key of a public body without its country: the same wording in two countries is two bodies."""
        table = places()
        words = {word for word in self.concepts if word not in table.region and word not in table.names}
        return " ".join(sorted(words - {"republic", "federal"}))

    @property
    def sorted_concepts(self) -> str:
        return " ".join(sorted(set(self.concepts)))


def _tokens(text: str) -> list[str]:
    """Words in order; Han text is cut at the longest words of the list."""
    out: list[str] = []
    for word in _WORD.findall(_ELECTRONIC.sub(r"\1", text)):
        if any(is_han(c) for c in word):
            out += _cut_han(word)
        else:
            bare = plain(word).replace(".", "").replace("’", "")
            if bare:
                out.append(bare)
    return out


def _cut_han(text: str) -> list[str]:
    table = bodies().han
    out, at = [], 0
    while at < len(text):
        size = next((n for n in (4, 3, 2, 1) if text[at : at + n] in table), 0)
        out.append(text[at : at + max(size, 1)])
        at += max(size, 1)
    return out


def _without_legal(words: list[str]) -> list[str]:
    legal = bodies().legal
    changed = True
    while changed and len(words) > 1:
        changed = False
        for size in (4, 3, 2, 1):
            if len(words) <= size:
                continue
            if tuple(words[-size:]) in legal:
                words, changed = words[:-size], True
                break
            if size == 1 and (words[0],) in legal and words[0] in bodies().legal_first:
                words, changed = words[1:], True
                break
    return words


def _concept(word: str) -> str:
    lexicon = bodies()
    if any(is_han(c) for c in word):
        return lexicon.han.get(word, word)
    found = lexicon.concept.get(word)
    if found is None:
        found = places().names.get(word)
    return found or word


def _expand(content: list[str], text: str) -> list[str]:
    out: list[str] = []
    for word in content:
        parts = bodies().compounds.get(word)
        if parts:
            out += parts
        elif word == "it" and regex.search(r"\bIT\b", text):
            out += ["information", "technology"]
        else:
            out.append(word)
    return out


def _take_places(text: str) -> tuple[str, set[str], list[str]]:
    """The text without pieces that are only a place; the countries; the acronyms and other names in parentheses."""
    found: set[str] = set()
    others: list[str] = []

    def inner(match: regex.Match[str]) -> str:
        piece = match.group(1).strip()
        code = places().country(piece)
        if code:
            found.add(code)
        else:
            others.append(piece)
        return " "

    text = " ".join(_PARENTHESIS.sub(inner, text).split())
    pieces = [piece for piece in _BREAK.split(text) if piece.strip()]
    while len(pieces) > 1 and (code := places().country(pieces[-1])):
        found.add(code)
        pieces.pop()
    return (text if len(pieces) > 1 else (pieces[0] if pieces else text)), found, others


def _inside(words: list[str]) -> set[str]:
    known = places()
    out = set()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            phrase = " ".join(words[at : at + size])
            code = known.names.get(phrase) or known.cities.get(phrase)
            if code and phrase not in bodies().no_place:
                out.add(code)
    return out


def looks_like_acronym(text: str) -> bool:
    """One short word of capitals mostly, such as UNDP, MeitY, KICTANet, CGI.br; ``Microsoft`` and ``BlueHarbour`` are none."""
    if not (_SHORT.match(text) and _LIKE_ACRONYM.search(text)):
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) <= 6 or sum(c.isupper() for c in letters) * 2 >= len(letters)


def acronym_key(text: str) -> str:
    return "".join(c for c in plain(text) if c.isalnum())


@lru_cache(maxsize=30_000)
def read_body(written: str) -> BodyName | None:
    """A name as written -> its parts; None where no word is left.

    >>> read_body("The Internet Society (ISOC)").acronyms
    ('isoc',)
    >>> read_body("Cyber Peace Institute").joined == read_body("CyberPeace Institute").joined
    True
    """
    text = unlocked(written).strip(" .,;:")[:300]
    page = _page(text)
    rest, beside, others = _take_places(text)
    acronyms = [other for other in others if looks_like_acronym(other.replace(" ", ""))]
    rest, pieces, short = _without_acronym(rest)
    words = [page] if page else _tokens(rest)
    if not words:
        return None
    bare = _without_legal(list(words))
    content = [_respelled(word) for word in [word for word in bare if word not in bodies().stop] or bare]
    surface = _expand(content, rest)
    concepts = [_concept(word) for word in surface]
    own = (word for word, concept in zip(surface, concepts, strict=True) if word == concept and word not in bodies().concept)
    return BodyName(
        written=text,
        words=tuple(words),
        content=tuple(content),
        concepts=tuple(concepts),
        acronyms=tuple(map(acronym_key, [*acronyms, *short])),
        places=frozenset(beside),
        inside=frozenset(_inside(words)),
        pieces=pieces,
        is_acronym=len(rest.split()) == 1 and looks_like_acronym(rest),
        is_public=any(word in bodies().public for word in content) or "ministry" in concepts,
        page=page,
        proper=frozenset(word for word in own if len(word) > 2),
    )


def _without_acronym(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A name without the acronym before or behind a dash or comma that spells it, its pieces, and that acronym."""
    pieces = tuple(piece.strip() for piece in _BREAK.split(text) if piece.strip())
    if len(pieces) < 2:
        return text, pieces, ()
    short = tuple(piece for piece in (pieces[0], pieces[-1]) if looks_like_acronym(piece))
    longer = [piece for piece in pieces if piece not in short]
    if len(short) == 1 and len(longer) == 1 and _spells(short[0], longer[0]):
        return longer[0], (longer[0],), short
    return text, pieces, ()


def _respelled(word: str) -> str:
    return bodies().spellings.get(word, word)


def _page(text: str) -> str | None:
    """The telling part of a web address, or None."""
    match = _URL.match(text)
    if not match or " " in text or looks_like_acronym(text):
        return None
    if (
        "/" not in text
        and not text.lower().startswith("www.")
        and not (text.islower() and _is_bare_address(match.group(1), match.group(2)))
    ):
        return None
    return acronym_key(match.group(1))


def _is_bare_address(name: str, rest: str) -> bool:
    """An address without "www.": a long name, and an end that is no country's own (``registro.br`` is a name)."""
    lexicon = bodies()
    ends = rest.lstrip(".").split(".")
    of_country = len(ends) == 2 and ends[0] in lexicon.second_level and len(ends[1]) == 2
    return len(name) > 5 and (of_country or (len(ends) == 1 and ends[0] in lexicon.address_ends))


def _spells(short: str, long: str) -> bool:
    """Does ``short`` stand for the initials of ``long`` (first letter at least)?"""
    return acronym_key(short) in initials(tuple(_tokens(long))) or acronym_key(short)[:1] == plain(long)[:1]


@lru_cache(maxsize=30_000)
def initials(words: tuple[str, ...]) -> frozenset[str]:
    """The acronyms that words may make: small words may give a letter or none, inner acronyms all their letters."""
    stop = bodies().stop
    forms = {""}
    for word in words[:12]:
        letters = {word[0]} | ({"", word[0]} if word in stop else set())
        if word in ("ict", "icts", "it"):  # an acronym within a name gives all its letters or one
            letters |= {word}
        forms = {form + letter for form in forms for letter in letters}
        if len(forms) > 256:
            break
    return frozenset(form for form in forms if len(form) > 1)
