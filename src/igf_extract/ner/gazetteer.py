"""Well-known institutions (``data/gazetteer.tsv``), found in running text.

Names that are also ordinary words ("Orange", "Apple") count only inside a sentence, not at its start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from igf_extract.ner.candidate import ORG, Candidate
from igf_extract.ner.lists import acronym_is_safe, key_of, phrases
from igf_extract.ner.words import Lexicon, Word, words_of
from igf_extract.vocab.institutions import institutions
from igf_extract.vocab.load import read_data

_NATIONAL = frozenset({"government", "court"})
_WITH_BRANCHES = frozenset({"company", "civil_society", "bank"})
_LONGEST_PLACE = 5  # words
# "Unies" in "Nations Unies", which French writes in small letters as well
_SMALL_ADJECTIVE = re.compile(r"(?<=[a-zà-ÿ] )[A-ZÀ-Þ][a-zà-ÿ]+(?:i?[eè]?nnes?|aines?|aises?|iques?|[ae]l(?:le)?s?|ies)(?![a-zà-ÿ])")
_SENTENCE_END = frozenset('.!?:;"”“()')


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    care: bool
    has_branches: bool = False  # its branches are named by their place


@cache
def _lexicon() -> Lexicon[tuple[_Entry, ...]]:
    spelled: dict[str, list[_Entry]] = {}
    for row in institutions():
        forms = [(row.name, row.care == "word")]
        if row.acronym and acronym_is_safe(row.acronym):
            forms.append((row.acronym, False))
        for form, care in forms:
            for written in {form, _SMALL_ADJECTIVE.sub(_lowered, form)} if row.language == "fr" else {form}:
                words = tuple(word.text for word in words_of(written))
                spelled.setdefault(key_of(form), []).append(_Entry(words, care, row.kind in _WITH_BRANCHES))
    lexicon: Lexicon[tuple[_Entry, ...]] = Lexicon()
    for key, entries in spelled.items():
        lexicon.add(key, tuple(entries))
    return lexicon


@cache
def acronyms() -> dict[str, str]:
    """Acronym -> full form, where the list has exactly one full form for it."""
    found: dict[str, set[str]] = {}
    for row in institutions():
        if row.acronym:
            found.setdefault(row.acronym, set()).add(row.name)
    return {acronym: names.pop() for acronym, names in found.items() if len(names) == 1}


@cache
def national_acronyms() -> frozenset[str]:
    """Acronyms that bodies of several countries may bear, so that the country may follow: "ARCEP du Mali"."""
    short = {word for row in institutions() if row.kind in _NATIONAL for word in (row.acronym, row.name)}
    return frozenset(word for word in short if word.isupper() and word.isalpha() and len(word) > 2)


def gazetteer_candidates(words: Sequence[Word], offset: int) -> Iterator[Candidate]:
    """Names of the list in a paragraph; ``offset`` is where its first character stands in the document."""
    for first, after, entries in _lexicon().matches(words):
        found = words[first:after]
        entry = next((entry for entry in entries if same_case(entry.words, found)), None)
        if entry is None or not whole(words, first, after) or _names_a_product(words, first, after):
            continue
        if entry.has_branches and (branch := _place_behind(words, after)):
            yield Candidate(offset + found[0].start, offset + words[branch - 1].end, ORG, "gazetteer")
        if entry.care and (_starts_sentence(words, first) or _has_name_neighbour(words, first, after)):
            continue
        rule = "gazetteer_word" if entry.care else "gazetteer_acronym" if len(found) == 1 else "gazetteer"
        yield Candidate(offset + found[0].start, offset + found[-1].end, ORG, rule)


@cache
def _places_of_branches() -> Lexicon[str]:
    lexicon: Lexicon[str] = Lexicon()
    data = read_data("ner_places.toml")
    for kind in ("countries", "regions", "cities"):
        for name in data[kind]:
            lexicon.add(name, kind)
    return lexicon


def _place_behind(words: Sequence[Word], after: int) -> int | None:
    """The word after a place right behind a name ("Frostwork Kenya", "Frostwork West Africa", "Frostwork Lagos"); None where there is
    none, or where the name goes on ("Frostwork Lagos office")."""
    if after >= len(words) or words[after - 1].gap_to(words[after]) != 1 or not words[after].text[0].isupper():
        return None
    ends = [
        after + last
        for first, last, kind in _places_of_branches().matches(words[after : after + _LONGEST_PLACE])
        if first == 0 and not _goes_on(words, after + last, kind)
    ]
    return max(ends, default=None)


def _goes_on(words: Sequence[Word], end: int, kind: str) -> bool:
    """Whether what stands behind a place belongs to it: a capitalised word, or "office" behind a town."""
    if end >= len(words) or words[end - 1].gap_to(words[end]) != 1:
        return False
    return words[end].text[0].isupper() or (kind != "countries" and words[end].key in phrases("behind_towns"))


def _lowered(match: re.Match[str]) -> str:
    return match[0].lower()


def same_case(entry: Sequence[str], found: Sequence[Word]) -> bool:
    """One word: letter for letter. Several: whatever is capital in the list is capital in the text."""
    if len(entry) == 1:
        return entry[0] == found[0].text
    return all(word.text[0].isupper() for written, word in zip(entry, found, strict=True) if written[0].isupper())


def whole(words: Sequence[Word], first: int, after: int) -> bool:
    """Not a piece of a web address, a mail address, or a name with a point ("who.int", "mail@who")."""
    if _hangs_on_an_address(words, first) or (after - first == 1 and _goes_on_with_hyphen(words, after)):
        return False
    if after + 1 >= len(words) or words[after].text not in {".", "@"}:
        return True
    return not (_is_glued_into(words, after) and words[after + 1].text[0].islower())


def _hangs_on_an_address(words: Sequence[Word], first: int) -> bool:
    """Whether a sign of addresses is glued before the word, with more of the address before it: "mail@who", "x.org/who"."""
    sign = words[first - 1] if first else None
    if sign is None or sign.gap_to(words[first]) or sign.text not in {"@", ".", "/", "_", "#"}:
        return False
    glued = first > 1 and words[first - 2].gap_to(sign) == 0
    if sign.text == "/":
        return glued and first > 2 and words[first - 3].text in {".", "/"}
    return glued or sign.text == "@"


def _is_glued_into(words: Sequence[Word], at: int) -> bool:
    """Whether a sign stands without blanks between two words."""
    return words[at - 1].gap_to(words[at]) == 0 and words[at].gap_to(words[at + 1]) == 0


def _goes_on_with_hyphen(words: Sequence[Word], after: int) -> bool:
    """ "Lumen-Tarasco Collection"; but "UNICEF-ITU guidelines"."""
    if after + 2 >= len(words) or words[after].text != "-" or words[after - 1].text.isupper():
        return False
    following = words[after + 1].text
    return _is_glued_into(words, after) and following[0].isupper() and not following.isupper()


def _names_a_product(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether the name goes on to that of a tool: "Google document", "Microsoft Teams"."""
    return after < len(words) and " ".join(word.key for word in words[first : after + 1]) in phrases("products")


def _starts_sentence(words: Sequence[Word], first: int) -> bool:
    return first == 0 or words[first - 1].text in _SENTENCE_END


def _has_name_neighbour(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether a capitalised word stands right before or behind: then the word is part of another name."""
    before = first > 0 and words[first - 1].text[0].isupper() and words[first - 1].gap_to(words[first]) == 1
    behind = after < len(words) and words[after].text[0].isupper() and words[after - 1].gap_to(words[after]) == 1
    return before or behind
