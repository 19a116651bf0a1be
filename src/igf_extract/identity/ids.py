"""Readable ids and the best written form, by rules that do not depend on the order of files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import regex

from igf_extract.identity.letters import is_han, plain, unlocked
from igf_extract.identity.lexicon import names

_LONGEST = 60
_SPACES = regex.compile(r"\s+")


def slug(name: str) -> str:
    """Lower-case ASCII words with hyphens, at most 60 characters; Han characters by their reading, other letters by their code.

    >>> slug("Conceição Guimarães")
    'conceicao-guimaraes'
    """
    readings = names().readings
    text = "".join(f" {readings.get(c, f'u{ord(c):x}')} " if is_han(c) else c for c in plain(name))
    text = "".join(c if c.isascii() else (f"u{ord(c):x}" if c.isalpha() else " ") for c in text)
    out = regex.sub(r"[^a-z0-9]+", "-", text).strip("-")
    if len(out) > _LONGEST:
        out = out[:_LONGEST].rsplit("-", 1)[0] or out[:_LONGEST]
    return out or "unnamed"


def shown(written: str) -> str:
    """A written form without lock signs, double encoding and runs of blanks."""
    return _SPACES.sub(" ", unlocked(written)).strip(" ,;")


def best_form(forms: Counter[str], person: bool = False) -> str:
    """The form to show: full before short ones, then the most frequent, then mixed case, most words, accents, length, alphabet.

    Short are forms with single letters, acronyms, and for a ``person`` a single word; a form of address stands after all.
    """

    def rank(form: str) -> tuple[object, ...]:
        words = form.split() or [form]
        shouted = sum(len(word) > 1 and word.isupper() for word in words) + form.islower()
        addressed = person and plain(words[0]).strip(".") in names().honorifics
        return (addressed, _is_short(form, person), -forms[form], shouted, -len(words), -_accents(form), -len(form), form)

    return min(forms, key=rank)


def counted(forms: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The written forms with their counts, most frequent first, equals by the alphabet."""
    return tuple(sorted(forms.items(), key=lambda pair: (-pair[1], pair[0])))


def _accents(form: str) -> int:
    return sum(not c.isascii() for c in form)


def _is_short(form: str, person: bool) -> bool:
    letters = any(len(word) == 1 for word in regex.split(r"[\s.\-]+", form) if word)
    return letters or (" " not in form and (person or form.isupper()))


def number_ids(slugs: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """One id for each slug, in the order given: the first keeps the slug, the next get -2, -3 ...; ``taken`` ids are passed over."""
    used = set(taken)
    out = []
    for base in slugs:
        found, number = base, 1
        while found in used:
            number += 1
            found = f"{base}-{number}"
        used.add(found)
        out.append(found)
    return out
