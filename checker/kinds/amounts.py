"""Amounts: a number with its currency, unit, percent sign, bound and denominator, alone or as the end of a range."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.kinds import context
from checker.kinds.found import Found, Taken
from checker.kinds.measured import Amount, measured
from checker.kinds.ranges import range_end
from checker.model import Kind, Moment, Quantity, Value
from checker.numbers import Number, find_numbers
from checker.scan import Scan

_YEARS = range(1700, 2101)
_SMALL = Decimal(1)
"""A spelled-out number up to this is an article or a pronoun more often than a claim."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every amount that no other claim has taken, in order."""
    numbers = [
        number
        for number in find_numbers(scan)
        if taken.free(number.start, number.end)
        and not any(match.end > number.end for match in scan.at(number.start, "minus"))
    ]
    index = 0
    while index < len(numbers):
        first = measured(scan, numbers[index])
        second = range_end(scan, first, numbers[index + 1]) if index + 1 < len(numbers) else None
        for found in _range(scan, taken, first, second) if second else _single(scan, taken, first):
            if taken.free(found.start, found.end):
                taken.add(found.start, found.end)
                yield found
        index += 2 if second else 1


def _range(scan: Scan, taken: Taken, first: Amount, second: Amount) -> Iterator[Found]:
    """9.2 to 9.5 billion euros: the low end takes the scale and the unit of the high one where it has none."""
    low, high = first.number.value * first.factor, second.number.value * second.factor
    step = second.number.readings[0].step * second.factor
    if second.number.scaled and not first.number.scaled:
        low *= second.number.multiplier
    unit = second.unit or first.unit
    if first.unit is None and second.unit is not None:
        low *= second.factor
    if low > high:
        return
    if unit is None and _is_year(first.number) and _is_year(second.number):
        for number in (first.number, second.number):
            readings: tuple[Value, ...] = (Moment(year=int(number.value)), Quantity(number.value, number.value))
            yield Found(number.start, number.end, Kind.DATE, readings)
        return
    quantity = Quantity(low=low, high=high, unit=unit, step=step)
    readings = (quantity, *(replace(quantity, unit=other) for other in second.others or first.others))
    place = context.Place(first.start, second.end, second.number.start, second.number.end)
    spelled = first.number.spelled and second.number.spelled
    irregular = second.number.irregular and unit is not None
    yield context.found(scan, taken, place, readings, Kind.RANGE, spelled=spelled, irregular=irregular)


def _is_year(number: Number) -> bool:
    return number.literal.isdigit() and len(number.literal) == 4 and int(number.value) in _YEARS and not number.scaled


def _single(scan: Scan, taken: Taken, amount: Amount) -> Iterator[Found]:
    number = amount.number
    if any(match.end > number.end for match in scan.at(number.start, "per")):
        return  # 1株当たり: per share
    if number.spelled and number.value <= _SMALL and amount.kind is Kind.COUNT and not number.scaled:
        return
    readings: list[Value] = [
        Quantity(
            low=reading.value * amount.factor,
            high=reading.value * amount.factor,
            unit=amount.unit,
            step=reading.step * amount.factor,
        )
        for reading in number.readings
    ]
    amount, readings = _half_after_unit(scan, amount, readings)
    readings += [
        replace(value, unit=other) for other in amount.others for value in readings if isinstance(value, Quantity)
    ]
    if amount.unit is None and _is_year(number):
        readings.append(Moment(year=int(number.value)))
    hour = _hour(scan, amount)
    if hour:
        readings.append(hour)
    place = context.Place(amount.start, amount.end, number.start, number.end)
    irregular = number.irregular and amount.unit is not None
    yield context.found(scan, taken, place, tuple(readings), amount.kind, spelled=number.spelled, irregular=irregular)


def _hour(scan: Scan, amount: Amount) -> Moment | None:
    """The hour of the day that a number of hours may be: 9 heures, 2 uur."""
    marked = scan.at(scan.after_gap(amount.number.end), "hour_after")
    value = amount.number.value
    if not any(match.end == amount.end for match in marked) or value % 1 or not 0 <= value <= 24:
        return None
    return Moment(hour=int(value) % 24, minute=0)


def _half_after_unit(scan: Scan, amount: Amount, readings: list[Value]) -> tuple[Amount, list[Value]]:
    """An hour and a half: the half stands after the unit."""
    more = scan.longest(scan.after_gap(amount.end), "half_more") if amount.unit else None
    if more is None:
        return amount, readings
    half = Decimal("0.5")
    added: list[Value] = [
        replace(value, low=value.low + half, high=value.high + half, step=half)
        for value in readings
        if isinstance(value, Quantity)
    ]
    return replace(amount, end=more.end), added
