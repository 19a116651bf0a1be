from igf_extract.ner.words import Lexicon, same_length, words_of


def test_words_keep_their_places() -> None:
    text = "Kelvin Lau Chi‑ho, NIC.br"
    for word in words_of(text):
        assert same_length(text)[word.start : word.end] == word.text


def test_typographic_signs_become_plain_one_to_one() -> None:
    text = "co‑chair’s “word” here"
    assert same_length(text) == 'co-chair\'s "word" here'
    assert len(same_length(text)) == len(text)


def test_lexicon_finds_whatever_the_case_and_accents() -> None:
    lexicon: Lexicon[int] = Lexicon()
    lexicon.add("Fundación Karisma", 1)
    lexicon.add("Karisma", 2)
    found = [(first, after, value) for first, after, value in lexicon.matches(words_of("La FUNDACION KARISMA opina"))]
    assert found == [(1, 3, 1), (2, 3, 2)]


def test_lexicon_at_the_end_of_the_text() -> None:
    lexicon: Lexicon[int] = Lexicon()
    lexicon.add("Open Rights Group", 1)
    assert not list(lexicon.matches(words_of("the Open Rights")))
