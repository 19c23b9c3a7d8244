"""Amounts: a number with its currency, unit, percent sign, bound and denominator, alone or as the end of a range."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from heapq import merge
from operator import attrgetter

from checker.kinds.amounts import context
from checker.kinds.amounts.inwords import numbers_in_words
from checker.kinds.amounts.joined import joined
from checker.kinds.amounts.measured import Amount, measured
from checker.kinds.amounts.ones import ones
from checker.kinds.amounts.otherwise import is_year, otherwise
from checker.kinds.amounts.ranges import below_zero, changed, estimate, low_end, range_end, shares_scale, tolerance
from checker.kinds.amounts.signs import SIGNS, minus
from checker.kinds.amounts.split import whole
from checker.kinds.amounts.spread import spread
from checker.kinds.bounds.bounds import Place
from checker.kinds.found import Found, Taken
from checker.model import Kind, Moment, Quantity, Value
from checker.numbers import MORE, Number, find_numbers
from checker.scan import Scan

_JOINING = ("between", "pair_between", "change", "tolerance", "and", "parts_linker")
_AHEAD = ("currency", "percent", "unit", "minus", *_JOINING)
_BEHIND = (
    *("percent", "points", "tenths", "currency", "subunit", "unit", "scale", "linker", "counter", "bound_after"),
    *(*MORE, "hour_after", "minus_after", *_JOINING),
)
"""Categories of what may make an article beside it the number one: an hour, one to five."""
_BEGINNING = ("minus", "bound_before")
"""Categories of phrases that a number may begin without being one: không, zero or not, in không quá, at most."""
_HALF = "half_more"
_SMALL = Decimal(1)
"""A spelled-out number up to this is an article or a pronoun more often than a claim."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every amount that no other claim has taken, in order."""
    return spread(scan, _all(scan, taken)) if scan.says("bound_before", "bound_after") else _all(scan, taken)


def _all(scan: Scan, taken: Taken) -> Iterator[Found]:
    begins = scan.says(*_BEGINNING)
    numbers = [
        number
        for number in _numbers(scan)
        if taken.free(number.start, number.end)
        and not (begins and any(match.end > number.end for match in scan.at(number.start, *_BEGINNING)))
        and not _idle(scan, number)
    ]
    index = end = 0
    while index < len(numbers):
        first = measured(scan, numbers[index], max(end, taken.end_before(numbers[index].start)))
        first, parts = joined(scan, whole(scan, first), numbers, index + 1)
        index += 1 + parts
        while index < len(numbers) and numbers[index].start < first.end:
            index += 1  # what the words of the amount say of its number
        made, second = _made(scan, taken, first, numbers[index] if index < len(numbers) else None)
        for found in made:
            if taken.free(found.start, found.end):
                taken.add(found.start, found.end)
                yield found
        index += 1 if second else 0
        end = (second or first).end


def _idle(scan: Scan, number: Number) -> bool:
    """Whether a number is an indefinite article with nothing beside it that would make it an amount, or part of one."""
    if not number.article or scan.lexicon.unit_first or (number.start and scan.text[number.start - 1] in SIGNS):
        return False
    before = scan.before_gap(number.start)
    return not (
        scan.at(scan.after_gap(number.end), *_BEHIND)
        or scan.before(before, *_AHEAD)
        or (before != number.start and scan.before(number.start, *_AHEAD))
    )


def _made(scan: Scan, taken: Taken, first: Amount, following: Number | None) -> tuple[Iterator[Found], Amount | None]:
    """The claims that begin with an amount, and the amount after it where they take it in."""
    low = low_end(scan, first)
    if low and taken.free(low.start, low.end):
        return _range(scan, taken, low, first), None
    if following is None:
        return _single(scan, taken, first), None
    second = measured(scan, following, first.end)
    about = estimate(first, second)
    if about or range_end(scan, first, second):
        return _range(scan, taken, *(about or (first, second))), second
    if tolerance(scan, first, second):
        return _around(scan, taken, first, second), second
    return _single(scan, taken, changed(scan, first, second)), None


def _numbers(scan: Scan) -> Iterator[Number]:
    """The numbers of a text, those in one word with their unit, and the articles that count."""
    numbers = list(find_numbers(scan))
    words = list(numbers_in_words(scan, numbers)) if scan.compounds else []
    starts = {number.start for number in words}  # the three of drei Zehntelsekunden is in their number
    rest = (number for number in numbers if number.start not in starts)
    return _once(scan, merge(words, rest, ones(scan, numbers), key=attrgetter("start")))


