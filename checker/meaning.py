"""How far translations drift, as one number: 0 where they say the same, 1 where nothing of one is in the other.

Two things speak for another meaning of two texts: that the entailment model finds neither in the other (the mean of
what it calls neutral, both ways round), and that pieces of one have no counterpart in the other (the least covered
fifth of either side's pieces, by the encoder). Both count alike; no weight is fitted. To this the findings add: each
leaves of the score's distance to 1 what its confidence leaves.
"""

from collections.abc import Callable, Iterable, Sequence

from checker.model import Finding, Level, Pair, Probabilities

Judge = Callable[[Sequence[Pair]], list[Probabilities]]
Cover = Callable[[Sequence[tuple[str, str]]], list[float]]
"""For each pair of texts the cosine by which the least covered fifth of their pieces is covered by the other text."""

_COVERED, _UNRELATED = 0.65, 0.32
"""Cosines between which coverage falls from full to none: of 120 FLORES lines in five languages against the English
ones, 95 % of the translations stay below the first, and half of the pairs that belong to different lines below the
second."""
_WEIGHTS = {Level.ERROR: 1.0, Level.WARNING: 1.0, Level.NOTE: 0.3}
"""What a finding's confidence counts."""


def differences(pairs: Sequence[tuple[str, str]], judge: Judge, cover: Cover) -> list[float]:
    """How far the two texts of each pair differ in meaning, 0–1."""
    there = judge([Pair(one, other) for one, other in pairs])
    back = judge([Pair(other, one) for one, other in pairs])
    bare = [(_COVERED - covered) / (_COVERED - _UNRELATED) for covered in cover(pairs)]
    return [
        (one.neutral + other.neutral) / 4 + min(1.0, max(0.0, uncovered)) / 2
        for one, other, uncovered in zip(there, back, bare, strict=True)
    ]


def drift(findings: Iterable[Finding], differing: Sequence[float] = ()) -> float:
    """The drift score of a pair, or of a document: of its findings and of the mean difference of its aligned texts.

    Without `differing`, where no model is asked, the findings alone speak.
    """
    left = 1 - sum(differing) / len(differing) if differing else 1.0
    for finding in findings:
        left *= 1 - _WEIGHTS[finding.level] * finding.confidence
    return 1 - left
