"""Compares two values of one claim: equal, equal in another form, or drifted, and by which rule."""

from functools import lru_cache
from itertools import product

from checker.compare.labels import labels
from checker.compare.moments import moment_and_number, moments
from checker.compare.outcome import APART, Comparison, Relation
from checker.compare.quantities import quantities
from checker.model import Label, Mention, Moment, Quantity, Value

__all__ = ["Comparison", "Relation", "compare", "compare_values"]

_TELLING = 3
"""Digits from which a number and a name with that number are hardly two things."""


def compare(one: Mention, other: Mention) -> Comparison:
    """The best outcome over all readings of two mentions, the likeliest readings first."""
    return _best(one.readings or (one.value,), other.readings or (other.value,))


@lru_cache(maxsize=200_000)
def _best(ones: tuple[Value, ...], others: tuple[Value, ...]) -> Comparison:
    best = compare_values(ones[0], others[0])
    if best.relation is Relation.AGREE:
        return best
    for one, other in product(ones, others):
        outcome = compare_values(one, other)
        if outcome.agrees and not best.agrees:
            best = Comparison(Relation.SAME, None, 0.9) if outcome.relation is Relation.SAME else outcome
        elif outcome.near > best.near and (outcome.agrees or not best.agrees):
            best = outcome
    return best


def compare_values(one: Value, other: Value) -> Comparison:
    """Compares two readings; symmetric."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return quantities(one, other)
    if isinstance(one, Moment) and isinstance(other, Moment):
        return moments(one, other)
    if isinstance(one, Label) and isinstance(other, Label):
        return labels(one, other)
    if isinstance(one, Quantity):
        one, other = other, one
    if isinstance(one, Moment) and isinstance(other, Quantity):
        return moment_and_number(one, other)
    if isinstance(one, Label) and isinstance(other, Quantity):
        same = other.low == other.high and one.number == f"{other.low.normalize():f}" and other.unit is None
        near = 0.7 if len(one.number) < _TELLING else 0.85
        return Comparison(Relation.SAME, None, near) if same else APART
    return APART
