"""What the words around a guess of the model show: fields of work, storms, texts, towns and titles in quotes are no bodies or people."""

from __future__ import annotations

from functools import cache

import regex

from igf_extract.ner.candidate import GUESSES, PERSON, Candidate
from igf_extract.ner.lists import any_of_phrases, given_names, has_body_word, key_of, phrases, places, towns
from igf_extract.ner.words import words_of
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.words import plain_words

_PEOPLE_GUESSES = GUESSES | {"given_name", "syllables"}
_LINE_END = "\n"
_LISTED = frozenset({"gazetteer", "gazetteer_acronym"})
_REACH = 40  # characters before a name
_FULL_NAME = regex.compile(r"\p{Lu}[\p{Ll}’'-]++(?: \p{Lu}[\p{Ll}\p{Lu}’'-]++){1,3}")
_BEHIND = regex.compile(r" (\p{Lu}[\p{L}]++)")


def _word_of(name: str) -> str:
    """A word of one list of ``data/not_names.toml``, in any case, at its beginning."""
    return rf"(?i)(?<![\p{{L}}-])(?:{any_of_phrases(name)})"


def is_no_name(text: str, candidate: Candidate) -> bool:
    """Whether what stands in or around a guess shows that it is no person and no body."""
    rule = candidate.rule
    if rule in _LISTED | GUESSES and _begins_a_treaty(text, candidate):
        return True
    if rule == "rule":
        return _is_town(text, candidate) or _is_subject_of_a_work(text, candidate)
    if rule == "rule_person":
        return _is_text_behind_title(text, candidate)
    if candidate.label == PERSON and rule in _PEOPLE_GUESSES and _is_long_town(text, candidate):
        return True
    if rule not in GUESSES:
        return False
    is_none = _is_no_person if candidate.label == PERSON else _is_no_body
    return _is_in_a_quoted_title(text, candidate) or is_none(text, candidate)


def _is_no_person(text: str, candidate: Candidate) -> bool:
    return _is_storm(text, candidate) or _is_named_thing(text, candidate)


def _is_no_body(text: str, candidate: Candidate) -> bool:
    """A thing, a town, a field of a post, a text, a storm, the short form of no body, or a file."""
    if _sure_thing().search(text, max(0, candidate.start - _REACH), candidate.start) or _is_in_front_of_thing(text, candidate):
        return True
    if _is_town(text, candidate) or _is_field_of_a_post(text, candidate) or _is_text(text, candidate) or _is_storm(text, candidate):
        return True
    return _in_brackets_behind_no_body(text, candidate) or _is_file(text, candidate)


_THE_TITLE = regex.compile(r"(?<!\p{L})[Tt]he \p{Lu}\p{Ll}++ $")


def _is_text_behind_title(text: str, candidate: Candidate) -> bool:
    """ "Index" in "the Justice Index": no person with a title."""
    last = words_of(candidate.of(text))[-1].key
    return last in phrases("document_words") and _THE_TITLE.search(text, max(0, candidate.start - _REACH), candidate.start) is not None


@cache
def _treaty() -> regex.Pattern[str]:
    words = any_of(word.title() for word in phrases("treaty_words"))
    return regex.compile(rf" (?:{words}) (?:on|of|for|against|concerning|relating) ")


def _begins_a_treaty(text: str, candidate: Candidate) -> bool:
    """ "UN" in "UN Convention on the Law of the Sea", which is one name; but not in "UN Cybercrime Convention"."""
    owner = key_of(candidate.of(text)) in phrases("treaty_owners")
    return owner and bool(_treaty().match(text, candidate.end))


_QUOTES = {'"': '"', "“": "”", "«": "»", "‘": "’", "'": "'"}
_LONGEST_TITLE = 120  # characters


def _is_in_a_quoted_title(text: str, candidate: Candidate) -> bool:
    """A guess with which a longer quotation begins: "Taxes without Borders and Banks"; or a person's name alone in quotes."""
    closing = _QUOTES.get(text[candidate.start - 1 : candidate.start])
    if closing is None or (" " not in candidate.of(text) and candidate.label != PERSON):
        return False
    rest = text[candidate.end : candidate.end + _LONGEST_TITLE]
    at = rest.find(closing)
    if candidate.label == PERSON:
        return 0 <= at <= 1
    return at > 1 and "\n" not in rest[:at] and rest[:at].replace(" ", "").isalpha()


