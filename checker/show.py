"""A value as a short text that a person reads, and a decimal as a report writes it."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from checker.model import PART, Bound, Kind, Mention, Moment, Quantity, Value

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
_FINEST = 10**6
"""The greatest denominator that a part of a whole is shown with."""
_DENOMINATOR = 16
"""The same of an amount with a unit that was said as a part of it: a third of an hour."""
_DECIMALS = 6
"""Decimals that an amount is shown with, at the most; of one below 1, from its first digit on."""


def plain(number: Decimal) -> str:
    """The decimal without exponent and without trailing zeros: `1600000000`, `0.5`, `-3`."""
    return _trimmed(format(number, "f"))


def grouped(number: Decimal) -> str:
    """The decimal with its whole part in groups of three, parted by plain spaces: `1 600 000 000`."""
    return _trimmed(format(number, ",f")).replace(",", " ")


def _trimmed(digits: str) -> str:
    short = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if short == "-0" else short


def show(value: Value, kind: Kind | None = None) -> str:
    """`more than 1 300 000 USD per year`, `9 200–9 500 EUR`, `90 minutes`, `50 %`, `14:30`, `ChatGPT4o`.

    The `kind` of its mention tells the 15th century from 15 centuries.
    """
    match value:
        case Quantity() if kind is Kind.ORDINAL and value.unit and value.low == value.high and value.low % 1 == 0:
            return f"{_rank(int(value.low))} {_unit(value.unit, single=True)}"
        case Quantity():
            return _WORDS[value.bound] + _quantity(value.whole)
        case Moment():
            return _WORDS[value.bound] + _moment(value)
        case _:
            return _WORDS[value.bound] + value.name


def shown(mention: Mention) -> str:
    """The value of a mention, by its kind."""
    return show(mention.value, mention.kind)


def _rank(number: int) -> str:
    """`1st`, `12th`, `23rd`."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _quantity(value: Quantity) -> str:
    if value.unit == PART and value.low == value.high:
        return str(Fraction(value.low).limit_denominator(_FINEST))
    amount = _amount(value.low)
    if value.high != value.low:
        amount = f"{amount}–{_amount(value.high)}"
    unit = "" if value.unit is None else f" {_unit(value.unit, single=value.low == value.high == 1 or '/' in amount)}"
    per = "" if value.per is None else f" per {value.per.replace('-', ' ')}"
    return amount + unit + per


def _amount(number: Decimal) -> str:
    """A number as people write it: `1/3` for a third of an hour, and no more than six decimals."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= _DECIMALS:
        return grouped(number)
    part = Fraction(number).limit_denominator(_DENOMINATOR)
    if 0 < abs(part) < 1 and abs(number - Decimal(part.numerator) / part.denominator).adjusted() < -_DECIMALS:
        return str(part)
    return grouped(round(number, max(_DECIMALS, _DECIMALS - number.adjusted())))


@lru_cache(maxsize=1024)
def _unit(unit: str, *, single: bool) -> str:
    """A unit as English, the language of reports, says it with a number: `1 foot`, `7 feet`, `5 miles per hour`.

    A currency's code and what CLDR has no name for stay as they are; of several words the last takes the form.
    """
    from checker.languages import cldr  # what shows no unit needs no CLDR

    if unit in _SIGNS:
        return _SIGNS[unit]
    form = "one" if single else "other"
    whole, *per = unit.split("-per-")
    before, _, last = whole.rpartition("-")
    named = cldr.counted(whole, form)
    if named is None:
        named = cldr.counted(last, form) or last
        named = named if not before or named.startswith(before) else f"{before} {named}"
    return " per ".join((named, *per)).replace("-", " ")


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
