"""Measures a bundle: accuracy by source and language, calibration, and false alarms on true translations."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from checker.model import LABELS, Pair, Probabilities
from checker.nli import Model
from checker.training.examples import Example


@dataclass(frozen=True, slots=True)
class Score:
    """How many pairs, and the share judged right."""

    pairs: int
    accuracy: float


def judge(model: Model, examples: Sequence[Example]) -> list[Probabilities]:
    """The model's answers, claims marked as in the examples."""
    return model.judge([Pair(e.premise, e.hypothesis, e.premise_span, e.hypothesis_span) for e in examples])


def triple(answer: Probabilities) -> tuple[float, float, float]:
    """In the order of LABELS."""
    return answer.entailment, answer.neutral, answer.contradiction


def scores(
    examples: Sequence[Example], answers: Sequence[Probabilities], key: Callable[[Example], str]
) -> Mapping[str, Score]:
    """Accuracy by a key of the examples."""
    found: dict[str, list[bool]] = {}
    for example, answer in zip(examples, answers, strict=True):
        found.setdefault(key(example), []).append(answer.fits(example.label))
    return {name: Score(len(hits), sum(hits) / len(hits)) for name, hits in sorted(found.items())}


def alike(examples: Sequence[Example], answers: Sequence[Probabilities]) -> float:
    """Accuracy with each label counting as much, however many there are of it."""
    found = scores(examples, answers, lambda example: example.label).values()
    return sum(each.accuracy for each in found) / max(1, len(found))


def by_language(examples: Sequence[Example], answers: Sequence[Probabilities]) -> Mapping[str, float]:
    """That by language, of all pairs that have it on either side."""
    rows: dict[str, list[int]] = {}
    for place, example in enumerate(examples):
        for language in {example.premise_lang, example.hypothesis_lang}:
            rows.setdefault(language, []).append(place)
    return {
        language: alike([examples[place] for place in places], [answers[place] for place in places])
        for language, places in sorted(rows.items())
    }


def alarms(answers: Iterable[Probabilities], threshold: float) -> float:
    """The share of pairs whose entailment is below a threshold: on true translations, the false alarms."""
    low = [answer.entailment < threshold for answer in answers]
    return sum(low) / max(1, len(low))


def calibration_error(examples: Sequence[Example], answers: Sequence[Probabilities], bins: int = 15) -> float:
    """Expected calibration error of the likeliest label."""
    table: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for example, answer in zip(examples, answers, strict=True):
        sure = max(triple(answer))
        table[min(bins - 1, int(sure * bins))].append((sure, answer.fits(example.label)))
    total = sum(len(part) for part in table)
    gaps = [abs(sum(s for s, _ in part) - sum(r for _, r in part)) for part in table]
    return sum(gaps) / max(1, total)


def temperature(
    examples: Sequence[Example], answers: Sequence[Probabilities], leanings: Sequence[float] = (0.0,)
) -> tuple[float, float]:
    """What the logits are to be divided by, and which of `leanings` entailment is to gain before that.

    So that the probabilities of the right labels are likeliest.
    """
    usable = [(e, triple(a)) for e, a in zip(examples, answers, strict=True) if e.label in LABELS]
    logs = np.log(np.maximum(np.array([values for _, values in usable]), 1e-12))
    targets = np.array([LABELS.index(e.label) for e, _ in usable])

    def cost(value: float, leaning: float) -> float:
        scaled = (logs + leaning * (np.arange(len(LABELS)) == LABELS.index("entailment"))) / value
        sums = np.logaddexp.reduce(scaled, axis=1)
        return float((sums - scaled[np.arange(len(targets)), targets]).sum())

    return min(product((step / 20 for step in range(8, 61)), leanings), key=lambda each: cost(*each))