def _is_town(text: str, candidate: Candidate) -> bool:
    """A town, a language or a people alone: "a student from Lublin"."""
    return key_of(candidate.of(text)) in towns()


def _is_long_town(text: str, candidate: Candidate) -> bool:
    """A town of several words; one of a single word may be somebody's name."""
    return not candidate.of(text).isalpha() and _is_town(text, candidate)


@cache
def _post_before() -> regex.Pattern[str]:
    return regex.compile(rf"{_word_of('posts_of_fields')}(?:'s)? (?:of|in|for) (?:the )?$")


def _is_field_of_a_post(text: str, candidate: Candidate) -> bool:
    """ "Labour Economics" in "Professor of Labour Economics", "General of Posts" in "Director General of Posts"."""
    if _before_its_body(text, candidate):
        return True
    if has_body_word(words_of(candidate.of(text))):
        return False
    if text.startswith("General of ", candidate.start) or text.startswith("General for ", candidate.start):
        return True
    return bool(_post_before().search(text, max(0, candidate.start - _REACH), candidate.start))


_HEAD_OF = regex.compile(
    r"(?i)(?<!\p{L})(?:director|head|chief|manager|officer|lead|vp|vice[- ]president) (?:of|for) (?:\p{Lu}[\p{L} ]{2,30} and )?$"
)
_AT_BODY = regex.compile(r"(?: and \p{Lu}\p{L}++(?: \p{Lu}\p{L}++)?)? (?:at|for) (?:the )?\p{Lu}")


def _before_its_body(text: str, candidate: Candidate) -> bool:
    """ "Telecom Services" in "Director of Telecom Services and Branding at the Frost Agency"."""
    last = words_of(candidate.of(text))[-1]
    if last.key in phrases("sure_tails") or _AT_BODY.match(text, candidate.end) is None:
        return False
    return _HEAD_OF.search(text, max(0, candidate.start - _REACH), candidate.start) is not None


def is_share_line(text: str, candidate: Candidate) -> bool:
    """A social network named where the page asks to follow or share."""
    if key_of(candidate.of(text)) not in phrases("social_networks"):
        return False
    before = f" {key_of(text[max(0, candidate.start - 60) : candidate.start].rpartition(_LINE_END)[2])} "
    if any(f" {words} " in before for words in phrases("share_words")):
        return True
    return any(f" {words} " in before for words in phrases("shown_words")) and not phrases("shown").isdisjoint(before.split())


@cache
def _occupation() -> regex.Pattern[str]:
    return regex.compile(rf", (?:an?|the|une?|una|uma?) (?:\p{{Ll}}[\p{{L}}-]*+ ){{0,2}}?(?:{any_of_phrases('occupations')})(?!\p{{L}})")


def is_somebody(text: str, candidate: Candidate) -> bool:
    """Whether what the model took for a body is a person by what follows: "Azor Gwan, a journalist who"."""
    name = candidate.of(text)
    if candidate.rule != "model" or candidate.label == PERSON:
        return False
    full, surname_first = _FULL_NAME.fullmatch(name), _SURNAME_FIRST.fullmatch(name)
    if not full and not surname_first:
        return False
    words = words_of(name)
    if has_body_word(words):
        return False
    if surname_first:
        return _is_surname_first(text, candidate, key_of(surname_first[1]))
    return _occupation().match(text, candidate.end) is not None


_SURNAME_FIRST = regex.compile(r"\p{Lu}{5,}+(?:[’'-]\p{Lu}++)? (\p{Lu}\p{Ll}{2,}+)")
_AS_A_PERSON = regex.compile(r", (?:who|speaking|representing|whose|stood|from|of)(?!\p{L})")


def _is_surname_first(text: str, candidate: Candidate, given: str) -> bool:
    """ "FROSTALU Sereana, speaking for": a surname in capitals, a word that is no place and no thing, and what a person does."""
    if _AS_A_PERSON.match(text, candidate.end) is None:
        return False
    return given in given_names() or not (given in places() or given in towns() or given in plain_words())


