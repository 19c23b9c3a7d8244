"""Amounts against amounts: rounding, conversion, ranges, bounds and denominators."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from checker.compare.allowed import allowed
from checker.compare.outcome import AGREE, APART, CONVERTED, SAME, Comparison, Relation
from checker.compare.rounding import nearly, place
from checker.languages import rates, units
from checker.model import PART, Bound, Label, Quantity, Rule, Side

_LOWER = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_UPPER = frozenset({Bound.AT_MOST, Bound.LESS_THAN})
_CONVERTED = Decimal("0.02")
"""Relative tolerance where a quantity was converted to another unit: people round what they convert."""
_ROUNDED = Decimal("0.08")
"""The same where both are round: 200 miles are 300 km to a newspaper, 40 miles 60 km."""
_DEGREE = Decimal("0.004")
"""The same for temperatures, of their absolute value: one degree or so."""
_HOT = 373, 600
"""Kelvins from and to which the temperatures of ovens lie."""
_OVEN = 5
"""How many kelvins recipes round the temperature of an oven by, whose degrees Celsius are multiples of this."""
_NOTCH = 25
"""What degrees Fahrenheit are multiples of there: 350 °F are 180 °C, and 400 °F are 200 °C."""
_SAME_DIGITS = Decimal("0.005")
"""How far from a power of ten a ratio may be for the two numbers to have the same digits, rounding included."""
_RATE = Decimal("1.7")
"""Factor by which a rate of the day may be off the rough rate that the data give."""
_WORLDS = Decimal(10_000)
"""Ratio from which two numbers that have not the same digits are no slip of one another (8 and 671 billion)."""
_HALF = Decimal("0.5")
_FINEST = 1000
"""The greatest denominator that a part of a whole is told with."""


def quantities(one: Quantity, other: Quantity) -> Comparison:
    one, other = one.whole, other.whole
    if (one.unit == PART and other.unit is None) or (other.unit == PART and one.unit is None):
        return _part_and_count(one, other) if one.unit == PART else _part_and_count(other, one)
    here, there = units().get(one.unit or ""), units().get(other.unit or "")
    same_unit = one.unit == other.unit or one.unit is None or other.unit is None
    dimension = bool(here and there and here["dimension"] == there["dimension"])
    if not same_unit and not dimension:
        if (here is None) == (there is None):
            if _close(one, other, Decimal(0)):
                return Comparison(Relation.DIFFER, Rule.UNIT, 0.7)
            return CONVERTED if _exchanged(one, other) else APART
        return Comparison(Relation.DIFFER, Rule.UNIT, 0.5) if _close(one, other, Decimal(0)) else APART
    first, second = (one, other) if same_unit else _converted(one, other)
    tolerance = (allowed().rounded or Decimal(0)) if same_unit else _tolerance(one, other)
    if one.low != one.high or other.low != other.high:
        numbers = _ranges(first, second, tolerance)
    else:
        numbers = _numbers(first, second, tolerance)
    if not same_unit and not numbers.agrees and _close(one, other, Decimal(0)):
        numbers = Comparison(Relation.DIFFER, Rule.UNIT, 0.7)
    if numbers.agrees:
        return _limits(one, other, SAME if not same_unit or one.unit != other.unit else numbers)
    if one.per and other.per and one.per != other.per and _rates(one, other):
        return SAME
    return numbers


def _exchanged(one: Quantity, other: Quantity) -> bool:
    """Whether an amount in another currency may be the same sum, converted at a rate of its day."""
    here, there = rates().get(one.unit or ""), rates().get(other.unit or "")
    if here is None or there is None or not one.low > 0 < other.low:
        return False
    ratio = (one.low / here) / (other.low / there)
    return 1 / _RATE <= ratio <= _RATE


def _part_and_count(part: Quantity, count: Quantity) -> Comparison:
    """A part of a whole against a bare number: three out of four is 3/4 to one reader and three to another."""
    if nearly(part.low, count.low, part, count, Decimal(0)):
        return bounds(part, count, Comparison(Relation.SAME, None, 0.9))
    share = Fraction(part.low).limit_denominator(_FINEST)
    told = {share.numerator, share.denominator} - {1}
    if count.low != count.high or count.low not in told:
        return APART
    return replace(bounds(part, count, SAME), near=0.5)


def _base(quantity: Quantity) -> Quantity:
    """The quantity in the base unit of its dimension."""
    unit = units()[quantity.unit or ""]
    factor, offset = Decimal(unit["factor"]), Decimal(unit["offset"])
    return replace(
        quantity,
        low=quantity.low * factor + offset,
        high=quantity.high * factor + offset,
        step=quantity.step * factor,
    )


def _converted(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Both in the base unit of their dimension, no rougher than twice the finer of the places of their last digits.

    What is two years to one may be 24 months to another, and is not 18; an inch may be 3 cm, three inches 7 cm.
    """
    first, second = _base(one), _base(other)
    rough, fine = max(first.step, second.step), min(first.step, second.step)
    step = min(rough, 2 * fine)
    return replace(first, step=step), replace(second, step=step)


def _portion(quantity: Quantity) -> bool:
    """Whether a quantity is a part of a whole: a third, 33 %."""
    return units()[quantity.unit or ""]["dimension"] == units()[PART]["dimension"]


