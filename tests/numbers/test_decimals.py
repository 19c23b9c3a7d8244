"""Decimals in words, as CLDR's rules write them, are read back; a scale word behind them multiplies the whole."""

from decimal import Decimal

import pytest
from unicode_rbnf import FormatPurpose, RbnfEngine

from checker import languages
from checker.numbers import find_numbers
from checker.scan import scan

OTHERWISE = {"ar", "az", "ee", "hu", "hy", "ja", "kk", "ko", "ky", "lo", "my", "pl", "ru", "zu"}
"""CLDR's rules write a form that nobody uses, or one that is also a word of another kind (whole, tenth)."""


def written(code: str, number: Decimal) -> str:
    """The number in words by CLDR's rules; "" where it has none."""
    try:
        engine = RbnfEngine.for_language("no" if code == "nb" else code)
        rules = engine.format_number(number, FormatPurpose.CARDINAL).text_by_ruleset
    except Exception:  # noqa: BLE001 - the library has an error of its own for each thing that it lacks
        return ""
    return next((text for rule, text in rules.items() if rule.startswith("spellout-cardinal")), "")


NUMBERS = Decimal("7.25"), Decimal("3.8")
WORDS = [(code, number, written(code, number)) for code in languages.codes() for number in NUMBERS]
SPELLED = [each for each in WORDS if each[0] not in OTHERWISE and each[2] and not any(map(str.isdigit, each[2]))]


def test_many_languages_have_rules() -> None:
    assert len({code for code, *_ in SPELLED}) > 40


@pytest.mark.parametrize(("code", "number", "text"), SPELLED)
def test_decimals_in_words_come_back(code: str, number: Decimal, text: str) -> None:
    assert [found.value for found in find_numbers(scan(text, languages.load(code)))] == [number]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "nine point five million", 9_500_000),
        ("en", "nine point twenty-five million", 9_250_000),
        ("de", "neun Komma fünf Millionen", 9_500_000),
        ("fr", "neuf virgule cinq millions", 9_500_000),
        ("es", "nueve coma cinco millones", 9_500_000),
        ("da", "to komma fem millioner", 2_500_000),
        ("id", "satu koma lima juta", 1_500_000),
        ("vi", "hai phẩy bảy triệu", 2_700_000),
        ("el", "τρία κόμμα δύο εκατομμύρια", 3_200_000),
        ("cs", "sedm celá dva milionu", 7_200_000),
    ],
)
def test_a_scale_word_behind_decimals_multiplies_the_whole(code: str, text: str, value: int) -> None:
    assert [found.value for found in find_numbers(scan(text, languages.load(code)))] == [value]