def _is_text(text: str, candidate: Candidate) -> bool:
    """The beginning of the name of a text or process: "Hiroshima AI" before "Process"."""
    name = candidate.of(text)
    if any(key_of(name).endswith(ending) for ending in phrases("document_endings")):
        return True
    behind = _BEHIND.match(text, candidate.end)
    if behind is None or has_body_word(words_of(name)):
        return _goes_on_to_a_law(text, candidate)
    if key_of(name + behind[0]) in phrases("products"):
        return True
    return key_of(behind[1]) in phrases("document_words") and " " in name


@cache
def _law() -> regex.Pattern[str]:
    return regex.compile(rf"(?: (?:and|of the|of|for|on|&|\p{{Lu}}[\p{{L}}-]++)){{1,6}} (?:{any_of_phrases('law_words')})(?!\p{{L}})")


def _goes_on_to_a_law(text: str, candidate: Candidate) -> bool:
    """ "Frost Records" in "the Frost Records and Archives Management Act"."""
    of_one = text[candidate.start - 4 : candidate.start] in {"the ", "The "} and " " in candidate.of(text)
    return of_one and _law().match(text, candidate.end) is not None


_BEFORE_BRACKET = regex.compile(r"(\p{L}++) \($")


def _in_brackets_behind_no_body(text: str, candidate: Candidate) -> bool:
    """The short form of a text or of a state: "Ice Compact (IC)", "Porto Frio (PF)"."""
    before = _BEFORE_BRACKET.search(text, max(0, candidate.start - _REACH), candidate.start)
    if before is None or text[candidate.end : candidate.end + 1] != ")" or not candidate.of(text).isupper():
        return False
    return candidate.end - candidate.start == 2 or key_of(before[1]) in phrases("document_words")


@cache
def _thing() -> regex.Pattern[str]:
    return regex.compile(rf"{_word_of('named_things')} [\"“«‘]?$")


@cache
def _sure_thing() -> regex.Pattern[str]:
    return regex.compile(rf"{_word_of('sure_things')} [\"“«‘]?$")


@cache
def _thing_behind() -> regex.Pattern[str]:
    return regex.compile(rf" (?:{any_of_phrases('things_behind')})(?!\p{{L}})")


def _is_in_front_of_thing(text: str, candidate: Candidate) -> bool:
    """ "Frost" in "the Frost project", "Tifinagh" in "Tifinagh keyboards"; a name with a word for a body is its owner."""
    owner = has_body_word(words_of(candidate.of(text)))
    return not owner and _thing_behind().match(text, candidate.end) is not None


@cache
def _work_of() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{any_of_phrases('works_of')}) (?:of|for) (?:the )?$")


def _is_subject_of_a_work(text: str, candidate: Candidate) -> bool:
    """ "Quiet Networks" in "The Atlas of Quiet Networks"."""
    return bool(_work_of().search(text, max(0, candidate.start - _REACH), candidate.start))


def _is_named_thing(text: str, candidate: Candidate) -> bool:
    """ "México Helado" in "el programa México Helado": what the noun before it names; but "the project Ann Lee leads" is hers."""
    if words_of(candidate.of(text))[0].key in given_names():
        return False
    return bool(_thing().search(text, max(0, candidate.start - _REACH), candidate.start))


_FILE = regex.compile(r"(?:.*[/\\])?[\w-]+\.(?:php|html?|pdf|docx?|xlsx?|css|js|jpe?g|png|aspx|xml|txt)")


def _is_file(text: str, candidate: Candidate) -> bool:
    """ "driver.php"."""
    return _FILE.fullmatch(text, candidate.start, candidate.end) is not None


@cache
def _belongings() -> regex.Pattern[str]:
    return regex.compile(rf"{_word_of('a_body_has')} of (?:the )?$")


def is_of_a_body(text: str, candidate: Candidate) -> bool:
    """Whether what the model took for a person has what only bodies have ("volunteers of Frost Brekka") and begins with no given name."""
    if not _belongings().search(text, max(0, candidate.start - _REACH), candidate.start):
        return False
    return words_of(candidate.of(text))[0].key not in given_names()


@cache
def _storm() -> regex.Pattern[str]:
    return regex.compile(rf"{_word_of('storms')}s? ")


def _is_storm(text: str, candidate: Candidate) -> bool:
    """ "Harold" in "Cyclone Harold", or both words; a body's name is longer."""
    if _storm().match(text, candidate.start, candidate.end):
        return candidate.label == PERSON
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    one_word = " " not in candidate.of(text)
    return one_word and any(match.end() == len(before) for match in _storm().finditer(before))
