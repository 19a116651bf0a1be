"""Pages written at random for the round trip: a form's slots filled with values whose reading is known.

Names, organisations and sentences are put together from small lists; nothing is taken from a real page.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from igf_extract.parsing.render import Filled
from igf_extract.vocab.forms import Form, Slot
from igf_extract.vocab.roles import read_role_label

GIVEN = [
    "Ana",
    "Bola",
    "Chen",
    "Dmitri",
    "Elif",
    "Farid",
    "Grace",
    "Hana",
    "Ivo",
    "José",
    "Kwame",
    "Lucía",
    "Mehmet",
    "Nadia",
    "Olga",
    "Priya",
    "Rui",
    "Soraya",
    "Tomás",
    "Wei",
]
FAMILY = [
    "Abebe",
    "Bergström",
    "Castillo",
    "Delacroix",
    "Eriksen",
    "Fofana",
    "García",
    "Haddad",
    "Ivanova",
    "Jansen",
    "Kowalczyk",
    "Lindqvist",
    "Mwangi",
    "Nakamura",
    "Okafor",
    "Petrov",
    "Quispe",
    "Rahman",
    "Silva",
    "Zhang",
]
PLACES = ["Lagos", "Montevideo", "Tallinn", "Manila", "Dakar", "Porto", "Riga", "Accra", "Cusco", "Osaka"]
BODIES = [
    "{} Internet Foundation",
    "University of {}",
    "{} Digital Rights Network",
    "Centre for Connectivity, {}",
    "{} Exchange Point Association",
    "{} Institute for Open Data",
]
GROUPS = {
    "Civil Society": "civil_society",
    "Government": "government",
    "Private Sector": "private_sector",
    "Technical Community": "technical_community",
    "Intergovernmental Organization": "intergovernmental",
}
REGIONS = {
    "African Group": "african",
    "Asia-Pacific Group": "asia_pacific",
    "Eastern European Group": "eastern_european",
    "Latin American and Caribbean Group (GRULAC)": "grulac",
    "Western European and Others Group (WEOG)": "weog",
}
GOALS = {
    4: "Quality Education",
    5: "Gender Equality",
    9: "Industry, Innovation and Infrastructure",
    10: "Reduced Inequalities",
    16: "Peace, Justice and Strong Institutions",
    17: "Partnerships for the Goals",
}
FORMATS = {
    "Round Table": "round_table",
    "Panel": "panel",
    "Debate": "debate",
    "Birds of a Feather": "birds_of_a_feather",
    "Break-out Group Discussions": "break_out_group",
}
SEATINGS = ["U-shape", "Auditorium", "Circle", "Classroom", "Flexible Seating"]
ROOMS = ["Room 2", "WS 4 – Room B-1", "Conference Room 7", "Ballroom C", "Plenary Room", "Workshop Room 3"]
THEMES = [
    "Cybersecurity, Cybercrime & Online Safety",
    "Digital Divides & Inclusion",
    "Human Rights & Freedoms",
    "Sustainability & Environment",
    "Data Governance & Trust",
]
TOPICS = [
    "cables",
    "registries",
    "small islands",
    "village networks",
    "school tablets",
    "court files",
    "old telephones",
    "weather data",
    "radio masts",
    "maps",
]
PREFIXES = {
    "workshop": "WS",
    "open_forum": "Open Forum",
    "town_hall": "Town Hall",
    "day_0": "Day 0 Event",
    "networking": "Networking Session",
    "lightning_talk": "Lightning Talk",
    "launch_award": "Launch / Award Event",
}
UNNUMBERED = {"main_session": "Main Session"}
SENTENCES = {
    "plain": [
        "In {place} the price of {topic} fell by half within three years, and nobody planned it.",
        "Ministries count {topic} in one way and engineers in another, which makes every figure a quarrel.",
        "A study of four districts around {place} describes what happened to {topic} after the storm.",
        "Most countries have laws about {topic}; few have people who read them.",
    ],
    "hybrid": [
        "Onsite and online participants share one queue, and the online moderator reads the chat aloud.",
        "Both online and onsite guests vote with the same polling tool on the platform.",
        "Remote participants follow the hybrid session on screen and send questions through the chat.",
    ],
    "interaction": [
        "The moderator opens the session, and each speaker has five minutes before the open floor.",
        "After opening remarks the audience asks questions; the moderator will close with a round of votes.",
        "The round table starts with a poll, then speakers have four minutes each and the floor gets the second half.",
    ],
    "outcomes": [
        "The debate should lead to a handbook, to be published as a report with recommendations.",
        "The organizers will publish a guide and a list of measures as a follow-up to the outcome.",
        "Participants will agree on a statement and a set of recommendations for the next steps.",
    ],
    "targets": [
        "Target 9.c on access is the one that {topic} touch, and target 4.4 follows from it.",
        "The goals on education and on partnership cannot be met without {topic} in {place}.",
    ],
    "relevance": [
        "The topic matters to Internet governance, since no stakeholder group can decide on {topic} alone.",
        "Paragraph 72 of the Tunis Agenda gives the forum the mandate to discuss {topic} with all stakeholders.",
    ],
    "report": [
        "The workshop was attended by eighty people, and the discussion showed how far {topic} had come since the last meeting.",
        "Speakers agreed that {topic} had been neglected, and a participant from {place} reported what was done there.",
    ],
    "diversity": [
        "Half of the speakers are women, and three of four regions are present, two of them for the first time.",
        "Gender balance and geographic diversity were the first two rules for the choice of speakers.",
    ],
    "online": ["Usage of IGF Official Tool. Additional Tools proposed: a shared map of {topic}."],
}


@dataclass
class Page:
    """A page to render and the facts that its text holds."""

    form: Form
    fields: list[Filled] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)
    people: list[tuple[str | None, ...]] = field(default_factory=list)  # role, name, organization, group, region
    themes: list[str] = field(default_factory=list)
    goals: list[int] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    sections: list[tuple[str, str]] = field(default_factory=list)  # field, text
    unlabelled: set[int] = field(default_factory=set)  # sections that no printed label sets apart


class Writer:
    """Fills one form at random; the same seed gives the same page."""

    def __init__(self, form: Form, seed: int) -> None:
        self.random = random.Random(f"{form.name}/{seed}")
        self.page = Page(form)
        self.names: set[str] = set()
        self.year = self.random.randint(*form.years)
        self.type = self.random.choice(
            sorted(form.session_types & set(PREFIXES)) or sorted(form.session_types & set(UNNUMBERED)) or ["workshop"]
        )

    def write(self) -> Page:
        moderated = self.random.random() < 0.8
        for place, slot in enumerate(self.page.form.slots):
            writer = WRITERS.get(slot.shape)
            if (slot.shape == "person" or slot.key.name == "moderator") and not moderated and slot.label:
                continue  # pages name all of moderator, online moderator and rapporteur, or none
            if writer is not None and (
                slot.shape == "person" or slot.key.name in ALWAYS or self.random.random() < slot.presence or slot.presence >= 0.9
            ):
                writer(self, place, slot)
        self.settle_moderators()
        return self.page

    def settle_moderators(self) -> None:
        """A plain "Moderator" beside an online one is the onsite one; a chair is none."""
        placed = "onsite_moderator" if any(person[0] == "online_moderator" for person in self.page.people) else "moderator"
        self.page.people = [(placed, *person[1:]) if person[0] == _PLAIN else person for person in self.page.people]

    def add(self, place: int, lines: list[str], spaced: bool = False) -> None:
        self.page.fields.append(Filled(place, tuple(lines), spaced))

    def name(self) -> str:
        while True:
            name = f"{self.random.choice(GIVEN)} {self.random.choice(FAMILY)}"
            if name not in self.names:
                self.names.add(name)
                return name

    def body(self) -> str:
        return self.random.choice(BODIES).format(self.random.choice(PLACES))

    def prose(self, kind: str, paragraphs: int) -> list[str]:
        def sentence(pool: str) -> str:
            return self.random.choice(SENTENCES[pool]).format(place=self.random.choice(PLACES), topic=self.random.choice(TOPICS))

        return [
            " ".join(dict.fromkeys([sentence(kind), *(sentence("plain" if kind == "plain" else kind) for _ in range(2))]))
            for _ in range(paragraphs)
        ]

    # one method a shape or reader

    def title(self, place: int, slot: Slot) -> None:
        if "title" in self.page.facts:  # a form may have a place for it again; a title printed twice cannot be lost in a mode
            return
        if slot.label:
            return
        number, topic = str(self.random.randint(2, 499)), self.random.choice(TOPICS)
        title = f"Who pays for {topic} in {self.random.choice(PLACES)}"
        if self.type in UNNUMBERED:
            self.add(place, [f"IGF {self.year} {UNNUMBERED[self.type]}: {title}"])
            self.page.facts |= {"year": self.year, "session_type": self.type, "title": title}
            return
        self.add(place, [f"IGF {self.year} {PREFIXES[self.type]} #{number} {title}"])
        self.page.facts |= {"year": self.year, "session_type": self.type, "number": number, "title": title}

    def schedule(self, place: int, slot: Slot) -> None:
        if "date" in self.page.facts:
            return
        day = dt.datetime(
            self.year, self.random.randint(10, 12), self.random.randint(1, 28), self.random.randint(0, 23), self.random.choice([0, 15, 30])
        )
        end = day + dt.timedelta(minutes=self.random.choice([30, 60, 90]))
        self.add(place, [f"{_day(day)} ({day:%H:%M} UTC) - {_day(end)} ({end:%H:%M} UTC)"])
        self.page.facts |= {"starts_at": day.replace(tzinfo=dt.UTC), "ends_at": end.replace(tzinfo=dt.UTC), "date": day.date()}

    def room(self, place: int, slot: Slot) -> None:
        room = self.random.choice(ROOMS)
        self.add(place, [room])
        self.page.facts["room"] = room

    def theme(self, place: int, slot: Slot) -> None:
        if slot.inline or any(theme in self.page.themes for theme in THEMES):
            return
        self.page.themes += (themes := self.random.sample(THEMES, self.random.randint(1, 2)))
        self.add(place, themes)

    def people(self, place: int, slot: Slot) -> None:
        count = self.random.randint(1, 5)
        self.add(place, [self.person(slot) for _ in range(count)])

    def person_line(self, place: int, slot: Slot) -> None:
        self.add(place, [self.person(slot)])

    def person(self, slot: Slot) -> str:
        name, body = self.name(), self.body()
        group, region = self.random.choice(sorted(GROUPS)), self.random.choice(sorted(REGIONS))
        said = read_role_label(slot.label)
        role = _PLAIN if slot.key.name == "moderator" and said is not None and said.plain else slot.key.role
        if slot.inline and role == "organizer":
            self.page.people.append((role, name, body, None, None))
            return f"{name}, {body}"
        if slot.inline or slot.shape == "person":
            roles = said.codes if said is not None and len(said.codes) > 1 else (role,)  # "Reported and moderated by"
            self.page.people += [(code, name, None, GROUPS[group], REGIONS[region]) for code in roles]
            return f"{name}, {group}, {region}"
        self.page.people.append((role, name, body, GROUPS[group], REGIONS[region]))
        return f"{name}, {body}, {group}, {region}"

    def format(self, place: int, slot: Slot) -> None:
        if "format" in self.page.facts:
            return
        name, minutes = self.random.choice(sorted(FORMATS)), self.random.choice([30, 60, 90])
        seating = self.random.choice(SEATINGS) if self.year < 2023 else None
        self.add(place, [" - ".join(part for part in (name, seating, f"{minutes} Min") if part)])
        self.page.facts |= {"format": FORMATS[name], "duration_minutes": minutes} | ({"seating": seating} if seating else {})

    def goals(self, place: int, slot: Slot) -> None:
        goals = sorted(self.random.sample(sorted(GOALS), self.random.randint(1, 3)))
        pattern = "GOAL {}: {}" if self.year in (2019, 2020) else "{}. {}"
        self.add(place, [pattern.format(number, GOALS[number]) for number in goals])
        self.page.goals = goals

    def questions(self, place: int, slot: Slot) -> None:
        if slot.inline or self.page.questions:
            return
        questions = [
            f"Who decides about {topic} in {self.random.choice(PLACES)}, and who pays?"
            for topic in self.random.sample(TOPICS, self.random.randint(1 if slot.label else 2, 3))
        ]
        mark = self.random.choice(["{}. ", "{}) ", ""]) if slot.label else "{}. "
        self.add(place, [mark.format(i) + question for i, question in enumerate(questions, start=1)])
        self.page.questions = questions

    def paragraphs(self, place: int, slot: Slot) -> None:
        kind = next((name for name in (slot.shape, slot.key.field) if name in SENTENCES), "plain")
        before = self.page.form.slots[self.page.fields[-1].place] if self.page.fields else None
        if (
            kind == "plain"
            and not slot.label
            and slot.presence < 0.9
            and before is not None
            and (before.shape in PROSE or before.key.reader == "questions")
        ):
            return  # nothing on the page would tell the two fields apart
        most = {"plain": 1 if slot.shape == "brief" or slot.key.name == "aside" else 3, "online": 1, "targets": 1, "diversity": 1}.get(
            kind, 1
        )
        text = self.prose(kind, self.random.randint(1, most))
        self.add(place, text, spaced=True)
        self.page.sections.append((slot.key.field, " ".join(text)))
        if not slot.label:
            self.page.unlabelled |= {len(self.page.sections) - 1, len(self.page.sections) - 2}


def _day(day: dt.datetime) -> str:
    ending = "th" if 10 <= day.day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day:%A}, {day.day}{ending} {day:%B}, {day.year}"


_PLAIN = "plain moderator"  # until it is known whether the page has an online one
ALWAYS = frozenset({"title", "organizers", "speakers"})  # without them no reader could tell what the rest is
PROSE = frozenset({"prose", "brief", "outcomes", "hybrid", "interaction", "diversity", "targets", "online"})
WRITERS: dict[str, Callable[[Writer, int, Slot], None]] = {
    "title": Writer.title,
    "schedule": Writer.schedule,
    "room": Writer.room,
    "theme": Writer.theme,
    "people": Writer.people,
    "person": Writer.person_line,
    "format": Writer.format,
    "format_or_text": Writer.format,
    "goal": Writer.goals,
    "question": Writer.questions,
    "prose": Writer.paragraphs,
    "brief": Writer.paragraphs,
    "outcomes": Writer.paragraphs,
    "hybrid": Writer.paragraphs,
    "interaction": Writer.paragraphs,
    "diversity": Writer.paragraphs,
    "targets": Writer.paragraphs,
    "online": Writer.paragraphs,
}


def write_page(form: Form, seed: int) -> Page:
    """A page of the form; the same seed gives the same page."""
    return Writer(form, seed).write()
