"""A value as a short text that a person reads, and a decimal as a report writes it."""

from decimal import Decimal
from fractions import Fraction

from checker.model import Bound, Moment, Quantity, Value

_WORDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "at most ",
    Bound.MORE_THAN: "more than ",
    Bound.LESS_THAN: "less than ",
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SIGNS = {"percent": "%"}
_PART = "part"
_FINEST = 10**6
"""The greatest denominator that a part of a whole is shown with."""


def plain(number: Decimal) -> str:
    """The decimal without exponent and without trailing zeros: `1600000000`, `0.5`, `-3`."""
    return _trimmed(format(number, "f"))


def grouped(number: Decimal) -> str:
    """The decimal with its whole part in groups of three, parted by plain spaces: `1 600 000 000`."""
    return _trimmed(format(number, ",f")).replace(",", " ")


def _trimmed(digits: str) -> str:
    short = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if short == "-0" else short


def show(value: Value) -> str:
    """`more than 1 300 000 USD per year`, `9 200–9 500 EUR`, `50 %`, `14:30`, `ChatGPT4o`."""
    match value:
        case Quantity():
            return _WORDS[value.bound] + _quantity(value.whole)
        case Moment():
            return _WORDS[value.bound] + _moment(value)
        case _:
            return value.name


def _quantity(value: Quantity) -> str:
    if value.unit == _PART and value.low == value.high:
        return str(Fraction(value.low).limit_denominator(_FINEST))
    amount = grouped(value.low)
    if value.high != value.low:
        amount = f"{amount}–{grouped(value.high)}"
    unit = "" if value.unit is None else f" {_SIGNS.get(value.unit, value.unit.replace('-', ' '))}"
    per = "" if value.per is None else f" per {value.per.replace('-', ' ')}"
    return amount + unit + per


def _moment(value: Moment) -> str:
    if value.decade and value.year is not None:
        return f"{value.year // 10}0s"
    weekday = "" if value.weekday is None else _WEEKDAYS[(value.weekday - 1) % 7]
    date = value.date if value.year is not None else _yearless(value)
    return " ".join(part for part in (weekday, date, value.time) if part)


def _yearless(value: Moment) -> str:
    """A date without its year, which ISO 8601 would write as no one reads it (`--08-18`): `18 August`, `August`."""
    if value.month is None:
        return "" if value.day is None else f"day {value.day}"
    month = _MONTHS[(value.month - 1) % 12]
    return month if value.day is None else f"{value.day} {month}"
