"""Lines among people that are nobody: items of a programme, headings with a number, sentences."""

from __future__ import annotations

import re

from igf_extract.parsing.people.pieces import URL, minutes
from igf_extract.parsing.people.shape import name_score, organization_score, title_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.roles import RoleLabel, read_role_label, role_words
from igf_extract.vocab.words import organization_words

# "Panel 2. Schools", "Part 1 – Masts"
_PART = "(?:panel|part|session|segment|block|round|topic|theme|partie|parte|bloque|mesa)"
_NUMBERED_PART = re.compile(rf"{_PART}\s(?:\d{{1,2}}|[ivx]{{1,4}}|one|two|three)\s{{0,2}}[.:–—-]\s[^,;]{{1,120}}$")
_PART_NUMBER = re.compile(r"\d{1,2}|[ivx]{1,4}|[a-d]|one|two|three|four")
_ROMAN = re.compile(r"[ivx]{1,5}(?:[.)]|\s?[-–—:])\s")  # "V. Closing", "II - Discussion"
# "Part 2 Pitch talks and group discussions (50 min)"
_TIMED_PART = re.compile(rf"{_PART}\s[\divx]{{1,4}}\s[^,;]{{1,120}}$")
_ADDRESS = re.compile(r"(?<!\w)[#@]\w{3}")
_CREDIT = re.compile(r"(?:co-?|jointly\s)?(?:organi[sz]ed|hosted|convened|sponsored|supported|prepared)\s(?:jointly\s)?by\s(?!:)", re.I)
_CREDIT_WORDS = 12
_SAID_OF_SESSION = re.compile(
    r"(?:this|the|our|that|each|la|le|esta|este|cette|ce)\s(?:[\w-]{2,20}\s)?(?:session|workshop|event|panel|forum|roundtable|meeting|debate|discussion|sesión|sessão|séance|atelier|taller|evento|mesa|oficina)\s"
    r"(?:is|was|will|has|has been|are|were|es|fue|será|é|foi|est|sera|a été)\s",
    re.I,
)
_DONE_BY = re.compile(r"(?:being |be )?(?:also |jointly )?(?:co-?)?\w+ed\s(?:and \w+ed\s)?by\s", re.I)
_OPENERS = frozenset(
    "the our this these those we it in as at since before after during while when all both le la les nous el los las o os".split()
)


def is_sentence(text: str) -> bool:
    """ "The network thanks its members.": a full stop, an opening word of prose, and no list."""
    words = text.split()
    if len(words) > 3 and fold(words[0]) in role_words("pointers") and (_ADDRESS.search(text) or URL.search(text)):
        return True  # "More about me on https://foo.org", "Join the debate: #VelmNet"
    if len(words) > 4 and _SAID_OF_SESSION.match(text):
        return True  # "The session was moderated by Ana Ruiz", "THIS SESSION IS CO-ORGANIZED BY …"
    return len(words) > 6 and text.endswith((".", "?", "!")) and fold(words[0]) in _OPENERS and ":" not in text and ";" not in text


def says_of_session(text: str) -> bool:
    """ "The session will look at masts.": a sentence on what the session does, and none on who takes part.

    >>> says_of_session("This workshop will look at masts."), says_of_session("The workshop was organised by Foo.")
    (True, False)
    """
    told = _SAID_OF_SESSION.match(text)
    return told is not None and text.endswith(".") and not _DONE_BY.match(text[told.end() :])


def is_credit(text: str) -> bool:
    """ "Co-organized by the Foo Council and the Bar Network, with Velm as patron of the day.": a long sentence, and no list."""
    return text.endswith(".") and _CREDIT.match(text) is not None and len(text.split()) > _CREDIT_WORDS and ";" not in text


def is_lone_heading(text: str) -> bool:
    """ "Handing over of the prize:": words before a colon that are no name, no office and no body, with small words among them."""
    words = text.split()
    if not text.endswith(":") or len(words) < 3 or "," in text:
        return False
    head = text.rstrip(" :")
    small = any(word in organization_words("small") for word in words)
    return small and organization_score(head) < 0.55 and max(name_score(head), title_score(head)) < 0.6


def without_minutes(text: str) -> str:
    """The heading of a part without its duration at the end ("I - Welcome - 10 mins", "II – Debate (40 min)")."""
    told = minutes(text)
    return text[: told[-1][0]].rstrip(" -–—:(") if told and not text[told[-1][1] :].strip(" .:)") else text


def heading_role(text: str) -> RoleLabel | None:
    """ "I - Opening - Co-moderators": the role of those who stand under the item of a programme, where its heading ends with one."""
    text = without_minutes(text).strip(" :")
    head, dash, last = text.rpartition(" - ") if " - " in text else text.rpartition(" – ")
    told = bool(dash) and _ROMAN.match(fold(head) + " ") is not None and is_programme(fold(head))
    return read_role_label(last) if told else None


def is_subject(text: str) -> bool:
    """Whether words with commas behind the number of a part of a programme name what it is about ("masts, cables and courts")."""
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) == 1:
        return name_score(text) < 0.5
    plain = all(max(name_score(piece), title_score(piece)) < 0.6 and organization_score(piece) < 0.55 for piece in pieces)
    return plain and all(piece[:1].islower() for piece in pieces[1:])


def is_part(key: str) -> bool:
    """Whether folded words name one part of a programme.

    >>> is_part("panel 1:"), is_part("the first half"), is_part("first lady")
    (True, True, False)
    """
    words = key.strip(" :.-–(").removeprefix("the ").split()
    if len(words) != 2:
        return False
    numbered = words[0] in role_words("parts") and _PART_NUMBER.fullmatch(words[1]) is not None
    return numbered or (words[0] in role_words("ordinals") and words[1] in role_words("parts"))


def names_topics(key: str) -> bool:
    """Whether folded words head a list of topics.

    >>> names_topics("sub-themes for igf 2014"), names_topics("topics to be covered"), names_topics("issues trust")
    (True, True, False)
    """
    words = key.split()
    return 2 < len(words) <= 8 and words[0] in role_words("topic_heads") and words[1] in role_words("topic_links")


def is_timed_part(key: str) -> bool:
    """Whether folded words are a numbered part of a programme with its minutes."""
    return _TIMED_PART.match(key) is not None and bool(minutes(key))


def is_programme(key: str) -> bool:
    """Whether folded words are an item of a programme and nothing else."""
    words = [word.strip(".,:;()'-–—") for word in key.split()]
    words = words[1:] if _ROMAN.match(key) else words
    told = [word for word in words if word and not word.isdigit() and word not in ("min", "mins", "minutes", "minute")]
    return 0 < len(told) <= 8 and all(word in role_words("programme") or word in organization_words("small") for word in told)


def opens_part(key: str) -> bool:
    """Whether folded words are the heading of a part of the programme, under which people speak ("discussion", "panel 2")."""
    return key in role_words("headings") or is_programme(key) or is_timed_part(key) or is_part(key) or _NUMBERED_PART.match(key) is not None
