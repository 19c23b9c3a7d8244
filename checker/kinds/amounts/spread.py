"""Bounds that two amounts share: limited to 5,000 euros a claim and 20,000 a year."""

from collections.abc import Iterator
from dataclasses import replace

from checker.kinds.clauses import CLAUSE
from checker.kinds.found import Found
from checker.model import Bound, Quantity
from checker.scan import Scan

_REACH = 40
"""Code points between the two amounts at the most."""
_AND = ("and", "pair_between", "parts_linker")
_SHARED = (Bound.AT_MOST, Bound.AT_LEAST, Bound.MORE_THAN, Bound.LESS_THAN)


def spread(scan: Scan, amounts: Iterator[Found]) -> Iterator[Found]:
    """The amounts in order, each that an `and` joins to one with a bound with that bound as well, as a reading more."""
    last: Found | None = None
    for amount in amounts:
        following = amount
        if last is not None and _joined(scan, last, amount):
            last, following = _bounded(last, amount), _bounded(amount, last)
        if last is not None:
            yield last
        last = following
    if last is not None:
        yield last


def _joined(scan: Scan, first: Found, second: Found) -> bool:
    """Whether an `and` stands between two amounts of the same unit, in one clause."""
    if not 0 < second.start - first.end <= _REACH or _unit(first) is None or _unit(first) != _unit(second):
        return False
    if CLAUSE.search(scan.text, first.end, second.start):
        return False
    return next(scan.within(first.end, second.start, *_AND), None) is not None


def _unit(amount: Found) -> str | None:
    value = amount.readings[0]
    return value.unit if isinstance(value, Quantity) else None


def _bounded(amount: Found, other: Found) -> Found:
    """An amount that no word bounds with the other's bound as well."""
    said, limit = amount.readings, other.readings[0]
    if not isinstance(limit, Quantity) or limit.bound not in _SHARED:
        return amount
    if any(not isinstance(value, Quantity) or value.bound is not Bound.EXACT for value in said):
        return amount
    shared = (replace(value, bound=limit.bound) for value in said if isinstance(value, Quantity))
    return replace(amount, readings=(*said, *shared))
