"""The page forms of ``data/forms/*.toml``: which fields a page has, in which order, under which labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from igf_extract.vocab.fold import fold
from igf_extract.vocab.labels import LABELS, Key
from igf_extract.vocab.load import DataFileError, read_data

_OWN_WORDS = 5  # words of a label that tells forms apart
_FORM_KEYS = {"name", "about", "kind", "session_types", "years", "implies", "needs", "typed_titles", "slots"}
_SLOT_KEYS = {"key", "label", "inline", "presence", "accepts", "shape"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A field's place in a form. ``label`` is "" where the site prints none; ``presence`` is the share of pages that fill it."""

    key: Key
    label: str
    inline: bool
    presence: float
    accepts: frozenset[str]
    shape: str

    @property
    def one_token(self) -> bool:
        """Whether the label is lost in the mode that drops lines of one token."""
        return not self.inline and len(self.label.split()) == 1


@dataclass(frozen=True, eq=False)
class Form:
    """One form of the site. ``years`` is (first, last); ``implies`` holds session facts that the form alone makes certain; one of the
    labels ``needs`` must stand on a page for the form to be tried at all (none: always); ``typed``: its titles name the type."""

    name: str
    kind: str
    session_types: frozenset[str]
    years: tuple[int, int]
    implies: Mapping[str, Any]
    slots: tuple[Slot, ...]
    needs: frozenset[str] = frozenset()
    typed: bool = False

    @cached_property
    def label_keys(self) -> frozenset[str]:
        """All label keys that some slot of the form is opened by."""
        return frozenset(key for slot in self.slots if slot.label for key in slot.accepts)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The labels that are so long that hardly another form prints them, folded."""
        labels = (fold(slot.label).lstrip("- ").rstrip(" :.") for slot in self.slots)
        return frozenset(label for label in labels if len(label.split()) >= _OWN_WORDS)


def _slot(entry: Mapping[str, Any], form: str) -> Slot:
    keys = LABELS().keys
    unknown = set(entry) - _SLOT_KEYS
    if unknown or entry.get("key") not in keys or not {"label", "presence"} <= set(entry):
        raise DataFileError(
            f"data/forms/{form}: slot {dict(entry)} has unknown entries {sorted(unknown)}, an unknown key, or lacks label or presence"
        )
    if not 0 < entry["presence"] <= 1:
        raise DataFileError(f"data/forms/{form}: presence of {entry['key']} must be above 0 and at most 1")
    key = keys[entry["key"]]
    accepts = frozenset([key.name, *entry.get("accepts", ())])
    if not accepts <= set(keys):
        raise DataFileError(f"data/forms/{form}: {entry['key']} accepts unknown label keys {sorted(accepts - set(keys))}")
    return Slot(key, entry["label"], entry.get("inline", False), entry["presence"], accepts, entry.get("shape", key.shape))


def read_form(data: Mapping[str, Any], file_name: str) -> Form:
    """A form from its TOML content.

    Raises:
        DataFileError: an entry is missing, unknown, or of the wrong type.
    """
    unknown, missing = set(data) - _FORM_KEYS, {"name", "kind", "slots"} - set(data)
    if unknown or missing:
        raise DataFileError(f"data/forms/{file_name}: unknown entries {sorted(unknown)}, missing entries {sorted(missing)}")
    first, last = data.get("years", (2006, 2035))
    slots = tuple(_slot(entry, file_name) for entry in data["slots"])
    return Form(
        data["name"],
        data["kind"],
        frozenset(data.get("session_types", ())),
        (first, last),
        MappingProxyType(data.get("implies", {})),
        slots,
        frozenset(data.get("needs", ())),
        bool(data.get("typed_titles", False)),
    )


@cache
def FORMS() -> tuple[Form, ...]:
    """All forms of the package, in the order of their names.

    Raises:
        DataFileError: a form's file is wrong, or two files give one name.
    """
    names = sorted(path.name for path in files("igf_extract").joinpath("data", "forms").iterdir() if path.name.endswith(".toml"))
    forms = tuple(read_form(read_data(f"forms/{name}"), name) for name in names)
    if len({form.name for form in forms}) < len(forms):
        raise DataFileError("data/forms: two files give the same name")
    return forms
