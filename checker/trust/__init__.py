"""What a confidence is worth: the share of findings of that rule and strength that were right where it was measured.

The judge's own confidence orders the findings of a rule; `knots.toml` beside this file says, for each rule, what part
of them is right at which confidence. `checker benchmark reliability --knots` makes it.
"""

import tomllib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from checker.model import Level, Rule

FILE = Path(__file__).parent / "knots.toml"
DRIFT, NOTE = "drift", "note"
"""The tables of the file: what is more than a note, and notes."""

Knots = Sequence[tuple[float, float]]
"""Confidence and share that is right, both growing; between two knots the share is in between."""


@cache
def _knots() -> Mapping[tuple[str, str], Knots]:
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {(table, rule): tuple(map(tuple, knots)) for table in (DRIFT, NOTE) for rule, knots in data[table].items()}


def trusted(rule: Rule, level: Level, confidence: float) -> float:
    """The share that is right of a rule's findings with that confidence, 0–1, two places; for a rule that was not
    measured the confidence itself."""
    knots = _knots().get((NOTE if level is Level.NOTE else DRIFT, rule))
    return round(along(knots, confidence) if knots else confidence, 2)


def along(knots: Knots, confidence: float) -> float:
    """The share on the line from nothing through the knots, level behind the last."""
    place = bisect_right(knots, confidence, key=lambda knot: knot[0])
    if place == len(knots):
        return knots[-1][1]
    (low, one), (high, other) = knots[place - 1] if place else (0.0, 0.0), knots[place]
    return one + (other - one) * (confidence - low) / (high - low)
