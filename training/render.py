"""Fills templates with invented names: training sentences with exact spans.

A template is text with slots. ``{P}`` person, ``{P:1}`` a person who comes back as ``{F:1}`` (first name) and ``{L:1}``
(surname), ``{O}`` organisation, ``{=UN}`` that very organisation; the other slots are listed in ``_ORG_SLOTS`` and
``_PLAIN_SLOTS``. Only people and organisations become spans.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import organizations as org
from fillers import fillers
from people import PersonName, invented, person

from igf_extract.ner.words import same_length

_SLOT = re.compile(r"\{(=?)([^{}:]+)(?::(\d))?\}")
Span = tuple[int, int, str]


@dataclass(slots=True)
class Rendered:
    """A text and its names as (start, end, label)."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)

    def add(self, piece: str, label: str | None = None) -> None:
        if label and piece:
            self.spans.append((len(self.text), len(self.text) + len(piece), label))
        self.text += piece

    def join(self, other: Rendered, between: str) -> None:
        shift = len(self.text) + len(between)
        self.spans += [(a + shift, b + shift, label) for a, b, label in other.spans]
        self.text += between + other.text


def _pick(*names: str) -> Callable[[random.Random], str]:
    return lambda rng: rng.choice(names)


def _forum_body(prefix: str) -> Callable[[random.Random], str]:
    return lambda rng: f"{prefix} {rng.choice(fillers()['organization']['subjects'])}"


def _nri(rng: random.Random) -> str:
    if rng.random() < 0.4:
        return rng.choice(org.known("regional_igf"))
    place = rng.choice(org.places("countries") + org.places("regions"))
    return rng.choice(
        (
            f"{place} IGF",
            f"IGF {place}",
            f"Youth IGF {place}",
            f"{place} Youth IGF",
            f"{place} Internet Governance Forum",
            f"{place} School on Internet Governance",
        )
    )


def _court(rng: random.Random) -> str:
    city, country = org.city(rng), rng.choice(org.places("countries"))
    return rng.choice(
        (
            f"Supreme Court of {country}",
            f"{city} High Court",
            f"Constitutional Court of {country}",
            f"Federal Court of {city}",
            "Supreme Court",
            "Court of Justice of the European Union",
            "European Court of Human Rights",
            f"Administrative Court of {city}",
            f"African Court on {rng.choice(fillers()['organization']['subjects'])}",
        )
    )


def _committee_of_parliament(rng: random.Random) -> str:
    subject = rng.choice(fillers()["organization"]["ministries"])
    return rng.choice(
        (
            f"Committee on {subject}",
            "House of Commons",
            "Bundestag",
            "National Assembly",
            "Senate",
            f"Parliament of {rng.choice(org.places('countries'))}",
            f"{subject} Committee",
            "European Parliament",
            "Knesset",
            "Riksdag",
        )
    )


def _bank(rng: random.Random) -> str:
    return rng.choice(
        (
            f"Bank of {org.city(rng)}",
            f"{invented(rng)} Bank",
            "World Bank",
            f"Development Bank of {invented(rng)}",
            f"Banco de {org.city(rng)}",
            f"{org.city(rng)} Savings Bank",
            f"Central Bank of {rng.choice(org.places('countries'))}",
        )
    )


def _locals(rng: random.Random) -> str:
    return rng.choice(
        (
            f"{invented(rng)} Networks",
            f"{invented(rng)}Net",
            f"{invented(rng)} Community Network",
            f"{invented(rng)} Telecooperative",
            f"{invented(rng)} Wireless",
            f"{invented(rng)}.net",
            f"Red {invented(rng)}",
            invented(rng),
        )
    )


