"""The statistical model: the shipped one, another spaCy pipeline, or none.

spaCy is imported only when a model is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from igf_extract.ner.candidate import ORG, PERSON

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT = "en_igf_names"
_TRY = f"try --model {DEFAULT} or --model none"
_LABELS = {"PERSON": PERSON, "PER": PERSON, "ORG": ORG, "ORGANIZATION": ORG}
_NOT_NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "textcat", "morphologizer")
_BATCH = 256
# In a memory zone spaCy's tokenizer stores no word, and to split each anew is a third of the time: words seen outside it stay.
_REMEMBERED = 30_000  # words; a few megabytes
_LONGEST = 40  # characters of a word worth remembering


class ModelError(Exception):
    """A model for names cannot be used: says which, why, and what to try."""


class NameModel(Protocol):
    """Finds names in texts. ``name`` and ``version`` are for the run's record."""

    name: str
    version: str

    def find(self, texts: Sequence[str]) -> Iterator[list[tuple[int, int, str]]]:
        """For each text, in order: the names in it as (start, end, PERSON or ORG)."""
        ...


class SpacyModel:
    """A spaCy pipeline with an entity recogniser, its labels mapped to PERSON and ORG; other labels are dropped."""

    def __init__(self, name: str, nlp: Language) -> None:
        self.name = name
        self.version = str(nlp.meta.get("version", ""))
        self._nlp = nlp
        self._remembered: set[str] = set()

    def find(self, texts: Sequence[str]) -> Iterator[list[tuple[int, int, str]]]:
        """For each text, in order: the names in it as (start, end, label)."""
        self._remember(texts)
        with self._nlp.memory_zone():
            for doc in self._nlp.pipe(texts, batch_size=_BATCH):
                yield [(e.start_char, e.end_char, _LABELS[e.label_]) for e in doc.ents if e.label_ in _LABELS]

    def _remember(self, texts: Sequence[str]) -> None:
        """The first words of a run stay in the tokenizer's cache; all others are forgotten after each call, so that memory does not grow.

        One call a word: after a special case ("don't") spaCy caches nothing more of the same text.
        """
        if len(self._remembered) >= _REMEMBERED:
            return
        for word in chain.from_iterable(text.split() for text in texts):
            if len(word) <= _LONGEST and word not in self._remembered and len(self._remembered) < _REMEMBERED:
                self._remembered.add(word)
                self._nlp.make_doc(word)


def load_model(name: str = DEFAULT) -> NameModel | None:
    """The model of that name: the shipped one, an installed spaCy package, a folder, or None for ``none``.

    Raises:
        ModelError: no such model, or it cannot find people and organisations.
    """
    if name == "none":
        return None
    shipped = files("igf_extract").joinpath("models", name)
    path: Path | str
    if name.isidentifier() and shipped.is_dir():
        path = Path(str(shipped))
    elif Path(name).is_dir():
        path = Path(name)
    elif name.isidentifier() and find_spec(name) is not None:
        path = name
    else:
        raise ModelError(f"model {name!r} is neither in the package nor an installed spaCy model nor a folder; {_TRY}")
    import spacy

    try:
        nlp = spacy.load(path, exclude=list(_NOT_NEEDED))
    except (OSError, ValueError, ImportError, KeyError) as error:
        raise ModelError(f"model {name!r} is no spaCy pipeline that this version can load ({error}); {_TRY}") from error
    labels = {label for component in ("ner", "entity_ruler", "beam_ner") for label in nlp.pipe_labels.get(component, ())}
    if not labels & set(_LABELS):
        raise ModelError(f"model {name!r} does not find PERSON (or PER) and ORG; {_TRY}")
    if hasattr(nlp.tokenizer, "max_cache_size"):
        nlp.tokenizer.max_cache_size = 2 * _REMEMBERED
    return SpacyModel(name, nlp)
