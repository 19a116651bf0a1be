"""Names that their form gives away: the patterns of ``data/entity_rules.toml``, compiled to linear expressions.

The pattern language is described at the top of that file; every pattern is bounded in length, so that no text can hang it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import regex

from igf_extract.ner.candidate import PERSON, Candidate
from igf_extract.ner.lists import has_body_word, key_of, never_org, organization_words, places, towns
from igf_extract.ner.starters import plain_starters
from igf_extract.ner.words import words_of
from igf_extract.vocab.load import DataFileError, read_data
from igf_extract.vocab.patterns import any_of

_SECONDS = 2.0  # a paragraph that takes longer is left to the other sources
_JOIN = (
    r"(?: (?:and|o[fn]|for|&|d[aeo]s?|del|du|y|et?|und|für|der)"
    r"(?: (?:the|l[aeo]s?|el|d[aeo]s?|del|du|der|die))?(?: l[ao]s?)? | (?:(?:de|pour|sur|et) (?:de )?)?[ld]'| )"
)


_FRENCH_ADJECTIVE = (  # told by its ending
    r"\p{Ll}{2,18}(?:a(?:le?s?|ux)|elle?s?|els?|iques?|i(?:fs?|ves?)|aires?|ien(?:ne)?s?|phones?|[ao]ises?|ais|ois|eu(?:x|ses?)|inab[èé]s?|gaches?|belges?|uisses?|arabes?|ieure?s?|ain(?:e?s?)|ant(?:s|es?)|[dlt]oue?s?|[bn]iles?|vile?s?)"
)
_FRENCH_SMALL = r"(?:c(?:e|et|ette|es)|leurs?|[nv]o(?:tre|s)|[msn]?[oae]s?|[ms]es|plusieurs|l[ae]s?|tou[ts]e?s?)\b"  # no nouns
_FRENCH_LINK = r"(?:des |du |de l'|de la |de |d')"


def _french_field() -> str:
    """The field of work of a French body, in small letters: "des autorités de protection des données", "du textile et du cuir"."""
    noun = rf"(?!{_FRENCH_SMALL})\p{{Ll}}[\p{{Ll}}-]{{2,24}}(?: {_FRENCH_ADJECTIVE})?"
    before_town = rf"{noun}(?= (?:du|de la|de|des|d') ?\p{{Lu}})"
    alike = r"\p{Ll}{3,24}s(?= (?:des|du|de|d['’]))"  # "des sciences et techniques de …"
    plain = r"\p{Ll}{3,24}(?:[ts]ion|té|ance|ence|isme|ure)s?"  # "de vérité et réconciliation": nouns by their ending
    second = rf"(?: et {_FRENCH_LINK}{noun}| et {before_town}| et {plain})?"
    help_ = r"(?<= (?:d'accès|d'aide|d'appui|d'assistance|d'accompagnement|de soutien|de lutte|d'action))"  # whom or what it is for
    served = rf"(?:{help_} (?:aux?|à la|à l'|contre l[ae]s?|contre l'|pour l[ae]s?) ?{noun})?"
    also = r"(?: et \p{Ll}{3,18}(?:i[eè]re?s?|iques?|ales?|elles?)(?![\p{L}-]))?"  # "maritime et forestière"
    return rf"(?:{_FRENCH_ADJECTIVE} )?{_FRENCH_LINK}{noun}{also}{served}(?: et {alike})?(?: {_FRENCH_LINK}{noun}){{0,2}}{second}"


@cache
def _symbols() -> Mapping[str, str]:
    """The expressions of CAP, CAPS, NAME, particle and the others that the file's head explains."""
    cap = r"(?:\p{Lu}|\p{Lo})[\p{L}\p{M}\p{N}&+'-]*+(?:\.[\p{L}]++)?"
    run = rf"{cap}(?:{_JOIN}{cap}){{0,8}}"
    return {
        "CAP": cap,
        "CAPLESS": r"\p{Ll}[\p{Ll}-]*+",
        "FIELD": _french_field(),
        "ADJ": _FRENCH_ADJECTIVE,
        "NATION": r"\p{Lu}\p{Ll}{2,14}(?:an|ese|ish|[cl-t]ch|zech|[dlnq]i|wiss|ek|hai|ino)",
        "CAMEL": r"(?!Mc|Mac|De|Di|La|Le|Fitz)\p{Lu}\p{Ll}{2,20}\p{Lu}\p{L}{2,20}",
        "COMPOUND": r"\p{Lu}\p{Ll}{3,24}(?:zentrale|verband|verein|stiftung|amt|anstalt|kammer|akademie|gesellschaft|behörde)",
        "OWNERS": r"\p{Lu}[\p{L}-]{2,20}s'",
        "NUMBER": r"[nN](?:°|º|o\.) ?\d{1,3}",
        "CAPS": rf"{cap}(?: {cap}){{0,5}}",
        "NAME": rf"{run}(?:(?:, {run}){{1,3}},? (?:and|&|y|e|et|und) (?:the |l[ae]s? )?{run})?",
        "particle": r"(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|bin|al|el|la|le|Mac|an|St\.)",
    }


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the file, compiled. ``fires``: texts with the name to be found; ``silent``: texts without one."""

    id: str
    label: str
    pattern: regex.Pattern[str]
    fires: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]
    triggers: frozenset[str]  # keys of words without one of which the rule cannot match; empty: unknown

    def may_match(self, keys: frozenset[str]) -> bool:
        """Whether a text with words of these keys is worth a try."""
        return not self.triggers or not self.triggers.isdisjoint(keys)

    def matches(self, text: str, plain: str | None = None, left_out: frozenset[str] | None = None) -> Iterator[tuple[int, int]]:
        """The places of names in ``text``, in its order; nothing more where the time is over.

        ``plain`` is ``plain_starters(text)``, for callers that try many rules on one text; ``left_out``: keys of phrases
        that are left out (None: those that are no organisation).
        """
        refused = never_org() if left_out is None else left_out
        try:
            for match in self.pattern.finditer(plain_starters(text) if plain is None else plain, timeout=_SECONDS):
                start, end = match.span("name" if match.groupdict().get("name") else 0)
                if key_of(text[start:end]) not in refused:
                    yield start, end
        except TimeoutError:
            return


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of ``data/entity_rules.toml``.

    Raises:
        DataFileError: a rule lacks a key, uses an unknown list, or does not compile.
    """
    return load_rules("entity_rules.toml")