_ORG_SLOTS: dict[str, Callable[[random.Random], str]] = {
    "O": org.any_organization,
    "A": lambda rng: rng.choice(org.known_acronyms()) if rng.random() < 0.8 else org.acronym(rng),
    "B": lambda rng: org.brand(rng) if rng.random() < 0.6 else rng.choice(org.known("company")),
    "U": org.university,
    "M": org.ministry,
    "RG": org.regulator,
    "C": org.committee,
    "C2": _pick(
        "General Assembly",
        "UN General Assembly",
        "Human Rights Council",
        "Security Council",
        "Economic and Social Council",
        "Third Committee",
        "Commission on Science and Technology for Development",
        "UN Human Rights Council",
        "United Nations General Assembly",
    ),
    "DC": lambda rng: _forum_body("Dynamic Coalition on")(rng) if rng.random() < 0.6 else rng.choice(org.known("ig_body")),
    "DCA": lambda rng: "DC-" + org.acronym(rng)[:4],
    "BPF": _forum_body("Best Practice Forum on"),
    "PN": _forum_body("Policy Network on"),
    "NRI": _nri,
    "CT": _court,
    "MEDIA": org.media,
    "MEDIA2": org.media,
    "PARLC": _committee_of_parliament,
    "PARTY": lambda rng: (
        f"{rng.choice(('Green', 'Liberal', 'Labour', 'Pirate', 'Democratic', 'Peoples', 'Civic'))} Party"
        + rng.choice(("", f" of {rng.choice(org.places('countries'))}"))
    ),
    "BANK": _bank,
    "ES": lambda rng: org.of_pattern(rng, "es"),
    "FR": lambda rng: org.of_pattern(rng, "fr"),
    "PT": lambda rng: org.of_pattern(rng, "pt"),
    "DE": lambda rng: org.of_pattern(rng, "de"),
    "DOM": org.domain,
    "LC": _locals,
    "FIRM": lambda rng: f"{invented(rng)} & {invented(rng)}" + rng.choice(("", f" {invented(rng)}", " Toys", " Söhne")),
    "ACN": lambda rng: f"{rng.choice(org.known_acronyms())} {rng.choice(org.places('countries'))}",
    "BW": org.ordinary_brand,
    "PB": org.personal_brand,
    "DB": org.record,
    "YO": org.of_country,
    "EU": _pick("European Union", "EU"),
    "AU": _pick("African Union", "AU"),
}


def _treaty(rng: random.Random) -> str:
    if rng.random() < 0.7:
        return str(rng.choice(fillers()["treaties"]))
    return f"{rng.choice(fillers()['treaty_heads'])} {rng.choice(fillers()['organization']['subjects'])}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_PLAIN_SLOTS: dict[str, Callable[[random.Random], str]] = {
    "TP": lambda rng: str(rng.choice(fillers()["topics"])),
    "TPC": lambda rng: str(rng.choice(fillers()["topics"])).title(),
    "CN": lambda rng: rng.choice(org.places("countries")),
    "CITY": org.city,
    "PLACE": lambda rng: (
        org.city(rng) if rng.random() < 0.4 else invented(rng) if rng.random() < 0.5 else rng.choice(org.places("regions"))
    ),
    "YR": lambda rng: str(rng.randint(1995, 2026)),
    "MON": lambda rng: str(rng.choice(fillers()["months"])),
    "N": lambda rng: str(rng.randint(2, 400)),
    "NEG": _treaty,
    "JOB": lambda rng: str(rng.choice(fillers()["jobs"])),
    "PROD": lambda rng: str(rng.choice(fillers()["products"])) if rng.random() < 0.7 else invented(rng),
    "VENUE": lambda rng: str(rng.choice(fillers()["venues"])),
    "EVENT": lambda rng: str(rng.choice(fillers()["events"])),
    "LANG": lambda rng: str(rng.choice(fillers()["languages"])),
    "RGN": lambda rng: str(rng.choice(fillers()["regions"])),
    "DEM": lambda rng: str(rng.choice(fillers()["demonyms"])),
    "HEAD": lambda rng: str(rng.choice(fillers()["headings"])),
    "V": lambda rng: str(rng.choice(fillers()["verbs"])),
    "CL": lambda rng: str(rng.choice(fillers()["clauses"])),
    "CLC": lambda rng: _capital(str(rng.choice(fillers()["clauses"]))),
    "CLS": _pick("Nadie nos cree", "El cable llegó tarde", "La ley no alcanza", "Falta dinero", "No hay datos"),
    "OQ": _pick("asked why.", "agreed.", "did not answer.", "nodded.", "closed the session."),
    "QUOTE": lambda rng: f'"{rng.choice(fillers()["headings"])} {rng.choice(fillers()["organization"]["nouns"])}"',
    "OA": org.any_organization,
    "PLUR": lambda rng: str(rng.choice(fillers()["people_plural"])),
    "PLURS": lambda rng: str(rng.choice(fillers()["people_plural"])).lower(),
    "PUB": lambda rng: f"{rng.choice(fillers()['publication_heads'])} {rng.choice(fillers()['organization']['subjects'])}",
    "QT": lambda rng: str(rng.choice(fillers()["session_titles"])),
}
_INITIAL = re.compile(r"[A-ZÀ-Þ]")


