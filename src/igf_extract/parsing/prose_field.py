"""Which field of a page a paragraph belongs to by its words alone: what speaks where its heading was lost.

Method: multinomial logistic regression over tf-idf weighted words and word pairs (Manning, Raghavan and Schütze 2008, chapters 6
and 15). ``training/prose_fields.py`` makes the weights in ``models/prose_fields``; nothing but NumPy is needed to read them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from igf_extract.vocab.fold import fold_accents
from igf_extract.vocab.list_marks import has_mark

Scores = npt.NDArray[np.float64]
WEIGHTS = "models/prose_fields/weights.npz"
_LONGEST = 4000  # characters that are looked at
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ENUMERATED = re.compile(r"\(?[\da-z]{1,2}[.)]\s", re.IGNORECASE)
_HEADED = re.compile(r"[^.]{3,60}:")
_CAPITALS = 9  # classes of the share of capitals: a thirtieth of the characters each, all above together
_COMMAS = 5  # and more
_LENGTHS = 7  # classes of length: up to 2, 6, 14, 30, 62, 126 words, and more


def terms(text: str) -> Iterator[str]:
    """The features of a paragraph: its words, the pairs of them, how it begins and ends, how long it is, and
    how many capitals and commas it has; numbers count alike.

    >>> list(terms("Two 10 minute talks."))  # doctest: +NORMALIZE_WHITESPACE
    ['two', '#', 'minute', 'talks', 'two #', '# minute', 'minute talks', '^two', '^two #', '^two # minute', '~length 2', '~capitals 1',
    '~commas 0']
    """
    text = text[:_LONGEST].strip()
    words = ["#" if word[0].isdigit() else word for word in _WORD.findall(fold_accents(text))]
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(words))
    yield from ("^" + " ".join(words[:count]) for count in (1, 2, 3) if len(words) >= count)
    yield f"~length {min(_LENGTHS, (len(words) + 1).bit_length() - 1)}"
    yield f"~capitals {min(_CAPITALS, 30 * sum(map(str.isupper, text)) // max(1, len(text)))}"
    yield f"~commas {min(_COMMAS, text.count(','))}"
    if text.endswith("?"):
        yield "~asks"
    elif not text.endswith((".", "!")):
        yield "~open end"
    if has_mark(text):
        yield "~mark"
    if _ENUMERATED.match(text) is not None:
        yield "~number"
    if _HEADED.match(text) is not None:
        yield "~colon"


@dataclass(frozen=True, eq=False)
class ProseFields:
    """The trained weights: ``fields`` (codes of the table sections), the place of each known term, ``idf [term]``, ``weights [term,
    field]``, ``bias [field]`` and ``prior [field]``, the log share of each field among the paragraphs trained on."""

    fields: tuple[str, ...]
    places: Mapping[str, int]
    idf: Scores
    weights: Scores
    bias: Scores
    prior: Scores

    def log_odds(self, text: str) -> Scores:
        """``[field]``: log of how much likelier each field is for this paragraph than for any; negative speaks against it."""
        found = Counter(place for term in terms(text) if (place := self.places.get(term)) is not None)
        scores = self.bias.copy()
        if found:
            at = np.fromiter(found, int)
            values = (1.0 + np.log(np.fromiter(found.values(), float))) * self.idf[at]
            scores += (values / np.sqrt(values @ values)) @ self.weights[at]
        likelihood = scores - scores.max()
        return np.asarray(likelihood - np.log(np.exp(likelihood).sum()) - self.prior)

    def best(self, text: str) -> str:
        """The field for which the words of a paragraph speak most, however often paragraphs belong to it."""
        return self.fields[int(self.log_odds(text).argmax())]

    def speaks_for(self, text: str, field: str) -> bool:
        """Whether the words of a paragraph are likelier in that field than in any."""
        return float(self.log_odds(text)[self.fields.index(field)]) > 0


def read_weights(path: Traversable) -> ProseFields:
    """The weights that ``training/prose_fields.py`` wrote to a file."""
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as data:
        known = bytes(data["terms"]).decode("utf-8").split("\n")
        numbers = (np.asarray(data[name], float) for name in ("idf", "weights", "bias", "prior"))
        return ProseFields(tuple(map(str, data["fields"])), {term: at for at, term in enumerate(known)}, *numbers)


@cache
def prose_fields() -> ProseFields:
    """The weights that the package ships."""
    return read_weights(files("igf_extract").joinpath(WEIGHTS))