def load_rules(name: str) -> tuple[Rule, ...]:
    """The rules of a file of ``data/``.

    Raises:
        DataFileError: a rule lacks a key, uses an unknown list, or does not compile.
    """
    data = read_data(name)
    lists: Mapping[str, Any] = {**data.get("lists", {}), "title": read_data("not_names.toml")["address_before"]}
    return tuple(_rule(entry, lists, name) for entry in data["rule"])


def _rule(entry: Mapping[str, Any], lists: Mapping[str, Any], name: str) -> Rule:
    try:
        source = "|".join(f"(?:{compile_pattern(pattern, lists)})" for pattern in entry["patterns"])
        # the group name may stand once in every alternative
        compiled = regex.compile(rf"(?<![\p{{L}}\p{{N}}_.@/-])(?:{source})(?![\p{{L}}\p{{N}}_@])")
        fires = tuple((text, name) for text, name in entry["fires"])
        return Rule(entry["id"], entry["label"], compiled, fires, tuple(entry["silent"]), _triggers(entry["patterns"], lists))
    except (KeyError, ValueError, regex.error) as error:
        raise DataFileError(f"data/{name}, rule {entry.get('id')!r}: {error}") from None


def _triggers(patterns: Sequence[str], lists: Mapping[str, Any]) -> frozenset[str]:
    """Keys of the literal words of which every pattern needs one; empty where a pattern needs none."""
    found: set[str] = set()
    for pattern in patterns:
        needed = [_literals(token.strip("<>,"), lists) for token in pattern.replace("[.]", "").split() if not token.startswith(("[", "<"))]
        if not any(needed):
            return frozenset()
        found.update(next(words for words in needed if words))
    return frozenset(found)


def _literals(token: str, lists: Mapping[str, Any]) -> set[str]:
    """Keys of the first words of a token's alternatives; none where a symbol is among them."""
    keys: set[str] = set()
    for part in token.split("|"):
        if part in _symbols():
            return set()
        for word in lists[part.strip("{}")] if part.startswith("{") else [part]:
            keys.add(words_of(word)[0].key)
    return keys


def compile_pattern(pattern: str, lists: Mapping[str, Any]) -> str:
    """The regular expression of one pattern of the file.

    >>> compile_pattern("[the] bank of|for x", {})
    "(?:the(?: |(?<=')))?bank(?: |(?<='))(?:of|for)(?: |(?<='))x"
    """
    gap = "(?: |(?<='))"
    out = ""
    started = False
    for written in pattern.replace("[.]", "").split():
        raw = written.removesuffix(",")
        opens, closes = raw.startswith("<"), raw.endswith(">")
        token = raw.removeprefix("<").removesuffix(">")
        optional = token.startswith("[") and token.endswith("]")
        body = _token(token.removeprefix("[").removesuffix("]"), lists)
        if optional:
            piece = f"(?:{gap}{body})?" if started else f"(?:{body}{gap})?"
        else:
            piece = (gap if started else "") + ("(?P<name>" if opens else "") + body
            started = True
        out += piece + (")" if closes else "") + written[len(raw) :]
    return out


