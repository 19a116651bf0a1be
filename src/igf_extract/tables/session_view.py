"""Everything about one session, readable at a glance in a terminal or notebook."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pandas as pd

# tables whose rows belong to a session
PARTS: Final = (
    "session_evidence", "session_documents", "session_themes", "session_sdgs", "policy_questions", "outcomes",
    "participations", "sections", "turns", "mentions",
)  # fmt: skip
_SHOWN = ("year", "session_type", "number", "format", "duration_minutes", "date", "time_as_written", "room", "language")
_LONGEST = 110


@dataclass(frozen=True, repr=False)
class SessionView:
    """One session: ``view.title`` and the other columns of ``sessions``, ``view.participations`` and the other tables of it."""

    session_id: str
    rows: Mapping[str, pd.DataFrame] = field(repr=False)
    documents: pd.DataFrame = field(repr=False)

    @property
    def facts(self) -> dict[str, Any]:
        """The session's row, without what is null."""
        row = self.rows["sessions"].iloc[0]
        return {str(name): value for name, value in row.items() if not pd.isna(value)}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name in ("rows", "documents", "session_id"):
            raise AttributeError(name)
        if name in self.rows:
            return self.rows[name]
        if name in self.rows["sessions"].columns:
            return self.facts.get(name)
        raise AttributeError(f"a session has no {name!r}; it has {', '.join(self.__dir__())}")

    def __dir__(self) -> list[str]:
        return [*self.rows["sessions"].columns, *(name for name in self.rows if name != "sessions"), "documents", "facts", "evidence"]

    def evidence(self) -> pd.DataFrame:
        """The scalar facts with the characters they were read from, in a column ``quote``."""
        rows = self.rows["session_evidence"]
        return rows.assign(quote=quoted(rows, self.documents))

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(repr(self))}</pre>"

    def _lines(self) -> Iterator[str]:
        facts = self.facts
        yield f"{self.session_id}  {facts.get('title', '(no title)')}"
        told = {name: _shown(facts[name]) for name in _SHOWN if name in facts}
        yield "  " + "  ".join(f"{name}: {value}" for name, value in told.items())
        if "description" in facts:
            yield f"  {_cut(facts['description'])}"
        for name, column in (("session_themes", "theme"), ("session_sdgs", "sdg")):
            values = [str(value) for value in self._values(name, column)]
            if values:
                yield f"  {name.removeprefix('session_')}: {'; '.join(dict.fromkeys(values))}"
        yield from self._people()
        for name in ("policy_questions", "outcomes"):
            for text in self._values(name, "text"):
                yield f"  {name.removesuffix('s').replace('_', ' ')}: {_cut(text)}"
        sizes = [f"{len(self.rows[name])} {name}" for name in ("sections", "turns", "mentions")]
        yield f"  {len(self.documents)} document(s): {'; '.join(self.documents['source'])}; {', '.join(sizes)}"

    def _people(self) -> Iterator[str]:
        for row in self._records("participations"):
            details = [row[c] for c in ("title", "organization", "stakeholder_group", "regional_group", "country") if not pd.isna(row[c])]
            name = row["name"] if not pd.isna(row["name"]) else "-"
            yield f"  {row['role']}: {', '.join([str(name), *map(str, details)])}"

    def _values(self, table: str, column: str) -> list[Any]:
        return list(self.rows[table][column])

    def _records(self, table: str) -> list[dict[Any, Any]]:
        return list(self.rows[table].to_dict("records"))


def quoted(rows: pd.DataFrame, documents: pd.DataFrame) -> pd.Series[str]:
    """The characters that each row was read from; null where a row has no offsets."""
    texts = dict(zip(documents["document_id"], documents["text"], strict=True))
    places = zip(rows["document_id"], rows["char_start"], rows["char_end"], strict=True)
    found = [None if pd.isna(start) else texts[document][start:end] for document, start, end in places]
    return pd.Series(found, index=rows.index, dtype=pd.StringDtype("pyarrow"), name="quote")


def _shown(value: Any) -> str:
    return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else str(value)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
