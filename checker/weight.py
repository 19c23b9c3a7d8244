"""How much a value tells: two threes say little, two 944 millions much."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from checker.model import PART, Kind, Label, Mention, Moment, Quantity, Value

_HALF = Decimal("0.5")
_LOOSE = (_HALF, Decimal("0.25"))
"""Parts of a whole that are also a place or a time: halfway, half-time, the second quarter."""
_DOZEN = 12
_FINEST = 20
"""The greatest denominator of a part of a whole that is said in two numbers."""


def weight(mention: Mention) -> float:
    """0–1: how much it says that two mentions have the same value. Two threes say little, two 944 millions much."""
    return _of(mention.value, mention.kind)


@lru_cache(maxsize=8192)
def _of(value: Value, kind: Kind) -> float:
    if isinstance(value, Label):
        return 0.5 if value.generic else 0.9
    if isinstance(value, Moment):
        parts = sum(part is not None for part in (value.year, value.month, value.day, value.hour, value.minute))
        return min(1.0, 0.35 + 0.3 * parts)
    return _weight(value, kind)


def _weight(value: Quantity, kind: Kind) -> float:
    digits = len("".join(map(str, value.low.normalize().as_tuple().digits)).strip("0"))
    size = abs(value.low)
    said = 0.2 + 0.15 * min(digits, 4) + (0.1 if value.unit else 0.0) + (0.1 if kind is Kind.MONEY else 0.0)
    if size >= 1000:
        said += 0.15
    if size >= Decimal(10) ** 5:
        said += 0.1
    if size > 12 and value.unit:
        said += 0.1
    return min(1.0, said)


def weak(mention: Mention) -> bool:
    """Whether a mention is too slight to be missed.

    So are a count of one, two in words, one of a unit (a year), a low ordinal, a month alone and the rank of a name.
    """
    value = mention.value
    if isinstance(value, Moment):
        return value.month is not None and value.year is value.day is value.hour is None
    if isinstance(value, Label):
        return value.ranked
    if not isinstance(value, Quantity):
        return False
    if mention.kind is Kind.ORDINAL and value.unit is None:
        return value.low <= 2 or mention.spelled
    if mention.kind is Kind.QUANTITY:
        return value.low == value.high == 1
    least = 2 if mention.spelled else 1
    return mention.kind is Kind.COUNT and value.unit is None and abs(value.low) <= least and value.low % 1 == 0


def small(mention: Mention) -> bool:
    """A spelled-out number up to twelve, a half or a quarter, which another language may say within another word:
    six-wheeled, halfway, a second quarter; not two thirds, nor one in eight."""
    value = mention.value
    if not mention.spelled or not isinstance(value, Quantity):
        return False
    return value.low in _LOOSE if value.unit == PART else value.unit is None and abs(value.low) <= _DOZEN


def portion(mention: Mention) -> bool:
    """Whether a mention is a part of a whole in words: a half, two thirds."""
    return mention.spelled and mention.unit == PART


def halving(mention: Mention) -> bool:
    """Whether a mention is a half in words, which many languages say by a verb: halbieren, puolittua."""
    value = mention.value
    return portion(mention) and isinstance(value, Quantity) and value.low == _HALF


def ratio(value: Value) -> tuple[int, int] | None:
    """The two numbers of a part of a whole that is more than one of so many: 2 and 5 of 0.4."""
    if not isinstance(value, Quantity) or value.unit != PART or value.low != value.high or not 0 < value.low < 1:
        return None
    share = Fraction(value.low).limit_denominator(_FINEST)
    return (share.numerator, share.denominator) if share.numerator > 1 else None
