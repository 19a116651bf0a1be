"""How two names of persons relate: the same, a spelling of one another, one a part of the other, or two names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from igf_extract.identity.lexicon import names
from igf_extract.identity.person_name import PersonName

# how far two words are from one another, nearest first; the name of a step is the name of the relation it makes
STEPS = ("same", "spelling", "variant", "nickname", "slip")
# from left to right; "C" keeps ch apart from c
_REWRITES = tuple(
    tuple(rule.split(">"))
    for rule in (
        "sch>sh tch>ch ph>f kh>k gh>g dh>d bh>b th>t ou>u oo>u ee>i ck>k ch>C c>k q>k C>ch w>v ij>i y>i tz>z x>ks gue>ge gui>gi".split()
    )
)
_NEAR = frozenset(STEPS[:3])
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Relation:
    """``kind``: same, spelling, variant, nickname, slip, part, initials, single, script. ``a_covers``: a holds all of b."""

    kind: str
    a_covers: bool
    b_covers: bool
    shared: tuple[str, ...]

    def turned(self) -> Relation:
        return Relation(self.kind, self.b_covers, self.a_covers, self.shared)


@lru_cache(maxsize=50_000)
def spelled(word: str) -> str:
    """One form for the ways of writing without diacritics: ä as a or ae, đ as d or dj."""
    for old, new in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("dj", "d")):
        word = word.replace(old, new)
    return word


@lru_cache(maxsize=50_000)
def sounded(word: str) -> str:
    """One form for the common ways of transliterating: doubled letters, y and i, kh and k, w and v."""
    word = spelled(word)
    if word[:2] in ("hn", "hr", "hl"):  # Ukrainian h is Russian g
        word = "g" + word[1:]
    for old, new in _REWRITES:
        word = word.replace(old, new)
    kept = [c for n, c in enumerate(word) if n == 0 or c != word[n - 1]]
    if len(kept) > 3 and kept[-1] == "h":
        kept.pop()
    return "".join(kept)


def _is_slip(a: str, b: str) -> bool:
    """One letter wrong inside a long word: not the first, not an ending that makes another name (Farid, Farida)."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a[0] != b[0] or DamerauLevenshtein.distance(a, b, score_cutoff=1) != 1:
        return False
    known = names().given
    if a in known and b in known:
        return False
    if len(a) != len(b):
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return not (longer.startswith(shorter) and (longer[-1] in _VOWELS or len(shorter) < 6))
    return a[:-1] != b[:-1] or not (a[-1] in _VOWELS or b[-1] in _VOWELS)


@lru_cache(maxsize=100_000)
def word_step(a: str, b: str) -> str | None:
    """The nearest step between two words, or None."""
    if a == b:
        return "same"
    if spelled(a) == spelled(b):
        return "spelling"
    lexicon = names()
    listed = lexicon.variants.get(a, frozenset()) & lexicon.variants.get(b, frozenset())
    alike = min(len(a), len(b)) > 2 and max(len(a), len(b)) > 3 and sounded(a) == sounded(b)
    if listed or (alike and not (a in lexicon.given and b in lexicon.given)):
        return "variant"
    if _formal(a, b) or _formal(b, a):
        return "nickname"
    if _is_slip(a, b):
        return "slip"
    return None


def _formal(short: str, long: str) -> bool:
    lexicon = names()
    formals = lexicon.formal_of.get(short)
    if not formals:
        return False
    mine = lexicon.variants.get(long, frozenset())
    return any(formal == long or mine & lexicon.variants.get(formal, frozenset()) for formal in formals)


