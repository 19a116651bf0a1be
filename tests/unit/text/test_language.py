"""The language of documents and of pieces of prose; no answer where the text does not give one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from igf_extract.model import Document, Evidence, Section, Span
from igf_extract.text.language import language, section_languages, tell_language

PROSE = {
    "en": "The participants discussed how the rules of the network should be written and who should take part in the debate.",
    "fr": "Les participants ont discuté de la manière dont les règles du réseau devraient être écrites et qui devrait participer au débat.",
    "es": "Los participantes discutieron cómo se deberían escribir las reglas de la red y quién debería participar en el debate.",
    "pt": "Os participantes discutiram como as regras da rede deveriam ser escritas e quem deveria participar do debate.",
    "ru": "Участники обсудили, как следует писать правила сети и кто должен принимать участие в обсуждении этих вопросов.",
    "ar": "ناقش المشاركون كيف ينبغي كتابة قواعد الشبكة ومن ينبغي أن يشارك في النقاش حول هذه المسائل المهمة",
    "zh": "与会者讨论了如何制定网络规则，以及谁应该参与这些重要问题的讨论，并提出了若干建议。",
    "de": "Die Teilnehmenden sprachen darüber, wie die Regeln des Netzes geschrieben werden sollten und wer mitreden sollte.",
}
ROSTER = "\n".join(f"Speaker {number}: João Müller Çelik, Universidad Nacional, GRULAC" for number in range(1, 15))


@pytest.mark.parametrize(("code", "text"), PROSE.items())
def test_prose(code: str, text: str) -> None:
    assert tell_language(text) == code
    assert language(Document(source="x", text=f"{ROSTER}\n\n{text * 3}\n")).language == code


@pytest.mark.parametrize("text", ["", "Yes", "João Müller", "42", "?" * 1000, "\x00"])
def test_too_short(text: str) -> None:
    assert tell_language(text) is None
    document = language(Document(source="x", text=text))
    assert document.language is None
    assert [problem.code for problem in document.problems] == ["language_unsure"]


def test_a_roster_alone_has_no_language() -> None:
    assert language(Document(source="x", text=ROSTER)).language is None


def test_two_languages_have_no_answer() -> None:
    assert language(Document(source="x", text=f"{PROSE['en'] * 6}\n{PROSE['fr'] * 6}")).language is None


def test_a_foreign_quotation_does_not_count() -> None:
    assert language(Document(source="x", text=f"{PROSE['en'] * 20}\n{PROSE['fr']}")).language == "en"


def test_the_model_is_loaded_only_when_asked() -> None:
    code = "import sys, igf_extract.text, igf_extract.text.language; sys.exit('py3langid' in sys.modules or 'selectolax' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def sections(*texts: str, field: str = "description") -> tuple[str | None, ...]:
    made = tuple(Section(field, text, Evidence(Span(0, 1), "test")) for text in texts)
    return tuple(section.language for section in section_languages(Document(source="x", text="x", sections=made)).sections)


def test_each_section_tells_its_own_language() -> None:
    assert sections(*(text * 2 for text in PROSE.values())) == tuple(PROSE)


@pytest.mark.parametrize("text", ["", "Yes, we will.", "n/a", ROSTER, "Zoom, Slido, Mural", "https://example.org/a/b/c", "؟"])
def test_a_section_without_prose_has_none(text: str) -> None:
    assert sections(text) == (None,)


def test_a_section_in_two_languages_has_none() -> None:
    assert sections(PROSE["en"] * 3 + "\n" + PROSE["fr"] * 3) == (None,)


def test_a_list_is_not_listened_to() -> None:
    assert sections(PROSE["en"], field="participants") == (None,)


def test_words_from_right_to_left_with_latin_names_and_marks() -> None:
    assert sections("\u200f" + PROSE["ar"] + " (ICANN, IGF 2024) \u202b" + PROSE["ar"] + "\u202c") == ("ar",)
