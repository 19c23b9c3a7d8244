"""Accuracy of an entailment model on labelled pairs, by language."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from checker.model import LABELS, NOT_ENTAILMENT, Pair
from checker.nli import Model


def measure(rows: Iterable[Mapping[str, Any]], model: Model) -> dict[str, tuple[int, int]]:
    """Pairs judged right, and pairs, by the languages of premise and hypothesis."""
    given = [row for row in rows if row.get("label") in (*LABELS, NOT_ENTAILMENT)]
    answers = model.judge([Pair(row["premise"], row["hypothesis"]) for row in given])
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row, answer in zip(given, answers, strict=True):
        name = f"{row.get('premise_lang', '?')}-{row.get('hypothesis_lang', '?')}"
        total[name] += 1
        right[name] += answer.fits(row["label"])
    return {name: (right[name], count) for name, count in sorted(total.items())}


def table(figures: Mapping[str, tuple[int, int]]) -> str:
    """A line for the languages of premise and hypothesis."""
    return "".join(
        f"{name:<12} {right:>6}/{count:<6} {100 * right / count:5.1f} %\n" for name, (right, count) in figures.items()
    )
