"""People whom a page lists behind its last fields, without a heading: taken out of the run that they were put into.

Consumes a ``Run`` of the page; produces the run without them, and a run of their own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from igf_extract.model import Line
from igf_extract.parsing.event import slot
from igf_extract.parsing.line_shape import LIKELY, measure, names_person
from igf_extract.parsing.page import Run
from igf_extract.vocab.labels import LABELS, Key
from igf_extract.vocab.list_marks import has_mark, opens_item
from igf_extract.vocab.roles import SERVING, read_role_label

_LISTS_OF_RESULTS = frozenset({"takeaways", "calls", "recommendations"})
_TEXT = 6  # words of a sentence behind a list of people
_ROSTER = 2  # bullets with people that make a list of people
_FAR = 2  # blank lines between two lists
_BODY_WORDS = 12  # of the name of a body
_LISTED = 3  # bullets that make a list of their own below people without them


def _is_roster_line(line: Line) -> bool:
    return has_mark(line.text) and names_person(line.text)


def apart(run: Run, key: str, lines: tuple[Line, ...]) -> Run:
    """Lines of a run as a run of their own, whose heading was never printed."""
    return replace(run, slot=slot(key), lines=lines, label=None, heading=None)


def _role_key(line: Line) -> Key | None:
    """The key of a line that begins with a role ("Online moderator: Ana Lima", "Panellists: ..."); None for an item of an agenda and for
    the speaker of one."""
    if has_mark(line.text):
        return None
    label = LABELS().find(line.text)
    if label is None:
        return _serving_key(line.text)
    key = LABELS().keys[label.key]
    if label.value_start is None or key.reader != "people":
        return None
    panel = key.role == "speaker" and label.spelling.endswith("s")  # "Speaker: ..." stands under an item
    return key if key.role in SERVING or panel else None


def _serving_key(text: str) -> Key | None:
    """The key of those who serve a session where words that no form prints name them before a colon ("Floor moderators: ...")."""
    head, colon, value = text.partition(":")
    said = read_role_label(head) if colon and value.strip() else None
    role = said.codes[0] if said is not None else None
    return LABELS().keys[role] if role in SERVING else None


def _serving(run: Run) -> tuple[Run, ...]:
    """An agenda, and apart from it the lines below it that name who moderates and reports."""
    end = len(run.lines)
    serving: list[Run] = []
    while end > 1 and (key := _role_key(run.lines[end - 1])) is not None:
        end -= 1
        serving.insert(0, apart(run, key.name, (run.lines[end],)))
    if serving and not run.lines[end].gap:
        return (run,)  # right below an item they belong to it
    return replace(run, lines=run.lines[:end]), *serving


def without_people(run: Run) -> tuple[Run, ...]:
    """A run of takeaways or of an agenda, and apart from it the people that some pages print behind it.

    Behind takeaways they are bullets (an unlabelled agenda of nothing but such bullets is a list of people as well), behind an
    agenda moderators and rapporteurs.
    """
    if run.slot.key.role == "organizer":
        return _behind_chairs(run)
    if run.slot.key.role in SERVING:
        return _behind_plain(run)
    if run.slot.key.name == "speakers" and run.label is None:
        *hosts, people = _above_chairs(run)
        return (*hosts, *_above_bodies(people))
    if run.slot.key.reader == "agenda":
        if listed := _people_for_agenda(run):
            return listed
        *above, run = _served_above(run)
        run, *serving = _serving(run)
        return (*above, *_without_roster(run), *serving)
    return _without_roster(run)


def _behind_chairs(run: Run) -> tuple[Run, ...]:
    """The organizers, and apart from them the list that stands below those who chair the session and has lost its heading: its speakers."""
    keys = [_role_key(line) for line in run.lines]
    if (parted := _listed_below_bodies(run) or _listed_again(run)) is not None:
        return parted
    if run.label is None or not any(key is not None and key.role in SERVING for key in keys[1:]):
        return (run,)
    for at, (above, line) in enumerate(pairwise(run.lines), start=1):
        key = keys[at - 1]
        if key is None or key.role not in SERVING or keys[at] is not None or not line.gap or at == 1:
            continue
        listed = [other for other, role in zip(run.lines[at:], keys[at:], strict=True) if role is None]
        people = sum(names_person(other.text) for other in listed)
        organizes = any(role is not None and role.role == "organizer" for role in keys[at:])
        if people < _ROSTER or 2 * people < len(listed) or organizes or above.text.endswith((",", ";")):
            return (run,)
        return replace(run, lines=run.lines[:at]), apart(run, "speakers", run.lines[at:])
    return (run,)


def _listed_again(run: Run) -> tuple[Run, ...] | None:
    """Organizers without a heading, and apart from them the list that begins with one of them, letter by letter, and names others: the
    speakers."""
    texts = [line.text.strip() for line in run.lines]
    at = next((at for at, text in enumerate(texts) if at > 1 and text in texts[:at]), 0)
    if run.label is not None or not at or not names_person(texts[at]):
        return None
    others = sum(text not in texts[:at] and names_person(text) for text in texts[at:])
    left = any(text not in texts[at:] and names_person(text) for text in texts[:at])  # else a list printed again, with one more
    if not others or (others < _ROSTER and not left) or any(_role_key(line) is not None for line in run.lines):
        return None
    return replace(run, lines=run.lines[:at]), apart(run, "speakers", run.lines[at:])


def _listed_below_bodies(run: Run) -> tuple[Run, ...] | None:
    """Bodies without marks below their label, and apart from them the people with marks that stand further below: the speakers, whose
    heading was lost."""
    at = next((at for at, line in enumerate(run.lines) if has_mark(line.text)), 0)
    if not at or run.label is None or run.lines[at].gap < _FAR:
        return None
    if not all(map(_may_be_host, run.lines[:at])) or not all(map(_is_roster_line, run.lines[at:])):
        return None
    return replace(run, lines=run.lines[:at]), apart(run, "speakers", run.lines[at:])


def _behind_plain(run: Run) -> tuple[Run, ...]:
    """Those who serve below their label, and apart from them the bullets behind a blank line: the speakers, whose heading was lost."""
    at = next((at for at, line in enumerate(run.lines) if has_mark(line.text)), 0)
    if not at or run.label is None or not run.lines[at].gap or any(not names_person(line.text) for line in run.lines[:at]):
        return (run,)
    listed = sum(map(_is_roster_line, run.lines[at:]))
    if listed < _LISTED or any(_role_key(line) is not None for line in run.lines[at:]):
        return (run,)
    return replace(run, lines=run.lines[:at]), apart(run, "speakers", run.lines[at:])


def _above_chairs(run: Run) -> tuple[Run, ...]:
    """A list of speakers without a heading; apart from it the bodies that stand alone above those who chair the session: they organize."""
    end = next((at for at, line in enumerate(run.lines) if (key := _role_key(line)) is not None and key.role in SERVING), 0)
    if not end or not all(map(_is_body, run.lines[:end])):
        return (run,)
    return apart(run, "organizers", run.lines[:end]), replace(run, lines=run.lines[end:])


def _above_bodies(run: Run) -> tuple[Run, ...]:
    """A list of speakers without a heading, with marks or those who chair below it; apart from it the bodies that stand behind a blank
    line at its end and have neither: they organize."""
    at = len(run.lines)
    while at > 0 and _may_be_host(run.lines[at - 1]):
        at -= 1
    hosts = run.lines[at:]
    if not at or not hosts or not hosts[0].gap or not any(map(_is_body, hosts)):
        return (run,)
    key = _role_key(run.lines[at - 1])
    closed = opens_item(run.lines[at - 1].text) or (key is not None and key.role in SERVING)
    people = sum(names_person(line.text) for line in run.lines[:at])
    if not closed or people < _ROSTER:
        return (run,)
    return replace(run, lines=run.lines[:at]), apart(run, "organizers", hosts)


def _may_be_host(line: Line) -> bool:
    """Whether a line without a mark may be nothing but the name of a body, in a list of which others certainly are."""
    if opens_item(line.text) or ":" in line.text or line.text[-1:] in ".,;?!":
        return False
    shape = measure(line.text, 1)
    return shape.words <= _BODY_WORDS and not shape.sentence and shape.person < LIKELY and any(map(str.isupper, line.text))


def _is_body(line: Line) -> bool:
    """Whether a line names bodies and nobody who belongs to one."""
    shape = measure(line.text, 1)
    return shape.organization >= LIKELY > shape.person and not shape.sentence and ":" not in line.text


def _is_headed_plan(run: Run) -> bool:
    """Whether an agenda stands under a heading of its own, and not under one of people."""
    return run.label is not None and LABELS().keys[run.label.key].field != "participants"


def _people_for_agenda(run: Run) -> tuple[Run, ...]:
    """The people that were taken for an agenda without a heading: bodies alone at its head, then lines that name those who serve or speak,
    then nothing but text; none of them is an item of a programme. Nothing where it is one."""
    if _is_headed_plan(run):
        return ()
    first = next((at for at, line in enumerate(run.lines) if not _is_body(line)), 0)
    keys = [_role_key(line) for line in run.lines[first:]]
    end = next((at for at, key in enumerate(keys) if key is None), len(keys))
    shapes = [measure(line.text, 1) for line in run.lines[first + end :]]
    if not any(key is not None and key.role in SERVING for key in keys[:end]) or any(keys[end:]):
        return ()
    if not all(shape.sentence and shape.words >= _TEXT and shape.agenda < LIKELY for shape in shapes):
        return ()
    hosts = [apart(run, "organizers", run.lines[:first])] if first else []
    people = [apart(run, key.name, (line,)) for line, key in zip(run.lines[first:], keys[:end], strict=False) if key is not None]
    rest = run.lines[first + end :]
    return (*hosts, *people, apart(run, "aside", rest)) if rest else (*hosts, *people)


def _served_above(run: Run) -> tuple[Run, ...]:
    """The lines above the first item of an agenda that name who moderates, where the agenda has no heading, and the agenda."""
    if _is_headed_plan(run):
        return (run,)
    first = 0
    while first < len(run.lines) - 1 and (key := _role_key(run.lines[first])) is not None and key.role in SERVING:
        first += 1
    above = [apart(run, key.name, (line,)) for line in run.lines[:first] if (key := _role_key(line)) is not None]
    return (*above, replace(run, lines=run.lines[first:], label=None, heading=None)) if first else (run,)


def _without_roster(run: Run) -> tuple[Run, ...]:
    """Results, and apart from them the people that bullets at their end name; an agenda without a heading of nothing but those is one."""
    agenda = run.slot.key.reader == "agenda" and run.label is None
    if run.slot.key.reader not in _LISTS_OF_RESULTS and not agenda:
        return (run,)
    end = len(run.lines)
    while end > 0 and _is_roster_line(run.lines[end - 1]):
        end -= 1
    if len(run.lines) - end < _ROSTER or (end > 0 and agenda) or (end == 0 and not agenda):
        return (run,)
    people = apart(run, "speakers", run.lines[end:])
    return (replace(run, lines=run.lines[:end]), people) if end else (people,)