def _once(scan: Scan, numbers: Iterator[Number]) -> Iterator[Number]:
    """Numbers with the same in brackets behind them as one, where one is in words: thirty (30) days, 30 (тридцать)."""
    last = None
    for number in numbers:
        if last and _same(scan, last, number):
            literal = last.literal or number.literal
            last = replace(last, end=number.end + 1, spelled=False, article=False, literal=literal)
            continue
        if last:
            yield last
        last = number
    if last:
        yield last


def _same(scan: Scan, first: Number, second: Number) -> bool:
    """Whether a number is the one before it once more, in brackets and in words or in digits as that is not."""
    if first.spelled is second.spelled or first.value != second.value or first.part:
        return False
    return scan.text[first.end : second.start].strip(" ") == "(" and scan.text.startswith(")", second.end)


def _range(scan: Scan, taken: Taken, first: Amount, second: Amount) -> Iterator[Found]:
    """9.2 to 9.5 billion euros: the low end takes the scale and the unit of the high one where it has none."""
    low, high = first.number.value * first.factor, second.number.value * second.factor
    step = second.number.readings[0].step * second.factor
    if shares_scale(first, second):
        low *= second.number.multiplier
    unit = second.unit or first.unit
    if first.unit is None and second.unit is not None:
        low *= second.factor
    negative = minus(scan, first.start, worded=context.is_temperature(unit)) is not None
    below = below_zero(scan, first, second)
    if below and not negative:
        low, high = -high, low  # from 5 down to -10 °C
    elif below or not negative:
        low, high = min(low, high), max(low, high)
    if unit is None and is_year(first.number) and is_year(second.number):
        for number in (first.number, second.number):
            readings: tuple[Value, ...] = (Moment(year=int(number.value)), Quantity(number.value, number.value))
            yield Found(number.start, number.end, Kind.DATE, readings)
        return
    quantity = Quantity(low=low, high=high, unit=unit, step=step)
    readings = (quantity, *(replace(quantity, unit=other) for other in second.others or first.others))
    place = Place(first.start, second.end, second.number.start, second.number.end)
    spelled = first.number.spelled and second.number.spelled
    irregular = second.number.irregular and unit is not None
    yield context.found(scan, taken, place, readings, Kind.RANGE, spelled=spelled, irregular=irregular, both=below)


def _around(scan: Scan, taken: Taken, first: Amount, off: Amount) -> Iterator[Found]:
    """5 ± 0.2 mm: from 4.8 to 5.2 mm."""
    middle, spread = first.number.value * first.factor, off.number.value * off.factor
    unit = off.unit or first.unit
    step = off.number.readings[0].step * off.factor
    quantity = Quantity(low=middle - spread, high=middle + spread, unit=unit, step=step)
    place = Place(first.start, off.end, first.number.start, first.number.end)
    yield context.found(scan, taken, place, (quantity,), Kind.RANGE, both=True)


def _single(scan: Scan, taken: Taken, amount: Amount) -> Iterator[Found]:
    number = amount.number
    if any(match.end > number.end and match.end >= amount.end for match in scan.at(number.start, "per")):
        return  # 1株当たり: per share, but an hour and 20 minutes
    readings: list[Value] = [
        Quantity(value := reading.value * amount.factor, value, amount.unit, step=reading.step * amount.factor)
        for reading in number.readings
    ]
    amount, readings = _half_after_unit(scan, amount, readings)
    readings += list(otherwise(scan, amount, readings))
    place = Place(amount.start, amount.end, number.start, number.end)
    irregular = number.irregular and amount.unit is not None
    made = context.found(scan, taken, place, tuple(readings), amount.kind, spelled=number.spelled, irregular=irregular)
    small = (
        number.spelled
        and number.value <= _SMALL
        and not number.value % 1
        and made.kind is Kind.COUNT
        and not number.scaled
    )
    if not small and not number.article:
        yield made
    elif made.kind is not Kind.COUNT or (isinstance(made.readings[0], Quantity) and made.readings[0].low < 0):
        yield made  # minus one is no pronoun
    elif not number.article:
        yield replace(made, weak=True)


def _half_after_unit(scan: Scan, amount: Amount, readings: list[Value]) -> tuple[Amount, list[Value]]:
    """Two hours and a half: the part stands after the unit."""
    more = scan.longest(scan.after_gap(amount.end), _HALF) if amount.unit else None
    if more is None or any(other.end > more.end for other in scan.at(more.start, "fraction")):
        return amount, readings
    part = MORE[_HALF] * amount.factor
    added: list[Value] = [
        replace(value, low=value.low + part, high=value.high + part, step=part)
        for value in readings
        if isinstance(value, Quantity)
    ]
    return replace(amount, end=more.end), added
