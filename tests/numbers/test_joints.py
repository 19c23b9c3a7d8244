"""What an `and` joins: parts of one number, two numbers, or the ends of a range; one thousand said as one word."""

import pytest

from checker.extraction import extract
from checker.model import Quantity


def amounts(text: str, code: str) -> list[str]:
    """The likeliest amounts of a text, a range as its two ends."""
    found = [mention.readings[0] for mention in extract(text, code)]
    return [
        f"{value.low:f}" if value.low == value.high else f"{value.low:f}–{value.high:f}"
        for value in found
        if isinstance(value, Quantity)
    ]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "two hundred and six thousand people", ["206000"]),
        ("en", "a hundred and one thousand people", ["101000"]),
        ("en", "two thousand and five hundred people", ["2500"]),
        ("en", "two hundred and three hundred people", ["200", "300"]),
        ("en", "two thousand and five thousand people", ["2000", "5000"]),
        ("en", "one million and two million people", ["1000000", "2000000"]),
        ("es", "mil y dos mil personas", ["1000", "2000"]),
        ("da", "hundrede og et tusind mennesker", ["101000"]),
        ("is", "sex hundruð og eitt þúsund", ["601000"]),
        ("nb", "hundre og ett tusen", ["101000"]),
        ("sq", "njëqind e një mijë", ["101000"]),
        ("fa", "صد و یک هزار", ["101000"]),
        ("ga", "fiche is dhá mhíle", ["22000"]),
        ("fil", "limampu't isang libo", ["51000"]),
        ("fil", "pitumpu't isang bata", ["71"]),
        ("fil", "isang daan at isang libo", ["101000"]),
        ("ko", "만 천구백 원", ["11900"]),
        ("zh", "三千零二万人", ["30020000"]),
        ("zh", "二百零几万人", ["2000000"]),
        ("ar", "مئتان وسبعة", ["207"]),
        ("ar", "مئتان سبع مرات", ["200", "7"]),
        ("he", "מאה עשרים ושבע", ["127"]),
        ("en", "two crore lakh", ["2000000000000"]),
    ],
)
def test_an_and_joins_what_is_one_number(code: str, text: str, expected: list[str]) -> None:
    assert amounts(text, code) == expected


@pytest.mark.parametrize(
    ("code", "word", "value"),
    [
        ("de", "dreihunderteintausend", "301000"),
        ("de", "hundertundeintausend", "101000"),
        ("de", "zweitausendeinhundert", "2100"),
        ("sv", "nittioettusen", "91000"),
        ("sv", "tvåtusenetthundra", "2100"),
        ("nb", "hundreogettusen", "101000"),
        ("hu", "százegyezer", "101000"),
        ("nl", "tweehonderdeenduizend", "201000"),
    ],
)
def test_one_thousand_within_a_word_is_one_more(code: str, word: str, value: str) -> None:
    assert amounts(word, code) == [value]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "between five hundred and six thousand people", ["500–6000"]),
        ("en", "between one hundred and fifty thousand and two hundred thousand", ["150000–200000"]),
        ("en", "between one hundred and one thousand people", ["100–1000"]),
        ("fr", "entre deux cents et trois mille personnes", ["200–3000"]),
        ("es", "entre quinientas y seis mil personas", ["500–6000"]),
        ("en", "from 500 to 6 thousand people", ["500–6000"]),
        ("hi", "500 से 6 हज़ार लोग", ["500–6000"]),
        ("ja", "500から6千人", ["500–6000"]),
        ("en", "5 to 6 thousand people", ["5000–6000"]),
        ("en", "from 300 to 20 million people", ["300000000", "20000000"]),
    ],
)
def test_the_ends_of_a_range_share_a_scale_where_they_are_of_a_size(code: str, text: str, expected: list[str]) -> None:
    assert amounts(text, code) == expected