def _tolerance(one: Quantity, other: Quantity) -> Decimal:
    """How far apart two converted quantities may be, relatively: by the last digit that each gives, within limits."""
    if _portion(one):
        return Decimal(0)
    first, second = units()[one.unit or ""], units()[other.unit or ""]
    if first["offset"] != "0" or second["offset"] != "0":
        return _OVEN / max(_base(one).low, _base(other).low) if _oven(one) and _oven(other) else _DEGREE
    if (chosen := allowed().converted) is not None:
        return chosen
    factors = Decimal(first["factor"]), Decimal(second["factor"])
    size = max(abs(one.low) * factors[0], abs(other.low) * factors[1])
    rounded = (place(one.low) * factors[0] + place(other.low) * factors[1]) * _HALF
    return max(_CONVERTED, min(_ROUNDED, rounded / size)) if size else _CONVERTED


def _oven(quantity: Quantity) -> bool:
    """Whether a temperature may be that of an oven, by its size and as round as recipes give one."""
    notch = _OVEN if units()[quantity.unit or ""]["factor"] == "1" else _NOTCH
    return _HOT[0] <= _base(quantity).low <= _HOT[1] and quantity.low % notch == quantity.high % notch == 0


def _rates(one: Quantity, other: Quantity) -> bool:
    """Whether two rates are equal over different periods: 15 a month and 180 a year."""
    first, second = units().get(one.per or ""), units().get(other.per or "")
    if not first or not second or first["dimension"] != second["dimension"]:
        return False
    here, there = one.low / Decimal(first["factor"]), other.low / Decimal(second["factor"])
    return there != 0 and abs(here / there - 1) <= _CONVERTED


def _close(one: Quantity, other: Quantity, relative: Decimal) -> bool:
    return nearly(one.low, other.low, one, other, relative) and nearly(one.high, other.high, one, other, relative)


def _numbers(one: Quantity, other: Quantity, relative: Decimal) -> Comparison:
    if nearly(one.low, other.low, one, other, relative):
        return AGREE if one.low == other.low else Comparison(Relation.AGREE, None, 0.97)
    if one.low == -other.low:  # a hyphen before a bare whole number may be a dash
        strong = (one.unit is not None and other.unit is not None) or one.low % 1 != 0
        return Comparison(Relation.DIFFER, Rule.VALUE, 0.7, strong=strong)
    return _drift(one.low, other.low)


def _drift(here: Decimal, there: Decimal) -> Comparison:
    """Another order of magnitude, or another number."""
    if here and there:
        less, more = sorted((abs(here), abs(there)))
        ratio = more / less
        power = ratio.adjusted()
        leading = ratio.scaleb(-power)  # 1 to 10
        if (power and abs(leading - 1) <= _SAME_DIGITS) or abs(leading / 10 - 1) <= _SAME_DIGITS:
            return Comparison(Relation.DIFFER, Rule.SCALE, 0.7)
        if ratio >= _WORLDS:
            return APART
    return Comparison(Relation.DIFFER, Rule.VALUE, _digits_alike(here, there))


def _digits_alike(here: Decimal, there: Decimal) -> float:
    """0.1–0.6: how alike two different numbers look and how near they are; a slip keeps most of the digits."""
    first, second = _significant(here), _significant(there)
    if not first or not second:
        return 0.1
    alike = 0.1
    if len(first) > 1 and sorted(first) == sorted(second):
        alike = 0.55
    elif len(first) == len(second) and len(first) > 1:
        common = sum(a == b for a, b in zip(first, second, strict=True))
        alike = 0.1 + 0.45 * common / len(first)
    if here and there and Decimal("0.8") <= here / there <= Decimal("1.25"):
        alike += 0.1
    return alike


@lru_cache(maxsize=8192)
def _significant(number: Decimal) -> str:
    """The digits of a number without the noughts around them."""
    return "".join(map(str, number.normalize().as_tuple().digits)).strip("0")


def _ranges(one: Quantity, other: Quantity, relative: Decimal) -> Comparison:
    """Ranges by both ends; a range and a single number by the end that is nearer."""
    if one.low != one.high and other.low != other.high:
        low = _numbers(one, replace(other, high=other.low), relative)
        high = _numbers(replace(one, low=one.high), replace(other, low=other.high), relative)
        if low.agrees and high.agrees:
            return AGREE
        worse = low if not low.agrees else high
        near = (low.near + high.near) / 2
        return replace(worse, near=near)
    single, ranged = (one, other) if one.low == one.high else (other, one)
    for end in (ranged.low, ranged.high):
        if nearly(single.low, end, single, ranged, relative):
            return Comparison(Relation.SAME, None, 0.6)
    return Comparison(Relation.DIFFER, Rule.VALUE, 0.15)


def _limits(one: Quantity, other: Quantity, equal: Comparison) -> Comparison:
    """Equal amounts by their denominators and bounds."""
    if one.per and other.per and one.per != other.per and (one.per in units()) == (other.per in units()):
        return Comparison(Relation.DIFFER, Rule.SUBJECT, 0.9)
    return bounds(one, other, equal)


def bounds(one: Quantity | Label, other: Quantity | Label, equal: Comparison) -> Comparison:
    """Equal numbers, or names, by their bounds: version 3.2 or later, or earlier."""
    both = {one.bound, other.bound}
    if {side(one), side(other)} == {Side.BELOW, Side.ABOVE}:
        return Comparison(Relation.DIFFER, Rule.BOUND, 0.95)
    if Bound.EXACT in both and both & (_LOWER | _UPPER):
        return Comparison(Relation.DIFFER, Rule.BOUND, 0.95, strong=False)
    return equal


def side(value: Quantity | Label) -> Side | None:
    """On which side of its number an amount lies, where it is said: over, at least, just over against up to, nearly."""
    if value.bound in _LOWER:
        return Side.ABOVE
    if value.bound in _UPPER:
        return Side.BELOW
    return value.side if isinstance(value, Quantity) else None
