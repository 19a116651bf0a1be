"""The edges of a name: article, possessive, brackets and punctuation stay outside; the second half of a double surname inside."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from igf_extract.ner.candidate import ORG, PERSON, Candidate
from igf_extract.ner.drawn_in import (
    before,
    begins_with_title,
    behind,
    behind_acronym,
    behind_host_city,
    title_inside,
    with_station,
    with_words_before,
    without_drawn_in,
    without_pronoun,
)
from igf_extract.ner.lists import any_of_phrases, key_of, organization_words, phrases, places, towns
from igf_extract.ner.of_country import behind_possessor
from igf_extract.vocab.load import read_data
from igf_extract.vocab.words import is_known_organization, plain_words

_ARTICLE = regex.compile(r"(?:the|a|an|The|A|An|THE|le|la|les|el|los|las|[lLdD]['’]|der|die|das|o|os|as)(?: +|(?<=['’]))")
_THE = regex.compile(r"[Tt]he +")
_SENTENCE_END = regex.compile(r"[.!?][\"”’')\]]?\s{1,4}$")
_GOES_ON = regex.compile(r" [\p{Ll}]")
_PART_OF = regex.compile(r"(?<= )[\p{Ll}]{3,20} (?:of|at) (?:the )?(?=\p{Lu})")
_LEFT = " \t\n\r\u00a0\"'“”‘’«»([{<>*•·–—-:;,.!?…|/&+_"
_RIGHT = " \t\n\r\u00a0\"'“”‘’«»)]}<>*•·–—-:;,?…|/&_"
_POSSESSIVE = regex.compile(r"(?:'s|’s|'|’)$")
_MORE_SURNAME = regex.compile(r"(?:[-\u2011\u2010][\p{L}][\p{L}'’]*+)+")
_INITIALS = regex.compile(r"(?:[\n•(,;–-]|^)[ \t]*+((?!H\. ?E)(?:[F-LN-Z]\. ?)(?:\p{Lu}\. ?)?)$")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_OPENED_BY = {closed: opened for opened, closed in _PAIRS.items()}
_ABBREVIATED = regex.compile(r"(?:\b\p{Lu}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|S\.A|S\.L|B\.V|e\.V|A\.C|Univ|Dept))\.$")


def clean(text: str, candidate: Candidate) -> Candidate | None:
    """``candidate`` with its edges moved to where the name begins and ends; None where nothing is left."""
    candidate = replace(candidate, label=PERSON) if begins_with_title(text, candidate) else with_station(text, candidate)
    start, end = candidate.start, candidate.end
    seen = None
    while seen != (start, end):
        seen = (start, end)
        start, end = _without_signs(text, start, end)
        start, end = _without_words(text, start, end, candidate)
    end = _before_open_bracket(text, start, end)
    if start >= end:
        return None
    if candidate.label == PERSON:
        start, end = _from_initial(text, start), _with_more_surname(text, end)
    elif candidate.rule == "model":
        start = with_words_before(text, start)
        team = _team().match(text, end) if text[start:end].isupper() else None
        end = team.end() if team else end
    return replace(candidate, start=start, end=end)


def _with_more_surname(text: str, end: int) -> int:
    """The end of a double surname of which a source saw the first half: "Obi" before "-Marsh"."""
    more = _MORE_SURNAME.match(text, end)
    return more.end() if more and text[end - 1].isalpha() and text[more.start() + 1].isupper() else end


@cache
def _team() -> regex.Pattern[str]:
    """ "FSN e-GOV CIRT", "FSN CERT": a team for incidents behind the acronym of its body."""
    teams = "|".join(map(str.upper, read_data("organization_words.toml")["teams"]))
    return regex.compile(rf"(?: (?:e-?)?(?i:gov))? (?:{teams})(?![\p{{L}}\p{{N}}])")


def _from_initial(text: str, start: int) -> int:
    """Initials with which a line, item or bracket begins: "• J. Ann Lee"; "A." to "E." may be marks, "M." a title."""
    initials = _INITIALS.search(text, max(0, start - 12), start)
    return initials.start(1) if initials else start


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Blanks, quotes, brackets and punctuation taken off both ends; a bracket that the name itself opened stays."""
    while start < end and text[start] in _LEFT:
        start += 1
    while end > start and (text[end - 1] in _RIGHT or (text[end - 1] == "." and not _ABBREVIATED.search(text, start, end))):
        if text[end - 1] in _OPENED_BY and _OPENED_BY[text[end - 1]] in text[start:end]:
            break
        end -= 1
    return start, end


