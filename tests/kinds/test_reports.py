"""Classes of misreading that showed in everyday reports in eighteen languages, case by case."""

import pytest

from checker.compare import compare
from checker.extraction import extract
from checker.languages.notation import notation
from checker.model import Mention
from checker.segment import sentences

READ = [
    # Below zero, behind the degrees; a prefix with its hyphen before the minus; under, before a minus.
    ("it", "a 12 gradi Celsius sotto zero", ["quantity -12 degree-celsius"]),
    ("pl", "12 stopni mrozu", ["quantity -12 degree"]),
    ("ar", "12 درجة تحت الصفر", ["quantity -12 degree"]),
    ("he", "ירדה ל-−3 °C", ["quantity -3 degree-celsius"]),
    ("sk", "pod −3 °C", ["quantity -3 degree-celsius less-than"]),
    # A unit that is a minus elsewhere, a unit that ends in the name of a letter, a word that begins with a dozen.
    ("nl", "in 6 min 4,5 s", ["quantity 6 minute", "quantity 4.5 second"]),
    ("th", "6 นาที 4.5 วินาที", ["quantity 6 minute", "quantity 4.5 second"]),
    ("th", "ดาวน์โหลด 1.2 ล้านครั้ง", ["count 1200000"]),
    # Sums that nobody spells out.
    ("en", "the women's eight won", ["count 8"]),
    ("en", "one yen and eight euros", ["money 1 JPY", "money 8 EUR"]),
    # A word of the bound before the next number.
    ("tr", "24 saatte en fazla 8 tablet", ["quantity 24 hour", "count 8 at-most"]),
    # A part of a whole that an idiom begins in; a decade of a century; what stands behind a span of months.
    ("ja", "5人に1人は外国人だ", ["percent 20"]),
    ("pl", "z lat 90. XIX wieku", ["date 189"]),
    ("ko", "26개월 만인 2026년", ["quantity 26 month", "date 2026"]),
    # Numbers of books and telephones, in one.
    ("en", "ISBN 978-3-16-148410-0", ["name 978-3-16-148410-0"]),
    ("de", "Tel. 030-1234567-8", ["name 030-1234567-8"]),
    ("en", "rows 3-4-5", ["range 3..4", "count 5"]),
    # Hours in one word with what is added to them or taken from them.
    ("hu", "fél hétkor", ["time 06:30"]),
    ("hu", "negyed nyolckor", ["time 07:15"]),
    ("sw", "saa tatu kasorobo", ["time 08:45"]),
    # Parts of a million in one word, once and a half.
    ("de", "eine Dreiviertelmillion Dollar", ["money 750000 USD"]),
    ("pt", "uma vez e meia o número", ["count 1.5"]),
    # A quarter behind a span of time, and of something else.
    ("es", "Tardó dos horas y cuarto.", ["quantity 2.25 hour"]),
    ("en", "an hour and a quarter", ["quantity 1.25 hour"]),
    ("en", "three years and a quarter of a million dollars", ["quantity 3 year", "money 250000 USD"]),
    ("en", "in 2 hours and one quarter of them", ["quantity 2 hour", "percent 25"]),
    ("en", "more than two hours and a quarter", ["quantity 2.25 hour more-than"]),
    ("fr", "au moins une heure et demie", ["quantity 1.5 hour at-least"]),
    # What only looks like a minus, frost, an identifier, a currency.
    ("en", "a high fee--20 dollars more", ["money 20 USD"]),
    ("de", "Die Scope-1- und -2-Emissionen", ["name Scope-1", "count 2"]),
    ("nl", "3 dagen vorst", ["quantity 3 day"]),
    ("en", "500-750-1000 euros", ["range 500..750", "money 1000 EUR"]),
    ("en", "20 TALL MEN", ["count 20"]),
    ("fi", "12,5 MEUR:sta 25–30 TEUR:oon", ["money 12500000 EUR", "range 25000..30000 EUR"]),
    # A comparative bounds what is measured.
    ("it", "è più veloce del 35%", ["percent 35"]),
    ("en", "warmer than 2020", ["count 2020"]),
    ("en", "taller than 5 m", ["quantity 5 meter more-than"]),
]


@pytest.mark.parametrize(("code", "text", "claims"), READ)
def test_what_is_read(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code) if not mention.weak] == claims


@pytest.mark.parametrize(
    ("one", "text", "other", "same"),
    [
        # A number and a half may be a time of day, where a version says so; an abbreviation a unit or a scale.
        ("en", "at half past six", "el", "στις έξι και μισή"),
        ("en", "at half past six", "bn", "সাড়ে ছয়টায় শুরু হয়"),
        ("en", "1.2m downloads", "de", "1,2 Millionen Downloads"),
        ("en", "1.2m tall", "de", "1,2 Meter groß"),
        ("en", "10 x 15 cm", "el", "10x15 εκ."),
        ("en", "15 million", "el", "15 εκ."),
        ("en", "30% less", "vi", "trả ít hơn 30%"),
        ("en", "two years ago", "de", "billiger als vor zwei Jahren"),
        ("en", "Q3", "fr", "T3"),
        ("en", "third quarter", "sv", "Kv3"),
        # What stands between two numbers may be a bound all the same.
        ("en", "a pressure of 130 over 85", "de", "Druck von 130 zu 85"),
        ("en", "of the 100 over 65", "de", "von den 100 über 65"),
    ],
)
def test_what_may_be_two_things_agrees_with_either(one: str, text: str, other: str, same: str) -> None:
    assert compare(_last(text, one), _last(same, other)).agrees


@pytest.mark.parametrize(
    ("one", "text", "other", "same"),
    [
        ("en", "at half past six", "el", "στις επτά και μισή"),
        ("en", "1.2m downloads", "de", "1,2 Milliarden Downloads"),
        ("en", "1.2 m downloads", "de", "1,2 Millionen Downloads"),
    ],
)
def test_and_with_nothing_else(one: str, text: str, other: str, same: str) -> None:
    assert not compare(_last(text, one), _last(same, other)).agrees


def test_a_rough_age_is_weak_for_many_languages_say_it_in_a_word() -> None:
    assert [mention.weak for mention in extract("She is in her 40s.", "en")] == [True]


@pytest.mark.parametrize(
    ("code", "text", "weak"),
    [
        ("en", "She is in her late thirties.", True),
        ("en", "She is in her early 20s.", True),
        ("en", "She moved in the thirties.", False),
        ("de", "Eine Frau in den Dreißigern wartet.", True),
        ("de", "In den Dreißigern zog sie um.", False),
        ("he", "האישה, בשנות השלושים לחייה, פונתה.", True),
        ("hi", "तीस के दशक की उम्र की महिला आई।", True),
    ],
)
def test_a_decade_is_a_rough_age_beside_a_word_for_a_life(code: str, text: str, weak: bool) -> None:
    assert [mention.weak for mention in extract(text, code)] == [weak]


def test_a_century_in_roman_numerals_behind_a_decade_begins_no_sentence() -> None:
    text = "Stoi w dawnym młynie z lat 90. XIX wieku. Obok jest park."
    assert [text[span.start : span.end] for span in sentences(text, "pl")] == [text[:41], "Obok jest park."]


def _last(text: str, code: str) -> Mention:
    return extract(text, code)[-1]