def _token(token: str, lists: Mapping[str, Any]) -> str:
    if token == "{title}":  # honorifics in any case of the first letter, with or without a point
        return rf"(?i:{any_of(lists['title'])})\.?"
    options = []
    for part in token.split("|"):
        if part.startswith("{"):
            options += [_word(word) for word in sorted(lists[part.strip("{}")], key=len, reverse=True)]
        else:
            options.append(_symbols().get(part) or _word(part))
    return options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"


def _word(word: str) -> str:
    """A literal word; a capitalised one also matches in capitals. A trailing [s] may be missing."""
    stem, _, rest = word.partition("[")
    ending = f"(?:{regex.escape(rest.rstrip(']'))})?" if rest else ""
    if stem[:1].isupper() and len(stem) > 3:
        return f"(?:{regex.escape(stem)}{ending}|{regex.escape(stem.upper())})"
    return regex.escape(stem) + ending


def rule_candidates(text: str, offset: int, known_starts: frozenset[int]) -> Iterator[Candidate]:
    """Names by form in a paragraph. A match is cut before " and " or "," where another known name begins."""
    found = _in_single_blanks(text, known_starts) if "  " in text else _by_form(text, known_starts)
    return (replace(c, start=offset + c.start, end=offset + c.end) for c in found)


def _by_form(text: str, known_starts: frozenset[int]) -> Iterator[Candidate]:
    keys = frozenset(word.key for word in words_of(text))
    plain = plain_starters(text)
    for rule in rules():
        if not rule.may_match(keys):
            continue
        strength = "rule_person" if rule.label == PERSON else "rule"
        for start, end in rule.matches(text, plain):
            for first, last in _parts(text, start, end, known_starts):
                yield Candidate(first, last, rule.label, strength)


def _in_single_blanks(text: str, known_starts: frozenset[int]) -> Iterator[Candidate]:
    """The same where two blanks stand as one, as behind a line that ends with a blank: "African Network  Operators Group"."""
    kept = [i for i in range(len(text)) if text[i] != " " or text[i - 1 : i] != " " or text[i - 2 : i] == "  "]
    moved = {at: i for i, at in enumerate(kept)}
    single = "".join(text[i] for i in kept)
    for c in _by_form(single, frozenset(moved[at] for at in known_starts if at in moved)):
        yield replace(c, start=kept[c.start], end=kept[c.end - 1] + 1)


_BREAK = regex.compile(r"(?:, | et l'| (?:and|&|y|e|et)(?: (?:the|el|l[ao]s?|les?|[ao]s?))? )")
# "Ice Secretariat on Friday"
_ON_DAY = regex.compile(r" on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\p{L})")
_NEXT_PART = regex.compile(r",| (?:and|&|y|e|et) ")
_AND_THE = regex.compile(r" (?:and the|y (?:el|l[ao]s?)|e [ao]s?|et (?:l[ae]s?|les|l')) ?")
_AND = frozenset({" and ", " & ", " y ", " e ", " et "})


def _parts(text: str, start: int, end: int, known_starts: frozenset[int]) -> Iterator[tuple[int, int]]:
    """A match as it stands, or cut; what stands behind "and the" is a name as well."""
    while start < end:
        cut = _cut(text, start, end, known_starts)
        if cut > start:
            yield start, cut
        join = _AND_THE.match(text, cut, end) if cut < end else None
        start = join.end() if join else end


def _cut(text: str, start: int, end: int, known_starts: frozenset[int]) -> int:
    """Where a match ends that runs on into another name: a known one, a place after a comma, or a second body after "and the"."""
    day = _ON_DAY.search(text, start, end)
    end = day.start() if day else end
    for match in _BREAK.finditer(text, start, end):
        if match.end() in known_starts:
            comma = text.find(", ", start, match.start())  # "Ministry of Ice, Frostwork and Google" is a list
            return comma if comma > start and match.group() in _AND else match.start()
        rest = text[match.end() : end]
        if match.group() == ", " and (key_of(rest) in places() or _begins_with_a_body(rest)):
            return match.start()
        if match.group() in _AND and _closes_with_place(text[start : match.start()]) and not _names_a_body(rest):
            return match.start()  # "University of Lublin and Frostwork"
        if _AND_THE.fullmatch(match.group()) and _names_a_body(text[start : match.start()]) and _names_a_body(rest):
            return match.start()
    return end


def _closes_with_place(phrase: str) -> bool:
    """Whether a name ends with the town or country that it is of: "University of Lublin"."""
    _, of, last = phrase.rpartition(" of ")
    return bool(of) and (key_of(last) in towns() or key_of(last) in places())


def _begins_with_a_body(rest: str) -> bool:
    """ "Georgia Ice University, and Frost Council": what goes on is the next body of a list, of several words and closed by its kind."""
    first = _NEXT_PART.split(rest, maxsplit=1)[0].split(" ")
    return len(first) > 1 and key_of(first[-1]) in organization_words("closing") and first[0][:1].isupper()


def _names_a_body(phrase: str) -> bool:
    return has_body_word(words_of(phrase))