def _without_words(text: str, start: int, end: int, candidate: Candidate) -> tuple[int, int]:
    """Article and honorific taken off before, the possessive behind, and at both ends what else was drawn in."""
    is_listed, is_guess = candidate.rule.startswith("roster"), candidate.rule == "model"
    if not candidate.rule.startswith(("roster", "gazetteer")):
        start = behind(_ARTICLE.match(text, start, end), start, end)
    if candidate.label == ORG:
        start = _behind_article_of_sentence(text, start, end) if is_listed else _behind_owner(text, start, end)
    if is_guess and candidate.label == ORG:
        end = _before_what_follows_a_body(text, start, end)
    if is_guess:
        start, end = _without_sentence(text, start, end, candidate.label)
    if candidate.label == PERSON:
        start, end = _without_address(text, start, _without_small_words(text, start, end, PERSON), candidate.rule)
    if is_guess or candidate.label == PERSON:
        possessive = _POSSESSIVE.search(text, start, end)
        end = possessive.start() if possessive else end
    return start, end


def _behind_owner(text: str, start: int, end: int) -> int:
    """Where a body's name begins behind its host, its country, its session or its kind."""
    start = behind_host_city(text, start, end)
    start = behind(_FUNDED.match(text, start, end), start, end)
    start = behind_possessor(text, start, end)
    start = behind(_sessions_of().match(text, start, end), start, end)
    return _behind_kind(text, start, end)


def _before_what_follows_a_body(text: str, start: int, end: int) -> int:
    """Where a guess at a body ends: before its session, running words and the number of the next item, or with its quotation."""
    end = before(_session_behind().search(text, start, end), start, end)
    end = _to_closing_quote(text, start, _before_running_words(text, start, end))
    number = _NEXT_ITEM.search(text, start, end)
    return number.start() if number and text[end : end + 2] in _BEHIND_NUMBERS else end