def _joined(mine: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Neighbours written together where the other name writes them so (Ji hoon, Jihoon; van der, vander)."""
    if len(mine) < 3:
        return mine
    arabic = names().arabic
    out = list(mine)
    for size in (4, 3, 2):
        at = 0
        while at + size <= len(out) and len(out) > 2:
            whole = "".join(out[at : at + size])
            if out[at] not in arabic and any(word_step(whole, word) in _NEAR for word in other):
                out[at : at + size] = [whole]
            at += 1
    return tuple(out)


def _has_article(word: str) -> bool:
    return word[:2] in ("al", "el") and len(word) >= 6


def _bare(words: tuple[str, ...], name: PersonName, other: PersonName) -> list[str]:
    small = names().small
    kept = [word for word in words if word not in small] or list(words)
    if other.arabic and not name.arabic:  # Alsharif beside Al-Sharif
        theirs = set(other.core)
        kept = [word[2:] if _has_article(word) and any(word_step(word[2:], t) in _NEAR for t in theirs) else word for word in kept]
    return kept


@dataclass(slots=True)
class _Match:
    left: list[str]
    right: list[str]
    shared: list[str]
    worst: str = "same"
    letters: list[str] = field(default_factory=list)
    slips: int = 0
    covers: tuple[bool, bool] = (True, True)

    def take(self, step: str) -> None:
        for a in list(self.left):
            b = next((b for b in self.right if word_step(a, b) == step), None)
            if b is None:
                continue
            self.left.remove(a)
            self.right.remove(b)
            self.shared.append(max(a, b, key=lambda word: (len(word), word)))
            self.worst = max(self.worst, step, key=STEPS.index)
            self.slips += step == "slip"
            if step == "nickname":
                self.covers = (self.covers[0] and not _formal(a, b), self.covers[1] and not _formal(b, a))


def _match_initials(initials: list[str], words: list[str]) -> list[str]:
    """Takes out each initial with a word that it begins, and gives the initials."""
    taken = []
    for letter in list(initials):
        word = next((w for w in words if w[0] == letter), None)
        if word is not None:
            initials.remove(letter)
            words.remove(word)
            taken.append(letter)
    return taken


def _cancel(a: list[str], b: list[str]) -> list[str]:
    """Takes out and gives the initials that both have."""
    both = []
    for letter in list(a):
        if letter in b:
            a.remove(letter)
            b.remove(letter)
            both.append(letter)
    return both


@lru_cache(maxsize=100_000)
def relate(a: PersonName, b: PersonName) -> Relation | None:
    """How two names relate, or None where they are two names. ``relate(b, a)`` is the same, turned."""
    if a.suffix != b.suffix:
        return None
    if a is b or a.ordered == b.ordered:
        return Relation("same", True, True, (*a.core, *a.initials))
    if a.han and b.han:
        return Relation("same", True, True, a.core) if a.han == b.han else None
    match = _Match(_bare(_joined(a.words, b.words), a, b), _bare(_joined(b.words, a.words), b, a), [])
    for step in STEPS:
        if match.left and match.right:
            match.take(step)
    left_initials, right_initials = list(a.initials), list(b.initials)
    common = _cancel(left_initials, right_initials)
    by_right, by_left = _match_initials(right_initials, match.left), _match_initials(left_initials, match.right)
    counts = (len(by_left), len(by_right), len(common))
    if len(match.shared) > 1:
        match.letters = common + by_left + by_right
    elif not (a.single or b.single):
        match.letters = common
    return _verdict(a, b, match, (left_initials, right_initials), counts)


def _verdict(
    a: PersonName, b: PersonName, match: _Match, initials: tuple[list[str], list[str]], counts: tuple[int, int, int]
) -> Relation | None:
    left, right = match.left + initials[0], match.right + initials[1]
    full = [word for word in match.shared if word not in names().weak]
    if (left and right) or not full or match.slips > 1 or (match.worst == "slip" and len(match.shared) < 2):
        return None
    kind = _script(match, left + right) if a.han or b.han else _latin(a, b, match, full, left + right, counts)
    if kind is None:
        return None
    a_covers = not right and not counts[0] and match.covers[0]
    b_covers = not left and not counts[1] and match.covers[1]
    return Relation(kind, a_covers, b_covers, (*match.shared, *match.letters))


def _script(match: _Match, rest: list[str]) -> str | None:
    return None if rest or match.worst != "same" else "script"


def _latin(a: PersonName, b: PersonName, match: _Match, full: list[str], rest: list[str], counts: tuple[int, int, int]) -> str | None:
    """The kind of relation of two names that do not exclude one another. ``rest``: words and initials that only one has."""
    by_initial = counts[0] + counts[1]
    if a.single or b.single:
        if not rest:
            return match.worst
        return None if any(len(word) > 1 and word not in names().maybe_honorifics for word in rest) else "single"
    if len(match.shared) == 1 and not (by_initial or counts[2]):
        return None
    if len(match.shared) == 1:
        return "initials" if by_initial else match.worst
    if (len(full) < 2 and rest) or match.worst in ("nickname", "slip"):
        return None if len(full) < 2 and rest else match.worst
    return "part" if rest or by_initial else match.worst


def block_keys(name: PersonName) -> set[tuple[str, str]]:
    """Keys of which two relating names share at least one: a word's sound, with the first letter of another part."""
    core = [word for word in _spread(name) if word not in names().weak] or list(name.core)
    if name.single:
        return {(sounded(core[0]), "")}
    keys = set()
    for n, word in enumerate(core):
        rest = core[:n] + core[n + 1 :]
        others = {w[0] for w in rest} | {letter for w in rest for letter in _other_letters(w)}
        keys |= {(root, letter) for root in _roots(word) for letter in others | set(name.initials)}
        if len(name.core) == 1 or (len(name.core) == 2 and any(w in names().maybe_honorifics for w in rest)):
            keys.add((sounded(word), ""))
    return keys


def _spread(name: PersonName) -> list[str]:
    """The words, the particles joined to what follows, and an article that may be written to a word taken off."""
    lexicon = names()
    small = lexicon.particles | lexicon.arabic
    out = list(dict.fromkeys(name.core))
    run = ""
    for word in name.words:
        if run and word not in small:
            out.append(run + word)
        run = run + word if word in small else ""
    out += [word[2:] for word in name.core if _has_article(word)]
    return out[:8]


def _roots(word: str) -> set[str]:
    lexicon = names()
    groups = lexicon.variants.get(word, frozenset())
    return {sounded(word)} | {f"#{number}" for number in groups}


def _other_letters(word: str) -> set[str]:
    lexicon = names()
    letters = {formal[0] for formal in lexicon.formal_of.get(word, frozenset())} | {sounded(word)[0]}
    groups = lexicon.variants.get(word, frozenset())
    return letters | {f"#{number}" for number in groups}


def finer_keys(name: PersonName, root: str) -> set[str]:
    """Keys by which a large block of names with the ``root`` is cut: what a second word may share with another, slips included."""
    keys: set[str] = set()
    for word in _spread(name):
        roots = _roots(word)
        if root in roots:
            continue
        keys |= roots
        for formal in names().formal_of.get(word, ()):
            keys |= _roots(formal)
        if len(word) > 4:  # two words one letter apart share a form with one letter less
            keys |= {word[:at] + word[at + 1 :] for at in range(1, len(word))} | {word}
    return keys
