"""Whatever stands in a text is read or left out: never an exception, never a rounded digit, never more than linear."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import languages
from checker.benchmarks.timing import spent
from checker.extraction import extract
from checker.model import Quantity
from checker.numbers import find_numbers
from checker.scan import scan

ODD = [
    "1e999999999",
    "1e-999999999 kg",
    "2^99999",
    "9" * 5000,
    "1٢३4５6",
    "\u06f1\u0662,\u096b",
    "12\u200f34\u200e,5",
    "\u0301\u0302 5\u0301 km",
    "\u05f4\u200f100\u200f\u05f4",
    "5\U000e0fff3 7\u0378",
    "\ue000 8",
    "1/0 0/0 3/00",
    "million " * 50,
    "1,,2..3''4",
    ".5 ,5 -.5 .",
    "½½½ 3½½",
]


@pytest.mark.parametrize("code", ["en", "de", "ar", "hi", "ja", "zh", "ko", "tr", "xx"])
@pytest.mark.parametrize("text", ODD)
def test_odd_input_is_read_or_left_out(code: str, text: str) -> None:
    for mention in extract(text, code):
        assert text[mention.start : mention.end] == mention.text


ALPHABET = "0123456789.,'/^eE-+ %x" + "٠٣۵५７〇一三百万" + "\u200f\u200e\u0301\u0660\u00a0½" + "onetwhudrmilk"


@settings(max_examples=300, deadline=None)
@given(st.text(ALPHABET, max_size=40), st.sampled_from(["en", "de", "ar", "zh", "ko"]))
def test_any_mixture_is_read_or_left_out(text: str, code: str) -> None:
    for mention in extract(text, code):
        assert text[mention.start : mention.end] == mention.text
        for value in mention.readings:
            assert not isinstance(value, Quantity) or value.low.is_finite()


@settings(max_examples=100, deadline=None)
@given(st.integers(10**39, 10**58), st.sampled_from(["en", "de", "hi", "zh"]))
def test_long_numbers_are_exact(number: int, code: str) -> None:
    (mention,) = extract(str(number), code)
    assert isinstance(mention.value, Quantity)
    assert mention.value.low == number


@settings(max_examples=100, deadline=None)
@given(st.integers(10**30, 10**40))
def test_scale_words_round_nothing(number: int) -> None:
    (mention,) = extract(f"{number} million", "en")
    assert isinstance(mention.value, Quantity)
    assert mention.value.low == number * 10**6


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 10**12), st.sampled_from("٠٠۰०০０๐"))
def test_every_script_of_digits_is_read_alike(number: int, zero: str) -> None:
    text = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert unicodedata.category(zero) == "Nd"
    values = [found.value for found in find_numbers(scan(text, languages.load("en")))]
    assert values == [Decimal(number)]


@pytest.mark.parametrize(
    "piece",
    ["7", "7,", "7 ", "million ", "1/2", "half ", "and one ", "first ", "1e5", "fifths ", "zwei", "一", "百", "천"],
)
@pytest.mark.parametrize("code", ["en", "de", "zh", "ko"])
def test_the_time_grows_with_the_length(piece: str, code: str) -> None:
    lexicon = languages.load(code)

    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        return min(spent(lambda: list(find_numbers(scan(text, lexicon)))) for _ in range(3))

    seconds(100)
    assert seconds(2000) < 0.1 + 8 * seconds(500), "four times the text, and room for a busy machine"
