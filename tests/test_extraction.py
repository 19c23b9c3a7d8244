"""Whatever the text: places are kept, nothing is raised, and time grows with the text and no faster."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import languages
from checker.benchmarks.timing import spent
from checker.extraction import extract
from checker.languages.notation import notation
from checker.model import Quantity

CODES = languages.codes()
WORDS = st.sampled_from(
    [
        "2",
        "3.5",
        "1,600",
        "1.600",
        "12",
        "2024",
        "$",
        "€",
        "%",
        "km",
        "million",
        "Mrd.",
        "億",
        "万",
        "لاكھ",
        "लाख",
        "тыс.",
        "de",
        "to",
        "-",
        "–",
        ".",
        ",",
        ":",
        "/",
        "½",
        "3/4",
        "May",
        "мая",
        "月",
        "10月",
        "of",
        "and",
        "و",
        "ו",
        "at",
        "5pm",
        "Uhr",
        "点",
        "半",
        "分の",
        "ใน",
        "'",
        "\xad",
        "\xa0",
        "\u200c",
        "́",
        "İ",
        "ı",
        "ß",
        "A4",
        "GPT-4o",
        "24/7",
        "half",
        "साढ़े",
        "ika-",
        "№",
        "第",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=14).map("".join)
)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(text=TEXTS, code=st.sampled_from([*CODES, "xx", "pt-BR", "zh-Hant", "tl"]))
def test_the_place_of_a_mention_is_kept_in_any_text(text: str, code: str) -> None:
    end = 0
    for mention in extract(text, code):
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip()
        assert mention.start >= end
        end = mention.end
        assert mention.value == mention.readings[0]


@settings(max_examples=150, derandomize=True, deadline=None)
@given(text=TEXTS, code=st.sampled_from(CODES))
def test_only_an_amount_with_a_unit_is_written_against_conventions(text: str, code: str) -> None:
    for mention in extract(text, code):
        assert not mention.irregular or (isinstance(mention.value, Quantity) and mention.value.unit)


EXAMPLES = [
    pytest.param(code, example["text"], id=f"{code}-{number}")
    for code in CODES
    for number, example in enumerate(languages.read(code)["examples"][:6])
]


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_how_a_text_is_encoded_changes_nothing(code: str, text: str) -> None:
    said = [notation(mention) for mention in extract(text, code)]
    for form in ("NFC", "NFD"):
        assert [notation(mention) for mention in extract(unicodedata.normalize(form, text), code)] == said
    assert [notation(mention) for mention in extract(text.replace(" ", "\u00a0"), code)] == said
    words = [word[:1] + "\u00ad" + word[1:] if word.isalpha() else word for word in text.split(" ")]
    assert [notation(mention) for mention in extract(" ".join(words), code)] == said


UNITS = ["9", "1,", "1.", "1 ", "000 ", "1-", "1:00 ", "5% ", "million ", "hundred thousand ", "five and ", "half "]
UNITS += ["5 to ", "1 in 5 ", "A-1-", "v2.", "x", "fünf", "zweihundert", "x v i ", "per ", "May 5 ", "more than "]


@pytest.mark.parametrize("unit", UNITS)
def test_a_hundred_thousand_characters_are_read_in_time(unit: str) -> None:
    def seconds(length: int) -> float:
        return spent(lambda: extract((unit * length)[:length], "de"))

    seconds(10)
    small, large = seconds(4000), seconds(16000)
    assert large < 8 * small + 1.5, "twice what growing with the length takes, and room for a busy machine"
