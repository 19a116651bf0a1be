"""Labels of people that stand in no list: headings in words that no form is known to print, a label before a name, announcements."""

from __future__ import annotations

from collections.abc import Sequence

from igf_extract.vocab.announcements import announced_people
from igf_extract.vocab.fold import fold
from igf_extract.vocab.label import Label
from igf_extract.vocab.label_edges import after_instruction, raw_length
from igf_extract.vocab.label_notes import without_day
from igf_extract.vocab.roles import SERVING, read_role_label, role_words
from igf_extract.vocab.words import organization_words

_LONGEST = 330  # characters of a line that may hold a label's end
_NAME_WORDS, _BODY_WORDS = 8, 14
_ROLE_WORDS = 7
_KEY_OF_ROLE = {  # the key of a heading that the role grammar reads
    "organizer": "organizers",
    "speaker": "speakers",
    "moderator": "moderator",
    "onsite_moderator": "onsite_moderator",
    "online_moderator": "online_moderator",
    "rapporteur": "rapporteur",
    "other": "other_people",
}


def role_heading(text: str, offset: int) -> Label | None:
    """A heading of people in words that no form is known to print: "Lead discussants", "Organizers and speakers"."""
    said = without_day(text[offset:_LONGEST])
    words = fold(said).rstrip(" :").split() or [""]
    several = len(words) > 1 or "/" in words[0]  # "Organisers/Facilitators"
    short = several and len(words) <= _ROLE_WORDS and len(text) < _LONGEST and not any(map(str.isdigit, said))
    short = short and not words[-1].endswith((".", "!", "?"))  # "Chairs first." is an answer
    role = read_role_label(said) if short else None  # "Panel (45 min)" is an item of an agenda
    if role is None or not role_words("acts").isdisjoint(words) or role.numbered:
        return None
    joint = len(role.codes) > 1 and SERVING.issuperset(role.codes)
    asked = words[0] in role_words("asking") or words[-1] in role_words("asking")
    if not (role.plural or role.plain or joint or asked):
        return None
    speaking = len(role.codes) > 1 and not joint and "speaker" in role.codes  # "Organisers / facilitators" are one circle
    key = "speakers" if speaking else _KEY_OF_ROLE.get(role.codes[0])
    return Label(key, len(text), None, " ".join(words), offset > 0) if key is not None else None


def announced_heading(text: str, offset: int) -> Label | None:
    """A sentence that announces people: before a colon, or alone on its line with "following" in it."""
    end = text.find(":", offset, _LONGEST)
    if end < 0 and (len(text) > _LONGEST or " following " not in text):
        return None
    head = fold(text[offset : end if end >= 0 else len(text)])
    key = announced_people(head)
    if key is None:
        return None
    value = after_instruction(text, end + 1) if end >= 0 else None
    return Label(key, end if value is not None else len(text), value, head, offset > 0)


def named_behind(text: str, offset: int, spellings: Sequence[tuple[str, str]]) -> Label | None:
    """A label with nothing but a blank between it and a name; a note on who wrote the page may stand in brackets."""
    offset += int(text[offset : offset + 1] in ("[", "(") and text[-1:] in ("]", ")"))
    words = text[offset:_LONGEST].split(",", 1)[0].split()
    if len(words) > _BODY_WORDS:
        return None
    folded = fold(text[offset:])
    for spelling, key in spellings:
        rest = words[len(spelling.split()) :]
        if folded.startswith(spelling + " ") and rest and _is_name(rest, spelling.endswith(" by") and not text.endswith(".")):
            end = offset + raw_length(text[offset:], spelling)
            start = end + len(text[end:]) - len(text[end:].lstrip())
            return Label(key, end, start, spelling, offset > 0)
    return None


def _is_name(words: Sequence[str], linked: bool) -> bool:
    """Whether words are a short name in capitals; ``linked``: small words may stand inside, as in those of bodies ("the Velm Council")."""
    if not linked:
        return len(words) < _NAME_WORDS and all(word[:1].isupper() for word in words)
    small = organization_words("small")
    return words[-1] not in small and words[-1][-1] not in ".:" and all(word.strip("(")[:1].isupper() or word in small for word in words)
