"""What the words around a guess of the model show: fields of work, storms, texts, towns and titles in quotes are no bodies or people."""

from __future__ import annotations

from functools import cache

import regex

from igf_extract.ner.candidate import GUESSES, PERSON, Candidate
from igf_extract.ner.lists import any_of_phrases, any_word_of, cities, given_names, has_body_word, is_common, key_of, phrases, towns
from igf_extract.ner.words import words_of
from igf_extract.vocab.patterns import any_of

_PEOPLE_GUESSES = GUESSES | {"given_name", "syllables"}
_LINE_END = "\n"
_LISTED = frozenset({"gazetteer", "gazetteer_acronym"})
_REACH = 40  # characters before a name
_BEHIND = regex.compile(r" (\p{Lu}[\p{L}]++)")


def is_no_name(text: str, candidate: Candidate) -> bool:
    """Whether what stands in or around a guess shows that it is no person and no body."""
    rule = candidate.rule
    if rule in _LISTED | GUESSES and _begins_a_treaty(text, candidate):
        return True
    if rule == "rule":
        return _is_town(text, candidate) or _is_subject_of_a_work(text, candidate)
    if rule == "rule_person":
        return _is_text_behind_title(text, candidate)
    if candidate.label == PERSON and rule in _PEOPLE_GUESSES and (_is_long_town(text, candidate) or _is_where(text, candidate)):
        return True
    if rule not in GUESSES:
        return False
    is_none = _is_no_person if candidate.label == PERSON else _is_no_body
    return _is_in_a_quoted_title(text, candidate) or is_none(text, candidate)


def _is_no_person(text: str, candidate: Candidate) -> bool:
    return _is_storm(text, candidate) or _is_named_thing(text, candidate)


def _is_no_body(text: str, candidate: Candidate) -> bool:
    """A thing, a town, one of a row of places, a field of a post, a text, a storm, the short form of no body, or a file."""
    if _sure_thing().search(text, max(0, candidate.start - _REACH), candidate.start) or _is_in_front_of_thing(text, candidate):
        return True
    if _is_in_a_row_of_places(text, candidate):
        return True
    if _is_town(text, candidate) or _is_field_of_a_post(text, candidate) or _is_text(text, candidate) or _is_storm(text, candidate):
        return True
    return _in_brackets_behind_no_body(text, candidate) or _is_file(text, candidate) or _is_topic(text, candidate)


@cache
def _about() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?i:{any_of_phrases('sessions_about')}) (?:on|about|sobre|sur)(?: the| l[ae]s?| el)? $")


def _is_topic(text: str, candidate: Candidate) -> bool:
    """ "Derecho al Frío en Lund" in "un panel sobre Derecho al Frío en Lund": a phrase without a word for a body."""
    words = words_of(candidate.of(text))
    if len(words) < 3 or has_body_word(words):
        return False
    return _about().search(text, max(0, candidate.start - _REACH), candidate.start) is not None


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
_LONGEST_QUOTATION = 600


def _is_in_a_quoted_title(text: str, candidate: Candidate) -> bool:
    """A guess with which a longer quotation begins: "Taxes without Borders and Banks"; or a person's name alone in quotes, or with
    which one begins and that holds no given name."""
    closing = _QUOTES.get(text[candidate.start - 1 : candidate.start])
    if closing is None or (" " not in candidate.of(text) and candidate.label != PERSON):
        return False
    longest = _LONGEST_TITLE if candidate.label != PERSON else _LONGEST_QUOTATION
    rest = text[candidate.end : candidate.end + longest]
    at = rest.find(closing)
    if candidate.label == PERSON:
        words = words_of(candidate.of(text))
        longer = at > 1 and candidate.rule == "model" and len(words) > 1 and "\n" not in rest[:at]
        return 0 <= at <= 1 or (longer and words[0].key not in given_names())
    return at > 1 and "\n" not in rest[:at] and rest[:at].replace(" ", "").isalpha()


