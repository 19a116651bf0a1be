"""The runs of a page: consecutive lines of one slot, and what claimed each line.

Consumes the aligned lines; produces ``Run`` and ``Claim``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from igf_extract.model import Claim, Evidence, Line, Method, Span
from igf_extract.parsing.align import Lattice, Placed
from igf_extract.parsing.item import Item
from igf_extract.parsing.line_shape import LIKELY
from igf_extract.parsing.lines import part_of, span_in
from igf_extract.vocab.forms import Slot
from igf_extract.vocab.labels import LABELS, Label
from igf_extract.vocab.roles import attribute_of, read_role_label

TITLE_LINE = "<title line>"  # the spelling of the label that a recognised title line gets
FLAT_HEAD = "<head of a flat line>"  # of the label that the words before the first label of a flattened form get
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
        """Whether the form prints a label for the slot, and the page has none."""
        return self.label is None and bool(self.slot.label)


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
    # "SpeakersAna Lima", "Speakers Ana Lima" in a row of a table; not "Organized by the Lima Network"
    stuck = not item.line.text[label.end : label.value_start].strip() and not label.spelling.endswith(" by")
    named = read_role_label(label.spelling) is not None
    role = len(label.spelling.split()) <= 3 and (named or (key.name != "hosts" and ":" in item.line.text[: label.value_start]))
    if key.field == "participants" and role and not stuck:
        return item.line  # the reader of people needs the role
    return part_of(item.line, label.value_start)


def _is_inner(item: Item, place: Placed, above: Sequence[tuple[Item, Placed]]) -> bool:
    """Whether a label stands inside the text above it ("Outline: …", behind a description): it is one text."""
    label = item.label
    if label is None or label.value_start is None or label.spelling not in LABELS().inner or not above:
        return False
    begun = any(_value_line(other) is not None for other, _ in above)
    return begun and above[-1][1].slot.key is place.slot.key


def with_own_people(items: Sequence[Item], placed: Sequence[Placed]) -> list[Placed]:
    """Where each line was put. A body told at the end of a field that tells its bodies before their people belongs to the next field.

    Flattened pages: "Organizational Affiliation: Foo" stands above "Speaker: Ana Lima" as above "Organizer: Ben Wood" before.
    """
    out = list(placed)
    first = ""  # what the field tells first: a body or a person
    for at, (item, place) in enumerate(zip(items, placed, strict=True)):
        first = first if at and placed[at - 1].place == place.place else ""
        if item.label is None or item.label.value_start is None:
            continue
        is_last = at + 1 < len(items) and placed[at + 1].place != place.place
        is_body = attribute_of(item.label.spelling) == "organization"
        first = first or ("body" if is_body else "person" if read_role_label(item.label.spelling) else "")
        below = items[at + 1].label if is_last else None
        if is_body and first == "body" and below is not None and below.value_start is not None and read_role_label(below.spelling):
            out[at] = placed[at + 1]
    return out


def with_text_on_format(items: Sequence[Item], placed: Sequence[Placed]) -> list[Placed]:
    """Where each line was put. Text below the heading of the format is text on the format, up to the next label, where the description
    has a heading of its own further down."""
    out = list(placed)
    headed: Placed | None = None
    for at, (item, place) in enumerate(zip(items, placed, strict=True)):
        if item.label is not None:
            named = item.heading is not None and item.heading.key == "format" and place.slot.shape == "format_or_text"
            headed = place if named and _is_headed("description", items[at + 1 :]) else None
        elif headed is not None and place.slot.key.field == "description":
            out[at] = replace(headed, margin=place.margin)
    return out


def with_speakers_last(items: Sequence[Item], placed: Sequence[Placed], slots: Sequence[Slot]) -> list[Placed]:
    """Where each line was put. A second list of organizers without a heading, apart from the first and behind other fields, is that of the
    speakers where the page has none and its form has one."""
    free = [item.label is None and place.slot.key.name == "organizers" for item, place in zip(items, placed, strict=True)]
    spoken = any(item.label is None and place.slot.key.name == "speakers" for item, place in zip(items, placed, strict=True))
    slot = next((at for at, slot in enumerate(slots) if slot.key.name == "speakers"), None)
    first = next((at for at, one in enumerate(free) if one), len(free))
    behind = next((at for at in range(first, len(free)) if not free[at]), len(free))
    again = [at for at in range(behind, len(free)) if free[at] and items[at].shape.person >= LIKELY]
    fields = {place.slot.key.field for place in placed[behind : again[0]]} if again else set()
    out = list(placed)
    if slot is not None and not spoken and "agenda" in fields:
        for at in again:
            out[at] = replace(placed[at], slot=slots[slot], place=slot)
    return out


def _is_headed(field: str, items: Sequence[Item]) -> bool:
    """Whether a heading of the field stands alone on one of the lines."""
    return any(item.heading is not None and LABELS().keys[item.heading.key].field == field for item in items)


def runs_of(items: Sequence[Item], placed: Sequence[Placed]) -> tuple[Run, ...]:
    """The placed lines as runs: a new one at each label, and where the slot changes."""
    runs: list[Run] = []
    current: list[tuple[Item, Placed]] = []

    def close() -> None:
        if not current:
            return
        head = current[0][0]
        label = head.label
        lines = tuple(line for line in (_value_line(item) for item, _ in current) if line is not None)
        heading = span_in(head.line, 0, label.end) if label is not None and label.end and not head.soft else None
        runs.append(Run(current[0][1].slot, lines, label, heading, min(place.margin for _, place in current)))

    for item, place in zip(items, placed, strict=True):
        item = replace(item, label=None) if _is_inner(item, place, current) else item
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


def claims_of(items: Sequence[Item], result: Lattice, placed: Sequence[Placed]) -> tuple[Claim, ...]:
    """What claimed each line: its label, or its place in the form."""
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
