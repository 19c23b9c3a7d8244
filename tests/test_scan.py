"""What the scan of a text finds, and what it leaves whole."""

import pytest

from checker import languages
from checker.languages.respelling import respell
from checker.scan import scan


@pytest.mark.parametrize(("code", "text", "word"), [("ar", "بين 5 و10", "بين"), ("ar", "وبين", "بين")])
def test_a_word_found_whole_is_cut_no_further(code: str, text: str, word: str) -> None:
    found = scan(text, languages.load(code))
    inside = range(text.index(word) + 1, text.index(word) + len(word))
    assert not any(found.starts.get(place) for place in inside)


def test_a_prefixed_number_is_found() -> None:
    found = scan("و10", languages.load("ar"))
    assert found.text[1:] == "10"


def test_the_gap_after_a_number_ends_with_its_sentence() -> None:
    found = scan("In 5. Then 12. million", languages.load("en"))
    assert found.after_gap(4) == 4


def test_the_gap_after_an_abbreviation_does_not() -> None:
    found = scan("ca. 50", languages.load("de"))
    assert found.after_gap(2) == 4


@pytest.mark.parametrize("letter", ["İ", "ı", "I", "i"])
def test_the_letters_i_are_one(letter: str) -> None:
    assert scan(letter, languages.load("tr")).text == "i"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("37 милиjaрди дoлaрa", "37 милијарди долара"),  # Latin j, a, o
        ("SARS-CoV-2 и T-34", "SARS-CoV-2 и T-34"),  # no Cyrillic letter beside them
        ("လူႏွစ္ဦး ေန႔", "လူႏွစ္ဦး ေန့"),  # a Shan digit that is Zawgyi's dot below
        ("ေန ႔", "ေန ႔"),
        ("et\u037b kple \u03b5de", "et\u0254 kple \u025bde"),  # Greek letters for the open vowels
        ("\u03b5 = 0.5, Ελλάδα", "\u03b5 = 0.5, Ελλάδα"),
        ("మరణ\u0c66 మ\u0c66ది", "మరణ\u0c02 మ\u0c02ది"),  # a zero for the ring of a nasal
        ("౫౦ రూ౦౫ ౦.౫", "౫౦ రూ౦౫ ౦.౫"),  # zeros of numbers
        ("ဇွန်လ (၁၁) ရက် (၁၄၂.၅)", "ဇွန်လ  ၁၁  ရက်  ၁၄၂.၅ "),
        ("(ပုံ ၂) (2)", "(ပုံ ၂) (2)"),
    ],
)
def test_what_is_written_with_characters_that_look_alike_is_read_as_meant(text: str, written: str) -> None:
    assert respell(text) == written
    assert len(respell(text)) == len(text)
