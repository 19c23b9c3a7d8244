"""Keys of values, so that equal ones are found by hash and never by comparing all with all.

`exact` tells what a text shares word for word; `loose` are so many keys that two mentions which compare as alike
(rounded, converted to another unit, a range and one of its ends, a date and a part of it) have one in common.
"""

import math
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from checker.languages import units
from checker.model import Label, Mention, Moment, Quantity, Value

Key = Hashable

_STEP = math.log(1.1)
"""Width of a drawer of numbers; neighbouring drawers are shared, and no conversion or rounding is rougher (compare)."""
_WIDEST = 12
"""Drawers that one number lies in at the most: a single digit may stand for half as much or as much again."""
_HALF = Decimal("0.5")
_PARTS = ("year", "month", "day", "weekday", "hour", "minute")
_FINEST = 1000
"""The greatest denominator that a part of a whole is told with."""
_KEPT = 8192
"""Values whose keys are kept: what a long text says again is mostly not far away."""


def exact(mention: Mention) -> Key:
    """What a mention says, units aside."""
    value = mention.value
    match value:
        case Quantity():
            return value.high.normalize()
        case Moment():
            parts = (value.year, value.month, value.day, value.hour, value.minute)
            bare = value.year is not None and not any(part is not None for part in parts[1:])
            return Decimal(value.year or 0) if bare else parts  # a year may be a bare number to another version
        case Label():
            return value.number


def loose(mention: Mention) -> frozenset[Key]:
    """Keys of which two mentions that are alike share at least one."""
    return _all_loose(mention.readings or (mention.value,))


@lru_cache(maxsize=_KEPT)
def _all_loose(values: Sequence[Value]) -> frozenset[Key]:
    return frozenset(key for value in values for key in _loose(value))


def repeated(mention: Mention) -> frozenset[Key]:
    """Keys of which two mentions share at least one where the one says again, in the same form, what the other says."""
    return _all_repeated(mention.readings or (mention.value,))


@lru_cache(maxsize=_KEPT)
def _all_repeated(values: Sequence[Value]) -> frozenset[Key]:
    return frozenset(key for value in values for key in _repeated(value))


def _repeated(value: Value) -> Iterator[Key]:
    match value:
        case Quantity():
            whole = value.whole
            yield whole.low.normalize(), whole.unit
            yield from _drawers(whole.low, whole.step, whole.unit)
        case Moment():
            yield "day", value.month, value.day
            yield "year", value.year, value.month
        case Label():
            yield value.stem, value.number


def _loose(value: Value) -> Iterator[Key]:
    match value:
        case Quantity():
            yield from _amount(value.whole)
        case Moment():
            yield from ((part, given) for part in _PARTS if (given := getattr(value, part)) is not None)
            if value.year is not None:
                yield from _drawers(Decimal(value.year), Decimal(1), "")
            if value.hour is not None:
                yield from _drawers(Decimal(value.hour) + Decimal(value.minute or 0) / 100, Decimal(0), "")
                yield from _drawers(Decimal(60 * value.hour + (value.minute or 0)), Decimal(0), "base")
        case Label():
            yield ("label", value.number)
            if value.number.isascii() and value.number.isdigit():
                yield from _drawers(Decimal(value.number), Decimal(0), "")


def _amount(value: Quantity) -> Iterator[Key]:
    measure = units().get(value.unit or "")
    for end in {value.low, value.high}:
        yield from _drawers(end, value.step, "")
        yield ("label", f"{end.normalize():f}")
        if measure is not None:
            factor = Decimal(measure["factor"])
            yield from _drawers(end * factor + Decimal(measure["offset"]), value.step * factor, "base")
            if measure["dimension"] == "portion":
                share = Fraction(value.low).limit_denominator(_FINEST)
                for told in {share.numerator, share.denominator} - {1}:
                    yield from _drawers(Decimal(told), Decimal(0), "")
    period = units().get(value.per or "")
    if period is not None:
        yield from _drawers(value.low / Decimal(period["factor"]), Decimal(0), "rate")


def _drawers(number: Decimal, step: Decimal, kind: str | None) -> Iterator[Key]:
    """The drawers that a number may lie in, within half of its last digit; its sign is left out."""
    size = abs(number)
    if not size:
        yield (kind, None)
        return
    least = size - step * _HALF
    low = math.floor(math.log(least if least > 0 else size * _HALF) / _STEP)
    high = math.floor(math.log(size + step * _HALF) / _STEP) + 1
    for drawer in range(low, min(high, low + _WIDEST) + 1):
        yield (kind, drawer)
