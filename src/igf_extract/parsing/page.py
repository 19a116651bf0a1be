"""One page, or one piece of a listing: noise set aside, labels found, the best form and mode chosen.

Consumes the lines of the piece; produces a ``Page``: the runs of lines that belong to one slot each, in order, with the
headings that were printed or lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from igf_extract.model import Claim, Evidence, Fact, Line, Method, Span
from igf_extract.parsing.align import Lattice, Placed, lattices, placements
from igf_extract.parsing.aside import banner_year, head_facts, heads_of, is_of_site, is_tab, noise_below, second_printing
from igf_extract.parsing.costs import Item
from igf_extract.parsing.fields.schedule import read_schedule
from igf_extract.parsing.fields.title import TitleReading
from igf_extract.parsing.flat import cut_flat_lines
from igf_extract.parsing.habits import habits_of, label_of
from igf_extract.parsing.line_shape import measure
from igf_extract.parsing.neighbours import joins_announced, names_again, questions_announced, remarks_by, settled
from igf_extract.parsing.outline import outline
from igf_extract.parsing.page_title import find_title
from igf_extract.parsing.wrapped import claims_of_all, unwrapped
from igf_extract.vocab.fold import fold
from igf_extract.vocab.forms import FORMS, Form, Slot
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.modes import MODES
from igf_extract.vocab.noise import ends_page, noise_rule
from igf_extract.vocab.roles import read_role, read_role_label

_TYPE_MISMATCH, _YEAR_MISMATCH = 6.0, 4.0  # log-odds against a form that was made for another type or year
_SLOT_LINE = 0.5  # a line is taken for the session's slot from this score on
_UNTYPED, _UNTYPED_TITLE = "", 3.0  # a title that names the meeting and no type, and the log-odds against forms whose titles name it
_OWN_WORDS, _MOST_OWN = 2.0, 5  # log-odds for a form for each of its own long labels on the page, and how many of them count
_HOPELESS = 3.5  # log-odds behind the best prior from which on a form is not aligned at all
_YEAR = re.compile(r"20[0-3]\d")
_BULLETS = ("•", "●", "✓", "▪", "◦")
_LIST_MARKS = (*_BULLETS, "-", "–", "*")
_LETTERED = re.compile(r"\(?(?:[a-h]|i{1,3}|iv|v|\d{1,2})[.)]\s")
_HEAD = 6  # lines in which the date line of an archive stands
_TAB = "session"  # the name of the site's tab, the first line of copies that have no title
TITLE_LINE = "<title line>"  # the spelling of the label that a recognised title line gets
FLAT_HEAD = "<head of a flat line>"  # of the label that the words before the first label of a flattened form get
_WORDS_OF_TITLE = 4  # from so many words on a line that ends as the title does says the title again
_WORDS_THAT_ANNOUNCE = 6
_ITEM = re.compile(r"\(?(?:(\d{1,2})|([IVX]{1,5}))([.)])\s")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_GOAL = 0.5  # a line that is so surely a goal ends a numbered list: goals bear numbers of their own
_SITE = 3  # lines above the title from which on they name the site
_FAR = 12  # lines that may stand under one item of a numbered list
_SOLID = 8  # a text of so many lines without a blank one says nothing by its gaps
_MISFIT = -3.4  # a line that fits its slot worse than this was put there by nothing but the order


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive lines of one slot. ``heading`` is the printed label's span; ``label`` is None where it was lost or never printed.

    ``lines`` hold the value only: a label alone on its line is left out, an inline label is cut off unless it names a role
    (``Speaker 2:`` stays, the reader of people lines needs it).
    """

    slot: Slot
    lines: tuple[Line, ...]
    label: Label | None
    heading: Span | None
    margin: float

    @property
    def heading_lost(self) -> bool:
        return self.label is None and bool(self.slot.label)


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of text as runs of lines, and how sure its form is."""

    form: Form
    layout: str
    runner_up: str | None
    tie: float
    title: TitleReading | None
    title_lines: tuple[Line, ...]
    runs: tuple[Run, ...]
    claims: tuple[Claim, ...]
    unclaimed: tuple[Line, ...]
    year: Fact[int] | None = None
    session_type: Fact[str] | None = None  # of all sessions below the page's head ("Best Practice Forums 2009 - Reports")


def _trimmed(line: Line) -> Line:
    """The line without the bar that ends a table cell in some copies."""
    text = line.text
    if not text.endswith("|"):
        return line
    body = text.rstrip("| \t")
    return replace(line, text=body, span=Span(line.span.start, line.span.start + len(body)))


def _hints(line: Line) -> bool:
    """Whether a bullet begins with a role other than the organizer's."""
    if not line.text.startswith(_BULLETS):
        return False
    head, colon, _ = line.text.partition(":")
    return bool(colon) and len(head) < 60 and any(role != "organizer" for role in read_role(head.lstrip("".join(_BULLETS) + " ")))


