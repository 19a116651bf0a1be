"""What the slots of a template are filled with: organisations (labelled), and plain words (not)."""

from __future__ import annotations

import random
from collections.abc import Callable

import bodies
import brands
import organizations as org
from data_files import fillers
from people import invented, person

Draw = Callable[[random.Random], str]


def _pick(*names: str) -> Draw:
    return lambda rng: rng.choice(names)


def _forum_body(prefix: str) -> Draw:
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


ORGANIZATIONS: dict[str, Draw] = {
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
    "DCA": lambda rng: "DC-" + (org.acronym(rng)[:4] if rng.random() < 0.6 else rng.choice(fillers()["organization"]["subjects"])),
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
    "BW": lambda rng: brands.ordinary(rng) if rng.random() < 0.5 else brands.one_word(rng),
    "PB": org.personal_brand,
    "DB": org.record,
    "YO": org.of_country,
    "W": brands.one_word,
    "NB": bodies.nested,
    "MOF": bodies.of_state,
    "NL": bodies.in_language,
    "FL": bodies.of_group("fl"),
    "FL2": bodies.of_group("fl2"),
    "FO": bodies.of_group("fo"),
    "LOW": bodies.of_group("low"),
    "SEC": lambda rng: f"{rng.choice((rng.choice(org.known_acronyms()), org.acronym(rng), invented(rng)))} Secretariat",
    "EU": _pick("European Union", "EU"),
    "AU": _pick("African Union", "AU"),
}


def _treaty(rng: random.Random) -> str:
    if rng.random() < 0.7:
        return str(rng.choice(fillers()["treaties"]))
    return f"{rng.choice(fillers()['treaty_heads'])} {rng.choice(fillers()['organization']['subjects'])}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


PLAIN: dict[str, Draw] = {
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
    "PROD": lambda rng: str(rng.choice(fillers()["products"])) if rng.random() < 0.55 else brands.thing(rng),
    "TH": brands.thing,
    "TK": lambda rng: str(rng.choice(fillers()["brand"]["thing_kinds"])),
    "VILL": brands.place,
    "TRK": lambda rng: f"{rng.choice(fillers()['track_heads'])} {rng.choice(fillers()['track_tails'])}",
    "TRKB": lambda rng: f"{rng.choice(fillers()['track_heads'])} {rng.choice(fillers()['track_tails'])}",
    "STORM": lambda rng: person(rng).first if rng.random() < 0.5 else invented(rng),
    "SPK": lambda rng: invented(rng) if rng.random() < 0.5 else brands.tongue(rng),
    "PA": lambda rng: str(rng.choice(fillers()["person_acts"])),
    "BA": lambda rng: str(rng.choice(fillers()["body_acts"])),
    "LA": lambda rng: str(rng.choice(fillers()["place_acts"])),
    "PEOPLE": lambda rng: str(rng.choice(fillers()["brand"]["peoples"])),
    "PART": lambda rng: f"{rng.choice(fillers()['organization']['subjects'])} {rng.choice(fillers()['brand']['programme_parts'])}",
    "PROJ": lambda rng: f"{rng.choice(fillers()['organization']['subjects'])} {rng.choice(fillers()['brand']['projects'])}",
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
    "PLUR": lambda rng: str(rng.choice(fillers()["people_plural"])),
    "PLURS": lambda rng: str(rng.choice(fillers()["people_plural"])).lower(),
    "PUB": lambda rng: f"{rng.choice(fillers()['publication_heads'])} {rng.choice(fillers()['organization']['subjects'])}",
    "QT": lambda rng: str(rng.choice(fillers()["session_titles"])),
}