def _acronym_of(name: str) -> str:
    return "".join(_INITIAL.findall(name))[:7]


def _person_slot(slot: str, who: PersonName) -> str:
    forms = {
        "P": who.full,
        "F": who.first,
        "PF": who.first,
        "L": who.last,
        "PL": who.last,
        "PU": who.full.upper(),
        "PLU": who.last.upper(),
        "PN2": f"{who.last} {who.first}",
    }
    return forms[slot]


_PEOPLE = frozenset({"P", "F", "PF", "L", "PL", "PU", "PLU", "PN2"})


def fill(template: str, rng: random.Random) -> Rendered:
    """``template`` with every slot filled."""
    out = Rendered()
    known: dict[str, PersonName] = {}
    at = 0
    for match in _SLOT.finditer(template):
        out.add(template[at : match.start()])
        literal, slot, index = match.groups()
        if literal:
            out.add(slot, "ORG")
        elif slot in _PEOPLE:
            who = known.setdefault(index, person(rng)) if index else person(rng)
            out.add(_person_slot(slot, who), "PERSON")
        elif slot == "OA":
            name = org.english(rng) if rng.random() < 0.6 else org.any_organization(rng)
            out.add(name, "ORG")
            if len(_acronym_of(name)) > 1:
                out.add(" (")
                out.add(_acronym_of(name), "ORG")
                out.add(")")
        elif slot in _ORG_SLOTS:
            out.add(_ORG_SLOTS[slot](rng).strip(), "ORG")
        else:
            out.add(_PLAIN_SLOTS[slot](rng))
        at = match.end()
    out.add(template[at:])
    return out


def templates(folder: Path) -> list[str]:
    """The lines of all template files, without comments."""
    lines: list[str] = []
    for path in sorted(folder.glob("templates*.txt")):
        lines += [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return lines


def silver(folder: Path, count: int, seed: int) -> Iterable[tuple[str, list[Span]]]:
    """``count`` paragraphs of one to four filled templates."""
    rng = random.Random(seed)
    lines = templates(folder)
    for _ in range(count):
        out = fill(rng.choice(lines), rng)
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
            out.join(fill(rng.choice(lines), rng), " ")
        yield same_length(out.text), out.spans


def replaced(text: str, spans: list[Span], rng: random.Random) -> tuple[str, list[Span]]:
    """A labelled sentence with its names exchanged for invented ones; short forms stay short."""
    out = Rendered()
    at = 0
    for start, end, label in sorted(spans):
        if start < at:
            continue
        out.add(text[at:start])
        old = text[start:end]
        out.add(_exchange(old, label, rng), label)
        at = end
    out.add(text[at:])
    return same_length(out.text), out.spans


def _exchange(old: str, label: str, rng: random.Random) -> str:
    if label == "PERSON":
        who = person(rng)
        return who.full if " " in old else rng.choice((who.first, who.last))
    if " " in old:
        return org.any_organization(rng)
    return org.acronym(rng) if old.isupper() else org.brand(rng)