def _says_title(line: Line, label: Label | None, title: TitleReading | None, heading: str, below: int) -> bool:
    """Whether a line below the title says it again: its last words, or what it names."""
    if len(line.text.split()) >= _WORDS_OF_TITLE and heading.endswith(fold(line.text)):
        return True
    return label is None and names_again(line, title, below)


def _announces(line: Line, items: Sequence[Item]) -> bool:
    """Whether a line of prose announces a list. Under a heading of people a few words and a colon part the list of them
    ("Confirmed to date:")."""
    if not line.text.endswith(":"):
        return False
    label = next((item.anchor for item in reversed(items) if item.anchor is not None), None)
    people = label is not None and LABELS().keys[label.key].field == "participants"
    return not people or len(line.text.split()) >= _WORDS_THAT_ANNOUNCE


def _items(
    lines: Sequence[Line],
    title_at: tuple[int, int],
    cells: frozenset[int],
    heads: frozenset[int],
    title: TitleReading | None = None,
    kind: str | None = None,
) -> tuple[list[Item], list[tuple[Line, str]]]:
    """The lines to align, and the lines set aside with the rule that did so."""
    items: list[Item] = []
    solid = len(lines) >= _SOLID and not any(line.gap for line in lines[2:])
    aside: list[tuple[Line, str]] = []
    labelled: set[str] = set()
    footer: str | None = None
    introduced = False
    habits = habits_of(lines, kind)
    lost = int(bool(lines) and fold(lines[0].text) == _TAB)
    heading = fold(lines[title_at[0]].text) if title_at[1] else ""
    numbered = outline(lines) if habits.free else {}
    for i, line in enumerate(lines):
        if title_at[0] <= i < title_at[1]:
            items.append(Item(line, measure(line.text, 0), Label("title", 0, 0, TITLE_LINE)))
            continue
        if line.span.start in heads:
            items.append(Item(line, measure(line.text, len(items)), Label("schedule", 0, 0, FLAT_HEAD)))
            continue
        rule = footer or noise_rule(line.text) or noise_below(line, lines[i - 1], aside)
        label, soft = label_of(line, line.index in cells, habits) if rule is None else (None, False)
        label, soft = settled(line, label, soft, items, lines[i + 1 : i + 2])
        label, soft = (numbered[i], False) if i in numbered and rule is None else (label, soft)
        if rule is None and i >= title_at[1] and _says_title(line, label, title, heading, i - title_at[1]):
            rule = "title_again"
        if rule is None and label is not None and label.value_start is not None and line.text in labelled and not soft:
            rule = "printed_twice"
        if rule is not None:
            footer = rule if ends_page(rule) else footer
            aside.append((line, rule))
            continue
        label = label or questions_announced(line, items, lines[i + 1 : i + 3]) or remarks_by(line, lines[i + 1 : i + 4])
        if label is not None:
            labelled.add(line.text)
        listed = line.text.startswith(_LIST_MARKS) or _LETTERED.match(line.text) is not None
        unmarked = introduced and not listed and label is None and joins_announced(line, items[-1], lines[i + 1 : i + 2])
        introduced = label is None and (introduced if listed or unmarked else _announces(line, items))
        shape = measure(line.text, len(items) + lost, introduced and (listed or unmarked))
        items.append(Item(line, shape, label, soft, _hints(line), 1 if solid else line.gap))
    return _numbered_lists(items), aside


def _numbered_lists(items: Sequence[Item]) -> list[Item]:
    """The items, those inside numbered lists marked: from behind "1." to the last number of the list, whatever stands between."""
    inside: set[int] = set()
    begun, last, number, mark = -1, -1, 0, ""
    for at, item in enumerate(items):
        if (item.label is not None and not item.soft) or item.shape.goal >= _GOAL:
            begun = -1
            continue
        found = _ITEM.match(item.line.text)
        if found is None:
            continue
        value = int(found[1]) if found[1] else _ROMAN.index(found[2]) + 1 if found[2] in _ROMAN else 0
        style = found[3] + ("I" if found[2] else "1")
        if value == 1:
            begun, last, number, mark = at, at, 1, style
        elif begun >= 0 and style == mark and value == number + 1 and at - last <= _FAR:
            inside.update(range(last + 1, at + 1))
            last, number = at, number + 1
    return [replace(item, inside=True) if at in inside else item for at, item in enumerate(items)]


