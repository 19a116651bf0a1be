"""Whether a line, or a part of one, names a room."""

from __future__ import annotations

from functools import cache

import regex

from igf_extract.model import Evidence, Fact, Line, Method
from igf_extract.parsing.fields.prefix import label_length
from igf_extract.parsing.fields.run import Run, without_bar
from igf_extract.vocab.fold import fold
from igf_extract.vocab.list_marks import without_marks
from igf_extract.vocab.load import read_data
from igf_extract.vocab.patterns import any_of
from igf_extract.vocab.session_types import read_type_line

_NUMBER = r"(?:[a-z]{0,2}-?\d{1,3}[a-z]?|[ivx]{1,6}|[a-z])(?:\s?[-+/&]\s?(?:\d{1,3}|[a-z]\d?|[ivx]{1,4}))?(?![\w#])"
_LONGEST = 120  # characters of a line that may be a room
_LIKELY = 0.5
_REST_WORDS = 5  # words that the floor and the building behind a room may take
_HOUSES_ROOM = regex.compile(  # "Nusa Dua Hall 1", "Anadolu Auditorium"
    r"(?!(?i:town|city|music)\s)\p{Lu}[\w'’-]+(?:\s\p{Lu}[\w'’-]+){0,3}\s(?:(?:Hall|Room|Ballroom|Salon)\s\d{1,3}[A-Z]?|Auditorium|Ballroom|Amphitheatre|Amphitheater)"
)
_HOUSE_FIRST = regex.compile(
    r"(?P<house>\p{Lu}[\w'’.-]*(?:\s(?:\p{Lu}[\w'’.-]*|de|del|des|du|of|the|da|do|la|le)){0,5})(?:,\s|\s?[-–—|]\s)(?=\S)"
)
_NAMED_ROOM = regex.compile(
    r"(?!(?i:town|city|music)\s)(?:The\s)?\p{Lu}[\w'’-]+(?:\s\p{Lu}[\w'’-]+){0,2}\s(?:Hall|Room|Theatre|Theater|Suite|Salon|Lounge|Pavilion|Chamber|Saloon|Foyer)"
)
_PART_OF_HOUSE = regex.compile(r"\p{Lu}[\w'’-]+(?:\s\p{Lu}[\w'’-]+)?")


@cache
def _numbered() -> regex.Pattern[str]:
    nouns = any_of(read_data("rooms.toml")["nouns"])
    one = rf"(?:{nouns})\s?#?{_NUMBER}"
    return regex.compile(rf"(?:(?:ws|sc|cr)\s?\d{{0,2}}\s?-\s?)?(?:(?!town )[a-z]+ )?{one}(?P<rest>.*)")


@cache
def _named() -> regex.Pattern[str]:
    # a room named for a person: capital letters, so looked for in the text as written
    between = any_of(read_data("rooms.toml")["particles"])
    word = r"\p{Lu}[\w'’-]+"
    return regex.compile(rf"(?i:salle|sala|saal|salon|room)\s(?:(?i:{between})\s?)?(?P<name>{word}(?:\s{word}){{0,2}})$")


@cache
def _list(name: str) -> tuple[str, ...]:
    return tuple(sorted((fold(word) for word in read_data("rooms.toml")[name]), key=len, reverse=True))


def is_room_line(text: str) -> float:
    """How sure a line is a room, 0 to 1.

    >>> is_room_line("WS 4 – Room B-1") > 0.9 and is_room_line("Making room for youth") == 0.0
    True
    """
    if len(text) > _LONGEST:
        return 0.0
    folded = without_marks(fold(text)).rstrip(" .")
    if folded in _list("alone"):
        return 0.95
    found = _numbered().fullmatch(folded)
    if found is not None:
        return _with_rest(found["rest"])
    if folded.startswith(_list("alone")) and any(folded.startswith(h + " ") and _in_house(folded[len(h) :]) for h in _list("alone")):
        return 0.9
    if _named().match(text.strip()) or _HOUSES_ROOM.fullmatch(text.strip(" .")):
        return 0.7
    before, comma, last = text.strip().rpartition(", ")  # a part of the house before its room
    if comma and _PART_OF_HOUSE.fullmatch(before) and _named().match(last):
        return 0.6
    house = _in_house(fold(last)) or not set(fold(last).split()).isdisjoint(_list("buildings"))
    if comma and house and last[:1].isupper() and _named().match(before):
        return 0.9  # "Room Imperial II, Windsor Barra Hotel"
    return 0.9 if _is_house_before_room(text.strip(" .")) else 0.0


def names_room(text: str) -> bool:
    """Whether a line is taken for a room: rather one than anything else."""
    return is_room_line(text) >= _LIKELY


def is_named_room(text: str) -> bool:
    """Whether a part of a line with day and hours is a room with a name of its own ("Sinai Hall"); alone such words may be a body's.

    >>> is_named_room("Sinai Hall"), is_named_room("Town Hall")
    (True, False)
    """
    return _NAMED_ROOM.fullmatch(text) is not None and read_type_line(text) is None


def _is_house_before_room(text: str) -> bool:
    """ "Sava Center, Hall 2", "Conference Centre Lisbon – Room 3": the name of a house, and a room with its number behind it."""
    found = _HOUSE_FIRST.match(text)
    house = fold(found["house"]) if found is not None else ""
    if found is None or (set(house.split()).isdisjoint(_list("buildings")) and not _in_house(house)):
        return False
    numbered = _numbered().fullmatch(fold(text[found.end() :]))
    return numbered is not None and not numbered["rest"].strip()


def _in_house(rest: str) -> bool:
    return any(house in rest for house in _list("houses"))


def _on_floor(rest: str) -> bool:
    words = rest.split()
    return len(words) <= _REST_WORDS and not set(words).isdisjoint(_list("floors"))


def _with_rest(rest: str) -> float:
    """What stands behind the number: nothing, brackets, a house or an address; else it is a title or a sentence."""
    rest = rest.strip(" ,;-")
    if not rest:
        return 0.98
    if (rest.startswith("(") and rest.endswith(")")) or _in_house(rest) or _on_floor(rest):
        return 0.95
    return 0.0


def read_room(line: Line) -> Fact[str] | None:
    """The room that a line names, a label before it left out. Give it only lines known to hold a room; None where nothing is left."""
    labels = frozenset(fold(label) for label in read_data("calendar.toml")["labels"]["room"])
    run = Run.of([line], label_length(line.text, labels)).cut()
    run = without_bar(run)
    run = run.cut(len(run.text) - len(without_marks(run.text)))
    if not run.text or fold(run.text) in _list("unknown"):
        return None
    return Fact(run.text, Evidence(run.span(0, len(run.text)), "rooms.line", Method.LEXICON), 1.0)
