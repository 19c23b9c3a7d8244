"""A value as people read it."""

from decimal import Decimal

import pytest

from checker.model import Bound, Kind, Label, Moment, Quantity, Value
from checker.show import grouped, show


def amount(
    low: str,
    unit: str | None = None,
    bound: Bound = Bound.EXACT,
    high: str | None = None,
    per: str | None = None,
) -> Quantity:
    return Quantity(Decimal(low), Decimal(high or low), unit, bound, per=per)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (amount("1600000000", "USD"), "1 600 000 000 USD"),
        (amount("1.3E+6", "USD", Bound.MORE_THAN, per="year"), "more than 1 300 000 USD per year"),
        (amount("9200000000", "EUR", high="9500000000"), "9 200 000 000–9 500 000 000 EUR"),
        (amount("50", "percent"), "50 %"),
        (amount("12.50", "kilometer", Bound.ABOUT), "about 12.5 kilometers"),
        (amount("-1234.5"), "-1 234.5"),
        (amount("2", "meter-per-second"), "2 meters per second"),
        (amount("1", "meter-per-second"), "1 meter per second"),
        (amount("1", "foot", high="6"), "1–6 feet"),
        (amount("0.5", "hour", per="day"), "0.5 hours per day"),
        (amount("3", "degree-celsius"), "3 degrees Celsius"),
        (amount("48", "megawatt-hour"), "48 megawatt hours"),
        (amount("2000000", "year"), "2 000 000 years"),
        (amount("0.00"), "0"),
        (amount("0.3333333333333333", "hour"), "1/3 hour"),
        (amount("0.6666666666666666666666666667", "hour"), "2/3 hour"),
        (amount("2.333333333333333", "hour"), "2.333333 hours"),
        (amount("0.123457", "hour"), "0.123457 hours"),
        (amount("0.00000001234567", "meter"), "0.00000001234567 meters"),
        (amount("-0"), "0"),
        (Moment(2025, 1, 20), "2025-01-20"),
        (Moment(hour=14, minute=30), "14:30"),
        (Moment(month=8, day=18, weekday=1), "Monday 18 August"),
        (Moment(month=12), "December"),
        (Moment(day=3, hour=9), "day 3 09:00"),
        (Moment(2025, 8), "2025-08"),
        (Moment(2025, 1, 20, 1, 14, 30), "Monday 2025-01-20 14:30"),
        (Moment(year=1990, decade=True), "1990s"),
        (Moment(year=2030, bound=Bound.AT_MOST), "at most 2030"),
        (Label("ChatGPT4o", "chatgpt", "4o"), "ChatGPT4o"),
    ],
)
def test_a_value_is_read_at_a_glance(value: Value, shown: str) -> None:
    assert show(value) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [("1", "1st"), ("12", "12th"), ("15", "15th"), ("21", "21st"), ("22", "22nd"), ("23", "23rd")]
)
def test_a_century_that_is_counted_out_is_no_span_of_centuries(number: str, shown: str) -> None:
    assert show(amount(number, "century"), Kind.ORDINAL) == f"{shown} century"
    assert show(amount(number, "century"), Kind.QUANTITY) != f"{shown} century"


def test_numbers_of_any_length_are_grouped() -> None:
    assert grouped(Decimal("1" + "0" * 6000)).count(" ") == 2000
    assert grouped(Decimal("1234567.8901")) == "1 234 567.8901"
