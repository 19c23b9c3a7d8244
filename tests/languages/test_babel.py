"""What CLDR writes in a language is read back in it as the same value."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from babel import dates, numbers

from checker import languages
from checker.extraction import extract
from checker.languages import cldr
from checker.model import Moment, Quantity, Value

CODES = [code for code in languages.codes() if cldr.locale(code)]
NUMBERS = [Decimal(text) for text in ("3", "17", "256", "1234", "98765", "1600000", "7.5", "12.25", "1234.5", "-4")]
DATES = [date(2024, 11, 7), date(2031, 3, 30), date(1998, 10, 23)]
ABBREVIATES_ITS_OWN_WAY = {"he", "uk", "fil", "yo"}
"""Their medium dates hold an abbreviation that stands for another word or differs from the one that CLDR lists."""
COMPACTS_ITS_OWN_WAY = {"ne", "ga", "sw"}
"""What babel makes of CLDR's compact formats is not what they mean (ne: 1.6 crore for 1,600,000; sw: elfu 40 for
4,000), or means two things (ga: míle is a thousand and a mile)."""
PARTS_ITS_DATES = {"bo", "ug"}
"""CLDR puts the day behind a word that belongs to the month (bo), or the year before a hyphenated day (ug)."""


def reads(text: str, code: str, right: Callable[[Value], bool]) -> bool:
    return any(right(value) for mention in extract(text, code) for value in mention.readings)


def equals(value: Decimal, unit: str | None = None) -> Callable[[Value], bool]:
    return lambda found: isinstance(found, Quantity) and found.low == value and unit in (None, found.unit)


@pytest.mark.parametrize("code", CODES)
def test_numbers_percents_and_money(code: str) -> None:
    locale = cldr.locale(code)
    for value in NUMBERS:
        size = abs(value)
        written = [
            (numbers.format_decimal(value, locale=locale), equals(value)),
            (numbers.format_percent(value / 100, locale=locale, decimal_quantization=False), equals(value, "percent")),
        ]
        for currency in ("USD", "EUR", "JPY"):
            sign = numbers.format_currency(size, currency, locale=locale, currency_digits=False)
            written.append(
                (sign, lambda found, size=size: isinstance(found, Quantity) and abs(found.low - size) < Decimal("0.01"))
            )
            if code != "my":  # its name for the US begins with its name for May
                name = numbers.format_currency(size, currency, locale=locale, currency_digits=False, format_type="name")
                written.append((name, equals(size, currency)))
        wrong = [text for text, right in written if not reads(text, code, right)]
        assert not wrong


@pytest.mark.parametrize("code", sorted(set(CODES) - COMPACTS_ITS_OWN_WAY))
def test_compact_numbers(code: str) -> None:
    locale = cldr.locale(code)
    assert locale is not None
    if "long" not in locale.compact_decimal_formats:
        pytest.skip("no long forms")
    for value in (4000, 25000, 300000, 1600000, 23000000, 450000000, 7000000000):
        text = numbers.format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=1)
        assert reads(text, code, equals(Decimal(value))), text


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("width", ["medium", "long", "full"])
def test_dates(code: str, width: str) -> None:
    if width == "medium" and code in ABBREVIATES_ITS_OWN_WAY:
        pytest.skip("see above")
    if width != "medium" and code in PARTS_ITS_DATES:
        pytest.skip("see above")
    for day in DATES:
        text = dates.format_date(day, width, locale=cldr.locale(code))  # type: ignore[arg-type]
        found = [value for mention in extract(text, code) for value in mention.readings if isinstance(value, Moment)]
        assert any((value.year, value.month, value.day) == (day.year, day.month, day.day) for value in found), text


def test_no_language_has_the_months_of_one_that_was_asked_before() -> None:
    asked = (
        "from checker.languages import cldr\n"
        "def months(code):\n"
        "    found = cldr.locale(code)\n"
        "    widths = [(c, w) for c in ('format', 'stand-alone') for w in ('wide', 'abbreviated')]\n"
        "    return [dict(found.months[context][width]) for context, width in widths]\n"
        "import sys\n"
        "print([months(code) for code in sys.argv[1:]][-1])\n"
    )
    for code in ("nl", "zu", "fil", "hi"):
        alone, after = (
            subprocess.run(
                [sys.executable, "-c", asked, *before, code], capture_output=True, check=True, text=True, timeout=60
            ).stdout
            for before in ([], ["ss", "mt", "ja"])
        )
        assert alone == after
