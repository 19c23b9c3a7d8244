"""Compares two values of one claim: equal, equal in another form, or drifted, and by which rule."""

from functools import lru_cache
from itertools import islice, product

from checker.compare.allowed import allowed, allowing
from checker.compare.labels import labels, name_and_number
from checker.compare.moments import lasts, moment_and_number, moments
from checker.compare.outcome import APART, Comparison, Relation
from checker.compare.quantities import quantities, side
from checker.compare.rounding import reach
from checker.model import PART, Label, Mention, Moment, Quantity, Rule, Side, Tolerance, Value

__all__ = ["Comparison", "Relation", "allowing", "compare", "compare_values", "reach"]


def compare(one: Mention, other: Mention) -> Comparison:
    """The best outcome over the readings of two mentions, the likeliest readings first."""
    return _best(one.readings or (one.value,), other.readings or (other.value,), allowed())


@lru_cache(maxsize=16_384)
def _best(ones: tuple[Value, ...], others: tuple[Value, ...], tolerance: Tolerance) -> Comparison:
    """`tolerance` is what holds; what is kept is kept for it alone."""
    del tolerance
    best = compare_values(ones[0], others[0])
    if best.relation is Relation.AGREE or len(ones) == len(others) == 1:
        return best
    spans = _is_span(ones[0]) and _is_span(others[0])
    parts = _is_part(ones[0]) and _is_part(others[0])
    negated = _turned(ones) and _turned(others)
    for one, other in islice(product(ones, others), 1, None):
        reread = _reread(one, ones[0]), _reread(other, others[0])
        if all(reread):
            continue
        if spans and isinstance(one, Moment) != isinstance(other, Moment):  # 15 hours, as 15:00, are no 15 minutes
            continue
        if parts and _is_part(one) != _is_part(other):  # seven of nine are no six of nine, though both are of nine
            continue
        if negated and _kept(one, ones[0]) != _kept(other, others[0]):  # not under 12, not over 12
            continue
        outcome = compare_values(one, other)
        if outcome.relation is Relation.CONVERTED:  # of all that a $ may be, some rate fits nearly any amount
            continue
        if outcome.agrees and not best.agrees:
            best = Comparison(Relation.SAME, None, 0.9) if outcome.relation is Relation.SAME else outcome
        elif any(reread) and outcome.rule is Rule.BOUND and not best.alike and _bound_alike(one, other, ones, others):
            best = outcome  # 30,000 is over 30,000 but for the bound, and no 30
        elif outcome.near > best.near and (outcome.agrees or best.relation is Relation.APART):
            best = outcome  # a less likely reading may make two values agree, and never names their drift
    return best


def _is_span(value: Value) -> bool:
    return isinstance(value, Quantity) and lasts(value) is not None


def _is_part(value: Value) -> bool:
    return isinstance(value, Quantity) and value.unit == PART


def _turned(values: tuple[Value, ...]) -> bool:
    """Whether a negation may turn the bound of an amount: two readings lie on either side of it."""
    return {side(value) for value in values if isinstance(value, Quantity)} >= set(Side)


def _kept(value: Value, likeliest: Value) -> bool:
    return isinstance(value, Quantity) and isinstance(likeliest, Quantity) and side(value) == side(likeliest)


def _reread(value: Value, likeliest: Value) -> bool:
    """Whether a reading takes a number's digits for another number.

    Where both sides do, they prove nothing: 30,500 and 30.000 may both be some thirty.
    """
    return (
        isinstance(value, Quantity)
        and isinstance(likeliest, Quantity)
        and (value.low, value.high) != (likeliest.low, likeliest.high)
    )


def _bound_alike(one: Value, other: Value, ones: tuple[Value, ...], others: tuple[Value, ...]) -> bool:
    """Whether two readings have the bounds of the likeliest ones."""
    pairs = ((one, ones[0]), (other, others[0]))
    return all(isinstance(a, Quantity) and isinstance(b, Quantity) and a.bound is b.bound for a, b in pairs)


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
        return name_and_number(one, other)
    return APART
