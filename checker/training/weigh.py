"""Fits how verdicts on prose are weighed (`checker.nli.prose`), on held-out pairs, each source counting alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from checker.model import LABELS, Pair
from checker.nli.bundled import Bundled
from checker.nli.prose import Kinship, Weights, kinship, translated, unstopped
from checker.training import evaluate
from checker.training.examples import Example

_TRANSLATION = (0.0, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0)
_ENTAILMENT = (0.0, -0.2)
_CONTRADICTION = (0.0, 0.2, 0.4, 0.6)
_COVER = list(product((0.36, 0.38, 0.4, 0.42), (0.45, 0.46, 0.48, 0.5)))
_LIKENESS = ((0.3, 0.5), (0.4, 0.6), (0.45, 0.65), (0.5, 0.7))
_SLACK = 0.005
"""The share of a published set that weights may cost: a quarter of what another draw of its pairs would change."""
_TIE = 0.002
"""The sum of the shares by which weights are no better than others."""
_TEMPERATURES = [step / 10 for step in range(7, 21)]
_LEAST = 1e-9
PLAIN = Weights(stops=" .。।۔")
"""What weighs nothing yet."""
_AT = {label: place for place, label in enumerate(LABELS)}


@dataclass(frozen=True, slots=True)
class _Source:
    """The rows of a source: places of labels in LABELS, logarithms of what the pair model says (rows, 3), nearness."""

    labels: NDArray[np.int64]
    logs: NDArray[np.float64]
    near: Sequence[Kinship]
    known: dict[tuple[tuple[float, float], ...], NDArray[np.float64]] = field(default_factory=dict)
    """What `translated` gave for ends that come again."""

    def logits(self, weights: Weights) -> NDArray[np.float64]:
        """What `prose.weighed` makes of the rows before it makes probabilities of them."""
        found = self.logs.copy()
        found[:, _AT["entailment"]] += weights.entailment + weights.translation * self.translated(weights)
        found[:, _AT["contradiction"]] += weights.contradiction
        return found / weights.temperature

    def translated(self, weights: Weights) -> NDArray[np.float64]:
        """0–1 for each row: how far its texts are translations."""
        key = (weights.cover, weights.likeness)
        if key not in self.known:
            self.known[key] = np.array([translated(near, weights) for near in self.near])
        return self.known[key]


def fit(model: Bundled, made: Sequence[Example], published: Sequence[Example]) -> Weights:
    """The weights that make most answers right, and the temperature that makes these likeliest.

    Of the published sets none may lose more than `_SLACK` by them, whatever translations win, and of weights that are
    as good those count that leave them most. `model` must weigh nothing yet.
    """
    sources = _sources(model, [*made, *published])
    plain = {name: _right(rows, PLAIN) for name, rows in sources.items()}
    kept = {row.source for row in published} & sources.keys()
    fitting: list[tuple[float, float, Weights]] = [(sum(plain.values()), sum(plain[name] for name in kept), PLAIN)]
    for each in product(_COVER, _LIKENESS, _TRANSLATION, _CONTRADICTION, _ENTAILMENT):
        cover, likeness, translation, contradiction, entailment = each
        weights = Weights(translation, contradiction, entailment, 1.0, cover, likeness, PLAIN.stops)
        right = {name: _right(rows, weights) for name, rows in sources.items()}
        if all(right[name] >= plain[name] - _SLACK for name in kept):
            fitting.append((sum(right.values()), sum(right[name] for name in kept), weights))
    most = max(every for every, _, _ in fitting)
    _, _, best = max((each for each in fitting if each[0] >= most - _TIE), key=lambda it: it[1])
    return max((replace(best, temperature=value) for value in _TEMPERATURES), key=lambda it: _likelihood(sources, it))


def _sources(model: Bundled, examples: Sequence[Example]) -> Mapping[str, _Source]:
    """The rows of each source; made pairs of all kinds are one. Labels of two-way sets are left out."""
    fitting = [row for row in examples if row.label in LABELS]
    pairs = [unstopped(Pair(row.premise, row.hypothesis), PLAIN) for row in fitting]
    vectors = model.embed([pair.premise for pair in pairs]), model.embed([pair.hypothesis for pair in pairs])
    covers = model.cover([(pair.premise, pair.hypothesis) for pair in pairs])
    near = [kinship(pair, cover, float(a @ b)) for pair, cover, a, b in zip(pairs, covers, *vectors, strict=True)]
    logs = np.log(np.maximum(np.array([evaluate.triple(answer) for answer in model.judge(pairs)]), _LEAST))
    labels = np.array([LABELS.index(row.label) for row in fitting])
    places: dict[str, list[int]] = {}
    for at, row in enumerate(fitting):
        places.setdefault(row.source.split("-")[0], []).append(at)
    return {name: _Source(labels[at], logs[at], [near[each] for each in at]) for name, at in places.items()}


def _right(source: _Source, weights: Weights) -> float:
    """The share of the rows whose likeliest label is theirs."""
    return float((source.logits(weights).argmax(1) == source.labels).mean())


def _likelihood(sources: Mapping[str, _Source], weights: Weights) -> float:
    total = 0.0
    for source in sources.values():
        logits = source.logits(weights)
        sums = np.log(np.exp(logits - logits.max(1, keepdims=True)).sum(1)) + logits.max(1)
        total += float((logits[np.arange(len(logits)), source.labels] - sums).mean())
    return total