def _year(items: Sequence[Item], title: TitleReading | None, banner: Fact[int] | None) -> int | None:
    """The year that title, banner or a line with the session's slot names, to weigh the forms by."""
    if title is not None and title.year is not None:
        return title.year.value
    if banner is not None:
        return banner.value
    for item in items:
        found = _YEAR.search(item.line.text) if item.shape.schedule >= _SLOT_LINE and not _is_update(item) else None
        if found is not None:
            return int(found[0])
    return None


def _type(items: Sequence[Item], title: TitleReading | None) -> str | None:
    """The type that the title or a date line ("3 May 2012 - A Dynamic Coalition on ...") names, to weigh the forms by."""
    if title is not None and title.session_type is not None:
        return title.session_type.value
    dated = [item.line for item in items[:_HEAD] if item.label is None and item.shape.schedule >= _SLOT_LINE]
    said = read_schedule(dated, None).session_type if dated else None
    if said is None:
        return _UNTYPED if title is not None and title.year is not None else None
    return said.value


def _is_update(item: Item) -> bool:
    return item.label is not None and item.label.key == "updated"


def _prior(form: Form, session_type: str | None, year: int | None, labels: set[str], spellings: set[str]) -> float:
    """Log-odds for a form before its lines are aligned: type, year, and the labels it knows."""
    score = 0.0
    if session_type == _UNTYPED:
        score -= _UNTYPED_TITLE * form.typed
    elif session_type is not None and form.session_types and session_type not in form.session_types:
        score -= _TYPE_MISMATCH
    if year is not None and not form.years[0] <= year <= form.years[1]:
        score -= _YEAR_MISMATCH * min(2.0, 0.5 + 0.5 * min(abs(year - form.years[0]), abs(year - form.years[1])))
    score += _OWN_WORDS * min(_MOST_OWN, len(spellings & form.own_words))
    return score - 0.5 * len(labels - form.label_keys)


def _best(items: Sequence[Item], session_type: str | None, year: int | None, kind: str | None) -> tuple[Lattice, Lattice | None]:
    """The best lattice over forms and modes, and the best of another form."""
    labels = {item.anchor.key for item in items if item.anchor is not None and item.anchor.key != "title"}
    spellings = {item.label.spelling for item in items if item.label is not None}
    printed = {item.label.key for item in items if item.label is not None}
    forms = [form for form in FORMS() if not form.needs or form.needs & printed]
    forms = [form for form in forms if kind is None or form.kind == kind] or forms
    priors = sorted(
        ((_prior(form, session_type, year, labels, spellings), form) for form in forms), key=lambda pair: (-pair[0], pair[1].name)
    )
    tried = [
        replace(lattice, score=lattice.score + prior)
        for prior, form in priors
        if prior > priors[0][0] - _HOPELESS
        for lattice in lattices(form, MODES(), items)
    ]
    tried.sort(key=lambda lattice: (-lattice.score, lattice.form.name, lattice.mode.name))
    return tried[0], next((lattice for lattice in tried if lattice.form is not tried[0].form), None)


def _value_line(item: Item) -> Line | None:
    """The item's line without its label; None where nothing is left."""
    label = item.label
    if label is None or (label.key == "title" and label.spelling == TITLE_LINE):
        return item.line
    key = LABELS().keys[label.key]
    if key.reader == "affiliation":
        return item.line
    if label.value_start is None:
        return None
    stuck = label.value_start == label.end  # "SpeakersAna Lima"
    named = read_role_label(label.spelling) is not None
    role = len(label.spelling.split()) <= 3 and (named or (key.name != "hosts" and ":" in item.line.text[: label.value_start]))
    if key.field == "participants" and role and not stuck:
        return item.line  # the reader of people needs the role
    start = item.line.span.start + label.value_start
    return replace(item.line, text=item.line.text[label.value_start :], span=Span(start, item.line.span.end))


