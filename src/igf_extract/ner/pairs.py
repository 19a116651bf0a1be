"""Bodies named after two things or two people: "Free and Fair Election Network", "Bill and Melinda Frost Foundation"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import regex

from igf_extract.ner.candidate import ORG, Candidate
from igf_extract.ner.doers import is_field_abroad
from igf_extract.ner.lists import any_of_phrases, countries, given_names, has_body_word, is_common, never_org, organization_words, phrases
from igf_extract.ner.words import Word, words_of
from igf_extract.vocab.words import plain_words

_FIRST_HALF = regex.compile(
    r"(?:(?<=[Tt]he |[’']s |\b[Aa] |\b[Aa]n )|^(?!The |An? ))((?:\p{Lu}[\p{L}-]*+ ){1,3})(?:and|&) $", regex.MULTILINE
)
_REACH = 60  # characters
_WHOLE = frozenset({"rule", "model", "gazetteer", "definition"})


def with_first_half(text: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """``chosen`` in the order of the text, each name of two halves from its first half on."""
    done = 0
    held: Candidate | None = None  # a guess that may be the first half of what follows
    for body in chosen:
        from_here = held.start if held else done
        start = _start(text, body, from_here) if body.label == ORG and body.rule in _WHOLE else body.start
        if held and (start > held.start or body.rule == "model"):
            yield held
            start = max(start, held.end)
        body = replace(body, start=start) if start < body.start else body
        held = body if body.label == ORG and body.rule == "model" and text.startswith((" and ", " & "), body.end) else None
        if held is None:
            yield body
        done = body.end
    if held:
        yield held


_SECOND_HALF = regex.compile(r" & (\p{Lu}\p{Ll}++)(?![\p{L}\p{N}-]| \p{Lu})")


@cache
def _for_whom() -> regex.Pattern[str]:
    return regex.compile(rf" for the (?:{any_of_phrases('for_whom')})(?![\p{{L}}\p{{N}}-]| \p{{Lu}})")


def with_whom_it_serves(text: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """``chosen``, each guess at a body of several words up to whom it serves: "National Ports for the Blind"."""
    for body in chosen:
        guess = body.label == ORG and body.rule in _WHOLE and " " in body.of(text)
        served = _for_whom().match(text, body.end) if guess else None
        yield replace(body, end=served.end()) if served else body


# "Instituto Pesca e Dados": two fields of work, by their endings
_TWO_FIELDS = regex.compile(
    r"(?:Instituto?|Funda(?:ción|ção)|Asociación|Associação|Colectivo|Coletivo|Red|Rede|Centro|Laboratorio|Laboratório|Observatorio|Observatório)"
    r" (\p{Lu}\p{Ll}+) [ey] (\p{Lu}\p{Ll}+)(?![\p{L}\p{N}-]| \p{Lu})"
)


def _second_field(text: str, body: Candidate) -> int:
    """Where a body of two fields ends: "Instituto Pesca" before "e Dados"; its own end where it is none."""
    both = _TWO_FIELDS.match(text, body.start, body.end + _REACH) if body.label == ORG and body.rule in _WHOLE else None
    fields = both is not None and both.end(1) == body.end and all(is_field_abroad(word) for word in both.groups())
    return both.end() if both and fields else body.end


def with_second_half(text: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """``chosen`` in the order of the text, a guess of one or two words up to the field behind "&": "Frosta & Security"."""
    starts = {c.start for c in chosen}
    reach = 0
    for body in chosen:
        if body.end <= reach:
            continue  # "Dados", seen by itself
        if (end := _second_field(text, body)) > body.end:
            yield replace(body, end=end)
            reach = end
            continue
        guess = body.label == ORG and body.rule == "model" and text[body.end : body.end + 3] == " & "
        half = _SECOND_HALF.match(text, body.end) if guess else None
        plain = half is not None and half.start(1) not in starts and half[1].casefold() in plain_words()
        yield replace(body, end=half.end()) if half and plain else body


def _start(text: str, body: Candidate, done: int) -> int:
    if text[max(0, body.start - 5) : body.start][-4:] != "and " and text[max(0, body.start - 3) : body.start] != " & ":
        return body.start
    from_here = max(done, body.start - _REACH)
    half = _FIRST_HALF.search(text[from_here : body.start])
    if half is None:
        return body.start
    first, second = words_of(half[1]), words_of(body.of(text))
    fits = _is_half(first) and len(second) > 1 and has_body_word(second[1:])
    together = fits and ((_is_plain(first[-1]) and _is_plain(second[0])) or (second[0].key in given_names() and len(second) < 5))
    return from_here + half.start(1) if together else body.start


def _is_half(words: Sequence[Word]) -> bool:
    """Not a body, group or place by itself."""
    none = organization_words() | never_org() | phrases("starters")
    named = words[1:] if len(words) > 1 and words[0].key in countries() else words  # "Norway Newspaper Publishers and …"
    if any(word.key in none or (word.text.isupper() and len(word.text) > 1) for word in named):
        return False
    return words[-1].key not in phrases("demonyms")


def _is_plain(word: Word) -> bool:
    key = word.key.removesuffix("ies") + "y" if word.key.endswith("ies") else word.key
    return is_common(key) or key in given_names() or (len(key) > 4 and key.endswith("s") and word.text[1:].islower())
