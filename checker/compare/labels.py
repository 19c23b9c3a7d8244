"""Names against names."""

from checker.compare.outcome import APART, Comparison, Relation
from checker.compare.quantities import bounds
from checker.model import Bound, Label, Quantity, Rule

_TELLING = 3
"""Digits from which a number and a name with that number are hardly two things."""
_MARKS = str.maketrans(",·٫", "...")
"""Decimal marks in a name's number, all of which mean the same: PM2,5."""


def labels(one: Label, other: Label) -> Comparison:
    """Names by their number, by their stem where both are written in one script, and by their bounds."""
    outcome = _names(one, other)
    return bounds(one, other, outcome) if outcome.agrees else outcome


def _names(one: Label, other: Label) -> Comparison:
    alike = _stems(one, other)
    if one.number.translate(_MARKS) == other.number.translate(_MARKS):
        if alike is None:
            return Comparison(Relation.SAME, None, 0.75)
        if alike >= 0.5 or one.generic or other.generic:
            return Comparison(Relation.AGREE if alike == 1 else Relation.SAME, None, 0.7 + 0.3 * alike)
        return APART
    if one.ranked != other.ranked:
        return APART
    if alike is None:
        return Comparison(Relation.DIFFER, Rule.NAME, 0.3)
    if one.generic and other.generic:
        return Comparison(Relation.DIFFER, Rule.NAME, 0.4)
    if alike >= 0.5:
        return Comparison(Relation.DIFFER, Rule.NAME, 0.3 + 0.4 * alike)
    return APART


def name_and_number(name: Label, number: Quantity) -> Comparison:
    """A name against a number, or a range, that a text gives without it: CI 1.2 to 3.4 and IC: 1,2 a 3,4."""
    said = name.number.translate(_MARKS)
    if name.ranked and name.stem:  # a word for the name, without the number
        return APART
    if number.unit is not None or said not in {f"{end.normalize():f}" for end in (number.low, number.high)}:
        return APART
    if number.low != number.high:
        return Comparison(Relation.SAME, None, 0.5)
    equal = Comparison(Relation.SAME, None, 0.7 if len(name.number) < _TELLING else 0.85)
    return bounds(name, number, equal) if name.bound is not Bound.EXACT else equal


def _stems(one: Label, other: Label) -> float | None:
    """How alike two stems are, 0–1; None where they are of different scripts."""
    if one.stem == other.stem:
        return 1.0
    if one.generic and other.generic:
        return 0.6
    if not one.stem or not other.stem:
        return None
    if one.stem.isascii() != other.stem.isascii():
        return None
    short, long = sorted((one.stem, other.stem), key=len)
    if short in long:
        return 0.5 + 0.5 * len(short) / len(long)
    return _overlap(short, long)


def _overlap(short: str, long: str) -> float:
    """Shared letter pairs (Dice)."""
    here = {short[i : i + 2] for i in range(len(short) - 1)}
    there = {long[i : i + 2] for i in range(len(long) - 1)}
    return 2 * len(here & there) / max(1, len(here) + len(there))
