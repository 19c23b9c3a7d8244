"""What else an amount may say, to be decided by the other versions: a year, a time of day, a scale for a unit."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.kinds.amounts.measured import Amount
from checker.model import Kind, Moment, Quantity, Value
from checker.numbers import Number, part_beyond
from checker.scan import Scan

_YEARS = range(1700, 2101)
_PART = 60
"""Code points behind an amount in which a part of one is looked for: 220 entradas y 2/3."""
_ALL = Decimal(100)
"""Percent of a price."""
_HALF = Decimal("0.5")
_ABBREVIATED = 3
"""Letters of an abbreviation at most: m, εκ."""


def is_year(number: Number) -> bool:
    """Whether a number in digits may be a year."""
    return number.literal.isdigit() and len(number.literal) == 4 and int(number.value) in _YEARS and not number.scaled


def otherwise(scan: Scan, amount: Amount, readings: list[Value]) -> Iterator[Value]:
    """The further readings of an amount that has these."""
    quantities = [value for value in readings if isinstance(value, Quantity)]
    if amount.remaining:
        taken = [replace(value, low=_ALL - value.high, high=_ALL - value.low) for value in quantities]
        yield from taken
        quantities += taken
    for other in amount.others:
        yield from (replace(value, unit=other) for value in quantities)
    number = amount.number
    if amount.unit is None and is_year(number):
        yield Moment(year=int(number.value))
    parted = "/" in scan.text[amount.end : amount.end + _PART] or scan.says("fraction", "half_more")
    part = part_beyond(scan, amount.end) if parted and _countable(amount) else None
    if part:
        whole = number.value + part
        yield Quantity(whole, whole, step=Decimal("0.01"))
    if hour := _hour(scan, amount):
        yield hour
    yield from _abbreviated(scan, amount)


def _countable(amount: Amount) -> bool:
    """Whether a part of one may be told of what an amount counts, behind its noun: 2 cups and a half."""
    number = amount.number
    return amount.kind is Kind.COUNT and not number.scaled and len(number.readings) == 1 and number.value % 1 == 0


def _hour(scan: Scan, amount: Amount) -> Moment | None:
    """The time of day that a number of hours may be, or a number and a half: 9 heures, 2 uur, στις έξι και μισή."""
    value = amount.number.value
    if amount.unit is None and amount.kind is Kind.COUNT and value % 1 == _HALF and 1 < value < 13:
        return Moment(hour=int(value), minute=30) if amount.number.readings[0].step == _HALF else None
    marked = scan.at(scan.after_gap(amount.number.end), "hour_after") if scan.says("hour_after") else ()
    if not any(match.end == amount.end for match in marked) or value % 1 or not 0 <= value <= 24:
        return None
    return Moment(hour=int(value) % 24, minute=0)


def _abbreviated(scan: Scan, amount: Amount) -> Iterator[Value]:
    """The scale that an abbreviated unit behind digits may be, or the unit that a scale may: 1.2m, 15 εκ."""
    number = amount.number
    if not number.literal or amount.kind not in (Kind.COUNT, Kind.QUANTITY):
        return
    first = number.readings[0]
    if number.scaled and amount.unit is None:
        short = {each.start for each in scan.before(number.end, "scale") if each.end - each.start <= _ABBREVIATED}
        for unit in scan.before(number.end, "unit"):
            if unit.start in short:
                value, step = first.value / number.multiplier, first.step / number.multiplier
                yield Quantity(value, value, unit.value, step=step)
    elif amount.unit is not None and not number.scaled:
        for scale in scan.at(number.end, "scale"):  # 1.2m, for 1.2 m are meters
            if scale.end == amount.end and scale.end - scale.start <= _ABBREVIATED:
                factor = Decimal(scale.value)
                yield Quantity(first.value * factor, first.value * factor, step=first.step * factor)