def _runs(items: Sequence[Item], placed: Sequence[Placed]) -> tuple[Run, ...]:
    runs: list[Run] = []
    current: list[tuple[Item, Placed]] = []

    def close() -> None:
        if not current:
            return
        head = current[0][0]
        label = head.label
        lines = tuple(line for line in (_value_line(item) for item, _ in current) if line is not None)
        heading = (
            Span(head.line.span.start, head.line.span.start + label.end) if label is not None and label.end and not head.soft else None
        )
        runs.append(Run(current[0][1].slot, lines, label, heading, min(place.margin for _, place in current)))

    for item, place in zip(items, placed, strict=True):
        opens = item.label is not None and not item.soft
        joins = current and (place.place == current[-1][1].place or (item.soft and place.slot.key is current[-1][1].slot.key))
        numbered = opens and item.label is not None and "#" in item.label.spelling and place.slot.key.field == "participants"
        same_title = opens and item.label is not None and item.label.spelling == TITLE_LINE
        if not joins or (opens and not numbered and not same_title):
            close()
            current = []
        current.append((item, place))
    close()
    return tuple(runs)


def _claims(items: Sequence[Item], result: Lattice, placed: Sequence[Placed]) -> tuple[Claim, ...]:
    claims = []
    labelled, before = False, -1
    for item, place in zip(items, placed, strict=True):
        labelled = item.label is not None or (labelled and place.place == before)
        before = place.place
        if item.label is not None and not item.soft:
            rule, method = f"label:{item.label.spelling}", Method.LABEL
        else:
            rule, method = f"{result.form.name}/{result.mode.name}:{place.slot.key.name}", Method.POSITION
        claims.append(
            Claim(
                item.line.index,
                place.slot.key.field,
                Evidence(item.line.span, rule, method),
                bool(place.slot.label) and not labelled,
                None,
                place.runner_up,
                round(place.margin, 2),
                item.label is not None or place.fit >= _MISFIT,
            )
        )
    return tuple(claims)


def _without(lines: Sequence[Line], aside: Sequence[tuple[Line, str]]) -> list[Line]:
    gone = {id(line) for line, _ in aside}
    return [line for line in lines if id(line) not in gone]


def read_page(lines: Sequence[Line], kind: str | None = None) -> Page | None:
    """Aligns the lines of one page or piece. None where no line but noise is left."""
    printed = lines
    lines, heads = cut_flat_lines(unwrapped(lines))
    cells = frozenset(line.index for line in lines if heads or line.text.endswith("|"))
    lines = [_trimmed(line) for line in lines if line.text.strip("| ")]
    kept = [line for line in lines if noise_rule(line.text) is None]
    again = second_printing(kept)
    above = [(line, "tab") for line in kept[:1] if is_tab(line, kept[1:])]
    above += [(line, "second_printing") for line in kept[again:]]
    lines, kept = _without(lines, above), kept[len(above) - (len(kept) - again) : again]
    heads_above = heads_of(kept)
    above += [(line, "page_head") for line in heads_above]
    lines, kept = _without(lines, above), _without(kept, above)
    head_year, head_type = head_facts(heads_above)
    title, first, last = find_title(kept)
    if last:
        first, last = (next(i for i, line in enumerate(lines) if line is kept[at]) for at in (first, last - 1))
        last += 1
    site = [(line, "above_title") for line in lines[:first] if is_of_site(line)] if first >= _SITE else []
    lines, first, last = _without(lines, site), first - len(site), last - len(site)
    items, aside = _items(lines, (first, last), cells, heads, title, kind)
    if not items:
        return None
    aside = [*above, *site, *aside]
    banner = head_year or banner_year(aside)
    session_type = _type(items, title)
    session_type = session_type if session_type or head_type is None else head_type.value
    winner, second = _best(items, session_type, _year(items, title, banner), kind)
    placed = placements(winner)
    runs = _runs(items, placed)
    noise = tuple(Claim(line.index, "noise", Evidence(line.span, f"noise:{rule}", Method.LEXICON)) for line, rule in aside)
    claims = tuple(sorted((*_claims(items, winner, placed), *noise), key=lambda claim: claim.line))
    claims = claims_of_all(claims, printed)
    misfits = {claim.line for claim in claims if not claim.fits}
    unclaimed = tuple(item.line for item in items if item.line.index in misfits)
    tie = winner.score - second.score if second is not None else 99.0
    layout = f"{winner.form.name}/{winner.mode.name}"
    runner_up = f"{second.form.name}/{second.mode.name}" if second is not None else None
    return Page(winner.form, layout, runner_up, tie, title, tuple(lines[first:last]), runs, claims, unclaimed, banner, head_type)
