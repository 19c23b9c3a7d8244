"""Accuracy of an entailment model on labelled pairs, by language."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from checker.model import Pair, Probabilities
from checker.nli import Model

LABELS = ("entailment", "neutral", "contradiction")
NOT_ENTAILMENT = "not_entailment"
"""What two-way sets have beside entailment: either of the two others is right."""


def measure(rows: Iterable[Mapping[str, Any]], model: Model) -> dict[str, tuple[int, int]]:
    """Pairs judged right, and pairs, by the languages of premise and hypothesis."""
    given = [row for row in rows if row.get("label") in (*LABELS, NOT_ENTAILMENT)]
    answers = model.judge([Pair(row["premise"], row["hypothesis"]) for row in given])
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row, answer in zip(given, answers, strict=True):
        name = f"{row.get('premise_lang', '?')}-{row.get('hypothesis_lang', '?')}"
        total[name] += 1
        right[name] += is_right(row["label"], answer)
    return {name: (right[name], count) for name, count in sorted(total.items())}


def is_right(label: str, answer: Probabilities) -> bool:
    """Whether the likeliest label is the given one."""
    guess = max(LABELS, key=lambda each: getattr(answer, each))
    return guess == label or (label == NOT_ENTAILMENT and guess != LABELS[0])


def table(figures: Mapping[str, tuple[int, int]]) -> str:
    """A line for the languages of premise and hypothesis."""
    return "".join(
        f"{name:<12} {right:>6}/{count:<6} {100 * right / count:5.1f} %\n" for name, (right, count) in figures.items()
    )