def _is_town(text: str, candidate: Candidate) -> bool:
    """A town, a language or a people alone: "a student from Lublin"."""
    return key_of(candidate.of(text)) in towns()


def _is_long_town(text: str, candidate: Candidate) -> bool:
    """A town of several words; one of a single word may be somebody's name."""
    return not candidate.of(text).isalpha() and _is_town(text, candidate)


_IN_OR_OF = regex.compile(r"(?<!\p{L})(?:of|in|near|from|to|en|em|à) $")


def _is_where(text: str, candidate: Candidate) -> bool:
    """A town that is also somebody's name, where only a town stands: "the exchange of Rosario"; or a place in a row of places."""
    town = " " not in candidate.of(text) and key_of(candidate.of(text)) in cities()
    if town and candidate.rule != "rule_person" and _IN_OR_OF.search(text, max(0, candidate.start - 8), candidate.start):
        return True
    return _is_in_a_row_of_places(text, candidate)


@cache
def _places_before() -> regex.Pattern[str]:
    name = r"\p{Lu}[\p{L}\p{M}’'-]*+(?: \p{Lu}[\p{L}\p{M}’'-]*+){0,2}"
    joint = r"(?:, (?:and |y |e |et )?| and | y | e | et )(?:the |in |el |la )?"
    of = r" (?:of|d[aeo]s?|du|del) (?:the |las? |el |los )?"
    return regex.compile(rf"(?<!\p{{L}})(?i:{any_of_phrases('nouns_of_places')}){of}(?:{name}{joint}){{0,4}}$")


def _is_in_a_row_of_places(text: str, candidate: Candidate) -> bool:
    """ "Frosta" in "the provinces of Lund and Frosta", "the residents of Frosta"; a name with a word for a body is none."""
    if not _places_before().search(text, max(0, candidate.start - 3 * _REACH), candidate.start):
        return False
    return not has_body_word(words_of(candidate.of(text)))


@cache
def _post_before() -> regex.Pattern[str]:
    return regex.compile(rf"{any_word_of('posts_of_fields')}(?:'s)? (?:of|in|for) (?:the )?$")


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
_POST_OF = regex.compile(r"(?i)(?<!\p{L})(?:director|head|chief|manager|officer|lead|vp|vice[- ]president)(?: (?:of|for)|,) $")
_ABSTRACT = ("ity", "ment", "tion", "ance", "ence", "ship", "ness", "ics")
_COMMA_BODY = regex.compile(r", \p{Lu}")
_AT_BODY = regex.compile(r"(?: and \p{Lu}\p{L}++(?: \p{Lu}\p{L}++)?)? (?:at|for) (?:the )?\p{Lu}")


def _before_its_body(text: str, candidate: Candidate) -> bool:
    """ "Telecom Services" in "Director of Telecom Services and Branding at the Frost Agency", "Ice" in "Head of Ice, Frost Agency"."""
    words = words_of(candidate.of(text))
    last = words[-1]
    if _COMMA_BODY.match(text, candidate.end) and all(is_common(word.key) or word.key.endswith(_ABSTRACT) for word in words):
        return _POST_OF.search(text, max(0, candidate.start - _REACH), candidate.start) is not None
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
    return regex.compile(rf"{any_word_of('named_things')} [\"“«‘]?$")


@cache
def _sure_thing() -> regex.Pattern[str]:
    return regex.compile(rf"{any_word_of('sure_things')} [\"“«‘]?$")


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
def _storm() -> regex.Pattern[str]:
    return regex.compile(rf"{any_word_of('storms')}s? ")


def _is_storm(text: str, candidate: Candidate) -> bool:
    """ "Harold" in "Cyclone Harold", or both words; a body's name is longer."""
    if _storm().match(text, candidate.start, candidate.end):
        return candidate.label == PERSON
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    one_word = " " not in candidate.of(text)
    return one_word and any(match.end() == len(before) for match in _storm().finditer(before))
