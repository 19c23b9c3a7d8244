"""What a number may stand for: how far it was rounded, by the place of its last digit and by what is said of it."""

from decimal import Decimal

from checker.compare.allowed import allowed
from checker.model import Bound, Quantity

_HALF = Decimal("0.5")
_DIGITS = 10
"""Steps of the last place that a number has at least whose half a step may be rounded down: two digits."""
_ABOUT = Decimal("0.03")
"""Relative tolerance, at the most, where one side says "about"."""


def nearly(here: Decimal, there: Decimal, one: Quantity, other: Quantity, relative: Decimal) -> bool:
    """Whether two numbers are equal by the place of their last digit, or within a relative tolerance."""
    step, size = max(one.step, other.step), max(abs(here), abs(there))
    if not relative:
        step = _decimal(step)
    tolerance = step * _HALF
    tie = abs(here - there) == tolerance and (bool(relative) or not _half(here, there, one, other))
    if tie or (step >= size and here != there):
        tolerance = Decimal(0)
    if relative:
        tolerance = max(tolerance, size * relative)
    if Bound.ABOUT in (one.bound, other.bound):
        chosen = allowed().about
        if chosen is not None:
            tolerance = max(tolerance, size * chosen)
        elif relative or one.bound is not other.bound:  # where both say "about", neither rounded for want of saying so
            tolerance = max(tolerance, min(size * _ABOUT, max(place(here), place(there)) * _HALF))
    return abs(here - there) <= tolerance


def _decimal(step: Decimal) -> Decimal:
    """The place that an amount is told to: tenths for five and a half, as nobody rounds to halves or dozens."""
    return Decimal(1).scaleb(step.adjusted())


def _half(here: Decimal, there: Decimal, one: Quantity, other: Quantity) -> bool:
    """Whether of two numbers that are half a step apart one may be the other, rounded: up, or to the even digit.

    1.65 billion may be 1.6; of a single digit that is too much, and a half that is said as one is not left out.
    """
    rough, fine = (here, there) if one.step >= other.step else (there, here)
    coarse, close = max(one.step, other.step), min(one.step, other.step)
    if close != _decimal(close):
        return False
    return abs(rough) > abs(fine) or (abs(rough) >= _DIGITS * coarse and rough / coarse % 2 == 0)


def reach(one: Quantity) -> Decimal:
    """How far off another amount of the same unit may be that agrees with this one and is no rougher, at the most."""
    chosen = allowed()
    rough = (_ABOUT if chosen.about is None else chosen.about) if one.bound is Bound.ABOUT else Decimal(0)
    relative = max(rough, chosen.rounded or Decimal(0))
    most = abs(one.low) * relative / (1 - relative) if relative < 1 else Decimal("Infinity")
    return max(one.step * _HALF, most)


def place(number: Decimal) -> Decimal:
    """The place of the last digit that is not 0: 10,000 for 50,000."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
