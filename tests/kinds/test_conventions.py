"""Ways of writing that hold for many languages: a number told twice, a space left out, a word of what follows."""

import pytest

from checker.extraction import extract
from checker.languages.notation import notation

TWICE = [
    ("en", "You have thirty (30) days.", ["quantity 30 day"]),
    ("en", "It lasts one (1) year.", ["quantity 1 year"]),
    ("de", "Die Frist beträgt zehn (10) Tage.", ["quantity 10 day"]),
    ("ru", "В течение 30 (тридцати) дней.", ["quantity 30 day"]),
    ("zh", "期限为三十（30）天。", ["quantity 30 day"]),
    ("en", "It costs two million (2,000,000) euros.", ["money 2000000 EUR"]),
    ("en", "Ten (12) boats sank.", ["count 10", "count 12"]),
    ("en", "The 10 (10) boats sank.", ["count 10", "count 10"]),
]
DATES = [
    ("en", "He left on 29 September2018.", ["date 2018-09-29"]),
    ("ar", "في 29 سبتمبر2018", ["date 2018-09-29"]),
    ("ar", "في نوفمبر6", ["date --11-06"]),
    ("de", "Der Krieg im Jahr 1950 - 53 war lang.", ["date 1950", "date 1953"]),
    ("de", "Seit 1950 - 53 Prozent waren dafür.", ["date 1950", "percent 53"]),
    ("en", "The years 1950 - 49 were long.", ["count 1950", "count 49"]),
    ("ee", "Edzɔ le ƒe akpe eve kple asieke ƒe dzinu adelia me.", ["date 2009-06"]),
]
FOLLOWING = [
    ("wo", "Am na 13 bésu Samdi.", ["count 13"]),
    ("wo", "Am na 13 bésu.", ["quantity 13 day"]),
    ("ee", "Ƒe alafa ɖeka va yi.", ["quantity 100 year"]),
    ("ee", "Ƒe alafa eve lia me.", ["ordinal 2 century"]),
    ("cs", "Vůz má 90 kW (122 k).", ["quantity 90 kilowatt", "quantity 122 horsepower-metric"]),
    ("cs", "Měl 20 k dispozici.", ["count 20"]),
    ("sk", "V roku 2004 k nim patril.", ["date 2004"]),
]
RANGES = [
    ("ee", "Ðevi siwo xɔ ƒe woedeka yide ƒe woenyi va.", ["range 11..18 year"]),
    ("ee", "Wotrɔ tso ƒe woedeka yide ƒe woenyi.", ["quantity 11 year", "quantity 18 year"]),
]


@pytest.mark.parametrize(("code", "text", "claims"), TWICE + DATES + FOLLOWING + RANGES)
def test_what_is_read(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code) if not mention.weak] == claims
