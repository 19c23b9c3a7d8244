"""Dates and times against each other, and against numbers that may be one."""

from decimal import Decimal

from checker.compare.outcome import AGREE, APART, Comparison, Relation
from checker.languages import DURATION, units
from checker.model import Moment, Quantity, Rule

_CLOCK = (None, "hour")
"""Units in which a time of the day may be read: 15 o'clock, but not 15 kilometres, is 15:00."""


def moments(one: Moment, other: Moment) -> Comparison:
    """Partial dates and times, field by field where both sides give it."""
    if (one.hour is None) != (other.hour is None):
        return APART
    if one.decade != other.decade:
        kindred = one.year is not None and other.year is not None and one.year // 10 == other.year // 10
        return Comparison(Relation.DIFFER, Rule.DATE, 0.5) if kindred else APART
    fields = ("year", "month", "day", "weekday", "hour", "minute")
    pairs = [(getattr(one, name), getattr(other, name)) for name in fields]
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    if not both:
        return APART
    equal = sum(a == b for a, b in both)
    if equal == len(both) and one.month and other.month and (one.day is None) != (other.day is None):
        return Comparison(Relation.DIFFER, Rule.DATE, 0.6, strong=False)  # less is said, nothing else
    if equal == len(both):
        whole = all((a is None) == (b is None) for a, b in pairs)
        return AGREE if whole else Comparison(Relation.AGREE, None, 0.5 + 0.1 * equal)
    if len(both) == 1:
        near = 0.3 if one.year and other.year and abs(one.year - other.year) < 100 else 0.2
        return Comparison(Relation.DIFFER, Rule.DATE, near)
    if one.hour is not None and one.hour != other.hour and one.minute == other.minute:
        return Comparison(Relation.DIFFER, Rule.DATE, 0.45)
    return Comparison(Relation.DIFFER, Rule.DATE, 0.2 + 0.5 * equal / len(both))


def lasts(number: Quantity) -> Decimal | None:
    """The seconds of a span of time, such as 3 minutes 35 seconds, which sports reports write as 3:35."""
    measure = units().get(number.unit or "")
    if measure is None or measure["dimension"] != DURATION:
        return None
    return number.low * Decimal(measure["factor"])


def moment_and_number(moment: Moment, number: Quantity) -> Comparison:
    """A year that one side reads as a bare number, a time that one side reads as a decimal."""
    if moment.hour is not None:
        clock = Decimal(moment.hour) + Decimal(moment.minute or 0) / 100
        if (number.low == clock and number.unit in _CLOCK) or lasts(number) == 60 * moment.hour + (moment.minute or 0):
            return Comparison(Relation.SAME, None, 0.9)
        return APART
    if moment.month is None and moment.day is None and moment.year is not None and number.low == moment.year:
        return Comparison(Relation.SAME, None, 0.8)
    return APART
