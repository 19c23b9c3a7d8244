"""Numbers of digits and scale words that go on with digits: 38 thousand 900, 2 million and 300 thousand."""

from decimal import Decimal

import pytest

from checker import languages
from checker.numbers import find_numbers
from checker.scan import scan

CASES = [
    ("hi", "2 लाख 35 हज़ार 400 लोग", ["235400"]),
    ("gu", "38 હજાર 900 લોકો", ["38900"]),
    ("te", "38 వేల 900 మంది", ["38900"]),
    ("ka", "38 ათას 900 ადამიანი", ["38900"]),
    ("ru", "2 млн 300 тыс. 500 человек", ["2300500"]),
    ("tr", "2 milyon 300 bin 500 kişi", ["2300500"]),
    ("fa", "۲ میلیون و ۳۰۰ هزار و ۵۰۰ نفر", ["2300500"]),
    ("he", "שני מיליון ו-300 אלף איש", ["2300000"]),
    ("pt", "2 milhões e 300 mil pessoas", ["2300000"]),
    ("en", "3 thousand 200 million", ["3000", "200000000"]),
    ("en", "1.7 thousand 400 meter races", ["1700", "400"]),
    ("en", "10k 500 m races", ["10000", "500"]),
    ("en", "300 thousand and 2 million", ["300000", "2000000"]),
    ("en", "38 thousand 90 people", ["38000", "90"]),
]


@pytest.mark.parametrize(("code", "text", "values"), CASES)
def test_digits_behind_a_scale_word(code: str, text: str, values: list[str]) -> None:
    found = [number.value for number in find_numbers(scan(text, languages.load(code)))]
    assert found == [Decimal(value) for value in values]