def _without_sentence(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """A guess without the words of the sentence around it."""
    start, end = without_drawn_in(text, start, end, label)
    end = _before_a_new_line(text, start, end)
    start = _behind_starter(text, start, end)
    end = _without_small_words(text, start, end, label)
    end = _before_address_or_place(text, start, end)
    if label == ORG:
        start = _behind_part(text, start, end)
        start = behind(_people_of().match(text, start, end), start, end)
        start = _behind_small_words(text, start, end)
    return start, end


def _without_address(text: str, start: int, end: int, rule: str) -> tuple[int, int]:
    """A person's name without honorifics before it and posts behind it."""
    if rule == "model":
        start = behind_acronym(text, start, end)
        start = title_inside(text, start, end)
    end = end if rule.startswith("roster") else without_pronoun(text, start, end)
    start = behind(_honorific().match(text, start, end), start, end)
    last = text.rfind(" ", start, end)
    return start, last if last > start and key_of(text[last:end]) in phrases("after_person") else end


# the number of the next item: "Ice Lab 4. Closing"
_NEXT_ITEM = regex.compile(r" \d{1,2}$")
_LONGEST_QUOTE = 60  # characters
_BEHIND_NUMBERS = frozenset({". ", ") "})
_LETTERS = regex.compile(r"\p{L}++")
_FUNDED = regex.compile(r"\p{Lu}[\p{L}.]*+-(?:funded|based|led|backed|run|owned|hosted|sponsored|supported|registered) (?=\p{Lu})")
_SHORTEST_STARTER = 4  # letters; "Le" and "Des" are names as well
# "on the eve", "for eleven years", "provides the line", "a pris": a preposition or a verb, and from there to the end no capital letter;
# "grabará la sesión": a verb in the future
_RUNNING_WORDS = regex.compile(
    r" (?:(?:on|for|in|at|to|from|with|by|as|of)|\p{Ll}{3,20}(?:s|ed) (?:the|an|its|their|no)|(?:a|ont|est|sont|avai(?:t|ent))|"
    r"\p{Ll}{2,20}(?:[aei]rá|[aei]rán)) \p{Ll}[\p{Ll}' ’-]*+$"
)


def _behind_article_of_sentence(text: str, start: int, end: int) -> int:
    """ "The Ice Council says", "the Ice Council": the article is the sentence's, also where the page lists "The Ice Council"."""
    article = _THE.match(text, start, end)
    if article is None or article.end() >= end or not text[article.end()].isupper():
        return start
    begins = text[start].islower() or _SENTENCE_END.search(text, max(0, start - 6), start) is not None
    begins = begins or (_GOES_ON.match(text, end) is not None and (start == 0 or text[start - 1] == "\n"))
    return article.end() if begins else start


def _behind_kind(text: str, start: int, end: int) -> int:
    """ "NGO Frost University" is named behind the kind; "NGO Forum on Ice" and "NGO Watch" are names."""
    kind, _, rest = text[start:end].partition(" ")
    words = rest.split(" ")
    if len(words) < 2 or key_of(kind) not in phrases("kinds_before_bodies") or key_of(words[0]) in organization_words():
        return start
    return start + len(kind) + 1 if words[0][:1].isupper() and words[1][:1].isupper() else start


def _behind_part(text: str, start: int, end: int) -> int:
    """ "Polar desk of Ice Reporters": behind a small word and "of" a well-known body stands for itself."""
    part = _PART_OF.search(text, start, end)
    return part.end() if part and is_known_organization(text[part.end() : end]) else start


def _before_a_new_line(text: str, start: int, end: int) -> int:
    """A name that seems to go on in the next line with an ordinary word ends before it."""
    at = text.find("\n", start, end)
    word = _LETTERS.search(text, at, end) if at > start else None
    if word is None or word.group().casefold() not in plain_words():
        return end
    goes_on = not text[at : word.start()].strip() and word.group().istitle() and key_of(word.group()) in organization_words()
    return end if goes_on else at  # "Women of Ice\n\tNetwork"


def _behind_starter(text: str, start: int, end: int) -> int:
    """ "Meanwhile Frostwork" begins at its second word."""
    word = _LETTERS.match(text, start, end)
    if word is None or len(word.group()) <= _SHORTEST_STARTER or text[word.end() : word.end() + 1] != " " or word.end() + 1 >= end:
        return start
    return word.end() + 1 if key_of(word.group()) in phrases("starters") and text[word.end() + 1].isupper() else start


def _before_running_words(text: str, start: int, end: int) -> int:
    """A name does not go on in small letters behind a preposition or a verb: "Ice Secretariat on the eve", "Fonds gallois a pris"."""
    if not text[start].isupper():
        return end
    running = _RUNNING_WORDS.search(text, start, end)
    return running.start() if running else end


@cache
def _honorific() -> regex.Pattern[str]:
    return regex.compile(rf"(?i:{any_of_phrases('before_names')}|h\.\s?e)(?:\b\.?[ºª°]?|[ºª])\s+")


@cache
def _sessions_of() -> regex.Pattern[str]:
    """ "Open Forum of the", "édition du" before an organisation's name."""
    meetings = rf"(?i:{any_of_phrases('session_nouns')}) (?:of|by|from) (?:the )?"
    editions = rf"(?:\d{{1,2}}\p{{L}}{{1,3}} )?(?:{any_of_phrases('editions')}) (?:of the|of|du|de la|de l['’]|des|del?|d[ao]s?) ?"
    return regex.compile(rf"(?:{meetings}|{editions}(?=\p{{Lu}}))")


@cache
def _session_behind() -> regex.Pattern[str]:
    """ "Frost Union Open Forum": the name of a session behind its host's."""
    return regex.compile(rf" (?:{any_of_phrases('sessions_behind')})$")


@cache
def _people_of() -> regex.Pattern[str]:
    """ "Members of the" before an organisation's name."""
    words, abroad = "|".join(read_data("not_names.toml")["people_nouns"]), any_of_phrases("people_abroad")
    romance = rf"(?i:{abroad}) (?:de la|de los|de las|de l['’]|d[aeo]s?|del|du|d['’])(?: |(?<=['’]))(?=\p{{Lu}})"
    return regex.compile(rf"(?:(?i:{words}) (?:of|from) (?:the )?|{romance})")


def _to_closing_quote(text: str, start: int, end: int) -> int:
    """ "Association « Frost et Port" goes on to its closing quotation mark."""
    if text.rfind("«", start, end) <= text.rfind("»", start, end):
        return end
    close = text.find("»", end, end + _LONGEST_QUOTE)
    return close + 1 if close >= 0 and "\n" not in text[end:close] else end


def _without_small_words(text: str, start: int, end: int, label: str) -> int:
    """A name does not end with "of" or "and"; "Du" and "An" are surnames."""
    last = text.rfind(" ", start, end)
    while last > start and _is_small_end(key_of(text[last:end]), label, text[last + 1].islower()):
        end = last
        last = text.rfind(" ", start, end)
    return end


def _is_small_end(key: str, label: str, is_lower: bool) -> bool:
    return key in phrases("small_words") and (is_lower or (label == ORG and key in phrases("starters")))  # "del Sur" stays


def _behind_small_words(text: str, start: int, end: int) -> int:
    """An organisation's name does not begin with a small "del" or "of"."""
    first = text.find(" ", start, end)
    while first > start and text[start].islower() and key_of(text[start:first]) in phrases("small_words"):
        start = first + 1
        first = text.find(" ", start, end)
    return start


def _before_address_or_place(text: str, start: int, end: int) -> int:
    """ "ICANN https://..." and "Ice Bureau in Oslo" end before the address and before "in"."""
    address = text.find(" http", start, end)
    end = address if address > start else end
    for joint in (" in ", " to ", " en ", " em ", " à "):
        where = text.rfind(joint, start, end)
        place = key_of(text[where + len(joint) : end])
        end = where if where > start and place in places() | towns() | phrases("languages") else end
    month = text.rfind(" of ", start, end)
    if month > start and key_of(text[month + 4 : end]) in phrases("calendar"):
        return month  # "Association of August"
    return end


def _before_open_bracket(text: str, start: int, end: int) -> int:
    """A bracket that opens inside and closes outside ends the name before it."""
    for opened, closed in _PAIRS.items():
        at = text.find(opened, start, end)
        if at > start and text.find(closed, at, end) < 0:
            end = at
            while end > start and text[end - 1] in _RIGHT:
                end -= 1
    return end
