"""The titles of talks in front of those who give them: "Keeping a Mast on the Air (Ana Ruiz, Foo)", "Report of the Forum – Ana Ruiz"."""

from __future__ import annotations

import re

from igf_extract.parsing.people.heads import leading_name
from igf_extract.parsing.people.joining import pair
from igf_extract.parsing.people.pieces import Piece, brackets
from igf_extract.parsing.people.shape import is_body_word, is_known_name, name_score, only_areas, organization_score, title_score
from igf_extract.vocab.fold import fold
from igf_extract.vocab.places import place_of
from igf_extract.vocab.roles import read_role_label, role_words
from igf_extract.vocab.words import is_known_organization, job_words, organization_words, plain_words

_NAME, _BODY, _OFFICE = 0.6, 0.55, 0.5  # how surely words are a name, a body, an office
_LEAST = 3  # words of a title, at the least
_MARK = re.compile(r"[:?!]\s|[?!”\"]$|\s[-–—]\s")  # inside a title or at its end; a dash may stand behind a body too


def speaker_of_talk(piece: Piece) -> Piece | None:
    """The words in the closing bracket of a line where these name who gives the talk in front; None for all other lines.

    >>> found = speaker_of_talk(Piece("Keeping a Mast on the Air (Ana Ruiz, Foo)", 0))
    >>> found and found.text, speaker_of_talk(Piece("Foo Council (Ana Ruiz, Director)", 0))
    ('Ana Ruiz, Foo', None)
    """
    text = piece.text.rstrip(" .;,")
    if not text.endswith(")"):
        return None
    left, right = next(reversed(brackets(text)), (0, 0))
    if right != len(text) or not is_talk_title(text[:left].strip(" ,:–—-")):
        return None
    inside = piece.cut(left + 1, right - 1).trim()
    name = pair().split(leading_name(inside.text))[0]
    told = " " in name and name_score(name) >= _NAME and place_of(name) is None and not is_known_organization(name)
    return inside if told else None


def is_talk_title(head: str) -> bool:
    """Whether words are the title of a talk: no name, office or body, and something that only a title has.

    >>> is_talk_title("Who pays for the last mast?"), is_talk_title("Network of Journalists"), is_talk_title("Ana Ruiz, Foo")
    (True, False, False)
    """
    words = head.split()
    if len(words) < _LEAST or is_known_organization(head) or name_score(leading_name(head)) >= _NAME or title_score(head) >= _OFFICE:
        return False
    mark = _MARK.search(head)
    if mark is not None:
        subtitle = mark[0][0] != " " or head[mark.end() :][:1].islower()  # "The First Hours – lessons from Velm"
        return subtitle or organization_score(head[: mark.start()]) < _BODY
    keys = [fold(word).strip(",.“”\"'") for word in words]
    small = organization_words("small") | job_words("breaks")
    if any(key in role_words("talk_words") and (not at or keys[at - 1] not in small) for at, key in enumerate(keys)):
        return True
    listed = "," in head and not small.isdisjoint(words)  # "Names, Numbers and Roaming in Emergencies"
    running = listed or any(word.islower() and word.isalpha() and word not in small for word in words[1:])
    return organization_score(head) < _BODY and (running or all(key in plain_words() or key in small for key in keys))


def is_account(head: str) -> bool:
    """Whether words say what is told of a body, and are none: "Report of the Best Practice Forum", "Summary from the Foo Council".

    >>> is_account("Report of the Best Practice Forum"), is_account("Report Foundation"), is_account("Forum of Reports")
    (True, False, False)
    """
    first, _, rest = head.partition(" ")
    behind = fold(rest).split(" ", 1)[0]
    return fold(first) in role_words("accounts") and (behind in organization_words("small") or behind in job_words("breaks"))


def before_semicolon(body: Piece) -> int:
    """ "Cables and masts; Ana Ruiz, Foo": where the person behind the topic begins; 0 where the words before the semicolon are none."""
    head, mark, rest = body.text.partition("; ")
    if not mark or "," in head or ":" in head or "(" in head or " " not in (name := leading_name(rest)):
        return 0
    if not is_known_name(name) and (name_score(name) < 0.6 or head.count(" ") < 1 or ";" in rest):
        return 0
    words = [word for word in head.split() if word not in organization_words("small")]
    fields = job_words("areas")
    named = any(word[:1].isupper() and is_body_word(fold(word)) and fold(word) not in fields for word in words)
    running = head.startswith("The ") or any(word.islower() for word in words) or only_areas(head) or _is_plain_noun(head)
    plain = max(title_score(head), name_score(head)) < 0.5 and place_of(head) is None
    return len(head) + len(mark) if running and plain and not named and not is_known_organization(head) else 0


def _is_plain_noun(head: str) -> bool:
    """ "Openness": one ordinary word that names nobody, whoever speaks about it."""
    plain = head.isalpha() and head.istitle() and fold(head) in plain_words()
    return plain and not is_body_word(fold(head)) and read_role_label(head) is None
